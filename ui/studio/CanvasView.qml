import QtQuick
import QtQuick.Window
import LpdStudio.App
import LpdStudio.Canvas
import LpdStudio.Style

// The canvas at the largest size whose cells are whole device pixels, with the marks of what is pointed at and chosen.
PatchCanvas {
    id: canvas

    required property StudioApp studio
    required property rect area // where it may be
    readonly property PictureView view: studio.picture
    readonly property Timeline timeline: studio.timeline
    readonly property bool complete: view.finished && !timeline.playing && timeline.shownSteps === timeline.stepCount
    readonly property int selected: view.selectedPosition
    readonly property real ratio: Screen.devicePixelRatio
    readonly property int cellPixels: Math.max(2, Math.floor(Math.min(area.width / view.columns, area.height / view.rows) * ratio))

    function whole(value: real): real {
        return Math.round(value * ratio) / ratio;
    }

    width: view.columns * cellPixels / ratio
    height: view.rows * cellPixels / ratio
    x: whole(area.x + (area.width - width) / 2)
    y: whole(area.y + (area.height - height) / 2)

    columns: view.columns
    rows: view.rows
    picture: view.image // qmllint disable
    swatches: view.swatches // qmllint disable
    pictureMix: view.finished ? 1 : 0
    stepOfPosition: view.stepOfPosition
    steps: view.steps
    shownSteps: timeline.shownSteps
    currentGroup: complete ? -1 : timeline.live ? timeline.shownSteps : timeline.shownSteps - 1
    nextGroup: complete ? -1 : timeline.live ? timeline.shownSteps + 1 : timeline.shownSteps
    reducedMotion: Theme.reducedMotion
    emptyFill: Theme.cellEmpty
    emptyLine: Theme.cellEmptyLine
    glow: Theme.reducedMotion ? Theme.alpha(Theme.glow, 0) : Theme.glow
    glowEdge: Theme.glowEdge
    dot: Theme.dark ? Theme.alpha(Theme.white, 0.42) : Theme.alpha(Theme.ink, 0.42)
    stepStops: Theme.stepStops
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Picture of %1 by %2 patches").arg(view.columns).arg(view.rows)
    Accessible.description: view.selectedPosition < 0 ? "" : qsTr("Row %1, column %2 is selected")
        .arg(Math.floor(view.selectedPosition / view.columns) + 1).arg(view.selectedPosition % view.columns + 1)

    onPatchClicked: position => view.selectedPosition = position === view.selectedPosition ? -1 : position
    Keys.onShortcutOverride: event => event.accepted = [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(event.key)
    Keys.onLeftPressed: step(-1, 0)
    Keys.onRightPressed: step(1, 0)
    Keys.onUpPressed: step(0, -1)
    Keys.onDownPressed: step(0, 1)

    function step(dx: int, dy: int): void {
        const at = selected >= 0 ? selected : Math.floor(rows / 2) * columns + Math.floor(columns / 2);
        const column = Math.min(columns - 1, Math.max(0, at % columns + dx));
        const row = Math.min(rows - 1, Math.max(0, Math.floor(at / columns) + dy));
        view.selectedPosition = row * columns + column;
    }

    Behavior on pictureMix { NumberAnimation { duration: Theme.pageMs; easing.type: Easing.OutCubic } }
    Connections {
        target: canvas.studio.pictures
        function onCurrentChanged(): void {
            canvas.jump();
        }
    }

    Rectangle {
        readonly property rect cell: canvas.width > 0 && canvas.height > 0 ? canvas.cellRect(Math.max(0, canvas.hoveredPosition)) : Qt.rect(0, 0, 0, 0)
        visible: canvas.hoveredPosition >= 0 && canvas.hoveredPosition !== canvas.selected && canvas.width > 0
        x: cell.x - 1
        y: cell.y - 1
        width: cell.width + 2
        height: cell.height + 2
        radius: 5
        color: "transparent"
        border.width: 1
        border.color: Theme.alpha(Theme.selectRing, 0.75)
    }
    SupportLines {
        anchors.fill: parent
        visible: canvas.selected >= 0
        canvas: canvas
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
