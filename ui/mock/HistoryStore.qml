import QtQml

QtObject {
    id: store

    property string folder: "/pictures"
    readonly property string folderText: folder
    property bool folderFixed: false
    property bool moving: false
    property int movedSoFar: 0
    property int toMove: 0
    property bool writable: true // of whatever folder is chosen
    property string wanted
    property int unsaved: 0
    property string problem
    property string problemHint
    property int revealed: 0
    signal recovered(int pictures)
    signal rebuilt(int pictures)
    signal moved(int pictures)
    signal failed(string text, string hint)

    function retry(): void {
        const waited = unsaved;
        problem = "";
        problemHint = "";
        unsaved = 0;
        recovered(waited);
    }
    function reveal(): void {
        revealed += 1;
    }
    function moveTo(place: url, takePictures: bool): void {
        if (!writable) {
            failed("The folder cannot be written", "Choose another folder");
            return;
        }
        wanted = String(place).replace("file://", "");
        movedSoFar = 0;
        toMove = takePictures ? 60 : 0;
        moving = true;
    }
    function stopMoving(): void {
        moving = false;
    }
    readonly property Timer mover: Timer {
        interval: 16
        repeat: true
        running: store.moving
        onTriggered: {
            store.movedSoFar = Math.min(store.toMove, store.movedSoFar + 2);
            if (store.movedSoFar < store.toMove)
                return;
            store.moving = false;
            store.folder = store.wanted;
            store.moved(store.toMove);
        }
    }
}
