pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The newest pictures of this session, newest at the bottom, when there is more than one.
ListView {
    id: strip

    required property PictureList pictures

    signal olderRequested

    objectName: "filmStrip"
    width: 68
    model: pictures
    currentIndex: pictures.current
    spacing: 8
    clip: true
    topMargin: Math.max(pictures.olderLeft ? 44 : 0, (height - (60 + spacing) * pictures.count + spacing) / 2)
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: Theme.panelMs
    highlightRangeMode: ListView.ApplyRange
    preferredHighlightBegin: 68
    preferredHighlightEnd: height - 68
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Pictures of this session")
    T.ScrollBar.vertical: ScrollThumb {}
    // The range is kept when another becomes current, not when there is less room. Later: the range has changed then, too.
    onHeightChanged: Qt.callLater(showCurrent) // qmllint disable

    function showCurrent(): void {
        positionViewAtIndex(currentIndex, ListView.Center);
    }

    Rectangle { // as the stage, where it is not seen: a zoomed picture does not shine through
        objectName: "filmBackdrop"
        readonly property real above: strip.pictures.olderLeft ? 44 : 0
        parent: strip.contentItem
        z: -1
        y: strip.originY - above
        width: strip.width
        height: strip.contentHeight + above
        radius: Theme.radiusPopover
        color: Theme.canvas
    }
    IconButton {
        objectName: "olderPictures"
        parent: strip.contentItem
        x: 14
        y: strip.originY - height - 8
        visible: strip.pictures.olderLeft
        iconPath: Icons.more
        tip: qsTr("Older pictures are in the gallery")
        onClicked: strip.olderRequested()
    }
    delegate: T.ItemDelegate {
        id: frame

        required property int index
        required property string title
        required property string seedText
        required property bool done
        required property var thumbnail
        readonly property bool current: index === strip.pictures.current

        objectName: "film_" + index
        width: 60
        height: 60
        focusPolicy: Qt.StrongFocus
        hoverEnabled: true
        text: title
        Accessible.name: qsTr("%1, seed %2").arg(title).arg(seedText)
        Accessible.selected: current
        onClicked: strip.pictures.current = index

        background: Rectangle {
            radius: 12
            color: "transparent"
            border.width: frame.current ? 2 : 0
            border.color: Theme.accent
            FocusRing { control: frame; controlRadius: 10 }
        }
        contentItem: Item {
            PixelImage {
                anchors.fill: parent
                anchors.margins: 4
                radius: 8
                background: Theme.raised
                image: frame.thumbnail // qmllint disable
                opacity: frame.current || frame.hovered ? 1 : 0.72
                Behavior on opacity { NumberAnimation { duration: Theme.hoverMs } }
            }
        }
        TipHost {
            shown: frame.hovered && !frame.down
            text: frame.seedText.length > 0 ? qsTr("%1 · seed %2").arg(frame.title).arg(frame.seedText) : frame.title
        }
    }
}
