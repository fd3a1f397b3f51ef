import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// A fact about a picture, and a button that takes it over.
Item {
    id: row

    required property string name
    required property string value
    property string valueTip
    property string useTip // empty: it cannot be taken over
    property string useName
    signal used

    implicitHeight: 36

    Label {
        anchors.verticalCenter: parent.verticalCenter
        width: 78
        text: row.name
        font: Type.label
        color: Theme.text3
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        x: 84
        width: parent.width - x - 34
        text: row.value
        font: Type.bodyStrong
        Accessible.description: row.valueTip

        HoverHandler { id: hover }
        TipHost {
            shown: hover.hovered
            text: row.valueTip
        }
    }
    IconButton {
        objectName: row.useName
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: -6
        implicitWidth: 28
        implicitHeight: 28
        visible: row.useTip.length > 0
        iconSize: 14
        iconPath: Icons.undo
        tip: row.useTip
        onClicked: row.used()
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
