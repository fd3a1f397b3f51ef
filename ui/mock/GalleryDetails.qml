import QtQml
import LpdStudio.App

QtObject {
    required property MockArt art
    property var entry: null
    property string problem
    readonly property bool hasPicture: entry !== null
    readonly property string file: hasPicture ? "/pictures/" + entry.id + ".png" : ""
    readonly property string source: hasPicture ? entry.source : ""
    readonly property string title: hasPicture ? entry.title : ""
    readonly property string when: hasPicture ? entry.day + ", 14:32 · 0.83 s" : ""
    readonly property string seedText: hasPicture ? entry.seed.toFixed(0).replace(/\B(?=(\d{3})+$)/g, " ") : ""
    readonly property string indexText: ""
    readonly property string orderLabel: hasPicture ? entry.order === "lpd" ? "Locality" : "Raster" : ""
    readonly property string modelName: hasPicture ? "scenes-256" : ""
    readonly property string modelTitle: hasPicture ? "Scenes 256" : ""
    readonly property string sizeText: "PNG 256 × 256"
    readonly property int steps: hasPicture ? entry.steps : 0
    readonly property real guidance: 4
    readonly property real temperature: 0.8
    readonly property var groupSizes: hasPicture ? art.groupSizes(entry.steps, 256) : []
    readonly property bool starred: hasPicture && entry.starred
}
