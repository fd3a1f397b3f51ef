import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// About the patch that is pointed at or chosen: when it was made, why there, and what else it could have been.
Rectangle {
    id: panel

    required property StudioApp studio
    required property int focusPosition // -1 = none
    property bool floating: false
    readonly property PictureView picture: studio.picture
    readonly property var facts: picture.hasPicture && focusPosition >= 0 && picture.stepsMade >= 0 ? picture.cell(focusPosition) : null

    color: Theme.panel

    Rule { height: parent.height }
    Elevation {
        anchors.fill: parent
        z: -1
        visible: panel.floating
        radius: 0
    }
    ScrollPane {
        anchors.fill: parent
        visible: panel.facts !== null

        PatchHeader {
            width: parent.width
            studio: panel.studio
            facts: panel.facts
        }
        WhyHere {
            width: parent.width
            facts: panel.facts
            columns: panel.picture.columns
            steps: panel.picture.steps
        }
        ChoiceList {
            width: parent.width
            facts: panel.facts
        }
    }
    PictureFacts {
        anchors.fill: parent
        visible: panel.facts === null
        studio: panel.studio
    }
}
