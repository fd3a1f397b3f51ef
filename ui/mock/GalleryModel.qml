import QtQml

QtObject {
    property var shown: [] // entries, in their order
    property bool ready: true
    readonly property int count: shown.length
    signal keysAboutToChange
    signal keysChanged

    function take(entries: var): void {
        keysAboutToChange();
        shown = entries;
        keysChanged();
    }
}
