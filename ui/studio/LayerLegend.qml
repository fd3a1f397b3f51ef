import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The colour scale of the layer that is shown, as wide as the picture.
Item {
    id: legend

    required property StudioApp studio
    required property int step // marked on the scale of steps, 0 = none
    readonly property PictureView picture: studio.picture
    readonly property string view: studio.layers.view
    readonly property bool time: view === "order"
    readonly property var stops: time ? Theme.stepStops : Theme.heatStops
    readonly property var ends: ({
        order: [qsTr("Step 1"), String(picture.steps)],
        support: [qsTr("No support"), qsTr("6.8, all sides")],
        entropy: [qsTr("Certain"), qsTr("%1 bits").arg(Numbers.upTo(picture.largestEntropy, 2))],
        confidence: [qsTr("0%"), qsTr("100% sure")]
    })[view] ?? ["", ""]

    function stop(share: real): color {
        return stops[Math.round(share * (stops.length - 1))];
    }

    implicitHeight: 18
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Colours from %1 to %2").arg(ends[0]).arg(ends[1])

    Label {
        id: first
        height: parent.height
        text: legend.ends[0]
        font: Type.caption
        color: Theme.text2
    }
    Label {
        id: last
        anchors.right: parent.right
        height: parent.height
        text: legend.ends[1]
        font: Type.caption
        color: Theme.text2
    }
    Rectangle {
        id: scale
        anchors.verticalCenter: parent.verticalCenter
        x: first.width + 10
        width: Math.max(0, parent.width - x - last.width - 10)
        height: 5
        radius: 2.5
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: legend.stop(0) }
            GradientStop { position: 0.25; color: legend.stop(0.25) }
            GradientStop { position: 0.5; color: legend.stop(0.5) }
            GradientStop { position: 0.75; color: legend.stop(0.75) }
            GradientStop { position: 1; color: legend.stop(1) }
        }

        Rectangle {
            visible: legend.time && legend.step > 0
            x: Math.round((legend.picture.steps > 1 ? (legend.step - 1) / (legend.picture.steps - 1) : 0) * (scale.width - width))
            y: -4
            width: 3
            height: 13
            radius: 1.5
            color: Theme.thumb
            border.width: Theme.dark ? 0 : 1
            border.color: Theme.text2
        }
    }
}
