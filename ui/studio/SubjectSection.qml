pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What the picture shows: a search over the model's classes, the best of them as chips.
Column {
    id: subject

    required property ClassModel classes
    required property PlanSettings plan
    property bool expanded: false
    property int lines: 3 // of chips, while not expanded
    readonly property int mostChips: 60
    property var rows: [] // of the class model, plain values
    readonly property var fitting: fit(rows, width, lines, expanded || classes.filter.length > 0)

    spacing: 8

    function focusSearch(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    // The rows that fit, the chosen one always among them: `lines` lines of chips, or up to `mostChips` when open.
    function fit(all: var, available: real, lines: int, open: bool): var {
        const chosen = all.findIndex(row => row.classIndex === plan.classIndex);
        const widthOf = row => Math.ceil(metrics.advanceWidth(row.name)) + (row.thumbnail.length > 0 ? 44 : 26);
        const order = all.slice();
        if (open)
            return order.slice(0, mostChips);
        const place = list => {
            let x = 0, line = 0;
            for (let i = 0; i < list.length; ++i) {
                const w = Math.min(available, widthOf(list[i]));
                const reserve = line === lines - 1 && i + 1 < list.length ? 52 : 0; // room for "+11"
                if (x > 0 && x + w + reserve > available) {
                    if (line === lines - 1)
                        return i;
                    x = 0;
                    ++line;
                }
                x += w + 6;
            }
            return list.length;
        };
        let count = place(order);
        if (chosen >= count && chosen >= 0) {
            order.splice(0, 0, order.splice(chosen, 1)[0]);
            count = place(order);
        }
        return order.slice(0, count);
    }
    function collect(): void {
        const found = [];
        for (let i = 0; i < source.count; ++i) {
            const row = source.objectAt(i) as ClassRow;
            if (row)
                found.push({ classIndex: row.classIndex, name: row.name, thumbnail: row.thumbnail });
        }
        rows = found;
    }

    Instantiator {
        id: source
        model: subject.classes
        delegate: ClassRow {}
        onObjectAdded: soon.restart()
        onObjectRemoved: soon.restart()
    }
    Timer { // once for a whole reset of the model
        id: soon
        interval: 0
        onTriggered: subject.collect()
    }
    FontMetrics {
        id: metrics
        font: Type.label
    }

    SectionHeader {
        width: parent.width
        title: qsTr("Subject")
        detail: subject.classes.totalCount
    }
    TextField {
        id: search
        objectName: "classSearch"
        width: parent.width
        placeholderText: qsTr("Find a subject")
        iconPath: Icons.search
        keyHint: "/"
        text: subject.classes.filter
        onTextEdited: subject.classes.filter = text
        Keys.onEscapePressed: event => {
            event.accepted = text.length > 0 || subject.expanded;
            subject.classes.filter = "";
            subject.expanded = false;
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
                required property var modelData

                objectName: "classChip_" + modelData.classIndex
                width: Math.min(implicitWidth, subject.width)
                text: modelData.name
                thumbnail: modelData.thumbnail
                iconPath: modelData.classIndex < 0 ? Icons.shuffle : ""
                selected: modelData.classIndex === subject.plan.classIndex
                tip: modelData.classIndex < 0 ? qsTr("Let the model choose: no class, no guidance") : ""
                onClicked: subject.plan.classIndex = modelData.classIndex
            }
        }
        Chip {
            objectName: "moreSubjects"
            readonly property int hidden: subject.rows.length - subject.fitting.length
            visible: (hidden > 0 && !subject.expanded) || (subject.expanded && subject.classes.filter.length === 0)
            enabled: !(subject.expanded || subject.classes.filter.length > 0) || subject.expanded
            text: subject.expanded ? qsTr("Fewer") : "+" + hidden
            tip: subject.expanded ? "" : qsTr("Show all subjects")
            checkable: false
            onClicked: subject.expanded = !subject.expanded
        }
    }
    Label {
        width: parent.width
        visible: text.length > 0
        text: subject.rows.length === 0 && subject.classes.filter.length > 0 ? qsTr("No subject is called “%1”.").arg(subject.classes.filter)
            : subject.expanded && subject.rows.length > subject.mostChips ? qsTr("%1 more: type to find them.").arg(subject.rows.length - subject.mostChips) : ""
        font: Type.label
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
