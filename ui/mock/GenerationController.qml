import QtQml
import LpdStudio.App

QtObject {
    id: controller

    enum State { NoModel, Loading, Ready, Generating, Cancelling, Resting }

    required property MockArt art
    required property PlanSettings plan
    required property ModelLibrary models
    required property PictureList pictures
    required property ClassModel classes
    required property Timeline timeline

    property int stepDuration: 41
    property int state: GenerationController.State.Ready
    readonly property bool canGenerate: state === GenerationController.State.Ready && plan.problem === ""
    readonly property string blockedReason: canGenerate ? "" : plan.problem !== "" ? plan.problem : "A picture is being made"
    readonly property real progress: images > 0 ? (image + tokensDone / tokenCount) / images : 0
    property int step: 0
    property int steps: plan.steps
    property int groupSize: 0
    property int image: 0
    property int images: 0
    property int tokensDone: 0
    readonly property int tokenCount: plan.tokenCount
    readonly property bool decoding: tokensDone >= tokenCount
    property real elapsedMs: 0
    readonly property real remainingMs: Math.max(0, images * steps * stepDuration - elapsedMs)
    readonly property real msPerStep: stepDuration
    property string errorText
    property string errorHint
    property string lastSummary
    readonly property real imagesPerSecond: lastSummary === "" ? 0 : 1.2
    property var entry: null

    function generate(): void {
        if (!canGenerate)
            return;
        state = GenerationController.State.Generating;
        steps = plan.steps;
        image = 0;
        images = plan.imageCount;
        elapsedMs = 0;
        begin();
        timer.start();
    }
    function cancel(): void {
        if (state === GenerationController.State.Generating)
            state = GenerationController.State.Cancelling;
    }
    function dismissError(): void {
        errorText = "";
        errorHint = "";
    }
    function fail(text: string, hint: string): void {
        errorText = text;
        errorHint = hint;
    }
    function makes(index: int): bool {
        return state === GenerationController.State.Generating && index === pictures.count - 1;
    }

    function begin(): void {
        const seed = plan.seed + image;
        entry = {
            title: classes.nameOf(plan.classIndex), indexText: images > 1 ? (image + 1) + " of " + images : "",
            seedText: plan.seedText, orderLabel: "Locality", columns: plan.columns, rows: plan.rows, groupSizes: plan.groupSizes,
            stepOfPosition: art.order(plan.orderKind, plan.groupSizes, plan.columns, plan.rows, seed),
            scene: plan.classIndex, seed: seed, made: [], finished: false, cancelled: false
        };
        step = 1;
        groupSize = entry.groupSizes[0];
        tokensDone = 0;
        pictures.add(entry);
    }
    function makeStep(): void {
        elapsedMs += stepDuration;
        tokensDone += entry.groupSizes[step - 1];
        entry.made = entry.made.concat([stepDuration - 3 + Math.round(step / 5)]);
        entry.finished = step === steps;
        const more = !entry.finished && state === GenerationController.State.Generating;
        entry.cancelled = !entry.finished && !more;
        pictures.change(pictures.count - 1, { made: entry.made, finished: entry.finished, cancelled: entry.cancelled });
        controller.news();
        if (pictures.current === pictures.count - 1)
            timeline.setProgress(entry.made, more);
        if (more) {
            step += 1;
            groupSize = entry.groupSizes[step - 1];
        } else if (entry.finished && image + 1 < images && state === GenerationController.State.Generating) {
            image += 1;
            begin();
        } else {
            timer.stop();
            state = GenerationController.State.Ready;
            lastSummary = "last took " + (elapsedMs / 1000).toFixed(2) + " s";
            if (!plan.seedLocked)
                plan.rollSeed();
        }
    }
    signal news

    readonly property Timer timer: Timer {
        interval: controller.stepDuration
        repeat: true
        onTriggered: controller.makeStep()
    }
}
