pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The model in use; opens the list of those that were found.
T.Button {
    id: picker

    required property ModelLibrary models
    readonly property bool failed: models.state === ModelLibrary.State.Failed

    objectName: "modelPicker"
    implicitHeight: 52
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: models.currentTitle
    Accessible.name: qsTr("Model: %1").arg(models.currentTitle)
    Accessible.description: failed ? models.problem : models.currentDetail
    onClicked: menu.opened ? menu.close() : menu.open()

    background: Rectangle {
        radius: Theme.radiusCard
        color: picker.hovered ? Theme.hover : Theme.field
        border.width: 1
        border.color: picker.failed ? Theme.danger : Theme.lineStrong
        Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
        FocusRing { control: picker; controlRadius: Theme.radiusCard }
    }
    contentItem: Item {
        ModelThumbnail {
            anchors.verticalCenter: parent.verticalCenter
            x: 8
            source: picker.models.hasThumbnails ? "image://classes/" + picker.models.currentName + "/0" : ""
        }
        Label {
            x: 54
            y: 8
            width: parent.width - 84
            text: picker.models.currentTitle.length > 0 ? picker.models.currentTitle : qsTr("No model")
            font: Type.section
        }
        Label {
            // Half a word says less than one fact less.
            readonly property string facts: metrics.advanceWidth(picker.models.currentDetail) <= width ? picker.models.currentDetail
                                                                                                       : qsTr("%n patch(es)", "", picker.models.tokenCount)
            objectName: "modelFacts"
            x: 54
            y: 27
            width: parent.width - 84
            text: picker.models.state === ModelLibrary.State.Loading ? qsTr("Loading…")
                : picker.models.state === ModelLibrary.State.Waiting ? qsTr("Loads when the queue is done")
                : picker.failed ? picker.models.problem : facts
            font: Type.caption
            color: picker.failed ? Theme.danger : Theme.text3

            FontMetrics {
                id: metrics
                font: Type.caption
            }
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: 12
            path: Icons.chevronUpDown
        }
    }
    TipHost {
        shown: picker.hovered && !menu.opened
        text: picker.failed ? picker.models.problemHint : qsTr("Choose a model")
    }

    component ModelThumbnail: Item {
        property alias source: image.source

        width: 36
        height: 36

        Rectangle {
            anchors.fill: parent
            radius: 6
            color: Theme.hover
            visible: !image.loaded

            Icon {
                anchors.centerIn: parent
                path: Icons.model
                color: Theme.text3
            }
        }
        RoundedImage {
            id: image
            anchors.fill: parent
            radius: 6
            fallback: Theme.alpha(Theme.hover, 0)
        }
    }

    T.Popup {
        id: menu
        y: picker.height + 6
        width: Math.max(picker.width, 264)
        padding: 6
        margins: 8
        focus: true
        implicitHeight: Math.min(360, list.contentHeight + 12)
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        background: Elevation {}
        enter: Transition {
            NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
        }
        onAboutToShow: picker.models.rescan()
        onOpened: list.currentIndex = picker.models.currentIndex

        contentItem: ListView {
            id: list
            focus: true
            clip: true
            model: picker.models
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollThumb {}
            Keys.onReturnPressed: if (currentItem) (currentItem as T.ItemDelegate).clicked()
            Keys.onEnterPressed: if (currentItem) (currentItem as T.ItemDelegate).clicked()

            delegate: T.ItemDelegate {
                id: entry

                required property int index
                required property string title
                required property string detail
                required property string problem
                required property bool usable
                required property string thumbnail

                width: ListView.view.width
                implicitHeight: 52
                enabled: usable
                hoverEnabled: true
                text: title
                Accessible.name: title
                Accessible.description: usable ? detail : problem
                onHoveredChanged: if (hovered) ListView.view.currentIndex = index
                onClicked: {
                    picker.models.select(index);
                    menu.close();
                }

                background: Rectangle {
                    radius: 7
                    color: entry.usable && entry.ListView.isCurrentItem ? Theme.hover : Theme.alpha(Theme.hover, 0)
                }
                contentItem: Item {
                    ModelThumbnail {
                        anchors.verticalCenter: parent.verticalCenter
                        x: 8
                        source: entry.thumbnail
                        opacity: entry.usable ? 1 : 0.4
                    }
                    Label {
                        x: 54
                        y: 8
                        width: parent.width - 88
                        text: entry.title
                        font: Type.bodyStrong
                        color: entry.usable ? Theme.text1 : Theme.text3
                    }
                    Label {
                        x: 54
                        y: 26
                        width: parent.width - 62
                        text: entry.usable ? entry.detail : entry.problem
                        font: Type.caption
                        color: entry.usable ? Theme.text2 : Theme.danger
                    }
                    Icon {
                        anchors.right: parent.right
                        anchors.rightMargin: 10
                        y: 10
                        visible: entry.index === picker.models.currentIndex
                        size: 14
                        path: Icons.check
                        color: Theme.accentText
                    }
                }
            }
        }
    }
}
