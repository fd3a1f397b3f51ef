pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Which preset the settings are, and the way back and forth through their changes.
Item {
    id: row

    required property PresetLibrary presets
    required property SettingsHistory edits
    readonly property bool custom: presets.currentIndex < 0

    implicitHeight: 32

    T.AbstractButton {
        id: button
        objectName: "presetButton"
        width: parent.width - 72
        height: parent.height
        focusPolicy: Qt.StrongFocus
        hoverEnabled: true
        text: row.custom ? qsTr("Own settings") : row.presets.currentName
        Accessible.name: qsTr("Preset: %1").arg(text)
        onClicked: popup.opened ? popup.close() : popup.open()

        background: Rectangle {
            radius: Theme.radiusControl
            color: button.hovered || popup.opened ? Theme.hover : Theme.field
            border.width: 1
            border.color: Theme.lineStrong
            Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
            FocusRing { control: button }
        }
        contentItem: Item {
            Icon {
                x: 10
                anchors.verticalCenter: parent.verticalCenter
                size: 14
                path: Icons.bookmark
                color: row.custom ? Theme.text3 : Theme.text2
            }
            Label {
                x: 32
                width: parent.width - x - 28
                height: parent.height
                text: button.text
                font: Type.bodyStrong
                color: row.custom ? Theme.text2 : Theme.text1
            }
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: 9
                anchors.verticalCenter: parent.verticalCenter
                size: 14
                path: Icons.chevronDown
            }
        }
        TipHost {
            shown: button.hovered && !popup.opened
            text: qsTr("Presets: settings under a name")
        }
        PresetPopup {
            id: popup
            y: button.height + 6
            presets: row.presets
        }
    }
    IconButton {
        objectName: "undoButton"
        anchors.right: redo.left
        anchors.rightMargin: 2
        enabled: row.edits.canUndo
        iconPath: Icons.undo
        tip: row.edits.undoText
        keys: "Ctrl+Z"
        onClicked: row.edits.undo()
    }
    IconButton {
        id: redo
        objectName: "redoButton"
        anchors.right: parent.right
        enabled: row.edits.canRedo
        iconPath: Icons.redo
        tip: row.edits.redoText
        keys: "Ctrl+Shift+Z"
        onClicked: row.edits.redo()
    }
}
