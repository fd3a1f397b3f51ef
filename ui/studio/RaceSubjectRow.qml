pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// What all lanes show: the subject, to be changed by a click, and the seed.
Item {
    id: row

    required property StudioApp studio
    readonly property Race race: studio.race
    readonly property bool making: race.state === Race.State.Making

    implicitHeight: 56

    T.AbstractButton {
        id: subject
        objectName: "raceSubject"
        x: -6
        width: Math.min(row.width, 66 + title.implicitWidth + 28)
        height: 56
        enabled: !row.making
        focusPolicy: Qt.StrongFocus
        hoverEnabled: true
        text: row.race.title
        Accessible.name: qsTr("Subject of the race: %1").arg(text)
        onClicked: picker.opened ? picker.close() : picker.open()

        background: Rectangle {
            radius: Theme.radiusControl
            color: subject.down ? Theme.pressed : subject.hovered && subject.enabled ? Theme.hover : Theme.alpha(Theme.hover, 0)
            Behavior on color { ColorAnimation { duration: Theme.hoverMs } }
            FocusRing { control: subject }
        }
        contentItem: Item {
            RoundedImage {
                anchors.verticalCenter: parent.verticalCenter
                x: 6
                width: 40
                height: 40
                radius: Theme.radiusControl
                source: row.race.thumbnail
            }
            Label {
                id: title
                x: 58
                y: 5
                width: Math.min(implicitWidth, parent.width - x - 26)
                height: 22
                text: subject.text
                font: Type.lane
            }
            Icon {
                x: title.x + title.width + 6
                y: 9
                size: 14
                visible: subject.enabled
                path: Icons.chevronDown
                color: subject.hovered ? Theme.text1 : Theme.text3
            }
        }
        TipHost {
            shown: subject.hovered && !subject.down && !picker.visible
            text: qsTr("Choose what all lanes show")
        }

        ClassPicker {
            id: picker
            objectName: "racePicker"
            y: subject.height + 6
            classes: row.studio.classes
            rows: collected.rows
            chosen: [row.race.classIndex]
            several: false
            onPicked: classIndex => row.race.subject.chooseClass(classIndex)
        }
        ClassRows {
            id: collected
            active: picker.wanted
            classes: row.studio.classes
        }
    }
    Row {
        x: 48
        y: 29
        height: 24
        spacing: 2

        TextField {
            id: seed
            objectName: "raceSeed"
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(70, metrics.advanceWidth(text) + 16)
            implicitHeight: 24
            leftPadding: 4
            rightPadding: 4
            quiet: true
            enabled: !row.making
            font: Type.label
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 24
            Accessible.name: qsTr("Seed of every lane")
            text: row.race.seedText
            onTextEdited: problem = !/^[\d\s]*$/.test(text)
            onEditingFinished: {
                problem = false;
                if (text !== row.race.seedText)
                    row.race.subject.setSeedText(text);
                text = Qt.binding(() => row.race.seedText);
            }

            FontMetrics {
                id: metrics
                font: seed.font
            }
            TipHost {
                shown: seed.hovered && !seed.activeFocus
                text: qsTr("The seed: the same in every lane")
            }
        }
        IconButton {
            objectName: "raceDice"
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: 24
            implicitHeight: 24
            iconSize: 14
            enabled: !row.making
            iconPath: Icons.dice
            tip: qsTr("Roll a new seed for the race")
            onClicked: row.race.subject.rollSeed()
        }
        IconButton {
            objectName: "raceFollow"
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: 24
            implicitHeight: 24
            iconSize: 14
            visible: row.race.subject.own && !row.making
            iconPath: Icons.undo
            tip: qsTr("Subject, seed and sampling as on the Create page again")
            onClicked: row.race.subject.followPlan()
        }
    }
}
