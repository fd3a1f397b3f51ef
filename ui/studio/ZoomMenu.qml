import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// How large the picture is shown; opens the usual sizes.
Row {
    id: zoomMenu

    required property CanvasZoom zoom
    readonly property var choices: Array.from([0, 100, 200, 400, 800, 1600]).map(percent => ({
        value: percent, label: percent === 0 ? qsTr("Fit") : qsTr("%1%").arg(percent), name: "zoom_" + percent
    }))

    spacing: 2

    Button {
        id: readout
        objectName: "zoomReadout"
        anchors.verticalCenter: parent.verticalCenter
        kind: "ghost"
        horizontalPadding: 8
        text: qsTr("%1%").arg(zoomMenu.zoom.percent)
        font: Type.label
        tip: qsTr("Size. Turn the wheel over the picture, or press + and −")
        onClicked: menu.opened ? menu.close() : menu.open()

        MenuPopup {
            id: menu
            y: parent.height + 6
            x: parent.width - width
            implicitWidth: 168
            value: zoomMenu.zoom.fitted ? 0 : zoomMenu.zoom.percent
            options: zoomMenu.choices
            onChosen: value => value === 0 ? zoomMenu.zoom.fit() : zoomMenu.zoom.toScale(value / 100)
        }
    }
    IconButton {
        objectName: "zoomFit"
        anchors.verticalCenter: parent.verticalCenter
        iconPath: Icons.fit
        checked: !zoomMenu.zoom.fitted
        tip: qsTr("Fit the picture")
        keys: "F"
        onClicked: zoomMenu.zoom.fit()
    }
}
