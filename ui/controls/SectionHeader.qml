import QtQuick
import LpdStudio.Style

// A section's name on the left, its value or count on the right.
Item {
    id: header

    property string title
    property string detail
    property bool strong: false      // a section head rather than a label
    property bool strongDetail: false

    implicitHeight: 18
    implicitWidth: 160

    Label {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width - (header.detail.length > 0 ? detail.implicitWidth + 4 : 0))
        text: header.title
        font: header.strong ? Type.section : Type.label
        color: header.strong ? Theme.text1 : Theme.text2
    }
    Label {
        id: detail
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: header.detail
        font: Type.label
        color: header.strongDetail ? Theme.text1 : Theme.text3
    }
}
