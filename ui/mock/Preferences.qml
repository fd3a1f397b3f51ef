import QtQml

QtObject {
    property string windowState: "normal"
    property string theme: "dark"
    property string language: "system"
    readonly property bool languageWaits: language === "de"
    property real textScale: 1
    property bool reducedMotion: false
    property bool livePreviews: true
    property int leftWidth: 296
    property int rightWidth: 312
    property bool inspectorOpen: true
    property int galleryTile: 0
    property rect windowGeometry
}
