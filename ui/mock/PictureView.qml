import QtQml
import LpdStudio.App

QtObject {
    id: view

    required property MockArt art
    property var source: null
    property int tick: 0
    property int shownSteps: 0
    property int selectedPosition: -1
    readonly property bool hasPicture: source !== null && source !== undefined
    readonly property string title: hasPicture ? source.title : ""
    readonly property string indexText: hasPicture ? source.indexText : ""
    readonly property string seedText: hasPicture ? source.seedText : ""
    readonly property string orderLabel: hasPicture ? source.orderLabel : ""
    readonly property int columns: hasPicture ? source.columns : 16
    readonly property int rows: hasPicture ? source.rows : 16
    readonly property int steps: hasPicture ? source.groupSizes.length : 0
    readonly property list<int> groupSizes: hasPicture ? source.groupSizes : []
    readonly property list<int> stepOfPosition: hasPicture ? source.stepOfPosition : []
    readonly property int stepsMade: hasPicture ? tick >= 0 && source.made.length : 0
    readonly property list<real> stepMs: hasPicture && tick >= 0 ? source.made : []
    readonly property real totalMs: Array.from(stepMs).reduce((a, b) => a + b, 0)
    readonly property bool finished: hasPicture && tick >= 0 && source.finished
    readonly property bool cancelled: hasPicture && tick >= 0 && source.cancelled
    property var preview: art.picture(0, 0, 0)
    property int previewSteps: 0
    property var image: hasPicture && tick >= 0 && source.finished ? art.picture(source.scene, 256, source.seed) : art.picture(0, 0, 0)
    property var swatches: hasPicture && tick >= 0
        ? art.swatches(source.scene, source.seed, source.stepOfPosition, source.columns, source.rows, source.made.length) : art.picture(0, 0, 0)

    readonly property int pixelWidth: 256
    readonly property real repulsion: 2
    readonly property list<real> support: hasPicture ? Array.from(stepOfPosition).map((step, i) => supportAt(i)) : []
    readonly property list<real> entropy: hasPicture && tick >= 0 ? Array.from(stepOfPosition).map((step, i) => step < source.made.length ? 6 / (1 + supportAt(i)) : -1) : []
    readonly property real largestEntropy: 6
    readonly property list<real> confidence: hasPicture && tick >= 0 ? Array.from(stepOfPosition).map((step, i) => step < source.made.length ? 0.2 + supportAt(i) / 10 : -1) : []
    readonly property var locality: hasPicture ? ({ support: 3.05, apart: 3.5, beside: 0.95, supportByStep: Array.from(groupSizes).map((size, i) => i * 0.25) }) : ({})

    function supportAt(position: int): real {
        let sum = 0;
        for (let dy = -1; dy <= 1; ++dy) {
            for (let dx = -1; dx <= 1; ++dx) {
                const x = position % columns + dx, y = Math.floor(position / columns) + dy;
                if ((dx !== 0 || dy !== 0) && x >= 0 && y >= 0 && x < columns && y < rows && stepOfPosition[y * columns + x] < stepOfPosition[position])
                    sum += dx !== 0 && dy !== 0 ? Math.SQRT1_2 : 1;
            }
        }
        return sum;
    }
    function stepFacts(step: int): var {
        if (!hasPicture || step < 1 || step > steps)
            return null;
        const made = step <= stepsMade;
        return { patches: groupSizes[step - 1], proximity: groupSizes[step - 1], spread: 0, ms: made ? 41 : 0,
                 looks: made ? art.swatch(source.scene, source.seed, columns, rows, stepOfPosition.indexOf(step - 1), 0) : art.picture(0, 0, 0) };
    }
    function cell(position: int): var {
        if (!hasPicture || position < 0 || position >= columns * rows)
            return null;
        const step = stepOfPosition[position];
        const made = step < stepsMade;
        const neighbours = [];
        let support = 0;
        for (let dy = -1; dy <= 1; ++dy) {
            for (let dx = -1; dx <= 1; ++dx) {
                const x = position % columns + dx, y = Math.floor(position / columns) + dy;
                if ((dx === 0 && dy === 0) || x < 0 || y < 0 || x >= columns || y >= rows)
                    continue;
                const other = y * columns + x;
                if (stepOfPosition[other] < step) {
                    const weight = dx !== 0 && dy !== 0 ? Math.SQRT1_2 : 1;
                    neighbours.push({ position: other, weight: weight, step: stepOfPosition[other] + 1 });
                    support += weight;
                }
            }
        }
        let nearest = 99;
        for (let other = 0; other < columns * rows; ++other) {
            if (other !== position && stepOfPosition[other] === step)
                nearest = Math.min(nearest, Math.hypot(other % columns - position % columns, Math.floor(other / columns) - Math.floor(position / columns)));
        }
        const shares = [0.34, 0.21, 0.14, 0.08, 0.05];
        return {
            position: position, row: Math.floor(position / columns) + 1, column: position % columns + 1, step: step + 1,
            groupSize: groupSizes[step], place: stepOfPosition.slice(0, position + 1).filter(other => other === step).length,
            look: made ? art.swatch(source.scene, source.seed, columns, rows, position, 0) : art.picture(0, 0, 0), pick: step === 0 ? "start" : support >= 1 ? "proximity" : "spread", pickLabel: step === 0 ? "Start" : support >= 1 ? "Proximity pick" : "Spread pick",
            support: support, neighbours: neighbours, rank: 9, candidates: 208, nearest: nearest === 99 ? 0 : nearest, blockedBy: -1, made: made, known: made,
            token: 1201, probability: made ? shares[0] : 0, entropy: 3.1,
            alternatives: made ? shares.map((p, i) => ({ token: 1201 + i * 17, probability: p, swatch: art.swatch(source.scene, source.seed, columns, rows, position, i) })) : []
        };
    }
}
