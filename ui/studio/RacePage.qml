pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Style

// The same picture made in several ways, next to each other and on one clock.
Rectangle {
    id: page

    required property StudioApp studio
    required property bool compact
    readonly property Race race: studio.race
    readonly property int side: 24
    readonly property int gap: 16
    // Whole pixels, so that the pictures' cells are.
    readonly property int laneWidth: Math.min(760, Math.floor((width - 2 * side - gap * (race.lanes.length - 1)) / race.lanes.length))
    readonly property int contentWidth: laneWidth * race.lanes.length + gap * (race.lanes.length - 1)
    /// The middle of the lanes' lower edge, where messages stand.
    readonly property point messagePlace: Qt.point(width / 2, tracks.y)

    color: Theme.bg

    RaceHeader {
        id: header
        x: lanes.x
        width: lanes.width
        height: 80
        studio: page.studio
    }
    Row {
        id: lanes
        x: Math.round((page.width - page.contentWidth) / 2)
        anchors.top: header.bottom
        anchors.bottom: tracks.top
        anchors.bottomMargin: page.gap
        width: page.contentWidth
        spacing: page.gap

        Repeater {
            model: page.race.lanes

            LaneCard {
                required property RaceLane modelData
                required property int index

                width: page.laneWidth
                height: lanes.height
                studio: page.studio
                lane: modelData
                number: index
                compact: page.compact
            }
        }
    }
    RaceTracks {
        id: tracks
        x: lanes.x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 18
        width: lanes.width
        race: page.race
        compact: page.compact
    }
}
