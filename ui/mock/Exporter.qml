import QtQml
import LpdStudio.App

QtObject {
    id: exporter

    required property MockArt art
    required property PictureView picture
    readonly property bool canSave: picture.finished
    property bool saving: false
    property url lastFolder
    signal saved(string path)
    signal copied
    signal failed(string text, string hint)

    function saveImage(file: url): void {
        const problem = art.save(picture.image, file);
        if (problem === "")
            saved(String(file).replace("file://", ""));
        else
            failed(problem, "Choose another folder");
    }
    function suggestedName(): string {
        return picture.title.toLowerCase().replace(/ /g, "-") + ".png";
    }
    function copyImage(): void {
        copied();
    }
}
