import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The step that is shown: what it made, and why there.
Section {
    id: section

    required property PictureView picture
    required property int step // from 1
    // Asked anew when the step is made and when its pixels are there.
    readonly property var facts: visible && picture.stepsMade >= 0 && picture.finished !== undefined ? picture.stepFacts(step) : null
    readonly property int columns: 9
    readonly property real pitch: (width - 32 + 5) / columns
    readonly property int lines: facts ? Math.min(4, Math.ceil(facts.patches / columns)) : 0
    readonly property bool made: facts !== null && step <= picture.stepsMade

    spacing: 2

    SectionHeader {
        width: parent.width
        strong: true
        title: qsTr("Step %1").arg(section.step)
        detail: section.facts === null ? "" : qsTr("%n patch(es)", "", section.facts.patches)
    }
    Item { width: 1; height: 6 }
    PixelImage {
        width: parent.width
        height: visible ? Math.round(section.lines * section.pitch - 5) : 0
        visible: section.made
        image: section.made ? section.facts.looks : undefined
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Patches of step %1").arg(section.step)
    }
    Item { width: 1; height: section.made ? 6 : 0 }
    ValueRow {
        visible: section.facts !== null && section.facts.proximity > 0
        name: qsTr("Chosen by proximity")
        value: visible ? section.facts.proximity : ""
    }
    ValueRow {
        visible: section.facts !== null && section.facts.spread > 0
        name: qsTr("Chosen to spread out")
        value: visible ? section.facts.spread : ""
    }
    ValueRow {
        visible: section.facts !== null && section.facts.ms > 0
        name: qsTr("Time")
        value: visible ? qsTr("%1 ms").arg(Math.round(section.facts.ms)) : ""
    }
}
