import QtQml

QtObject {
    property bool ready: false
    property bool sameSize: true
    property string problem
    property var left: null
    property var right: null
    property string leftSource
    property string rightSource
    property string leftTitle
    property string rightTitle
    property string leftDetail
    property string rightDetail
    property real psnr: 17.4
    property real ssim: 0.61

    function open(first: var, second: var): void {
        leftSource = first.source;
        rightSource = second.source;
        leftTitle = first.title;
        rightTitle = second.title;
        leftDetail = "Locality · " + first.steps + " steps";
        rightDetail = "Locality · " + second.steps + " steps";
        ready = true;
    }
    function close(): void {
        ready = false;
    }
}
