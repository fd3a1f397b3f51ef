import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What this program is, whose idea it shows, and what it is made of.
Sheet {
    id: sheet

    required property StudioApp studio
    readonly property string paper: "https://arxiv.org/abs/2507.01957"

    objectName: "aboutSheet"
    title: qsTr("About")
    columnWidth: 460

    component Line: ValueRow {}

    Row {
        spacing: 14
        height: 60

        Item {
            anchors.verticalCenter: parent.verticalCenter
            width: 44
            height: 44

            Logo {
                scale: 2
                transformOrigin: Item.TopLeft
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter

            Label {
                text: qsTr("LPD Studio")
                font: Type.figureSmall
            }
            Label {
                objectName: "aboutVersion"
                text: qsTr("Version %1").arg(sheet.studio.version)
                color: Theme.text2
            }
        }
    }
    Label {
        width: parent.width
        topPadding: 8
        bottomPadding: 12
        text: qsTr("Makes pictures in a few parallel steps and shows how: which patches are made together, in which order, and why there.")
        color: Theme.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Rule { width: parent.width }
    Line {
        name: qsTr("Licence")
        value: "MIT"
    }
    Line {
        name: qsTr("Made with")
        value: "Qt, LibTorch, OpenCV, FFmpeg, SQLite"
    }
    Line {
        visible: sheet.studio.models.torchVersion.length > 0
        name: qsTr("LibTorch")
        value: sheet.studio.models.torchVersion
    }
    Line {
        visible: sheet.studio.models.deviceText.length > 0
        name: qsTr("Runs on")
        value: sheet.studio.models.deviceText
    }
    Item {
        width: 1
        height: 10
    }
    Rule { width: parent.width }
    Label {
        width: parent.width
        topPadding: 12
        text: qsTr("The method")
        font: Type.section
    }
    Label {
        width: parent.width
        topPadding: 4
        text: "Z. Zhang, L. J. Huang, C. Wu, S. Yang, K. Peng, Y. Lu, S. Han: Locality-aware Parallel Decoding for Efficient Autoregressive Image Generation. ICLR 2026. arXiv 2507.01957"
        font: Type.label
        color: Theme.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Item {
        width: parent.width
        height: 56

        Button {
            objectName: "openPaper"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            text: qsTr("Read the paper")
            tip: qsTr("Open %1 in the browser").arg(sheet.paper)
            onClicked: Qt.openUrlExternally(sheet.paper)
        }
    }
}
