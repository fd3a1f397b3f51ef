pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Where the gallery's pictures are kept, and how that is changed: a folder is chosen, then what becomes of the pictures
// in the present one.
Column {
    id: row

    required property HistoryStore history
    required property int pictures // kept so far
    property url wanted // chosen, not yet confirmed
    readonly property bool asking: String(wanted).length > 0 && !history.moving
    readonly property string wantedPath: decodeURIComponent(String(wanted).replace(/^file:\/\//, ""))
    signal galleryRequested

    width: parent ? parent.width : 0

    function choose(folder: url): void {
        problem.text = "";
        if (row.pictures > 0)
            wanted = folder;
        else
            history.moveTo(folder, false);
    }
    function confirm(takePictures: bool): void {
        const folder = wanted;
        wanted = "";
        history.moveTo(folder, takePictures);
    }

    SettingRow {
        title: qsTr("Pictures of the gallery")
        detail: row.history.folderText
        controlWidth: tools.implicitWidth

        Row {
            id: tools
            anchors.right: parent.right
            spacing: 8

            Button {
                objectName: "revealHistory"
                text: qsTr("Show")
                tip: qsTr("Show the folder in the file manager")
                onClicked: row.history.reveal()
            }
            Button {
                objectName: "showGallery"
                text: qsTr("Gallery")
                keys: "Ctrl+3"
                tip: qsTr("Go to the gallery")
                onClicked: row.galleryRequested()
            }
            Button {
                objectName: "changeHistory"
                enabled: !row.history.folderFixed && !row.history.moving
                text: qsTr("Change…")
                tip: row.history.folderFixed ? qsTr("The folder was given when the program was started") : qsTr("Keep pictures in another folder")
                onClicked: dialog.open()
            }
        }
    }
    Item {
        objectName: "historyQuestion"
        width: parent.width
        height: visible ? box.height + 12 : 0
        visible: row.asking || row.history.moving || problem.text.length > 0

        Rectangle {
            id: box
            width: parent.width
            height: content.implicitHeight + 24
            radius: Theme.radiusControl
            color: Theme.alpha(problem.text.length > 0 ? Theme.danger : Theme.text2, 0.08)

            Column {
                id: content
                x: 12
                y: 12
                width: parent.width - 24
                spacing: 10

                Label {
                    id: problem
                    objectName: "historyProblem"
                    width: parent.width
                    visible: text.length > 0
                    font: Type.label
                    color: Theme.danger
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
                Label {
                    width: parent.width
                    visible: row.asking
                    text: qsTr("New pictures go to %1. What about the %n you have?", "", row.pictures).arg(row.wantedPath)
                    font: Type.label
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                Flow {
                    width: parent.width
                    visible: row.asking
                    spacing: 8

                    Button {
                        objectName: "historyTake"
                        text: qsTr("Take them along")
                        tip: qsTr("They are copied first and removed from the old folder when all have arrived")
                        onClicked: row.confirm(true)
                    }
                    Button {
                        objectName: "historyLeave"
                        text: qsTr("Leave them there")
                        tip: qsTr("The gallery shows the new folder only; choose the old one again to see them")
                        onClicked: row.confirm(false)
                    }
                    Button {
                        objectName: "historyKeep"
                        kind: "ghost"
                        text: qsTr("Cancel")
                        onClicked: row.wanted = ""
                    }
                }
                Item {
                    width: parent.width
                    height: 32
                    visible: row.history.moving

                    Label {
                        id: count
                        objectName: "historyMoving"
                        width: parent.width - stop.width - 12
                        text: row.history.toMove > 0 ? qsTr("Copying %1 of %2").arg(row.history.movedSoFar + 1).arg(row.history.toMove) : qsTr("Looking at the folder")
                        font: Type.label
                    }
                    ProgressLine {
                        y: 24
                        width: count.width
                        value: row.history.toMove > 0 ? row.history.movedSoFar / row.history.toMove : 0
                        fill: Theme.accent
                    }
                    Button {
                        id: stop
                        objectName: "historyStop"
                        anchors.right: parent.right
                        text: qsTr("Stop")
                        tip: qsTr("All pictures stay in the old folder")
                        onClicked: row.history.stopMoving()
                    }
                }
            }
        }
    }
    Connections {
        target: row.history
        function onFailed(text: string, hint: string): void {
            problem.text = hint.length > 0 ? text + ". " + hint + "." : text + ".";
        }
        function onMovingChanged(): void {
            if (row.history.moving)
                problem.text = "";
        }
    }
    FolderDialog {
        id: dialog
        title: qsTr("Keep pictures in")
        currentFolder: "file://" + row.history.folder.split("/").map(encodeURIComponent).join("/")
        onAccepted: row.choose(selectedFolder)
    }
}
