import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Title on the left; in the middle what is happening while a picture is made, else which layer explains it; on the right
// its size, and what can be done with it.
Item {
    id: header

    required property StudioApp studio
    required property CanvasZoom zoom
    readonly property PictureView picture: studio.picture
    readonly property Timeline timeline: studio.timeline
    readonly property int step: Math.min(timeline.shownSteps + 1, timeline.stepCount)
    readonly property int shownPatches: Array.from(picture.groupSizes).slice(0, timeline.shownSteps).reduce((a, b) => a + b, 0)
    readonly property int totalPatches: picture.columns * picture.rows
    // As far from the middle on the left as on the right, so that the layers stand over the picture.
    readonly property int sideRoom: Math.floor((width - layers.width) / 2)
    signal saveRequested

    Row {
        x: 20
        height: 48
        spacing: 10

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, header.sideRoom - 44 - index.width)
            text: header.picture.title
            font: Type.section
        }
        Label {
            id: index
            anchors.verticalCenter: parent.verticalCenter
            text: header.picture.indexText
            font: Type.label
            color: Theme.text2
        }
    }
    LayerSwitch {
        id: layers
        anchors.horizontalCenter: parent.horizontalCenter
        y: 8
        width: Math.min(400, header.width - 2 * (tools.width + 16))
        layers: header.studio.layers
        opacity: header.timeline.live ? 0 : 1
        visible: opacity > 0
        Behavior on opacity { NumberAnimation { duration: Theme.toggleMs } }
    }
    Rectangle {
        id: pill
        anchors.horizontalCenter: parent.horizontalCenter
        y: 9
        opacity: header.timeline.live ? 1 : 0
        visible: opacity > 0
        Behavior on opacity { NumberAnimation { duration: Theme.toggleMs } }
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
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text3
                text: qsTr("%1 of %2 done").arg(header.shownPatches).arg(header.totalPatches)
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
            checked: header.studio.preferences.inspectorOpen
            tip: checked ? qsTr("Hide inspector") : qsTr("Show inspector")
            keys: "I"
            onClicked: header.studio.preferences.inspectorOpen = !header.studio.preferences.inspectorOpen
        }
    }
}
