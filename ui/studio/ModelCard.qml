import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// One model: what it is, what it costs, and the button that uses it; or why it cannot be used.
Rectangle {
    id: card

    required property ModelLibrary models
    required property var entry // the list's row
    readonly property bool current: entry.index === models.currentIndex
    readonly property int state: current ? models.state : ModelLibrary.State.None
    readonly property bool failed: current && state === ModelLibrary.State.Failed
    readonly property string facts: !entry.usable ? "" : [entry.parameters, qsTr("%n subject(s)", "", entry.subjects),
        qsTr("%1 × %1 px").arg(entry.pixels), qsTr("%1 on disk").arg(entry.size)].join(" · ")
    readonly property string trouble: !entry.usable ? entry.problem : failed ? [models.problem, models.problemHint].filter(text => text.length > 0).join(". ") : ""
    signal used

    objectName: "modelCard_" + entry.name
    height: Math.max(104, words.implicitHeight + 40)
    radius: 14
    color: Theme.panel
    border.width: 1
    border.color: current && !failed ? Theme.accentLine : trouble.length > 0 ? Theme.alpha(Theme.danger, 0.45) : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: entry.usable ? entry.title + ", " + facts : entry.title
    Accessible.description: trouble

    Rectangle {
        id: picture
        x: 20
        anchors.verticalCenter: parent.verticalCenter
        width: 64
        height: 64
        radius: Theme.radiusCard
        color: Theme.hover

        Icon {
            anchors.centerIn: parent
            visible: !image.loaded
            size: 20
            path: card.trouble.length > 0 ? Icons.warning : Icons.cube
            color: card.trouble.length > 0 ? Theme.danger : Theme.text3
        }
        RoundedImage {
            id: image
            anchors.fill: parent
            source: card.entry.thumbnail
            fallback: Theme.alpha(Theme.hover, 0)
        }
    }
    Column {
        id: words
        x: 104
        anchors.verticalCenter: parent.verticalCenter
        width: (costs.visible ? costs.x : parent.width) - x - 20
        spacing: 4

        Row {
            width: parent.width
            spacing: 8

            Label {
                width: Math.min(implicitWidth, parent.width - (tag.visible ? tag.width + 8 : 0))
                text: card.entry.title
                font: Type.lane
                color: card.entry.usable ? Theme.text1 : Theme.text2
            }
            Tag {
                id: tag
                objectName: "modelTag_" + card.entry.name
                anchors.verticalCenter: parent.verticalCenter
                visible: card.current && !card.failed && text.length > 0
                accented: card.state === ModelLibrary.State.Ready
                text: card.state === ModelLibrary.State.Ready ? qsTr("In use")
                    : card.state === ModelLibrary.State.Loading ? qsTr("Loading")
                    : card.state === ModelLibrary.State.Waiting ? qsTr("Waits for the queue")
                    : card.state === ModelLibrary.State.Resting ? qsTr("Resting") : ""

                HoverHandler { id: tagHover }
                TipHost {
                    shown: tagHover.hovered
                    text: card.state === ModelLibrary.State.Resting ? qsTr("It left memory after an idle while; the next picture brings it back")
                        : card.state === ModelLibrary.State.Ready ? card.models.deviceReason : ""
                }
            }
        }
        Label {
            width: parent.width
            visible: card.entry.usable
            text: card.facts
            font: Type.label
            color: Theme.text2
        }
        Label {
            width: parent.width
            visible: card.trouble.length > 0
            text: card.trouble
            font: Type.label
            color: Theme.danger
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Label {
            width: parent.width
            text: card.entry.license.length > 0 ? card.entry.license + " · " + card.entry.folder : card.entry.folder
            font: Type.caption
            color: Theme.text3
            elide: Text.ElideMiddle

            HoverHandler { id: folderHover }
            TipHost {
                shown: folderHover.hovered
                text: card.entry.license.length > 0 ? qsTr("Licence: %1. Folder: %2").arg(card.entry.license).arg(card.entry.folder)
                                                   : qsTr("No licence is given. Folder: %1").arg(card.entry.folder)
            }
        }
    }
    Item {
        id: costs
        objectName: "modelCosts_" + card.entry.name
        anchors.verticalCenter: parent.verticalCenter
        x: (action.visible ? action.x - 24 : card.width - 20) - width
        width: Math.max(memory.implicitWidth + (warning.visible ? 19 : 0), caption.implicitWidth)
        height: figures.implicitHeight
        visible: card.entry.usable
        readonly property string detail: card.entry.memoryDetail ?? ""
        readonly property bool visualFocus: activeFocus // a press gives it none
        activeFocusOnTab: detail.length > 0
        Accessible.role: Accessible.StaticText
        Accessible.focusable: activeFocusOnTab
        Accessible.name: memory.text + " " + caption.text
        Accessible.description: detail

        Column {
            id: figures
            width: parent.width
            spacing: 2

            Row {
                anchors.right: parent.right
                spacing: 5

                Icon {
                    id: warning
                    anchors.verticalCenter: parent.verticalCenter
                    visible: card.entry.tight === true
                    size: 14
                    path: Icons.warning
                    color: Theme.warn
                }
                Label {
                    id: memory
                    objectName: "modelMemory_" + card.entry.name
                    text: card.entry.memory ? "≈ " + card.entry.memory : ""
                    font: Type.section
                    color: card.entry.tight === true ? Theme.warn : Theme.text1
                }
            }
            Label {
                id: caption
                anchors.right: parent.right
                text: card.entry.tight === true ? qsTr("more than there is") : qsTr("in memory")
                font: Type.caption
                color: card.entry.tight === true ? Theme.warn : Theme.text3
            }
        }
        HoverHandler { id: memoryHover }
        TipHost {
            shown: memoryHover.hovered || costs.visualFocus
            text: costs.detail
        }
        FocusRing { control: costs }
    }
    Button {
        id: action
        objectName: "useModel_" + card.entry.name
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: 20
        width: 92
        visible: card.entry.usable && (!card.current || card.failed)
        iconPath: card.failed ? Icons.refresh : ""
        text: card.failed ? qsTr("Retry") : qsTr("Use")
        tip: card.failed ? qsTr("Load it again") : qsTr("Load it, and make pictures with it")
        onClicked: card.failed ? card.models.retry() : card.used()
    }
}
