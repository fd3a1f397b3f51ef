pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Everything the window can do, found by typing.
T.Popup {
    id: palette

    required property StudioApp studio
    required property WindowActions actions
    property var found: []

    objectName: "palette"
    x: Math.round((parent.width - width) / 2)
    y: Math.round(Math.max(72, parent.height * 0.14))
    implicitWidth: Math.min(600, parent.width - 48)
    implicitHeight: 57 + Math.min(444, parent.height - y - 96, Math.max(56, list.contentHeight + 12))
    padding: 0
    modal: true
    dim: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    background: Elevation {}
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs; easing.type: Easing.InCubic }
    }
    onAboutToShow: {
        field.clear();
        search();
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    function search(): void {
        found = commands.matching(field.text);
        list.currentIndex = 0;
        list.positionViewAtBeginning();
    }
    function run(index: int): void {
        if (index < 0 || index >= found.length)
            return;
        const command = found[index];
        close();
        command.run();
    }

    PaletteCommands {
        id: commands
        studio: palette.studio
        actions: palette.actions
    }

    contentItem: Item {
        Icon {
            x: 18
            y: 20
            path: Icons.search
        }
        T.TextField {
            id: field
            objectName: "paletteField"
            x: 46
            width: parent.width - x - 64
            height: 56
            font: Type.title
            color: Theme.text1
            placeholderTextColor: Theme.text3
            selectionColor: Theme.accentLine
            selectedTextColor: Theme.text1
            verticalAlignment: TextInput.AlignVCenter
            renderType: Text.NativeRendering
            placeholderText: qsTr("Do, set or find")
            Accessible.name: qsTr("Command")
            onTextEdited: palette.search()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onReturnPressed: palette.run(list.currentIndex)
            Keys.onEnterPressed: palette.run(list.currentIndex)
            Keys.onPressed: event => {
                const page = event.key === Qt.Key_PageDown ? 8 : event.key === Qt.Key_PageUp ? -8 : 0;
                if (page !== 0)
                    list.currentIndex = Math.max(0, Math.min(palette.found.length - 1, list.currentIndex + page));
                else if (event.key === Qt.Key_K && event.modifiers & Qt.ControlModifier)
                    palette.close();
            }

            Label {
                anchors.fill: parent
                visible: field.length === 0
                text: field.placeholderText
                font: field.font
                color: field.placeholderTextColor
            }
        }
        KeyHint {
            anchors.right: parent.right
            anchors.rightMargin: 18
            y: 19
            boxSize: 18
            keys: "Esc"
        }
        Rule {
            y: 56
            width: parent.width
        }
        ListView {
            id: list
            objectName: "paletteList"
            y: 63
            width: parent.width
            height: parent.height - y - 6
            clip: true
            model: palette.found
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            keyNavigationEnabled: false
            T.ScrollBar.vertical: ScrollThumb {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Commands")

            delegate: T.ItemDelegate {
                id: entry

                required property var modelData
                required property int index
                readonly property bool current: ListView.isCurrentItem

                objectName: "command_" + index
                width: ListView.view.width
                implicitHeight: 36
                hoverEnabled: true
                focusPolicy: Qt.NoFocus
                text: modelData.text
                Accessible.name: text
                Accessible.description: modelData.detail
                HoverHandler {
                    // Only a pointer that moves chooses: one that rests under the list as it opens does not.
                    property point before
                    onPointChanged: {
                        const at = point.scenePosition;
                        if (before.x !== 0 && (at.x !== before.x || at.y !== before.y))
                            entry.ListView.view.currentIndex = entry.index;
                        before = at;
                    }
                }
                onClicked: palette.run(index)

                background: Rectangle {
                    anchors.fill: parent
                    anchors.leftMargin: 6
                    anchors.rightMargin: 6
                    radius: 7
                    color: entry.current ? Theme.hover : Theme.alpha(Theme.hover, 0)
                }
                contentItem: Item {
                    Label {
                        id: name
                        x: 18
                        height: parent.height
                        width: Math.min(implicitWidth, parent.width * 0.6)
                        text: entry.text
                        font: Type.bodyStrong
                        color: entry.current ? Theme.text1 : Theme.text2
                    }
                    Label {
                        x: name.x + name.width + 10
                        width: parent.width - x - 18 - (hint.visible ? hint.width + 10 : 0)
                        height: parent.height
                        text: entry.modelData.detail
                        font: Type.label
                        color: entry.current ? Theme.text2 : Theme.text3
                    }
                    KeyHint {
                        id: hint
                        anchors.right: parent.right
                        anchors.rightMargin: 18
                        anchors.verticalCenter: parent.verticalCenter
                        keys: entry.modelData.keys
                        color: Theme.text2
                    }
                }
            }
        }
        Label {
            anchors.centerIn: list
            visible: palette.found.length === 0
            text: qsTr("Nothing is called “%1”.").arg(field.text)
            color: Theme.text2
        }
    }
}
