pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.Controls
import LpdStudio.Style

// The pages of the window. `pages`: list of {page, label, iconPath, keys}.
Row {
    id: tabs

    required property var pages
    required property string current
    signal chosen(string page)

    spacing: 4
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Repeater {
        model: tabs.pages

        T.TabButton {
            id: tab

            required property var modelData
            readonly property bool on: tabs.current === modelData.page

            objectName: modelData.page + "Tab"
            implicitWidth: content.implicitWidth + 28
            implicitHeight: 32
            checkable: false
            focusPolicy: Qt.StrongFocus
            hoverEnabled: true
            text: modelData.label
            Accessible.name: text
            Accessible.selected: on
            onClicked: tabs.chosen(modelData.page)

            contentItem: Item {
                Row {
                    id: content
                    anchors.centerIn: parent
                    spacing: 8

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        path: tab.modelData.iconPath
                        color: label.color
                    }
                    Label {
                        id: label
                        anchors.verticalCenter: parent.verticalCenter
                        text: tab.text
                        font: Type.bodyStrong
                        color: tab.on ? Theme.text1 : tab.hovered ? Theme.text1 : Theme.text2
                    }
                }
            }
            background: Rectangle {
                radius: Theme.radiusControl
                color: tab.on || tab.hovered ? Theme.hover : Theme.alpha(Theme.hover, 0)

                Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
                FocusRing { control: tab }
            }
            TipHost {
                shown: tab.hovered && !tab.down
                text: tab.text
                keys: tab.modelData.keys
            }
        }
    }
}
