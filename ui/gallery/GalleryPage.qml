import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Everything that was ever made: what to look for on the left, the pictures, what is known about one on the right.
FocusScope {
    id: page

    required property Gallery gallery
    required property HistoryStore history
    required property Preferences preferences
    required property bool compact
    required property bool wide
    readonly property GallerySelection selection: gallery.selection
    readonly property bool nothingYet: gallery.model.ready && gallery.filter.allCount === 0 && gallery.model.count === 0 && !gallery.filter.narrowed
    /// The middle of the grid's lower edge, where messages stand.
    readonly property point messagePlace: Qt.point(grid.x + grid.width / 2, height - (bar.visible ? bar.height + 16 : 0))
    signal createRequested

    function focusSearch(): void {
        header.focusSearch();
    }

    readonly property bool comparing: gallery.comparison.ready // nothing behind it takes keys
    readonly property Item main: comparing ? comparison : grid
    onVisibleChanged: if (visible) main.forceActiveFocus()
    Component.onCompleted: if (visible) main.forceActiveFocus()
    onMainChanged: if (visible) main.forceActiveFocus()
    Binding {
        target: page.gallery
        property: "watching"
        value: page.visible && Qt.application.state === Qt.ApplicationActive // qmllint disable
    }

    GalleryRail {
        id: rail
        height: parent.height
        width: page.compact ? 216 : page.wide ? 264 : 232
        gallery: page.gallery
        enabled: !page.comparing
    }
    GalleryHeader {
        id: header
        anchors.left: rail.right
        anchors.right: details.left
        height: 62
        gallery: page.gallery
        preferences: page.preferences
        wide: page.wide
        enabled: !page.nothingYet && !page.comparing
        onLeaving: grid.forceActiveFocus()
    }
    Rectangle {
        anchors.fill: grid
        anchors.topMargin: -header.height
        z: -1
        color: Theme.bg
    }
    Rectangle {
        id: problem
        anchors.top: header.bottom
        anchors.left: rail.right
        anchors.right: details.left
        anchors.leftMargin: 20
        anchors.rightMargin: 20
        height: visible ? words.implicitHeight + 20 : 0
        visible: page.history.problem.length > 0
        radius: Theme.radiusControl
        color: Theme.popover
        border.width: 1
        border.color: Theme.alpha(Theme.warn, 0.45)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: words.text

        Icon {
            x: 12
            y: 11
            path: Icons.warning
            color: Theme.warn
        }
        Label {
            id: words
            x: 38
            y: 10
            width: parent.width - x - retry.width - 24
            text: page.history.problem + " " + page.history.problemHint
            color: Theme.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Button {
            id: retry
            objectName: "historyRetry"
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: 28
            enabled: !page.comparing
            text: qsTr("Try again")
            tip: qsTr("Write what waits, now")
            onClicked: page.history.retry()
        }
    }
    GalleryGrid {
        id: grid
        objectName: "galleryGrid"
        anchors.top: problem.visible ? problem.bottom : header.bottom
        anchors.bottom: parent.bottom
        anchors.left: rail.right
        anchors.right: details.left
        focus: true
        gallery: page.gallery
        visible: !page.nothingYet
        enabled: !page.comparing
        wantedTile: page.preferences.galleryTile > 0 ? page.preferences.galleryTile : page.wide ? 200 : 158
    }
    GalleryEmpty {
        anchors.fill: grid
        visible: (page.nothingYet || page.gallery.model.ready && page.gallery.model.count === 0) && page.history.problem.length === 0
        gallery: page.gallery
        narrowed: !page.nothingYet
        onCreateRequested: page.createRequested()
    }
    ActionBar {
        id: bar
        objectName: "actionBar"
        x: Math.round(grid.x + (grid.width - width) / 2)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        visible: page.selection.count > 0
        enabled: !page.comparing
        gallery: page.gallery
        narrow: grid.width < Type.wide(680)
    }
    DetailsPanel {
        id: details
        height: parent.height
        anchors.right: parent.right
        width: Type.wide(page.compact ? 288 : page.wide ? 360 : 320)
        gallery: page.gallery
        enabled: !page.nothingYet && !page.comparing
    }
    CompareView {
        id: comparison
        objectName: "compareView"
        anchors.fill: parent
        visible: page.comparing
        gallery: page.gallery
    }
}
