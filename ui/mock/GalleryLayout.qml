import QtQml
import LpdStudio.App

QtObject {
    id: layout

    required property GalleryModel model
    required property GallerySelection selection
    property real width: 800
    property real wantedTile: 150
    property int revision: 0
    readonly property int columns: Math.max(1, Math.floor((width + 14) / (wantedTile + 14)))
    readonly property real tileSize: Math.floor((width - 14 * (columns - 1)) / columns)
    property var lines: []
    readonly property int lineCount: lines.length
    property real contentHeight: 0

    onColumnsChanged: build()
    onTileSizeChanged: build()

    function build(): void {
        const built = [];
        const entries = model.shown;
        let y = 0;
        for (let first = 0; first < entries.length;) {
            let end = first;
            while (end < entries.length && entries[end].day === entries[first].day)
                ++end;
            y += first > 0 ? 6 : 0;
            built.push({ y: y, first: first, count: end - first, title: entries[first].day });
            y += 38;
            for (; first < end; first += columns) {
                built.push({ y: y, first: first, count: Math.min(columns, end - first), title: "" });
                y += tileSize + 34;
            }
            first = end;
        }
        lines = built;
        contentHeight = y;
        revision += 1;
    }
    function lineAt(y: real): int {
        let line = 0;
        while (line + 1 < lines.length && lines[line + 1].y <= y)
            ++line;
        return line;
    }
    function yOf(line: int): real {
        return line >= 0 && line < lines.length ? lines[line].y : contentHeight;
    }
    function line(number: int): var {
        if (number < 0 || number >= lines.length)
            return null;
        const line = lines[number];
        if (line.title !== "")
            return { title: line.title, count: line.count };
        return {
            cells: model.shown.slice(line.first, line.first + line.count).map((e, i) => ({
                index: line.first + i, known: true, title: e.title, steps: e.steps, starred: e.starred, thumbnail: e.source,
                chosen: selection.chosen.includes(e.id), current: selection.current === line.first + i
            }))
        };
    }
    function lineOf(index: int): int {
        let line = 0;
        while (line + 1 < lines.length && lines[line + 1].first <= index)
            ++line;
        return line;
    }
    function below(index: int, count: int): int {
        const from = lineOf(index);
        let at = from;
        for (let left = Math.abs(count), next = at; left > 0;) {
            next += Math.sign(count);
            if (next < 0 || next >= lines.length)
                break;
            if (lines[next].title !== "")
                continue;
            at = next;
            --left;
        }
        return lines[at].first + Math.min(index - lines[from].first, lines[at].count - 1);
    }
    function idAt(y: real): var {
        return lines.length > 0 ? model.shown[lines[lineAt(y)].first].id : 0;
    }
    function yOfId(id: var): real {
        const index = model.shown.findIndex(e => e.id === id);
        return index < 0 ? -1 : yOf(lineOf(index));
    }
    readonly property Connections keys: Connections {
        target: layout.model
        function onKeysChanged() {
            layout.build();
        }
    }
    readonly property Connections choice: Connections {
        target: layout.selection
        function onChanged() {
            layout.revision += 1;
        }
    }
}
