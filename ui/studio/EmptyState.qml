import QtQuick
import QtQuick.Window
import LpdStudio.App
import LpdStudio.Canvas
import LpdStudio.Controls
import LpdStudio.Style

// Before the first picture: one sentence, and the planned order running over the empty cells.
Item {
    id: empty

    required property StudioApp studio
    readonly property PlanSettings plan: studio.plan
    readonly property var planned: visible ? plan.plannedSteps : []
    readonly property bool roomy: height > 800
    readonly property int headHeight: roomy ? 150 : 118
    readonly property real ratio: Screen.devicePixelRatio
    readonly property int cellPixels: Math.max(2, Math.floor(Math.min((width - 96) / ghost.columns, (height - headHeight - 56) / ghost.rows, 56) * ratio))
    property real front // of the planned order, 0..1 of the steps and beyond: a cell is lit an eighth behind it
    readonly property real past: 1.15

    // Once the model is there, and then at rest, where each change of the plan shows at once: a window that waits costs
    // nothing, and one that loads leaves the processor to the engine.
    NumberAnimation on front {
        running: empty.visible && !Theme.reducedMotion && empty.studio.controller.state !== GenerationController.State.Loading
        from: -0.06
        to: empty.past
        duration: 3600
    }

    Column {
        id: head
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(Math.max(20, (parent.height - height - ghost.height - 28) / 2 - 8))
        spacing: 8

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("A picture in %n step(s)", "", empty.plan.steps)
            font: empty.roomy ? Type.hero : Type.figure
        }
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: empty.plan.orderKind === "lpd" ? qsTr("Patches are made many at a time: near finished ones, kept apart from each other.")
                                                 : qsTr("Patches are made many at a time, in the order shown here.")
            font: empty.roomy ? Type.lead : Type.body
            color: Theme.text2
        }
    }
    PatchCanvas {
        id: ghost
        objectName: "planCanvas"
        x: Math.round((parent.width - width) / 2 * empty.ratio) / empty.ratio
        y: head.y + head.height + 28
        width: columns * empty.cellPixels / empty.ratio
        height: rows * empty.cellPixels / empty.ratio
        columns: empty.studio.models.columns
        rows: empty.studio.models.rows
        stepOfPosition: empty.planned
        steps: empty.plan.steps
        ghostStrength: 1
        numbers: empty.studio.layers.numbers
        numberFont: Type.tag
        inkOpen: Theme.text1
        ghostFront: Theme.reducedMotion ? empty.past : Math.max(-0.05, empty.front)
        emptyFill: Theme.cellEmpty
        emptyLine: Theme.cellEmptyLine
        stepStops: Theme.stepStops
    }
}
