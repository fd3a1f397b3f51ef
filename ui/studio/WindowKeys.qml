pragma ComponentBehavior: Bound

import QtQuick
import QtQml
import LpdStudio.App

// The window's shortcuts. Fields and sliders that need a key themselves keep it while they have the focus.
Item {
    id: keys

    required property StudioApp studio
    required property var pages // as TopBar has them
    readonly property bool creating: studio.page === "create"
    signal searchRequested
    signal saveRequested
    signal inspectorToggled

    Shortcut { sequences: ["Ctrl+Return", "Ctrl+Enter"]; onActivated: keys.studio.controller.generate() }
    Shortcut { sequence: "Esc"; enabled: keys.studio.controller.state === GenerationController.State.Generating; onActivated: keys.studio.controller.cancel() }
    Shortcut {
        sequence: "Esc"
        enabled: keys.studio.controller.state !== GenerationController.State.Generating && keys.studio.picture.selectedPosition >= 0
        onActivated: keys.studio.picture.selectedPosition = -1
    }
    Shortcut { sequence: "Space"; enabled: keys.creating; onActivated: keys.studio.timeline.toggle() }
    Shortcut { sequence: "Left"; enabled: keys.creating; onActivated: keys.studio.timeline.previous() }
    Shortcut { sequence: "Right"; enabled: keys.creating; onActivated: keys.studio.timeline.next() }
    Shortcut { sequence: "Home"; enabled: keys.creating; onActivated: keys.studio.timeline.first() }
    Shortcut { sequence: "End"; enabled: keys.creating; onActivated: keys.studio.timeline.last() }
    Shortcut { sequence: "/"; enabled: keys.creating; onActivated: keys.searchRequested() }
    Shortcut { sequence: "I"; enabled: keys.creating; onActivated: keys.inspectorToggled() }
    Shortcut { sequence: "Ctrl+S"; enabled: keys.studio.exporter.canSave; onActivated: keys.saveRequested() }
    Shortcut { sequence: "Ctrl+C"; enabled: keys.studio.exporter.canSave; onActivated: keys.studio.exporter.copyImage() }
    Shortcut { sequence: "Ctrl+Q"; onActivated: Qt.quit() }

    Instantiator {
        model: keys.pages

        Shortcut {
            required property var modelData
            sequence: modelData.keys
            onActivated: keys.studio.page = modelData.page
        }
    }
}
