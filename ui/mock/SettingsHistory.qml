import QtQml
import LpdStudio.App

// Remembers steps, order and guidance only.
QtObject {
    id: history

    required property PlanSettings plan
    property var past: []
    property var future: []
    property var values: ({ steps: plan.steps, order: plan.orderKind, guidance: plan.guidance })
    readonly property bool canUndo: past.length > 0
    readonly property bool canRedo: future.length > 0
    readonly property string undoText: canUndo ? "Undo " + past[past.length - 1].what : "Undo"
    readonly property string redoText: canRedo ? "Redo " + future[future.length - 1].what : "Redo"
    property bool applying: false
    signal undone(string what)
    signal redone(string what)

    function note(what: string): void {
        const now = { steps: plan.steps, order: plan.orderKind, guidance: plan.guidance };
        if (!applying) {
            past = past.concat([{ what: what, before: values, after: now }]);
            future = [];
        }
        values = now;
    }
    function apply(values: var): void {
        applying = true;
        plan.steps = values.steps;
        plan.orderKind = values.order;
        plan.guidance = values.guidance;
        applying = false;
    }
    function undo(): void {
        if (!canUndo)
            return;
        const change = past[past.length - 1];
        past = past.slice(0, -1);
        future = future.concat([change]);
        apply(change.before);
        undone(change.what);
    }
    function redo(): void {
        if (!canRedo)
            return;
        const change = future[future.length - 1];
        future = future.slice(0, -1);
        past = past.concat([change]);
        apply(change.after);
        redone(change.what);
    }
    readonly property Connections edits: Connections {
        target: history.plan
        function onStepsChanged(): void {
            history.note("steps");
        }
        function onOrderKindChanged(): void {
            history.note("order");
        }
        function onGuidanceChanged(): void {
            history.note("guidance");
        }
    }
}
