import QtQuick
import LpdStudio.App

// Where pictures are made: what to make on the left, the picture with its timeline, what is known about it on the right.
Item {
    id: page

    required property StudioApp studio
    required property bool compact
    required property bool wide
    readonly property Preferences preferences: studio.preferences
    readonly property bool inspectorFloats: width > 0 && width < 1200
    property bool floatOpen: false // where it covers the picture, only for as long as it is asked for there
    readonly property bool inspectorOpen: inspectorFloats ? floatOpen : preferences.inspectorOpen
    readonly property int leftDefault: Math.round((compact ? 272 : wide ? 320 : 296) * preferences.textScale)
    readonly property int rightDefault: Math.round((compact ? 280 : wide ? 360 : 312) * preferences.textScale)
    /// The middle of the stage's lower edge, where messages stand.
    readonly property point messagePlace: Qt.point(stage.x + stage.width / 2, timeline.y)

    signal saveRequested

    onInspectorFloatsChanged: floatOpen = false
    function toggleInspector(): void {
        if (inspectorFloats)
            floatOpen = !floatOpen;
        else
            preferences.inspectorOpen = !preferences.inspectorOpen;
    }
    function performOnStage(what: string): void {
        stage.perform(what);
    }
    function focusSearch(): void {
        generatePanel.focusSearch();
    }
    function openPicker(): void {
        generatePanel.openPicker();
    }
    function toggleQueue(): void {
        generatePanel.toggleQueue();
    }

    GeneratePanel {
        id: generatePanel
        height: parent.height
        width: page.preferences.leftWidth === 296 ? page.leftDefault : page.preferences.leftWidth
        studio: page.studio
        compact: page.compact
    }
    PanelEdge {
        height: parent.height
        x: generatePanel.width - width / 2
        panelWidth: generatePanel.width
        onResized: size => page.preferences.leftWidth = size
        onReset: page.preferences.leftWidth = 296
    }
    Stage {
        id: stage
        anchors.top: parent.top
        anchors.bottom: timeline.top
        anchors.left: generatePanel.right
        anchors.right: timeline.right
        studio: page.studio
        inspected: inspector.visible
        inspectorOpen: page.inspectorOpen
        onInspectorToggled: page.toggleInspector()
        onSaveRequested: page.saveRequested()
    }
    TimelinePanel {
        id: timeline
        anchors.bottom: parent.bottom
        anchors.left: generatePanel.right
        anchors.right: inspector.visible && !page.inspectorFloats ? inspector.left : parent.right
        height: page.wide ? 216 : page.compact ? 152 : 184
        studio: page.studio
        showMs: !page.compact
        maxBar: page.wide ? 96 : 68
    }
    InspectorPanel {
        id: inspector
        objectName: "inspector"
        // Floating, it leaves free the header, whose button closes it, and the timeline.
        y: page.inspectorFloats ? stage.headerHeight : 0
        height: (page.inspectorFloats ? timeline.y : parent.height) - y
        anchors.right: parent.right
        width: page.preferences.rightWidth === 312 ? page.rightDefault : page.preferences.rightWidth
        visible: page.inspectorOpen && page.studio.picture.hasPicture
        floating: page.inspectorFloats
        studio: page.studio
        focusPosition: page.studio.picture.selectedPosition
    }
    PanelEdge {
        y: inspector.y
        height: inspector.height
        visible: inspector.visible
        x: inspector.x - width / 2
        panelWidth: inspector.width
        fromRight: true
        onResized: size => page.preferences.rightWidth = size
        onReset: page.preferences.rightWidth = 312
    }
}
