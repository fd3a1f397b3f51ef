pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// How local the order of the whole picture was: near what is finished, kept apart from each other.
Section {
    id: section

    required property PictureView picture
    required property int step // marked, 0 = none
    readonly property var facts: picture.locality
    readonly property var bySteps: Array.from(facts.supportByStep ?? [])
    readonly property real apart: facts.apart ?? 0 // 0 where no step has two patches
    readonly property real beside: facts.beside ?? 0
    readonly property real largest: Math.max(0.1, ...bySteps)

    component Figure: Column {
        property string value
        property string words
        property string meaning

        width: (section.width - 32) / 3
        spacing: 2

        Label {
            text: parent.value
            font: Type.figureSmall
        }
        Label {
            width: parent.width - 6
            text: parent.words
            font: Type.caption
            color: Theme.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeight: 1.15
        }
        HoverHandler { id: hover }
        TipHost {
            anchors.fill: undefined
            width: 1
            height: 1
            shown: hover.hovered
            text: parent.meaning
        }
    }

    component Bar: Rectangle {
        required property int index
        readonly property real pitch: parent.width / section.bySteps.length
        readonly property real gap: pitch > 8 ? 3 : pitch > 3 ? 1 : 0

        x: index * pitch + gap / 2
        y: parent.height - 1 - height
        width: Math.max(0.5, pitch - gap)
        height: Math.max(1, (parent.height - 2) * (section.bySteps[index] ?? 0) / section.largest)
        radius: Math.min(2, width / 3)
        color: Theme.stepColor(index + 1, section.bySteps.length)
    }

    SectionHeader {
        width: parent.width
        strong: true
        title: qsTr("Locality")
        detail: qsTr("whole picture")
    }
    Row {
        width: parent.width

        Figure {
            value: Numbers.fixed(section.facts.support ?? 0, 2)
            words: qsTr("support when placed")
            meaning: qsTr("Finished neighbours of a patch when its step began, each counted as 1 over its distance; mean of all patches")
        }
        Figure {
            objectName: "localityApart"
            value: section.apart > 0 ? Numbers.fixed(section.apart, 1) : "–"
            words: section.apart > 0 ? qsTr("cells apart in a step") : qsTr("one patch at a time")
            meaning: qsTr("From a patch to the nearest one of the same step; mean of all patches that have one")
        }
        Figure {
            objectName: "localityBeside"
            value: qsTr("%1%").arg(Numbers.fixed(section.beside * 100, section.beside > 0.99 && section.beside < 1 ? 1 : 0))
            words: qsTr("placed beside finished")
            meaning: qsTr("Patches with at least one finished neighbour when their step began")
        }
    }
    Label {
        width: parent.width
        topPadding: 6
        text: qsTr("Support by step")
        font: Type.label
        color: Theme.text2
    }
    Item {
        width: parent.width
        height: 58
        Accessible.role: Accessible.Chart
        Accessible.name: qsTr("Support by step, at most %1").arg(Numbers.fixed(section.largest, 1))

        Repeater {
            model: section.bySteps.length <= 512 ? section.bySteps.length : 0

            Bar { opacity: 0.55 }
        }
        Bar { // the step that is shown stands out
            visible: section.bySteps.length <= 512 && index >= 0 && index < section.bySteps.length
            index: section.step - 1
        }
        Rule {
            y: parent.height - 1
            width: parent.width
            color: Theme.lineStrong
        }
    }
}
