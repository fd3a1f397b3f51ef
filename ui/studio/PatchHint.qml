import QtQuick
import LpdStudio.Controls
import LpdStudio.Style

// How to look into a patch.
Section {
    id: hint

    ruled: false

    Row {
        width: parent.width
        spacing: 12

        Icon {
            y: 2
            path: Icons.cursor
        }
        Label {
            width: parent.width - 28
            text: qsTr("Point at a patch to see why it was made there and what else it could have been. Click to pin it.")
            color: Theme.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            lineHeight: 1.25
        }
    }
}
