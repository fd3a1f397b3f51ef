import QtQuick
import LpdStudio.Style

Text {
    color: Theme.text1
    font: Type.body
    renderType: Text.NativeRendering
    textFormat: Text.PlainText
    elide: Text.ElideRight
    verticalAlignment: Text.AlignVCenter
}
