import QtQuick
import LpdStudio.Style

// Shown around a control that has the keyboard: 2 px accent after a 2 px gap.
Rectangle {
    id: ring

    property real controlRadius: Theme.radiusControl
    required property var control // of QtQuick.Templates: any control that knows visualFocus

    anchors.fill: parent
    anchors.margins: -4
    visible: ring.control.visualFocus
    color: "transparent"
    radius: ring.controlRadius + 4
    border.width: 2
    border.color: Theme.accent
}
