import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What is drawn over the picture, and how strongly.
Section {
    id: section

    required property CanvasLayers layers
    required property Preferences preferences
    readonly property bool layered: layers.view !== "picture"

    spacing: 0

    Toggle {
        objectName: "layerOrder"
        width: parent.width
        text: qsTr("Order map")
        font: Type.section
        tip: qsTr("Colour every patch by the step that made it")
        checked: section.layers.view === "order"
        onToggled: section.layers.view = checked ? "order" : "picture"
    }
    SliderRow {
        width: parent.width
        enabled: section.layered
        sliderName: "blendSlider"
        label: qsTr("Blend")
        valueWidth: 36
        tip: qsTr("How strongly the layer's colours cover the picture")
        from: 0
        to: 1
        stepSize: 0.05
        value: section.layers.blend
        valueText: qsTr("%1%").arg(Math.round(section.layers.blend * 100))
        onEdited: value => section.layers.blend = value
    }
    Toggle {
        objectName: "layerNumbers"
        width: parent.width
        enabled: section.layered
        text: section.layers.view === "order" || !section.layered ? qsTr("Step numbers") : qsTr("Values")
        tip: qsTr("Write the layer's number into each patch")
        checked: section.layers.numbers
        onToggled: section.layers.numbers = checked
    }
    Toggle {
        objectName: "layerOutlines"
        width: parent.width
        enabled: section.layered
        text: qsTr("Group outlines")
        tip: qsTr("Frame the patches that were made together with the one pointed at")
        checked: section.layers.outlines
        onToggled: section.layers.outlines = checked
    }
    Toggle {
        objectName: "layerHalo"
        width: parent.width
        enabled: section.layered
        text: qsTr("Keep-apart halo")
        tip: qsTr("Show what the repulsion rule kept free around the patch pointed at")
        checked: section.layers.halo
        onToggled: section.layers.halo = checked
    }
    Toggle {
        objectName: "layerGlow"
        width: parent.width
        text: qsTr("Group being made")
        tip: qsTr("Light up the patches that are made now, and mark the next ones with a dot")
        checked: section.layers.glow
        onToggled: section.layers.glow = checked
    }
    Toggle {
        objectName: "layerLinks"
        width: parent.width
        text: qsTr("Links to support")
        tip: qsTr("Lines from a pinned patch to the finished neighbours that spoke for it")
        checked: section.layers.links
        onToggled: section.layers.links = checked
    }
    Toggle {
        objectName: "layerGrid"
        width: parent.width
        text: qsTr("Patch grid")
        tip: qsTr("Lines between patches, one token each")
        checked: section.layers.grid
        onToggled: section.layers.grid = checked
    }
    Toggle {
        objectName: "layerCrisp"
        width: parent.width
        text: qsTr("Crisp pixels")
        tip: qsTr("Square pixels when enlarged, instead of smooth ones")
        checked: section.layers.crisp
        onToggled: section.layers.crisp = checked
    }
    Toggle {
        objectName: "livePreviews"
        width: parent.width
        text: qsTr("Decode while it is made")
        tip: qsTr("Show real pixels now and then before the picture is complete. At most a fiftieth of the time goes into it")
        checked: section.preferences.livePreviews
        onToggled: section.preferences.livePreviews = checked
    }
}
