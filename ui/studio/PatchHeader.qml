import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Where the patch is and when it was made.
Section {
    id: header

    required property StudioApp studio
    required property var facts

    Item {
        width: parent.width
        height: 96

        PatchPreview {
            width: 96
            height: 96
            studio: header.studio
            position: header.facts ? header.facts.position : 0
        }
        Column {
            x: header.width < 300 ? 108 : 112
            width: parent.width - x
            spacing: 4

            Label {
                width: parent.width
                text: header.facts ? qsTr("Row %1, column %2").arg(header.facts.row).arg(header.facts.column) : ""
                font: Type.title
            }
            Label {
                width: parent.width
                text: header.facts ? qsTr("Patch %1 of %2").arg(header.facts.position + 1).arg(header.studio.picture.columns * header.studio.picture.rows) : ""
                font: Type.label
                color: Theme.text3
            }
            Item { width: 1; height: 6 }
            Flow { // on two lines where one is too short
                width: parent.width
                spacing: 7

                Row {
                    spacing: 7

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: 10
                        height: 10
                        radius: 2.5
                        color: header.facts ? Theme.stepColor(header.facts.step, header.studio.picture.steps) : Theme.track
                    }
                    Label {
                        text: header.facts ? qsTr("Step %1").arg(header.facts.step) : ""
                        font: Type.label
                    }
                }
                Label {
                    text: !header.facts ? "" : header.facts.groupSize <= 1 ? qsTr("alone") : qsTr("with %n other(s)", "", header.facts.groupSize - 1)
                    font: header.width < 300 ? Type.caption : Type.label
                    color: Theme.text3
                }
            }
        }
    }
}
