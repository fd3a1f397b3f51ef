import QtQuick
import LpdStudio.Style

// A section rule; lies at the edge of visibility.
Rectangle {
    property bool vertical: false

    implicitWidth: 1
    implicitHeight: 1
    color: Theme.line
}
