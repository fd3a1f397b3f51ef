pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What the picture shows: a search over the model's classes, the best of them as chips.
Column {
    id: subject

    required property ClassModel classes
    required property PlanSettings plan
    property int lines: 3 // of chips
    property bool titled: true // where there is room for it
    readonly property var rows: source.rows
    readonly property var chosen: Array.from(plan.classIndices)
    readonly property var fitting: fit(rows, width, lines, chosen)

    spacing: 8

    function focusSearch(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    function openPicker(): void {
        picker.open();
    }

    // The rows that fit into `lines` lines of chips; the chosen ones are always among them.
    function fit(all: var, available: real, lines: int, chosen: var): var {
        const widthOf = row => Math.ceil(metrics.advanceWidth(row.name)) + (row.thumbnail.length > 0 ? 44 : 26);
        // Line by line, the first that still has room in it: no line stays half empty for one long name.
        const place = list => {
            const left = list.slice();
            const placed = [];
            for (let line = 0; line < lines; ++line) {
                for (let x = 0; left.length > 0;) {
                    const room = available - x - (line === lines - 1 && left.length > 1 ? 62 : 0); // for "+11"
                    const next = left.findIndex(row => widthOf(row) <= room);
                    if (next < 0 && x > 0)
                        break;
                    const row = left.splice(Math.max(0, next), 1)[0];
                    placed.push(row);
                    x += Math.min(available, widthOf(row)) + 6;
                }
            }
            return placed;
        };
        const placed = place(all);
        if (all.every(row => !chosen.includes(row.classIndex) || placed.includes(row)))
            return placed;
        return place(all.filter(row => chosen.includes(row.classIndex)).concat(all.filter(row => !chosen.includes(row.classIndex))));
    }
    ClassRows {
        id: source
        classes: subject.classes
    }
    FontMetrics {
        id: metrics
        font: Type.label
    }

    SectionHeader {
        width: parent.width
        visible: subject.titled || subject.chosen.length > 1
        title: qsTr("Subject")
        detail: subject.chosen.length > 1 ? qsTr("%n chosen", "", subject.chosen.length) : subject.classes.totalCount
    }
    TextField {
        id: search
        objectName: "classSearch"
        width: parent.width
        placeholderText: subject.titled ? qsTr("Find a subject") : qsTr("Find one of %1 subjects").arg(subject.classes.totalCount)
        iconPath: Icons.search
        keyHint: "/"
        tip: qsTr("Type a part of its name; Enter takes the first one")
        text: subject.classes.filter
        onTextEdited: subject.classes.filter = text
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
        Keys.onEscapePressed: {
            if (text.length === 0)
                focus = false; // keys are the window's again
            subject.classes.filter = "";
        }
        Keys.onReturnPressed: {
            if (subject.fitting.length > 0)
                subject.plan.classIndex = subject.fitting[0].classIndex;
            subject.classes.filter = "";
        }
    }
    Flow {
        width: parent.width
        spacing: 6
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Subjects")

        Repeater {
            model: subject.fitting

            Chip {
                id: chip

                required property var modelData

                objectName: "classChip_" + modelData.classIndex
                width: Math.min(implicitWidth, subject.width)
                text: modelData.name
                thumbnail: modelData.thumbnail
                iconPath: modelData.classIndex < 0 ? Icons.shuffle : ""
                selected: subject.chosen.includes(modelData.classIndex)
                tip: modelData.classIndex < 0 ? qsTr("Let the model choose: no class, no guidance") : ""
                onClicked: subject.plan.classIndex = modelData.classIndex

                MouseArea { // with Ctrl or Shift a click adds; all others belong to the chip
                    anchors.fill: parent
                    onPressed: mouse => mouse.accepted = (mouse.modifiers & (Qt.ControlModifier | Qt.ShiftModifier)) !== 0
                    onClicked: subject.plan.toggleClass(chip.modelData.classIndex)
                }
            }
        }
        Chip {
            objectName: "moreSubjects"
            readonly property int hidden: subject.rows.length - subject.fitting.length
            visible: subject.rows.length > 0
            text: hidden > 0 ? "+" + hidden : qsTr("All")
            tip: qsTr("Show all subjects")
            keys: "Ctrl+O"
            checkable: false
            onClicked: picker.opened ? picker.close() : picker.open()
        }
    }
    Label {
        width: parent.width
        visible: text.length > 0
        text: subject.rows.length === 0 && subject.classes.filter.length > 0 ? qsTr("No subject is called “%1”.").arg(subject.classes.filter) : ""
        font: Type.label
        color: Theme.text2
        wrapMode: Text.Wrap
    }
    Item {
        width: 1
        height: 0

        ClassPicker {
            id: picker
            x: 0
            y: -parent.y + search.y - 8
            classes: subject.classes
            rows: subject.rows
            chosen: subject.chosen
            onPicked: classIndex => subject.plan.classIndex = classIndex
            onToggled: classIndex => subject.plan.toggleClass(classIndex)
        }
    }
}
