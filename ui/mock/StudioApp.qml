import QtQml
import LpdStudio.App

QtObject {
    id: app

    property string page: "create"
    property bool welcome: false
    property string unexpectedEnd
    readonly property string version: "0.1.0"
    readonly property MockArt art: MockArt {}
    readonly property ModelLibrary models: ModelLibrary {}
    readonly property EngineSettings engine: EngineSettings {}
    readonly property ModelImport modelImport: ModelImport { library: app.models }
    readonly property ClassModel classes: ClassModel { art: app.art; names: app.art.names(); selectedClasses: app.plan.classIndices }
    readonly property PlanSettings plan: PlanSettings { art: app.art }
    readonly property PictureList pictures: PictureList {}
    readonly property PictureView picture: PictureView {
        art: app.art
        source: app.picture.tick >= 0 && app.pictures.count >= 0 ? app.pictures.entryAt(app.pictures.current) : null
        shownSteps: app.timeline.shownSteps
    }
    readonly property Timeline timeline: Timeline {}
    readonly property Exporter exporter: Exporter { art: app.art; picture: app.picture }
    readonly property CanvasLayers layers: CanvasLayers {}
    readonly property Gallery gallery: Gallery { art: app.art; plan: app.plan }
    readonly property HistoryStore history: HistoryStore {}
    readonly property Preferences preferences: Preferences {}
    readonly property GenerationController controller: GenerationController {
        art: app.art
        plan: app.plan
        models: app.models
        pictures: app.pictures
        classes: app.classes
        timeline: app.timeline
    }
    readonly property GenerationQueue queue: GenerationQueue {
        plan: app.plan
        classes: app.classes
        controller: app.controller
    }
    readonly property SettingsHistory edits: SettingsHistory { plan: app.plan }
    readonly property PresetLibrary presets: PresetLibrary { plan: app.plan }
    readonly property Race race: Race {
        art: app.art
        plan: app.plan
        classes: app.classes
    }
    function endWelcome(): void {
        welcome = false;
    }
    readonly property Connections endOfWelcome: Connections {
        target: app.pictures
        function onCountChanged() {
            app.endWelcome();
        }
    }
    readonly property Connections pictureNews: Connections {
        target: app.controller
        function onNews() {
            app.picture.tick += 1;
        }
    }
    readonly property Connections replaying: Connections {
        target: app.gallery
        function onPictureOpened() {
            app.page = "create";
        }
        function onRaceRequested(records) {
            app.race.take(records);
            app.page = "race";
        }
    }
    readonly property Connections currentPicture: Connections {
        target: app.pictures
        function onCurrentChanged() {
            const entry = app.pictures.entryAt(app.pictures.current);
            if (entry)
                app.timeline.setPicture(entry.groupSizes, entry.made, app.controller.makes(app.pictures.current));
        }
    }
}
