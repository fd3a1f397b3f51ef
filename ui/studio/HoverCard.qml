pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What there is to know about one patch, beside it: on whichever side there is room, never outside `bounds`.
Item {
    id: card

    required property StudioApp studio
    required property var facts   // null hides it
    required property rect target // what it stands beside
    required property rect bounds
    required property bool pinned
    property bool told: false // elsewhere: it need not stand over the picture
    readonly property PictureView picture: studio.picture
    readonly property bool fitsRight: target.x + target.width + 16 + width <= bounds.x + bounds.width
    readonly property bool fitsLeft: target.x - 16 - width >= bounds.x
    readonly property bool onTheRight: fitsRight || !fitsLeft && target.x + target.width / 2 < bounds.x + bounds.width / 2
    readonly property var kept: facts ?? last
    readonly property int token: kept ? kept.token : -1
    readonly property var options: kept && kept.made ? Array.from(kept.alternatives) : []
    property var last: null // stays readable while it fades out

    function percent(p: real): string {
        return p >= 0.0995 ? qsTr("%1%").arg(Math.round(p * 100)) : p >= 0.001 ? qsTr("%1%").arg(Numbers.fixed(p * 100, 1)) : qsTr("<0.1%");
    }

    onFactsChanged: if (facts) last = facts
    width: Type.wide(248)
    height: body.implicitHeight + 28
    visible: opacity > 0
    opacity: facts && !told ? 1 : 0
    x: Math.round(Math.max(bounds.x, Math.min(bounds.x + bounds.width - width,
        onTheRight ? target.x + target.width + 16 : target.x - 16 - width)))
    y: Math.round(Math.max(bounds.y, Math.min(bounds.y + bounds.height - height, target.y + target.height / 2 - height / 2)))
    Accessible.role: Accessible.ToolTip
    Accessible.name: kept ? qsTr("Row %1, column %2, step %3").arg(kept.row).arg(kept.column).arg(kept.step) : ""

    Behavior on opacity { NumberAnimation { duration: Theme.hoverMs } }

    component Fact: Item {
        property string name
        property string value

        width: body.width
        height: 22
        visible: value.length > 0

        Label {
            width: Math.min(implicitWidth, parent.width - figure.width - 8)
            height: parent.height
            text: parent.name
            font: Type.label
            color: Theme.text2
        }
        Label {
            id: figure
            anchors.right: parent.right
            height: parent.height
            text: parent.value
            font: Type.label
        }
    }

    Elevation { anchors.fill: parent }
    Column {
        id: body
        x: 14
        y: 14
        width: card.width - 28

        Item {
            width: parent.width
            height: 44

            PixelImage {
                width: 44
                height: 44
                radius: Theme.radiusControl
                background: Theme.hover
                image: card.kept?.look
            }
            Label {
                x: 56
                y: 3
                width: parent.width - x
                text: card.kept ? qsTr("Row %1, column %2").arg(card.kept.row).arg(card.kept.column) : ""
                font: Type.section
            }
            Row {
                x: 56
                y: 24
                spacing: 7

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 10
                    height: 10
                    radius: 2.5
                    color: card.kept ? Theme.stepColor(card.kept.step, card.picture.steps) : Theme.track
                }
                Label {
                    text: card.kept ? qsTr("Step %1 of %2").arg(card.kept.step).arg(card.picture.steps) : ""
                    font: Type.label
                    color: Theme.text2
                }
            }
        }
        Item { width: 1; height: 12 }
        Rule { x: -14; width: card.width }
        Item { width: 1; height: 8 }
        Fact {
            name: qsTr("Place in step")
            value: card.kept ? qsTr("%1 of %2").arg(card.kept.place).arg(card.kept.groupSize) : ""
        }
        Fact {
            name: qsTr("Support")
            value: card.kept ? Numbers.fixed(card.kept.support, 2) : ""
        }
        Fact {
            name: qsTr("Nearest in step")
            value: card.kept && card.kept.nearest > 0 ? qsTr("%1 cells").arg(Numbers.fixed(card.kept.nearest, 1)) : ""
        }
        Fact {
            name: qsTr("Token")
            value: card.kept && card.kept.made ? card.kept.token : ""
        }
        Fact {
            name: qsTr("Probability")
            value: card.kept && card.kept.known ? card.percent(card.kept.probability) : ""
        }
        Fact {
            name: qsTr("Entropy")
            value: card.kept && card.kept.known ? qsTr("%1 bits").arg(Numbers.fixed(card.kept.entropy, 1)) : ""
        }
        Item { width: 1; height: 8 }
        Row {
            visible: card.options.length > 0
            height: visible ? 50 : 0
            spacing: 8

            Repeater {
                model: card.options

                Column {
                    id: choice

                    required property var modelData
                    readonly property bool drawn: modelData.token === card.token

                    width: (body.width - 32) / 5
                    spacing: 4

                    Rectangle {
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: 28
                        height: 28
                        radius: 8
                        color: "transparent"
                        border.width: choice.drawn ? 2 : 0
                        border.color: Theme.accent

                        PixelImage {
                            anchors.centerIn: parent
                            width: 22
                            height: 22
                            radius: 5
                            image: choice.modelData.swatch
                            background: Theme.hover
                        }
                    }
                    Label {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: card.percent(choice.modelData.probability)
                        font: Type.ruler
                        color: choice.drawn ? Theme.text1 : Theme.text2
                    }
                }
            }
        }
        Item { width: 1; height: 4 }
        Item {
            width: parent.width
            height: 20

            Tag {
                text: card.kept ? card.kept.pickLabel : ""
                accented: card.kept !== null && card.kept.pick === "proximity"
            }
            Label {
                anchors.right: parent.right
                height: parent.height
                text: card.pinned ? qsTr("Esc to let go") : qsTr("Click to pin")
                font: Type.caption
                color: Theme.text2
            }
        }
    }
}
