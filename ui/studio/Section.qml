import QtQuick
import LpdStudio.Controls

// One section of a side panel: padding, its content in a column, a rule below.
Item {
    id: section

    default property alias content: column.data
    property alias spacing: column.spacing
    property bool ruled: true
    property int padding: 16 // above and below

    implicitHeight: column.implicitHeight + 2 * padding
    width: parent ? parent.width : 0

    Column {
        id: column
        x: 16
        y: section.padding
        width: section.width - 32
        spacing: 8
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
        visible: section.ruled
    }
}
