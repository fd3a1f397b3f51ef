import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Guidance, seed and how many pictures.
Section {
    id: section

    required property PlanSettings plan

    SliderRow {
        width: parent.width
        enabled: section.plan.classIndex >= 0
        sliderName: "guidanceSlider"
        label: qsTr("Guidance")
        tip: qsTr("How strictly the picture follows its subject; 1 is not at all")
        from: 1
        to: 10
        stepSize: 0.1
        value: section.plan.guidance
        valueText: Numbers.fixed(section.plan.guidance, 1)
        onEdited: value => section.plan.guidance = value
    }
    Item {
        width: parent.width
        height: 32

        Label {
            height: parent.height
            text: qsTr("Seed")
            font: Type.label
            color: Theme.text2
        }
        TextField {
            id: seed
            objectName: "seedField"
            x: Type.wide(76)
            width: parent.width - x - 38
            trailing: 32
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 24
            Accessible.name: qsTr("Seed")
            tip: qsTr("The same seed and settings make the same picture again")
            text: section.plan.seedText
            onTextChanged: if (!activeFocus) cursorPosition = 0 // the start of a long number shows
            onTextEdited: problem = !/^[\d\s]*$/.test(text)
            onEditingFinished: {
                problem = false;
                if (text !== section.plan.seedText)
                    section.plan.setSeedText(text);
                text = Qt.binding(() => section.plan.seedText);
            }

            IconButton {
                objectName: "seedLock"
                anchors.right: parent.right
                anchors.rightMargin: 3
                anchors.verticalCenter: parent.verticalCenter
                implicitWidth: 26
                implicitHeight: 26
                iconSize: 14
                iconPath: section.plan.seedLocked ? Icons.lock : Icons.unlock
                ink: section.plan.seedLocked ? Theme.accentText : Theme.text3
                tip: section.plan.seedLocked ? qsTr("Seed stays for the next picture") : qsTr("A new seed after every picture")
                keys: "Ctrl+L"
                onClicked: section.plan.seedLocked = !section.plan.seedLocked
            }
        }
        IconButton {
            objectName: "diceButton"
            anchors.right: parent.right
            outlined: true
            iconPath: Icons.dice
            tip: qsTr("Roll a new seed")
            keys: "Ctrl+D"
            onClicked: section.plan.rollSeed()
        }
    }
    Item {
        width: parent.width
        height: 32

        Label {
            height: parent.height
            text: qsTr("Images")
            font: Type.label
            color: Theme.text2
        }
        SegmentedControl {
            x: Type.wide(76)
            width: parent.width - x
            label: qsTr("Images")
            value: section.plan.imageCount
            options: Array.from([1, 2, 4, 8]).map(n => ({ value: n, label: String(n), name: "countButton_" + n, tip: "" }))
            onChosen: value => section.plan.imageCount = value
        }
    }
}
