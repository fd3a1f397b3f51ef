pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Three numbers that tell how local a lane's order is. The tooltips say how each is counted.
Row {
    id: statistics

    required property RaceLane lane
    required property bool compact
    // Where captions have no room beside their numbers they stand below them. The width alone decides, as it is the
    // same for every lane: numbers stay at one height across the lanes.
    readonly property bool stacked: compact && width < Type.wide(310)
    readonly property real spare: (width - one.needed - two.needed - three.needed) / 3 // shared where all is on one line

    topPadding: stacked ? -6 : 0 // the card is no taller for it

    component Figure: Item {
        id: figure

        required property string value
        required property string first
        required property string second
        required property string tip
        required property int column
        property string fullValue: value // where there is room for it
        readonly property real needed: number.x + number.implicitWidth + 10 + caption.implicitWidth

        width: statistics.compact && !statistics.stacked ? needed + statistics.spare : statistics.width / 3
        height: statistics.stacked ? number.height + caption.height : statistics.compact ? 18 : 66
        Accessible.role: Accessible.StaticText
        Accessible.name: value + " " + first + " " + second
        Accessible.description: tip

        Rule {
            vertical: true
            visible: figure.column > 0
            height: parent.height
        }
        Label {
            id: number
            x: figure.column > 0 ? (statistics.compact ? 10 : 16) : 0
            width: parent.width - x
            height: statistics.compact ? 18 : 26
            text: !statistics.compact && metrics.advanceWidth(figure.fullValue) + 8 < width ? figure.fullValue : figure.value
            font: statistics.compact ? Type.section : Type.figureSmall
        }
        FontMetrics {
            id: metrics
            font: number.font
        }
        Label {
            id: caption
            readonly property bool beside: statistics.compact && !statistics.stacked
            x: beside ? number.x + number.implicitWidth + 6 : number.x
            y: beside ? 1 : statistics.stacked ? number.height : 29
            width: parent.width - x - (statistics.stacked ? 0 : 4)
            height: beside ? 17 : implicitHeight
            text: statistics.compact ? figure.first : figure.first + "\n" + figure.second
            font: Type.caption
            color: Theme.text3
            lineHeight: statistics.stacked ? 1 : 1.2
        }
        HoverHandler { id: hover }
        TipHost {
            shown: hover.hovered
            text: figure.tip
        }
    }

    Figure {
        id: one
        column: 0
        value: Numbers.fixed(statistics.lane.support, 2)
        first: qsTr("support")
        second: qsTr("when placed")
        tip: qsTr("Mean over all patches, at the start of their step: finished patches among the eight neighbours, each counted as one over its distance in cells.")
    }
    Figure {
        id: two
        column: 1
        value: statistics.lane.apart > 0 ? Numbers.fixed(statistics.lane.apart, 1) : "–"
        fullValue: statistics.lane.apart > 0 ? qsTr("%1 cells").arg(value) : value
        first: statistics.lane.apart > 0 ? (statistics.compact ? qsTr("cells apart") : qsTr("apart within")) : qsTr("one patch")
        second: statistics.lane.apart > 0 ? qsTr("a step") : qsTr("at a time")
        tip: qsTr("Mean over all patches of the distance to the nearest patch made in the same step, in cells.")
    }
    Figure {
        id: three
        column: 2
        value: qsTr("%1%").arg(Numbers.fixed(statistics.lane.beside * 100, statistics.lane.beside > 0.99 && statistics.lane.beside < 1 ? 1 : 0))
        first: statistics.compact ? qsTr("beside") : qsTr("placed beside")
        second: qsTr("finished patches")
        tip: qsTr("Share of patches that had at least one finished patch among their eight neighbours when their step began.")
    }
}
