pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Every lane's steps on one axis. The axis grows with the clock, so that the quick lanes can be read at first and the
// slowest is whole at the end.
Rectangle {
    id: tracks

    required property Race race
    required property bool compact
    required property bool wide
    readonly property int rowPitch: compact ? 28 : wide ? 52 : 34
    readonly property int barHeight: compact ? 20 : wide ? 40 : 24
    readonly property int axisX: compact ? 128 : 152
    readonly property real axisWidth: width - axisX - 24
    readonly property bool any: race.durationMs > 0
    readonly property var totals: race.lanes.map(lane => endsOf(lane)).filter(ends => ends.length > 0).map(ends => ends[ends.length - 1])
    readonly property real shortest: totals.length > 0 ? Math.min(...totals) : 1
    readonly property real axisEnd: !any ? 1 : Math.min(race.durationMs, Math.max(shortest * 1.45, race.clockMs * 1.06))
    readonly property real playheadX: axisX + Math.min(1, race.clockMs / axisEnd) * axisWidth

    // Where each step ends on the shared axis, in ms of the race's clock.
    function endsOf(lane: RaceLane): var {
        const ends = Array.from(lane.stepEnds);
        return race.byStep ? ends.map((_, i) => (i + 1) * 120) : ends;
    }
    // Round numbers, at most seven.
    function ticksFor(end: real): var {
        const unit = race.byStep ? 120 : 1;
        const exponent = Math.pow(10, Math.floor(Math.log10(end / unit / 6)));
        const step = [1, 2, 5, 10].map(f => f * exponent).find(s => end / unit / s <= 7) * unit;
        const whole = race.byStep ? Math.max(unit, Math.round(step / unit) * unit) : step;
        return Array.from({ length: Math.floor(end / whole) + 1 }, (_, i) => i * whole);
    }
    function tickText(at: real): string {
        return race.byStep ? String(Math.round(at / 120)) : qsTr("%1 s").arg(Numbers.fixed(at / 1000, axisEnd < 700 ? 2 : axisEnd < 7000 ? 1 : 0));
    }

    height: 40 + race.lanes.length * rowPitch + 10
    radius: 14
    color: Theme.panel
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Time of each step")

    Label {
        anchors.centerIn: parent
        width: parent.width - 2 * tracks.axisX
        visible: !tracks.any
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Each lane first runs alone. Then all are shown on one clock, with the times they really took.")
        color: Theme.text2
        wrapMode: Text.Wrap
    }
    Repeater {
        model: tracks.any ? tracks.ticksFor(tracks.axisEnd) : []

        Item {
            id: tick

            required property real modelData

            x: Math.round(tracks.axisX + modelData / tracks.axisEnd * tracks.axisWidth)
            height: tracks.height

            Rule {
                y: 36
                vertical: true
                height: parent.height - 52
            }
            Label {
                x: tick.modelData === 0 ? 0 : -width / 2
                y: 10
                visible: Math.abs(tick.x - tracks.playheadX) > 36 && tick.x < tracks.width - 24
                text: tracks.tickText(tick.modelData)
                font: Type.ruler
                color: Theme.text3
            }
        }
    }
    Repeater {
        model: tracks.race.lanes

        Item {
            id: row

            required property RaceLane modelData
            required property int index

            y: 40 + index * tracks.rowPitch
            width: tracks.width
            height: tracks.barHeight

            Row {
                x: 20
                height: parent.height
                spacing: 6

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.title
                    font: Type.label
                }
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.steps
                    font: Type.label
                    color: Theme.text3
                }
            }
            StepTrack {
                x: tracks.axisX
                width: tracks.axisWidth
                height: parent.height
                ends: tracks.endsOf(row.modelData)
                sizes: row.modelData.groupSizes
                shown: row.modelData.shownSteps
                axisEnd: tracks.axisEnd
                stops: Theme.stepStops
                font: Type.ruler
                inkOnDark: Theme.alpha(Theme.white, 0.95)
                inkOnBright: Theme.alpha(Theme.inkOnBright, 0.84)
                faintInk: Theme.text3
            }
        }
    }
    Item {
        id: playhead
        visible: tracks.any && tracks.race.state === Race.State.Ready
        x: Math.round(tracks.playheadX)
        height: parent.height

        Rectangle {
            x: -1
            y: 22
            width: 1.5
            height: parent.height - 34
            color: Theme.accent
        }
        Rectangle {
            x: -width / 2
            y: 8
            width: badge.implicitWidth + 16
            height: 18
            radius: 5
            color: Theme.accent

            Label {
                id: badge
                anchors.centerIn: parent
                text: tracks.race.byStep ? tracks.race.clockStep : Numbers.fixed(tracks.race.clockMs / 1000, 2)
                font: Type.ruler
                color: Theme.inkOnAccent
            }
        }
    }
    MouseArea {
        id: scrub
        objectName: "raceScrub"
        property real axisThen: 1 // the axis stays as it was while it is dragged on
        readonly property bool visualFocus: activeFocus // a press gives it none
        readonly property real unit: tracks.race.byStep ? 120 : 1000 // ms
        readonly property real value: tracks.race.clockMs / unit // these three as Qt's accessibility asks for them
        readonly property real minimumValue: 0
        readonly property real maximumValue: tracks.race.durationMs / unit
        // A step, or so little that a held key takes some seconds from end to end.
        readonly property real stepMs: tracks.race.byStep ? unit : tracks.race.durationMs / 200

        function go(ms: real): void {
            tracks.race.pause();
            tracks.race.seek(ms);
        }

        x: tracks.axisX - 8
        width: tracks.axisWidth + 16
        height: parent.height
        enabled: tracks.race.state === Race.State.Ready
        cursorShape: enabled ? Qt.PointingHandCursor : Qt.ArrowCursor
        activeFocusOnTab: enabled
        Accessible.role: Accessible.Slider
        Accessible.focusable: true
        Accessible.name: qsTr("Clock of the race")
        // Home is the window's, too.
        Keys.onShortcutOverride: event => event.accepted = [Qt.Key_Left, Qt.Key_Right, Qt.Key_Home, Qt.Key_End].includes(event.key)
        Keys.onLeftPressed: go(tracks.race.clockMs - stepMs)
        Keys.onRightPressed: go(tracks.race.clockMs + stepMs)
        Keys.onPressed: event => {
            event.accepted = true;
            if (event.key === Qt.Key_Home)
                go(0);
            else if (event.key === Qt.Key_End)
                go(tracks.race.durationMs);
            else
                event.accepted = false;
        }
        // The right end is the end of the race, however far the axis goes as yet.
        function at(x: real): real {
            const share = (x - 8) / tracks.axisWidth;
            return share < 1 ? share * axisThen : tracks.race.durationMs;
        }
        onPressed: mouse => {
            axisThen = tracks.axisEnd;
            go(at(mouse.x));
        }
        onPositionChanged: mouse => tracks.race.seek(at(mouse.x))

        FocusRing {
            anchors.margins: 4
            control: scrub
        }
    }
}
