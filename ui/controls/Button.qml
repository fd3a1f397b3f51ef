import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// kind: "primary" (one a screen), "secondary" or "ghost". `keys` is shown inside primary buttons, in the tooltip of others.
// One that `choosesFrom` a menu shows what is chosen on the left and says so with an arrow on the right.
T.Button {
    id: button

    property string kind: "secondary"
    property string iconPath
    property string tip
    property string keys
    property bool choosesFrom: false
    readonly property bool primary: kind === "primary"
    readonly property color ink: primary ? (enabled ? Theme.inkOnAccent : Theme.accentText) : enabled ? Theme.text1 : Theme.text4

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: primary ? 40 : 32
    horizontalPadding: primary ? 17 : 12
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font: primary ? Type.action : Type.bodyStrong
    Accessible.name: text.length > 0 ? text : tip
    Accessible.description: tip

    contentItem: Item {
        id: body
        readonly property real lead: icon.visible ? icon.width + row.spacing : 0
        readonly property real trail: button.choosesFrom ? 22 : hint.visible ? hint.implicitWidth + 8 : 0
        implicitWidth: lead + words.implicitWidth + (hint.visible ? hint.implicitWidth + 24 : 0)
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.verticalCenter: parent.verticalCenter
            x: button.primary && hint.visible || button.choosesFrom ? 0 : Math.round((parent.width - width) / 2)
            spacing: 8

            Icon {
                id: icon
                anchors.verticalCenter: parent.verticalCenter
                visible: button.iconPath.length > 0
                path: button.iconPath
                color: button.ink
            }
            Label {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(0, Math.min(implicitWidth, body.width - body.lead - body.trail))
                text: button.text
                font: button.font
                color: button.ink
            }
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            visible: button.choosesFrom
            size: 14
            path: Icons.chevronUpDown
            color: button.enabled ? Theme.text2 : Theme.text4
        }
        KeyHint {
            id: hint
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: -4
            boxSize: 18
            keys: button.primary ? button.keys : ""
            color: button.ink
        }
    }
    background: Rectangle {
        radius: button.primary ? 9 : Theme.radiusControl
        color: button.primary ? !button.enabled ? Theme.accentSoft : (button.hovered && button.enabled && !button.down ? Theme.accentHover : Theme.accent)
                              : button.down ? Theme.pressed : button.hovered && button.enabled ? Theme.hover
                              : button.kind === "ghost" ? Theme.alpha(Theme.hover, 0) : Theme.raised
        border.width: button.kind === "secondary" || button.primary && !button.enabled ? 1 : 0
        border.color: button.primary ? Theme.accentLine : Theme.lineStrong

        Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
        FocusRing { control: button; controlRadius: parent.radius }
    }
    scale: down ? 0.985 : 1
    Behavior on scale { NumberAnimation { duration: Theme.pressMs; easing.type: Easing.OutCubic } }

    TipHost {
        shown: button.hovered && !button.down
        text: button.tip
        keys: button.primary ? "" : button.keys
    }
}
