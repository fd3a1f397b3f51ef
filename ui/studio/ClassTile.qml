import QtQuick
import QtQuick.Templates as T
import LpdStudio.Controls
import LpdStudio.Style

// One subject of the picker.
T.ItemDelegate {
    id: tile

    required property int index
    required property var subject // {classIndex, name, thumbnail, favourite}
    required property bool pictured
    required property bool chosen
    required property bool several
    readonly property bool current: GridView.isCurrentItem && GridView.view.activeFocus
    signal picked(bool also)
    signal starred

    objectName: "pickerTile_" + subject.classIndex
    padding: 0
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    text: subject.name
    Accessible.name: text
    Accessible.selected: chosen
    onClicked: picked(false)
    Keys.onSpacePressed: picked(true)

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: Theme.radiusCard
        color: tile.hovered || tile.current ? Theme.hover : Theme.alpha(Theme.hover, 0)
        border.width: tile.current ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Rectangle {
            visible: tile.pictured
            x: (parent.width - width) / 2
            y: 5
            width: 82
            height: 82
            radius: 13
            color: "transparent"
            border.width: tile.chosen ? 2 : 0
            border.color: Theme.accent

            RoundedImage {
                id: image
                anchors.fill: parent
                anchors.margins: 4
                source: tile.subject.thumbnail
            }
            Icon {
                anchors.centerIn: parent
                visible: tile.subject.classIndex < 0
                path: Icons.shuffle
            }
        }
        Rectangle {
            x: tile.pictured ? 10 : 4
            anchors.verticalCenter: tile.pictured ? undefined : parent.verticalCenter
            y: tile.pictured ? 4 : 0
            width: 18
            height: 18
            radius: 9
            visible: tile.chosen
            color: Theme.accent

            Icon {
                anchors.centerIn: parent
                size: 12
                path: Icons.check
                color: Theme.inkOnAccent
            }
        }
        Label {
            x: tile.pictured ? 6 : 28
            y: tile.pictured ? 90 : 0
            width: parent.width - x - (tile.pictured ? 6 : 32)
            height: tile.pictured ? 20 : parent.height
            horizontalAlignment: tile.pictured ? Text.AlignHCenter : Text.AlignLeft
            text: tile.text
            font: Type.caption
            color: tile.chosen || tile.hovered ? Theme.text1 : Theme.text2
        }
    }
    MouseArea { // with Ctrl or Shift a click adds; all others belong to the tile
        anchors.fill: parent
        onPressed: mouse => mouse.accepted = (mouse.modifiers & (Qt.ControlModifier | Qt.ShiftModifier)) !== 0
        onClicked: tile.picked(true)
    }
    IconButton {
        objectName: "pickerStar_" + tile.subject.classIndex
        anchors.right: parent.right
        anchors.rightMargin: tile.pictured ? 10 : 4
        anchors.verticalCenter: tile.pictured ? undefined : parent.verticalCenter
        y: tile.pictured ? 6 : 0
        implicitWidth: 24
        implicitHeight: 24
        iconSize: 14
        focusPolicy: Qt.NoFocus
        visible: tile.subject.favourite || tile.hovered || tile.current
        iconPath: tile.subject.favourite ? Icons.starFilled : Icons.star
        ink: tile.subject.favourite ? Theme.star : Theme.text2
        tip: tile.subject.favourite ? qsTr("Take the star away") : qsTr("Set a star")
        keys: "S"
        onClicked: tile.starred()
    }
    TipHost {
        shown: tile.hovered && tile.subject.classIndex < 0
        text: qsTr("Let the model choose: no class, no guidance")
    }
}
