import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Everything that decides what the next click on Generate makes.
Rectangle {
    id: panel

    required property StudioApp studio
    required property bool compact
    readonly property int padding: compact ? 12 : 16 // of the sections
    readonly property int gap: compact ? 10 : 14     // within them

    color: Theme.panel

    function focusSearch(): void {
        pane.contentY = 0;
        subject.focusSearch();
    }
    function openPicker(): void {
        pane.contentY = 0;
        subject.openPicker();
    }
    function toggleQueue(): void {
        footer.toggleQueue();
    }

    ScrollPane {
        id: pane
        anchors.top: parent.top
        anchors.bottom: footer.top
        width: parent.width

        Section {
            padding: panel.padding
            spacing: 0

            ModelPicker {
                width: parent.width
                models: panel.studio.models
            }
            Item { width: 1; height: panel.gap }
            SubjectSection {
                id: subject
                width: parent.width
                lines: panel.height < 880 ? 2 : panel.height < 1100 ? 3 : 6
                titled: !panel.compact
                classes: panel.studio.classes
                plan: panel.studio.plan
            }
        }
        Section {
            padding: panel.padding
            spacing: 0

            PresetRow {
                width: parent.width
                presets: panel.studio.presets
                edits: panel.studio.edits
            }
            Item { width: 1; height: panel.gap }
            StepsSection {
                width: parent.width
                plan: panel.studio.plan
                currentStep: panel.studio.controller.state === GenerationController.State.Generating ? panel.studio.controller.step : 0
                compact: panel.compact
                curveHeight: panel.height < 1100 ? 62 : 96
            }
            Item { width: 1; height: 12 }
            OrderSection {
                width: parent.width
                plan: panel.studio.plan
            }
        }
        SettingsSection {
            padding: panel.padding
            spacing: panel.compact ? 4 : 8
            plan: panel.studio.plan
        }
        SamplingSection {
            padding: panel.padding
            plan: panel.studio.plan
            open: panel.height > 1100 // where there is room for it
            onOpenChanged: if (open) pane.toEnd()
        }
    }
    GenerateFooter {
        id: footer
        anchors.bottom: parent.bottom
        width: parent.width
        controller: panel.studio.controller
        queue: panel.studio.queue
    }
    Rule {
        anchors.right: parent.right
        height: parent.height
    }
}
