import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What went wrong and the way to mend it. Shows the run's error, or the model's where it could not be loaded.
Rectangle {
    id: banner

    required property StudioApp studio
    readonly property GenerationController controller: studio.controller
    readonly property GenerationQueue queue: studio.queue
    readonly property ModelLibrary models: studio.models
    readonly property bool ofRun: controller.errorText.length > 0
    readonly property bool ofModel: !ofRun && models.state === ModelLibrary.State.Failed
    readonly property string message: ofRun ? controller.errorText : ofModel ? models.problem : ""
    readonly property string hint: ofRun ? controller.errorHint : ofModel ? models.problemHint : ""

    objectName: "errorBanner"
    visible: message.length > 0
    height: content.implicitHeight + 28
    radius: Theme.radiusPopover
    color: Theme.popover
    border.width: 1
    border.color: Theme.alpha(Theme.danger, 0.45)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: message + ". " + hint

    Icon {
        x: 16
        y: 16
        path: Icons.warning
        color: Theme.danger
    }
    Column {
        id: content
        x: 44
        y: 14
        width: parent.width - 60
        spacing: 4

        Label {
            width: parent.width - 28
            text: banner.message
            font: Type.section
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: banner.hint
            color: Theme.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Item {
            width: 1
            height: 4
        }
        Row {
            spacing: 8

            Button {
                objectName: "errorFix"
                implicitHeight: 28
                visible: banner.ofRun ? banner.queue.failed > 0 || banner.queue.canEnqueue : true
                iconPath: Icons.refresh
                text: qsTr("Try again")
                onClicked: {
                    if (banner.ofModel) {
                        banner.models.retry();
                    } else {
                        banner.controller.dismissError();
                        if (banner.queue.failed > 0)
                            banner.queue.retryFailed();
                        else
                            banner.queue.enqueue();
                    }
                }
            }
            Button {
                implicitHeight: 28
                visible: banner.ofRun
                kind: "ghost"
                text: qsTr("Back to recommended settings")
                onClicked: {
                    banner.studio.plan.resetToRecommended();
                    banner.controller.dismissError();
                }
            }
        }
    }
    IconButton {
        objectName: "errorDismiss"
        anchors.right: parent.right
        anchors.rightMargin: 10
        y: 10
        implicitWidth: 26
        implicitHeight: 26
        visible: banner.ofRun
        iconSize: 12
        iconPath: Icons.close
        tip: qsTr("Dismiss")
        onClicked: banner.controller.dismissError()
    }
}
