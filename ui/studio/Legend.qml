import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// What the canvas's four states look like.
Row {
    id: legend

    property bool groups: true // the one being made and the next one are marked

    spacing: 20

    component Entry: Row {
        property alias text: caption.text
        default property alias sign: holder.data

        spacing: 7

        Item {
            id: holder
            anchors.verticalCenter: parent.verticalCenter
            width: 12
            height: 12
        }
        Label {
            id: caption
            anchors.verticalCenter: parent.verticalCenter
            font: Type.caption
            color: Theme.text2
        }
    }
    Entry {
        text: qsTr("Done")
        Rectangle {
            anchors.centerIn: parent
            width: 9
            height: 9
            radius: 1.5
            gradient: Gradient {
                GradientStop { position: 0; color: Theme.stepStops[4] }
                GradientStop { position: 1; color: Theme.stepStops[6] }
            }
        }
    }
    Entry {
        text: qsTr("Now")
        visible: legend.groups
        Rectangle {
            anchors.fill: parent
            radius: 3.5
            color: Theme.alpha(Theme.glow, 0.12)
            border.width: 1.5
            border.color: Theme.glowEdge
        }
    }
    Entry {
        text: qsTr("Next")
        visible: legend.groups
        Rectangle {
            anchors.centerIn: parent
            width: 4
            height: 4
            radius: 2
            color: Theme.text3
        }
    }
    Entry {
        text: qsTr("Empty")
        Rectangle {
            anchors.centerIn: parent
            width: 10
            height: 10
            radius: 2.5
            color: Theme.cellEmpty
            border.width: 1
            border.color: Theme.lineStrong
        }
    }
}
