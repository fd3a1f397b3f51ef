import QtQml

// One row of the class model, as plain values.
QtObject {
    required property int classIndex
    required property string name
    required property string thumbnail
    required property bool favourite
}
