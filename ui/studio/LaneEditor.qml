pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Order, steps and guidance of a lane.
T.Popup {
    id: editor

    required property StudioApp studio
    required property RaceLane lane
    required property int number
    readonly property Race race: studio.race

    padding: 16
    margins: 8
    implicitWidth: 312
    implicitHeight: implicitContentHeight + 2 * padding
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    background: Elevation {}
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }

    function change(kind: string, steps: int, guidance: real): void {
        race.changeLane(number, kind, steps, guidance);
    }

    contentItem: Column {
        spacing: 8

        SectionHeader {
            width: parent.width
            title: qsTr("Order")
        }
        Flow {
            width: parent.width
            spacing: 6

            Repeater {
                model: editor.studio.plan.orderKinds

                Chip {
                    required property var modelData

                    objectName: "laneOrder_" + editor.number + "_" + modelData.word
                    text: modelData.label
                    tip: modelData.tip
                    selected: editor.lane.orderKind === modelData.word
                    onClicked: editor.change(modelData.word, editor.lane.steps, editor.lane.guidance)
                }
            }
        }
        Item { width: 1; height: 4 }
        SectionHeader {
            width: parent.width
            title: qsTr("Steps")
            detail: editor.lane.steps
            strongDetail: true
        }
        Flow {
            width: parent.width
            spacing: 6

            Repeater {
                model: Array.from(new Set([...editor.studio.plan.publishedSteps, editor.studio.plan.tokenCount])).sort((a, b) => a - b)

                Chip {
                    required property int modelData

                    objectName: "laneSteps_" + editor.number + "_" + modelData
                    text: modelData
                    selected: editor.lane.steps === modelData
                    onClicked: editor.change(editor.lane.orderKind, modelData, editor.lane.guidance)
                }
            }
        }
        Item { width: 1; height: 4 }
        SliderRow {
            width: parent.width
            sliderName: "laneGuidance_" + editor.number
            label: qsTr("Guidance")
            tip: qsTr("How strictly the picture follows its subject; 1 is not at all")
            from: 1
            to: 10
            stepSize: 0.1
            value: editor.lane.guidance
            valueText: Numbers.fixed(editor.lane.guidance, 1)
            onEdited: value => editor.change(editor.lane.orderKind, editor.lane.steps, value)
        }
        Item { width: 1; height: 2 }
        Button {
            objectName: "laneRemove_" + editor.number
            width: parent.width
            enabled: editor.race.lanes.length > 2
            iconPath: Icons.trash
            text: qsTr("Remove this lane")
            tip: enabled ? "" : qsTr("A race has at least two lanes")
            onClicked: {
                editor.close();
                editor.race.removeLane(editor.number);
            }
        }
    }
}
