pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// How many patches each step makes: bars are the numbers, the line is their shape.
Item {
    id: curve

    required property var sizes
    property int currentStep: 0
    readonly property int count: sizes.length
    readonly property int largest: count > 0 ? Math.max(...sizes) : 1
    readonly property real pitch: count > 0 ? width / count : width
    readonly property real gap: pitch > 8 ? 3.5 : pitch > 3 ? 1 : 0

    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Group sizes, from 1 to %1").arg(largest)

    Repeater {
        model: curve.count <= 512 ? curve.count : 0

        Rectangle {
            required property int index

            x: index * curve.pitch + curve.gap / 2
            y: curve.height - 1 - height
            width: Math.max(0.5, curve.pitch - curve.gap)
            height: Math.max(1, (curve.height - 8) * curve.sizes[index] / curve.largest)
            radius: Math.min(2, width / 3)
            color: index + 1 === curve.currentStep ? Theme.alpha(Theme.accent, 0.55) : Theme.alpha(Theme.text1, 0.085)
        }
    }
    Rule {
        y: parent.height - 1
        width: parent.width
        color: Theme.lineStrong
    }
    TrendLine {
        width: parent.width
        height: parent.height - 5
        y: 4
        color: Theme.accentText
        values: Array.from(curve.sizes, size => size / curve.largest)
    }
}
