import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Gallery
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
    Binding {
        target: Type
        property: "scale"
        value: window.preferences.textScale
    }
    Connections {
        target: window.studio.modelImport
        function onImported(name: string, title: string): void {
            toast.show(qsTr("%1 is imported").arg(title), false);
        }
    }

    onFrameSwapped: Theme.settled = true
    Component.onCompleted: {
        restorePlace();
        if (!topBar.pages.some(entry => entry.page === studio.page))
            studio.page = "create";
        if (studio.unexpectedEnd.length > 0)
            toast.offer(studio.unexpectedEnd, qsTr("Gallery"), () => studio.page = "gallery");
    }
    property bool closesAnyway: false
    onClosing: close => {
        rememberPlace();
        const unsaved = studio.history.unsaved;
        if (unsaved > 0 && studio.history.problem.length > 0 && !closesAnyway) {
            close.accepted = false;
            toast.offer(qsTr("%n picture(s) are not saved yet", "", unsaved), qsTr("Close anyway"), () => {
                closesAnyway = true;
                window.close();
            });
        }
    }
    onXChanged: placeSoon.restart()
    onYChanged: placeSoon.restart()
    onWidthChanged: placeSoon.restart()
    onHeightChanged: placeSoon.restart()
    onVisibilityChanged: placeSoon.restart()

    function rememberPlace(): void {
        if (visibility === Window.Windowed)
            preferences.windowGeometry = Qt.rect(x, y, width, height);
        if (visibility === Window.Windowed || visibility === Window.Maximized || visibility === Window.FullScreen)
            preferences.windowState = visibility === Window.Maximized ? "maximized" : visibility === Window.FullScreen ? "fullScreen" : "normal";
    }
    // Its size where a screen has room for it, its place where its title bar can be reached there; else the system
    // places it, as it does where the screen is gone.
    function restorePlace(): void {
        const stored = preferences.windowGeometry;
        const screens = Array.from(Qt.application.screens);
        // The size of the first start is larger than some screens.
        width = Math.min(width, screens[0].width);
        height = Math.min(height, screens[0].height);
        const home = screens.find(s => stored.x + stored.width / 2 > s.virtualX && stored.x + stored.width / 2 < s.virtualX + s.width && stored.y >= s.virtualY && stored.y < s.virtualY + s.height - 60);
        if (stored.width >= minimumWidth && stored.height >= minimumHeight) {
            width = Math.min(stored.width, (home ?? screens[0]).width);
            height = Math.min(stored.height, (home ?? screens[0]).height);
            if (home) {
                x = stored.x;
                y = stored.y;
            }
        }
        if (preferences.windowState === "maximized")
            showMaximized();
        else if (preferences.windowState === "fullScreen")
            showFullScreen();
    }
    function toggleFullScreen(): void {
        if (visibility !== Window.FullScreen)
            showFullScreen();
        else
            showNormal();
    }
    Timer { // so that it is known after a crash, too
        id: placeSoon
        interval: 800
        onTriggered: window.rememberPlace()
    }

    WindowActions {
        id: actions
        objectName: "actions"
        studio: window.studio
        pages: topBar.pages
        toast: toast
        onSearchRequested: {
            window.studio.endWelcome();
            createPage.focusSearch();
        }
        onPictureSearchRequested: gallery.page.focusSearch()
        onStageRequested: what => createPage.performOnStage(what)
        onSaveRequested: saveDialog.openFor(window.studio.exporter)
        onExportRequested: kind => exportSheet.openFor(kind)
        onSettingsRequested: sheets.openSettings()
        onAboutRequested: sheets.openAbout()
        onFilesWanted: models.page.chooseFiles()
        onInspectorToggled: createPage.toggleInspector()
        onQueueToggled: createPage.toggleQueue()
        onPickerRequested: {
            window.studio.endWelcome();
            createPage.openPicker();
        }
        onPaletteRequested: palette.open()
        onSheetRequested: sheet.open()
        onFullScreenToggled: window.toggleFullScreen()
    }
    WindowKeys { actions: actions }
    KeyboardHabits {}

    TopBar {
        id: topBar
        width: parent.width
        studio: window.studio
        onExportRequested: exportSheet.openFor(Exporter.Kind.Picture)
        onPaletteRequested: palette.open()
        onThemeTurned: actions.turnTheme()
        onSettingsRequested: sheets.openSettings()
    }
    Item {
        id: stack
        anchors.top: topBar.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        CreatePage {
            id: createPage
            anchors.fill: parent
            visible: window.studio.page === "create" && !start.wanted
            studio: window.studio
            compact: window.compact
            wide: window.wide
            onSaveRequested: saveDialog.openFor(window.studio.exporter)
        }
        StartPage {
            id: start
            readonly property bool wanted: window.studio.welcome && window.studio.models.state !== ModelLibrary.State.Failed
            objectName: "startPage"
            anchors.fill: parent
            enabled: wanted
            opacity: wanted ? 1 : 0
            visible: opacity > 0 && window.studio.page === "create"
            studio: window.studio
            onPickerRequested: actions.pickerRequested()
            Behavior on opacity { NumberAnimation { duration: Theme.pageMs; easing.type: Easing.InCubic } }
        }
        Loader { // made when it is first turned to
            id: race
            readonly property RacePage page: item as RacePage
            anchors.fill: parent
            visible: window.studio.page === "race"
            active: false
            onVisibleChanged: if (visible) active = true
            Component.onCompleted: if (visible) active = true
            // Bound components cannot be made in a window that extends this one, as the tests' does.
            // qmllint disable unqualified
            sourceComponent: RacePage {
                studio: window.studio
                compact: window.compact
                wide: window.wide
            }
            // qmllint enable unqualified
        }
        Loader {
            id: gallery
            readonly property GalleryPage page: item as GalleryPage
            anchors.fill: parent
            visible: window.studio.page === "gallery"
            active: false
            asynchronous: !visible
            onVisibleChanged: if (visible) active = true
            Component.onCompleted: if (visible) active = true
            // qmllint disable unqualified
            sourceComponent: GalleryPage {
                objectName: "galleryPage"
                gallery: window.studio.gallery
                history: window.studio.history
                preferences: window.preferences
                compact: window.compact
                wide: window.wide
                onCreateRequested: window.studio.page = "create"
            }
            Timer { // made while nobody waits for it
                running: true
                interval: 2500
                onTriggered: gallery.active = true
            }
            // qmllint enable unqualified
        }
        Loader {
            id: models
            readonly property ModelsPage page: item as ModelsPage
            anchors.fill: parent
            visible: window.studio.page === "models"
            active: false
            onVisibleChanged: if (visible) active = true
            Component.onCompleted: if (visible) active = true
            // qmllint disable unqualified
            sourceComponent: ModelsPage {
                studio: window.studio
                compact: window.compact
            }
            // qmllint enable unqualified
        }
    }
    DropTarget {
        objectName: "dropTarget"
        anchors.fill: parent
        gallery: window.studio.gallery
        presets: window.studio.presets
        enabled: window.studio.page !== "models" // which has its own
        onWeightsDropped: urls => {
            window.studio.page = "models";
            window.studio.modelImport.offer(urls);
        }
    }
    Toast {
        id: toast
        objectName: "toast"
        readonly property point place: window.studio.page === "create" ? createPage.messagePlace : race.visible && race.page !== null ? race.page.messagePlace : gallery.visible && gallery.page !== null ? gallery.page.messagePlace : models.visible && models.page !== null ? models.page.messagePlace : Qt.point(stack.width / 2, stack.height)
        x: Math.round(place.x - width / 2)
        y: Math.round(stack.y + place.y - height - 20)
    }
    Connections {
        target: window.studio.queue
        function onRestored(items: int): void {
            const queue = qsTr("The queue holds %n from last time, and is paused", "", items);
            const said = window.studio.unexpectedEnd;
            toast.offer(said.length > 0 ? qsTr("%1. %2").arg(said).arg(queue) : queue, qsTr("Go on"), () => window.studio.queue.paused = false);
        }
        function onEnqueued(classIndices: var): void {
            if (window.studio.queue.paused)
                toast.offer(qsTr("The queue is paused"), qsTr("Go on"), () => window.studio.queue.paused = false);
        }
        function onDiscarded(title: string): void {
            toast.offerUndo(qsTr("%1 removed").arg(title), () => window.studio.queue.restoreDiscarded());
        }
    }
    Connections {
        target: window.studio.presets
        function onImported(name: string): void {
            toast.show(qsTr("Preset “%1” taken in and set").arg(name), false);
        }
        function onExported(path: string): void {
            toast.show(qsTr("Saved %1").arg(path.substring(path.lastIndexOf("/") + 1)), false);
        }
        function onDiscarded(name: string): void {
            toast.offerUndo(qsTr("Preset “%1” deleted").arg(name), () => window.studio.presets.restoreDiscarded());
        }
        function onFailed(text: string): void {
            toast.show(text, true);
        }
    }
    Connections {
        target: window.studio.edits
        function onUndone(what: string): void {
            toast.offer(qsTr("Undone: %1").arg(what), qsTr("Redo"), () => window.studio.edits.redo());
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
    Connections {
        target: window.studio.gallery
        function onRecalled(text: string): void {
            if (window.studio.page === "create")
                toast.show(text, false);
            else
                toast.offer(text, qsTr("Create"), () => window.studio.page = "create");
        }
        function onRemoved(pictures: int): void {
            toast.offerUndo(qsTr("%n picture(s) deleted", "", pictures), () => window.studio.gallery.undoRemove());
        }
        function onFailed(text: string, hint: string): void {
            toast.show(hint.length > 0 ? text + ". " + hint : text, true);
        }
    }
    Connections {
        target: window.studio.race
        function onTold(text: string, problem: bool): void {
            toast.show(text, problem);
        }
    }
    Connections {
        target: window.studio.history
        function onProblemChanged(): void {
            if (window.studio.history.problem.length > 0)
                toast.show(window.studio.history.problem + " " + window.studio.history.problemHint, true);
        }
        function onMoved(pictures: int): void {
            toast.show(pictures === 0 ? qsTr("New pictures are kept in the new folder") : qsTr("%n picture(s) came along to the new folder", "", pictures), false);
        }
        function onRecovered(pictures: int): void {
            toast.show(qsTr("Saving works again: %n picture(s) were waiting", "", pictures), false);
        }
        function onRebuilt(pictures: int): void {
            toast.show(qsTr("The gallery's index was damaged and has been made anew from %n picture(s)", "", pictures), false);
        }
    }
    Sheets {
        id: sheets
        anchors.fill: parent
        studio: window.studio
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
        target: window.studio.gallery
        function onExportRequested(files: list<string>): void {
            exportSheet.openForFiles(files);
        }
    }
    Connections {
        property var written: [] // of the files that were asked for together: said once, when all are there
        property bool fails: false

        target: window.studio.exporter
        function onSavingChanged(): void {
            longExport.running = window.studio.exporter.saving;
            if (window.studio.exporter.saving)
                return;
            toast.settle();
            const name = written.length === 1 ? written[0].substring(written[0].lastIndexOf("/") + 1) : "";
            if (written.length > 0 && !fails)
                toast.offer(name.length > 0 ? qsTr("Saved %1").arg(name) : qsTr("Saved %n file(s)", "", written.length), qsTr("Show"), () => window.studio.exporter.openFolder());
            written = [];
            fails = false;
        }
        function onSaved(path: string): void {
            written = [...written, path];
        }
        function onCopied(): void {
            toast.show(qsTr("Picture copied"), false);
        }
        function onFailed(text: string, hint: string): void {
            fails = window.studio.exporter.saving;
            toast.show(hint.length > 0 ? text + ". " + hint : text, true);
        }
    }
    Timer { // most are written before anybody could wait
        id: longExport
        interval: 500
        onTriggered: toast.follow(qsTr("Writing…"), qsTr("Stop"), () => window.studio.exporter.cancel())
    }
}
