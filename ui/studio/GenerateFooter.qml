import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The primary action, how far it is, and the way out.
Item {
    id: footer

    required property GenerationController controller
    required property PlanSettings plan
    readonly property bool busy: controller.state === GenerationController.State.Generating || controller.state === GenerationController.State.Cancelling

    implicitHeight: 100

    function seconds(ms: real): string {
        return qsTr("%1 s").arg((ms / 1000).toFixed(ms < 9950 ? 1 : 0));
    }

    Rule { width: parent.width }
    Button {
        objectName: "generateButton"
        x: 16
        y: 15
        width: footer.width - 32 - (footer.busy ? 48 : 0)
        kind: "primary"
        enabled: footer.controller.canGenerate
        text: footer.busy ? qsTr("Generating") : qsTr("Generate")
        keys: footer.busy ? "" : "Ctrl+Return"
        tip: footer.busy ? "" : footer.controller.blockedReason
        onClicked: footer.controller.generate()
        Behavior on width { NumberAnimation { duration: Theme.toggleMs; easing.type: Easing.OutCubic } }
    }
    IconButton {
        objectName: "cancelButton"
        anchors.right: parent.right
        anchors.rightMargin: 16
        y: 15
        implicitWidth: 40
        implicitHeight: 40
        visible: footer.busy
        enabled: footer.controller.state === GenerationController.State.Generating
        outlined: true
        iconPath: Icons.stop
        tip: qsTr("Cancel")
        keys: "Esc"
        onClicked: footer.controller.cancel()
    }
    ProgressLine {
        x: 16
        y: 66
        width: footer.width - 32
        visible: footer.busy
        value: footer.controller.progress
    }
    Label {
        x: 16
        y: footer.busy ? 77 : 65
        width: footer.width - 32
        font: Type.label
        color: footer.plan.problem.length > 0 ? Theme.warn : Theme.text3
        height: 20
        text: footer.controller.state === GenerationController.State.Cancelling ? qsTr("Stopping after this step")
            : footer.busy && footer.controller.decoding ? qsTr("Decoding the picture")
            : footer.busy ? (footer.controller.images > 1 ? qsTr("Image %1 of %2 · %3 left").arg(footer.controller.image + 1).arg(footer.controller.images).arg(footer.seconds(footer.controller.remainingMs))
                                                          : qsTr("%1 left").arg(footer.seconds(footer.controller.remainingMs)))
            : footer.controller.blockedReason.length > 0 ? footer.controller.blockedReason
            : footer.controller.lastSummary.length > 0 ? qsTr("Ready · %1").arg(footer.controller.lastSummary) : qsTr("Nothing leaves this computer")
    }
}
