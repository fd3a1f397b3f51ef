import QtQuick
import LpdStudio.Style

// A 6 px dot with a soft ring; always beside a word.
Item {
    id: status

    property color color: Theme.accent

    implicitWidth: 6
    implicitHeight: 6

    Rectangle {
        anchors.centerIn: parent
        width: 12
        height: 12
        radius: 6
        color: Theme.alpha(status.color, 0.16)
    }
    Rectangle {
        anchors.fill: parent
        radius: 3
        color: status.color
    }
}
