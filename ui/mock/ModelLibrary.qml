import QtQml.Models

ListModel {
    id: library

    enum State { None, Waiting, Loading, Ready, Failed, Resting }

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
    readonly property string torchVersion: "2.3.0"
    readonly property string userFolder: "/home/ada/.local/share/lpd-studio/models"

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
        parameters: "5.9 M parameters"
        size: "24 MB"
        subjects: 16
        pixels: 256
        folder: "/usr/share/lpd-studio/models/scenes-256"
        memory: "41 MB"
        memoryDetail: "Estimated, on the CPU in fp32: 24 MB of weights, 6 MB for the keys and values of one picture at once with guidance, 11 MB for what is computed on the way. The program itself comes on top."
        tight: false
    }
    ListElement {
        name: "scenes-256-small"
        title: "Scenes 256 small"
        detail: "1.4 M parameters · 256 patches"
        license: "MIT"
        usable: true
        problem: ""
        thumbnail: "image://classes/scenes-256/2"
        parameters: "1.4 M parameters"
        size: "6 MB"
        subjects: 16
        pixels: 256
        folder: "/home/ada/.local/share/lpd-studio/models/scenes-256-small"
        memory: "19 MB"
        memoryDetail: "Estimated, on the CPU in fp32: 24 MB of weights, 6 MB for the keys and values of one picture at once with guidance, 11 MB for what is computed on the way. The program itself comes on top."
        tight: false
    }
    ListElement {
        name: "broken"
        title: "Half a download"
        detail: ""
        license: ""
        usable: false
        problem: "transformer.safetensors is shorter than its header says"
        thumbnail: ""
        parameters: ""
        size: ""
        subjects: 0
        pixels: 0
        folder: "/home/ada/.local/share/lpd-studio/models/broken"
        memory: ""
        memoryDetail: ""
        tight: false
    }
}
