pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Before the first picture, or where nothing answers what is asked for.
Item {
    id: empty

    required property Gallery gallery
    required property bool narrowed
    signal createRequested

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -24
        width: Math.min(380, parent.width - 48)
        spacing: 0

        Grid { // the idea: pictures that fill up
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !empty.narrowed
            columns: 4
            spacing: 8

            Repeater {
                model: 8

                Rectangle {
                    required property int index
                    width: 52
                    height: 52
                    radius: Theme.radiusCard
                    color: index < 5 ? Theme.alpha(Theme.stepColor(index + 2, 8), 0.75) : Theme.cellEmpty
                    border.width: 1
                    border.color: index < 5 ? Theme.alpha(Theme.white, 0.08) : Theme.cellEmptyLine
                }
            }
        }
        Item { width: 1; height: empty.narrowed ? 0 : 28 }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: empty.narrowed ? qsTr("No picture is like this") : qsTr("Every picture you make is kept here")
            font: Type.figureSmall
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Item { width: 1; height: 8 }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: empty.narrowed ? qsTr("Search for a subject, an order, a number of steps, a seed or a date: “sailboat raster 20”, “seed:284119073”, “2026-11”.")
                                 : qsTr("With its seed and its steps, so that you can replay it, use its settings again and compare it with others.")
            color: Theme.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeight: 1.25
        }
        Item { width: 1; height: 20 }
        Button {
            objectName: empty.narrowed ? "clearFilter" : "emptyCreate"
            anchors.horizontalCenter: parent.horizontalCenter
            kind: empty.narrowed ? "secondary" : "primary"
            text: empty.narrowed ? qsTr("Show all pictures") : qsTr("Make the first picture")
            onClicked: empty.narrowed ? empty.gallery.filter.clear() : empty.createRequested()
        }
    }
}
