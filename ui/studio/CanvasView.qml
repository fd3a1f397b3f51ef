import QtQuick
import LpdStudio.App
import LpdStudio.Canvas
import LpdStudio.Style

// The picture with its layer, and the marks of what is pointed at and chosen.
PatchCanvas {
    id: canvas

    required property StudioApp studio
    required property CanvasZoom zoom
    required property int lookedAt // the patch that is explained, -1 = none
    readonly property rect area: zoom.area
    readonly property PictureView view: studio.picture
    readonly property Timeline timeline: studio.timeline
    readonly property CanvasLayers layers: studio.layers
    readonly property int shown: timeline.visibleSteps
    readonly property bool complete: view.finished && !timeline.playing && shown === timeline.stepCount
    readonly property bool follows: timeline.live && shown === timeline.shownSteps
    readonly property int selected: view.selectedPosition
    property int selectedLast: -1 // in this picture: where the arrow keys go on from
    readonly property bool layered: layers.view !== "picture"
    readonly property var facts: lookedAt >= 0 && view.stepsMade >= 0 && view.hasPicture ? view.cell(lookedAt) : null
    readonly property var measure: ({
        support: { values: view.support, largest: 6.83, factor: 1, decimals: 1 },
        entropy: { values: view.entropy, largest: view.largestEntropy, factor: 1, decimals: 1 },
        confidence: { values: view.confidence, largest: 1, factor: 100, decimals: 0 }
    })[layers.view]

    x: zoom.x
    y: zoom.y
    width: zoom.width
    height: zoom.height

    columns: view.columns
    rows: view.rows
    picture: view.finished ? view.image : view.preview // qmllint disable
    pictureSteps: view.finished ? view.steps : view.previewSteps
    swatches: view.swatches // qmllint disable
    smooth: !layers.crisp
    pictureMix: view.finished || view.previewSteps > 0 ? 1 : 0
    stepOfPosition: view.stepOfPosition
    steps: view.steps
    shownSteps: shown
    currentGroup: complete || !layers.glow ? -1 : follows ? shown : shown - 1
    nextGroup: complete || !layers.glow ? -1 : follows ? shown + 1 : shown
    layerMix: layered ? 1 : 0
    heat: measure !== undefined
    blend: layers.blend
    values: measure?.values ?? []
    largestValue: measure?.largest ?? 1
    valueFactor: measure?.factor ?? 1
    decimals: measure?.decimals ?? 0
    numbers: layers.numbers
    numberFont: Type.tag
    outlinedGroup: layers.outlines && layered && facts ? facts.step - 1 : -1
    gridStrength: layers.grid || layered ? 1 : 0
    gridLine: Theme.cellRule
    inkDark: Theme.alpha(Theme.inkOnBright, 0.84)
    inkLight: Theme.alpha(Theme.white, 0.95)
    inkOpen: Theme.text2
    reducedMotion: Theme.reducedMotion
    emptyFill: Theme.cellEmpty
    emptyLine: Theme.cellEmptyLine
    glow: Theme.reducedMotion ? Theme.alpha(Theme.glow, 0) : Theme.glow
    glowEdge: Theme.glowEdge
    dot: Theme.dark ? Theme.alpha(Theme.white, 0.42) : Theme.alpha(Theme.ink, 0.42)
    stepStops: Theme.stepStops
    heatStops: Theme.heatStops
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Picture of %1 by %2 patches").arg(view.columns).arg(view.rows)
    Accessible.description: view.selectedPosition < 0 ? "" : qsTr("Row %1, column %2 is selected")
        .arg(Math.floor(view.selectedPosition / view.columns) + 1).arg(view.selectedPosition % view.columns + 1)

    onSelectedChanged: if (selected >= 0) selectedLast = selected
    onPatchClicked: position => view.selectedPosition = position === view.selectedPosition ? -1 : position
    Keys.onShortcutOverride: event => event.accepted = [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(event.key)
    Keys.onLeftPressed: step(-1, 0)
    Keys.onRightPressed: step(1, 0)
    Keys.onUpPressed: step(0, -1)
    Keys.onDownPressed: step(0, 1)

    function step(dx: int, dy: int): void {
        const at = selected >= 0 ? selected : selectedLast >= 0 && selectedLast < rows * columns ? selectedLast : Math.floor(rows / 2) * columns + Math.floor(columns / 2);
        const column = Math.min(columns - 1, Math.max(0, at % columns + dx));
        const row = Math.min(rows - 1, Math.max(0, Math.floor(at / columns) + dy));
        view.selectedPosition = row * columns + column;
    }

    Behavior on pictureMix { NumberAnimation { duration: Theme.pageMs; easing.type: Easing.OutCubic } }
    Behavior on layerMix { NumberAnimation { duration: Theme.panelMs; easing.type: Easing.OutCubic } }
    Connections {
        target: canvas.studio.pictures
        function onCurrentChanged(): void {
            canvas.jump();
            canvas.selectedLast = -1;
        }
    }

    KeepApart {
        canvas: canvas
        facts: canvas.facts
        repulsion: canvas.view.repulsion
        ratio: canvas.zoom.ratio
        opacity: canvas.layers.halo && canvas.layered && canvas.facts && repulsion >= 1 ? 1 : 0
    }
    Rectangle {
        readonly property rect cell: canvas.width > 0 && canvas.height > 0 ? canvas.cellRect(Math.max(0, canvas.hoveredPosition)) : Qt.rect(0, 0, 0, 0)
        visible: canvas.hoveredPosition >= 0 && canvas.hoveredPosition !== canvas.selected && canvas.width > 0
        x: cell.x - 2
        y: cell.y - 2
        width: cell.width + 4
        height: cell.height + 4
        radius: 6
        color: "transparent"
        border.width: 2
        border.color: Theme.alpha(Theme.selectRing, 0.9)
    }
    SupportLines {
        anchors.fill: parent
        visible: canvas.selected >= 0
        canvas: canvas
        linked: canvas.layers.links
        facts: canvas.selected >= 0 && canvas.timeline.madeSteps >= 0 ? canvas.view.cell(canvas.selected) : null
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -5
        visible: canvas.activeFocus
        radius: 6
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
    }
}
