import QtQml
import LpdStudio.App

// Takes files by their names, and writes a model in as long as a test likes to wait.
QtObject {
    id: task

    enum State { Choosing, Looking, Importing }

    required property ModelLibrary library
    property var files: ({})
    readonly property var facts: ({ transformer: "337 M parameters · 1000 subjects · 256 patches · PyTorch checkpoint", tokenizer: "71.9 M parameters · 16384 tokens · patches of 16 px · PyTorch checkpoint", config: "license, title", classes: "1000 names" })
    readonly property var parts: Array.from(["transformer", "tokenizer", "config", "classes"]).map(part => ({ part: part, file: files[part] ?? "", path: files[part] ? "/home/ada/Downloads/" + files[part] : "", fact: files[part] ? facts[part] : "" }))
    readonly property bool empty: Object.keys(files).length === 0
    property string name
    readonly property string nameProblem: name === "" ? "The model needs a name" : /^[\w.-]+$/.test(name) ? "" : "Use letters, digits, -, _ and . only"
    property string storedType: "fp32"
    property int state: ModelImport.State.Choosing
    property real progress: 0
    readonly property bool canImport: blockedReason === ""
    readonly property string blockedReason: state !== ModelImport.State.Choosing ? "A model is being imported" : !files.transformer ? "The transformer is missing" : !files.tokenizer ? "The tokenizer is missing" : nameProblem
    property string problem
    property string problemHint
    signal imported(string name, string title)

    readonly property Timer timer: Timer {
        interval: 20
        repeat: true
        onTriggered: {
            task.progress += 0.05;
            if (task.progress >= 1)
                task.finish();
        }
    }

    function offer(urls: var): void {
        dismissProblem();
        const taken = Object.assign({}, files);
        for (const url of urls) {
            const file = String(url).substring(String(url).lastIndexOf("/") + 1);
            const part = file.endsWith(".txt") ? "classes" : file.endsWith(".json") ? "config" : file.startsWith("vq") ? "tokenizer" : file.startsWith("lpd") ? "transformer" : "";
            if (part === "") {
                problem = file + " holds weights of some other kind of model";
                problemHint = "An LPD transformer and the VQ tokenizer it was trained with are needed";
                continue;
            }
            taken[part] = file;
            if (part === "transformer" && name === "")
                name = file.substring(0, file.lastIndexOf("."));
        }
        files = taken;
    }
    function remove(part: string): void {
        const left = Object.assign({}, files);
        delete left[part];
        files = left;
    }
    function begin(): void {
        if (!canImport)
            return;
        progress = 0;
        state = ModelImport.State.Importing;
        timer.start();
    }
    function finish(): void {
        const made = name;
        cancel();
        clear();
        library.append({ name: made, title: made, detail: "337 M parameters · 256 patches", license: "", usable: true, problem: "", thumbnail: "", parameters: "337 M parameters", size: "1.6 GB", subjects: 1000, pixels: 256, folder: library.userFolder + "/" + made, memory: "1.9 GB", memoryDetail: "Estimated", tight: false });
        library.currentIndex = library.count - 1;
        imported(made, made);
    }
    function cancel(): void {
        timer.stop();
        progress = 0;
        state = ModelImport.State.Choosing;
    }
    function clear(): void {
        files = {};
        name = "";
        dismissProblem();
    }
    function dismissProblem(): void {
        problem = "";
        problemHint = "";
    }
}
