pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// One of a few. `options`: list of {value, label, tip, keys, name}; `name` becomes the segment's objectName.
T.Control {
    id: control

    property var options: []
    property var value
    property string label
    signal chosen(var value)

    readonly property int currentIndex: options.findIndex(o => o.value === value)
    readonly property var wordWidths: Array.from(options).map(o => metrics.height > 0 ? Math.ceil(metrics.advanceWidth(o.label)) + 8 : 0)
    readonly property real neededWidth: wordWidths.reduce((a, b) => a + b, 0) + leftPadding + rightPadding
    // Equal, or where a word is too long for that, what each needs and an equal share of the rest.
    readonly property var widths: {
        const words = wordWidths;
        const equal = availableWidth / Math.max(1, words.length);
        const rest = availableWidth - words.reduce((a, b) => a + b, 0);
        return words.map(word => Math.max(...words) <= equal ? equal : word + rest / words.length);
    }

    implicitWidth: 160
    implicitHeight: 32
    padding: 3
    Accessible.ignored: true

    FontMetrics {
        id: metrics
        font: Type.label
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.segTrack
        border.width: 1
        border.color: Theme.line
    }
    contentItem: Item {
        Accessible.role: Accessible.Grouping
        Accessible.name: control.label

        Rectangle {
            x: control.currentIndex < 0 ? 0 : Math.round(control.widths.slice(0, control.currentIndex).reduce((a, b) => a + b, 0))
            width: control.currentIndex < 0 ? 0 : Math.round(control.widths[control.currentIndex])
            height: parent.height
            visible: control.currentIndex >= 0
            radius: 6
            color: Theme.segOn
            border.width: Theme.dark ? 0 : 1
            border.color: Theme.line

            Behavior on x { NumberAnimation { duration: Theme.toggleMs; easing.type: Easing.OutCubic } }
        }
        Row {
            id: segments
            anchors.fill: parent

            Repeater {
                model: control.options

                T.RadioButton {
                    id: segment

                    required property var modelData
                    required property int index
                    readonly property bool on: control.currentIndex === index

                    objectName: modelData.name ?? ""
                    width: control.widths[index]
                    height: segments.height
                    focusPolicy: Qt.StrongFocus
                    hoverEnabled: true
                    text: modelData.label
                    checked: on
                    Accessible.name: text
                    Accessible.description: modelData.tip ?? ""
                    onClicked: control.chosen(modelData.value)
                    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Left || event.key === Qt.Key_Right
                    Keys.onLeftPressed: control.move(-1)
                    Keys.onRightPressed: control.move(1)

                    contentItem: Label {
                        horizontalAlignment: Text.AlignHCenter
                        text: segment.text
                        font: Type.label
                        color: !segment.enabled ? Theme.text4 : segment.on || segment.hovered ? Theme.text1 : Theme.text3
                    }
                    FocusRing { control: segment; controlRadius: 3 }
                    TipHost {
                        shown: segment.hovered && !segment.down
                        text: segment.modelData.tip ?? ""
                        keys: segment.modelData.keys ?? ""
                    }
                }
            }
        }
    }

    function move(by: int): void {
        const index = currentIndex + by;
        if (index < 0 || index >= options.length)
            return;
        chosen(options[index].value);
        segments.children[index].forceActiveFocus(Qt.TabFocusReason);
    }
}
