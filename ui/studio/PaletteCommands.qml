import QtQml
import LpdStudio.App
import "fuzzy.js" as Fuzzy

// What the palette offers: the window's actions, and every subject, order, step count and model by its name.
// A command: {text, detail, keys, run}.
QtObject {
    id: commands

    required property StudioApp studio
    required property WindowActions actions
    readonly property int most: 60

    function matching(typed) { // without types: qmllint 6.4 falls over them here
        const wanted = typed.trim();
        const possible = actionCommands();
        if (wanted.length === 0)
            return possible;
        const ranked = possible.concat(numbersIn(wanted), planCommands(), subjects(), presets(), models())
            .map((command, place) => ({ command: command, place: place, score: command.exact ? 1000 : Fuzzy.score(command.text, wanted) }));
        const fitting = ranked.filter(one => one.score >= 0);
        fitting.sort((a, b) => b.score - a.score || a.place - b.place); // equals would change places
        return fitting.slice(0, most).map(one => one.command);
    }
    function actionCommands(): var {
        return actions.all.filter(action => action.name !== "palette" && (action.enabled === undefined || action.enabled()))
            .map(action => ({ text: action.text, detail: action.group, keys: action.keys.length > 0 ? action.keys[0] : "", run: action.run }));
    }
    function planCommands(): var {
        const plan = studio.plan;
        const orders = Array.from(plan.orderKinds).map(kind => ({ text: qsTr("Order: %1").arg(kind.label), detail: kind.tip, keys: "", run: () => plan.orderKind = kind.word }));
        const steps = Array.from(plan.publishedSteps).map(count => ({ text: qsTr("Steps: %1").arg(count), detail: qsTr("Plan"), keys: "", run: () => plan.steps = count }));
        return [...orders, ...steps];
    }
    function subjects(): var {
        const choose = index => () => {
            studio.plan.classIndex = index;
            studio.page = "create";
        };
        return Array.from({ length: studio.classes.totalCount + 1 }, (_, i) => i - 1)
            .map(index => ({ text: studio.classes.nameOf(index), detail: qsTr("Subject"), keys: "", run: choose(index) }));
    }
    function presets(): var {
        return Array.from({ length: studio.presets.count }, (_, row) => ({
            text: qsTr("Preset: %1").arg(studio.presets.data(studio.presets.index(row, 0), Qt.DisplayRole) ?? ""), detail: qsTr("Plan"), keys: "",
            run: () => studio.presets.apply(row)
        }));
    }
    function models(): var {
        const names = [];
        for (let row = 0; row < studio.models.count; ++row) {
            const title = studio.models.data(studio.models.index(row, 0), Qt.DisplayRole);
            if (row !== studio.models.currentIndex && title)
                names.push({ text: qsTr("Model: %1").arg(title), detail: qsTr("Model"), keys: "", run: () => studio.models.select(row) });
        }
        return names;
    }
    // "steps 64", "seed 4711", "guidance 2.5"
    function numbersIn(typed: string): var {
        const plan = studio.plan;
        const steps = valueBehind([qsTr("step"), qsTr("steps"), "step", "steps"], /^\d+$/, typed);
        if (Number(steps) >= 1 && Number(steps) <= plan.tokenCount && !Array.from(plan.publishedSteps).includes(Number(steps)))
            return [{ text: qsTr("Steps: %1").arg(Number(steps)), detail: qsTr("Plan"), keys: "", exact: true, run: () => plan.steps = Number(steps) }];
        const seed = valueBehind([qsTr("seed"), "seed"], /^[\d ]+$/, typed);
        if (seed.length > 0)
            return [{ text: qsTr("Seed: %1").arg(seed), detail: qsTr("Plan"), keys: "", exact: true, run: () => plan.setSeedText(seed) }];
        const guidance = valueBehind([qsTr("guidance"), "guidance"], /^\d+([.,]\d+)?$/, typed);
        if (guidance.length > 0)
            return [{ text: qsTr("Guidance: %1").arg(guidance), detail: qsTr("Plan"), keys: "", exact: true, run: () => plan.guidance = Number(guidance.replace(",", ".")) }];
        return [];
    }
    // What stands behind one of the words, where it looks like `form`; else nothing.
    function valueBehind(words, form, typed) {
        const parts = /^(\S+)\s+(.+)$/.exec(typed.toLowerCase());
        return parts && words.some(word => word.toLowerCase() === parts[1]) && form.test(parts[2]) ? parts[2] : "";
    }
}
