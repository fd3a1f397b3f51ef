pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// The likeliest tokens for this patch and the one that was drawn.
Section {
    id: choice

    required property var facts
    readonly property bool made: facts !== null && facts.made
    readonly property var options: made ? Array.from(facts.alternatives) : []
    readonly property real largest: options.reduce((most, o) => Math.max(most, o.probability), 0.0001)
    readonly property bool known: made && facts.known // a picture made elsewhere may not say how likely its tokens were
    // The drawn token may not be among the likeliest; then it is listed last.
    readonly property bool drawnListed: made && options.some(o => o.token === facts.token)

    ruled: false
    spacing: 2

    function percent(p: real): string {
        return p >= 0.0995 ? qsTr("%1%").arg(Math.round(p * 100)) : p >= 0.001 ? qsTr("%1%").arg(Numbers.fixed(p * 100, 1)) : qsTr("<0.1%");
    }

    SectionHeader {
        width: parent.width
        strong: true
        title: qsTr("Choice")
        detail: choice.known ? qsTr("entropy %1 bits").arg(Numbers.fixed(choice.facts.entropy, 1)) : ""
    }
    Item { width: 1; height: 4 }
    Label {
        width: parent.width
        visible: !choice.made
        text: qsTr("This patch has not been made yet.")
        color: Theme.text2
        wrapMode: Text.Wrap
    }
    Repeater {
        model: choice.options

        Item {
            id: row

            required property var modelData
            readonly property bool drawn: modelData.token === choice.facts?.token

            width: choice.width - 32
            height: 30
            Accessible.role: Accessible.ListItem
            Accessible.name: (drawn ? qsTr("Token %1, %2, chosen") : qsTr("Token %1, %2")).arg(modelData.token).arg(choice.percent(modelData.probability))

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                x: -3
                width: 28
                height: 28
                radius: 8
                visible: row.drawn
                color: "transparent"
                border.width: 2
                border.color: Theme.accent
            }
            PixelImage {
                anchors.verticalCenter: parent.verticalCenter
                width: 22
                height: 22
                radius: 5
                image: row.modelData.swatch // qmllint disable
                background: Theme.hover
            }
            ProgressLine {
                anchors.verticalCenter: parent.verticalCenter
                x: 34
                width: parent.width - x - 52
                value: row.modelData.probability / choice.largest
                fill: row.drawn ? Theme.accent : Theme.text4
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                anchors.right: parent.right
                text: choice.percent(row.modelData.probability)
                font: row.drawn ? Type.section : Type.label
                color: row.drawn ? Theme.text1 : Theme.text2
            }
        }
    }
    Label {
        width: parent.width
        topPadding: 6
        visible: choice.made && !choice.drawnListed
        text: !choice.made ? ""
            : !choice.known ? qsTr("Token %1. How likely it was is not stored in this picture.").arg(choice.facts.token)
            : choice.options.length === 0 ? qsTr("Token %1, drawn at %2. What else it could have been is only known right after a picture is made.").arg(choice.facts.token).arg(choice.percent(choice.facts.probability))
            : qsTr("Drawn: a token outside this list, at %1.").arg(choice.percent(choice.facts.probability))
        font: Type.label
        color: Theme.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
}
