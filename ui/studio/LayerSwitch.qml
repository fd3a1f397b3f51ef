import QtQuick
import LpdStudio.App
import LpdStudio.Controls

// Which layer explains the picture.
SegmentedControl {
    id: layerSwitch

    required property CanvasLayers layers

    label: qsTr("What the canvas shows")
    value: layers.view
    options: [
        { value: "picture", label: qsTr("Picture"), tip: qsTr("The picture as it is. L shows the next layer"), name: "layer_picture" },
        { value: "order", label: qsTr("Order"), tip: qsTr("In which step each patch was made"), name: "layer_order" },
        { value: "support", label: qsTr("Support"), tip: qsTr("How much was finished around each patch when it was made"), name: "layer_support" },
        { value: "entropy", label: qsTr("Entropy"), tip: qsTr("How undecided the model was, in bits"), name: "layer_entropy" },
        { value: "confidence", label: qsTr("Confidence"), tip: qsTr("How likely the chosen token was"), name: "layer_confidence" }
    ]
    onChosen: value => layers.view = value
}
