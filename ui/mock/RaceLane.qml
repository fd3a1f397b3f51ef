import QtQml
import LpdStudio.App

QtObject {
    id: lane

    enum Phase { Planned, Waiting, Making, Made, Stopped }

    required property MockArt art
    required property PlanSettings plan
    property string orderKind: "lpd"
    property int steps: 20
    property real guidance: 4
    readonly property string title: ({ lpd: "Locality", raster: "Raster", halton: "Halton", random: "Random" })[orderKind] ?? orderKind
    property int phase: RaceLane.Phase.Planned
    property string problem
    readonly property var groupSizes: art.groupSizes(steps, plan.tokenCount)
    readonly property var plannedSteps: art.order(orderKind, groupSizes, plan.columns, plan.rows, plan.seed)
    property var stepEnds: []
    readonly property real totalMs: stepEnds.length > 0 ? stepEnds[stepEnds.length - 1] : 0
    property int shownSteps: 0
    readonly property int shownPatches: groupSizes.slice(0, shownSteps).reduce((a, b) => a + b, 0)
    readonly property real support: orderKind === "lpd" ? 3.05 : 2.04
    readonly property real apart: steps === plan.tokenCount ? 0 : orderKind === "lpd" ? 3.5 : 1
    readonly property real beside: orderKind === "lpd" ? 0.95 : 0.86
    readonly property PictureView view: PictureView { art: lane.art; shownSteps: lane.shownSteps }

    function clear(): void {
        phase = RaceLane.Phase.Planned;
        stepEnds = [];
        shownSteps = 0;
        view.source = null;
    }
    function begin(): void {
        phase = RaceLane.Phase.Making;
        view.source = {
            title: title, indexText: "", seedText: plan.seedText, orderLabel: title, columns: plan.columns, rows: plan.rows, groupSizes: groupSizes,
            stepOfPosition: plannedSteps, scene: plan.classIndex, seed: plan.seed, made: [], finished: false, cancelled: false
        };
    }
    function makeSteps(count: int, ms: real): void {
        const ends = stepEnds.slice();
        for (let i = 0; i < count && ends.length < steps; ++i)
            ends.push((ends.length > 0 ? ends[ends.length - 1] : 0) + ms);
        stepEnds = ends;
        view.source.made = ends;
        view.source.finished = ends.length === steps;
        view.tick += 1;
        shownSteps = ends.length;
        if (view.source.finished)
            phase = RaceLane.Phase.Made;
    }
    function showAt(ms: real): void {
        shownSteps = stepEnds.filter(end => end <= ms).length;
    }
}
