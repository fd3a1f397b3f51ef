import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// A quiet name and its value, 24 px.
Item {
    id: row

    property string name
    property string value

    implicitHeight: 24
    width: parent ? parent.width : 0

    Label {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width - figure.width - 8)
        text: row.name
        font: Type.label
        color: Theme.text3
    }
    Label {
        id: figure
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        text: row.value
        font: Type.label
    }
}
