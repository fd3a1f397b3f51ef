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

    onOpened: orders.itemAt(0)?.forceActiveFocus(Qt.PopupFocusReason)

    component Choice: Chip {
        id: choice
        Keys.onLeftPressed: editor.go(choice, -1)
        Keys.onRightPressed: editor.go(choice, 1)
        Keys.onUpPressed: editor.goToRow(choice, -1)
        Keys.onDownPressed: editor.goToRow(choice, 1)
    }

    function chipsAround(chip: Item): var {
        return Array.from(chip.parent.children).filter(child => child instanceof T.AbstractButton); // the repeater is a child, too
    }
    function go(chip: Item, by: int): void {
        const chips = chipsAround(chip);
        chips[chips.indexOf(chip) + by]?.forceActiveFocus(Qt.TabFocusReason);
    }
    // To the one that stands nearest in the row above or below.
    function goToRow(chip: Item, by: int): void {
        const far = other => Math.abs(other.y - chip.y) * 1000 + Math.abs(other.x + other.width / 2 - chip.x - chip.width / 2);
        const beyond = chipsAround(chip).filter(other => (other.y - chip.y) * by > 0);
        beyond.sort((a, b) => far(a) - far(b))[0]?.forceActiveFocus(Qt.TabFocusReason);
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
                id: orders
                model: editor.studio.plan.orderKinds

                Choice {
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

                Choice {
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
