import QtQuick
import QtQuick.Templates as T
import LpdStudio.Controls
import LpdStudio.Style

// One line of the rail: what to show, and how many there are.
T.TabButton {
    id: row

    property int count: -1 // not shown below 0
    property bool current: false
    property string iconPath
    property string thumbnail

    implicitHeight: 32
    checkable: false
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: count >= 0 ? qsTr("%1, %2").arg(text).arg(count) : text
    Accessible.selected: current

    background: Rectangle {
        radius: Theme.radiusControl
        color: row.current ? Theme.hover : row.down ? Theme.pressed : row.hovered ? Theme.alpha(Theme.hover, 0.6) : Theme.alpha(Theme.hover, 0)
        Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
        FocusRing { control: row }
    }
    contentItem: Item {
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            x: 10
            visible: row.iconPath.length > 0
            path: row.iconPath
            color: row.current ? Theme.text1 : Theme.text2
        }
        RoundedImage {
            anchors.verticalCenter: parent.verticalCenter
            x: 9
            width: 18
            height: 18
            radius: 5
            visible: row.thumbnail.length > 0
            source: row.thumbnail
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            x: 37
            width: parent.width - x - number.width - 18
            text: row.text
            font: Type.bodyStrong
            color: row.current || row.hovered ? Theme.text1 : Theme.text2
        }
        Label {
            id: number
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: 10
            text: row.count >= 0 ? row.count : ""
            font: Type.label
            color: row.current ? Theme.text2 : Theme.text3
        }
    }
}
