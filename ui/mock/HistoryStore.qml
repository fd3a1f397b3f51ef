import QtQml

QtObject {
    property string folder: "/pictures"
    property int unsaved: 0
    property string problem
    property string problemHint
    signal recovered(int pictures)
    signal rebuilt(int pictures)
    signal failed(string text, string hint)

    function retry(): void {
        const waited = unsaved;
        problem = "";
        problemHint = "";
        unsaved = 0;
        recovered(waited);
    }
}
