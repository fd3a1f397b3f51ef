pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Canvas
import LpdStudio.Controls
import LpdStudio.Style

// Ruler, bars, milliseconds and the playhead. Pointing peeks at a step; press or drag anywhere to move through them.
Item {
    id: bars

    required property StudioApp studio
    property bool showMs: true
    property int maxBar: 68
    readonly property Timeline timeline: studio.timeline
    readonly property bool planned: timeline.stepCount === 0
    readonly property var sizes: Array.from(planned ? studio.plan.groupSizes : studio.picture.groupSizes)
    readonly property int count: sizes.length
    readonly property int largest: count > 0 ? Math.max(...sizes) : 1
    readonly property real pitch: count > 0 ? width / count : width
    readonly property bool dense: count > 48
    readonly property real gap: dense ? (pitch > 3 ? 1 : 0) : 8
    readonly property int msHeight: showMs && !dense ? 26 : 4
    readonly property bool timed: timeline.live || Array.from(studio.picture.stepMs).some(ms => ms > 0) // not every file says them
    readonly property int floorY: height - msHeight
    readonly property int barSpace: Math.min(maxBar, floorY - 34)
    readonly property int step: timeline.live ? Math.min(timeline.shownSteps + 1, timeline.stepCount) : timeline.shownSteps
    readonly property int peeked: planned || timeline.peekedSteps < 0 ? 0 : timeline.visibleSteps // glanced at, 0 = none
    property real dragX: -1 // where the pointer drags the playhead, -1 = nowhere

    component Mark: Rectangle {
        required property int step
        // What it depends on is named, of the item itself: the window's may change before that knows it.
        readonly property rect bar: drawn.width > 0 && drawn.floorY > 0 && drawn.barSpace > 0 && drawn.gap >= 0 && drawn.sizes ? drawn.barRect(step) : Qt.rect(0, 0, 0, 0)
        readonly property int margin: bars.dense ? 0 : 3

        x: bar.x - margin
        y: bar.y - margin
        width: bar.width + 2 * margin
        height: bar.height + 2 * margin
        radius: bars.dense ? 1.5 : 7
        color: "transparent"
    }
    function centre(step: int): real {
        return step <= 0 ? 0 : (step - 0.5) * pitch;
    }
    function stepAt(x: real): int {
        return Math.min(count, Math.max(0, Math.floor(x / pitch) + 1));
    }

    Rule {
        y: 18
        width: parent.width
        color: Theme.lineStrong
    }
    Repeater { // the ruler: 1, then every fifth, tenth ... step
        id: ruler
        readonly property int every: Array.from([1, 5, 10, 20, 50, 100, 200, 500, 1000]).find(n => n * bars.pitch >= 64 || n >= 1000)
        readonly property int unit: Math.max(1, every)
        model: bars.count > 0 ? Math.floor(bars.count / unit) + (unit > 1 ? 1 : 0) : 0

        Label {
            required property int index
            readonly property int step: ruler.unit === 1 ? index + 1 : Math.max(1, index * ruler.unit)

            x: Math.round(bars.centre(step) - implicitWidth / 2)
            y: -2
            height: 14
            text: step
            font: Type.ruler
            color: Theme.text2
            visible: Math.abs(bars.centre(step) - head.x) > 22 || !head.visible
        }
    }
    Repeater { // the ticks of a ruler that is not crowded: few enough to be items
        model: bars.dense ? 0 : bars.count

        Rectangle {
            required property int index
            x: Math.round(bars.centre(index + 1))
            y: 15
            width: 1
            height: 4
            color: Theme.text4
        }
    }
    StepBars {
        id: drawn
        objectName: "timelineBars"
        anchors.fill: parent
        sizes: bars.sizes
        stepMs: bars.planned ? [] : bars.studio.picture.stepMs
        step: bars.step
        planned: bars.planned
        live: bars.timeline.live
        showMs: bars.msHeight > 20 && bars.timed
        dense: bars.dense
        gap: bars.gap
        floorY: bars.floorY
        barSpace: bars.barSpace
        stepStops: Theme.stepStops
        font: Type.tag
        inkDark: Theme.alpha(Theme.inkOnBright, 0.84)
        inkLight: Theme.alpha(Theme.white, 0.95)
        text1: Theme.text1
        text3: Theme.text3
        text4: Theme.text4
    }
    Mark {
        objectName: "stepMark"
        visible: !bars.planned && bars.step > 0 && !bars.dense
        step: bars.step
        border.width: 1.75
        border.color: Theme.accent
    }
    Mark {
        visible: bars.peeked > 0 && bars.peeked !== bars.step
        step: bars.peeked
        color: Theme.alpha(Theme.text1, bars.dense ? 0.5 : 0.08)
        border.width: bars.dense ? 0 : 1.25
        border.color: Theme.text2
    }
    Label {
        anchors.right: parent.right
        anchors.rightMargin: -16
        y: bars.floorY + 7
        visible: bars.msHeight > 20 && !bars.planned && bars.timed
        text: qsTr("ms")
        font: Type.ruler
        color: Theme.text3
    }

    Item {
        id: head
        x: bars.dragX >= 0 ? Math.min(bars.width, Math.max(0, bars.dragX)) : bars.centre(bars.step)
        visible: !bars.planned
        Behavior on x {
            enabled: bars.dragX < 0 && !bars.timeline.playing && !bars.timeline.live
            NumberAnimation { duration: Theme.snapMs; easing.type: Easing.OutCubic }
        }

        Rectangle {
            x: -0.75
            y: 12
            width: 1.5
            height: bars.dense ? bars.floorY - 12 : Math.max(8, bars.floorY - 15 - reach)
            readonly property int barHeight: Math.max(4, Math.round(bars.barSpace * (bars.sizes[Math.max(0, bars.step - 1)] ?? 0) / bars.largest))
            readonly property int reach: barHeight + (barHeight < 18 ? 18 : 0) // a number stands on a short bar
            color: Theme.accent
        }
        Rectangle {
            x: -width / 2
            y: -4
            width: Math.max(24, number.implicitWidth + 12)
            height: 18
            radius: 5
            color: Theme.accent

            Label {
                id: number
                anchors.centerIn: parent
                text: bars.step
                font: Type.tag
                color: Theme.inkOnAccent
            }
        }
    }
    MouseArea {
        id: scrub
        anchors.fill: parent
        anchors.margins: -8
        enabled: !bars.planned
        hoverEnabled: true
        preventStealing: true
        cursorShape: enabled ? Qt.PointingHandCursor : Qt.ArrowCursor
        readonly property int pointed: containsMouse ? bars.stepAt(mouseX - 8) : 0
        // Resting on a bar shows its step on the canvas; the playhead stays. A press goes there.
        onPointedChanged: bars.timeline.peekedSteps = pressed || pointed > bars.timeline.madeSteps || pointed < 1 ? -1 : pointed
        onPressed: mouse => follow(mouse.x - 8)
        onPositionChanged: mouse => { if (pressed) follow(mouse.x - 8); }
        onReleased: bars.dragX = -1
        onCanceled: bars.dragX = -1

        function follow(x: real): void {
            bars.dragX = x;
            // The left edge is the empty picture; a press on a bar shows that step.
            bars.timeline.seek(x <= 0 ? 0 : bars.stepAt(x));
        }
        readonly property int value: bars.step
        readonly property int minimumValue: 0
        readonly property int maximumValue: bars.count
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Step %1 of %2").arg(bars.step).arg(bars.count)

        Item {
            x: Math.round(bars.centre(scrub.pointed)) + 8
            y: 0
            TipHost {
                shown: scrub.containsMouse && !scrub.pressed && scrub.pointed > 0 && (!bars.showMs || bars.dense)
                readonly property int patches: bars.sizes[scrub.pointed - 1] ?? 0
                readonly property int ms: Math.round(bars.studio.picture.stepMs[scrub.pointed - 1] ?? 0)
                text: scrub.pointed <= bars.timeline.madeSteps && ms > 0 ? qsTr("Step %1: %n patch(es), %2 ms", "", patches).arg(scrub.pointed).arg(ms)
                                                               : qsTr("Step %1: %n patch(es)", "", patches).arg(scrub.pointed)
            }
        }
    }
}
