pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// Where the released ImageNet models are, and what to do with them. Nothing is opened or fetched unasked.
Rectangle {
    id: card

    required property string userFolder
    readonly property string models: "https://github.com/mit-han-lab/lpd"
    readonly property string tokenizer: "https://huggingface.co/FoundationVision/LlamaGen"
    signal filesWanted

    objectName: "releasedModels"
    height: body.implicitHeight + 44
    radius: 14
    color: Theme.alpha(Theme.panel, 0)
    border.width: 1
    border.color: Theme.line

    component Step: Item {
        id: step

        required property int number
        required property string text
        property string address
        property string action
        property string name
        signal clicked

        width: parent ? parent.width : 0
        height: Math.max(32, words.implicitHeight)

        Rectangle {
            y: (Math.min(parent.height, 32) - height) / 2
            width: 20
            height: 20
            radius: 10
            color: Theme.alpha(Theme.text2, 0.14)

            Label {
                anchors.centerIn: parent
                text: step.number
                font: Type.tag
                color: Theme.text2
            }
        }
        Column {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            x: 32
            width: parent.width - x - button.width - 16

            Label {
                width: parent.width
                text: step.text
                color: Theme.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Label {
                width: parent.width
                visible: step.address.length > 0
                text: step.address.replace("https://", "")
                font: Type.caption
                color: Theme.text3
            }
        }
        Button {
            id: button
            objectName: step.name
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: 28
            text: step.action
            tip: step.address.length > 0 ? qsTr("Open %1 in the browser").arg(step.address) : qsTr("Or drop them on this page")
            onClicked: step.clicked()
        }
    }

    Column {
        id: body
        x: 20
        y: 20
        width: parent.width - 40
        spacing: 12

        Column {
            width: parent.width
            spacing: 4

            Label {
                width: parent.width
                text: qsTr("Get the ImageNet models")
                font: Type.lane
            }
            Label {
                width: parent.width
                text: qsTr("The authors of LPD published models of 1000 subjects: LPD-L (337 M parameters), LPD-XL (752 M) and LPD-XXL (1.4 B) for 256 px, L and XL for 512 px too.")
                color: Theme.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
        Step {
            number: 1
            text: qsTr("Download one of their checkpoints; their page links to all of them.")
            address: card.models
            action: qsTr("Open page")
            name: "openReleasedModels"
            onClicked: Qt.openUrlExternally(card.models)
        }
        Step {
            number: 2
            text: qsTr("Download the tokenizer they all use, vq_ds16_c2i.pt of LlamaGen.")
            address: card.tokenizer
            action: qsTr("Open page")
            name: "openReleasedTokenizer"
            onClicked: Qt.openUrlExternally(card.tokenizer)
        }
        Step {
            number: 3
            text: qsTr("Import the two files. The names of the 1000 subjects and the published settings are built in.")
            action: qsTr("Choose files")
            name: "chooseReleasedFiles"
            onClicked: card.filesWanted()
        }
        Label {
            width: parent.width
            text: qsTr("Mind their licences. Imported models are kept in %1.").arg(card.userFolder)
            font: Type.caption
            color: Theme.text3
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
}
