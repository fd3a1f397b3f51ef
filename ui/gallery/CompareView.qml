pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Two pictures together: one over the other with a line to drag, side by side, or what differs.
FocusScope {
    id: view

    required property Gallery gallery
    readonly property PictureComparison pictures: gallery.comparison
    property string mode: "slider"
    property real split: 0.5
    readonly property int head: 56
    readonly property int foot: 64
    readonly property real room: Math.min(height - head - foot - 24, mode === "side" ? (width - 40 - 24) / 2 : width - 80)
    readonly property int side: Math.max(64, Math.floor(room))
    readonly property real edge: Math.round((width - side) / 2)

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Comparison of %1 and %2").arg(pictures.leftTitle).arg(pictures.rightTitle)
    onVisibleChanged: {
        if (visible) {
            split = 0.5;
            if (mode === "difference" && !pictures.sameSize)
                mode = "slider";
        }
    }
    Keys.onLeftPressed: view.split = Math.max(0, view.split - 0.02)
    Keys.onRightPressed: view.split = Math.min(1, view.split + 0.02)
    Keys.onPressed: event => {
        const modes = { [Qt.Key_1]: "slider", [Qt.Key_2]: "side", [Qt.Key_3]: "difference" };
        if (modes[event.key] !== undefined && (event.key !== Qt.Key_3 || view.pictures.sameSize)) {
            view.mode = modes[event.key];
            event.accepted = true;
        }
    }

    MouseArea { // nothing behind is clicked
        anchors.fill: parent
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }
    SegmentedControl {
        id: modes
        objectName: "compareModes"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 12
        width: 330
        options: Array.from([
            { value: "slider", label: qsTr("Slider"), tip: qsTr("One over the other"), keys: "1", name: "compareSlider" },
            { value: "side", label: qsTr("Side by side"), tip: qsTr("One beside the other"), keys: "2", name: "compareSide" },
            { value: "difference", label: qsTr("Difference"), tip: qsTr("Black where they are equal, twice as bright as they are apart"), keys: "3", name: "compareDifference" }
        ]).filter(option => option.value !== "difference" || view.pictures.sameSize)
        value: view.mode
        onChosen: value => view.mode = value
    }
    IconButton {
        objectName: "compareClose"
        anchors.right: parent.right
        anchors.rightMargin: 12
        y: 12
        iconPath: Icons.close
        tip: qsTr("Back to the gallery")
        keys: "Esc"
        onClicked: view.pictures.close()
    }

    component Picture: Image {
        width: view.side
        height: view.side
        asynchronous: true
        cache: false
        fillMode: Image.PreserveAspectFit
        mipmap: true
    }
    component Caption: Column {
        id: caption
        property string title
        property string detail
        property int align: Text.AlignHCenter
        width: Math.max(180, view.side / 2 - 20)
        spacing: 2

        Label {
            width: parent.width
            horizontalAlignment: caption.align
            text: caption.title
            font: Type.section
        }
        Label {
            width: parent.width
            horizontalAlignment: caption.align
            text: caption.detail
            font: Type.label
            color: Theme.text2
        }
    }

    Item {
        id: slider
        x: view.edge
        y: view.head
        width: view.side
        height: view.side
        visible: view.mode === "slider"

        Picture { source: view.visible ? view.pictures.rightSource : "" }
        Item {
            width: Math.round(parent.width * view.split)
            height: parent.height
            clip: true

            Picture { source: view.visible ? view.pictures.leftSource : "" }
        }
        Rectangle {
            x: Math.round(parent.width * view.split) - 1
            width: 2
            height: parent.height
            color: Theme.white

            Rectangle {
                anchors.centerIn: parent
                width: 34
                height: 34
                radius: 17
                color: Theme.white
                border.width: 1
                border.color: Theme.alpha(Theme.black, 0.2)

                Row {
                    anchors.centerIn: parent

                    Icon {
                        size: 12
                        path: Icons.chevronLeft
                        color: Theme.underlay
                    }
                    Icon {
                        size: 12
                        path: Icons.chevronRight
                        color: Theme.underlay
                    }
                }
            }
        }
        MouseArea {
            objectName: "compareDrag"
            anchors.fill: parent
            anchors.margins: -17
            cursorShape: Qt.SplitHCursor
            preventStealing: true
            function take(x: real): void {
                view.split = Math.max(0, Math.min(1, (x - 17) / view.side));
            }
            onPressed: event => {
                view.forceActiveFocus();
                take(event.x);
            }
            onPositionChanged: event => take(event.x)
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: view.head
        spacing: 24
        visible: view.mode === "side"

        Picture { source: view.visible && view.mode === "side" ? view.pictures.leftSource : "" }
        Picture { source: view.visible && view.mode === "side" ? view.pictures.rightSource : "" }
    }
    ShaderEffect {
        property variant first: firstSource
        property variant second: secondSource
        property real gain: 2

        x: view.edge
        y: view.head
        width: view.side
        height: view.side
        visible: view.mode === "difference"
        fragmentShader: "qrc:/shaders/difference.frag.qsb"

        Picture {
            id: firstSource
            visible: false
            source: view.visible && view.mode === "difference" ? view.pictures.leftSource : ""
        }
        Picture {
            id: secondSource
            visible: false
            source: view.visible && view.mode === "difference" ? view.pictures.rightSource : ""
        }
    }
    Caption {
        x: view.mode === "side" ? view.width / 2 - 12 - view.side : view.edge
        y: view.head + view.side + 12
        align: Text.AlignLeft
        title: view.pictures.leftTitle
        detail: view.pictures.leftDetail
    }
    Caption {
        x: view.mode === "side" ? view.width / 2 + 12 : view.edge + view.side - width
        y: view.head + view.side + 12
        align: view.mode === "side" ? Text.AlignLeft : Text.AlignRight
        title: view.pictures.rightTitle
        detail: view.pictures.rightDetail
    }
    Label { // between the captions; beside the right one where that begins in the middle
        x: view.mode === "side" ? Math.round(view.width / 2 + 12 + view.side - width) : Math.round((view.width - width) / 2)
        y: view.head + view.side + 12
        visible: view.pictures.sameSize
        text: isFinite(view.pictures.psnr) ? qsTr("PSNR %1 dB · SSIM %2").arg(Numbers.fixed(view.pictures.psnr, 1)).arg(Numbers.fixed(view.pictures.ssim, 2)) : qsTr("Equal, pixel by pixel")
        font: Type.label
        color: Theme.text2

        HoverHandler { id: hover }
        TipHost {
            shown: hover.hovered
            text: qsTr("How alike they are: higher is nearer, and equal pictures have an SSIM of 1")
        }
    }
}
