import QtQml
import LpdStudio.App

QtObject {
    id: plan

    required property MockArt art
    property int columns: 16
    property int rows: 16
    property int tokenCount: columns * rows
    property int vocab: 2048
    property int classIndex: 0
    property var moreClasses: []
    readonly property var classIndices: [classIndex, ...moreClasses]
    property int steps: 20
    readonly property var usualGroups: art.groupSizes(steps, tokenCount)
    property var drawnGroups: null // by hand, for as long as the step count stays
    readonly property bool groupsEdited: drawnGroups !== null
    readonly property var groupSizes: drawnGroups ?? usualGroups
    readonly property var plannedSteps: art.order(orderKind, groupSizes, columns, rows, seed)
    readonly property var publishedSteps: [8, 12, 16, 20, 24, 32, 64, 128, 256]
    readonly property int largestGroup: Math.max(...groupSizes)
    readonly property real meanGroup: tokenCount / steps
    readonly property real passesRatio: tokenCount / steps
    property string orderKind: "lpd"
    readonly property var orderKinds: [
        { word: "lpd", label: "Locality", tip: "Near finished patches, kept apart from each other" },
        { word: "halton", label: "Halton", tip: "Evenly spread over the picture" },
        { word: "random", label: "Random", tip: "Anywhere" },
        { word: "raster", label: "Raster", tip: "Row by row" },
        { word: "par", label: "PAR", tip: "The same corner of every block, block by block" },
        { word: "wavefront", label: "Wavefront", tip: "Diagonal by diagonal" },
        { word: "spiral", label: "Spiral", tip: "From the middle outwards" },
        { word: "coarse", label: "Coarse to fine", tip: "Every eighth patch first, then every fourth, second and the rest" }
    ]
    property real proximity: 1
    property real repulsion: 2
    property real growth: 0
    property real guidance: 4
    property string guidanceSchedule: "linear"
    property real temperature: 0.8
    property int topK: 0
    property real topP: 1
    property bool greedy: false
    property real seed: 284119073
    property bool seedLocked: true
    readonly property string seedText: seed.toFixed(0).replace(/\B(?=(\d{3})+$)/g, "\u2009")
    property int imageCount: 2
    property string problem

    onClassIndexChanged: moreClasses = []
    function toggleClass(index: int): void {
        const chosen = classIndices.includes(index) ? classIndices.filter(one => one !== index) : [...classIndices, index];
        if (chosen.length === 0)
            return;
        classIndex = chosen[0];
        moreClasses = chosen.slice(1);
    }
    onStepsChanged: drawnGroups = null

    function reshapeGroups(sizes: var, step: int, size: int): void {
        const others = sizes.length - 1;
        const wanted = Math.max(1, Math.min(tokenCount - others, size));
        const above = sizes.reduce((sum, n, i) => i === step - 1 ? sum : sum + n - 1, 0);
        const result = sizes.map((n, i) => i === step - 1 ? wanted : 1 + Math.floor((tokenCount - wanted - others) * (above > 0 ? (n - 1) / above : 1 / others)));
        let rest = tokenCount - result.reduce((a, b) => a + b, 0);
        for (let i = 0; rest > 0; i = (i + 1) % result.length) {
            if (i !== step - 1) {
                result[i] += 1;
                rest -= 1;
            }
        }
        drawnGroups = result;
    }
    function resetGroups(): void {
        drawnGroups = null;
    }
    function rollSeed(): void {
        seed = Math.floor(Math.random() * 999999999);
    }
    function resetToRecommended(): void {
        steps = 20;
        drawnGroups = null;
        orderKind = "lpd";
        proximity = 1;
        repulsion = 2;
        growth = 0;
        guidance = 4;
        guidanceSchedule = "linear";
        temperature = 0.8;
        topK = 0;
        topP = 1;
        greedy = false;
    }
    function setSeedText(text: string): bool {
        const digits = text.replace(/\s/g, "");
        if (!/^\d+$/.test(digits) || Number(digits) > 9007199254740991)
            return false;
        seed = Number(digits);
        return true;
    }
}
