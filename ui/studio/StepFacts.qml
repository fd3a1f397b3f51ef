import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The step that is shown: what it made, and why there. As high for every step of a picture, so that nothing moves while
// one goes through them.
Section {
    id: section

    required property PictureView picture
    required property int step // from 1; 0 = before the first
    // Asked anew when the step is made and when its pixels are there.
    readonly property var facts: visible && picture.stepsMade >= 0 && picture.finished !== undefined ? picture.stepFacts(step) : null
    readonly property int columns: 9
    readonly property real pitch: (width - 32 + 5) / columns
    readonly property int mostLines: linesOf(Math.max(0, ...Array.from(picture.groupSizes)))
    // By a rule, not by a pattern: that holds for all patches of a picture or for none.
    readonly property bool chosen: picture.stepOfPosition.length > 0 && picture.cell(0)?.pick !== "pattern"
    readonly property bool made: facts !== null && step <= picture.stepsMade

    spacing: 2

    function linesOf(patches: int): int {
        return Math.min(4, Math.ceil(patches / columns));
    }
    function heightOf(lines: int): int {
        return Math.max(0, Math.round(lines * pitch - 5));
    }

    SectionHeader {
        width: parent.width
        strong: true
        title: qsTr("Step %1").arg(section.step)
        detail: section.facts === null ? "" : qsTr("%n patch(es)", "", section.facts.patches)
    }
    Item { width: 1; height: 6 }
    Item {
        width: parent.width
        height: section.heightOf(section.mostLines)

        PixelImage {
            width: parent.width
            height: section.made ? section.heightOf(section.linesOf(section.facts.patches)) : 0
            visible: section.made
            image: section.made ? section.facts.looks : undefined
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Patches of step %1").arg(section.step)
        }
    }
    Item { width: 1; height: 6 }
    Column {
        width: parent.width
        height: (section.chosen ? 3 : 1) * (time.implicitHeight + spacing) - spacing
        spacing: 2

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
            id: time
            visible: section.facts !== null && section.facts.ms > 0
            name: qsTr("Time")
            value: visible ? qsTr("%1 ms").arg(Math.round(section.facts.ms)) : ""
        }
    }
}
