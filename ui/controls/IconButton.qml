import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// A square button that is only an icon; `tip` names it for everyone. `filled` gives it a body of its own.
T.Button {
    id: button

    property string iconPath
    property string tip
    property string keys
    property int iconSize: 16
    property bool filled: false
    property bool outlined: false
    property color ink: !enabled ? Theme.text4 : checked || hovered || filled ? Theme.text1 : Theme.text2

    implicitWidth: 32
    implicitHeight: 32
    padding: 0
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: tip
    Accessible.checkable: checkable
    Accessible.checked: checked

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            size: button.iconSize
            path: button.iconPath
            color: button.ink
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: button.down ? Theme.pressed : button.hovered && button.enabled || button.checked ? Theme.hover
             : button.filled ? Theme.hover : button.outlined ? Theme.raised : Theme.alpha(Theme.hover, 0)
        border.width: button.outlined ? 1 : 0
        border.color: Theme.lineStrong

        Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
        FocusRing { control: button }
    }
    TipHost {
        shown: button.hovered && !button.down
        text: button.tip
        keys: button.keys
    }
}
