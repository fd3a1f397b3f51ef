pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// How the window looks, what the model runs on, and where things are kept. Every change counts at once.
Sheet {
    id: sheet

    required property StudioApp studio
    readonly property Preferences preferences: studio.preferences
    readonly property EngineSettings engine: studio.engine
    readonly property ModelLibrary models: studio.models
    readonly property ExportSettings exports: studio.exporter.settings
    signal aboutRequested

    objectName: "settingsSheet"
    title: qsTr("Settings")
    columnWidth: 620

    component Head: Label {
        topPadding: 14
        bottomPadding: 4
        font: Type.section
    }

    Head {
        topPadding: 0
        text: qsTr("Window")
    }
    SettingRow {
        title: qsTr("Theme")

        SegmentedControl {
            width: parent.width
            label: qsTr("Theme")
            value: sheet.preferences.theme
            options: [
                { value: "dark", label: qsTr("Dark"), name: "theme_dark", tip: "" },
                { value: "light", label: qsTr("Light"), name: "theme_light", tip: "" },
                { value: "auto", label: qsTr("System"), name: "theme_auto", tip: qsTr("Dark or light, like the system") }
            ]
            onChosen: value => sheet.preferences.theme = value
        }
    }
    SettingRow {
        objectName: "languageRow"
        title: qsTr("Language")
        detail: sheet.preferences.languageWaits ? qsTr("Takes effect when LPD Studio is started again") : ""

        SegmentedControl {
            width: parent.width
            label: qsTr("Language")
            value: sheet.preferences.language
            options: [ // each in its own words, for who cannot read the others
                { value: "system", label: qsTr("System"), name: "language_system", tip: qsTr("Like the system, or English") },
                { value: "en", label: "English", name: "language_en", tip: "" },
                { value: "de", label: "Deutsch", name: "language_de", tip: "" }
            ]
            onChosen: value => sheet.preferences.language = value
        }
    }
    SettingRow {
        title: qsTr("Text size")

        SegmentedControl {
            width: parent.width
            label: qsTr("Text size")
            value: sheet.preferences.textScale
            options: [
                { value: 1, label: "100 %", name: "text_100", tip: "" },
                { value: 1.15, label: "115 %", name: "text_115", tip: "" },
                { value: 1.3, label: "130 %", name: "text_130", tip: "" }
            ]
            onChosen: value => sheet.preferences.textScale = value
        }
    }
    SettingRow {
        title: qsTr("Less motion")
        detail: qsTr("Patches and panels appear at once; a border marks the current group")

        Toggle {
            objectName: "motionToggle"
            width: parent.width
            Accessible.name: qsTr("Less motion")
            checked: sheet.preferences.reducedMotion
            onToggled: sheet.preferences.reducedMotion = checked
        }
    }
    Item { width: 1; height: 8 }
    Rule { width: parent.width }
    Head { text: qsTr("Computing") }
    SettingRow {
        title: qsTr("Device")
        detail: sheet.engine.devices.find(entry => entry.value === sheet.engine.device)?.detail ?? ""

        Button {
            id: deviceButton
            objectName: "deviceButton"
            width: parent.width
            text: sheet.engine.devices.find(entry => entry.value === sheet.engine.device)?.label ?? sheet.engine.device
            choosesFrom: true
            tip: qsTr("Choose what the model runs on")
            onClicked: deviceMenu.opened ? deviceMenu.close() : deviceMenu.open()

            MenuPopup {
                id: deviceMenu
                y: deviceButton.height + 4
                width: Math.max(deviceButton.width, 300)
                x: deviceButton.width - width
                options: sheet.engine.devices.map(entry => ({ value: entry.value, label: entry.label, detail: entry.detail, name: "device_" + entry.value }))
                value: sheet.engine.device
                onChosen: value => sheet.engine.device = value
            }
        }
    }
    SettingRow {
        title: qsTr("Precision")
        detail: qsTr("bf16 halves the memory of the weights, and is faster where the device multiplies it natively")

        SegmentedControl {
            width: parent.width
            label: qsTr("Precision")
            value: sheet.engine.precision
            options: [
                { value: "auto", label: qsTr("Automatic"), name: "precision_auto", tip: qsTr("bf16 where the device multiplies it natively and the model gains by it, else fp32") },
                { value: "fp32", label: "fp32", name: "precision_fp32", tip: "" },
                { value: "bf16", label: "bf16", name: "precision_bf16", tip: "" }
            ]
            onChosen: value => sheet.engine.precision = value
        }
    }
    Item {
        width: parent.width
        height: reason.height + 12

        Rectangle {
            id: reason
            width: parent.width
            height: why.implicitHeight + 20
            radius: Theme.radiusControl
            color: Theme.alpha(sheet.models.state === ModelLibrary.State.Failed ? Theme.danger : Theme.text2, 0.08)

            Label {
                id: why
                objectName: "engineReason"
                x: 12
                y: 10
                width: parent.width - 24
                text: sheet.models.state === ModelLibrary.State.Failed ? Array.from([sheet.models.problem, sheet.models.problemHint]).filter(text => text.length > 0).join(". ")
                    : sheet.models.state === ModelLibrary.State.Loading ? qsTr("Loading the model…")
                    : sheet.models.state === ModelLibrary.State.Waiting ? qsTr("The model is loaded anew when the queue is done")
                    : sheet.models.deviceText.length > 0 ? qsTr("Now: %1. %2").arg(sheet.models.deviceText).arg(sheet.models.deviceReason) : qsTr("No model is loaded")
                font: Type.label
                color: sheet.models.state === ModelLibrary.State.Failed ? Theme.danger : Theme.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
    SettingRow {
        title: qsTr("Threads")
        detail: qsTr("Of the CPU; fewer leave room for other programs")

        SliderRow {
            width: parent.width
            sliderName: "threadsSlider"
            name: qsTr("Threads")
            labelWidth: 0
            valueWidth: 52
            tip: qsTr("All cores at the left end")
            from: 0
            to: sheet.engine.cores
            stepSize: 1
            value: sheet.engine.threads
            valueText: sheet.engine.threads === 0 ? qsTr("All %1").arg(sheet.engine.cores) : sheet.engine.threads
            onEdited: value => threadsSoon.set(value)

            // The model is loaded anew: once, where the slider comes to rest.
            Timer {
                id: threadsSoon
                property int wanted
                function set(threads: int): void {
                    wanted = threads;
                    restart();
                }
                interval: 500
                onTriggered: sheet.engine.threads = wanted
            }
        }
    }
    SettingRow {
        title: qsTr("Free memory when idle")
        detail: qsTr("The model leaves memory after this time; the next picture loads it again")

        SegmentedControl {
            width: parent.width
            label: qsTr("Free memory when idle")
            value: sheet.engine.restMinutes
            options: [
                { value: 0, label: qsTr("Never"), name: "rest_0", tip: "" },
                { value: 5, label: qsTr("5 min"), name: "rest_5", tip: "" },
                { value: 15, label: qsTr("15 min"), name: "rest_15", tip: "" },
                { value: 60, label: qsTr("1 h"), name: "rest_60", tip: "" }
            ]
            onChosen: value => sheet.engine.restMinutes = value
        }
    }
    Item { width: 1; height: 8 }
    Rule { width: parent.width }
    Head { text: qsTr("Files") }
    SettingRow {
        title: qsTr("Names of exported files")
        detail: qsTr("{class}, {seed}, {index}, {steps}, {order}, {model}, {date} and {time} are filled in")

        TextField {
            objectName: "exportNamesField"
            width: parent.width
            Accessible.name: qsTr("Names of exported files")
            text: sheet.exports.namePattern
            onEditingFinished: {
                sheet.exports.namePattern = text;
                text = Qt.binding(() => sheet.exports.namePattern);
            }
        }
    }
    SettingRow {
        title: qsTr("Say in each file how it was made")
        detail: qsTr("A PNG with its record can be replayed and made again")

        Toggle {
            objectName: "recordToggle"
            width: parent.width
            Accessible.name: qsTr("Say in each file how it was made")
            checked: sheet.exports.record
            onToggled: sheet.exports.record = checked
        }
    }
    HistoryFolderRow {
        history: sheet.studio.history
        pictures: sheet.studio.gallery.filter.allCount
        onGalleryRequested: {
            sheet.close();
            sheet.studio.page = "gallery";
        }
    }
    SettingRow {
        title: qsTr("Imported models")
        detail: sheet.models.userFolder

        Button {
            objectName: "manageModels"
            anchors.right: parent.right
            text: qsTr("Manage models")
            keys: "Ctrl+4"
            tip: qsTr("Go to the models")
            onClicked: {
                sheet.close();
                sheet.studio.page = "models";
            }
        }
    }
    Item {
        width: parent.width
        height: 44

        Rule { width: parent.width }
        Button {
            objectName: "aboutButton"
            y: 10
            kind: "ghost"
            text: qsTr("About LPD Studio")
            onClicked: {
                sheet.close();
                sheet.aboutRequested();
            }
        }
    }
}
