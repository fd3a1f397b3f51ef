pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What runs, what waits and what failed: to be put in order, paused, removed and tried again.
T.Popup {
    id: popup

    required property GenerationQueue queue
    required property GenerationController controller
    required property string remainingText

    objectName: "queuePopup"
    implicitWidth: Type.wide(372)
    padding: 0
    margins: 8
    focus: true
    implicitHeight: 48 + 1 + Math.max(needed, mostNeeded) + hint.height
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    // It hangs from below: were it to shrink while it is open, its buttons would move away under the pointer.
    readonly property real needed: Math.min(396, Math.max(72, list.contentHeight + 12))
    property real mostNeeded: 0 // since it was opened
    onNeededChanged: if (visible) mostNeeded = Math.max(mostNeeded, needed)
    onAboutToShow: mostNeeded = needed
    onClosed: mostNeeded = 0
    onOpened: list.forceActiveFocus(Qt.PopupFocusReason)
    background: Elevation {}
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs; easing.type: Easing.InCubic }
    }

    contentItem: Item {
        // The window's own shortcuts rest while it is open.
        Shortcut {
            sequences: ["Ctrl+Return", "Ctrl+Enter"]
            enabled: popup.visible
            onActivated: if (popup.queue.canEnqueue) popup.queue.enqueue()
        }
        Shortcut {
            sequences: ["Ctrl+Shift+Return", "Ctrl+Shift+Enter"]
            enabled: popup.visible
            onActivated: if (popup.queue.canEnqueue) popup.queue.enqueueFirst()
        }
        Shortcut {
            sequence: "Ctrl+P"
            enabled: popup.visible
            onActivated: popup.queue.paused = !popup.queue.paused
        }
        Shortcut {
            sequence: "Ctrl+Z"
            enabled: popup.visible
            onActivated: popup.queue.restoreDiscarded()
        }
        Shortcut {
            sequence: "Q"
            enabled: popup.visible
            autoRepeat: false // held, it opened the list
            onActivated: popup.close()
        }
        Label {
            id: head
            x: 16
            height: 48
            text: qsTr("Queue")
            font: Type.section
        }
        Label {
            x: head.x + head.width + 10
            width: parent.width - x - 88
            height: 48
            text: popup.queue.paused ? qsTr("paused") : popup.remainingText
            font: Type.label
            color: popup.queue.paused ? Theme.warn : Theme.text3
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: 8
            y: 8

            IconButton {
                objectName: "queuePause"
                iconPath: popup.queue.paused ? Icons.play : Icons.pause
                tip: popup.queue.paused ? qsTr("Go on with the queue") : qsTr("Pause after the running one")
                keys: "Ctrl+P"
                onClicked: popup.queue.paused = !popup.queue.paused
            }
            IconButton {
                objectName: "queueClear"
                enabled: popup.queue.waiting + popup.queue.failed > 0
                iconPath: Icons.trash
                tip: qsTr("Remove all that wait")
                onClicked: popup.queue.discardAll()
            }
        }
        Rule {
            y: 48
            width: parent.width
        }
        ListView {
            id: list
            objectName: "queueList"
            y: 49
            width: parent.width
            height: parent.height - y - hint.height
            topMargin: 6
            bottomMargin: 6
            clip: true
            model: popup.queue
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            activeFocusOnTab: true
            T.ScrollBar.vertical: ScrollThumb {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Queue")
            move: Transition { NumberAnimation { property: "y"; duration: Theme.toggleMs; easing.type: Easing.OutCubic } }
            moveDisplaced: Transition { NumberAnimation { property: "y"; duration: Theme.toggleMs; easing.type: Easing.OutCubic } }
            removeDisplaced: Transition { NumberAnimation { property: "y"; duration: Theme.toggleMs; easing.type: Easing.OutCubic } }
            Keys.onDeletePressed: if (currentIndex >= 0) popup.queue.discard(currentIndex)
            Keys.onReturnPressed: if (currentIndex >= 0) popup.queue.retry(currentIndex)
            Keys.onEnterPressed: if (currentIndex >= 0) popup.queue.retry(currentIndex)
            Keys.onUpPressed: event => event.modifiers & Qt.AltModifier ? popup.queue.reorder(currentIndex, currentIndex - 1) : decrementCurrentIndex()
            Keys.onDownPressed: event => event.modifiers & Qt.AltModifier ? popup.queue.reorder(currentIndex, currentIndex + 1) : incrementCurrentIndex()

            delegate: QueueItem {
                width: ListView.view.width
                queue: popup.queue
                onDragged: y => {
                    const target = list.indexAt(1, y + list.contentY);
                    if (target >= 0 && target !== index)
                        popup.queue.reorder(index, target);
                }
            }
        }
        Label {
            anchors.centerIn: list
            visible: list.count === 0
            text: qsTr("Nothing waits.")
            color: Theme.text2
        }
        Label {
            id: hint
            anchors.bottom: parent.bottom
            x: 16
            width: parent.width - 32
            height: 36
            text: popup.queue.waiting > 1 ? qsTr("Drag to change the order, or Alt with the arrow keys.") : qsTr("Ctrl+Enter adds to the end, Ctrl+Shift+Enter to the front.")
            font: Type.caption
            color: Theme.text3
        }
    }
}
