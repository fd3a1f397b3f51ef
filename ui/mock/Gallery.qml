import QtQml
import LpdStudio.App

QtObject {
    id: gallery

    required property MockArt art
    required property PlanSettings plan
    property var entries: []
    property var trash: []
    property bool watching: false
    property string lastRecall
    readonly property bool allStarred: selection.targets().length > 0 && selection.targets().every(e => e !== undefined && e.starred)
    readonly property GalleryModel model: GalleryModel {}
    readonly property GalleryFilter filter: GalleryFilter { entries: gallery.entries; names: gallery.art.names() }
    readonly property GallerySelection selection: GallerySelection { model: gallery.model }
    readonly property GalleryLayout layout: GalleryLayout { model: gallery.model; selection: gallery.selection }
    readonly property GalleryDetails details: GalleryDetails { art: gallery.art }
    readonly property PictureComparison comparison: PictureComparison {}
    signal recalled(string text)
    signal pictureOpened
    signal raceRequested(var records)
    signal exportRequested(var files)
    signal removed(int pictures)
    signal failed(string text, string hint)

    /// Pictures of three days, as if someone had played with the program.
    function fill(count: int): void {
        const names = art.names();
        const days = ["Today", "Yesterday", "16 November"];
        entries = Array.from({ length: count }, (_, i) => ({
            id: i + 1, scene: i % names.length, title: names[i % names.length], order: i % 5 === 3 ? "raster" : "lpd",
            steps: [20, 20, 20, 32, 20, 64, 12][i % 7], seed: 284119073 + i * 7919, starred: i % 6 === 1, kind: i % 11 === 4 ? "race" : "generated",
            day: days[i < count * 0.4 ? 0 : i < count * 0.75 ? 1 : 2], source: "image://history/scene/" + (i % names.length)
        }));
        show();
    }
    function show(): void {
        const found = entries.filter(e => filter.holds(e));
        model.take(filter.oldestFirst ? found.reverse() : found);
    }
    function showDetails(): void {
        details.entry = selection.current >= 0 && selection.current < model.count ? model.shown[selection.current] : null;
    }
    function toggleStar(): void {
        const ids = selection.targets().map(e => e.id);
        const all = selection.targets().every(e => e.starred);
        entries = entries.map(e => ids.includes(e.id) ? Object.assign({}, e, { starred: !all }) : e);
        show();
    }
    function remove(): void {
        const ids = selection.targets().map(e => e.id);
        if (ids.length === 0)
            return;
        trash = entries;
        entries = entries.filter(e => !ids.includes(e.id));
        show();
        removed(ids.length);
    }
    function undoRemove(): void {
        entries = trash;
        show();
    }
    function reveal(): void {}
    function recall(part: string): void {
        lastRecall = part;
        const entry = details.entry;
        if (part === "all" || part === "seed")
            plan.seed = entry.seed;
        if (part !== "seed" && part !== "guidance")
            plan.steps = entry.steps;
        recalled(part === "all" ? "Settings taken over" : "Taken over");
    }
    function replay(): void {
        pictureOpened();
    }
    function race(): void {
        raceRequested([details.entry]);
    }
    function raceChosen(): void {
        const others = selection.targets().filter(e => e !== details.entry);
        raceRequested(others.length < selection.count ? [details.entry, ...others] : others);
    }
    function compare(): void {
        const targets = selection.targets();
        comparison.open(targets[0], targets[1]);
    }
    function exportChosen(): void {
        exportRequested(selection.targets().map(e => "/pictures/" + e.id + ".png"));
    }
    function openFile(url: url): void {
        const name = String(url).split("/").pop();
        if (name.startsWith("foreign"))
            failed(name + " does not say how it was made", "Drop a PNG that LPD Studio or lpd wrote");
        else
            recalled("Settings of " + name + " taken over");
    }
    function looksLikePicture(url: url): bool {
        return String(url).endsWith(".png");
    }
    readonly property Connections narrowing: Connections {
        target: gallery.filter
        function onChanged() {
            gallery.show();
        }
    }
    readonly property Connections choice: Connections {
        target: gallery.selection
        function onChanged() {
            gallery.showDetails();
        }
    }
}
