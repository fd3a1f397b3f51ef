import QtQuick
import QtQuick.Window
import LpdStudio.App
import LpdStudio.Canvas
import LpdStudio.Controls
import LpdStudio.Style

// One lane: its picture as far as the clock has come, how far that is, and what can be said of its order.
Rectangle {
    id: card

    required property StudioApp studio
    required property RaceLane lane
    required property int number
    required property bool compact
    readonly property PictureView view: lane.view
    readonly property Race race: studio.race
    readonly property bool made: lane.phase === RaceLane.Phase.Made
    readonly property bool complete: made && lane.shownSteps === lane.steps
    readonly property bool fresh: lane.phase === RaceLane.Phase.Planned || lane.phase === RaceLane.Phase.Waiting
    readonly property bool leads: race.state === Race.State.Ready && complete
        && race.lanes.every(other => other.totalMs >= lane.totalMs)
    readonly property real ratio: Screen.devicePixelRatio
    readonly property int below: compact ? 92 : 146
    readonly property int cellPixels: Math.max(2, Math.floor(Math.min((width - 40) / view.columns, (height - 56 - below) / view.rows) * ratio))

    objectName: "lane_" + number
    radius: 14
    color: Theme.panel
    border.width: 1
    border.color: leads ? Theme.accentLine : Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Lane %1: %2, %n step(s)", "", lane.steps).arg(number + 1).arg(lane.title)

    function seconds(ms: real): string {
        return qsTr("%1 s").arg(Numbers.fixed(ms / 1000, ms < 9995 ? 2 : 1));
    }

    Row {
        x: 20
        y: 18
        height: 24
        spacing: 8

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: card.lane.title
            font: Type.lane
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%n step(s)", "", card.lane.steps)
            color: Theme.text3
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            visible: card.race.lanes.some(other => other.guidance !== card.lane.guidance)
            text: qsTr("guidance %1").arg(Numbers.fixed(card.lane.guidance, 1))
            color: Theme.text3
        }
    }
    IconButton {
        id: more
        objectName: "laneMore_" + card.number
        anchors.right: parent.right
        anchors.rightMargin: 12
        y: 14
        enabled: card.race.state !== Race.State.Making
        iconPath: Icons.more
        tip: qsTr("Change this lane")
        onClicked: editor.opened ? editor.close() : editor.open()

        LaneEditor {
            id: editor
            y: more.height + 6
            x: more.width - width
            studio: card.studio
            lane: card.lane
            number: card.number
        }
    }
    PatchCanvas {
        id: canvas
        objectName: "laneCanvas_" + card.number
        x: Math.round((card.width - width) / 2 * card.ratio) / card.ratio
        y: 56
        width: columns * card.cellPixels / card.ratio
        height: rows * card.cellPixels / card.ratio
        columns: card.view.columns
        rows: card.view.rows
        picture: card.view.image // qmllint disable
        swatches: card.view.swatches // qmllint disable
        pictureMix: card.view.finished ? 1 : 0
        stepOfPosition: card.lane.plannedSteps
        steps: card.lane.steps
        shownSteps: card.lane.shownSteps
        currentGroup: card.fresh || card.complete || card.lane.phase === RaceLane.Phase.Stopped ? -1 : card.lane.shownSteps
        reducedMotion: Theme.reducedMotion
        ghostStrength: card.fresh ? 1 : 0
        ghostFront: 1
        emptyFill: Theme.cellEmpty
        emptyLine: Theme.cellEmptyLine
        glow: Theme.reducedMotion ? Theme.alpha(Theme.glow, 0) : Theme.glow
        glowEdge: Theme.glowEdge
        stepStops: Theme.stepStops
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Picture of lane %1").arg(card.number + 1)
    }
    Item {
        id: foot
        x: 20
        y: canvas.y + canvas.height + 16
        width: parent.width - 40
        height: card.below - 32

        Row {
            id: progress
            readonly property int room: foot.width - (time.visible ? time.width + 14 : 0)
            height: 18
            spacing: 8

            Label {
                id: state
                width: Math.min(implicitWidth, progress.room)
                font: Type.section
                text: card.fresh ? qsTr("Not made yet")
                    : card.lane.phase === RaceLane.Phase.Stopped ? (card.lane.problem.length > 0 ? card.lane.problem : qsTr("Stopped"))
                    : card.complete ? qsTr("Done")
                    : qsTr("Step %1 of %2").arg(Math.min(card.lane.steps, card.lane.shownSteps + (card.studio.race.byStep ? 0 : 1))).arg(card.lane.steps)
                color: card.lane.problem.length > 0 ? Theme.danger : Theme.text1
            }
            Label {
                visible: !card.fresh && !card.compact && state.width + progress.spacing + implicitWidth <= progress.room
                color: Theme.text3
                text: qsTr("%1 of %2").arg(card.lane.shownPatches).arg(card.view.columns * card.view.rows)
            }
        }
        Row {
            id: time
            anchors.right: parent.right
            height: 18
            spacing: 4
            visible: card.lane.totalMs > 0

            Label {
                color: Theme.text3
                text: card.made ? qsTr("done at") : qsTr("so far")
            }
            Label {
                objectName: "laneSeconds_" + card.number
                font: Type.section
                text: card.seconds(card.lane.totalMs)
                HoverHandler { id: timeHover }
                TipHost {
                    shown: timeHover.hovered
                    text: qsTr("The sum of its steps, measured while it ran alone. Turning the tokens into pixels is the same work in every lane and not counted.")
                }
            }
        }
        ProgressLine {
            y: 26
            width: parent.width
            value: card.fresh ? 0 : card.lane.shownPatches / (card.view.columns * card.view.rows)
            fill: card.leads || card.lane.phase === RaceLane.Phase.Making ? Theme.accent : Theme.text3
        }
        LaneStatistics {
            y: card.compact ? 38 : 46
            width: parent.width
            lane: card.lane
            compact: card.compact
        }
    }
}
