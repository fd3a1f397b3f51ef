import QtQml
import LpdStudio.App
import LpdStudio.Controls

// Everything the window can do, once: the shortcuts, the palette and the sheet of shortcuts are made from this list.
// An action: {name, text, group, keys (sequences; the first is shown), enabled (a function; always, if missing), run,
// press (what the key does instead, where that depends on when it comes up)}.
QtObject {
    id: actions

    required property StudioApp studio
    required property var pages // as TopBar has them
    required property Toast toast // what it offers has keys, too
    readonly property bool creating: studio.page === "create"
    readonly property bool racing: studio.page === "race"
    readonly property bool browsing: studio.page === "gallery" && !studio.gallery.comparison.ready
    readonly property bool stopsRace: racing && studio.race.state === Race.State.Making
    readonly property bool running: actions.studio.controller.state === GenerationController.State.Generating
    signal searchRequested
    signal pictureSearchRequested
    signal saveRequested
    signal exportRequested(int kind) // an Exporter.Kind
    signal inspectorToggled
    signal queueToggled
    signal pickerRequested
    signal settingsRequested
    signal aboutRequested
    signal filesWanted // to import
    signal stageRequested(string what) // "fit", "pixels", "larger", "smaller", "select", "hand" or "hold"
    signal paletteRequested
    signal sheetRequested
    signal fullScreenToggled

    readonly property var all: [...making, ...looking, ...replaying, ...racingActions, ...galleryActions, ...keeping, ...modelling, ...goingTo, ...around]

    /// What keys do together with the pointer, or to what has the focus: shown on the sheet, nothing to choose.
    readonly property var gestures: [
        { name: "pan", text: qsTr("Drag to move the picture"), group: qsTr("Look"), keys: ["Space"] },
        { name: "replayCurrent", text: qsTr("Replay the picture"), group: qsTr("Gallery"), keys: ["Return"] },
        { name: "moveSplit", text: qsTr("Move the line of a comparison"), group: qsTr("Gallery"), keys: ["Left"] },
        { name: "chooseCurrent", text: qsTr("Choose it too, or not"), group: qsTr("Gallery"), keys: ["Space"] }
    ]

    readonly property var making: {
        const group = qsTr("Make");
        return [
            { name: "generate", text: qsTr("Generate"), group: group, keys: ["Ctrl+Return", "Ctrl+Enter"],
              enabled: () => actions.creating && actions.studio.queue.canEnqueue, run: () => actions.studio.queue.enqueue() },
            { name: "generateFirst", text: qsTr("Generate before all that wait"), group: group, keys: ["Ctrl+Shift+Return", "Ctrl+Shift+Enter"],
              enabled: () => actions.creating && actions.studio.queue.canEnqueue, run: () => actions.studio.queue.enqueueFirst() },
            { name: "endWelcome", text: qsTr("Set everything yourself"), group: group, keys: ["Esc"],
              enabled: () => actions.creating && actions.studio.welcome && !actions.running, run: () => actions.studio.endWelcome() },
            { name: "stop", text: qsTr("Stop the running one"), group: group, keys: ["Esc"],
              enabled: () => actions.running && !actions.stopsRace && (actions.creating || actions.racing), run: () => actions.studio.controller.cancel() },
            { name: "pauseQueue", text: qsTr("Pause the queue, or go on"), group: group, keys: ["Ctrl+P"],
              run: () => actions.studio.queue.paused = !actions.studio.queue.paused },
            { name: "showQueue", text: qsTr("Show the queue"), group: group, keys: ["Q"],
              enabled: () => actions.creating && actions.studio.queue.count > 0, run: () => actions.queueToggled() },
            { name: "search", text: qsTr("Find a subject"), group: group, keys: ["/"], enabled: () => actions.creating, run: () => actions.searchRequested() },
            { name: "picker", text: qsTr("Show all subjects"), group: group, keys: ["Ctrl+O"], enabled: () => actions.creating, run: () => actions.pickerRequested() },
            { name: "undo", text: qsTr("Undo a setting"), group: group, keys: ["Ctrl+Z"],
              enabled: () => actions.creating && !actions.toast.undoes && actions.studio.edits.canUndo, run: () => actions.studio.edits.undo() },
            { name: "undoMessage", text: qsTr("Undo what the message says"), group: group, keys: ["Ctrl+Z"],
              enabled: () => actions.toast.undoes, run: () => actions.toast.act() },
            { name: "redo", text: qsTr("Redo a setting"), group: group, keys: ["Ctrl+Shift+Z", "Ctrl+Y"],
              enabled: () => actions.creating && actions.studio.edits.canRedo, run: () => actions.studio.edits.redo() },
            { name: "rollSeed", text: qsTr("Roll a new seed"), group: group, keys: ["Ctrl+D"], run: () => actions.studio.plan.rollSeed() },
            { name: "lockSeed", text: qsTr("Lock or unlock the seed"), group: group, keys: ["Ctrl+L"],
              run: () => actions.studio.plan.seedLocked = !actions.studio.plan.seedLocked },
            { name: "recommended", text: qsTr("Back to recommended settings"), group: group, keys: [], run: () => actions.studio.plan.resetToRecommended() }
        ];
    }
    readonly property var looking: {
        const group = qsTr("Look");
        const seen = () => actions.creating && actions.studio.picture.hasPicture;
        const layer = (view, text) => ({ name: "layer_" + view, text: text, group: group, keys: [], enabled: () => seen() && actions.studio.layers.view !== view, run: () => actions.studio.layers.view = view });
        return [
            { name: "inspector", text: qsTr("Show or hide the inspector"), group: group, keys: ["I"],
              enabled: () => actions.creating, run: () => actions.inspectorToggled() },
            { name: "deselect", text: qsTr("Let go of the patch"), group: group, keys: ["Esc"],
              enabled: () => actions.creating && !actions.running && actions.studio.picture.selectedPosition >= 0, run: () => actions.studio.picture.selectedPosition = -1 },
            layer("picture", qsTr("Show the picture")), layer("order", qsTr("Show the order")), layer("support", qsTr("Show the support")),
            layer("entropy", qsTr("Show the entropy")), layer("confidence", qsTr("Show the confidence")),
            { name: "nextLayer", text: qsTr("Next layer"), group: group, keys: ["L"], enabled: seen, run: () => actions.nextLayer(1) },
            { name: "previousLayer", text: qsTr("Previous layer"), group: group, keys: ["Shift+L"], enabled: seen, run: () => actions.nextLayer(-1) },
            { name: "fit", text: qsTr("Fit the picture"), group: group, keys: ["F", "0"], enabled: seen, run: () => actions.stageRequested("fit") },
            { name: "pixels", text: qsTr("Actual size"), group: group, keys: ["1"], enabled: seen, run: () => actions.stageRequested("pixels") },
            { name: "larger", text: qsTr("Larger"), group: group, keys: ["+", "="], enabled: seen, run: () => actions.stageRequested("larger") },
            { name: "smaller", text: qsTr("Smaller"), group: group, keys: ["-"], enabled: seen, run: () => actions.stageRequested("smaller") },
            { name: "select", text: qsTr("Look at patches"), group: group, keys: ["V"], enabled: seen, run: () => actions.stageRequested("select") },
            { name: "hand", text: qsTr("Move the picture"), group: group, keys: ["H"], enabled: seen, run: () => actions.stageRequested("hand") }
        ];
    }

    function nextLayer(direction: int): void {
        const views = Array.from(["picture", "order", "support", "entropy", "confidence"]);
        const layers = actions.studio.layers;
        layers.view = views[(views.indexOf(layers.view) + direction + views.length) % views.length];
    }
    function turnTheme(): void {
        const preferences = actions.studio.preferences;
        preferences.theme = preferences.theme === "dark" ? "light" : preferences.theme === "light" ? "auto" : "dark";
    }
    readonly property var replaying: {
        const group = qsTr("Replay");
        const some = () => actions.creating && actions.studio.timeline.stepCount > 0;
        const timeline = actions.studio.timeline;
        return [
            { name: "play", text: qsTr("Play or pause"), group: group, keys: ["Space"], enabled: some, run: () => timeline.toggle(),
              press: () => actions.stageRequested("hold") },
            { name: "previousStep", text: qsTr("Previous step"), group: group, keys: ["Left"], enabled: some, run: () => timeline.previous() },
            { name: "nextStep", text: qsTr("Next step"), group: group, keys: ["Right"], enabled: some, run: () => timeline.next() },
            { name: "firstStep", text: qsTr("Before the first step"), group: group, keys: ["Home"], enabled: some, run: () => timeline.first() },
            { name: "lastStep", text: qsTr("Last step"), group: group, keys: ["End"], enabled: some, run: () => timeline.last() },
            { name: "loop", text: qsTr("Repeat at the end, or not"), group: group, keys: [], enabled: some, run: () => timeline.loop = !timeline.loop }
        ];
    }
    readonly property var racingActions: {
        const group = qsTr("Race");
        const race = actions.studio.race;
        const ready = () => actions.racing && race.state === Race.State.Ready;
        return [
            { name: "startRace", text: qsTr("Start the race"), group: group, keys: ["Ctrl+Return", "Ctrl+Enter"],
              enabled: () => actions.racing && race.state !== Race.State.Making && actions.studio.queue.canEnqueue, run: () => race.start() },
            { name: "stopRace", text: qsTr("Stop the race"), group: group, keys: ["Esc"], enabled: () => actions.stopsRace, run: () => race.stop() },
            { name: "playRace", text: qsTr("Play or pause the race"), group: group, keys: ["Space"], enabled: ready, run: () => race.toggle() },
            { name: "restartRace", text: qsTr("Race from the start"), group: group, keys: ["Home"], enabled: ready, run: () => race.restart() },
            { name: "addLane", text: qsTr("Add a lane"), group: group, keys: [],
              enabled: () => actions.racing && race.state !== Race.State.Making && race.lanes.length < 4, run: () => race.addLane() },
            { name: "defaultLanes", text: qsTr("Back to the three lanes of the start"), group: group, keys: [],
              enabled: () => actions.racing && race.state !== Race.State.Making, run: () => race.useDefaultLanes() }
        ];
    }
    readonly property var galleryActions: {
        const group = qsTr("Gallery");
        const gallery = actions.studio.gallery;
        const current = () => actions.browsing && gallery.selection.current >= 0;
        const chosen = (fewest, most) => actions.browsing && gallery.selection.count >= fewest && gallery.selection.count <= most;
        return [
            { name: "findPicture", text: qsTr("Find a picture"), group: group, keys: ["/"],
              enabled: () => actions.browsing && gallery.filter.allCount > 0, run: () => actions.pictureSearchRequested() },
            { name: "useSettings", text: qsTr("Use its settings"), group: group, keys: ["U"], enabled: current, run: () => gallery.recall("all") },
            { name: "remix", text: qsTr("Use them with a new seed"), group: group, keys: ["M"], enabled: current, run: () => gallery.recall("remix") },
            { name: "raceOthers", text: qsTr("Let it race against other orders"), group: group, keys: ["R"],
              enabled: () => current() && gallery.selection.count < 2, run: () => gallery.race() },
            { name: "raceChosen", text: qsTr("Let the chosen ones race"), group: group, keys: ["R"], enabled: () => chosen(2, 4), run: () => gallery.raceChosen() },
            { name: "compareChosen", text: qsTr("Compare the two chosen"), group: group, keys: ["C"], enabled: () => chosen(2, 2), run: () => gallery.compare() },
            { name: "star", text: qsTr("Star, or take the star away"), group: group, keys: ["S"], enabled: current, run: () => gallery.toggleStar() },
            { name: "exportChosen", text: qsTr("Export the chosen ones"), group: group, keys: ["Ctrl+E"], enabled: current, run: () => gallery.exportChosen() },
            { name: "deleteChosen", text: qsTr("Delete the chosen ones"), group: group, keys: ["Del"], enabled: current, run: () => gallery.remove() },
            { name: "closeComparison", text: qsTr("Back from the comparison"), group: group, keys: ["Esc"],
              enabled: () => actions.studio.page === "gallery" && gallery.comparison.ready, run: () => gallery.comparison.close() },
            { name: "undoDelete", text: qsTr("Bring deleted ones back"), group: group, keys: ["Ctrl+Z"],
              enabled: () => actions.browsing && !actions.toast.undoes, run: () => gallery.undoRemove() },
            { name: "chooseAll", text: qsTr("Choose all"), group: group, keys: ["Ctrl+A"], enabled: () => actions.browsing, run: () => gallery.selection.selectAll() }
        ];
    }
    readonly property var keeping: {
        const group = qsTr("Keep");
        return [
            { name: "save", text: qsTr("Save the picture"), group: group, keys: ["Ctrl+S"], enabled: () => actions.creating && actions.studio.exporter.canSave, run: () => actions.saveRequested() },
            { name: "export", text: qsTr("Export"), group: group, keys: ["Ctrl+E"], enabled: () => actions.creating && actions.studio.exporter.canSave, run: () => actions.exportRequested(Exporter.Kind.Picture) },
            { name: "exportAnimation", text: qsTr("Export an animation"), group: group, keys: ["Ctrl+Shift+E"], enabled: () => actions.creating && actions.studio.exporter.canSave, run: () => actions.exportRequested(Exporter.Kind.Animation) },
            { name: "copy", text: qsTr("Copy the picture"), group: group, keys: ["Ctrl+C"], enabled: () => actions.creating && actions.studio.exporter.canSave, run: () => actions.studio.exporter.copyImage() }
        ];
    }
    readonly property var modelling: {
        const group = qsTr("Models");
        const here = () => actions.studio.page === "models";
        return [
            { name: "rescan", text: qsTr("Look for models again"), group: group, keys: ["F5"], enabled: here, run: () => actions.studio.models.rescan() },
            { name: "importModel", text: qsTr("Import a model"), group: group, keys: [],
              run: () => {
                  actions.studio.page = "models";
                  actions.filesWanted();
              } }
        ];
    }
    readonly property var goingTo: pages.map(page => ({
        name: "page_" + page.page, text: qsTr("Go to %1").arg(page.label), group: qsTr("Window"), keys: [page.keys], run: () => actions.studio.page = page.page
    }))
    readonly property var around: {
        const group = qsTr("Window");
        const preferences = actions.studio.preferences;
        const theme = (mode, text) => ({ name: "theme_" + mode, text: text, group: group, keys: [], enabled: () => preferences.theme !== mode, run: () => preferences.theme = mode });
        return [
            { name: "palette", text: qsTr("Find a command"), group: group, keys: ["Ctrl+K"], run: () => actions.paletteRequested() },
            { name: "keys", text: qsTr("Show all keys"), group: group, keys: ["F1"], run: () => actions.sheetRequested() },
            { name: "fullScreen", text: qsTr("Full screen, or a window"), group: group, keys: ["F11"], run: () => actions.fullScreenToggled() },
            { name: "turnTheme", text: qsTr("Dark, light or like the system"), group: group, keys: ["Ctrl+T"], run: () => actions.turnTheme() },
            theme("dark", qsTr("Dark theme")), theme("light", qsTr("Light theme")), theme("auto", qsTr("Theme like the system")),
            { name: "livePreviews", text: qsTr("Decode pictures while they are made, or not"), group: group, keys: [],
              run: () => preferences.livePreviews = !preferences.livePreviews },
            { name: "motion", text: qsTr("Less motion, or more"), group: group, keys: [],
              run: () => preferences.reducedMotion = !preferences.reducedMotion },
            { name: "message", text: qsTr("Go to the message"), group: group, keys: ["F6"], enabled: () => actions.toast.open, run: () => actions.toast.takeKeys() },
            { name: "settings", text: qsTr("Settings"), group: group, keys: ["Ctrl+,"], run: () => actions.settingsRequested() },
            { name: "about", text: qsTr("About LPD Studio"), group: group, keys: [], run: () => actions.aboutRequested() },
            { name: "quit", text: qsTr("Quit"), group: group, keys: ["Ctrl+Q"], run: () => Qt.quit() }
        ];
    }
}
