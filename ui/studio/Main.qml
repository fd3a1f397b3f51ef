import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The window. `studio` is handed over by the program that loads this file.
T.ApplicationWindow {
    id: window

    required property StudioApp studio
    readonly property Preferences preferences: studio.preferences
    readonly property bool compact: width < 1366 || height < 860
    readonly property bool wide: width >= 2200

    title: studio.picture.hasPicture ? qsTr("%1 – LPD Studio").arg(studio.picture.title) : qsTr("LPD Studio")
    width: 1440
    height: 900
    minimumWidth: 1024
    minimumHeight: 680
    visible: true
    color: Theme.bg
    font: Type.body
    palette {
        window: Theme.popover
        windowText: Theme.text1
        base: Theme.field
        alternateBase: Theme.raised
        text: Theme.text1
        button: Theme.raised
        buttonText: Theme.text1
        highlight: Theme.accent
        highlightedText: Theme.inkOnAccent
        placeholderText: Theme.text3
        light: Theme.hover
        midlight: Theme.hover
        mid: Theme.line
        dark: Theme.lineStrong
        shadow: Theme.shadow
    }

    Binding {
        target: Theme
        property: "mode"
        value: window.preferences.theme
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.preferences.reducedMotion
    }

    onFrameSwapped: Theme.settled = true
    Component.onCompleted: {
        const stored = preferences.windowGeometry;
        if (stored.width >= minimumWidth && stored.height >= minimumHeight) {
            width = stored.width;
            height = stored.height;
        }
    }
    onClosing: preferences.windowGeometry = Qt.rect(x, y, width, height)

    WindowActions {
        id: actions
        objectName: "actions"
        studio: window.studio
        pages: topBar.pages
        onSearchRequested: createPage.focusSearch()
        onStageRequested: what => createPage.performOnStage(what)
        onSaveRequested: saveDialog.openFor(window.studio.exporter)
        onExportRequested: kind => exportSheet.openFor(kind)
        onInspectorToggled: window.preferences.inspectorOpen = !window.preferences.inspectorOpen
        onQueueToggled: createPage.toggleQueue()
        onPaletteRequested: palette.open()
        onSheetRequested: sheet.open()
    }
    WindowKeys { actions: actions }

    TopBar {
        id: topBar
        width: parent.width
        studio: window.studio
        onExportRequested: exportSheet.openFor(Exporter.Kind.Picture)
        onSaveRequested: saveDialog.openFor(window.studio.exporter)
        onPaletteRequested: palette.open()
    }
    Item {
        id: stack
        anchors.top: topBar.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        CreatePage {
            id: createPage
            anchors.fill: parent
            visible: window.studio.page === "create"
            studio: window.studio
            compact: window.compact
            wide: window.wide
        }
        RacePage {
            id: racePage
            anchors.fill: parent
            visible: window.studio.page === "race"
            studio: window.studio
            compact: window.compact
        }
    }
    Toast {
        id: toast
        objectName: "toast"
        readonly property point place: window.studio.page === "create" ? createPage.messagePlace : window.studio.page === "race" ? racePage.messagePlace : Qt.point(stack.width / 2, stack.height)
        x: Math.round(place.x - width / 2)
        y: Math.round(stack.y + place.y - height - 20)
    }
    Connections {
        target: window.studio.queue
        function onDiscarded(title: string): void {
            toast.offer(qsTr("%1 removed").arg(title), qsTr("Undo"), () => window.studio.queue.restoreDiscarded());
        }
    }
    CommandPalette {
        id: palette
        parent: window.contentItem
        studio: window.studio
        actions: actions
    }
    ShortcutSheet {
        id: sheet
        parent: window.contentItem
        actions: actions
    }
    SaveDialog {
        id: saveDialog
        studio: window.studio
    }
    ExportSheet {
        id: exportSheet
        studio: window.studio
    }
    Connections {
        target: window.studio.exporter
        function onSaved(path: string): void {
            toast.offer(qsTr("Saved %1").arg(path.substring(path.lastIndexOf("/") + 1)), qsTr("Show"), () => window.studio.exporter.openFolder());
        }
        function onCopied(): void {
            toast.show(qsTr("Picture copied"), false);
        }
        function onFailed(text: string, hint: string): void {
            toast.show(hint.length > 0 ? text + ". " + hint : text, true);
        }
    }
}
