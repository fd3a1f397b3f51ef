import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// What the pointer does on the picture.
Rectangle {
    id: tools

    required property string tool // "select" or "hand"
    signal chosen(string tool)

    width: 40
    height: column.height + 8
    radius: Theme.radiusCard
    color: Theme.panel
    border.width: 1
    border.color: Theme.line

    Column {
        id: column
        x: 4
        y: 4
        spacing: 2

        IconButton {
            objectName: "tool_select"
            iconPath: Icons.cursor
            checked: tools.tool === "select"
            tip: qsTr("Look at patches")
            keys: "V"
            onClicked: tools.chosen("select")
        }
        IconButton {
            objectName: "tool_hand"
            iconPath: Icons.hand
            checked: tools.tool === "hand"
            tip: qsTr("Move the picture. So does a drag with the middle button, or while Space is held")
            keys: "H"
            onClicked: tools.chosen("hand")
        }
    }
}
