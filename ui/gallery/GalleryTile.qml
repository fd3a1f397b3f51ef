import QtQuick
import QtQuick.Window
import LpdStudio.Controls
import LpdStudio.Style

// A picture of the gallery. `cell` is what GalleryLayout says of it, null where the line has no further picture.
Item {
    id: tile

    required property var cell
    readonly property bool known: cell !== null && cell.known
    readonly property bool chosen: cell !== null && cell.chosen
    readonly property bool current: cell !== null && cell.current
    readonly property int index: cell !== null ? cell.index : -1
    property bool ringed: false // the keyboard is in the gallery
    signal pressed(int index, int modifiers)
    signal opened(int index)

    objectName: "galleryTile_" + index
    visible: cell !== null
    Accessible.ignored: !visible
    Accessible.role: Accessible.ListItem
    Accessible.name: !known ? "" : (cell.starred ? qsTr("%1, %n step(s), starred", "", cell.steps) : qsTr("%1, %n step(s)", "", cell.steps)).arg(cell.title)
    Accessible.selected: chosen
    Accessible.onPressAction: tile.pressed(tile.index, Qt.NoModifier)

    Rectangle {
        anchors.fill: frame
        radius: Theme.radiusCard
        color: Theme.hover
        visible: picture.status !== Image.Ready
    }
    Rectangle {
        anchors.fill: frame
        anchors.margins: -4
        visible: tile.chosen || tile.current
        radius: Theme.radiusCard + 4
        color: "transparent"
        border.width: 2
        border.color: tile.chosen ? Theme.accent : tile.ringed ? Theme.text1 : Theme.alpha(Theme.text3, 0.7)
    }
    Image {
        id: picture
        anchors.fill: frame
        visible: false
        asynchronous: true
        cache: false // the provider's own is bounded
        mipmap: true
        fillMode: Image.PreserveAspectCrop
        source: tile.known ? tile.cell.thumbnail : ""
    }
    ShaderEffect {
        property variant source: picture
        property real radius: Theme.radiusCard
        property real ratio: Screen.devicePixelRatio
        property size extent: Qt.size(width, height)
        property color frame: Theme.alpha(Theme.white, 0.08)

        anchors.fill: frame
        visible: picture.status === Image.Ready
        fragmentShader: "qrc:/shaders/rounded_image.frag.qsb"
    }
    Item {
        id: frame
        width: parent.width
        height: parent.width
    }
    // Few tiles have these; the others shall not pay for them.
    Loader {
        anchors.centerIn: frame
        active: picture.status === Image.Error
        sourceComponent: Icon {
            path: Icons.warning
            color: Theme.text3
        }
    }
    Loader {
        x: 8
        y: 8
        active: tile.chosen
        sourceComponent: Rectangle {
            width: 20
            height: 20
            radius: 10
            color: Theme.accent

            Icon {
                anchors.centerIn: parent
                size: 12
                path: Icons.check
                color: Theme.inkOnAccent
            }
        }
    }
    Loader {
        anchors.right: frame.right
        anchors.rightMargin: 8
        y: 8
        active: tile.cell !== null && tile.cell.starred
        sourceComponent: Rectangle {
            width: 24
            height: 24
            radius: 6
            color: Theme.alpha(Theme.black, 0.55)

            Icon {
                anchors.centerIn: parent
                size: 14
                path: Icons.starFilled
                color: Theme.starOnPicture
            }
        }
    }
    Label {
        anchors.top: frame.bottom
        width: parent.width - steps.width - 8
        height: 24
        text: tile.cell !== null ? tile.cell.title : ""
        font: Type.label
        color: tile.chosen || tile.current || area.containsMouse ? Theme.text1 : Theme.text2
    }
    Label {
        id: steps
        anchors.top: frame.bottom
        anchors.right: parent.right
        height: 24
        text: tile.known ? tile.cell.steps : ""
        font: Type.label
        color: Theme.text3
    }
    MouseArea {
        id: area
        anchors.fill: parent
        hoverEnabled: true
        onPressed: event => tile.pressed(tile.index, event.modifiers)
        onDoubleClicked: tile.opened(tile.index)
    }
}
