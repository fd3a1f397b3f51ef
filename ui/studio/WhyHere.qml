import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// Why the order put this patch into this step.
Section {
    id: why

    required property var facts
    required property int columns
    required property int steps
    readonly property int finishedNeighbours: facts ? facts.neighbours.length : 0

    readonly property var words: ["", "", qsTr("two"), qsTr("three"), qsTr("four"), qsTr("five"), qsTr("six"), qsTr("seven"), qsTr("eight")]

    spacing: 4

    Item {
        width: parent.width
        height: 20

        SectionHeader {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            strong: true
            title: qsTr("Why here")
        }
        Tag {
            anchors.right: parent.right
            text: why.facts ? why.facts.pickLabel : ""
            accented: why.facts !== null && why.facts.pick === "proximity"
        }
    }
    Item { width: 1; height: 8 }
    Item {
        width: parent.width
        height: map.height

        NeighbourMap {
            id: map
            facts: why.facts
            gridColumns: why.columns
            steps: why.steps
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            x: 112
            width: parent.width - x
            spacing: 2

            Label {
                text: why.facts ? Numbers.fixed(why.facts.support, 2) : ""
                font: Type.figure
            }
            Label {
                width: parent.width
                text: why.finishedNeighbours === 0 ? qsTr("support, as no neighbour was finished")
                    : why.finishedNeighbours === 1 ? qsTr("support from one finished neighbour")
                    : qsTr("support from %1 finished neighbours").arg(why.words[why.finishedNeighbours])
                font: Type.label
                color: Theme.text3
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                lineHeight: 1.15
            }
        }
    }
    Item { width: 1; height: 8 }
    ValueRow {
        visible: why.facts !== null && why.facts.rank > 0 && why.facts.candidates > 0
        name: qsTr("Rank among candidates")
        value: visible ? qsTr("%1 of %2").arg(why.facts.rank).arg(why.facts.candidates) : ""
    }
    ValueRow {
        visible: why.facts !== null && why.facts.nearest > 0 && isFinite(why.facts.nearest)
        name: qsTr("Nearest patch in this step")
        value: !visible ? "" : Math.abs(why.facts.nearest - 1) < 0.05 ? qsTr("1 cell away") : qsTr("%1 cells away").arg(Numbers.upTo(why.facts.nearest, 1))
    }
    ValueRow {
        visible: why.facts !== null && why.facts.blockedBy >= 0
        name: qsTr("Kept out before by")
        value: visible ? qsTr("row %1, column %2").arg(Math.floor(why.facts.blockedBy / why.columns) + 1).arg(why.facts.blockedBy % why.columns + 1) : ""
    }
}
