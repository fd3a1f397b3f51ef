import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What will be written. An animation runs at its own speed; a picture can be dragged out of the window.
Item {
    id: preview

    required property Exporter exporter
    required property int kind
    required property list<string> files // shown instead of the picture being looked at
    property bool running: false
    property int shown: 0
    readonly property bool animated: kind === Exporter.Kind.Animation
    readonly property bool draggable: kind === Exporter.Kind.Picture && files.length === 0
    readonly property int count: files.length > 0 ? files.length : exporter.sheetCount

    function refresh(): void {
        if (!running || files.length > 0)
            return;
        // qmllint disable
        picture.image = kind === Exporter.Kind.Order ? exporter.orderDrawing() : exporter.frame(animated ? shown : exporter.stepCount);
        // qmllint enable
    }

    onKindChanged: {
        shown = 0;
        refresh();
    }
    onRunningChanged: refresh()
    Connections {
        target: preview.exporter.settings
        function onChanged(): void {
            preview.refresh();
        }
    }
    Connections {
        target: preview.exporter
        function onCanSaveChanged(): void {
            preview.refresh();
        }
    }
    Timer {
        readonly property bool last: preview.shown >= preview.exporter.stepCount
        running: preview.running && preview.animated && preview.exporter.canSave
        repeat: true
        interval: Math.max(16, 1000 * (last ? preview.exporter.settings.holdSeconds : preview.exporter.settings.stepSeconds))
        onTriggered: {
            preview.shown = last ? 0 : preview.shown + 1;
            preview.refresh();
        }
    }
    PixelImage {
        id: picture
        anchors.fill: parent
        radius: 10
        background: Theme.canvas
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Preview")
        Drag.dragType: Drag.Automatic
        Drag.supportedActions: Qt.CopyAction
        Drag.active: drag.active && preview.draggable

        DragHandler {
            id: drag
            enabled: preview.draggable
            target: null
            onGrabChanged: transition => {
                if (transition !== PointerDevice.GrabPassive)
                    return;
                const file = String(preview.exporter.dragFile());
                picture.Drag.mimeData = file.length > 0 ? { "text/uri-list": file } : {};
            }
        }
        HoverHandler {
            id: hover
            cursorShape: preview.draggable ? Qt.OpenHandCursor : Qt.ArrowCursor
        }
        TipHost {
            shown: hover.hovered && preview.draggable && !drag.active
            text: qsTr("Drag it to another program")
        }
    }
    RoundedImage {
        anchors.fill: parent
        visible: preview.files.length > 0
        radius: 10
        source: visible ? "file://" + String(preview.files[0]).split("/").map(encodeURIComponent).join("/") : ""
    }
    Rectangle {
        anchors.fill: parent
        radius: 10
        color: "transparent"
        border.width: 1
        border.color: Theme.line
    }
    Rectangle {
        anchors.centerIn: parent
        visible: preview.kind === Exporter.Kind.Sheet || preview.files.length > 1
        width: words.implicitWidth + 32
        height: 36
        radius: 18
        color: Theme.alpha(Theme.popover, 0.9)

        Label {
            id: words
            anchors.centerIn: parent
            text: qsTr("%n picture(s)", "", preview.count)
            font: Type.bodyStrong
        }
    }
}
