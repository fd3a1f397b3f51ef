import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// What went wrong, where it did, and the way to mend it.
Rectangle {
    id: box

    required property string text
    property string hint
    signal dismissed

    height: words.implicitHeight + 24
    radius: Theme.radiusCard
    color: Theme.alpha(Theme.danger, 0.08)
    border.width: 1
    border.color: Theme.alpha(Theme.danger, 0.45)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: hint.length > 0 ? text + ". " + hint : text

    Icon {
        x: 12
        y: 12
        path: Icons.warning
        color: Theme.danger
    }
    Column {
        id: words
        x: 38
        y: 12
        width: parent.width - x - 38
        spacing: 4

        Label {
            width: parent.width
            text: box.text
            font: Type.label
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: box.hint
            font: Type.label
            color: Theme.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
    IconButton {
        objectName: box.objectName + "Dismiss"
        anchors.right: parent.right
        anchors.rightMargin: 8
        y: 8
        implicitWidth: 24
        implicitHeight: 24
        iconSize: 12
        iconPath: Icons.close
        tip: qsTr("Dismiss")
        onClicked: box.dismissed()
    }
}
