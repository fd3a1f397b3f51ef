import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The picture as a whole.
Column {
    id: facts

    required property StudioApp studio
    readonly property PictureView picture: studio.picture

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
        ValueRow { name: qsTr("Patches"); value: facts.picture.steps > 0 ? qsTr("%1, up to %2 at once").arg(facts.picture.columns * facts.picture.rows).arg(Math.max(...facts.picture.groupSizes)) : "" }
        ValueRow { visible: facts.picture.totalMs > 0 || !facts.picture.finished; name: qsTr("Time in steps"); value: qsTr("%1 s").arg(Numbers.fixed(facts.picture.totalMs / 1000, 2)) }
    }
}
