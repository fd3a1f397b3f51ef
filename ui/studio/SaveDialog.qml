import QtQuick
import QtQuick.Dialogs
import LpdStudio.App

// Asks where to save the picture being looked at.
FileDialog {
    id: dialog

    required property StudioApp studio

    title: qsTr("Save picture")
    fileMode: FileDialog.SaveFile
    acceptLabel: qsTr("Save")
    defaultSuffix: "png"
    nameFilters: [qsTr("PNG, can be replayed (*.png)"), qsTr("JPEG (*.jpg *.jpeg)"), qsTr("WebP (*.webp)")]
    onAccepted: {
        studio.exporter.saveImage(selectedFile);
        studio.exporter.letGo();
    }
    onRejected: studio.exporter.letGo()

    function openFor(exporter: Exporter): void {
        if (!exporter.canSave)
            return;
        const folder = String(exporter.lastFolder);
        if (folder.length > 0) {
            currentFolder = exporter.lastFolder;
            selectedFile = folder + "/" + exporter.suggestedName();
        }
        exporter.hold(); // the next one may be made meanwhile
        open();
    }
}
