pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// One line on what runs and what waits; opens the queue.
T.AbstractButton {
    id: button

    required property GenerationController controller
    required property GenerationQueue queue
    required property bool busy
    readonly property bool any: queue.count > 0
    readonly property string waits: queue.paused ? qsTr("Paused · %n waiting", "", queue.waiting) : qsTr("%n waiting", "", queue.waiting)

    objectName: "queueButton"
    implicitHeight: 28
    enabled: any
    focusPolicy: any ? Qt.StrongFocus : Qt.NoFocus
    hoverEnabled: true
    text: summary()
    Accessible.name: qsTr("Queue: %1").arg(text)
    onClicked: toggle()

    function toggle(): void {
        popup.opened ? popup.close() : popup.open();
    }
    function about(ms: real): string {
        return ms < 59500 ? qsTr("about %1 s").arg(Math.max(1, Math.round(ms / 1000))) : qsTr("about %1 min").arg(Math.round(ms / 60000));
    }
    function seconds(ms: real): string {
        return qsTr("%1 s").arg(Numbers.fixed(ms / 1000, ms < 9950 ? 1 : 0));
    }
    function summary(): string {
        if (queue.waiting > 0)
            return queue.remainingMs > 0 ? waits + " · " + about(queue.remainingMs) : waits;
        if (controller.state === GenerationController.State.Cancelling)
            return qsTr("Stopping after this step");
        if (busy && controller.decoding)
            return qsTr("Decoding the picture");
        if (busy && controller.images > 1)
            return qsTr("Image %1 of %2 · %3 left").arg(controller.image + 1).arg(controller.images).arg(seconds(controller.remainingMs));
        if (busy)
            return qsTr("%1 left").arg(seconds(controller.remainingMs));
        if (queue.failed > 0)
            return qsTr("%n failed", "", queue.failed);
        if (queue.blockedReason.length > 0)
            return queue.blockedReason;
        return controller.lastSummary.length > 0 ? qsTr("Ready · %1").arg(controller.lastSummary) : qsTr("Nothing leaves this computer");
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: button.hovered && button.any || popup.opened ? Theme.hover : Theme.alpha(Theme.hover, 0)
        Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
        FocusRing { control: button }
    }
    contentItem: Item {
        Row {
            id: thumbnails
            x: 8
            anchors.verticalCenter: parent.verticalCenter
            spacing: -6

            Repeater {
                model: button.queue.waitingThumbnails

                Rectangle {
                    id: frame

                    required property string modelData

                    width: 22
                    height: 22
                    radius: 6
                    color: Theme.panel

                    RoundedImage {
                        anchors.fill: parent
                        anchors.margins: 1
                        radius: 5
                        source: frame.modelData
                    }
                }
            }
        }
        Label {
            id: words
            objectName: "queueWords"
            x: thumbnails.width > 0 ? thumbnails.x + thumbnails.width + 8 : 8
            width: parent.width - x - 30
            height: parent.height
            // Without the time rather than with half of it.
            text: button.queue.waiting > 0 && metrics.advanceWidth(button.text) > width ? button.waits : button.text
            font: Type.label
            color: button.queue.failed > 0 && !button.busy ? Theme.danger
                 : button.queue.blockedReason.length > 0 && !button.busy ? Theme.warn
                 : button.any ? Theme.text2 : Theme.text3

            FontMetrics {
                id: metrics
                font: Type.label
            }
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            visible: button.any
            size: 14
            path: Icons.chevronRight
        }
    }
    TipHost {
        shown: button.hovered && (button.any || words.truncated) && !popup.opened
        text: words.truncated ? words.text : qsTr("Show the queue")
        keys: button.any ? "Q" : ""
    }
    QueuePopup {
        id: popup
        x: 8
        y: -height - 60
        queue: button.queue
        controller: button.controller
        remainingText: button.queue.remainingMs > 0 ? button.about(button.queue.remainingMs) : ""
    }
}
