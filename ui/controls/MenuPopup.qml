pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.Style

// A list to choose from. `options`: list of {value, label, detail, enabled, name, thumbnail}; `value` is the checked one.
T.Popup {
    id: menu

    property var options: []
    property var value
    property bool pictured: false
    signal chosen(var value)

    padding: 6
    margins: 8
    implicitWidth: 264
    implicitHeight: list.contentHeight + topPadding + bottomPadding
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: list.currentIndex = Math.max(0, options.findIndex(o => o.value === value))

    background: Elevation {}
    contentItem: ListView {
        id: list
        implicitHeight: contentHeight
        focus: true
        clip: true
        model: menu.options
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollThumb {}
        Accessible.role: Accessible.List
        Keys.onReturnPressed: if (currentItem) (currentItem as T.ItemDelegate).clicked()
        Keys.onSpacePressed: if (currentItem) (currentItem as T.ItemDelegate).clicked()
        Keys.onShortcutOverride: event => event.accepted = event.key !== Qt.Key_Escape

        delegate: T.ItemDelegate {
            id: item

            required property var modelData
            required property int index
            readonly property bool chosen: modelData.value === menu.value

            objectName: modelData.name ?? ""
            width: ListView.view.width
            implicitHeight: menu.pictured ? 48 : modelData.detail ? words.implicitHeight + 14 : 32
            leftPadding: menu.pictured ? 52 : 10
            rightPadding: 32
            enabled: modelData.enabled ?? true
            hoverEnabled: true
            text: modelData.label
            Accessible.name: text
            Accessible.description: modelData.detail ?? ""
            Accessible.selected: chosen
            onHoveredChanged: if (hovered) ListView.view.currentIndex = index
            onClicked: {
                menu.chosen(modelData.value);
                menu.close();
            }

            contentItem: Item {
                Column {
                    id: words
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    spacing: 1

                    Label {
                        width: parent.width
                        text: item.text
                        font: Type.bodyStrong
                        color: item.enabled ? Theme.text1 : Theme.text4
                    }
                    Label {
                        width: parent.width
                        visible: text.length > 0
                        text: item.modelData.detail ?? ""
                        font: Type.caption
                        color: Theme.text2
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                    }
                }
            }
            background: Rectangle {
                radius: 7
                color: item.down ? Theme.pressed : item.ListView.isCurrentItem ? Theme.hover : Theme.alpha(Theme.hover, 0)
            }
            RoundedImage {
                anchors.verticalCenter: parent.verticalCenter
                x: 8
                visible: menu.pictured
                width: 34
                height: 34
                radius: 7
                source: item.modelData.thumbnail ?? ""
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                anchors.right: parent.right
                anchors.rightMargin: 10
                visible: item.chosen
                size: 14
                path: Icons.check
                color: Theme.accentText
            }
        }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs; easing.type: Easing.InCubic }
    }
}
