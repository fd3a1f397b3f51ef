import QtQuick
import QtQuick.Window
import LpdStudio.App

// The picture in its place: zoomed, moved, pointed at.
Item {
    id: stageView

    required property StudioApp studio
    required property string tool // "select" or "hand"
    required property bool held   // Space is: a drag moves the picture, whatever the tool
    property real sideRoom: 12    // the picture's distance from either side
    property bool moved: false    // by a drag since it was held
    readonly property CanvasZoom zoom: zoomState
    readonly property PictureView picture: studio.picture
    readonly property rect pictureRect: Qt.rect(view.x, view.y, view.width, view.height)
    readonly property var facts: view.facts
    /// The explained patch with what is marked around it.
    readonly property rect markedRect: {
        if (!view.facts || view.width <= 0)
            return Qt.rect(0, 0, 0, 0);
        const cell = view.cellRect(view.facts.position);
        const linked = studio.layers.links && picture.selectedPosition >= 0 ? 1 : 0;
        const around = Math.max(linked, studio.layers.halo && view.layered ? Math.floor(picture.repulsion) : 0);
        const left = Math.max(0, cell.x - around * cell.width), right = Math.min(view.width, cell.x + (around + 1) * cell.width);
        const top = Math.max(0, cell.y - around * cell.height), bottom = Math.min(view.height, cell.y + (around + 1) * cell.height);
        return Qt.rect(view.x + left, view.y + top, right - left, bottom - top);
    }
    readonly property bool moving: middleDrag.active || hand.pressed
    /// The patch that is explained: the pinned one, or the one that the pointer rests on.
    readonly property int lookedAt: picture.selectedPosition >= 0 ? picture.selectedPosition : pointed
    property int pointed: -1 // follows the pointer after a moment

    clip: !zoomState.fitted
    onHeldChanged: if (held) moved = hand.pressed

    CanvasZoom {
        id: zoomState
        area: Qt.rect(stageView.sideRoom, 0, stageView.width - 2 * stageView.sideRoom, stageView.height)
        columns: stageView.picture.columns
        rows: stageView.picture.rows
        pixelWidth: Math.max(1, stageView.picture.pixelWidth)
        ratio: stageView.Screen.devicePixelRatio
    }
    CanvasView {
        id: view
        objectName: "canvas"
        studio: stageView.studio
        zoom: zoomState
        lookedAt: stageView.lookedAt
        onHoveredPositionChanged: {
            if (hoveredPosition < 0)
                stageView.pointed = -1;
            rest.restart();
        }
    }
    Timer {
        id: rest
        interval: 80
        onTriggered: stageView.pointed = stageView.moving ? -1 : view.hoveredPosition
    }
    MouseArea {
        id: hand
        objectName: "canvasHand"
        anchors.fill: parent
        enabled: stageView.tool === "hand" || stageView.held || pressed
        cursorShape: !enabled ? Qt.ArrowCursor : pressed ? Qt.ClosedHandCursor : Qt.OpenHandCursor
        property point last
        onPressed: mouse => {
            last = Qt.point(mouse.x, mouse.y);
            stageView.moved = true;
        }
        onPositionChanged: mouse => {
            zoomState.panBy(mouse.x - last.x, mouse.y - last.y);
            last = Qt.point(mouse.x, mouse.y);
        }
    }
    DragHandler {
        id: middleDrag
        property point last
        target: null
        acceptedButtons: Qt.MiddleButton
        cursorShape: Qt.ClosedHandCursor
        onActiveChanged: last = Qt.point(0, 0)
        onTranslationChanged: {
            zoomState.panBy(translation.x - last.x, translation.y - last.y);
            last = Qt.point(translation.x, translation.y);
        }
    }
    WheelHandler {
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => zoomState.zoomAt(event.x, event.y, Math.pow(1.2, event.angleDelta.y / 120))
    }
    PinchHandler {
        id: pinch
        property real last: 1
        target: null
        onActiveChanged: last = 1
        onActiveScaleChanged: {
            zoomState.zoomAt(centroid.position.x, centroid.position.y, activeScale / last);
            last = activeScale;
        }
    }
}
