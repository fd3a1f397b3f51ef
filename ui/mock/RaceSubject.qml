import QtQml
import LpdStudio.App

QtObject {
    id: subject

    required property PlanSettings plan
    property var chosenClass: null
    property var chosenSeed: null
    readonly property bool own: chosenClass !== null || chosenSeed !== null
    readonly property int classIndex: chosenClass ?? plan.classIndex
    readonly property real seed: chosenSeed ?? plan.seed
    signal changed

    function chooseClass(index: int): void {
        chosenClass = index;
        changed();
    }
    function setSeedText(text: string): bool {
        const digits = text.replace(/\s/g, "");
        if (!/^\d+$/.test(digits))
            return false;
        chosenSeed = Number(digits);
        changed();
        return true;
    }
    function rollSeed(): void {
        chosenSeed = Math.floor(Math.random() * 999999999);
        changed();
    }
    function followPlan(): void {
        chosenClass = null;
        chosenSeed = null;
        changed();
    }
}
