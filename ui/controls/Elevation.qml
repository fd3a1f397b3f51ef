pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.Style

// The shape and the two shadows of what floats: popovers, menus, toasts.
Item {
    id: elevation

    property real radius: Theme.radiusPopover
    property color color: Theme.popover

    component Shade: ShaderEffect {
        property real radius: elevation.radius
        property real blur: 40
        property real spread: blur * 1.2
        property real drop: 16
        property color tint: Theme.shadow
        property size extent: Qt.size(width, height)

        x: -spread
        y: -spread + drop
        width: elevation.width + spread * 2
        height: elevation.height + spread * 2
        fragmentShader: "qrc:/shaders/soft_shadow.frag.qsb"
    }

    Shade {}
    Shade {
        blur: 8
        drop: 2
        tint: Theme.shadowNear
    }
    Rectangle {
        anchors.fill: parent
        radius: elevation.radius
        color: elevation.color
        border.width: 1
        border.color: Theme.lineStrong
    }
}
