import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// A dialog over the whole window: a title, a body that scrolls, and one way out. Children go into a column.
T.Popup {
    id: sheet

    default property alias body: column.data
    property string title
    property int columnWidth: 560

    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(Math.max(24, (parent.height - height) / 2)) : 0
    width: parent ? Math.min(columnWidth, parent.width - 48) : columnWidth
    height: parent ? Math.min(parent.height - 48, column.implicitHeight + 76) : column.implicitHeight + 76
    padding: 0
    modal: true
    dim: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    background: Elevation {}
    T.Overlay.modal: Rectangle { color: Theme.scrim }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs; easing.type: Easing.InCubic }
    }

    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        Label {
            x: 24
            y: 18
            width: parent.width - 80
            text: sheet.title
            font: Type.title
        }
        IconButton {
            objectName: sheet.objectName + "Close"
            anchors.right: parent.right
            anchors.rightMargin: 14
            y: 13
            iconPath: Icons.close
            tip: qsTr("Close")
            keys: "Esc"
            onClicked: sheet.close()
        }
        Flickable {
            id: pane
            x: 24
            y: 60
            width: parent.width - 48
            height: parent.height - y - 1
            contentWidth: width
            contentHeight: column.implicitHeight + 16
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            T.ScrollBar.vertical: ScrollThumb {}

            Column {
                id: column
                width: sheet.width - 48
            }
        }
        Rectangle { // what goes on below fades out
            x: 24
            y: parent.height - height - 1
            width: parent.width - 48
            height: 36
            visible: opacity > 0
            opacity: pane.atYEnd ? 0 : 1
            gradient: Gradient {
                GradientStop { position: 0; color: Theme.alpha(Theme.popover, 0) }
                GradientStop { position: 1; color: Theme.popover }
            }
            Behavior on opacity { NumberAnimation { duration: Theme.hoverMs } }
        }
    }
}
