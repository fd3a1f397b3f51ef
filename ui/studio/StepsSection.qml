import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// How many steps, what that saves, and how many patches each of them makes.
Column {
    id: section

    required property PlanSettings plan
    property int currentStep: 0 // 1-based, of the run under way; 0 = none
    property bool compact: false
    property bool curveOpen: !compact
    property int curveHeight: 62

    onCompactChanged: curveOpen = !compact

    SectionHeader {
        width: parent.width
        title: qsTr("Steps")
        detail: section.plan.steps
        strongDetail: true
    }
    Item { width: 1; height: 6 }
    StepsSlider {
        objectName: "stepsSlider"
        width: parent.width
        plan: section.plan
    }
    Item { width: 1; height: 10 }
    Item {
        width: parent.width
        height: 26

        Label {
            id: figure
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%1×").arg(Numbers.fixed(section.plan.passesRatio, section.plan.passesRatio < 100 ? 1 : 0))
            font: Type.figureSmall
        }
        Label {
            anchors.baseline: figure.baseline
            x: figure.width + 8
            width: parent.width - x
            text: section.plan.steps >= section.plan.tokenCount ? qsTr("one patch at a time") : qsTr("fewer passes than one by one")
            font: Type.label
            color: Theme.text3
        }
    }
    Item { width: 1; height: 10 }
    Item {
        width: parent.width
        height: 18

        SectionHeader {
            width: parent.width - (toggle.visible ? 22 : 0) - (reset.visible ? 24 : 0)
            title: qsTr("Group size")
            detail: section.plan.groupsEdited ? qsTr("drawn · up to %1").arg(section.plan.largestGroup)
                                              : qsTr("%1 a step · up to %2").arg(Numbers.fixed(section.plan.meanGroup, 1)).arg(section.plan.largestGroup)
        }
        IconButton {
            id: reset
            objectName: "resetGroups"
            anchors.right: parent.right
            anchors.rightMargin: toggle.visible ? 22 : 0
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: 20
            implicitHeight: 20
            visible: section.plan.groupsEdited
            iconSize: 12
            iconPath: Icons.refresh
            tip: qsTr("Back to the usual sizes")
            onClicked: section.plan.resetGroups()
        }
        IconButton {
            id: toggle
            objectName: "curveToggle"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: 20
            implicitHeight: 20
            visible: section.compact
            iconSize: 12
            iconPath: Icons.chevronDown
            rotation: section.curveOpen ? 180 : 0
            tip: section.curveOpen ? qsTr("Hide the curve") : qsTr("Show the curve")
            onClicked: section.curveOpen = !section.curveOpen
        }
        HoverHandler { id: hover }
        TipHost {
            shown: hover.hovered && !toggle.hovered && !reset.hovered
            text: qsTr("Patches made in each step: %1 on average, %2 at most").arg(Numbers.fixed(section.plan.meanGroup, 1)).arg(section.plan.largestGroup)
        }
    }
    Item { width: 1; height: section.curveOpen ? 8 : 0 }
    GroupCurve {
        width: parent.width
        height: visible ? section.curveHeight : 0
        visible: section.curveOpen
        plan: section.plan
        currentStep: section.currentStep
    }
    SliderRow {
        width: parent.width
        visible: section.curveOpen
        implicitHeight: 30
        sliderName: "growthSlider"
        label: qsTr("Growth")
        tip: qsTr("How strongly steps grow: 0 as published; more begins with fewer patches and ends with more")
        from: 0
        to: 8
        stepSize: 0.5
        value: section.plan.growth
        valueText: Numbers.fixed(section.plan.growth, 1)
        onEdited: value => section.plan.growth = value
    }
}
