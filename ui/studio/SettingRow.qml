import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// One setting of a sheet: its name and what it does on the left, its control on the right.
Item {
    id: row

    default property alias control: place.data
    required property string title
    property string detail
    property int controlWidth: 232

    width: parent ? parent.width : 0
    implicitHeight: Math.max(44, words.implicitHeight + 14, place.childrenRect.height + 12)

    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - row.controlWidth - 20
        spacing: 1

        Label {
            width: parent.width
            text: row.title
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: row.detail
            font: Type.caption
            color: Theme.text3
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
    Item {
        id: place
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        width: row.controlWidth
        height: childrenRect.height
    }
}
