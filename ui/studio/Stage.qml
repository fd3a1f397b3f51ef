import QtQuick
import LpdStudio.App
import LpdStudio.Style

// The picture, large, with what is known about it at the moment around it.
Rectangle {
    id: stage

    required property StudioApp studio
    readonly property PictureView picture: studio.picture
    readonly property int hoveredPosition: view.visible ? view.hoveredPosition : -1
    readonly property int headerHeight: 52
    readonly property int legendHeight: 48
    readonly property bool failed: studio.models.state === ModelLibrary.State.Failed

    color: Theme.canvas
    clip: true

    StageHeader {
        width: parent.width
        height: stage.headerHeight
        visible: stage.picture.hasPicture
        studio: stage.studio
    }
    CanvasView {
        id: view
        objectName: "canvas"
        visible: stage.picture.hasPicture
        area: Qt.rect(12, stage.headerHeight, stage.width - 24, stage.height - stage.headerHeight - stage.legendHeight)
        studio: stage.studio
    }
    Legend {
        visible: stage.picture.hasPicture
        anchors.horizontalCenter: view.horizontalCenter
        y: Math.round(view.y + view.height + (stage.height - view.y - view.height - height) / 2)
    }
    FilmStrip {
        anchors.right: parent.right
        anchors.rightMargin: Math.max(12, Math.min(28, (stage.width - view.width) / 4 - width / 2))
        y: view.y
        height: view.height
        visible: stage.studio.pictures.count > 1
        pictures: stage.studio.pictures
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
