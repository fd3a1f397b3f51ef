pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.Canvas
import LpdStudio.Style

// The ring around the chosen patch and lines to the finished neighbours that spoke for it.
Item {
    id: marks

    required property PatchCanvas canvas
    required property var facts
    property bool linked: true
    // The size is named so that a new one is noticed.
    readonly property rect cell: facts && canvas.width > 0 && canvas.height > 0 ? canvas.cellRect(facts.position) : Qt.rect(0, 0, 0, 0)

    component Line: Rectangle {
        property point from
        property point to
        property real thickness

        x: from.x
        y: from.y - thickness / 2
        width: Math.hypot(to.x - from.x, to.y - from.y)
        height: thickness
        radius: thickness / 2
        antialiasing: true
        transformOrigin: Item.Left
        rotation: Math.atan2(to.y - from.y, to.x - from.x) * 180 / Math.PI
    }
    Repeater {
        model: marks.facts && marks.linked ? marks.facts.neighbours : []

        Item {
            id: link

            required property var modelData
            readonly property rect other: marks.cell.width > 0 ? marks.canvas.cellRect(modelData.position) : Qt.rect(0, 0, 0, 0)
            readonly property point from: Qt.point(other.x + other.width / 2, other.y + other.height / 2)
            readonly property point to: Qt.point(marks.cell.x + marks.cell.width / 2, marks.cell.y + marks.cell.height / 2)

            Line { from: link.from; to: link.to; thickness: 4; color: Theme.alpha(Theme.underlay, 0.72) }
            Line { from: link.from; to: link.to; thickness: 1.75; color: Theme.white }
            Rectangle {
                x: link.from.x - 4
                y: link.from.y - 4
                width: 8
                height: 8
                radius: 4
                color: Theme.white
                border.width: 1
                border.color: Theme.alpha(Theme.underlay, 0.6)
            }
        }
    }
    Rectangle {
        x: marks.cell.x - 4
        y: marks.cell.y - 4
        width: marks.cell.width + 8
        height: marks.cell.height + 8
        radius: 8
        color: "transparent"
        border.width: 4
        border.color: Theme.dark ? Theme.alpha(Theme.underlay, 0.5) : Theme.alpha(Theme.white, 0.6)
    }
    Rectangle {
        x: marks.cell.x - 3
        y: marks.cell.y - 3
        width: marks.cell.width + 6
        height: marks.cell.height + 6
        radius: 7
        color: "transparent"
        border.width: 2
        border.color: Theme.selectRing
    }
}
