import QtQml
import LpdStudio.App

QtObject {
    id: exporter

    enum Kind { Picture, Animation, Sheet, Order }

    required property MockArt art
    required property PictureView picture
    readonly property bool canSave: picture.finished
    property bool saving: false
    property url lastFolder
    readonly property string lastFolderText: String(lastFolder).replace("file://", "")
    readonly property ExportSettings settings: ExportSettings {}
    readonly property int stepCount: picture.hasPicture ? picture.groupSizes.length : 0
    readonly property int sheetCount: canSave ? 1 : 0
    readonly property int pictureSide: 256
    property var exports: [] // what was asked for
    property bool slow: false // they are being written until they are cancelled
    signal saved(string path)
    signal copied
    signal failed(string text, string hint)

    function saveImage(file: url): void {
        const problem = art.save(picture.image, file);
        saving = true;
        if (problem === "")
            saved(String(file).replace("file://", ""));
        else
            failed(problem, "Choose another folder");
        saving = false;
    }
    function hold(): void {}
    function letGo(): void {}
    function suggestedName(): string {
        return picture.title.toLowerCase().replace(/ /g, "-") + ".png";
    }
    function exportAs(kind: int, ending: string): void {
        exports = [...exports, [kind, ending]];
        saving = true;
        if (slow)
            return;
        saved("/home/me/" + nameFor(kind, ending));
        saving = false;
    }
    function exportFiles(files: list<string>, kind: int, ending: string): void {
        exports = [...exports, [kind, ending, files.length]];
        saving = true;
        for (const file of files)
            saved(file);
        saving = false;
    }
    function cancel(): void {
        saving = false;
    }
    function nameFor(kind: int, ending: string): string {
        return picture.title.toLowerCase().replace(/ /g, "-") + (kind === 2 ? "-sheet." : kind === 3 ? "-order." : ".") + ending;
    }
    function formatNote(ending: string): string {
        return ending === "mp4" ? "This mock writes no MP4" : "";
    }
    function frame(steps: int): var {
        return picture.image;
    }
    function orderDrawing(): var {
        return picture.image;
    }
    function dragFile(): url {
        return "";
    }
    function openFolder(): void {}
    function copyImage(): void {
        copied();
    }
}
