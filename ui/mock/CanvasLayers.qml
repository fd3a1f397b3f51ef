import QtQml

QtObject {
    property string view: "picture"
    property real blend: 0.6
    property bool numbers: true
    property bool outlines: true
    property bool glow: true
    property bool grid: false
    property bool halo: true
    property bool links: true
    property bool crisp: false
}
