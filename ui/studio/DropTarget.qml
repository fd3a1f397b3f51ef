import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Takes pictures and presets that are dragged onto the window, and says so while they are over it.
DropArea {
    id: target

    required property Gallery gallery
    required property PresetLibrary presets
    property bool offersPreset: false
    property bool offered: false // what is over the window can be taken

    function isPreset(url: url): bool {
        return String(url).toLowerCase().endsWith(".json");
    }

    onEntered: drag => {
        offersPreset = drag.hasUrls && Array.from(drag.urls).every(isPreset);
        offered = offersPreset || drag.hasUrls && Array.from(drag.urls).some(url => gallery.looksLikePicture(url));
        // Anything else is taken, too: to say what it is not.
        drag.accepted = drag.hasUrls;
    }
    onDropped: drop => {
        if (!drop.hasUrls)
            return;
        drop.accept(Qt.CopyAction);
        if (Array.from(drop.urls).every(isPreset)) {
            drop.urls.forEach(url => presets.importFrom(url));
            return;
        }
        const pictures = Array.from(drop.urls).filter(url => gallery.looksLikePicture(url));
        gallery.openFile(pictures.length > 0 ? pictures[0] : drop.urls[0]);
    }

    Rectangle {
        anchors.fill: parent
        visible: opacity > 0
        opacity: target.containsDrag ? 1 : 0
        color: Theme.alpha(Theme.bg, 0.82)
        Behavior on opacity { NumberAnimation { duration: Theme.hoverMs } }

        Rectangle {
            anchors.fill: parent
            anchors.margins: 20
            radius: Theme.radiusPopover
            color: target.offered ? Theme.accentSoft : "transparent"
            border.width: 2
            border.color: target.offered ? Theme.accent : Theme.lineStrong
        }
        Column {
            anchors.centerIn: parent
            spacing: 12

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                path: target.offersPreset ? Icons.bookmark : target.offered ? Icons.picture : Icons.info
                color: target.offered ? Theme.accentText : Theme.text2
                size: 28
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                text: target.offersPreset ? qsTr("Drop to take in the preset") : target.offered ? qsTr("Drop to see how it was made") : qsTr("Only PNGs that LPD Studio made can be opened here")
                font: Type.title
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: target.offered
                text: target.offersPreset ? qsTr("Its settings are kept under its name, and set.") : qsTr("Its settings are taken over, and it is replayed step by step.")
                color: Theme.text2
            }
        }
    }
}
