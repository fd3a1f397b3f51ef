import QtQml
import QtQml.Models
import LpdStudio.App

// Waiting items keep their title and subject only; each is made with the plan of its moment.
ListModel {
    id: queue

    required property PlanSettings plan
    required property ClassModel classes
    required property GenerationController controller
    property int waiting: 0
    property int failed: 0
    property var waitingThumbnails: []
    property bool paused: false
    property real remainingMs: 0
    readonly property string blockedReason: plan.problem
    readonly property bool canEnqueue: blockedReason === ""
    property var lastDiscarded: [] // together, each with its row
    property bool endedPause: false
    signal restored(int items)
    signal discarded(string title)
    signal enqueued(var classIndices)

    function enqueue(): void {
        add(count);
    }
    function enqueueFirst(): void {
        add(rowOf("running") + 1);
    }
    function add(row: int): void {
        if (!canEnqueue)
            return;
        plan.classIndices.forEach((index, i) => insert(row + i, {
            title: classes.nameOf(index), detail: plan.steps + " steps · Locality · seed " + plan.seedText,
            thumbnail: classes.thumbnailOf(index), phase: "waiting", progress: 0,
            remainingMs: plan.steps * plan.imageCount * controller.stepDuration, problem: "", hint: ""
        }));
        classes.noteUsed(plan.classIndices);
        tell();
        advance();
        enqueued(plan.classIndices);
    }
    function rowOf(phase: string): int {
        for (let i = 0; i < count; ++i) {
            if (get(i).phase === phase)
                return i;
        }
        return -1;
    }
    function advance(): void {
        const row = paused ? -1 : rowOf("waiting");
        if (row < 0 || controller.state !== GenerationController.State.Ready)
            return;
        if (row > 0)
            move(row, 0, 1);
        setProperty(0, "phase", "running");
        tell();
        controller.generate();
    }
    function discard(row: int): void {
        if (get(row).phase === "running")
            return controller.cancel();
        discardRows([row]);
    }
    function discardAll(): void {
        const rows = Array.from({ length: count }, (_, row) => row).filter(row => get(row).phase !== "running");
        if (rows.length > 0)
            discardRows(rows);
    }
    function discardRows(rows: var): void {
        lastDiscarded = rows.map(row => {
            const item = get(row);
            return { row: row, item: { title: item.title, detail: item.detail, thumbnail: item.thumbnail, phase: item.phase, progress: 0, remainingMs: item.remainingMs, problem: item.problem, hint: item.hint } };
        });
        rows.slice().reverse().forEach(row => drop(row));
        endedPause = paused && count === 0;
        if (endedPause)
            paused = false;
        discarded(rows.length === 1 ? lastDiscarded[0].item.title : rows.length + " runs");
    }
    function reorder(from: int, to: int): void {
        move(from, Math.max(rowOf("running") + 1, Math.min(count - 1, to)), 1);
        tell();
    }
    function drop(row: int): void {
        remove(row);
        tell();
    }
    function restoreDiscarded(): void {
        if (endedPause)
            paused = true;
        let least = rowOf("running") + 1;
        for (const gone of lastDiscarded) {
            const place = Math.max(least, Math.min(gone.row, count));
            insert(place, gone.item);
            least = place + 1;
        }
        lastDiscarded = [];
        endedPause = false;
        tell();
        advance();
    }
    function fail(row: int, problem: string): void {
        setProperty(row, "phase", "failed");
        setProperty(row, "problem", problem);
        tell();
    }
    function retry(row: int): void {
        setProperty(row, "phase", "waiting");
        tell();
        advance();
    }
    function retryFailed(): void {
        for (let row = rowOf("failed"); row >= 0; row = rowOf("failed"))
            retry(row);
    }
    function tell(): void {
        const all = Array.from({ length: count }, (_, i) => get(i));
        waiting = all.filter(item => item.phase === "waiting").length;
        failed = all.filter(item => item.phase === "failed").length;
        waitingThumbnails = all.filter(item => item.phase === "waiting").slice(0, 3).map(item => item.thumbnail);
        remainingMs = all.reduce((sum, item) => sum + (item.phase === "failed" ? 0 : item.remainingMs), 0);
    }
    onPausedChanged: advance()
    readonly property Connections run: Connections {
        target: queue.controller
        function onStateChanged(): void {
            if (queue.controller.state === GenerationController.State.Ready) {
                const row = queue.rowOf("running");
                if (row >= 0)
                    queue.drop(row);
                queue.advance();
            }
        }
        function onProgressChanged(): void {
            const row = queue.rowOf("running");
            if (row >= 0)
                queue.setProperty(row, "progress", queue.controller.progress);
        }
    }
}
