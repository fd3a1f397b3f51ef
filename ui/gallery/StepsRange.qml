pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// From how many steps to how many; logarithmic, like the steps themselves.
T.RangeSlider {
    id: range

    required property GalleryFilter filter
    readonly property real low: Math.log2(Math.max(1, filter.leastSteps))
    readonly property real high: Math.log2(Math.max(2, filter.greatestSteps))
    readonly property int value: fewest // these three as Qt's accessibility asks for them
    readonly property int minimumValue: filter.leastSteps
    readonly property int maximumValue: filter.greatestSteps
    readonly property int fewest: filter.fewestSteps > 0 ? filter.fewestSteps : filter.leastSteps
    readonly property int most: filter.mostSteps > 0 ? filter.mostSteps : filter.greatestSteps

    function stepsAt(value: real): int {
        return Math.round(Math.pow(2, value));
    }
    function follow(): void {
        setValues(Math.log2(Math.max(1, fewest)), Math.log2(Math.max(1, most)));
    }
    function apply(): void {
        const fewest = stepsAt(first.value);
        const most = stepsAt(second.value);
        filter.setSteps(fewest <= filter.leastSteps ? 0 : fewest, most >= filter.greatestSteps ? 0 : most);
    }

    objectName: "stepsRange"
    implicitHeight: 40
    bottomPadding: 24
    from: low
    to: high
    // Values are held within the bounds, so they are set when both bounds are new, not one after the other.
    onFewestChanged: soon.restart()
    onMostChanged: soon.restart()
    onFromChanged: soon.restart()
    onToChanged: soon.restart()
    Component.onCompleted: follow()
    first.onMoved: apply()
    second.onMoved: apply()
    // Qt 6.4 gives a press anywhere to the first.
    second.onPressedChanged: if (second.pressed) second.handle.forceActiveFocus(Qt.MouseFocusReason)
    // Tab goes to the handles: through the range itself it would come to the one that had the keys last.
    focusPolicy: Qt.ClickFocus
    hoverEnabled: true
    onFocusChanged: if (!focus) focusReason = Qt.OtherFocusReason // a press is past
    Accessible.name: qsTr("From %1 to %2 steps").arg(fewest).arg(most)

    Timer {
        id: soon
        interval: 0
        onTriggered: range.follow()
    }
    background: Rectangle {
        y: 6
        width: range.width
        height: 4
        radius: 2
        color: Theme.track

        Rectangle {
            x: range.first.visualPosition * parent.width
            width: (range.second.visualPosition - range.first.visualPosition) * parent.width
            height: 4
            radius: 2
            color: Theme.accent
        }
        Label {
            y: 12
            text: range.fewest
            font: Type.caption
            color: Theme.text2
        }
        Label {
            y: 12
            anchors.right: parent.right
            text: range.most
            font: Type.caption
            color: Theme.text2
        }
    }
    component Thumb: Rectangle {
        id: thumb
        property real place
        readonly property bool visualFocus: activeFocus && range.focusReason !== Qt.MouseFocusReason
        required property int value
        readonly property int minimumValue: range.filter.leastSteps
        readonly property int maximumValue: range.filter.greatestSteps
        y: 1
        x: place * (range.width - width)
        width: 14
        height: 14
        radius: 7
        color: Theme.thumb
        border.width: Theme.dark ? 0 : 1
        border.color: Theme.alpha(Theme.ink, 0.18)
        Accessible.role: Accessible.Slider
        Keys.onPressed: event => {
            range.focusReason = Qt.TabFocusReason; // from here on by keys, however it came
            event.accepted = false;
        }

        FocusRing {
            control: thumb
            controlRadius: thumb.radius
        }
    }
    first.handle: Thumb {
        place: range.first.visualPosition
        value: range.fewest
        Accessible.name: qsTr("At least %1 steps").arg(range.fewest)
    }
    second.handle: Thumb {
        place: range.second.visualPosition
        value: range.most
        Accessible.name: qsTr("At most %1 steps").arg(range.most)
    }
}
