import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Takes pictures, presets and weights that are dragged onto the window, and says so while they are over it.
DropArea {
    id: target

    required property Gallery gallery
    required property PresetLibrary presets
    property string kind // of what is over the window: "preset", "weights", "picture", or none of them
    readonly property bool offered: kind.length > 0
    readonly property string invitation: kind === "preset" ? qsTr("Drop to take in the preset") : kind === "weights" ? qsTr("Drop to import the model")
        : kind === "picture" ? qsTr("Drop to see how it was made") : qsTr("Only PNGs that LPD Studio made can be opened here")
    readonly property string outcome: kind === "preset" ? qsTr("Its settings are kept under its name, and set.") : kind === "weights" ? qsTr("Its files go to the models, where each finds its place.")
        : kind === "picture" ? qsTr("Its settings are taken over, and it is replayed step by step.") : ""
    signal weightsDropped(var urls)

    function ends(url: url, endings: var): bool {
        const name = String(url).toLowerCase();
        return endings.some(ending => name.endsWith(ending));
    }
    function kindOf(drag: var): string {
        if (!drag.hasUrls)
            return "";
        const urls = Array.from(drag.urls);
        if (urls.every(url => ends(url, [".json"])))
            return "preset";
        if (urls.some(url => ends(url, [".pth", ".pt", ".safetensors"])))
            return "weights";
        return urls.some(url => gallery.looksLikePicture(url)) ? "picture" : "";
    }

    onEntered: drag => {
        kind = kindOf(drag);
        // Anything else is taken, too: to say what it is not.
        drag.accepted = drag.hasUrls;
    }
    onDropped: drop => {
        if (!drop.hasUrls)
            return;
        drop.accept(Qt.CopyAction);
        const what = kindOf(drop), urls = Array.from(drop.urls);
        if (what === "preset")
            urls.forEach(url => presets.importFrom(url));
        else if (what === "weights")
            weightsDropped(urls);
        else
            gallery.openFile(urls.find(url => gallery.looksLikePicture(url)) ?? urls[0]);
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
                path: target.kind === "preset" ? Icons.bookmark : target.kind === "weights" ? Icons.cube : target.offered ? Icons.picture : Icons.info
                color: target.offered ? Theme.accentText : Theme.text2
                size: 28
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                text: target.invitation
                font: Type.title
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: target.offered
                text: target.outcome
                color: Theme.text2
            }
        }
    }
}
