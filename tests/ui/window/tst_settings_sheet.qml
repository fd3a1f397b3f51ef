import QtQuick
import QtTest
import LpdStudio.App
import LpdStudio.Style

Item {
    TestWindow {
        id: window

        TestCase {
            name: "SettingsSheet"
            when: windowShown

            readonly property Preferences preferences: window.studio.preferences
            readonly property EngineSettings engine: window.studio.engine

            function find(name: string): var {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null, 5000, name);
                return item;
            }
            function shown(name: string): bool {
                const item = findChild(window.contentItem.parent, name);
                return item !== null && item.visible;
            }
            function init() {
                tryVerify(window.takesKeys);
                window.contentItem.forceActiveFocus();
                mouseClick(find("settingsButton"));
                tryVerify(() => find("theme_dark").visible);
            }
            function cleanup() {
                keyClick(Qt.Key_Escape);
                tryVerify(() => !shown("theme_dark"));
                preferences.theme = "dark";
                preferences.textScale = 1;
            }

            function test_theThemeChangesAtOnce() {
                mouseClick(find("theme_light"));
                compare(preferences.theme, "light");
                compare(Theme.dark, false);
            }
            function test_anotherLanguageSaysWhenItIsSpoken() {
                compare(find("languageRow").detail, "");
                mouseClick(find("language_de"));
                compare(preferences.language, "de");
                compare(find("languageRow").detail, "Takes effect when LPD Studio is started again");
                mouseClick(find("language_system"));
                compare(find("languageRow").detail, "");
            }
            function test_textGrowsEverywhere() {
                const before = find("saveButton").font.pixelSize;
                mouseClick(find("text_130"));
                compare(Type.scale, 1.3);
                compare(find("saveButton").font.pixelSize, Math.round(before * 1.3));
                mouseClick(find("text_100"));
                compare(find("saveButton").font.pixelSize, before);
            }
            function test_motionIsSwitched() {
                const before = preferences.reducedMotion;
                mouseClick(find("motionToggle"), find("motionToggle").width - 10, 16);
                compare(preferences.reducedMotion, !before);
                mouseClick(find("motionToggle"), find("motionToggle").width - 10, 16);
            }
            function test_deviceAndPrecisionAreChosenAndExplained() {
                mouseClick(find("precision_bf16"));
                compare(engine.precision, "bf16");
                mouseClick(find("precision_auto"));
                mouseClick(find("deviceButton"));
                tryVerify(() => find("device_cuda:0").visible);
                mouseClick(find("device_cuda:0"));
                compare(engine.device, "cuda:0");
                compare(find("deviceButton").text, "CUDA:0");
                engine.device = "auto";
                compare(find("engineReason").text, "Now: CPU · fp32. No graphics card that LibTorch can use");
            }
            function test_fewerThreadsLoadTheModelOnce() {
                const slider = find("threadsSlider");
                slider.forceActiveFocus();
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Right);
                compare(engine.threads, 0);
                tryCompare(engine, "threads", 2, 3000);
                engine.threads = 0;
            }
            function test_exportDefaultsAreSetHereToo() {
                const record = window.studio.exporter.settings.record;
                find("recordToggle").toggle();
                find("recordToggle").toggled();
                compare(window.studio.exporter.settings.record, !record);
                const field = find("exportNamesField");
                field.forceActiveFocus();
                field.selectAll();
                keyClick("x");
                keyClick(Qt.Key_Return);
                compare(window.studio.exporter.settings.namePattern, "x");
            }
            function test_theModelMayLeaveMemory() {
                mouseClick(find("rest_15"));
                compare(engine.restMinutes, 15);
                mouseClick(find("rest_0"));
                compare(engine.restMinutes, 0);
            }
            function chooseFolder(folder: string): void {
                let row = find("changeHistory");
                while (row.choose === undefined) // the system's folder dialog cannot be clicked; this is what its accept does
                    row = row.parent;
                row.choose("file://" + folder);
            }
            function test_picturesAreTakenAlongToAnotherFolder() {
                const history = window.studio.history;
                window.studio.gallery.fill(3);
                verify(!find("historyQuestion").visible);
                chooseFolder("/other");
                const take = find("historyTake");
                verify(take.visible);
                compare(history.folder, "/pictures"); // asked first
                take.clicked();
                tryVerify(() => find("historyStop").visible);
                tryCompare(history, "folder", "/other");
                tryVerify(() => !find("historyQuestion").visible);
                compare(find("toast").text, "60 pictures came along to the new folder");
                history.folder = "/pictures";
            }
            function test_theFolderStaysWhereItIsCancelledOrCannotBeWritten() {
                const history = window.studio.history;
                window.studio.gallery.fill(3);
                chooseFolder("/other");
                find("historyKeep").clicked();
                verify(!find("historyQuestion").visible);
                history.writable = false;
                chooseFolder("/other");
                find("historyLeave").clicked();
                verify(find("historyProblem").visible);
                compare(find("historyProblem").text, "The folder cannot be written. Choose another folder.");
                compare(history.folder, "/pictures");
                history.writable = true;
                window.studio.gallery.fill(0);
                chooseFolder("/empty"); // with nothing to take along there is nothing to ask
                tryCompare(history, "folder", "/empty");
                history.folder = "/pictures";
            }
            function test_theFolderIsShown() {
                find("revealHistory").clicked();
                compare(window.studio.history.revealed, 1);
                window.studio.history.folderFixed = true;
                compare(find("changeHistory").enabled, false);
                window.studio.history.folderFixed = false;
            }
            function test_aboutSaysWhichVersionThisIs() {
                const about = find("aboutButton");
                about.forceActiveFocus();
                about.clicked();
                tryVerify(() => find("aboutVersion").visible);
                compare(find("aboutVersion").text, "Version 0.1.0");
                verify(find("openPaper").tip.includes("arxiv.org"));
                mouseClick(find("aboutSheetClose"));
                tryVerify(() => !shown("aboutVersion"));
            }
            function test_escapeClosesTheSheet() {
                keyClick(Qt.Key_Escape);
                tryVerify(() => !shown("theme_dark"));
            }
        }
    }
}
