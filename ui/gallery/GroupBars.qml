pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.Style

// Group sizes as bars in step colours; many steps are drawn as their means.
Item {
    id: bars

    required property var sizes
    readonly property int most: 64
    readonly property int shown: Math.min(most, sizes.length)
    readonly property var heights: {
        const means = [];
        for (let i = 0; i < shown; ++i) {
            const from = Math.floor(i * sizes.length / shown);
            const to = Math.max(from + 1, Math.floor((i + 1) * sizes.length / shown));
            let sum = 0;
            for (let k = from; k < to; ++k)
                sum += sizes[k];
            means.push(sum / (to - from));
        }
        return means;
    }
    readonly property real largest: Math.max(1, ...heights)

    implicitHeight: 26
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Group sizes of %n step(s)", "", sizes.length)

    Repeater {
        model: bars.shown

        Rectangle {
            required property int index
            readonly property real pitch: bars.width / bars.shown
            x: index * pitch
            width: Math.max(1, pitch - (bars.shown > 32 ? 1 : 2))
            height: Math.max(1.5, bars.height * (bars.heights[index] ?? 0) / bars.largest)
            y: bars.height - height
            radius: Math.min(2, width / 3)
            color: Theme.stepColor(index + 1, bars.shown)
        }
    }
}
