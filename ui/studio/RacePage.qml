pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Style

// The same picture made in several ways, next to each other and on one clock.
Rectangle {
    id: page

    required property StudioApp studio
    required property bool compact
    required property bool wide
    readonly property Race race: studio.race
    readonly property int side: 24
    readonly property int gap: 16
    // Whole pixels, so that the pictures' cells are.
    readonly property int laneWidth: Math.min(860, Math.floor((width - 2 * side - gap * (race.lanes.length - 1)) / race.lanes.length))
    readonly property int contentWidth: laneWidth * race.lanes.length + gap * (race.lanes.length - 1)
    // A card is no taller than its picture needs; what is left is shared out above and below.
    readonly property int cardHeight: Math.min(laneWidth - 40 + 56 + (compact ? 92 : 146), height - header.height - gap - tracks.height - 18)
    readonly property int spare: Math.max(0, Math.floor((height - header.height - cardHeight - gap - tracks.height - 18) / 2))
    /// The middle of the lanes' lower edge, where messages stand.
    readonly property point messagePlace: Qt.point(width / 2, tracks.y)

    color: Theme.bg

    RaceHeader {
        id: header
        x: lanes.x
        y: page.spare
        width: lanes.width
        height: 80
        studio: page.studio
    }
    Row {
        id: lanes
        x: Math.round((page.width - page.contentWidth) / 2)
        anchors.top: header.bottom
        height: page.cardHeight
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
        anchors.top: lanes.bottom
        anchors.topMargin: page.gap
        width: lanes.width
        race: page.race
        compact: page.compact
        wide: page.wide
    }
}
