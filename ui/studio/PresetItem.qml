import QtQuick
import QtQuick.Templates as T
import LpdStudio.Controls
import LpdStudio.Style

// One preset of the list.
T.ItemDelegate {
    id: entry

    required property int index
    required property string name
    required property string detail
    required property bool builtIn
    required property bool active
    required property bool editing
    readonly property bool current: ListView.isCurrentItem && ListView.view.activeFocus
    signal applied
    signal renameStarted
    signal renamed(string text)
    signal renameLeft
    signal shared
    signal removed

    objectName: "preset_" + index
    implicitHeight: 48
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: name
    Accessible.name: name
    Accessible.description: detail
    onClicked: applied()
    onEditingChanged: {
        if (editing) {
            field.text = name;
            field.forceActiveFocus(Qt.ShortcutFocusReason);
            field.selectAll();
        } else {
            field.focus = false; // or the list would give the keyboard back to it
        }
    }

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 6
        anchors.rightMargin: 6
        radius: 7
        color: entry.hovered || entry.current ? Theme.hover : Theme.alpha(Theme.hover, 0)
        FocusRing { anchors.margins: 0; control: entry; controlRadius: 3 } // inside, as rows touch
    }
    contentItem: Item {
        Icon {
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            visible: entry.active
            size: 14
            path: Icons.check
            color: Theme.accentText
        }
        Label {
            x: 40
            y: 6
            width: parent.width - x - (actions.visible ? actions.width + 12 : 16)
            height: 20
            visible: !entry.editing
            text: entry.name
            font: Type.bodyStrong
        }
        Label {
            x: 40
            y: 25
            width: parent.width - x - (actions.visible ? actions.width + 12 : 16)
            visible: !entry.editing
            text: entry.builtIn ? qsTr("%1 · by the model's maker").arg(entry.detail) : entry.detail
            font: Type.caption
            color: Theme.text2
        }
        TextField {
            id: field
            objectName: "presetRename_" + entry.index
            x: 34
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 16
            visible: entry.editing
            maximumLength: 60
            Accessible.name: qsTr("New name")
            Keys.onReturnPressed: entry.renamed(text)
            Keys.onEnterPressed: entry.renamed(text)
            Keys.onEscapePressed: entry.renameLeft()
        }
        Row {
            id: actions
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: !entry.editing && (entry.hovered || entry.current)

            IconButton {
                objectName: "presetRenameButton_" + entry.index
                visible: !entry.builtIn
                implicitWidth: 28
                implicitHeight: 28
                iconSize: 14
                focusPolicy: Qt.TabFocus // a click leaves the keyboard with the list
                iconPath: Icons.pencil
                tip: qsTr("Rename")
                onClicked: entry.renameStarted()
            }
            IconButton {
                objectName: "presetShare_" + entry.index
                implicitWidth: 28
                implicitHeight: 28
                iconSize: 14
                focusPolicy: Qt.TabFocus // a click leaves the keyboard with the list
                iconPath: Icons.save
                tip: qsTr("Share as a file")
                onClicked: entry.shared()
            }
            IconButton {
                objectName: "presetRemove_" + entry.index
                visible: !entry.builtIn
                implicitWidth: 28
                implicitHeight: 28
                iconSize: 14
                focusPolicy: Qt.TabFocus // a click leaves the keyboard with the list
                iconPath: Icons.trash
                tip: qsTr("Delete")
                keys: "Del"
                onClicked: entry.removed()
            }
        }
    }
}
