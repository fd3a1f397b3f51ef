import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// One run of the queue.
T.ItemDelegate {
    id: entry

    required property int index
    required property string title
    required property string detail
    required property string thumbnail
    required property string phase
    required property real progress
    required property real remainingMs
    required property string problem
    required property string hint
    required property GenerationQueue queue
    readonly property bool running: phase === "running"
    readonly property bool broken: phase === "failed"
    signal dragged(real y) // in the list's coordinates

    objectName: "queueItem_" + index
    implicitHeight: 56
    padding: 0
    hoverEnabled: true
    text: title
    Accessible.name: title
    Accessible.description: broken ? problem : detail
    onClicked: ListView.view.currentIndex = index

    readonly property real taken: actions.visible ? actions.width + 12 : left.text.length > 0 ? 64 : 16 // on the right

    function remaining(ms: real): string {
        if (ms < 0)
            return "";
        return ms < 59500 ? qsTr("%1 s").arg(Numbers.fixed(ms / 1000, ms < 9950 ? 1 : 0)) : qsTr("%1 min").arg(Math.round(ms / 60000));
    }

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 6
        anchors.rightMargin: 6
        radius: Theme.radiusControl
        color: entry.hovered || grip.active || entry.ListView.isCurrentItem && entry.ListView.view.activeFocus ? Theme.hover : Theme.alpha(Theme.hover, 0)
        FocusRing { anchors.margins: 0; control: entry; controlRadius: Theme.radiusControl - 4 } // inside, as rows touch
    }
    contentItem: Item {
        Item {
            x: 6
            width: 22
            height: parent.height
            visible: !entry.running

            Icon {
                anchors.centerIn: parent
                path: Icons.grip
                color: entry.hovered || grip.active ? Theme.text2 : Theme.text4
            }
            DragHandler {
                id: grip
                target: null
                cursorShape: active ? Qt.ClosedHandCursor : Qt.OpenHandCursor
                onCentroidChanged: if (active) entry.dragged(entry.ListView.view.mapFromItem(null, 0, centroid.scenePosition.y).y)
            }
        }
        StatusDot {
            x: 14
            anchors.verticalCenter: parent.verticalCenter
            visible: entry.running
        }
        RoundedImage {
            x: 34
            anchors.verticalCenter: parent.verticalCenter
            width: 36
            height: 36
            radius: 7
            source: entry.thumbnail
        }
        Label {
            x: 82
            y: 10
            width: parent.width - x - entry.taken
            text: entry.title
            font: Type.bodyStrong
        }
        Label {
            x: 82
            y: 29
            width: parent.width - x - entry.taken
            visible: !entry.running
            text: entry.broken ? entry.problem : entry.detail
            font: Type.caption
            color: entry.broken ? Theme.danger : Theme.text2
        }
        ProgressLine {
            x: 82
            y: 36
            width: parent.width - x - entry.taken
            implicitHeight: 3
            visible: entry.running
            value: entry.progress
        }
        Label {
            id: left
            anchors.right: parent.right
            anchors.rightMargin: 16
            height: parent.height
            visible: !actions.visible
            text: entry.broken ? "" : entry.remaining(entry.remainingMs)
            font: Type.label
            color: entry.running ? Theme.text1 : Theme.text3
        }
        Row {
            id: actions
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: entry.hovered || entry.broken || entry.ListView.isCurrentItem && entry.ListView.view.activeFocus

            IconButton {
                objectName: "queueRetry_" + entry.index
                visible: entry.broken
                implicitWidth: 28
                implicitHeight: 28
                iconSize: 14
                focusPolicy: Qt.TabFocus // a click leaves the keyboard with the list
                iconPath: Icons.refresh
                tip: entry.hint.length > 0 ? qsTr("Try again. %1").arg(entry.hint) : qsTr("Try again")
                onClicked: entry.queue.retry(entry.index)
            }
            IconButton {
                objectName: "queueRemove_" + entry.index
                implicitWidth: 28
                implicitHeight: 28
                iconSize: 14
                focusPolicy: Qt.TabFocus // a click leaves the keyboard with the list
                iconPath: entry.running ? Icons.stop : Icons.close
                tip: entry.running ? qsTr("Stop") : qsTr("Remove from the queue")
                keys: entry.running ? "Esc" : "Del"
                onClicked: entry.queue.discard(entry.index)
            }
        }
    }
    TipHost {
        shown: entry.hovered && entry.broken
        text: entry.hint.length > 0 ? entry.problem + ". " + entry.hint : entry.problem
    }
}
