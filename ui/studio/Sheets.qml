import QtQuick
import LpdStudio.App

// The window's sheets, each made when it is opened for the first time.
Item {
    id: sheets

    required property StudioApp studio

    function openSettings(): void {
        if (!settings.item)
            settings.setSource("SettingsSheet.qml", { parent: sheets, studio: sheets.studio });
        (settings.item as SettingsSheet).open();
    }
    function openAbout(): void {
        if (!about.item)
            about.setSource("AboutSheet.qml", { parent: sheets, studio: sheets.studio });
        (about.item as AboutSheet).open();
    }

    Loader { id: settings }
    Connections {
        target: settings.item as SettingsSheet
        function onAboutRequested(): void {
            sheets.openAbout();
        }
    }
    Loader { id: about }
}
