import QtQuick
import QtTest
import LpdStudio.App
import LpdStudio.Style

Item {
    TestWindow {
        id: window

        TestCase {
            name: "Settings"
            when: windowShown

            readonly property PlanSettings plan: window.studio.plan

            function find(name: string): var {
                const item = findChild(window.contentItem, name);
                verify(item !== null, name);
                return item;
            }
            function inPopup(name: string): var {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null && item.visible, 5000, name);
                return item;
            }
            function init() {
                tryVerify(window.takesKeys);
                window.contentItem.forceActiveFocus();
                plan.resetToRecommended();
                plan.classIndex = 0;
                wait(50); // until the panel is laid out again
            }

            function test_stepsSnapToAPublishedCountThatIsNear() {
                const slider = find("stepsSlider");
                for (const steps of [8, 32, 64, 256]) {
                    mouseClick(slider, slider.xOf(steps) + (steps < 256 ? 4 : 0), 8);
                    compare(plan.steps, steps);
                }
            }
            function test_stepsGoFromOneToOneEachPatch() {
                const slider = find("stepsSlider");
                mouseClick(slider, 2, 8);
                compare(plan.steps, 1);
                compare(plan.groupSizes.length, 1);
                mouseClick(slider, slider.width - 2, 8);
                compare(plan.steps, plan.tokenCount);
            }
            function test_stepsAreFreeBetweenTheTicks() {
                const slider = find("stepsSlider");
                mouseClick(slider, (slider.xOf(64) + slider.xOf(128)) / 2, 8);
                verify(plan.steps > 85 && plan.steps < 96, plan.steps);
            }
            function test_stepsMoveByOneAndByTickWithTheKeys() {
                const slider = find("stepsSlider");
                slider.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Right);
                compare(plan.steps, 21);
                keyClick(Qt.Key_Left);
                keyClick(Qt.Key_Left);
                compare(plan.steps, 19);
                keyClick(Qt.Key_Up);
                compare(plan.steps, 20);
                keyClick(Qt.Key_PageUp);
                compare(plan.steps, 24);
                keyClick(Qt.Key_Down);
                compare(plan.steps, 20);
                compare(slider.value, 20);
            }
            function test_aChipChoosesItsSubject() {
                mouseClick(find("classChip_1"));
                compare(plan.classIndex, 1);
                compare(find("classChip_1").selected, true);
                compare(find("classChip_0").selected, false);
            }
            function test_slashFindsASubjectAsYouType() {
                keyClick(Qt.Key_Slash);
                const search = find("classSearch");
                compare(search.activeFocus, true);
                keyClick("b");
                keyClick("u");
                keyClick("t");
                tryVerify(() => findChild(window.contentItem, "classChip_9") !== null);
                tryVerify(() => findChild(window.contentItem, "classChip_0") === null);
                keyClick(Qt.Key_Return);
                compare(plan.classIndex, 9);
                compare(window.studio.classes.filter, "");
                tryVerify(() => findChild(window.contentItem, "classChip_9") !== null); // stays in sight though it is far down the list
            }
            function test_allSubjectsAreInThePicker() {
                compare(findChild(window.contentItem, "classChip_15"), null);
                mouseClick(find("moreSubjects"));
                const grid = inPopup("pickerGrid");
                tryCompare(grid, "count", 17); // and any subject
                mouseClick(inPopup("pickerTile_5"));
                compare(plan.classIndex, 5);
                tryCompare(grid, "visible", false);
            }
            function test_thePickerWorksWithTheKeys() {
                keyClick(Qt.Key_O, Qt.ControlModifier);
                const search = inPopup("pickerSearch");
                tryCompare(search, "activeFocus", true);
                for (const key of "light")
                    keyClick(key);
                const grid = inPopup("pickerGrid");
                tryCompare(grid, "count", 1);
                keyClick(Qt.Key_Return);
                compare(window.studio.art.names()[plan.classIndex], "Lighthouse");
                compare(window.studio.classes.filter, "");
                keyClick(Qt.Key_O, Qt.ControlModifier);
                tryCompare(search, "activeFocus", true);
                tryCompare(grid, "count", 17);
                grid.currentIndex = 0;
                keyClick(Qt.Key_Down);
                compare(grid.activeFocus, true);
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Space);
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Space);
                compare(plan.classIndices.length, 3);
                keyClick(Qt.Key_S);
                compare(window.studio.classes.favourites, [2]);
                keyClick(Qt.Key_Escape);
                tryCompare(grid, "visible", false);
                window.studio.classes.toggleFavourite(2);
            }
            function openGrid(): var {
                keyClick(Qt.Key_O, Qt.ControlModifier);
                tryCompare(inPopup("pickerSearch"), "activeFocus", true);
                const grid = inPopup("pickerGrid");
                tryCompare(grid, "count", 17);
                grid.currentIndex = 0;
                keyClick(Qt.Key_Down);
                compare(grid.activeFocus, true);
                return grid;
            }
            function test_returnKeepsTheSeveralThatWereChosen_data() {
                return [{ tag: "return", key: Qt.Key_Return }, { tag: "keypad", key: Qt.Key_Enter }];
            }
            function test_returnKeepsTheSeveralThatWereChosen(data) {
                const grid = openGrid();
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Space);
                keyClick(Qt.Key_Right);
                keyClick(data.key);
                tryCompare(grid, "visible", false);
                compare(plan.classIndices, [0, 1]);
                keyClick(Qt.Key_O, Qt.ControlModifier);
                tryCompare(inPopup("pickerSearch"), "activeFocus", true);
                for (const key of "light")
                    keyClick(key);
                tryCompare(grid, "count", 1);
                keyClick(data.key);
                tryCompare(grid, "visible", false);
                compare(plan.classIndices.length, 1); // those of before give way to what is searched for
            }
            function test_aStarLeavesTheCurrentSubjectCurrent() {
                const grid = openGrid();
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_S);
                tryVerify(() => grid.model[0].classIndex === 2);
                compare(grid.currentIndex, 0);
                for (let i = 0; i < 3; ++i)
                    keyClick(Qt.Key_Right);
                keyClick(Qt.Key_S);
                tryVerify(() => grid.model[1].classIndex === 3);
                compare(grid.currentIndex, 1);
                keyClick(Qt.Key_Escape);
                tryCompare(grid, "visible", false);
                window.studio.classes.toggleFavourite(2);
                window.studio.classes.toggleFavourite(3);
            }
            function test_starsAndRecentSubjectsHaveTheirOwnList() {
                window.studio.classes.toggleFavourite(3);
                window.studio.classes.noteUsed([4, 1]);
                mouseClick(find("moreSubjects"));
                const grid = inPopup("pickerGrid");
                tryCompare(grid, "count", 17);
                tryVerify(() => grid.model[0].classIndex === 3); // those with a star come first
                mouseClick(inPopup("pickerFavourites"));
                compare(grid.count, 1);
                mouseClick(inPopup("pickerRecent"));
                compare(grid.model.map(row => row.classIndex), [4, 1]);
                keyClick(Qt.Key_Escape);
                tryCompare(grid, "visible", false);
                window.studio.classes.toggleFavourite(3);
            }
            function test_controlAndClickChoosesSeveral() {
                mouseClick(find("classChip_1"), 10, 10, Qt.LeftButton, Qt.ControlModifier);
                compare(plan.classIndices, [0, 1]);
                compare(find("classChip_0").selected, true);
                compare(find("classChip_1").selected, true);
                mouseClick(find("classChip_0"), 10, 10, Qt.LeftButton, Qt.ControlModifier);
                compare(plan.classIndices, [1]);
            }
            function test_settingsAreUndoneAndRedone() {
                plan.guidance = 4;
                keyClick(Qt.Key_Z, Qt.ControlModifier); // whatever was there before
                plan.guidance = 7;
                compare(find("undoButton").tip, "Undo guidance");
                keyClick(Qt.Key_Z, Qt.ControlModifier);
                verify(plan.guidance !== 7);
                compare(find("toast").text, "Undone: guidance");
                compare(find("redoButton").enabled, true);
                keyClick(Qt.Key_Z, Qt.ControlModifier | Qt.ShiftModifier);
                compare(plan.guidance, 7);
                mouseClick(find("undoButton"));
                verify(plan.guidance !== 7);
            }
            function test_presetsAreKeptAppliedRenamedAndDeleted() {
                const presets = window.studio.presets;
                compare(find("presetButton").text, "Recommended");
                plan.steps = 77;
                compare(find("presetButton").text, "Own settings");
                mouseClick(find("presetButton"));
                const field = inPopup("presetName");
                mouseClick(field);
                for (const key of "slow")
                    keyClick(key);
                mouseClick(inPopup("presetSave"));
                compare(presets.count, 2);
                compare(find("presetButton").text, "slow");
                mouseClick(find("presetButton"));
                mouseClick(inPopup("preset_0"), 100, 20);
                compare(plan.steps, 20);
                mouseClick(find("presetButton"));
                const entry = inPopup("preset_1");
                mouseMove(entry, entry.width / 2, 20);
                mouseClick(inPopup("presetRenameButton_1"));
                keyClick("x");
                keyClick(Qt.Key_Return);
                compare(presets.get(1).name, "x");
                mouseMove(entry, entry.width / 2, 22);
                mouseClick(inPopup("presetRemove_1"));
                compare(presets.count, 1);
                keyClick(Qt.Key_Escape);
                tryVerify(() => !(findChild(window.contentItem.parent, "presetList")?.visible ?? false));
            }
            function test_aRenamedPresetStaysCurrent() {
                const presets = window.studio.presets;
                plan.steps = 77;
                presets.save("slow");
                plan.resetToRecommended();
                mouseClick(find("presetButton"));
                const list = inPopup("presetList");
                tryCompare(list, "activeFocus", true);
                compare(list.currentIndex, 0);
                const entry = inPopup("preset_1");
                mouseMove(entry, entry.width / 2, 20);
                mouseClick(inPopup("presetRenameButton_1"));
                keyClick("x");
                keyClick(Qt.Key_Enter);
                compare(presets.get(1).name, "x");
                compare(list.currentIndex, 1);
                keyClick(Qt.Key_Return);
                compare(plan.steps, 77);
                tryCompare(list, "visible", false);
                presets.remove(1);
            }
            function test_aBadPresetIsExplainedInOneLine() {
                window.studio.presets.importFrom("file:///tmp/holiday.json");
                compare(find("toast").problem, true);
                verify(find("toast").text.startsWith("holiday.json was not imported: "));
            }
            function test_theSeedIsTypedRolledAndLocked() {
                const field = find("seedField");
                field.forceActiveFocus();
                field.selectAll();
                for (const key of "4711")
                    keyClick(key);
                keyClick(Qt.Key_Return);
                compare(plan.seed, 4711);
                field.selectAll();
                keyClick("x");
                compare(field.problem, true);
                keyClick(Qt.Key_Return);
                compare(plan.seed, 4711);
                compare(field.problem, false);
                mouseClick(find("diceButton"));
                verify(plan.seed !== 4711);
                const locked = plan.seedLocked;
                mouseClick(find("seedLock"));
                compare(plan.seedLocked, !locked);
            }
            function test_ordersAreOneClickAway() {
                mouseClick(find("orderKind_raster"));
                compare(plan.orderKind, "raster");
                compare(find("proximitySlider").visible, false);
                mouseClick(find("orderKind_lpd"));
                compare(find("proximitySlider").visible, true);
            }
            function test_theOtherOrdersAreInAMenu() {
                mouseClick(find("orderMore"));
                let entry = null;
                tryVerify(() => (entry = findChild(window.contentItem.parent, "orderKind_spiral")) !== null && entry.visible);
                mouseClick(entry);
                compare(plan.orderKind, "spiral");
            }
            function test_guidanceFollowsItsSlider() {
                const slider = find("guidanceSlider");
                mouseClick(slider, slider.width - 1, 8);
                compare(plan.guidance, 10);
                slider.forceActiveFocus();
                keyClick(Qt.Key_Left);
                fuzzyCompare(plan.guidance, 9.9, 1e-6);
                plan.guidance = 3;
                fuzzyCompare(slider.value, 3, 1e-6);
            }
            function test_imagesAreChosenByNumber() {
                mouseClick(find("countButton_4"));
                compare(plan.imageCount, 4);
                mouseClick(find("countButton_1"));
                compare(plan.imageCount, 1);
            }
            function test_samplingOpensAndTakesTopK() {
                window.height = 1000;
                const field = find("topKField");
                compare(field.visible, false);
                find("advancedToggle").forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Space);
                compare(field.visible, true);
                field.forceActiveFocus();
                for (const key of "50")
                    keyClick(key);
                keyClick(Qt.Key_Return);
                compare(plan.topK, 50);
                find("advancedToggle").forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Space);
                compare(field.visible, false);
                window.height = 900;
            }
            function test_theModelIsToldInWholeWords_data() {
                return [{ tag: "small window", width: 1280, height: 800 }, { tag: "usual window", width: 1440, height: 900 }];
            }
            function test_theModelIsToldInWholeWords(data) {
                window.width = data.width;
                window.height = data.height;
                const facts = find("modelFacts");
                tryVerify(() => !facts.truncated, 2000, facts.text);
                verify(facts.text.endsWith("256 patches"), facts.text);
                window.width = 1440;
                window.height = 900;
            }
            function test_theStatusSaysWhatTheProgramHoldsWhereThereIsRoom() {
                const status = find("status");
                tryVerify(() => status.text.startsWith("CPU · fp32 · 612 MB · "), 5000, status.text);
                window.width = 1280;
                tryVerify(() => !status.text.includes("MB"));
                window.width = 1440;
            }
            function test_theThemeButtonGoesRound() {
                const seen = [];
                for (let i = 0; i < 3; ++i) {
                    mouseClick(find("themeButton"));
                    seen.push(window.studio.preferences.theme);
                    compare(Theme.mode, window.studio.preferences.theme);
                }
                compare(seen.slice().sort(), ["auto", "dark", "light"]);
            }
            function test_everyButtonHasANameForAssistiveTools() {
                const nameless = [];
                const visit = item => {
                    const role = item.Accessible ? item.Accessible.role : 0;
                    if ((role === Accessible.Button || role === Accessible.RadioButton) && item.Accessible.name === "")
                        nameless.push(item.objectName || String(item));
                    for (let i = 0; i < item.children.length; ++i)
                        visit(item.children[i]);
                };
                visit(window.contentItem);
                compare(nameless, []);
            }
            function test_tabReachesTheMainActions() {
                window.contentItem.forceActiveFocus();
                const reached = new Set();
                for (let i = 0; i < 60; ++i) {
                    keyClick(Qt.Key_Tab);
                    if (window.activeFocusItem)
                        reached.add(window.activeFocusItem.objectName);
                }
                for (const name of ["modelPicker", "classSearch", "stepsSlider", "orderKind_lpd", "guidanceSlider", "seedField", "countButton_1", "generateButton", "themeButton"])
                    verify(reached.has(name), name);
            }
        }
    }
}
