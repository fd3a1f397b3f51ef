import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// A scroll bar that shows itself while it is useful.
T.ScrollBar {
    id: bar

    implicitWidth: 8
    implicitHeight: 8
    padding: 2
    minimumSize: 0.1
    visible: size < 1
    opacity: active || hovered ? 1 : 0
    Behavior on opacity { NumberAnimation { duration: Theme.panelMs } }

    contentItem: Rectangle {
        implicitWidth: 4
        implicitHeight: 4
        radius: 2
        color: bar.pressed ? Theme.text3 : Theme.text4
    }
}
