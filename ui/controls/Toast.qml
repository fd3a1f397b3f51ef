import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// Says in a line or a few what happened; goes by itself after 4 s, or the time it takes to read, and waits while the
// pointer rests on it. What is still going on stays until it is over.
T.Control {
    id: toast

    property string text
    property string actionText
    property bool problem: false
    property bool open: false
    property bool ongoing: false
    property var action: null // what the button does
    property bool takesBack: false
    readonly property bool undoes: open && takesBack

    function show(message: string, isProblem: bool): void {
        offer(message, "", null);
        problem = isProblem;
    }
    // With a button, for what can be taken back.
    function offer(message: string, button: string, run: var): void {
        text = message;
        actionText = button;
        action = run;
        problem = false;
        ongoing = false;
        takesBack = false;
        open = true;
        timer.restart();
    }
    // The same for what Ctrl+Z takes back as long as the message stands.
    function offerUndo(message: string, run: var): void {
        offer(message, qsTr("Undo"), run);
        takesBack = true;
    }
    // With a button that ends it.
    function follow(message: string, button: string, run: var): void {
        offer(message, button, run);
        ongoing = true;
    }
    // What was followed is over, and there is nothing to say of it.
    function settle(): void {
        if (ongoing)
            open = false;
    }

    function act(): void {
        open = false;
        action.call(); // may say something in turn
    }
    function takeKeys(): void {
        (button.visible ? button : dismiss).forceActiveFocus(Qt.ShortcutFocusReason);
    }

    readonly property int widest: Type.wide(460) // a file name in one line

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(40, implicitContentHeight + topPadding + bottomPadding)
    padding: 11
    leftPadding: 14
    rightPadding: 8
    hoverEnabled: true
    visible: opacity > 0
    opacity: open ? 1 : 0
    Behavior on opacity { NumberAnimation { duration: Theme.panelMs; easing.type: Easing.OutCubic } }
    Accessible.ignored: true

    Timer {
        id: timer
        interval: Math.max(4000, 50 * toast.text.length)
        running: toast.open && !toast.hovered && !toast.ongoing && !button.activeFocus && !dismiss.activeFocus
        onTriggered: toast.open = false
    }
    background: Elevation {}
    contentItem: Row {
        spacing: 10
        Accessible.role: Accessible.AlertMessage
        Accessible.name: toast.text

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            path: toast.problem ? Icons.warning : toast.ongoing ? Icons.share : Icons.check
            color: toast.problem ? Theme.danger : toast.ongoing ? Theme.text2 : Theme.accentText
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Math.max(Type.wide(200), toast.widest - (button.visible ? button.width + 10 : 0) - 84))
            text: toast.text
            font: Type.bodyStrong
            wrapMode: Text.Wrap
            maximumLineCount: 6
        }
        Button {
            id: button
            objectName: "toastAction"
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: 28
            visible: toast.actionText.length > 0
            text: toast.actionText
            keys: toast.takesBack ? "Ctrl+Z" : "F6"
            tip: toast.actionText
            onClicked: toast.act()
        }
        IconButton {
            id: dismiss
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: 24
            implicitHeight: 24
            iconSize: 12
            iconPath: Icons.close
            tip: qsTr("Dismiss")
            onClicked: toast.open = false
        }
    }
}
