import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// A round-ended choice with an optional thumbnail.
T.AbstractButton {
    id: chip

    property url thumbnail
    property string iconPath
    property string tip
    property string keys
    property bool selected: false
    readonly property bool pictured: String(thumbnail).length > 0

    implicitWidth: Math.ceil(caption.implicitWidth) + lead + leftPadding + rightPadding
    readonly property int lead: pictured ? 27 : iconPath.length > 0 ? 21 : 0
    implicitHeight: 28
    leftPadding: pictured ? 4 : iconPath.length > 0 ? 9 : 12
    rightPadding: 12
    checkable: true
    checked: selected
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font: Type.label
    Accessible.name: text

    contentItem: Item {
        Row {
            anchors.verticalCenter: parent.verticalCenter
            width: chip.availableWidth
            spacing: 7

            RoundedImage {
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.pictured
                width: 20
                height: 20
                radius: 10
                source: chip.thumbnail
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: !chip.pictured && chip.iconPath.length > 0
                size: 14
                path: chip.iconPath
                color: chip.selected ? Theme.text1 : Theme.text2
            }
            Label {
                id: caption
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(implicitWidth), chip.availableWidth - chip.lead)
                text: chip.text
                font: chip.font
                color: chip.selected || chip.hovered ? Theme.text1 : Theme.text2
            }
        }
    }
    background: Rectangle {
        radius: height / 2
        color: chip.selected ? Theme.accentSoft : chip.down ? Theme.pressed : chip.hovered ? Theme.hover : Theme.alpha(Theme.hover, 0)
        border.width: 1
        border.color: chip.selected ? Theme.accentLine : Theme.line

        Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
        FocusRing { control: chip; controlRadius: 14 }
    }
    TipHost {
        shown: chip.hovered && !chip.down
        text: chip.tip
        keys: chip.keys
    }
}
