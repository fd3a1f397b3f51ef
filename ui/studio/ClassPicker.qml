pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// All subjects at once: to be searched, starred, and chosen, one or (where that is possible) several at a time.
T.Popup {
    id: picker

    required property ClassModel classes
    required property var rows // of the class model, as ClassRows collects them
    required property var chosen // class indices, the first of them leads
    property bool several: true // more than one can be chosen
    signal picked(int classIndex) // alone
    signal toggled(int classIndex)
    property bool wanted: false // not filled before it is opened
    property string scope: "all" // "all", "favourites" or "recent"
    property bool gathering: false // several are being chosen, since it was opened
    readonly property int column: Type.wide(108)
    readonly property bool pictured: rows.some(row => row.thumbnail.length > 0)
    readonly property var shown: {
        if (scope === "favourites")
            return rows.filter(row => row.favourite);
        if (scope === "recent")
            return Array.from(classes.recents).map(index => rows.find(row => row.classIndex === index)).filter(row => row !== undefined);
        return rows;
    }

    objectName: "classPicker"
    implicitWidth: 5 * column + 32
    implicitHeight: Math.min(620, 112 + 1 + Math.max(130, grid.contentHeight + 20) + 40)
    padding: 0
    margins: 8
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    background: Elevation {}
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.panelMs; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverMs; easing.type: Easing.InCubic }
    }
    onAboutToShow: {
        wanted = true;
        scope = "all";
        gathering = false;
        grid.currentIndex = Math.max(0, shown.findIndex(row => row.classIndex === chosen[0]));
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: classes.filter = ""

    function choose(index: int, also: bool): void {
        const row = shown[index];
        if (row === undefined)
            return;
        if (also && several) {
            gathering = true;
            toggled(row.classIndex);
        } else {
            picked(row.classIndex);
            close();
        }
    }
    // Return: several that were chosen stay. What was searched for joins those of this time, and replaces those of before.
    function accept(index: int, searched: bool): void {
        const row = shown[index];
        if (chosen.length < 2 || searched && !gathering) {
            choose(index, false);
            return;
        }
        if (searched && row !== undefined && !chosen.includes(row.classIndex))
            toggled(row.classIndex);
        close();
    }
    function acceptFound(): void {
        accept(Math.max(0, grid.currentIndex), field.length > 0);
    }
    function star(index: int): void {
        if (shown[index] === undefined)
            return;
        grid.kept = { classIndex: shown[grid.currentIndex]?.classIndex, place: grid.currentIndex };
        classes.toggleFavourite(shown[index].classIndex);
    }

    contentItem: Item {
        TextField {
            id: field
            objectName: "pickerSearch"
            x: 16
            y: 16
            width: parent.width - 32
            placeholderText: qsTr("Find a subject")
            iconPath: Icons.search
            text: picker.classes.filter
            onTextEdited: {
                picker.classes.filter = text;
                grid.currentIndex = 0;
            }
            Keys.onDownPressed: grid.forceActiveFocus(Qt.TabFocusReason)
            Keys.onReturnPressed: picker.acceptFound()
            Keys.onEnterPressed: picker.acceptFound()
        }
        SegmentedControl {
            x: 16
            y: 60
            width: Type.wide(300)
            label: qsTr("Which subjects")
            value: picker.scope
            options: [
                { value: "all", label: qsTr("All"), name: "pickerAll", tip: "" },
                { value: "favourites", label: qsTr("Favourites"), name: "pickerFavourites", tip: qsTr("Those with a star") },
                { value: "recent", label: qsTr("Recent"), name: "pickerRecent", tip: qsTr("Those made lately, newest first") }
            ]
            onChosen: value => {
                picker.scope = value;
                grid.currentIndex = 0;
            }
        }
        Label {
            anchors.right: parent.right
            anchors.rightMargin: 16
            y: 60
            height: 32
            text: picker.chosen.length > 1 ? qsTr("%n chosen", "", picker.chosen.length) : qsTr("%n subject(s)", "", picker.shown.filter(row => row.classIndex >= 0).length)
            font: Type.label
            color: picker.chosen.length > 1 ? Theme.accentText : Theme.text3
        }
        Rule {
            y: 108
            width: parent.width
        }
        GridView {
            id: grid

            property var kept: null // {classIndex, place} of the current one, until a star has made the list anew

            objectName: "pickerGrid"
            x: 16
            y: 109
            width: parent.width - 32
            height: parent.height - y - 40
            topMargin: 10
            bottomMargin: 10
            clip: true
            model: picker.wanted ? picker.shown : []
            cellWidth: picker.pictured ? picker.column : Math.floor(picker.column * 5 / 3)
            cellHeight: picker.pictured ? 118 : 36
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            T.ScrollBar.vertical: ScrollThumb {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Subjects")
            Keys.onReturnPressed: picker.accept(currentIndex, false)
            Keys.onEnterPressed: picker.accept(currentIndex, false)
            Keys.onShortcutOverride: event => event.accepted = [Qt.Key_Space, Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down, Qt.Key_S].includes(event.key)
            Keys.onPressed: event => {
                if (event.key === Qt.Key_S)
                    picker.star(currentIndex);
                else if (event.key === Qt.Key_Slash)
                    field.forceActiveFocus(Qt.ShortcutFocusReason);
            }

            onModelChanged: {
                if (kept === null)
                    return;
                const at = picker.shown.findIndex(row => row.classIndex === kept.classIndex);
                currentIndex = at >= 0 ? at : Math.min(kept.place, count - 1);
                kept = null;
                positionViewAtIndex(currentIndex, GridView.Contain);
            }

            delegate: ClassTile {
                required property var modelData

                width: grid.cellWidth
                height: grid.cellHeight
                subject: modelData
                pictured: picker.pictured
                chosen: picker.chosen.includes(modelData.classIndex)
                several: picker.chosen.length > 1
                onPicked: also => picker.choose(index, also)
                onStarred: picker.star(index)
            }
        }
        Label {
            anchors.centerIn: grid
            width: grid.width
            visible: grid.count === 0
            horizontalAlignment: Text.AlignHCenter
            text: picker.classes.filter.length > 0 ? qsTr("No subject is called “%1”.").arg(picker.classes.filter)
                : picker.scope === "favourites" ? qsTr("A click on a subject's star keeps it here.") : qsTr("What you generate appears here.")
            color: Theme.text2
            wrapMode: Text.Wrap
        }
        Label {
            anchors.bottom: parent.bottom
            x: 16
            width: parent.width - 32
            height: 40
            text: picker.several ? qsTr("Ctrl and click, or Space, chooses several. S sets a star.") : qsTr("S sets a star.")
            font: Type.caption
            color: Theme.text3
        }
    }
}
