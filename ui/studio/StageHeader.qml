import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Title on the left, what is happening in the middle, seed on the right.
Item {
    id: header

    required property StudioApp studio
    readonly property PictureView picture: studio.picture
    readonly property Timeline timeline: studio.timeline
    readonly property int step: timeline.live ? Math.min(timeline.shownSteps + 1, timeline.stepCount) : timeline.shownSteps
    readonly property bool complete: picture.finished && timeline.shownSteps === timeline.stepCount
    readonly property int shownPatches: Array.from(picture.groupSizes).slice(0, timeline.shownSteps).reduce((a, b) => a + b, 0)
    readonly property int totalPatches: picture.columns * picture.rows

    Row {
        x: 20
        height: 48
        spacing: 10

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, (header.width - pill.width) / 2 - 80)
            text: header.picture.title
            font: Type.section
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: header.picture.indexText
            font: Type.label
            color: Theme.text2
        }
    }
    Rectangle {
        id: pill
        anchors.horizontalCenter: parent.horizontalCenter
        y: 9
        width: words.implicitWidth + 40
        height: 30
        radius: 15
        color: Theme.raised
        border.width: 1
        border.color: Theme.lineStrong
        Accessible.role: Accessible.StatusBar
        Accessible.name: main.text + ", " + detail.text

        StatusDot {
            x: 14
            anchors.verticalCenter: parent.verticalCenter
            color: header.complete ? Theme.text3 : Theme.accent
        }
        Row {
            id: words
            x: 28
            height: parent.height
            spacing: 8

            Label {
                id: main
                anchors.verticalCenter: parent.verticalCenter
                font: Type.bodyStrong
                text: {
                    const size = header.step > 0 ? header.picture.groupSizes[header.step - 1] ?? 0 : 0;
                    if (header.complete)
                        return header.timeline.stepCount === 1 ? qsTr("%1 patches in one step").arg(header.totalPatches)
                            : qsTr("%1 patches in %2 steps").arg(header.totalPatches).arg(header.timeline.stepCount);
                    if (header.step === 0)
                        return qsTr("Before the first step");
                    return size === 1 ? qsTr("1 patch") : qsTr("%1 patches at once").arg(size);
                }
            }
            Label {
                id: detail
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text3
                text: header.complete ? (header.totalPatches / Math.max(1, header.timeline.stepCount)).toFixed(1) + qsTr(" at once on average")
                                      : qsTr("%1 of %2 done").arg(header.shownPatches).arg(header.totalPatches)
            }
        }
    }
    Label {
        anchors.right: parent.right
        anchors.rightMargin: 20
        height: 48
        visible: header.width > pill.width + 340
        text: header.picture.seedText.length > 0 ? qsTr("Seed %1").arg(header.picture.seedText) : ""
        font: Type.label
        color: Theme.text2
    }
}
