import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Search, what the pictures are narrowed to, their order and their size.
Item {
    id: header

    required property Gallery gallery
    required property Preferences preferences
    required property bool wide
    readonly property GalleryFilter filter: gallery.filter
    readonly property bool roomy: width > Type.wide(700)
    signal leaving // the keyboard goes back to the pictures

    function focusSearch(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    TextField {
        id: search
        objectName: "gallerySearch"
        anchors.verticalCenter: parent.verticalCenter
        x: 20
        readonly property string wholeHint: qsTr("Subject, order, steps, seed or date")
        width: Math.min(Type.wide(300), header.width - 40 - chips.width - tools.width - 24)
        placeholderText: metrics.advanceWidth(wholeHint) + 44 < width - leftPadding ? wholeHint : qsTr("Search")
        iconPath: Icons.search
        keyHint: "/"
        text: header.filter.search
        onTextEdited: soon.restart()
        Accessible.description: qsTr("For example: sailboat raster 20, seed:284119073, steps:8-32, 2026-11, yesterday")
        Keys.onEscapePressed: {
            header.filter.search = "";
            header.leaving();
        }
        Keys.onReturnPressed: {
            soon.stop();
            header.filter.search = text;
            header.leaving();
        }
        Keys.onDownPressed: header.leaving()

        FontMetrics {
            id: metrics
            font: search.font
        }
        Timer {
            id: soon
            interval: 120
            onTriggered: header.filter.search = search.text
        }
        TipHost {
            shown: search.hovered && !search.activeFocus
            text: search.Accessible.description
            keys: "/"
        }
    }
    Row {
        id: chips
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: search.right
        anchors.leftMargin: 8
        spacing: 6

        component FilterChip: Chip {
            selected: true
            checkable: false
            iconPath: Icons.close
            tip: qsTr("Take this filter away")
            Accessible.name: qsTr("Take the filter %1 away").arg(text)
        }
        FilterChip {
            objectName: "orderChip"
            visible: header.filter.order.length > 0
            text: header.filter.orderLabel(header.filter.order)
            onClicked: header.filter.order = ""
        }
        FilterChip {
            objectName: "modelChip"
            visible: header.filter.model.length > 0
            text: header.filter.modelLabel(header.filter.model)
            onClicked: header.filter.model = ""
        }
        Chip {
            id: add
            objectName: "addFilter"
            visible: (header.filter.order.length === 0 || header.filter.model.length === 0) && header.filter.choices.length > 0
            checkable: false
            iconPath: Icons.plus
            text: qsTr("Filter")
            tip: qsTr("Only one order or one model")
            onClicked: menu.open()

            MenuPopup {
                id: menu
                y: add.height + 6
                implicitWidth: 220
                options: Array.from(header.filter.choices).filter(choice => choice.value.startsWith("order:") ? header.filter.order.length === 0 : header.filter.model.length === 0)
                onChosen: value => header.filter.choose(value)
            }
        }
    }
    Row {
        id: tools
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: 20
        spacing: 12

        Button {
            objectName: "sortButton"
            anchors.verticalCenter: parent.verticalCenter
            kind: "ghost"
            iconPath: header.filter.oldestFirst ? Icons.sortUp : Icons.sortDown
            text: header.roomy ? header.filter.oldestFirst ? qsTr("Oldest") : qsTr("Newest") : ""
            tip: header.filter.oldestFirst ? qsTr("Oldest first; click for the newest") : qsTr("Newest first; click for the oldest")
            onClicked: header.filter.oldestFirst = !header.filter.oldestFirst
        }
        Slider {
            objectName: "tileSlider"
            anchors.verticalCenter: parent.verticalCenter
            width: 80
            tip: qsTr("Size of the pictures")
            from: 104
            to: 288
            value: header.preferences.galleryTile > 0 ? header.preferences.galleryTile : header.wide ? 200 : 158
            onMoved: header.preferences.galleryTile = Math.round(value)
        }
    }
}
