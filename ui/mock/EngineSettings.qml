import QtQml

QtObject {
    property string device: "auto"
    property string precision: "auto"
    property int threads: 0
    property int restMinutes: 0
    readonly property int cores: 8
    readonly property var devices: [
        { value: "auto", label: "Automatic", detail: "A CUDA device where one can be used, else the CPU" },
        { value: "cpu", label: "CPU", detail: "Sixteen-core processor · 33.6 GB" },
        { value: "cuda:0", label: "CUDA:0", detail: "Graphics card · 17.2 GB" }
    ]

    function memoryInUse(): string {
        return "612 MB";
    }
}
