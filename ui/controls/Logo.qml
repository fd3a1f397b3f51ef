import QtQuick
import LpdStudio.Style

// The mark: a 3x3 grid of patches, the newest two lit.
Rectangle {
    id: logo

    readonly property var lights: [0.34, 0.34, 2, 0.42, 0.62, 0.42, 2, 0.62, 0.62]

    implicitWidth: 22
    implicitHeight: 22
    radius: 5
    color: Theme.alpha(Theme.text2, 0.14)

    Grid {
        anchors.centerIn: parent
        columns: 3
        spacing: 1.5

        Repeater {
            model: logo.lights

            Rectangle {
                required property real modelData

                width: 4
                height: 4
                radius: 1.25
                color: modelData > 1 ? Theme.accent : Theme.alpha(Theme.text2, modelData)
            }
        }
    }
}
