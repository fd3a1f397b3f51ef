pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// How many patches each step makes: bars are the numbers, the line is their shape. A bar can be dragged up or down; the
// others give or take, so that the sum stays.
Item {
    id: curve

    required property PlanSettings plan
    property int currentStep: 0 // of the run under way, 0 = none
    readonly property var sizes: Array.from(plan.groupSizes)
    readonly property int count: sizes.length
    readonly property int largest: count > 0 ? Math.max(...sizes) : 1
    readonly property real pitch: count > 0 ? width / count : width
    readonly property real gap: pitch > 8 ? 3.5 : pitch > 3 ? 1 : 0
    readonly property int floorY: height - 1
    readonly property int span: height - 8
    readonly property int marked: drag.pressed ? drag.step : activeFocus ? focusStep : drag.pointed
    readonly property var handles: count < 2 ? [] : [...new Set([1, Math.round(count * 0.34), Math.round(count * 0.67), count, marked])].filter(step => step >= 1 && step <= count)
    property int focusStep: 1

    function topOf(step: int): real {
        return floorY - Math.max(1, span * (sizes[step - 1] ?? 0) / largest);
    }
    function stepAt(x: real): int {
        return Math.max(1, Math.min(count, Math.floor(x / pitch) + 1));
    }
    function change(by: int): void {
        const step = Math.min(focusStep, count);
        plan.reshapeGroups(sizes, step, sizes[step - 1] + by);
    }

    readonly property int value: sizes[focusStep - 1] ?? 0
    readonly property int minimumValue: 1
    readonly property int maximumValue: plan.tokenCount

    activeFocusOnTab: count > 1
    Accessible.role: Accessible.Slider
    Accessible.focusable: true
    Accessible.name: qsTr("Group sizes, from %1 to %2").arg(count > 0 ? Math.min(...sizes) : 0).arg(largest)
    Accessible.description: activeFocus ? qsTr("Step %1, %n patch(es). Up and down change it, left and right choose a step", "", sizes[focusStep - 1] ?? 0).arg(focusStep) : ""
    Keys.onShortcutOverride: event => event.accepted = [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down, Qt.Key_Home, Qt.Key_End, Qt.Key_Backspace].includes(event.key)
    Keys.onLeftPressed: focusStep = Math.max(1, focusStep - 1)
    Keys.onRightPressed: focusStep = Math.min(count, focusStep + 1)
    Keys.onUpPressed: change(1)
    Keys.onDownPressed: change(-1)
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Home)
            focusStep = 1;
        else if (event.key === Qt.Key_End)
            focusStep = count;
        else if (event.key === Qt.Key_Backspace)
            plan.resetGroups();
        else
            event.accepted = false;
    }
    onCountChanged: focusStep = Math.max(1, Math.min(focusStep, count))

    Repeater {
        model: curve.count <= 512 ? curve.count : 0

        Rectangle {
            required property int index
            readonly property int step: index + 1

            x: index * curve.pitch + curve.gap / 2
            y: curve.floorY - height
            width: Math.max(0.5, curve.pitch - curve.gap)
            height: Math.max(1, curve.span * (curve.sizes[index] ?? 0) / curve.largest)
            radius: Math.min(2, width / 3)
            color: step === curve.currentStep ? Theme.alpha(Theme.accent, 0.55) : Theme.alpha(Theme.text1, step === curve.marked ? 0.24 : 0.085)
        }
    }
    Rule {
        y: curve.floorY
        width: parent.width
        color: Theme.lineStrong
    }
    TrendLine {
        width: parent.width
        height: parent.height - 5
        y: 4
        color: Theme.accentText
        values: Array.from(curve.sizes, size => size / curve.largest)
    }
    Repeater {
        model: curve.handles

        Rectangle {
            required property int modelData
            readonly property bool on: modelData === curve.marked

            x: (modelData - 0.5) * curve.pitch - width / 2
            y: curve.topOf(modelData) - height / 2
            width: on ? 11 : 9
            height: width
            radius: width / 2
            color: on ? Theme.accentText : Theme.panel
            border.width: 1.75
            border.color: Theme.accentText
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -4
        visible: curve.activeFocus
        radius: 6
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
    }
    MouseArea {
        id: drag
        objectName: "groupCurve"
        anchors.fill: parent
        anchors.topMargin: -8
        enabled: curve.count > 1
        hoverEnabled: true
        preventStealing: true
        cursorShape: Qt.SizeVerCursor
        property int step: 0
        property var before: [] // the sizes when the drag began, so that it leaves no trace on its way
        property real pressedY: 0
        readonly property int pointed: containsMouse ? curve.stepAt(mouseX) : 0
        readonly property real patchHeight: curve.span / Math.max(1, ...before)

        onPressed: mouse => {
            step = curve.stepAt(mouse.x);
            before = curve.sizes;
            pressedY = mouse.y;
            curve.focusStep = step;
        }
        onPositionChanged: mouse => {
            if (pressed)
                curve.plan.reshapeGroups(before, step, before[step - 1] + Math.round((pressedY - mouse.y) / patchHeight));
        }
        onDoubleClicked: curve.plan.resetGroups()

        Item {
            x: (curve.marked - 0.5) * curve.pitch
            y: drag.height // below: the bars stay in view
            TipHost {
                objectName: "groupCurveTip"
                readonly property int step: Math.max(1, curve.marked)
                readonly property int patches: curve.sizes[step - 1] ?? 0
                shown: curve.activeFocus || drag.pointed > 0 || drag.pressed
                text: curve.activeFocus && !drag.pressed ? qsTr("Step %1: %n patch(es)", "", patches).arg(step)
                                                        : qsTr("Step %1: %n patch(es). Drag to change", "", patches).arg(step)
            }
        }
    }
}
