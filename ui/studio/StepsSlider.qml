pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Steps on a log2 scale with ticks at the published counts; snaps to a tick within 6 px unless Alt is held.
Slider {
    id: slider

    required property PlanSettings plan
    readonly property int most: Math.max(2, plan.tokenCount)
    readonly property int least: 1
    readonly property var ticks: Array.from(plan.publishedSteps).filter(n => n >= least && n <= most)
    readonly property var labelled: Array.from([1, 8, 20, 32, 64, 128, 256, 512, 1024, 2048, 4096]).filter(n => n <= most)

    implicitHeight: 40
    from: least
    to: most
    handleShare: shareOf(plan.steps)
    tip: qsTr("Steps")
    trackY: 8

    function shareOf(steps: real): real {
        return Math.min(1, Math.max(0, Math.log2(Math.max(1, steps)) / Math.log2(most)));
    }
    function xOf(steps: real): real {
        return 7 + shareOf(steps) * (width - 14);
    }
    // The step count at this share of the way, snapped to a tick that is near.
    function stepsAt(share: real, snap: bool): int {
        const free = Math.max(least, Math.min(most, Math.round(Math.pow(most, share))));
        if (!snap)
            return free;
        const x = 7 + share * (width - 14);
        let best = free, distance = 6;
        for (const tick of ticks) {
            const away = Math.abs(xOf(tick) - x);
            if (away <= distance) {
                best = tick;
                distance = away;
            }
        }
        return best;
    }
    function nextTick(direction: int): int {
        const further = direction > 0 ? ticks.find(n => n > plan.steps) : ticks.slice().reverse().find(n => n < plan.steps);
        return further ?? plan.steps;
    }

    onMoved: {
        plan.steps = stepsAt(position, !(point.point.modifiers & Qt.AltModifier));
        value = plan.steps;
    }
    Binding on value {
        value: slider.plan.steps
        restoreMode: Binding.RestoreNone
    }
    Keys.onLeftPressed: plan.steps = Math.max(least, plan.steps - 1)
    Keys.onRightPressed: plan.steps = Math.min(most, plan.steps + 1)
    Keys.onDownPressed: plan.steps = nextTick(-1)
    Keys.onUpPressed: plan.steps = nextTick(1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            plan.steps = nextTick(event.key === Qt.Key_PageUp ? 1 : -1);
            event.accepted = true;
        }
    }
    PointHandler { id: point }

    background: Item {
        Rectangle {
            y: 6
            width: slider.width
            height: 4
            radius: 2
            color: Theme.track

            Rectangle {
                width: slider.handle.x + 7
                height: 4
                radius: 2
                color: Theme.accent
            }
        }
        Repeater {
            model: slider.ticks

            Rectangle {
                required property int modelData
                readonly property bool on: modelData === slider.plan.steps

                x: Math.round(slider.xOf(modelData))
                y: 19
                width: 1
                height: 4
                color: on ? Theme.accentText : Theme.text4
            }
        }
        Repeater {
            model: slider.labelled.includes(slider.plan.steps) || !slider.ticks.includes(slider.plan.steps)
                ? slider.labelled : slider.labelled.filter(n => Math.abs(slider.xOf(n) - slider.xOf(slider.plan.steps)) > 24).concat([slider.plan.steps])

            Label {
                required property int modelData
                readonly property bool on: modelData === slider.plan.steps

                x: Math.round(Math.max(0, Math.min(slider.width - implicitWidth, slider.xOf(modelData) - implicitWidth / 2)))
                y: 26
                text: modelData
                font: on ? Type.tag : Type.caption
                color: on ? Theme.accentText : Theme.text3
            }
        }
    }
    TipHost {
        height: 16
        shown: slider.hovered && !slider.pressed
        text: qsTr("Fewer steps are faster; ticks are the counts of the paper. Hold Alt to place freely")
    }
}
