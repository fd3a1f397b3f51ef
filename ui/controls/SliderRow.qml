import QtQuick
import LpdStudio.Style

// A labelled slider in one row of 32 px: label, track, value.
Item {
    id: row

    property string label
    property string name: label // for those who cannot see what stands around it
    property string tip
    property string valueText
    property int labelWidth: 76 // both as wide as text of the usual size needs
    property int valueWidth: 30
    readonly property int labelRoom: Type.wide(labelWidth)
    readonly property int valueRoom: Type.wide(valueWidth)
    property alias from: slider.from
    property alias to: slider.to
    property alias stepSize: slider.stepSize
    property alias sliderName: slider.objectName
    property real value
    signal edited(real value)

    implicitWidth: 200
    implicitHeight: 32

    Label {
        width: row.labelRoom - 6
        height: row.height
        text: row.label
        font: Type.label
        color: row.enabled ? Theme.text2 : Theme.text4
    }
    Slider {
        id: slider
        anchors.verticalCenter: parent.verticalCenter
        x: row.labelRoom
        width: row.width - row.labelRoom - row.valueRoom - 8
        tip: row.name
        Accessible.description: row.tip
        onMoved: row.edited(value)
        // Bound both ways: a drag breaks a plain binding.
        Binding on value {
            value: row.value
            restoreMode: Binding.RestoreNone
        }
        TipHost {
            shown: slider.hovered && !slider.pressed
            text: row.tip
        }
    }
    Label {
        anchors.right: parent.right
        width: row.valueRoom
        height: row.height
        horizontalAlignment: Text.AlignRight
        text: row.valueText
        font: Type.label
        color: row.enabled ? Theme.text1 : Theme.text4
    }
}
