import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Play, step, repeat, speed; where we are; what it took.
Item {
    id: bar

    required property StudioApp studio
    readonly property Timeline timeline: studio.timeline
    readonly property GenerationController controller: studio.controller
    readonly property PictureView picture: studio.picture
    readonly property bool any: timeline.stepCount > 0
    readonly property int step: timeline.live ? Math.min(timeline.shownSteps + 1, timeline.stepCount) : timeline.shownSteps
    readonly property bool complete: picture.finished && timeline.shownSteps === timeline.stepCount && !timeline.playing
    readonly property var speeds: [0.25, 0.5, 1, 2, 4, 8]

    function seconds(ms: real): string {
        return qsTr("%1 s").arg(Numbers.fixed(ms / 1000, 2));
    }
    function counted(steps: int): string {
        return qsTr("%n step(s)", "", steps);
    }
    function speedText(speed: real): string {
        return (speed === 0.25 ? "¼" : speed === 0.5 ? "½" : String(speed)) + "×";
    }

    Row {
        id: controls
        x: -8
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2
        enabled: bar.any

        IconButton { objectName: "firstStep"; iconPath: Icons.first; tip: qsTr("Before the first step"); keys: "Home"; onClicked: bar.timeline.first() }
        IconButton { objectName: "previousStep"; iconPath: Icons.chevronLeft; tip: qsTr("Previous step"); keys: "←"; onClicked: bar.timeline.previous() }
        IconButton {
            objectName: "playButton"
            filled: true
            enabled: bar.any && !bar.timeline.live
            iconPath: bar.timeline.playing || bar.timeline.live ? Icons.pause : Icons.play
            tip: bar.timeline.live ? qsTr("The picture is being made") : bar.timeline.playing ? qsTr("Pause") : qsTr("Replay step by step")
            keys: bar.timeline.live ? "" : "Space"
            onClicked: bar.timeline.toggle()
        }
        IconButton { objectName: "nextStep"; iconPath: Icons.chevronRight; tip: qsTr("Next step"); keys: "→"; onClicked: bar.timeline.next() }
        IconButton { objectName: "lastStep"; iconPath: Icons.last; tip: qsTr("Last step"); keys: "End"; onClicked: bar.timeline.last() }
        Item { width: 8; height: 1 }
        IconButton {
            objectName: "loopButton"
            iconPath: Icons.repeat
            checked: bar.timeline.loop
            ink: bar.timeline.loop ? Theme.accentText : Theme.text2
            tip: bar.timeline.loop ? qsTr("Repeats at the end") : qsTr("Repeat at the end")
            onClicked: bar.timeline.loop = !bar.timeline.loop
        }
        Button {
            id: speed
            objectName: "speedButton"
            kind: "ghost"
            horizontalPadding: 9
            text: bar.speedText(bar.timeline.speed)
            font: Type.label
            tip: qsTr("Replay speed")
            onClicked: menu.opened ? menu.close() : menu.open()

            MenuPopup {
                id: menu
                y: -height - 6
                implicitWidth: 112
                value: bar.timeline.speed
                options: bar.speeds.map(s => ({ value: s, label: bar.speedText(s), name: "speed_" + s }))
                onChosen: value => bar.timeline.speed = value
            }
        }
    }
    Row {
        anchors.verticalCenter: parent.verticalCenter
        // In the middle, unless the times or the buttons need the room.
        x: Math.round(Math.max(controls.x + controls.width + 8, Math.min((bar.width - width) / 2, times.visible ? times.x - width - 18 : bar.width - width)))
        spacing: 4

        Label {
            font: Type.section
            text: !bar.any ? bar.counted(bar.studio.plan.steps) : bar.complete ? bar.counted(bar.timeline.stepCount) : qsTr("Step %1").arg(bar.step)
        }
        Label {
            color: Theme.text3
            text: !bar.any ? qsTr("planned") : bar.picture.cancelled && bar.timeline.shownSteps === bar.timeline.madeSteps ? qsTr("of %1, stopped").arg(bar.timeline.stepCount)
                : bar.complete ? qsTr("finished") : qsTr("of %1").arg(bar.timeline.stepCount)
        }
    }
    Row {
        id: times
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 18
        visible: bar.any && bar.width > Type.wide(620)

        Row {
            visible: bar.timeline.live || bar.picture.totalMs > 0 // a picture made elsewhere does not say how long it took
            spacing: 4

            Label {
                font: Type.label
                text: bar.seconds(bar.timeline.live ? bar.controller.elapsedMs : bar.picture.totalMs)
            }
            Label {
                font: Type.label
                color: Theme.text3
                text: bar.timeline.live ? qsTr("elapsed") : qsTr("total")
            }
        }
        Label {
            visible: bar.timeline.live
            font: Type.label
            color: Theme.text3
            text: bar.controller.decoding ? qsTr("decoding") : qsTr("%1 left").arg(bar.seconds(bar.controller.remainingMs))
        }
        Label {
            font: Type.label
            color: Theme.text3
            visible: bar.timeline.madeSteps > 0 && bar.picture.totalMs > 0
            text: qsTr("%1 ms/step").arg(Math.round(bar.picture.totalMs / Math.max(1, bar.timeline.madeSteps)))
        }
    }
}
