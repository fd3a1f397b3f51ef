import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The primary action, how far it is, the way out, and what waits behind it.
Item {
    id: footer

    required property GenerationController controller
    required property GenerationQueue queue
    readonly property bool busy: controller.state === GenerationController.State.Generating || controller.state === GenerationController.State.Cancelling
    // Between two runs of the queue, too.
    readonly property bool working: busy || !queue.paused && queue.count > queue.failed

    implicitHeight: 100

    function toggleQueue(): void {
        row.toggle();
    }

    Rule { width: parent.width }
    Button {
        objectName: "generateButton"
        x: 16
        y: 15
        width: footer.width - 32 - (footer.working ? 48 : 0)
        kind: "primary"
        enabled: footer.queue.canEnqueue
        text: qsTr("Generate")
        keys: "Ctrl+Return"
        tip: footer.queue.blockedReason.length > 0 ? footer.queue.blockedReason : footer.working ? qsTr("Waits until the pictures before it are made") : ""
        onClicked: footer.queue.enqueue()
        Behavior on width { NumberAnimation { duration: Theme.toggleMs; easing.type: Easing.OutCubic } }
    }
    IconButton {
        objectName: "cancelButton"
        anchors.right: parent.right
        anchors.rightMargin: 16
        y: 15
        implicitWidth: 40
        implicitHeight: 40
        visible: footer.working
        // Ready is only a moment between two runs: a click that begins there ends in the next one.
        enabled: footer.controller.state === GenerationController.State.Generating || footer.controller.state === GenerationController.State.Ready
        outlined: true
        iconPath: Icons.stop
        tip: qsTr("Stop this one")
        keys: "Esc"
        onClicked: footer.controller.cancel()
    }
    ProgressLine {
        x: 16
        y: 61
        width: footer.width - 32
        implicitHeight: 3
        visible: footer.working
        value: footer.controller.progress
    }
    QueueButton {
        id: row
        x: 8
        y: 67
        width: footer.width - 16
        controller: footer.controller
        queue: footer.queue
        busy: footer.busy
    }
}
