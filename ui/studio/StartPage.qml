pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Canvas
import LpdStudio.Controls
import LpdStudio.Style

// What a person sees first: how a picture comes into being, in four stages of the plan, and the button that makes one.
Rectangle {
    id: page

    required property StudioApp studio
    readonly property PlanSettings plan: studio.plan
    readonly property int steps: plan.steps
    readonly property bool local: plan.orderKind === "lpd"
    readonly property bool loading: studio.controller.state === GenerationController.State.Loading
    readonly property var planned: visible ? plan.plannedSteps : []
    readonly property var sizes: visible ? Array.from(plan.groupSizes) : []
    /// Steps, from 1, that the stages stand at; the last is the finished picture.
    readonly property var stages: [...new Set([1, Math.round(steps * 0.35), Math.round(steps * 0.7), steps])].filter(step => step >= 1)
    // The count is named so that both are asked anew when a model has been found.
    readonly property var picture: studio.classes.pictureOf(studio.classes.totalCount > 0 ? plan.classIndex : -1)
    readonly property bool pictured: studio.classes.totalCount > 0 && studio.classes.thumbnailOf(plan.classIndex).length > 0
    readonly property real ratio: Screen.devicePixelRatio
    readonly property real wide: Math.min(Math.max(1120, Math.round(width * 0.7)), width - 96)
    readonly property bool roomy: height > 1000
    readonly property real stageGap: Math.round(wide * 0.025)
    readonly property int columns: studio.models.columns
    readonly property int rows: studio.models.rows
    readonly property real roomForStages: Math.max(96, height - Type.wide(roomy ? 400 : 330) - 2 * gap)
    readonly property int cellPixels: Math.max(2, Math.floor(Math.min((wide - 3 * stageGap) / 4 / columns, roomForStages / rows) * ratio))
    readonly property int gap: roomy ? 56 : height > 760 ? 40 : 24
    readonly property int tileSide: roomy ? 60 : 44
    property real made // steps, of the picture that comes into being

    signal pickerRequested

    color: Theme.canvas

    // Once the model is there: one that loads has the processor.
    NumberAnimation on made {
        running: page.visible && !Theme.reducedMotion && !page.loading
        from: 0
        to: page.steps
        duration: 2800
    }
    MouseArea { anchors.fill: parent } // what is behind it is not meant

    component StageCanvas: PatchCanvas {
        required property int upTo // steps
        readonly property bool last: upTo >= page.steps
        readonly property int reached: Theme.reducedMotion ? page.steps : Math.floor(page.made)

        width: columns * page.cellPixels / page.ratio
        height: rows * page.cellPixels / page.ratio
        columns: page.columns
        rows: page.rows
        picture: page.picture // qmllint disable
        pictureMix: page.pictured ? 1 : 0
        layerMix: page.pictured ? 0 : 1
        blend: 1
        stepOfPosition: page.planned
        steps: page.steps
        shownSteps: Math.min(reached, last ? upTo : upTo - 1)
        currentGroup: shownSteps < page.steps ? shownSteps : -1
        reducedMotion: Theme.reducedMotion
        emptyFill: Theme.cellEmpty
        emptyLine: Theme.cellEmptyLine
        glow: Theme.reducedMotion ? Theme.alpha(Theme.glow, 0) : Theme.glow
        glowEdge: Theme.glowEdge
        stepStops: Theme.stepStops
        Accessible.role: Accessible.Graphic
    }
    component SubjectTile: T.RadioButton {
        id: tile
        property string thumbnail
        property bool chosen: false

        width: page.tileSide
        height: page.tileSide
        focusPolicy: Qt.StrongFocus
        hoverEnabled: true
        checked: chosen
        Accessible.name: text
        background: Rectangle {
            anchors.fill: parent
            anchors.margins: -4
            radius: Theme.radiusCard + 3
            color: "transparent"
            border.width: tile.chosen ? 2 : 0
            border.color: Theme.accent
        }
        contentItem: RoundedImage {
            source: tile.thumbnail
            opacity: tile.chosen || tile.hovered ? 1 : 0.8
        }
        FocusRing {
            anchors.margins: -8
            controlRadius: Theme.radiusCard + 3
            control: tile
        }
        TipHost {
            id: tileTip
            shown: tile.hovered || tile.visualFocus
            text: tile.text
        }
        Binding { // below it would cover the button, which says what is chosen
            target: tileTip.tip
            property: "y"
            value: -12 - (tileTip.tip?.implicitHeight ?? 0)
            when: tileTip.tip !== null
        }
    }

    Column {
        id: words
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(16, Math.round((parent.height - height) * 0.45))
        width: page.wide

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("A picture in %n step(s)", "", page.steps)
            font: Type.hero
        }
        Item { width: 1; height: 8 }
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, page.wide)
            text: page.local ? qsTr("Patches are made many at a time: near finished ones, kept apart from each other.") : qsTr("Patches are made many at a time, in the order shown here.")
            font: Type.lead
            color: Theme.text2
        }
        Item { width: 1; height: page.gap }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: page.stageGap

            Repeater {
                model: page.stages

                Column {
                    id: stage
                    required property int modelData
                    required property int index
                    readonly property int patches: page.sizes[modelData - 1] ?? 0
                    spacing: 12

                    StageCanvas {
                        id: canvas
                        upTo: stage.modelData
                        Accessible.name: caption.text
                    }
                    Label {
                        id: caption
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Math.min(implicitWidth, canvas.width + page.stageGap - 8)
                        font: Type.bodyStrong
                        text: canvas.last ? qsTr("Done in %n step(s)", "", page.steps)
                            : !page.local ? qsTr("Step %1").arg(stage.modelData)
                            : stage.index === 0 ? qsTr("%n patch(es) first", "", stage.patches)
                            : stage.index === 1 ? qsTr("Neighbours follow, kept apart") : qsTr("Groups grow")
                    }
                }
            }
        }
        Item { width: 1; height: 16 }
        Item {
            id: bars
            readonly property int count: page.sizes.length
            readonly property real pitch: count > 0 ? width / count : width
            readonly property real space: pitch > 24 ? 6 : pitch > 3 ? 1 : 0
            readonly property int largest: count > 0 ? Math.max(...page.sizes) : 1

            anchors.horizontalCenter: parent.horizontalCenter
            width: 4 * page.columns * page.cellPixels / page.ratio + 3 * page.stageGap
            height: page.roomy ? 96 : 56
            Accessible.role: Accessible.Chart
            Accessible.name: qsTr("Patches of each step")

            Repeater {
                model: bars.count

                Rectangle {
                    id: bar
                    required property int index
                    readonly property bool marked: page.stages.includes(index + 1)
                    readonly property bool tall: height > 22

                    x: index * bars.pitch + bars.space / 2
                    y: bars.height - height
                    width: Math.max(0.5, bars.pitch - bars.space)
                    height: Math.max(3, bars.height * (page.sizes[index] ?? 0) / bars.largest)
                    radius: Math.min(Theme.radiusCell, width / 3)
                    color: Theme.alpha(Theme.stepColor(index + 1, bars.count), marked ? 1 : 0.4)

                    Label {
                        visible: bar.marked && bars.pitch > 20
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: bar.tall ? 4 : -height - 2
                        text: page.sizes[bar.index] ?? ""
                        font: Type.tag
                        color: bar.tall ? Theme.onStep(Theme.stepColor(bar.index + 1, bars.count)) : Theme.text2
                    }
                }
            }
        }
        Item { width: 1; height: page.gap }
        Row {
            id: tiles
            readonly property int most: 8
            readonly property int chosen: page.plan.classIndex
            property var shown: []

            anchors.horizontalCenter: parent.horizontalCenter
            visible: shown.length > 0
            spacing: 14
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Subjects")
            onChosenChanged: if (!shown.some(row => row.classIndex === chosen)) choose()

            // The chosen one is always among them.
            function choose(): void {
                const pictured = source.rows.filter(row => row.thumbnail.length > 0);
                const at = pictured.findIndex(row => row.classIndex === chosen);
                shown = at < most ? pictured.slice(0, most) : [pictured[at], ...pictured.slice(0, most - 1)];
            }

            function go(to: int): void {
                if (to < 0 || to >= shown.length)
                    return;
                page.plan.classIndex = shown[to].classIndex;
                subjects.itemAt(to).forceActiveFocus(Qt.TabFocusReason);
            }

            Repeater {
                id: subjects
                model: tiles.shown

                SubjectTile {
                    required property var modelData
                    required property int index
                    objectName: "startSubject_" + modelData.classIndex
                    text: modelData.name
                    thumbnail: modelData.thumbnail
                    chosen: tiles.chosen === modelData.classIndex
                    onClicked: page.plan.classIndex = modelData.classIndex
                    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Left || event.key === Qt.Key_Right
                    Keys.onLeftPressed: tiles.go(index - 1)
                    Keys.onRightPressed: tiles.go(index + 1)
                }
            }
            Button {
                objectName: "startMoreSubjects"
                readonly property int hidden: page.studio.classes.totalCount - tiles.shown.length
                visible: hidden > 0
                implicitWidth: Math.max(page.tileSide, implicitContentWidth + 20)
                implicitHeight: page.tileSide
                horizontalPadding: 6
                text: "+" + hidden
                tip: qsTr("Show all subjects")
                keys: "Ctrl+O"
                onClicked: page.pickerRequested()
            }
        }
        Item { width: 1; height: tiles.visible ? Math.round(page.gap * 0.75) : 0 }
        Button {
            objectName: "startButton"
            anchors.horizontalCenter: parent.horizontalCenter
            implicitHeight: 52
            width: Math.max(Type.wide(300), implicitWidth)
            kind: "primary"
            enabled: page.studio.queue.canEnqueue
            text: page.plan.classIndex < 0 || page.studio.classes.totalCount === 0 ? qsTr("Generate") : qsTr("Generate “%1”").arg(page.studio.classes.nameOf(page.plan.classIndex))
            keys: "Ctrl+Return"
            tip: page.studio.queue.blockedReason
            onClicked: page.studio.queue.enqueue()
        }
        Item { width: 1; height: 10 }
        Button {
            objectName: "startSettings"
            anchors.horizontalCenter: parent.horizontalCenter
            kind: "ghost"
            text: qsTr("Set everything yourself")
            keys: "Esc"
            tip: qsTr("Steps, order, guidance, seed and more")
            onClicked: page.studio.endWelcome()
        }
        Item { width: 1; height: 6 }
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: page.loading ? qsTr("The model is being loaded") : qsTr("Nothing leaves this computer")
            font: Type.label
            color: Theme.text2
        }
    }
    ClassRows {
        id: source
        classes: page.studio.classes
        active: page.visible
        onRowsChanged: tiles.choose()
    }
}
