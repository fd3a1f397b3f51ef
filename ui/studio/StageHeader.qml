import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Title on the left; in the middle what is happening while a picture is made, else which layer explains it (a menu where
// the words do not fit side by side); on the right its size, and what can be done with it.
Item {
    id: header

    required property StudioApp studio
    required property CanvasZoom zoom
    readonly property PictureView picture: studio.picture
    readonly property Timeline timeline: studio.timeline
    readonly property int step: Math.min(timeline.shownSteps + 1, timeline.stepCount)
    readonly property int totalPatches: picture.columns * picture.rows
    readonly property int toolsRoom: tools.width + 26
    readonly property bool narrow: layers.neededWidth > width - 2 * toolsRoom
    // From the layers (0) to what is being made (1): the one is gone before the other comes.
    property real turn: timeline.live ? 1 : 0
    readonly property int middle: placed(turn > 0.5 ? pill.width : narrow ? menu.width : layers.width)
    required property bool inspectorOpen
    signal saveRequested
    signal inspectorToggled

    Behavior on turn { NumberAnimation { duration: 2 * Theme.toggleMs } }

    // Over the picture, unless the tools need the room.
    function placed(size: real): int {
        return Math.round(Math.min((width - size) / 2, width - toolsRoom - size));
    }

    Row {
        id: names
        readonly property int room: header.middle - x - 14
        x: 20
        height: 48
        spacing: 10

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(0, Math.min(implicitWidth, names.room - (index.visible ? index.width + names.spacing : 0)))
            text: header.picture.title
            font: Type.section
        }
        Label {
            id: index
            anchors.verticalCenter: parent.verticalCenter
            visible: names.room > 2 * width
            text: header.picture.indexText
            font: Type.label
            color: Theme.text2
        }
    }
    LayerSwitch {
        id: layers
        x: header.placed(width)
        y: 8
        width: Math.max(neededWidth, Math.min(400, header.width - 2 * header.toolsRoom))
        layers: header.studio.layers
        opacity: Math.max(0, 1 - 2 * header.turn)
        visible: opacity > 0 && !header.narrow
    }
    Button {
        id: menu
        objectName: "layerMenu"
        x: header.placed(width)
        y: 8
        opacity: Math.max(0, 1 - 2 * header.turn)
        visible: opacity > 0 && header.narrow
        choosesFrom: true
        implicitWidth: Math.max(...layers.wordWidths) + 48
        text: layers.options[layers.currentIndex]?.label ?? ""
        font: Type.label
        tip: layers.label
        keys: "L"
        onClicked: choices.opened ? choices.close() : choices.open()

        MenuPopup {
            id: choices
            y: parent.height + 6
            implicitWidth: Type.wide(264)
            value: layers.value
            options: Array.from(layers.options).map(o => ({ value: o.value, label: o.label, detail: o.tip, name: "layerChoice_" + o.value }))
            onChosen: value => header.studio.layers.view = value
        }
    }
    Rectangle {
        id: pill
        x: header.placed(width)
        y: 9
        opacity: Math.max(0, 2 * header.turn - 1)
        visible: opacity > 0
        width: words.implicitWidth + 40
        height: 30
        radius: 15
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong
        Accessible.role: Accessible.StatusBar
        Accessible.name: main.text + ", " + detail.text

        StatusDot {
            x: 14
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
        }
        Row {
            id: words
            x: 28
            height: parent.height
            spacing: 8

            Label {
                id: main
                anchors.verticalCenter: parent.verticalCenter
                font: Type.bodyStrong
                text: {
                    const size = header.picture.groupSizes[header.step - 1] ?? 0;
                    return qsTr("%n patch(es) at once", "", size);
                }
            }
            Label {
                id: detail
                visible: main.implicitWidth + implicitWidth + words.spacing + 40 <= header.width - 2 * header.toolsRoom
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text3
                text: qsTr("%1 of %2 done").arg(header.timeline.shownPatches).arg(header.totalPatches)
            }
        }
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: 10
        height: 48

        ZoomMenu {
            height: parent.height
            zoom: header.zoom
        }
        IconButton {
            objectName: "copyButton"
            anchors.verticalCenter: parent.verticalCenter
            enabled: header.studio.exporter.canSave
            iconPath: Icons.copy
            tip: qsTr("Copy picture")
            keys: "Ctrl+C"
            onClicked: header.studio.exporter.copyImage()
        }
        IconButton {
            objectName: "saveButton"
            anchors.verticalCenter: parent.verticalCenter
            enabled: header.studio.exporter.canSave
            iconPath: Icons.save
            tip: enabled ? qsTr("Save picture") : qsTr("There is no finished picture yet")
            keys: "Ctrl+S"
            onClicked: header.saveRequested()
        }
        IconButton {
            objectName: "inspectorButton"
            anchors.verticalCenter: parent.verticalCenter
            iconPath: Icons.panelRight
            checked: header.inspectorOpen
            tip: checked ? qsTr("Hide inspector") : qsTr("Show inspector")
            keys: "I"
            onClicked: header.inspectorToggled()
        }
    }
}
