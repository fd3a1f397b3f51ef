import QtQml

QtObject {
    property string namePattern: "{class}-{seed}-{index}"
    property int quality: 92
    property bool record: true
    property int pictureScale: 1
    property real stepSeconds: 0.12
    property real holdSeconds: 1.2
    property int animationScale: 2
    property bool glow: true
    property bool orderMap: false
    property bool numbers: false
    signal changed

    onStepSecondsChanged: changed()
    onGlowChanged: changed()
}
