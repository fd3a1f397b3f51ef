pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import LpdStudio.App
import LpdStudio.Canvas
import LpdStudio.Style

// The surroundings of one patch, cut out of the canvas.
Item {
    id: preview

    required property StudioApp studio
    required property int position
    readonly property PictureView view: studio.picture
    readonly property Timeline timeline: studio.timeline
    readonly property int cell: 22
    readonly property real ratio: Screen.devicePixelRatio

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusPopover
        color: Theme.canvas
    }
    Item {
        id: cut
        anchors.fill: parent
        clip: true
        layer.enabled: true
        layer.samplerName: "source"
        layer.effect: ShaderEffect {
            property real radius: Theme.radiusPopover
            property real ratio: preview.ratio
            property size extent: Qt.size(width, height)
            property color frame: Theme.lineStrong
            fragmentShader: "qrc:/shaders/rounded_image.frag.qsb"
        }

        PatchCanvas {
            id: canvas
            readonly property real column: preview.position % columns
            readonly property real row: Math.floor(preview.position / columns)

            x: Math.min(0, Math.max(cut.width - width, Math.round(cut.width / 2 - (column + 0.5) * preview.cell)))
            y: Math.min(0, Math.max(cut.height - height, Math.round(cut.height / 2 - (row + 0.5) * preview.cell)))
            width: columns * preview.cell
            height: rows * preview.cell
            columns: preview.view.columns
            rows: preview.view.rows
            picture: preview.view.image // qmllint disable
            swatches: preview.view.swatches // qmllint disable
            pictureMix: preview.view.finished ? 1 : 0
            stepOfPosition: preview.view.stepOfPosition
            steps: preview.view.steps
            shownSteps: preview.timeline.shownSteps
            reducedMotion: true
            emptyFill: Theme.cellEmpty
            emptyLine: Theme.cellEmptyLine
            stepStops: Theme.stepStops

            Rectangle {
                x: canvas.column * preview.cell - 2
                y: canvas.row * preview.cell - 2
                width: preview.cell + 4
                height: preview.cell + 4
                radius: 6
                color: "transparent"
                border.width: 2
                border.color: Theme.selectRing
            }
        }
    }
}
