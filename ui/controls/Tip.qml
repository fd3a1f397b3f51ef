import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// A tooltip: one short line, and the shortcut if there is one. Clicks go through it to what it lies over.
T.ToolTip {
    id: tip

    property string keys
    // Of no size, so that no point lies in it: a popup would keep all clicks within it, even where it is not enabled.
    readonly property Item nowhere: Item {}

    Component.onCompleted: contentItem.parent.containmentMask = nowhere

    delay: 500

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + 8 : 0
    implicitWidth: Math.min(320, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: 8
    horizontalPadding: 10
    verticalPadding: 7
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Row {
        spacing: 8

        Label {
            width: Math.min(implicitWidth, 300 - (hint.visible ? hint.width + 8 : 0))
            text: tip.text
            font: Type.label
            color: Theme.text1
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        KeyHint {
            id: hint
            anchors.verticalCenter: parent.verticalCenter
            keys: tip.keys
            color: Theme.text2
        }
    }
    background: Elevation { radius: Theme.radiusControl }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.hoverMs }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs }
    }
}
