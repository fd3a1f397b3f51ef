import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What can be done with the chosen pictures.
Item {
    id: bar

    required property Gallery gallery
    required property bool narrow // icons alone
    readonly property int count: gallery.selection.count

    implicitWidth: row.implicitWidth + 28
    implicitHeight: 48
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("%n selected", "", count)

    Elevation { anchors.fill: parent }
    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        x: 18
        spacing: 2

        Label {
            anchors.verticalCenter: parent.verticalCenter
            rightPadding: 14
            text: qsTr("%n selected", "", bar.count)
            font: Type.section
        }
        Rule {
            anchors.verticalCenter: parent.verticalCenter
            width: 1
            height: 20
        }
        Item { width: 6; height: 1 }
        Button {
            objectName: "barRace"
            kind: "ghost"
            enabled: bar.count >= 2 && bar.count <= 4
            iconPath: Icons.race
            text: bar.narrow ? "" : qsTr("Race")
            Accessible.name: qsTr("Race")
            tip: enabled ? qsTr("Let them race: each in its own way, with one subject and seed") : qsTr("Choose two to four pictures to let them race")
            keys: "R"
            onClicked: bar.gallery.raceChosen()
        }
        Button {
            objectName: "barCompare"
            kind: "ghost"
            enabled: bar.count === 2
            iconPath: Icons.compare
            text: bar.narrow ? "" : qsTr("Compare")
            Accessible.name: qsTr("Compare")
            tip: enabled ? qsTr("Look at both at once") : qsTr("Choose two pictures to compare them")
            keys: "C"
            onClicked: bar.gallery.compare()
        }
        Button {
            objectName: "barStar"
            kind: "ghost"
            readonly property string what: bar.gallery.allStarred ? qsTr("Unstar") : qsTr("Star")
            iconPath: bar.gallery.allStarred ? Icons.starFilled : Icons.star
            text: bar.narrow ? "" : what
            Accessible.name: what
            tip: bar.gallery.allStarred ? qsTr("Take the star away") : qsTr("Star")
            keys: "S"
            onClicked: bar.gallery.toggleStar()
        }
        Button {
            objectName: "barExport"
            kind: "ghost"
            iconPath: Icons.share
            text: bar.narrow ? "" : qsTr("Export")
            Accessible.name: qsTr("Export")
            tip: qsTr("As files of another format or size, or on one sheet")
            keys: "Ctrl+E"
            onClicked: bar.gallery.exportChosen()
        }
        IconButton {
            objectName: "barDelete"
            iconPath: Icons.trash
            tip: qsTr("Delete")
            keys: "Del"
            onClicked: bar.gallery.remove()
        }
        IconButton {
            objectName: "barClose"
            iconPath: Icons.close
            iconSize: 14
            tip: qsTr("Clear the selection")
            keys: "Esc"
            onClicked: bar.gallery.selection.clear()
        }
    }
}
