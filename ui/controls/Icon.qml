import QtQuick
import LpdStudio.Style

VectorIcon {
    property int size: 16

    implicitWidth: size
    implicitHeight: size
    width: size
    height: size
    color: Theme.text2
}
