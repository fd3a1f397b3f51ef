import QtQuick
import QtTest
import LpdStudio.App

Item {
    TestWindow {
        id: window

        TestCase {
            name: "Palette"
            when: windowShown

            readonly property PlanSettings plan: window.studio.plan

            function find(name: string): var {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null && item.visible, 5000, name);
                return item;
            }
            function init() {
                tryVerify(window.takesKeys);
                window.contentItem.forceActiveFocus();
            }
            function open(): var {
                keyClick(Qt.Key_K, Qt.ControlModifier);
                const field = find("paletteField");
                tryCompare(field, "activeFocus", true);
                return field;
            }
            function type(text: string) {
                for (const key of text)
                    keyClick(key);
            }
            function doIt(text: string) {
                const field = open();
                type(text);
                keyClick(Qt.Key_Return);
                tryCompare(field, "visible", false);
            }

            function test_doesWhatIsTyped_data() {
                return [
                    { tag: "a subject", typed: "sailboat", check: () => plan.classIndex === window.studio.art.names().indexOf("Sailboat") },
                    { tag: "letters of a subject", typed: "hotballoon", check: () => plan.classIndex === window.studio.art.names().indexOf("Hot-air balloon") },
                    { tag: "an order", typed: "order raster", check: () => plan.orderKind === "raster" },
                    { tag: "published steps", typed: "steps 64", check: () => plan.steps === 64 },
                    { tag: "any steps", typed: "steps 77", check: () => plan.steps === 77 },
                    { tag: "a seed", typed: "seed 4711", check: () => plan.seed === 4711 },
                    { tag: "guidance", typed: "guidance 2.5", check: () => plan.guidance === 2.5 },
                    { tag: "a theme", typed: "light theme", check: () => window.studio.preferences.theme === "light" },
                    { tag: "a page", typed: "go race", check: () => window.studio.page === "race" }
                ];
            }
            function test_doesWhatIsTyped(row) {
                window.studio.page = "create";
                window.studio.preferences.theme = "dark";
                plan.resetToRecommended();
                doIt(row.typed);
                verify(row.check(), row.typed);
            }
            function test_generatesFromThePalette() {
                window.studio.page = "create";
                const before = window.studio.pictures.count;
                doIt("generate");
                compare(window.studio.pictures.count, before + 1);
                tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 10000);
            }
            function test_offersOnlyWhatIsPossibleNow() {
                window.studio.page = "race";
                open();
                type("previous step");
                compare(find("paletteList").count, 0);
                keyClick(Qt.Key_Escape);
                window.studio.page = "create";
            }
            function test_whatFitsAsWellStaysInItsOrder() {
                const field = open();
                type("steps");
                const found = find("paletteList").model.map(command => command.text).filter(text => text.startsWith("Steps: "));
                compare(found, plan.publishedSteps.map(count => "Steps: " + count));
                keyClick(Qt.Key_Escape);
                tryCompare(field, "visible", false);
            }
            function test_theArrowKeysChoose() {
                const field = open();
                type("steps");
                const list = find("paletteList");
                verify(list.count > 5);
                keyClick(Qt.Key_Down);
                compare(list.currentIndex, 1);
                keyClick(Qt.Key_Up);
                keyClick(Qt.Key_Up);
                compare(list.currentIndex, 0);
                keyClick(Qt.Key_Escape);
                tryCompare(field, "visible", false);
            }
            function test_theSheetShowsEveryKeyThatWorks() {
                keyClick(Qt.Key_F1);
                find("key_generate");
                for (const name of ["generate", "generateFirst", "stop", "play", "pan", "save", "palette", "page_race", "startRace", "compareChosen", "replayCurrent"])
                    find("key_" + name);
                keyClick(Qt.Key_Escape);
            }
            function test_noKeyDoesTwoThingsAtOnce() {
                // The same key may stand for different things only where they are never possible together.
                const allowed = [["generate", "startRace"], ["endWelcome", "stop", "deselect", "stopRace", "closeComparison"], ["undo", "undoMessage", "undoDelete"], ["play", "playRace"], ["firstStep", "restartRace"],
                                 ["search", "findPicture"], ["raceOthers", "raceChosen"], ["export", "exportChosen"]];
                const byKey = new Map();
                for (const action of findChild(window, "actions").all) {
                    for (const key of action.keys)
                        byKey.set(key, (byKey.get(key) ?? []).concat(action.name));
                }
                for (const [key, names] of byKey)
                    verify(names.length === 1 || allowed.some(group => names.every(name => group.includes(name))), key + ": " + names);
            }
        }
    }
}
