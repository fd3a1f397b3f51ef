import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// All that is known about one picture, and what can be done with it.
Rectangle {
    id: panel

    required property Gallery gallery
    readonly property GalleryDetails details: gallery.details

    color: Theme.panel

    Rule {
        width: 1
        height: parent.height
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 48
        visible: !panel.details.hasPicture
        spacing: 12

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            path: panel.details.problem.length > 0 ? Icons.warning : Icons.cursor
            color: panel.details.problem.length > 0 ? Theme.warn : Theme.text3
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: panel.details.problem.length > 0 ? panel.details.problem + "." : qsTr("Choose a picture to see how it was made.")
            color: Theme.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeight: 1.25
        }
    }
    ScrollPane {
        anchors.top: parent.top
        anchors.bottom: footer.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: 1
        visible: panel.details.hasPicture

        Column {
            x: 16
            width: panel.width - 33
            topPadding: 16
            bottomPadding: 16
            spacing: 0

            RoundedImage {
                id: picture
                objectName: "detailsPicture"
                width: parent.width
                height: width
                radius: Theme.radiusPopover
                source: panel.details.source
                Accessible.role: Accessible.Graphic
                Accessible.name: panel.details.title
                Drag.dragType: Drag.Automatic
                Drag.supportedActions: Qt.CopyAction
                Drag.active: drag.active && panel.details.hasPicture
                Drag.mimeData: ({ "text/uri-list": "file://" + panel.details.file.split("/").map(encodeURIComponent).join("/") })

                DragHandler {
                    id: drag
                    target: null
                    dragThreshold: 8
                    grabPermissions: PointerHandler.CanTakeOverFromAnything // the panel would scroll
                }
                HoverHandler {
                    id: hover
                    cursorShape: Qt.OpenHandCursor
                }
                TipHost {
                    shown: hover.hovered && !drag.active
                    text: qsTr("Drag it to another program")
                }
            }
            Item { width: 1; height: 12 }
            GroupBars {
                width: parent.width
                sizes: panel.details.groupSizes
            }
            Item { width: 1; height: 14 }
            Item {
                width: parent.width
                height: 44

                Label {
                    width: parent.width - 72
                    text: panel.details.title
                    font: Type.title
                }
                Label {
                    y: 24
                    width: parent.width
                    text: panel.details.when
                    font: Type.label
                    color: Theme.text3
                }
                Row {
                    anchors.right: parent.right
                    anchors.rightMargin: -6
                    y: -5

                    IconButton {
                        objectName: "detailsStar"
                        iconPath: panel.details.starred ? Icons.starFilled : Icons.star
                        ink: panel.details.starred ? Theme.star : hovered ? Theme.text1 : Theme.text2
                        tip: panel.details.starred ? qsTr("Take the star away") : qsTr("Star")
                        keys: "S"
                        onClicked: panel.gallery.toggleStar()
                    }
                    IconButton {
                        id: more
                        objectName: "detailsMore"
                        iconPath: Icons.more
                        tip: qsTr("More")
                        onClicked: menu.open()

                        MenuPopup {
                            id: menu
                            x: more.width - implicitWidth
                            y: more.height + 4
                            implicitWidth: 220
                            options: [
                                { value: "reveal", label: qsTr("Show in folder"), name: "detailsReveal" },
                                { value: "remove", label: qsTr("Delete"), name: "detailsRemove" }
                            ]
                            onChosen: value => value === "reveal" ? panel.gallery.reveal() : panel.gallery.remove()
                        }
                    }
                }
            }
            Item { width: 1; height: 12 }
            Button {
                objectName: "detailsUse"
                width: parent.width
                kind: "primary"
                iconPath: Icons.undo
                text: qsTr("Use these settings")
                tip: qsTr("The next picture is made with everything as here, the seed included")
                keys: "U"
                onClicked: panel.gallery.recall("all")
            }
            Item { width: 1; height: 8 }
            Row {
                width: parent.width
                spacing: 8

                Button {
                    objectName: "detailsReplay"
                    width: (parent.width - 8) / 2
                    iconPath: Icons.play
                    text: qsTr("Replay")
                    tip: qsTr("Show how it was made, step by step")
                    keys: "Return"
                    onClicked: panel.gallery.replay()
                }
                Button {
                    objectName: "detailsRemix"
                    width: (parent.width - 8) / 2
                    iconPath: Icons.shuffle
                    text: qsTr("Remix")
                    tip: qsTr("The same settings with a new seed")
                    keys: "M"
                    onClicked: panel.gallery.recall("remix")
                }
            }
            Item { width: 1; height: 8 }
            Button {
                objectName: "detailsRace"
                width: parent.width
                iconPath: Icons.race
                text: qsTr("Race")
                tip: qsTr("Let it race against other orders: same subject, seed and settings")
                keys: panel.gallery.selection.count < 2 ? "R" : "" // then it is the bar's
                onClicked: panel.gallery.race()
            }
            Item { width: 1; height: 14 }
            FactRow {
                width: parent.width
                name: qsTr("Seed")
                value: panel.details.seedText
                useTip: qsTr("Use this seed")
                useName: "useSeed"
                onUsed: panel.gallery.recall("seed")
            }
            FactRow {
                width: parent.width
                visible: panel.details.indexText.length > 0
                name: qsTr("Image")
                value: panel.details.indexText
            }
            FactRow {
                width: parent.width
                name: qsTr("Steps")
                value: qsTr("%1 · %2").arg(panel.details.steps).arg(panel.details.orderLabel)
                useTip: qsTr("Use these steps and this order")
                useName: "useSteps"
                onUsed: panel.gallery.recall("steps")
            }
            FactRow {
                width: parent.width
                name: qsTr("Guidance")
                value: Numbers.fixed(panel.details.guidance, 1)
                useTip: qsTr("Use this guidance")
                useName: "useGuidance"
                onUsed: panel.gallery.recall("guidance")
            }
            FactRow {
                readonly property var sizes: panel.details.groupSizes
                width: parent.width
                name: qsTr("Group size")
                value: sizes.length === 0 ? "" : sizes[0] === sizes[sizes.length - 1] ? sizes[0] : qsTr("%1 → %2").arg(sizes[0]).arg(sizes[sizes.length - 1])
            }
            FactRow {
                width: parent.width
                name: qsTr("Model")
                value: panel.details.modelTitle
                valueTip: panel.details.modelName === value ? "" : panel.details.modelName
                useTip: qsTr("Use this model")
                useName: "useModel"
                onUsed: panel.gallery.recall("model")
            }
        }
    }
    Item {
        id: footer
        anchors.bottom: parent.bottom
        width: parent.width
        height: 52
        visible: panel.details.hasPicture

        Rule { width: parent.width }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            x: 17
            width: parent.width - x - exporting.width - 24
            text: panel.details.sizeText
            font: Type.label
            color: Theme.text3
        }
        Button {
            id: exporting
            objectName: "detailsExport"
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: 16
            implicitHeight: 28
            iconPath: Icons.share
            text: qsTr("Export")
            tip: qsTr("As a file of another format or size")
            keys: "Ctrl+E"
            onClicked: panel.gallery.exportChosen()
        }
    }
}
