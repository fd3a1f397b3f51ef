pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.Controls
import LpdStudio.Style

// All keys on one sheet, drawn from the window's actions.
T.Popup {
    id: sheet

    required property WindowActions actions
    property bool wanted: false // not drawn before it is asked for
    readonly property var groups: {
        const shown = actions.all.concat(actions.gestures).filter(action => action.keys.length > 0);
        const names = Array.from(new Set(shown.map(action => action.group)));
        return names.map(name => ({ name: name, actions: shown.filter(action => action.group === name) }));
    }
    readonly property int rowHeight: parent.height < 860 && Type.scale <= 1 ? 24 : 28 // all on it at once where that can be
    readonly property int columns: Math.max(1, Math.min(3, Math.floor((parent.width - 48) / (Type.wide(288) + 32))))
    readonly property int columnWidth: Math.min(Type.wide(304), Math.floor((parent.width - 104 - 32 * (columns - 1)) / columns))

    objectName: "shortcutSheet"
    x: Math.round((parent.width - width) / 2)
    y: Math.round(Math.max(24, (parent.height - height) / 2))
    implicitWidth: columns * columnWidth + (columns - 1) * 32 + 56
    implicitHeight: Math.min(parent.height - 48, body.implicitHeight + 100)
    padding: 0
    modal: true
    dim: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    background: Elevation {}
    T.Overlay.modal: Rectangle { color: Theme.scrim }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs; easing.type: Easing.InCubic }
    }

    onAboutToShow: wanted = true

    // The groups, shared out so that the columns are about equally long.
    function columnsOf(count: int): var {
        const result = Array.from({ length: count }, () => []);
        const heights = new Array(count).fill(0);
        for (const group of groups.slice().sort((a, b) => b.actions.length - a.actions.length || groups.indexOf(a) - groups.indexOf(b))) {
            const shortest = heights.indexOf(Math.min(...heights));
            result[shortest].push(group);
            heights[shortest] += group.actions.length + 2;
        }
        return result;
    }

    contentItem: FocusScope {
        focus: true
        Keys.onPressed: event => {
            if (event.key === Qt.Key_F1)
                sheet.close();
        }

        Label {
            x: 28
            y: 22
            text: qsTr("Keys")
            font: Type.title
        }
        IconButton {
            objectName: "sheetClose"
            anchors.right: parent.right
            anchors.rightMargin: 16
            y: 16
            iconPath: Icons.close
            tip: qsTr("Close")
            keys: "Esc"
            onClicked: sheet.close()
        }
        Flickable {
            focus: true // so that keys scroll it
            x: 28
            y: 62
            width: parent.width - 56
            height: parent.height - y - 16
            contentHeight: body.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollThumb {}

            Row {
                id: body
                spacing: 32

                Repeater {
                    model: sheet.wanted ? sheet.columnsOf(sheet.columns) : []

                    Column {
                        id: column

                        required property var modelData

                        width: sheet.columnWidth
                        spacing: 18

                        Repeater {
                            model: column.modelData

                            Column {
                                id: block

                                required property var modelData

                                width: column.width

                                Label {
                                    height: 26
                                    text: block.modelData.name
                                    font: Type.label
                                    color: Theme.text3
                                }
                                Repeater {
                                    model: block.modelData.actions

                                    Item {
                                        id: line

                                        required property var modelData

                                        objectName: "key_" + modelData.name
                                        width: block.width
                                        height: sheet.rowHeight
                                        Accessible.role: Accessible.StaticText
                                        Accessible.name: modelData.text + ", " + modelData.keys[0]

                                        Label {
                                            width: parent.width - hint.width - 12
                                            height: parent.height
                                            text: line.modelData.text
                                        }
                                        KeyHint {
                                            id: hint
                                            anchors.right: parent.right
                                            anchors.verticalCenter: parent.verticalCenter
                                            boxSize: 18
                                            keys: line.modelData.keys[0]
                                            color: Theme.text2
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
