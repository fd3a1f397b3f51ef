pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What to look for: everything, stars, races, a subject, a number of steps.
Rectangle {
    id: rail

    required property Gallery gallery
    readonly property GalleryFilter filter: gallery.filter
    readonly property int mostSubjects: 9
    property bool expanded: false

    color: Theme.panel

    Rule {
        anchors.right: parent.right
        width: 1
        height: parent.height
        z: 1
    }
    ScrollPane {
        anchors.fill: parent
        anchors.rightMargin: 1

        Column {
            x: 8
            width: rail.width - 17
            topPadding: 12
            bottomPadding: 24
            spacing: 0

            RailRow {
                objectName: "railAll"
                width: parent.width
                text: qsTr("All pictures")
                iconPath: Icons.model
                count: rail.filter.allCount
                current: rail.filter.collection === "all" && rail.filter.subject.length === 0
                onClicked: rail.filter.collection = "all"
            }
            RailRow {
                objectName: "railStarred"
                width: parent.width
                text: qsTr("Starred")
                iconPath: Icons.star
                count: rail.filter.starredCount
                current: rail.filter.collection === "starred"
                onClicked: rail.filter.collection = "starred"
            }
            RailRow {
                objectName: "railRace"
                width: parent.width
                visible: rail.filter.raceCount > 0 || current
                text: qsTr("Race results")
                iconPath: Icons.race
                count: rail.filter.raceCount
                current: rail.filter.collection === "race"
                onClicked: rail.filter.collection = "race"
            }
            Label {
                x: 10
                height: 42
                topPadding: 18
                visible: subjects.count > 0
                text: qsTr("Subjects")
                font: Type.label
                color: Theme.text3
            }
            Repeater {
                id: subjects
                model: rail.expanded ? rail.filter.subjects : Array.from(rail.filter.subjects).slice(0, rail.mostSubjects)

                RailRow {
                    required property var modelData

                    objectName: "railSubject_" + modelData.subject
                    width: rail.width - 17
                    text: modelData.title
                    count: modelData.count
                    thumbnail: modelData.thumbnail
                    current: rail.filter.subject === modelData.subject
                    onClicked: rail.filter.subject = current ? "" : modelData.subject
                }
            }
            RailRow {
                objectName: "railMore"
                width: parent.width
                visible: rail.filter.subjects.length > rail.mostSubjects
                iconPath: rail.expanded ? Icons.chevronUp : Icons.chevronDown
                text: rail.expanded ? qsTr("Fewer") : qsTr("%n more", "", rail.filter.subjects.length - rail.mostSubjects)
                onClicked: rail.expanded = !rail.expanded
            }
            Label {
                x: 10
                height: 42
                topPadding: 18
                visible: range.visible
                text: qsTr("Steps")
                font: Type.label
                color: Theme.text3
            }
            StepsRange {
                id: range
                x: 10
                width: parent.width - 20
                visible: rail.filter.greatestSteps > rail.filter.leastSteps
                filter: rail.filter
            }
        }
    }
}
