import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// About the pinned patch (when it was made, why there, what else it could have been) or the picture as a whole, and
// what is drawn over it.
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
    Rule {
        width: parent.width
        visible: panel.floating
    }
    MouseArea { // what is behind it is not meant
        anchors.fill: parent
        enabled: panel.floating
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }
    Connections {
        target: panel.studio.pictures
        function onCurrentChanged(): void {
            pane.contentY = 0; // another picture: its title first
        }
    }
    ScrollPane {
        id: pane
        objectName: "inspectorPane"
        anchors.fill: parent

        PatchHeader {
            width: parent.width
            visible: panel.facts !== null
            studio: panel.studio
            facts: panel.facts
        }
        WhyHere {
            width: parent.width
            visible: panel.facts !== null
            facts: panel.facts
            columns: panel.picture.columns
            steps: panel.picture.steps
        }
        ChoiceList {
            width: parent.width
            visible: panel.facts !== null
            ruled: true
            facts: panel.facts
        }
        PictureFacts {
            width: parent.width
            visible: panel.facts === null
            studio: panel.studio
        }
        LayersSection {
            width: parent.width
            layers: panel.studio.layers
            preferences: panel.studio.preferences
        }
        LocalitySection {
            objectName: "locality"
            width: parent.width
            visible: panel.facts === null && panel.picture.hasPicture
            picture: panel.picture
            step: panel.studio.timeline.visibleSteps
        }
        StepFacts {
            width: parent.width
            visible: panel.facts === null && panel.picture.hasPicture
            picture: panel.picture
            step: panel.studio.timeline.visibleSteps
        }
        PatchHint {
            width: parent.width
            visible: panel.facts === null
        }
    }
}
