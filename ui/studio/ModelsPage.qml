pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The models on this computer on the left, importing another on the right. Weight files may be dropped anywhere.
Rectangle {
    id: page

    required property StudioApp studio
    required property bool compact
    readonly property ModelLibrary models: studio.models
    readonly property ModelImport modelImport: studio.modelImport
    /// The middle of the list's lower edge, where messages stand.
    readonly property point messagePlace: Qt.point((width - side.width) / 2, height)

    function chooseFiles(): void {
        dialog.open();
    }

    color: Theme.bg
    onVisibleChanged: if (visible) models.rescan() // what was put there by hand, or is gone

    ScrollPane {
        id: list
        objectName: "modelList"
        readonly property int margin: 28
        readonly property int columnWidth: Math.min(880, width - 2 * margin)
        anchors.left: parent.left
        anchors.right: side.left
        height: parent.height

        Column {
            x: Math.round((list.width - width) / 2)
            width: list.columnWidth
            topPadding: 24
            bottomPadding: 32
            spacing: 12

            Item {
                width: parent.width
                height: Math.max(40, words.implicitHeight) + 8

                Column {
                    id: words
                    width: parent.width - rescan.width - 16
                    spacing: 2

                    Label {
                        width: parent.width
                        text: qsTr("Models")
                        font: Type.figureSmall
                    }
                    Label {
                        width: parent.width
                        text: qsTr("%n on this computer. They run here; nothing leaves it.", "", page.models.count)
                        color: Theme.text2
                    }
                }
                IconButton {
                    id: rescan
                    objectName: "rescanButton"
                    anchors.right: parent.right
                    y: Math.round((words.implicitHeight - height) / 2)
                    outlined: true
                    iconPath: Icons.refresh
                    tip: qsTr("Look for models again")
                    keys: "F5"
                    onClicked: page.models.rescan()
                }
            }
            Column {
                width: parent.width
                spacing: 12
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Models")

                Repeater {
                    model: page.models

                    ModelCard {
                        id: card

                        required property int index
                        required property string name
                        required property string title
                        required property string license
                        required property string problem
                        required property string thumbnail
                        required property string folder
                        required property bool usable
                        required property var parameters // of a usable one, as what follows
                        required property var size
                        required property var subjects
                        required property var pixels
                        required property var memory
                        required property var memoryDetail
                        required property var tight

                        width: parent.width
                        models: page.models
                        entry: card
                        onUsed: page.models.select(index)
                    }
                }
            }
            ReleasedModels {
                width: parent.width
                userFolder: page.models.userFolder
                onFilesWanted: page.chooseFiles()
            }
        }
    }
    ImportPanel {
        id: side
        anchors.right: parent.right
        width: Math.round((page.compact ? 312 : 360) * page.studio.preferences.textScale)
        height: parent.height
        modelImport: page.modelImport
        onFilesWanted: page.chooseFiles()
    }
    DropArea {
        id: drop
        objectName: "modelDrop"
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            page.modelImport.offer(event.urls);
            event.accept(Qt.CopyAction);
        }
    }
    Rectangle {
        anchors.fill: parent
        visible: drop.containsDrag
        color: Theme.alpha(Theme.bg, 0.82)

        Rectangle {
            anchors.fill: parent
            anchors.margins: 16
            radius: Theme.radiusPopover
            color: Theme.accentSoft
            border.width: 2
            border.color: Theme.accent
        }
        Column {
            anchors.centerIn: parent
            spacing: 8

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                size: 32
                path: Icons.save
                color: Theme.accentText
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("Drop the weights here")
                font: Type.title
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("Each file finds its place by what is in it")
                color: Theme.text2
            }
        }
    }
    FileDialog {
        id: dialog
        title: qsTr("Choose weight files")
        fileMode: FileDialog.OpenFiles
        acceptLabel: qsTr("Choose")
        nameFilters: [qsTr("Weights and lists (*.pth *.pt *.safetensors *.ckpt *.bin *.json *.txt)"), qsTr("All files (*)")]
        onAccepted: page.modelImport.offer(selectedFiles)
    }
}
