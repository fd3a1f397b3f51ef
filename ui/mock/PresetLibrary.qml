import QtQml
import QtQml.Models
import LpdStudio.App

ListModel {
    id: library

    required property PlanSettings plan
    readonly property int currentIndex: {
        for (let i = 0; i < count; ++i) {
            const preset = get(i);
            if (preset.steps === plan.steps && preset.order === plan.orderKind && preset.guidance === plan.guidance)
                return i;
        }
        return -1;
    }
    readonly property string currentName: currentIndex < 0 ? "" : get(currentIndex).name
    property var lastDiscarded: null
    signal imported(string name)
    signal exported(string path)
    signal discarded(string name)
    signal failed(string text)

    function rowOf(name: string): int {
        for (let i = 1; i < count; ++i) {
            if (get(i).name === name)
                return i;
        }
        return 0;
    }
    function has(name: string): bool {
        return rowOf(name) > 0;
    }
    function apply(row: int): void {
        plan.steps = get(row).steps;
        plan.orderKind = get(row).order;
        plan.guidance = get(row).guidance;
    }
    function save(name: string): bool {
        const title = String(name).trim(); // name.trim() crashes the linter of Qt 6.4
        if (title === "") {
            failed("A preset's name has 1 to 60 characters");
            return false;
        }
        if (has(name))
            remove(rowOf(name));
        append({ name: title, detail: plan.steps + " steps", builtIn: false, steps: plan.steps, order: plan.orderKind, guidance: plan.guidance });
        return true;
    }
    function rename(row: int, name: string): bool {
        if (has(name)) {
            failed("There is a preset called “" + name + "” already");
            return false;
        }
        setProperty(row, "name", name);
        return true;
    }
    function discard(row: int): void {
        const preset = get(row);
        lastDiscarded = { name: preset.name, detail: preset.detail, builtIn: false, steps: preset.steps, order: preset.order, guidance: preset.guidance };
        remove(row);
        discarded(lastDiscarded.name);
    }
    function restoreDiscarded(): void {
        append(lastDiscarded);
    }
    function exportTo(row: int, file: url): void {
        exported(String(file));
    }
    function importFrom(file: url): void {
        failed(String(file).split("/").pop() + " was not imported: it is no preset of LPD Studio");
    }
    function fileNameFor(row: int): string {
        return get(row).name + ".json";
    }
    Component.onCompleted: append({ name: "Recommended", detail: "20 steps · Locality · guidance 4.0", builtIn: true, steps: 20, order: "lpd", guidance: 4 })
}
