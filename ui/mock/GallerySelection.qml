import QtQml
import LpdStudio.App

QtObject {
    id: selection

    required property GalleryModel model
    property int current: -1
    property int anchor: 0
    property var chosen: [] // ids
    readonly property int count: chosen.length
    signal changed

    function targets(): var {
        return chosen.length > 0 ? model.shown.filter(e => chosen.includes(e.id)) : current >= 0 ? [model.shown[current]] : [];
    }
    function moveTo(index: int): void {
        chosen = [];
        current = anchor = index;
        changed();
    }
    function toggle(index: int): void {
        const id = model.shown[index].id;
        const before = chosen.length === 0 && current >= 0 && current !== index ? [model.shown[current].id] : chosen;
        chosen = before.includes(id) ? before.filter(other => other !== id) : before.concat([id]);
        current = anchor = index;
        changed();
    }
    function extendTo(index: int): void {
        chosen = model.shown.slice(Math.min(anchor, index), Math.max(anchor, index) + 1).map(e => e.id);
        current = index;
        changed();
    }
    function selectAll(): void {
        chosen = model.shown.map(e => e.id);
        changed();
    }
    function clear(): void {
        chosen = [];
        changed();
    }
    readonly property Connections news: Connections {
        target: selection.model
        function onKeysChanged() {
            selection.chosen = selection.chosen.filter(id => selection.model.shown.some(e => e.id === id));
            selection.current = Math.min(selection.current, selection.model.count - 1);
            selection.changed();
        }
    }
}
