import QtQml

QtObject {
    id: filter

    required property var entries // all there are
    required property var names
    property string search
    property string collection: "all"
    property string subject
    property string order
    property string model
    property int fewestSteps: 0
    property int mostSteps: 0
    property bool oldestFirst: false
    readonly property bool narrowed: search.trim() !== "" || collection !== "all" || subject !== "" || order !== "" || model !== "" || fewestSteps > 0 || mostSteps > 0
    readonly property int allCount: entries.length
    readonly property int starredCount: entries.filter(e => e.starred).length
    readonly property int raceCount: entries.filter(e => e.kind === "race").length
    readonly property int leastSteps: entries.length > 0 ? Math.min(...entries.map(e => e.steps)) : 0
    readonly property int greatestSteps: entries.length > 0 ? Math.max(...entries.map(e => e.steps)) : 0
    readonly property var subjects: names.map((name, i) => ({
        subject: name, title: name, count: entries.filter(e => e.title === name).length, thumbnail: "image://history/scene/" + i
    })).filter(s => s.count > 0).sort((a, b) => b.count - a.count)
    readonly property var choices: [
        { value: "order:lpd", label: "Locality", detail: "Order" }, { value: "order:raster", label: "Raster", detail: "Order" },
        { value: "model:scenes-256", label: "Scenes 256", detail: "Model" }
    ]
    signal changed

    onSearchChanged: changed()
    onSubjectChanged: {
        if (subject !== "")
            collection = "all";
        changed();
    }
    onCollectionChanged: {
        subject = "";
        changed();
    }
    onOrderChanged: changed()
    onModelChanged: changed()
    onOldestFirstChanged: changed()

    function setSteps(fewest: int, most: int): void {
        fewestSteps = fewest;
        mostSteps = most;
        changed();
    }
    function choose(choice: string): void {
        if (choice.startsWith("order:"))
            order = choice.slice(6);
        else
            model = choice.slice(6);
    }
    function clear(): void {
        search = "";
        collection = "all";
        subject = "";
        order = "";
        model = "";
        setSteps(0, 0);
    }
    function orderLabel(word: string): string {
        return word === "lpd" ? "Locality" : "Raster";
    }
    function modelLabel(name: string): string {
        return name === "scenes-256" ? "Scenes 256" : name;
    }
    function holds(entry: var): bool {
        const text = entry.title + " " + entry.order + " " + entry.steps + " " + entry.seed;
        return search.trim().toLowerCase().split(/\s+/).every(word => text.toLowerCase().includes(word))
            && (collection !== "starred" || entry.starred) && (collection !== "race" || entry.kind === "race")
            && (subject === "" || entry.title === subject) && (order === "" || entry.order === order)
            && (fewestSteps === 0 || entry.steps >= fewestSteps) && (mostSteps === 0 || entry.steps <= mostSteps);
    }
}
