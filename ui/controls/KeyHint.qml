pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.Style

// The keys of a shortcut such as "Ctrl+Return", each in an outlined box.
Row {
    id: hint

    property string keys
    property color color: Theme.text3
    property int boxSize: 16
    // What stands on the keyboard; the words are those of QKeySequence.
    readonly property var signs: ({
        Left: "←", Right: "→", Up: "↑", Down: "↓",
        Ctrl: qsTr("Ctrl", "key"), Shift: qsTr("Shift", "key"), Space: qsTr("Space", "key"), Del: qsTr("Del", "key"),
        Home: qsTr("Home", "key"), End: qsTr("End", "key")
    })

    spacing: 3
    visible: keys.length > 0

    Repeater {
        model: hint.keys.length > 1 ? hint.keys.split("+") : hint.keys.length > 0 ? [hint.keys] : []

        Rectangle {
            required property string modelData
            readonly property bool isReturn: modelData === "Return"

            width: Math.max(hint.boxSize, caption.implicitWidth + hint.boxSize / 2)
            height: hint.boxSize
            radius: 4
            color: "transparent"
            border.width: 1
            border.color: Theme.alpha(hint.color, 0.34)

            Label {
                id: caption
                anchors.centerIn: parent
                visible: !parent.isReturn
                text: parent.isReturn ? "" : hint.signs[parent.modelData] ?? parent.modelData
                font: Type.tag
                color: hint.color
            }
            Icon {
                anchors.centerIn: parent
                visible: parent.isReturn
                size: 12
                path: Icons.returnKey
                color: hint.color
            }
        }
    }
}
