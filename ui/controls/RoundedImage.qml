import QtQuick
import QtQuick.Window
import LpdStudio.Style

// An image file with rounded corners; `fallback` shows where there is none.
Item {
    id: root

    property alias source: image.source
    property real radius: Theme.radiusCard
    property color frame: Theme.alpha(Theme.white, 0.08)
    property color fallback: Theme.hover
    readonly property bool loaded: image.status === Image.Ready

    Rectangle {
        anchors.fill: parent
        visible: !root.loaded
        radius: root.radius
        color: root.fallback
    }
    Image {
        id: image
        anchors.fill: parent
        visible: false
        asynchronous: true
        mipmap: true
        fillMode: Image.PreserveAspectCrop
        sourceSize.width: Math.ceil(root.width * Screen.devicePixelRatio)
        sourceSize.height: Math.ceil(root.height * Screen.devicePixelRatio)
    }
    ShaderEffect {
        property variant source: image
        property real radius: root.radius
        property real ratio: Screen.devicePixelRatio
        property size extent: Qt.size(width, height)
        property color frame: root.frame

        anchors.fill: parent
        visible: root.loaded
        fragmentShader: "qrc:/shaders/rounded_image.frag.qsb"
    }
}
