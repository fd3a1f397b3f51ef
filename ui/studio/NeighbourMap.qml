pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// The eight cells around a patch: how much each finished one spoke for it, in the colour of its step.
Grid {
    id: map

    required property var facts
    required property int gridColumns
    required property int steps
    readonly property int cell: 29
    readonly property var cells: {
        const result = [];
        for (let dy = -1; dy <= 1; ++dy) {
            for (let dx = -1; dx <= 1; ++dx) {
                const at = facts ? facts.position + dy * gridColumns + dx : -1;
                const column = facts ? facts.column - 1 + dx : -1;
                const found = facts && column >= 0 && column < gridColumns ? facts.neighbours.find(n => n.position === at) : undefined;
                result.push({ middle: dx === 0 && dy === 0, weight: found ? found.weight : 0, step: found ? found.step : 0 });
            }
        }
        return result;
    }

    columns: 3
    spacing: 4
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Support of the neighbours")

    Repeater {
        model: map.cells

        Rectangle {
            id: box

            required property var modelData
            readonly property color fill: modelData.step > 0 ? Theme.stepColor(modelData.step, map.steps) : Theme.cellEmpty

            width: map.cell
            height: map.cell
            radius: 6
            color: modelData.middle ? Theme.accentSoft : fill
            border.width: modelData.middle ? 1.5 : modelData.step > 0 ? 0 : 1
            border.color: modelData.middle ? Theme.accent : Theme.cellEmptyLine

            Label {
                anchors.centerIn: parent
                visible: box.modelData.weight > 0
                text: box.modelData.weight >= 0.995 ? Numbers.fixed(box.modelData.weight, 1) : Numbers.fixed(box.modelData.weight, 2).replace(/^0/, "")
                font: Type.tag
                color: Theme.onStep(box.fill)
            }
        }
    }
}
