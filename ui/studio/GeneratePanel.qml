import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Everything that decides what the next click on Generate makes.
Rectangle {
    id: panel

    required property StudioApp studio
    required property bool compact

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
            spacing: 0

            ModelPicker {
                width: parent.width
                models: panel.studio.models
            }
            Item { width: 1; height: 14 }
            SubjectSection {
                id: subject
                width: parent.width
                lines: panel.height < 880 ? 2 : 3
                classes: panel.studio.classes
                plan: panel.studio.plan
            }
        }
        Section {
            spacing: 0

            PresetRow {
                width: parent.width
                presets: panel.studio.presets
                edits: panel.studio.edits
            }
            Item { width: 1; height: 14 }
            StepsSection {
                width: parent.width
                plan: panel.studio.plan
                currentStep: panel.studio.controller.state === GenerationController.State.Generating ? panel.studio.controller.step : 0
                compact: panel.compact
            }
            Item { width: 1; height: 12 }
            OrderSection {
                width: parent.width
                plan: panel.studio.plan
            }
        }
        SettingsSection { plan: panel.studio.plan }
        SamplingSection {
            plan: panel.studio.plan
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
