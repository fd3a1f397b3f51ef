pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Everything that can leave the program: the picture, how it was made, all pictures of the session, and the order.
T.Popup {
    id: sheet

    required property StudioApp studio
    readonly property Exporter exporter: studio.exporter
    property int kind: Exporter.Kind.Picture
    property list<string> files // of the gallery; none = the picture being looked at
    readonly property bool fromFiles: files.length > 0
    readonly property var endings: kind === Exporter.Kind.Animation ? ["gif", "mp4", "webp"]
                                 : kind === Exporter.Kind.Order ? ["json", "csv", "svg", "png"] : ["png", "jpg", "webp"]
    property var chosenEndings: ({}) // by kind
    readonly property string ending: chosenEndings[kind] ?? endings[0]
    readonly property string note: exporter.formatNote(ending)

    function openFor(what: int): void {
        files = [];
        kind = what;
        open();
    }
    function openForFiles(chosen: list<string>): void {
        files = chosen;
        kind = Exporter.Kind.Picture;
        open();
    }
    function write(): void {
        if (fromFiles)
            exporter.exportFiles(files, kind, ending);
        else
            exporter.exportAs(kind, ending);
        close();
    }
    function fileName(): string {
        if (!fromFiles)
            return exporter.canSave ? exporter.nameFor(kind, ending) : "";
        if (kind === Exporter.Kind.Sheet)
            return qsTr("%n picture(s) on a sheet", "", files.length);
        return files.length > 1 ? qsTr("%n file(s)", "", files.length) : files[0].replace(/^.*\//, "").replace(/\.[^.]*$/, "") + "." + ending;
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: 728
    height: 492
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: {
        exporter.hold(); // the next picture may be made meanwhile
        go.focus = true;
    }
    onClosed: exporter.letGo()
    background: Elevation {}
    T.Overlay.modal: Rectangle { color: Theme.scrim }

    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Export")
        Keys.onReturnPressed: sheet.write() // of a field; buttons are pressed by it
        Keys.onEnterPressed: sheet.write()

        Label {
            x: 24
            y: 20
            text: qsTr("Export")
            font: Type.title
        }
        IconButton {
            objectName: "exportClose"
            anchors.right: parent.right
            anchors.rightMargin: 14
            y: 14
            iconPath: Icons.close
            tip: qsTr("Close")
            keys: "Esc"
            onClicked: sheet.close()
        }
        SegmentedControl {
            id: kinds
            x: 24
            y: 60
            width: parent.width - 48
            label: qsTr("What to export")
            value: sheet.kind
            options: Array.from([
                { value: Exporter.Kind.Picture, label: qsTr("Picture"), name: "exportPicture", tip: qsTr("The finished picture") },
                { value: Exporter.Kind.Animation, label: qsTr("Animation"), name: "exportAnimation", tip: qsTr("How it filled in, step by step") },
                { value: Exporter.Kind.Sheet, label: qsTr("Contact sheet"), name: "exportSheet", tip: qsTr("All finished pictures of the strip") },
                { value: Exporter.Kind.Order, label: qsTr("Order"), name: "exportOrder", tip: qsTr("Which patch was made when") }
            ]).filter(option => !sheet.fromFiles || option.value === Exporter.Kind.Picture || option.value === Exporter.Kind.Sheet)
            onChosen: value => sheet.kind = value
        }
        ExportPreview {
            id: preview
            x: 24
            y: 108
            width: 280
            height: 280
            exporter: sheet.exporter
            kind: sheet.kind
            files: sheet.files
            running: sheet.opened
        }
        ExportOptions {
            anchors.left: preview.right
            anchors.leftMargin: 24
            anchors.right: parent.right
            anchors.rightMargin: 24
            y: 108
            exporter: sheet.exporter
            kind: sheet.kind
            named: !sheet.fromFiles
            endings: sheet.endings
            ending: sheet.ending
            note: sheet.note
            onEndingChosen: ending => {
                const chosen = Object.assign({}, sheet.chosenEndings);
                chosen[sheet.kind] = ending;
                sheet.chosenEndings = chosen;
            }
        }
        Rule {
            y: parent.height - 76
            width: parent.width
        }
        Column {
            x: 24
            y: parent.height - 76 + (76 - height) / 2
            width: go.x - 24 - 12 - change.width - 12
            spacing: 2

            Label {
                objectName: "exportName"
                width: parent.width
                elide: Text.ElideMiddle
                // Settings and picture decide the name; a function's result does not follow them by itself.
                text: sheet.exporter.settings.namePattern.length > 0 && sheet.opened ? sheet.fileName() : ""
                font: Type.bodyStrong
            }
            Label {
                width: parent.width
                elide: Text.ElideMiddle
                text: qsTr("in %1").arg(sheet.exporter.lastFolderText)
                font: Type.caption
                color: Theme.text2
            }
        }
        Button {
            id: change
            anchors.right: go.left
            anchors.rightMargin: 12
            y: parent.height - 76 + (76 - height) / 2
            text: qsTr("Folder…")
            tip: qsTr("Choose where exports go")
            onClicked: folders.open()
        }
        Button {
            id: go
            objectName: "exportGo"
            anchors.right: parent.right
            anchors.rightMargin: 24
            y: parent.height - 76 + (76 - height) / 2
            kind: "primary"
            focus: true
            enabled: sheet.exporter.canSave || sheet.fromFiles
            text: qsTr("Export")
            tip: qsTr("Write it there; nothing is replaced")
            keys: "Return"
            onClicked: sheet.write()
        }
        FolderDialog {
            id: folders
            title: qsTr("Where exports go")
            currentFolder: sheet.exporter.lastFolder
            onAccepted: sheet.exporter.lastFolder = selectedFolder
        }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs; easing.type: Easing.InCubic }
    }
}
