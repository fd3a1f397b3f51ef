import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Title on the left; in the middle what is happening while a picture is made, else which layer explains it; its size on
// the right.
Item {
    id: header

    required property StudioApp studio
    required property CanvasZoom zoom
    readonly property PictureView picture: studio.picture
    readonly property Timeline timeline: studio.timeline
    readonly property int step: Math.min(timeline.shownSteps + 1, timeline.stepCount)
    readonly property int shownPatches: Array.from(picture.groupSizes).slice(0, timeline.shownSteps).reduce((a, b) => a + b, 0)
    readonly property int totalPatches: picture.columns * picture.rows

    Row {
        x: 20
        height: 48
        spacing: 10

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, (header.width - layers.width) / 2 - 76)
            text: header.picture.title
            font: Type.section
        }
        Label {
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
        width: Math.min(400, header.width - 280)
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
    ZoomMenu {
        anchors.right: parent.right
        anchors.rightMargin: 12
        height: 48
        zoom: header.zoom
    }
}
