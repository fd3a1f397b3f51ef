import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Steps over time: how many patches each made, how long it took, and which is shown.
Rectangle {
    id: panel

    required property StudioApp studio
    property bool showMs: true
    property int maxBar: 68
    readonly property int contentWidth: Math.min(1600, width - 40)

    color: Theme.panel

    Rule { width: parent.width }
    TransportBar {
        x: Math.round((panel.width - panel.contentWidth) / 2)
        width: panel.contentWidth
        height: 46
        studio: panel.studio
    }
    TimelineBars {
        x: Math.round((panel.width - panel.contentWidth) / 2)
        y: 44
        width: panel.contentWidth
        height: panel.height - y - 8
        studio: panel.studio
        showMs: panel.showMs
        maxBar: panel.maxBar
    }
}
