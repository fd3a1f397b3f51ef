import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// How a token is drawn from the model's probabilities; closed until wanted.
Section {
    id: section

    required property PlanSettings plan
    property bool open: false

    ruled: false
    spacing: 4

    T.AbstractButton {
        id: head
        objectName: "advancedToggle"
        width: parent.width
        implicitHeight: 20
        focusPolicy: Qt.StrongFocus
        hoverEnabled: true
        text: qsTr("Sampling")
        Accessible.name: section.open ? qsTr("Hide sampling") : qsTr("Show sampling")
        onClicked: section.open = !section.open

        contentItem: Item {
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: head.text
                font: Type.label
                color: head.hovered ? Theme.text1 : Theme.text2
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                anchors.right: parent.right
                anchors.rightMargin: 24
                visible: !section.open
                text: section.plan.greedy ? qsTr("most likely") : qsTr("temperature %1").arg(Numbers.fixed(section.plan.temperature, 2))
                font: Type.label
                color: Theme.text3
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                anchors.right: parent.right
                size: 14
                path: Icons.chevronDown
                rotation: section.open ? 180 : 0
                Behavior on rotation { NumberAnimation { duration: Theme.toggleMs } }
            }
        }
        FocusRing { control: head }
    }
    Column {
        width: parent.width
        visible: section.open
        spacing: 4

        SliderRow {
            width: parent.width
            enabled: !section.plan.greedy
            sliderName: "temperatureSlider"
            label: qsTr("Temperature")
            labelWidth: 88
            tip: qsTr("Higher is more varied, lower is safer")
            from: 0
            to: 2
            stepSize: 0.05
            value: section.plan.temperature
            valueText: Numbers.fixed(section.plan.temperature, 2)
            onEdited: value => section.plan.temperature = value
        }
        SliderRow {
            width: parent.width
            enabled: !section.plan.greedy
            sliderName: "topPSlider"
            label: qsTr("Top-p")
            labelWidth: 88
            tip: qsTr("Draw only from the likeliest tokens that make up this share; 1 is all")
            from: 0.01
            to: 1
            stepSize: 0.01
            value: section.plan.topP
            valueText: Numbers.fixed(section.plan.topP, 2)
            onEdited: value => section.plan.topP = value
        }
        Item {
            width: parent.width
            height: 32

            Label {
                height: parent.height
                text: qsTr("Top-k")
                font: Type.label
                color: section.plan.greedy ? Theme.text4 : Theme.text2
            }
            TextField {
                objectName: "topKField"
                x: Type.wide(88)
                width: Type.wide(84)
                enabled: !section.plan.greedy
                placeholderText: qsTr("all")
                Accessible.name: qsTr("Top-k")
                tip: qsTr("Draw only from so many of the likeliest tokens; empty is all of them")
                text: section.plan.topK > 0 ? section.plan.topK : ""
                validator: IntValidator { bottom: 0; top: 99999 }
                onEditingFinished: {
                    section.plan.topK = Number(text);
                    text = Qt.binding(() => section.plan.topK > 0 ? String(section.plan.topK) : "");
                }
            }
            Label {
                x: Type.wide(172) + 10
                width: parent.width - x
                height: parent.height
                text: qsTr("tokens")
                font: Type.label
                color: Theme.text3
            }
        }
        Toggle {
            objectName: "greedyToggle"
            width: parent.width
            text: qsTr("Always the most likely")
            tip: qsTr("No chance at all: temperature, top-k and top-p do nothing")
            checked: section.plan.greedy
            onToggled: section.plan.greedy = checked
        }
        Label {
            width: parent.width
            topPadding: 4
            text: qsTr("Guidance grows")
            font: Type.label
            color: Theme.text2
        }
        SegmentedControl {
            objectName: "guidanceSchedule"
            width: parent.width
            label: qsTr("Guidance grows")
            value: section.plan.guidanceSchedule
            options: [
                { value: "steps", label: qsTr("by steps"), name: "guidanceSchedule_steps", tip: qsTr("From none in the first step to all of it in the last: early patches get more") },
                { value: "linear", label: qsTr("by patches"), name: "guidanceSchedule_linear", tip: qsTr("As published: with the share of patches that are made") },
                { value: "constant", label: qsTr("not at all"), name: "guidanceSchedule_constant", tip: qsTr("Full guidance from the first patch on") }
            ]
            onChosen: value => section.plan.guidanceSchedule = value
        }
        Item { width: 1; height: 4 }
        Button {
            objectName: "resetButton"
            width: parent.width
            text: qsTr("Back to recommended")
            tip: qsTr("Steps, order, guidance and sampling as the model's maker recommends")
            onClicked: section.plan.resetToRecommended()
        }
    }
}
