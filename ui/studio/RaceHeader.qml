import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What races on the left, the clock in the middle, the race's controls on the right.
Item {
    id: header

    required property StudioApp studio
    readonly property Race race: studio.race
    readonly property bool making: race.state === Race.State.Making
    readonly property bool ready: race.state === Race.State.Ready
    readonly property bool fresh: race.state === Race.State.Planned

    RaceSubjectRow {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(160, clock.x - 24)
        studio: header.studio
    }
    Column {
        id: clock
        anchors.verticalCenter: parent.verticalCenter
        x: Math.round(Math.min((header.width - width) / 2, controls.x - width - 12)) // in the middle, unless the controls need the room
        width: Math.max(figure.width, words.implicitWidth)

        Item {
            anchors.horizontalCenter: parent.horizontalCenter
            width: figure.width
            height: 48
            visible: !header.fresh

            Row {
                id: figure
                objectName: "raceClock"
                readonly property string shown: header.race.byStep && !header.making ? header.race.clockStep : Numbers.fixed(header.race.clockMs / 1000, 2)
                spacing: 7
                Accessible.role: Accessible.StaticText
                Accessible.name: unit.steps ? qsTr("Step %1").arg(shown) : qsTr("%1 seconds").arg(shown)

                Label {
                    id: unit
                    readonly property bool steps: header.race.byStep && !header.making
                    anchors.baseline: number.baseline
                    visible: steps
                    text: qsTr("Step")
                    font: Type.title
                    color: Theme.text3
                }
                Label {
                    id: number
                    text: figure.shown
                    font: Type.hero
                }
                Label {
                    anchors.baseline: number.baseline
                    visible: !unit.steps
                    text: qsTr("s")
                    font: Type.title
                    color: Theme.text3
                }
            }
        }
        Label {
            id: words
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text.length > 0
            text: header.fresh ? qsTr("Same picture, same noise: only the order and the number of steps differ.")
                : header.making && header.race.makingLane >= 0 ? qsTr("Lane %1 of %2, running alone").arg(header.race.makingLane + 1).arg(header.race.lanes.length)
                : header.making && header.studio.queue.paused ? qsTr("The queue is paused")
                : header.making ? qsTr("Getting ready") : ""
            font: Type.label
            color: Theme.text2
        }
    }
    Row {
        id: controls
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        SegmentedControl {
            anchors.verticalCenter: parent.verticalCenter
            width: Type.wide(112)
            visible: header.ready
            label: qsTr("Synchronised by")
            value: header.race.byStep
            options: [
                { value: false, label: qsTr("Clock"), name: "raceByClock", tip: qsTr("All lanes at the same time of their own run") },
                { value: true, label: qsTr("Step"), name: "raceByStep", tip: qsTr("All lanes at the same number of steps") }
            ]
            onChosen: value => header.race.byStep = value
        }
        SegmentedControl {
            anchors.verticalCenter: parent.verticalCenter
            width: Type.wide(header.width > Type.wide(1180) ? 150 : 120)
            visible: header.ready
            label: qsTr("Speed")
            value: header.race.speed
            options: [
                { value: 0.25, label: "¼×", name: "raceSpeed_0.25", tip: qsTr("A quarter of the real speed") },
                { value: 1, label: "1×", name: "raceSpeed_1", tip: qsTr("As fast as it was measured") },
                { value: 4, label: "4×", name: "raceSpeed_4", tip: qsTr("Four times as fast") }
            ]
            onChosen: value => header.race.speed = value
        }
        IconButton {
            objectName: "raceAddLane"
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: 40
            implicitHeight: 40
            outlined: true
            visible: !header.making && header.race.lanes.length < 4
            iconPath: Icons.plus
            tip: qsTr("Add a lane")
            onClicked: header.race.addLane()
        }
        IconButton {
            objectName: "raceAgain"
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: 40
            implicitHeight: 40
            outlined: true
            visible: header.ready
            ink: header.race.outdated ? Theme.accentText : hovered ? Theme.text1 : Theme.text2
            iconPath: Icons.refresh
            tip: header.race.outdated ? qsTr("Race again with what is set now") : qsTr("Make and measure all lanes again")
            keys: "Ctrl+Return"
            onClicked: header.race.start()
        }
        IconButton {
            objectName: "raceRestart"
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: 40
            implicitHeight: 40
            outlined: true
            visible: header.ready
            iconPath: Icons.first
            tip: qsTr("From the start")
            keys: "Home"
            onClicked: header.race.restart()
        }
        Button {
            objectName: "raceButton"
            anchors.verticalCenter: parent.verticalCenter
            kind: "primary"
            width: header.ready ? Type.wide(118) : implicitWidth
            enabled: header.making || header.ready || header.studio.queue.canEnqueue
            iconPath: header.making ? Icons.stop : header.ready && header.race.playing ? Icons.pause : Icons.play
            text: header.making ? qsTr("Stop") : header.fresh ? qsTr("Start the race") : header.race.playing ? qsTr("Pause") : qsTr("Play")
            tip: header.making ? qsTr("Esc stops it, too") : header.ready ? qsTr("Space plays and pauses, too") : header.studio.queue.blockedReason
            onClicked: header.making ? header.race.stop() : header.ready ? header.race.toggle() : header.race.start()
        }
    }
}
