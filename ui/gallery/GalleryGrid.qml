pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The pictures, day by day. A fixed number of lines is moved along with what can be seen, so that ten thousand pictures
// cost no more than fifty.
FocusScope {
    id: grid

    required property Gallery gallery
    required property real wantedTile
    readonly property GalleryLayout layout: gallery.layout
    readonly property GallerySelection selection: gallery.selection
    readonly property int margin: 20
    readonly property int upper: 4
    readonly property int slots: height > 0 ? 2 * Math.ceil(height / (layout.tileSize + 78)) + 4 : 0
    readonly property int firstLine: layout.revision >= 0 ? layout.lineAt(view.contentY - upper - 40) : 0
    property bool toTop: false

    onWidthChanged: if (width > 2 * margin) layout.width = width - 2 * margin
    onWantedTileChanged: layout.wantedTile = wantedTile
    Component.onCompleted: layout.wantedTile = wantedTile
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Pictures")

    function show(index: int): void {
        if (index < 0)
            return;
        const line = layout.lineOf(index);
        const y = layout.yOf(line) + upper;
        const bottom = y + layout.tileSize + 34;
        if (y - 46 < view.contentY)
            view.contentY = Math.max(0, y - 46);
        else if (bottom + 12 > view.contentY + view.height)
            view.contentY = Math.max(0, bottom + 12 - view.height);
    }
    function go(index: int, modifiers: int): void {
        if (index < 0 || gallery.model.count === 0)
            return;
        const target = Math.max(0, Math.min(gallery.model.count - 1, index));
        if (modifiers & Qt.ShiftModifier)
            selection.extendTo(target);
        else
            selection.moveTo(target);
        show(selection.current);
    }
    readonly property int linesAPage: Math.max(1, Math.floor(height / (layout.tileSize + 34)))

    Keys.onPressed: event => {
        const at = selection.current;
        event.accepted = true;
        if (event.key === Qt.Key_Left)
            go(Math.max(0, at - 1), event.modifiers);
        else if (event.key === Qt.Key_Right)
            go(at + 1, event.modifiers);
        else if (event.key === Qt.Key_Up)
            go(at < 0 ? 0 : layout.below(at, -1), event.modifiers);
        else if (event.key === Qt.Key_Down)
            go(at < 0 ? 0 : layout.below(at, 1), event.modifiers);
        else if (event.key === Qt.Key_PageUp)
            go(layout.below(at, -linesAPage), event.modifiers);
        else if (event.key === Qt.Key_PageDown)
            go(layout.below(at, linesAPage), event.modifiers);
        else if (event.key === Qt.Key_Home)
            go(0, event.modifiers);
        else if (event.key === Qt.Key_End)
            go(gallery.model.count - 1, event.modifiers);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            gallery.replay();
        else if (event.key === Qt.Key_Space && at >= 0)
            selection.toggle(at);
        else if (event.key === Qt.Key_Backspace)
            gallery.remove();
        else if (event.key === Qt.Key_Escape && selection.count > 0)
            selection.clear();
        else if (event.key === Qt.Key_Escape && gallery.filter.narrowed)
            gallery.filter.clear();
        else
            event.accepted = false;
    }

    Connections {
        target: grid.gallery.filter
        function onChanged(): void {
            grid.toTop = true;
        }
    }
    Connections {
        property var anchor: 0 // a picture's id
        property real offset: 0

        target: grid.gallery.model
        // What is looked at stays where it is when pictures come and go above it.
        function onKeysAboutToChange(): void {
            anchor = view.contentY > 60 && !grid.toTop ? grid.layout.idAt(view.contentY - grid.upper) : 0;
            offset = anchor !== 0 ? view.contentY - grid.layout.yOfId(anchor) : 0;
        }
        function onKeysChanged(): void {
            const y = anchor !== 0 ? grid.layout.yOfId(anchor) : -1;
            if (grid.toTop)
                view.contentY = 0;
            else if (y >= 0)
                view.contentY = Math.max(0, Math.min(y + offset, view.contentHeight - view.height));
            grid.toTop = false;
        }
    }
    Flickable {
        id: view
        objectName: "galleryView"
        anchors.fill: parent
        clip: true
        contentWidth: width
        contentHeight: grid.upper + grid.layout.contentHeight + 88
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollThumb {}

        Repeater {
            model: grid.slots

            Item {
                id: slot

                required property int index
                readonly property int line: grid.firstLine + ((index - grid.firstLine) % grid.slots + grid.slots) % grid.slots
                readonly property var content: grid.layout.revision >= 0 ? grid.layout.line(line) : null
                readonly property var cells: content !== null && content.cells !== undefined ? content.cells : null

                x: grid.margin
                y: grid.layout.revision >= 0 ? grid.upper + grid.layout.yOf(line) : 0
                width: grid.width - 2 * grid.margin
                visible: content !== null

                Row {
                    visible: slot.content !== null && slot.cells === null
                    height: 30
                    spacing: 8

                    Label {
                        height: parent.height
                        text: slot.content !== null && slot.content.title !== undefined ? slot.content.title : ""
                        font: Type.section
                    }
                    Label {
                        height: parent.height
                        text: slot.content !== null && slot.content.count !== undefined ? slot.content.count : ""
                        font: Type.label
                        color: Theme.text3
                    }
                }
                Repeater {
                    model: grid.layout.columns

                    GalleryTile {
                        required property int modelData

                        x: modelData * (grid.layout.tileSize + 14)
                        width: grid.layout.tileSize
                        height: width + 24
                        cell: slot.cells !== null && modelData < slot.cells.length ? slot.cells[modelData] : null
                        ringed: grid.activeFocus
                        onPressed: (index, modifiers) => {
                            grid.forceActiveFocus(Qt.MouseFocusReason);
                            if (modifiers & Qt.ControlModifier)
                                grid.selection.toggle(index);
                            else if (modifiers & Qt.ShiftModifier)
                                grid.selection.extendTo(index);
                            else
                                grid.selection.moveTo(index);
                        }
                        onOpened: grid.gallery.replay()
                    }
                }
            }
        }
    }
}
