pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The presets: to apply, save, rename, delete, give away and take in.
T.Popup {
    id: popup

    required property PresetLibrary presets
    property string renaming // its name: a new one moves the row

    objectName: "presetPopup"
    implicitWidth: Type.wide(360)
    implicitHeight: Math.min(420, list.contentHeight + 12) + 1 + 56
    padding: 0
    margins: 8
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    background: Elevation {}
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs; easing.type: Easing.InCubic }
    }
    onAboutToShow: {
        name.text = "";
        renaming = "";
        list.currentIndex = Math.max(0, presets.currentIndex);
    }
    onOpened: list.forceActiveFocus(Qt.PopupFocusReason)

    function apply(row: int): void {
        presets.apply(row);
        close();
    }
    function leaveRenaming(): void {
        renaming = "";
        (list.currentItem ?? list).forceActiveFocus(Qt.OtherFocusReason); // the row, so that it shows its ring
    }
    function save(): void {
        if (presets.save(name.text))
            close();
    }

    FileDialog {
        id: exportDialog
        property int row: -1

        title: qsTr("Share the preset as a file")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "json"
        nameFilters: [qsTr("Preset (*.json)")]
        onAccepted: popup.presets.exportTo(row, selectedFile)
    }
    FileDialog {
        id: importDialog
        title: qsTr("Take in a preset")
        nameFilters: [qsTr("Preset (*.json)")]
        onAccepted: popup.presets.importFrom(selectedFile)
    }

    contentItem: Item {
        Shortcut { // the window's own rest while it is open
            sequence: "Ctrl+Z"
            enabled: popup.visible
            onActivated: popup.presets.restoreDiscarded()
        }
        ListView {
            id: list
            objectName: "presetList"
            width: parent.width
            height: parent.height - 57
            topMargin: 6
            bottomMargin: 6
            clip: true
            model: popup.presets
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            activeFocusOnTab: true
            T.ScrollBar.vertical: ScrollThumb {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Presets")
            Keys.onReturnPressed: popup.apply(currentIndex)
            Keys.onEnterPressed: popup.apply(currentIndex)
            Keys.onDeletePressed: popup.presets.discard(currentIndex)

            delegate: PresetItem {
                id: entry
                width: ListView.view.width
                active: index === popup.presets.currentIndex
                editing: index >= 0 && !builtIn && entry.name === popup.renaming // a row that goes has -1
                onApplied: popup.apply(index)
                onRenameStarted: {
                    ListView.view.currentIndex = index; // Return applies it afterwards
                    popup.renaming = entry.name;
                }
                onRenamed: text => {
                    if (popup.presets.rename(index, text))
                        popup.leaveRenaming();
                }
                onRenameLeft: popup.leaveRenaming()
                onShared: {
                    exportDialog.row = index;
                    exportDialog.selectedFile = exportDialog.currentFolder + "/" + popup.presets.fileNameFor(index);
                    exportDialog.open();
                }
                onRemoved: popup.presets.discard(index)
            }
        }
        Rule {
            y: list.height
            width: parent.width
        }
        TextField {
            id: name
            objectName: "presetName"
            x: 12
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 12
            width: parent.width - 24 - save.width - take.width - 12
            maximumLength: 60
            placeholderText: qsTr("Keep as…")
            Keys.onReturnPressed: popup.save()
            Keys.onEnterPressed: popup.save()
        }
        Button {
            id: save
            objectName: "presetSave"
            anchors.right: take.left
            anchors.rightMargin: 4
            anchors.verticalCenter: name.verticalCenter
            enabled: name.text.trim().length > 0
            text: popup.presets.has(name.text.trim()) ? qsTr("Replace") : qsTr("Keep")
            tip: qsTr("Keep the settings as they are under this name")
            onClicked: popup.save()
        }
        IconButton {
            id: take
            objectName: "presetImport"
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: name.verticalCenter
            outlined: true
            iconPath: Icons.folder
            tip: qsTr("Take in a preset from a file. You can also drop it on the window.")
            onClicked: importDialog.open()
        }
    }
}
