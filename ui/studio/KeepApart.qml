import QtQuick
import LpdStudio.Canvas
import LpdStudio.Style

// The square that the keep-apart rule kept free of other patches of the step. A patch picked to spread out may stand
// nearer: then the line is thin and solid.
ShaderEffect {
    id: mark

    required property PatchCanvas canvas
    required property var facts
    required property real repulsion // Chebyshev cells
    required property real ratio
    readonly property rect cell: facts && canvas.width > 0 ? canvas.cellRect(facts.position) : Qt.rect(0, 0, 0, 0)
    readonly property int cells: Math.floor(repulsion)
    readonly property real fromX: Math.max(0, cell.x - cells * cell.width)
    readonly property real fromY: Math.max(0, cell.y - cells * cell.height)
    readonly property real toX: Math.min(canvas.width, cell.x + (cells + 1) * cell.width)
    readonly property real toY: Math.min(canvas.height, cell.y + (cells + 1) * cell.height)
    readonly property bool rules: facts !== null && (facts.pick === "proximity" || facts.pick === "start")

    property real dashed: rules ? 1 : 0
    property size extent: Qt.size(Math.max(1, width), Math.max(1, height))
    property rect hole: Qt.rect(cell.x - fromX, cell.y - fromY, cell.width, cell.height)
    property color tint: Theme.glow
    property color shade: Theme.haloShade

    x: fromX
    y: fromY
    width: toX - fromX
    height: toY - fromY
    visible: opacity > 0
    fragmentShader: "qrc:/shaders/keep_apart.frag.qsb"
    Behavior on opacity { NumberAnimation { duration: Theme.haloMs } }
}
