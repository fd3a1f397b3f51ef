import QtQuick
import LpdStudio.Style

// A short word on a soft accent ground.
Rectangle {
    id: tag

    property string text
    property bool accented: true

    implicitWidth: caption.implicitWidth + 16
    implicitHeight: 20
    radius: Theme.radiusTag
    color: accented ? Theme.accentSoft : Theme.hover

    Label {
        id: caption
        anchors.centerIn: parent
        text: tag.text
        font: Type.tag
        color: tag.accented ? Theme.accentText : Theme.text2
    }
}
