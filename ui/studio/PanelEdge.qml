import QtQuick
import LpdStudio.Style

// The edge of a side panel: drag to resize, double-click to reset.
MouseArea {
    id: edge

    required property real panelWidth
    property bool fromRight: false
    signal resized(int size)
    signal reset
    property real startX: 0
    property real startWidth: 0

    width: 8
    hoverEnabled: true
    cursorShape: Qt.SplitHCursor
    preventStealing: true
    onPressed: mouse => {
        startX = mapToItem(null, mouse.x, 0).x;
        startWidth = panelWidth;
    }
    onPositionChanged: mouse => {
        if (!pressed)
            return;
        const moved = mapToItem(null, mouse.x, 0).x - startX;
        resized(Math.round(Math.min(420, Math.max(264, startWidth + (fromRight ? -moved : moved)))));
    }
    onDoubleClicked: reset()

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 2
        height: parent.height
        color: Theme.accent
        opacity: edge.pressed ? 1 : edge.containsMouse ? 0.5 : 0
        Behavior on opacity { NumberAnimation { duration: Theme.panelMs } }
    }
}
