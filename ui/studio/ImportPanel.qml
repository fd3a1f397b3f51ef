pragma ComponentBehavior: Bound

import QtQuick
import LpdStudio.App
import LpdStudio.Controls
import LpdStudio.Style

// Makes a model of weight files: the files on top, name and stored type below, the one button in the footer.
Rectangle {
    id: panel

    required property ModelImport modelImport
    readonly property bool importing: modelImport.state === ModelImport.State.Importing
    signal filesWanted

    color: Theme.panel

    Rule {
        vertical: true
        height: parent.height
    }
    ScrollPane {
        anchors.top: parent.top
        anchors.bottom: footer.top
        width: parent.width

        Section {
            spacing: 10

            Label {
                width: parent.width
                text: qsTr("Import a model")
                font: Type.title
            }
            Label {
                width: parent.width
                text: qsTr("A transformer and the tokenizer it was trained with become a model. They are read as data; nothing in them is run.")
                font: Type.label
                color: Theme.text2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Repeater {
                model: 4 // not the list itself: the places stay where they are when a file comes or goes

                ImportPart {
                    required property int index

                    width: parent.width
                    part: panel.modelImport.parts[index]
                    enabled: !panel.importing
                    onChosen: panel.filesWanted()
                    onRemoved: panel.modelImport.remove(part.part)
                }
            }
        }
        Section {
            visible: !panel.modelImport.empty
            ruled: false

            Label {
                text: qsTr("Name")
                font: Type.label
                color: Theme.text2
            }
            TextField {
                id: name
                objectName: "importName"
                width: parent.width
                enabled: !panel.importing
                maximumLength: 64
                Accessible.name: qsTr("Name of the model")
                text: panel.modelImport.name
                problem: panel.modelImport.nameProblem.length > 0
                onTextEdited: panel.modelImport.name = text
                onEditingFinished: text = Qt.binding(() => panel.modelImport.name)
            }
            Label {
                width: parent.width
                visible: text.length > 0
                text: panel.modelImport.nameProblem
                font: Type.caption
                color: Theme.danger
            }
            Label {
                topPadding: 8
                text: qsTr("Store weights as")
                font: Type.label
                color: Theme.text2
            }
            SegmentedControl {
                width: parent.width
                enabled: !panel.importing
                label: qsTr("Store weights as")
                value: panel.modelImport.storedType
                options: [
                    { value: "fp32", label: "fp32", name: "storeFp32", tip: qsTr("As released, nothing is rounded") },
                    { value: "bf16", label: "bf16", name: "storeBf16", tip: qsTr("Half the disk space; rounded as it would be to compute in bf16") },
                    { value: "fp16", label: "fp16", name: "storeFp16", tip: qsTr("Half the disk space, finer than bf16; very large weights are refused") }
                ]
                onChosen: value => panel.modelImport.storedType = value
            }
        }
        Item {
            width: parent.width
            height: trouble.height + 16
            visible: panel.modelImport.problem.length > 0

            ProblemBox {
                id: trouble
                objectName: "importProblem"
                x: 16
                width: parent.width - 32
                text: panel.modelImport.problem
                hint: panel.modelImport.problemHint
                onDismissed: panel.modelImport.dismissProblem()
            }
        }
    }
    Item {
        id: footer
        anchors.bottom: parent.bottom
        width: parent.width
        height: panel.importing ? 100 : 72

        Rule { width: parent.width }
        Column {
            x: 16
            y: 16
            width: parent.width - 32
            visible: panel.importing
            spacing: 10

            Item {
                width: parent.width
                height: 18

                Label {
                    text: qsTr("Writing %1").arg(panel.modelImport.name)
                    width: parent.width - percent.implicitWidth - 12
                    font: Type.section
                }
                Label {
                    id: percent
                    objectName: "importPercent"
                    anchors.right: parent.right
                    text: qsTr("%1 %").arg(Math.round(panel.modelImport.progress * 100))
                    font: Type.label
                    color: Theme.text2
                }
            }
            ProgressLine {
                width: parent.width
                value: panel.modelImport.progress
                Accessible.role: Accessible.ProgressBar
                Accessible.name: percent.text
            }
            Button {
                objectName: "importCancel"
                width: parent.width
                text: qsTr("Cancel")
                tip: qsTr("Leaves nothing behind")
                onClicked: panel.modelImport.cancel()
            }
        }
        Button {
            objectName: "importButton"
            x: 16
            y: 16
            width: parent.width - 32
            visible: !panel.importing
            kind: "primary"
            enabled: panel.modelImport.empty || panel.modelImport.canImport
            iconPath: panel.modelImport.empty ? Icons.plus : Icons.save
            text: panel.modelImport.empty ? qsTr("Choose files") : qsTr("Import")
            tip: panel.modelImport.empty ? qsTr("Or drop them anywhere on this page") : panel.modelImport.blockedReason
            onClicked: panel.modelImport.empty ? panel.filesWanted() : panel.modelImport.begin()
        }
    }
}
