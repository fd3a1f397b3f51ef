import QtQuick
import LpdStudio.Style

Rectangle {
    id: line

    property real value: 0 // 0..1
    property color fill: Theme.accent

    implicitHeight: 4
    radius: height / 2
    color: Theme.track

    Rectangle {
        width: Math.max(parent.height, parent.width * Math.min(1, Math.max(0, line.value)))
        height: parent.height
        radius: height / 2
        visible: line.value > 0
        color: line.fill
    }
}
