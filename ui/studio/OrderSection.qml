import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// In which order patches are made: four orders at hand, the rest in a menu, thresholds for the locality-aware one.
Column {
    id: section

    required property PlanSettings plan
    readonly property var kinds: Array.from(plan.orderKinds)
    readonly property var words: ["lpd", "halton", "random", "raster"]
    readonly property var ready: Array.from(words).map(word => kinds.find(k => k.word === word)).filter(k => k !== undefined)
    readonly property var others: kinds.filter(k => !ready.includes(k))
    readonly property var other: others.find(k => k.word === plan.orderKind)

    Row {
        width: parent.width
        spacing: 6

        SegmentedControl {
            width: parent.width - more.width - 6
            label: qsTr("Order")
            value: section.plan.orderKind
            options: section.ready.map(k => ({ value: k.word, label: k.label, tip: k.tip, name: "orderKind_" + k.word }))
            onChosen: value => section.plan.orderKind = value
        }
        IconButton {
            id: more
            objectName: "orderMore"
            outlined: true
            checked: section.other !== undefined
            iconPath: Icons.more
            tip: qsTr("More orders")
            onClicked: menu.opened ? menu.close() : menu.open()

            MenuPopup {
                id: menu
                y: parent.height + 6
                x: parent.width - width
                value: section.plan.orderKind
                options: section.others.map(k => ({ value: k.word, label: k.label, detail: k.tip, name: "orderKind_" + k.word }))
                onChosen: value => section.plan.orderKind = value
            }
        }
    }
    Label {
        width: parent.width
        visible: section.other !== undefined
        topPadding: 4
        text: section.other ? section.other.label + ": " + section.other.tip : ""
        font: Type.label
        color: Theme.text2
        wrapMode: Text.Wrap
    }
    Item { width: 1; height: 6 }
    SliderRow {
        width: parent.width
        visible: section.plan.orderKind === "lpd"
        implicitHeight: 30
        sliderName: "proximitySlider"
        label: qsTr("Proximity")
        tip: qsTr("How much finished neighbourhood a patch needs to be made next")
        from: 0
        to: 4
        stepSize: 0.1
        value: section.plan.proximity
        valueText: Numbers.fixed(section.plan.proximity, 1)
        onEdited: value => section.plan.proximity = value
    }
    SliderRow {
        width: parent.width
        visible: section.plan.orderKind === "lpd"
        implicitHeight: 26
        sliderName: "repulsionSlider"
        label: qsTr("Repulsion")
        tip: qsTr("How far apart patches of one step keep, in cells")
        from: 0
        to: 8
        stepSize: 0.5
        value: section.plan.repulsion
        valueText: Numbers.fixed(section.plan.repulsion, 1)
        onEdited: value => section.plan.repulsion = value
    }
}
