import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

T.Slider {
    id: slider

    property string tip
    property real trackY: height / 2
    property real handleShare: visualPosition // of the way
    readonly property real minimumValue: from // as Qt's accessibility asks for them
    readonly property real maximumValue: to

    implicitWidth: 120
    implicitHeight: 16
    padding: 0
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: tip
    // The window's Left, Right, Home and End must not take the slider's own keys.
    Keys.onShortcutOverride: event => {
        event.accepted = [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down, Qt.Key_Home, Qt.Key_End].includes(event.key);
    }

    background: Rectangle {
        y: slider.trackY - height / 2
        width: slider.width
        height: 4
        radius: 2
        color: Theme.track

        Rectangle {
            width: slider.handle.x + slider.handle.width / 2
            height: 4
            radius: 2
            color: slider.enabled ? Theme.accent : Theme.text4
        }
    }
    handle: Rectangle {
        x: slider.handleShare * (slider.width - width)
        y: slider.trackY - height / 2
        width: 14
        height: 14
        radius: 7
        color: slider.enabled ? Theme.thumb : Theme.text4
        border.width: Theme.dark ? 0 : 1
        border.color: Theme.alpha(Theme.ink, 0.18)

        Rectangle {
            anchors.fill: parent
            anchors.margins: -5
            z: -1
            radius: 12
            color: Theme.alpha(Theme.accent, 0.18)
            scale: slider.pressed ? 1 : slider.hovered ? 0.85 : 0.5
            opacity: slider.pressed || slider.hovered ? 1 : 0
            Behavior on scale { NumberAnimation { duration: Theme.hoverMs } }
            Behavior on opacity { NumberAnimation { duration: Theme.hoverMs } }
        }
        FocusRing { control: slider; controlRadius: 7 }
    }
}
