import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The window. `studio` is handed over by the program that loads this file.
T.ApplicationWindow {
    id: window

    required property StudioApp studio
    readonly property Preferences preferences: studio.preferences
    readonly property bool compact: width < 1366 || height < 860
    readonly property bool wide: width >= 2200
    readonly property bool inspectorFloats: width < 1200
    readonly property int leftDefault: compact ? 272 : wide ? 320 : 296
    readonly property int rightDefault: compact ? 280 : wide ? 360 : 312

    title: studio.picture.hasPicture ? qsTr("%1 – LPD Studio").arg(studio.picture.title) : qsTr("LPD Studio")
    width: 1440
    height: 900
    minimumWidth: 1024
    minimumHeight: 680
    visible: true
    color: Theme.bg
    font: Type.body
    palette {
        window: Theme.popover
        windowText: Theme.text1
        base: Theme.field
        alternateBase: Theme.raised
        text: Theme.text1
        button: Theme.raised
        buttonText: Theme.text1
        highlight: Theme.accent
        highlightedText: Theme.inkOnAccent
        placeholderText: Theme.text3
        light: Theme.hover
        midlight: Theme.hover
        mid: Theme.line
        dark: Theme.lineStrong
        shadow: Theme.shadow
    }

    Binding {
        target: Theme
        property: "mode"
        value: window.preferences.theme
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.preferences.reducedMotion
    }

    onFrameSwapped: Theme.settled = true
    Component.onCompleted: {
        const stored = preferences.windowGeometry;
        if (stored.width >= minimumWidth && stored.height >= minimumHeight) {
            width = stored.width;
            height = stored.height;
        }
    }
    onClosing: preferences.windowGeometry = Qt.rect(x, y, width, height)

    WindowKeys {
        studio: window.studio
        onSearchRequested: generatePanel.focusSearch()
        onSaveRequested: saveDialog.openFor(window.studio.exporter)
        onInspectorToggled: window.preferences.inspectorOpen = !window.preferences.inspectorOpen
    }

    TopBar {
        id: topBar
        width: parent.width
        studio: window.studio
        onSaveRequested: saveDialog.openFor(window.studio.exporter)
    }
    GeneratePanel {
        id: generatePanel
        anchors.top: topBar.bottom
        anchors.bottom: parent.bottom
        width: window.preferences.leftWidth === 296 ? window.leftDefault : window.preferences.leftWidth
        studio: window.studio
        compact: window.compact
    }
    PanelEdge {
        anchors.top: topBar.bottom
        anchors.bottom: parent.bottom
        x: generatePanel.width - width / 2
        panelWidth: generatePanel.width
        onResized: size => window.preferences.leftWidth = size
        onReset: window.preferences.leftWidth = 296
    }
    Stage {
        id: stage
        anchors.top: topBar.bottom
        anchors.bottom: timeline.top
        anchors.left: generatePanel.right
        anchors.right: timeline.right
        studio: window.studio
    }
    TimelinePanel {
        id: timeline
        anchors.bottom: parent.bottom
        anchors.left: generatePanel.right
        anchors.right: inspector.visible && !window.inspectorFloats ? inspector.left : parent.right
        height: window.wide ? 216 : window.compact ? 152 : 184
        studio: window.studio
        showMs: !window.compact
        maxBar: window.wide ? 96 : 68
    }
    InspectorPanel {
        id: inspector
        anchors.top: topBar.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: window.preferences.rightWidth === 312 ? window.rightDefault : window.preferences.rightWidth
        visible: window.preferences.inspectorOpen && window.studio.picture.hasPicture
        floating: window.inspectorFloats
        studio: window.studio
        focusPosition: stage.hoveredPosition >= 0 ? stage.hoveredPosition : window.studio.picture.selectedPosition
    }
    PanelEdge {
        anchors.top: topBar.bottom
        anchors.bottom: parent.bottom
        visible: inspector.visible
        x: inspector.x - width / 2
        panelWidth: inspector.width
        fromRight: true
        onResized: size => window.preferences.rightWidth = size
        onReset: window.preferences.rightWidth = 312
    }
    Toast {
        id: toast
        objectName: "toast"
        x: Math.round(stage.x + (stage.width - width) / 2)
        y: Math.round(timeline.y - height - 20)
    }
    SaveDialog {
        id: saveDialog
        studio: window.studio
    }
    Connections {
        target: window.studio.exporter
        function onSaved(path: string): void {
            toast.show(qsTr("Saved %1").arg(path.substring(path.lastIndexOf("/") + 1)), false);
        }
        function onCopied(): void {
            toast.show(qsTr("Picture copied"), false);
        }
        function onFailed(text: string, hint: string): void {
            toast.show(hint.length > 0 ? text + ". " + hint : text, true);
        }
    }
}
