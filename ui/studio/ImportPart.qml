import QtQuick
import QtQuick.Templates as T
import LpdStudio.Controls
import LpdStudio.Style

// The place of one file of an import: which it is, and what is in it.
T.AbstractButton {
    id: place

    required property var part // {part, file, path, fact}
    readonly property bool given: part.file.length > 0
    readonly property bool needed: part.part === "transformer" || part.part === "tokenizer"
    readonly property string title: part.part === "transformer" ? qsTr("Transformer") : part.part === "tokenizer" ? qsTr("Tokenizer")
        : part.part === "config" ? qsTr("Settings") : qsTr("Subject names")
    readonly property string idea: part.part === "transformer" ? qsTr("For example lpd_l_256.pth") : part.part === "tokenizer" ? qsTr("For example vq_ds16_c2i.pt")
        : part.part === "config" ? qsTr("Optional: JSON with what shapes cannot tell") : qsTr("Optional: one name a line; ImageNet's are built in")
    signal chosen
    signal removed

    objectName: "importPart_" + part.part
    implicitHeight: words.implicitHeight + 20
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: title
    Accessible.name: given ? qsTr("%1, %2").arg(title).arg(part.file) : needed ? qsTr("%1, missing").arg(title) : title
    Accessible.description: given ? part.fact : idea
    onClicked: chosen()

    background: Rectangle {
        radius: Theme.radiusCard
        color: place.given ? Theme.field : place.hovered ? Theme.hover : Theme.alpha(Theme.hover, 0)
        border.width: 1
        border.color: place.given ? Theme.lineStrong : Theme.line
        Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
        FocusRing { control: place; controlRadius: Theme.radiusCard }
    }
    contentItem: Item {
        Icon {
            x: 12
            y: 12
            path: place.given ? Icons.check : Icons.plus
            color: place.given ? Theme.accentText : Theme.text3
        }
        Column {
            id: words
            x: 40
            y: 10
            width: parent.width - x - (place.given ? 40 : 12)
            spacing: 2

            Label {
                width: parent.width
                text: place.title
                font: Type.bodyStrong
                color: place.given || place.needed ? Theme.text1 : Theme.text2
            }
            Label {
                width: parent.width
                visible: place.given
                text: place.part.file
                font: Type.label
                color: Theme.text2
                elide: Text.ElideMiddle
            }
            Label {
                width: parent.width
                text: place.given ? place.part.fact : place.idea
                font: Type.caption
                color: Theme.text3
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
    IconButton {
        objectName: "importRemove_" + place.part.part
        anchors.right: parent.right
        anchors.rightMargin: 8
        y: 8
        implicitWidth: 24
        implicitHeight: 24
        visible: place.given
        iconSize: 12
        iconPath: Icons.close
        tip: qsTr("Take this file away")
        onClicked: place.removed()
    }
    TipHost {
        shown: place.hovered && !place.down
        text: place.given ? place.part.path : qsTr("Choose files; each finds its place by what is in it")
    }
}
