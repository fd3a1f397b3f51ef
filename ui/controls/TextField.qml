import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// A line of text in a field. `problem` turns the border to danger and is told to assistive tools.
T.TextField {
    id: field

    property string iconPath
    property string keyHint
    property string tip
    property bool problem: false
    property bool quiet: false // looks like text until it is pointed at
    property real trailing: 0 // room kept free on the right for what lies over the field

    implicitWidth: 120
    implicitHeight: 32
    leftPadding: iconPath.length > 0 ? 35 : 10
    rightPadding: Math.max(10, trailing)
    verticalAlignment: TextInput.AlignVCenter
    font: Type.body
    color: enabled ? Theme.text1 : Theme.text4
    placeholderTextColor: Theme.text3
    selectionColor: Theme.accentLine
    selectedTextColor: Theme.text1
    renderType: Text.NativeRendering
    selectByMouse: true
    hoverEnabled: true
    clip: true
    Accessible.name: placeholderText
    Accessible.description: tip

    Label {
        anchors.fill: parent
        anchors.leftMargin: field.leftPadding
        anchors.rightMargin: Math.max(field.rightPadding, hint.visible ? hint.width + 16 : 0)
        visible: field.length === 0 && field.preeditText.length === 0
        text: field.placeholderText
        font: field.font
        color: field.placeholderTextColor
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: field.quiet && !field.activeFocus ? Theme.alpha(Theme.field, 0) : Theme.field
        border.width: field.activeFocus ? 1.5 : field.quiet && !field.hovered ? 0 : 1
        border.color: field.problem ? Theme.danger : field.activeFocus ? Theme.accent
                    : field.hovered ? Theme.alpha(Theme.text3, 0.4) : Theme.lineStrong

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            x: 11
            visible: field.iconPath.length > 0
            path: field.iconPath
        }
        KeyHint {
            id: hint
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: 10
            boxSize: 18
            keys: field.activeFocus || field.length > 0 ? "" : field.keyHint
        }
    }
    TipHost {
        shown: field.hovered && !field.activeFocus
        text: field.tip
        keys: field.keyHint
    }
}
