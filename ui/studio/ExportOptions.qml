import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// The settings of one kind of export.
Column {
    id: options

    required property Exporter exporter
    required property int kind
    required property var endings
    required property string ending
    required property string note
    required property bool named // by the pattern; pictures of the gallery keep their names
    readonly property ExportSettings settings: exporter.settings
    readonly property bool pictures: kind === Exporter.Kind.Picture || kind === Exporter.Kind.Sheet
    readonly property bool animated: kind === Exporter.Kind.Animation
    signal endingChosen(string ending)

    spacing: 6

    SegmentedControl {
        width: parent.width
        label: qsTr("Format")
        value: options.ending
        options: Array.from(options.endings).map(ending => ({ value: ending, label: ending === "webp" ? "WebP" : ending.toUpperCase(), name: "exportFormat_" + ending, tip: "" }))
        onChosen: value => options.endingChosen(value)
    }
    Label {
        width: parent.width
        visible: text.length > 0
        topPadding: 2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        font: Type.caption
        color: options.note.length > 0 ? Theme.warn : Theme.text2
        text: options.note.length > 0 ? options.note
            : options.kind === Exporter.Kind.Order && options.ending === "json" ? qsTr("The released tools' format: positions in the order they are made.")
            : options.kind === Exporter.Kind.Order && options.ending === "csv" ? qsTr("One line a patch: step, place, why it was chosen, support.")
            : ""
    }
    SliderRow {
        width: parent.width
        visible: options.pictures && options.ending !== "png"
        sliderName: "exportQuality"
        label: qsTr("Quality")
        tip: qsTr("Higher is larger and closer to the picture")
        from: 50
        to: 100
        stepSize: 1
        value: options.settings.quality
        valueText: String(options.settings.quality)
        onEdited: value => options.settings.quality = Math.round(value)
    }
    SliderRow {
        width: parent.width
        visible: options.kind === Exporter.Kind.Picture
        sliderName: "exportScale"
        label: qsTr("Size")
        tip: qsTr("How many times the picture is enlarged")
        from: 1
        to: 8
        stepSize: 1
        value: options.settings.pictureScale
        valueText: qsTr("%1 px").arg(options.settings.pictureScale * options.exporter.pictureSide)
        valueWidth: 56
        onEdited: value => options.settings.pictureScale = Math.round(value)
    }
    Toggle {
        objectName: "exportRecord"
        width: parent.width
        visible: options.kind === Exporter.Kind.Picture
        text: qsTr("Keep how it was made")
        tip: options.ending === "png" ? qsTr("The file can be replayed, and its settings used again")
                                      : qsTr("Its settings as text, for other programs to show; only a PNG can be replayed")
        checked: options.settings.record
        onToggled: options.settings.record = checked
    }
    SliderRow {
        width: parent.width
        visible: options.animated
        sliderName: "exportStep"
        label: qsTr("A step")
        tip: qsTr("How long each step is shown")
        valueWidth: 56
        from: 0.02
        to: 0.5
        stepSize: 0.01
        value: options.settings.stepSeconds
        valueText: qsTr("%1 s").arg(Numbers.fixed(options.settings.stepSeconds, 2))
        onEdited: value => options.settings.stepSeconds = value
    }
    SliderRow {
        width: parent.width
        visible: options.animated
        sliderName: "exportHold"
        label: qsTr("The end")
        tip: qsTr("How long the finished picture is shown")
        valueWidth: 56
        from: 0.1
        to: 5
        stepSize: 0.1
        value: options.settings.holdSeconds
        valueText: qsTr("%1 s").arg(Numbers.fixed(options.settings.holdSeconds, 1))
        onEdited: value => options.settings.holdSeconds = value
    }
    SliderRow {
        width: parent.width
        visible: options.animated
        sliderName: "exportAnimationScale"
        label: qsTr("Size")
        tip: qsTr("How many times the picture is enlarged")
        valueWidth: 56
        from: 1
        to: 4
        stepSize: 1
        value: options.settings.animationScale
        valueText: qsTr("%1 px").arg(options.settings.animationScale * options.exporter.pictureSide)
        onEdited: value => options.settings.animationScale = Math.round(value)
    }
    Toggle {
        objectName: "exportGlow"
        width: parent.width
        visible: options.animated
        text: qsTr("Outline the newest patches")
        tip: qsTr("Frame the patches of each step as it appears")
        checked: options.settings.glow
        onToggled: options.settings.glow = checked
    }
    Toggle {
        objectName: "exportOrderMap"
        width: parent.width
        visible: options.animated
        text: qsTr("Order map")
        tip: qsTr("Patches in the colour of their step")
        checked: options.settings.orderMap
        onToggled: options.settings.orderMap = checked
    }
    Toggle {
        objectName: "exportNumbers"
        width: parent.width
        visible: options.animated
        text: qsTr("Step numbers")
        tip: qsTr("Write its step into every finished patch")
        checked: options.settings.numbers
        onToggled: options.settings.numbers = checked
    }
    Item {
        width: parent.width
        height: 32
        visible: options.named && !options.animated

        Label {
            height: parent.height
            text: qsTr("File name")
            font: Type.label
            color: Theme.text2
        }
        TextField {
            objectName: "exportPattern"
            x: Type.wide(76)
            width: parent.width - x
            Accessible.name: qsTr("File name")
            text: options.settings.namePattern
            onEditingFinished: {
                options.settings.namePattern = text;
                text = Qt.binding(() => options.settings.namePattern);
            }
        }
    }
    Label {
        x: Type.wide(76)
        width: parent.width - x
        visible: options.named && !options.animated
        text: qsTr("Filled in: {class} {seed} {index} {steps} {order} {model} {date} {time}")
        font: Type.caption
        color: Theme.text3
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
}
