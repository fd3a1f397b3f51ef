import QtQml.Models

ListModel {
    id: library

    enum State { None, Waiting, Loading, Ready, Failed }

    property int currentIndex: 0
    readonly property string currentName: currentIndex < 0 ? "" : get(currentIndex).name
    readonly property string currentTitle: currentIndex < 0 ? "" : get(currentIndex).title
    readonly property string currentDetail: currentIndex < 0 ? "" : get(currentIndex).detail
    property int state: ModelLibrary.State.Ready
    property string problem
    property string problemHint
    property int classCount: 16
    property int columns: 16
    property int rows: 16
    property int tokenCount: columns * rows
    property int patchPixels: 16
    property int imageSize: 256
    property string deviceText: "CPU · fp32"
    property string deviceReason: "No graphics card that LibTorch can use"
    property bool hasThumbnails: true

    function select(index: int): void {
        if (get(index).usable)
            currentIndex = index;
    }
    function rescan(): void {}
    function retry(): void {
        problem = "";
        problemHint = "";
        state = ModelLibrary.State.Ready;
    }

    ListElement {
        name: "scenes-256"
        title: "Scenes 256"
        detail: "5.9 M parameters · 256 patches"
        license: "MIT"
        usable: true
        problem: ""
        thumbnail: "image://classes/scenes-256/0"
    }
    ListElement {
        name: "scenes-256-small"
        title: "Scenes 256 small"
        detail: "1.4 M parameters · 256 patches"
        license: "MIT"
        usable: true
        problem: ""
        thumbnail: "image://classes/scenes-256/2"
    }
    ListElement {
        name: "broken"
        title: "Half a download"
        detail: ""
        license: ""
        usable: false
        problem: "transformer.safetensors is shorter than its header says"
        thumbnail: ""
    }
}
