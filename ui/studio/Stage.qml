import QtQuick
import LpdStudio.App
import LpdStudio.Canvas
import LpdStudio.Style

// The picture, large, with what is known about it at the moment around it.
Rectangle {
    id: stage

    required property StudioApp studio
    readonly property PictureView picture: studio.picture
    readonly property int headerHeight: 52
    readonly property int legendHeight: 48
    readonly property bool failed: studio.models.state === ModelLibrary.State.Failed
    property string tool: "select"
    property bool inspected: false // the inspector tells about the pinned patch
    required property bool inspectorOpen
    signal saveRequested
    signal inspectorToggled

    property bool spaceHeld: false

    // "fit", "pixels", "larger", "smaller", "select", "hand" or "hold": Space went down
    function perform(what: string): void {
        if (what === "fit")
            view.zoom.fit();
        else if (what === "pixels")
            view.zoom.toScale(1);
        else if (what === "larger" || what === "smaller")
            view.zoom.toScale(view.zoom.scale * (what === "larger" ? 1.25 : 0.8));
        else if (what === "hold")
            spaceHeld = true;
        else
            tool = what;
    }
    // A drag while Space was held has moved the picture; a tap plays or pauses.
    function letGo(): void {
        if (spaceHeld && !view.moved)
            studio.timeline.toggle();
        spaceHeld = false;
    }

    color: Theme.canvas
    clip: true

    StageView {
        id: view
        y: stage.headerHeight
        width: parent.width
        height: parent.height - stage.headerHeight - stage.legendHeight
        visible: stage.picture.hasPicture
        studio: stage.studio
        tool: stage.tool
        held: stage.spaceHeld
        sideRoom: strip.needed ? strip.width + 20 : 12 // on both sides, so that the picture stays in the middle
    }
    KeyRelease {
        key: Qt.Key_Space
        onReleased: stage.letGo()
        onLost: stage.spaceHeld = false
    }
    StageHeader {
        width: parent.width
        height: stage.headerHeight
        visible: stage.picture.hasPicture
        studio: stage.studio
        zoom: view.zoom
        inspectorOpen: stage.inspectorOpen
        onSaveRequested: stage.saveRequested()
        onInspectorToggled: stage.inspectorToggled()
    }
    Legend {
        visible: stage.picture.hasPicture && stage.studio.layers.view === "picture"
        anchors.horizontalCenter: view.horizontalCenter
        y: place.y
        groups: stage.studio.layers.glow
    }
    LayerLegend {
        id: place
        visible: stage.picture.hasPicture && stage.studio.layers.view !== "picture"
        x: Math.round(view.zoom.area.x + (view.zoom.area.width - width) / 2)
        y: Math.round(view.zoom.fitted ? view.y + (view.pictureRect.y + view.pictureRect.height + stage.height - view.y - height) / 2
                                       : stage.height - (stage.legendHeight + height) / 2)
        width: Math.min(view.zoom.area.width, view.zoom.columns * view.zoom.cellPixels / view.zoom.ratio)
        studio: stage.studio
        step: view.facts ? view.facts.step : stage.studio.timeline.visibleSteps
    }
    CanvasTools {
        x: 16
        anchors.verticalCenter: view.verticalCenter
        visible: stage.picture.hasPicture && (view.pictureRect.x > width + 24 || !view.zoom.fitted)
        tool: stage.tool
        onChosen: tool => stage.tool = tool
    }
    FilmStrip {
        id: strip
        readonly property bool needed: pictures.count > 1
        anchors.right: parent.right
        anchors.rightMargin: Math.max(12, Math.min(28, (stage.width - view.pictureRect.width) / 4 - width / 2))
        y: view.y
        height: view.height
        visible: needed
        pictures: stage.studio.pictures
        onOlderRequested: stage.studio.page = "gallery"
    }
    HoverCard {
        objectName: "hoverCard"
        studio: stage.studio
        facts: view.visible && !view.moving ? view.facts : null
        target: Qt.rect(view.markedRect.x, view.y + view.markedRect.y, view.markedRect.width, view.markedRect.height)
        bounds: Qt.rect(8, 8, stage.width - 16, stage.height - 16)
        pinned: stage.picture.selectedPosition >= 0
        told: pinned && stage.inspected
    }
    EmptyState {
        anchors.fill: parent
        visible: !stage.picture.hasPicture && !stage.failed
        studio: stage.studio
    }
    ErrorBanner {
        anchors.horizontalCenter: parent.horizontalCenter
        y: stage.picture.hasPicture ? stage.headerHeight + 4 : 20
        width: Math.min(560, stage.width - 48)
        studio: stage.studio
    }
}
