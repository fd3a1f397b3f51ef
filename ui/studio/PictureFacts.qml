import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The inspector while no patch is pointed at: the picture as a whole, and how to look into it.
Column {
    id: facts

    required property StudioApp studio
    readonly property PictureView picture: studio.picture
    readonly property real totalMs: Array.from(picture.stepMs).reduce((a, b) => a + b, 0)

    Section {
        visible: facts.picture.hasPicture
        spacing: 2

        Label {
            width: parent.width
            text: facts.picture.title
            font: Type.title
        }
        Label {
            width: parent.width
            text: facts.picture.finished ? qsTr("Finished") : facts.picture.cancelled ? qsTr("Stopped early") : qsTr("Being made")
            font: Type.label
            color: Theme.text3
        }
        Item { width: 1; height: 8 }
        ValueRow { name: qsTr("Seed"); value: facts.picture.seedText }
        ValueRow { name: qsTr("Order"); value: facts.picture.orderLabel }
        ValueRow { name: qsTr("Steps"); value: facts.picture.steps }
        ValueRow { name: qsTr("Patches"); value: facts.picture.columns * facts.picture.rows }
        ValueRow { name: qsTr("At once, at most"); value: facts.picture.steps > 0 ? Math.max(...facts.picture.groupSizes) : "" }
        ValueRow { name: qsTr("Time in steps"); value: qsTr("%1 s").arg((facts.totalMs / 1000).toFixed(2)) }
    }
    Section {
        ruled: false
        spacing: 10

        SectionHeader {
            width: parent.width
            strong: true
            title: qsTr("Look into a patch")
        }
        Row {
            width: parent.width
            spacing: 12

            Icon {
                y: 2
                path: Icons.cursor
            }
            Label {
                width: parent.width - 28
                text: facts.picture.hasPicture ? qsTr("Point at a patch to see why it was made there and what else it could have been. Click to keep it.")
                                               : qsTr("Once there is a picture, point at a patch to see when and why it was made there.")
                color: Theme.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.25
            }
        }
    }
}
