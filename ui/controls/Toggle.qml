import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// A labelled switch in one row of 32 px.
T.Switch {
    id: toggle

    property string tip

    implicitWidth: 200
    implicitHeight: 32
    padding: 0
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font: Type.label
    Accessible.name: text
    Accessible.description: tip

    contentItem: Label {
        rightPadding: 40
        text: toggle.text
        font: toggle.font
        color: !toggle.enabled ? Theme.text4 : toggle.checked ? Theme.text1 : Theme.text2
    }
    indicator: Rectangle {
        x: toggle.width - width
        y: (toggle.height - height) / 2
        width: 28
        height: 16
        radius: 8
        color: toggle.checked && toggle.enabled ? Theme.accent : Theme.track
        Behavior on color { ColorAnimation { duration: Theme.toggleMs } }

        Rectangle {
            x: toggle.checked ? 14 : 2
            y: 2
            width: 12
            height: 12
            radius: 6
            color: toggle.enabled ? Theme.thumb : Theme.text4
            Behavior on x { NumberAnimation { duration: Theme.toggleMs; easing.type: Easing.OutCubic } }
        }
        FocusRing { control: toggle; controlRadius: 8 }
    }
    TipHost {
        shown: toggle.hovered && !toggle.down
        text: toggle.tip
    }
}
