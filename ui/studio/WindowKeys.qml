import QtQuick
import LpdStudio.App

// The window's shortcuts. Fields and sliders that need a key themselves keep it while they have the focus.
Item {
    id: keys

    required property StudioApp studio
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
    Shortcut { sequence: "Space"; onActivated: keys.studio.timeline.toggle() }
    Shortcut { sequence: "Left"; onActivated: keys.studio.timeline.previous() }
    Shortcut { sequence: "Right"; onActivated: keys.studio.timeline.next() }
    Shortcut { sequence: "Home"; onActivated: keys.studio.timeline.first() }
    Shortcut { sequence: "End"; onActivated: keys.studio.timeline.last() }
    Shortcut { sequence: "/"; onActivated: keys.searchRequested() }
    Shortcut { sequence: "I"; onActivated: keys.inspectorToggled() }
    Shortcut { sequence: "Ctrl+S"; enabled: keys.studio.exporter.canSave; onActivated: keys.saveRequested() }
    Shortcut { sequence: "Ctrl+C"; enabled: keys.studio.exporter.canSave; onActivated: keys.studio.exporter.copyImage() }
    Shortcut { sequence: "Ctrl+Q"; onActivated: Qt.quit() }
}
