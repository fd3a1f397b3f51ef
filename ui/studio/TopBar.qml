import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

Rectangle {
    id: bar

    required property StudioApp studio
    readonly property GenerationController controller: studio.controller
    readonly property ModelLibrary models: studio.models
    readonly property bool busy: controller.state === GenerationController.State.Generating || controller.state === GenerationController.State.Cancelling
    // The pages there are, in the order of their tabs.
    readonly property var pages: [
        { page: "create", label: qsTr("Create"), iconPath: Icons.picture, keys: "Ctrl+1" },
        { page: "race", label: qsTr("Race"), iconPath: Icons.race, keys: "Ctrl+2" },
        { page: "gallery", label: qsTr("Gallery"), iconPath: Icons.model, keys: "Ctrl+3" },
        { page: "models", label: qsTr("Models"), iconPath: Icons.cube, keys: "Ctrl+4" }
    ]
    readonly property bool creating: studio.page === "create"
    signal exportRequested
    signal paletteRequested
    signal themeTurned
    signal settingsRequested

    implicitHeight: 48
    color: Theme.panel

    Row {
        id: brand
        x: 16
        height: parent.height
        spacing: 10

        Logo { anchors.verticalCenter: parent.verticalCenter }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("LPD Studio")
            font: Type.section
        }
    }
    PageTabs {
        anchors.verticalCenter: parent.verticalCenter
        // In the middle of every page, unless what stands on the right needs the room.
        x: Math.round(Math.max(brand.x + brand.width + 12, Math.min((bar.width - width) / 2, tools.x - width - 16)))
        visible: bar.pages.length > 1
        pages: bar.pages
        current: bar.studio.page
        onChosen: page => bar.studio.page = page
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: 12
        height: parent.height
        spacing: 4

        Item {
            id: statusField
            objectName: "statusField"
            readonly property string reason: bar.models.problem.length > 0 ? bar.models.problem : bar.models.deviceReason
            readonly property bool visualFocus: activeFocus // a press gives it none
            width: status.implicitWidth + 22
            height: parent.height
            activeFocusOnTab: true
            Accessible.role: Accessible.StaticText
            Accessible.focusable: true
            Accessible.name: status.text
            Accessible.description: reason

            StatusDot {
                anchors.verticalCenter: parent.verticalCenter
                color: bar.models.state === ModelLibrary.State.Failed ? Theme.danger
                     : bar.models.state === ModelLibrary.State.Loading ? Theme.warn
                     : bar.busy ? Theme.accent : Theme.text3
            }
            Label {
                id: status
                anchors.verticalCenter: parent.verticalCenter
                x: 14
                objectName: "status"
                // What computes, and what the program holds where there is room to say so.
                readonly property string machine: held.text.length > 0 && bar.width >= Type.wide(1400) ? bar.models.deviceText + " · " + held.text : bar.models.deviceText
                font: Type.label
                color: Theme.text2
                text: bar.models.state === ModelLibrary.State.Failed ? qsTr("Model not loaded")
                    : bar.models.state === ModelLibrary.State.Loading ? qsTr("Loading model")
                    : bar.models.state === ModelLibrary.State.None ? qsTr("No model")
                    : bar.models.state === ModelLibrary.State.Resting ? qsTr("%1 · resting").arg(machine)
                    : bar.busy && bar.controller.msPerStep > 0 ? qsTr("%1 · %2 ms/step").arg(machine).arg(Math.round(bar.controller.msPerStep))
                    : bar.controller.imagesPerSecond > 0 ? qsTr("%1 · %2 images/s").arg(machine).arg(Numbers.fixed(bar.controller.imagesPerSecond, bar.controller.imagesPerSecond < 10 ? 2 : 0))
                    : qsTr("%1 · ready").arg(machine)
            }
            Timer { // asked while it changes, and once more when it has: no work wakes an idle program
                id: held
                property string text
                interval: 1000
                repeat: bar.busy
                running: bar.busy
                triggeredOnStart: true
                onTriggered: text = bar.studio.engine.memoryInUse()
                onRunningChanged: if (!running) text = bar.studio.engine.memoryInUse()
                Component.onCompleted: text = bar.studio.engine.memoryInUse()
            }
            Connections {
                target: bar.models
                function onStateChanged(): void {
                    held.restart();
                }
            }
            Connections {
                target: bar.studio
                function onPageChanged(): void {
                    held.restart();
                }
            }
            HoverHandler { id: statusHover }
            TipHost {
                shown: statusHover.hovered || statusField.visualFocus
                // Asked anew each time it shows.
                readonly property string memory: shown ? qsTr("The program holds %1 of memory.").arg(bar.studio.engine.memoryInUse()) : ""
                text: bar.models.problem.length > 0 ? statusField.reason : Array.from([statusField.reason, memory]).filter(text => text.length > 0).join(" ")
            }
            FocusRing {
                anchors.topMargin: 8
                anchors.bottomMargin: 8
                anchors.rightMargin: 0
                control: statusField
            }
        }
        IconButton {
            objectName: "paletteButton"
            anchors.verticalCenter: parent.verticalCenter
            iconPath: Icons.search
            tip: qsTr("Find a command")
            keys: "Ctrl+K"
            onClicked: bar.paletteRequested()
        }
        IconButton {
            objectName: "themeButton"
            anchors.verticalCenter: parent.verticalCenter
            readonly property string theme: bar.studio.preferences.theme
            iconPath: theme === "dark" ? Icons.moon : theme === "light" ? Icons.sun : Icons.halfMoon
            tip: theme === "dark" ? qsTr("Theme: dark") : theme === "light" ? qsTr("Theme: light") : qsTr("Theme: like the system")
            keys: "Ctrl+T"
            onClicked: bar.themeTurned()
        }
        IconButton {
            objectName: "settingsButton"
            anchors.verticalCenter: parent.verticalCenter
            iconPath: Icons.sliders
            tip: qsTr("Settings")
            keys: "Ctrl+,"
            onClicked: bar.settingsRequested()
        }
        Item { width: 4; height: 1 }
        Button {
            objectName: "exportButton"
            visible: bar.creating
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: 28
            enabled: bar.studio.exporter.canSave
            iconPath: Icons.share
            text: qsTr("Export")
            tip: enabled ? qsTr("Picture, animation, contact sheet or order as a file") : qsTr("There is no finished picture yet")
            keys: "Ctrl+E"
            onClicked: bar.exportRequested()
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
