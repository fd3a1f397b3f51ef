import QtQuick
import QtTest
import LpdStudio.App
import LpdStudio.Ui

Item {
    TestWindow {
        id: window

        TestCase {
            id: test
            name: "Gallery"
            when: windowShown

            readonly property Gallery gallery: window.studio.gallery

            function find(name: string): var {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null, 5000, name);
                return item;
            }
            function init() {
                tryVerify(window.takesKeys);
                gallery.filter.clear();
                gallery.fill(60);
                gallery.selection.moveTo(0);
                gallery.selection.clear();
                window.studio.page = "gallery";
                find("galleryGrid").forceActiveFocus();
            }
            function tile(index: int): var {
                return find("galleryTile_" + index);
            }

            function test_0_teachesWhileThereIsNoPicture() {
                gallery.fill(0);
                const button = find("emptyCreate");
                verify(button.visible);
                mouseClick(button);
                compare(window.studio.page, "create");
            }
            function test_1_showsTheDaysInFiveColumnsAndFourInASmallWindow() {
                compare(gallery.layout.columns, 5);
                verify(tile(0).visible);
                compare(tile(4).y, tile(0).y);
                window.width = 1280;
                window.height = 800;
                tryCompare(gallery.layout, "columns", 4);
                window.width = 1440;
                window.height = 900;
                tryCompare(gallery.layout, "columns", 5);
            }
            function test_2_makesOnlyWhatCanBeSeen() {
                gallery.fill(2000);
                const grid = find("galleryGrid");
                verify(grid.slots < 40, grid.slots);
                keyClick(Qt.Key_End);
                compare(gallery.selection.current, 1999);
                tryVerify(() => findChild(window.contentItem, "galleryTile_1999") !== null);
                verify(findChild(window.contentItem, "galleryTile_0") === null);
                keyClick(Qt.Key_Home);
                tryVerify(() => findChild(window.contentItem, "galleryTile_0") !== null);
            }
            function test_3_movesWithTheArrowsAndShowsWhatItIsAt() {
                keyClick(Qt.Key_Right);
                compare(gallery.selection.current, 1);
                keyClick(Qt.Key_Down);
                compare(gallery.selection.current, 6);
                keyClick(Qt.Key_Up);
                keyClick(Qt.Key_Left);
                compare(gallery.selection.current, 0);
                keyClick(Qt.Key_Right, Qt.ShiftModifier);
                compare(gallery.selection.count, 2);
                compare(gallery.details.title, gallery.model.shown[1].title);
            }
            function test_3_showsTheModelByItsTitle() {
                const row = find("useModel").parent;
                compare(row.value, "Scenes 256");
                compare(row.valueTip, "scenes-256");
            }
            function test_4_choosesWithMouseAndKeys() {
                mouseClick(tile(0));
                mouseClick(tile(2), 20, 20, Qt.LeftButton, Qt.ControlModifier);
                compare(gallery.selection.count, 2);
                verify(find("barDelete").visible);
                mouseClick(tile(6), 20, 20, Qt.LeftButton, Qt.ShiftModifier);
                compare(gallery.selection.count, 5);
                const controller = window.studio.controller;
                controller.stepDuration = 10000;
                controller.generate();
                compare(controller.state, GenerationController.State.Generating);
                keyClick(Qt.Key_Escape);
                compare(gallery.selection.count, 0);
                compare(controller.state, GenerationController.State.Generating); // that is Esc's work on its own page
                controller.cancel();
                controller.stepDuration = 5;
                keyClick(Qt.Key_A, Qt.ControlModifier);
                compare(gallery.selection.count, 60);
                mouseClick(find("barClose"));
                compare(gallery.selection.count, 0);
            }
            function test_5_starsWithS() {
                verify(!gallery.model.shown[0].starred);
                keyClick(Qt.Key_S);
                verify(gallery.model.shown[0].starred);
                mouseClick(find("railStarred"));
                compare(gallery.model.count, gallery.filter.starredCount);
                mouseClick(find("railAll"));
                compare(gallery.model.count, 60);
            }
            function test_6_deletesAndBringsBack() {
                keyClick(Qt.Key_Delete);
                compare(gallery.filter.allCount, 59);
                const toast = find("toast");
                compare(toast.text, "Picture deleted");
                mouseClick(find("toastAction"));
                compare(gallery.filter.allCount, 60);
            }
            function test_7_findsByTyping() {
                keyClick(Qt.Key_Slash);
                verify(find("gallerySearch").activeFocus);
                for (const c of "raster 20")
                    keyClick(c);
                tryVerify(() => gallery.model.count > 0 && gallery.model.count < 60, 2000);
                verify(gallery.model.shown.every(e => e.order === "raster"));
                keyClick(Qt.Key_Return);
                verify(find("galleryGrid").activeFocus);
                gallery.filter.search = "nothing is like this";
                verify(find("clearFilter").visible);
                mouseClick(find("clearFilter"));
                compare(gallery.model.count, 60);
            }
            function test_8_takesSettingsOver() {
                mouseClick(find("detailsUse"));
                compare(gallery.lastRecall, "all");
                compare(find("toast").text, "Settings taken over");
                mouseClick(find("useSeed"));
                compare(gallery.lastRecall, "seed");
                mouseClick(find("detailsRemix"));
                compare(gallery.lastRecall, "remix");
                keyClick(Qt.Key_Tab);
                find("galleryGrid").forceActiveFocus();
                keyClick(Qt.Key_Return);
                compare(window.studio.page, "create"); // replayed
            }
            function test_8_letsAPictureRace() {
                gallery.selection.moveTo(4);
                const entry = gallery.details.entry;
                mouseClick(find("detailsRace"));
                compare(window.studio.page, "race");
                const race = window.studio.race;
                compare(race.classIndex, entry.scene);
                compare(race.lanes[0].steps, entry.steps);
                compare(race.subject.seed, entry.seed);
                verify(find("raceFollow").visible);
                window.studio.page = "gallery";
            }
            function test_8_letsTheChosenOnesRace() {
                const race = window.studio.race;
                const leading = gallery.model.shown[3];
                gallery.selection.moveTo(5);
                for (const index of [1, 3])
                    mouseClick(tile(index), 20, 20, Qt.LeftButton, Qt.ControlModifier);
                mouseClick(find("barRace"));
                compare(window.studio.page, "race");
                compare(race.lanes.map(lane => lane.orderKind + " " + lane.steps), ["raster 32", "lpd 20", "lpd 64"]);
                compare(race.classIndex, leading.scene);
                compare(race.subject.seed, leading.seed);
                compare(find("toast").text, "The race takes the subject and seed of the first");
                window.studio.page = "gallery";
                compare(gallery.selection.count, 3); // still chosen
            }
            function test_8_hasKeysForWhatTheChosenOnesCanDo() {
                find("galleryGrid").forceActiveFocus();
                gallery.selection.moveTo(5);
                keyClick(Qt.Key_U);
                compare(gallery.lastRecall, "all");
                keyClick(Qt.Key_M);
                compare(gallery.lastRecall, "remix");
                keyClick(Qt.Key_C);
                verify(!gallery.comparison.ready); // one alone
                keyClick(Qt.Key_R);
                compare(window.studio.page, "race");
                verify(find("raceFollow").visible);
                window.studio.page = "gallery";
                mouseClick(tile(3), 20, 20, Qt.LeftButton, Qt.ControlModifier);
                compare(gallery.selection.count, 2);
                keyClick(Qt.Key_C);
                verify(gallery.comparison.ready);
                keyClick(Qt.Key_Delete); // they cannot be seen now
                compare(gallery.filter.allCount, 60);
                keyClick(Qt.Key_Escape);
                verify(!gallery.comparison.ready);
                keyClick(Qt.Key_R);
                compare(window.studio.page, "race");
                compare(window.studio.race.lanes.length, 2);
                window.studio.page = "gallery";
                gallery.selection.clear();
            }
            function test_8_racesTwoToFour() {
                const bar = find("barRace");
                gallery.selection.toggle(0);
                verify(!bar.enabled);
                compare(bar.tip, "Choose two to four pictures to let them race");
                for (let count = 2; count <= 5; ++count) {
                    gallery.selection.toggle(count - 1);
                    compare(bar.enabled, count <= 4, count);
                }
                gallery.selection.clear();
            }
            function test_8_barFitsTheSmallestWindow() {
                const bar = find("actionBar");
                const grid = find("galleryGrid");
                gallery.selection.toggle(1);
                for (const width of [window.minimumWidth, 1440]) {
                    window.width = width;
                    tryCompare(bar, "narrow", width < 1440);
                    tryVerify(() => bar.x >= grid.x && bar.x + bar.width <= grid.x + grid.width);
                }
                tryCompare(gallery.layout, "columns", 5);
            }
            function test_9_comparesTwo() {
                mouseClick(tile(0));
                mouseClick(tile(1), 20, 20, Qt.LeftButton, Qt.ControlModifier);
                mouseClick(find("barCompare"));
                const view = find("compareView");
                tryVerify(() => view.visible);
                keyClick(Qt.Key_Right);
                fuzzyCompare(view.split, 0.52, 0.001);
                const drag = find("compareDrag");
                mouseClick(drag, 17 + view.side * 0.25, 40);
                fuzzyCompare(view.split, 0.25, 0.01);
                mouseClick(find("compareSide"));
                compare(view.mode, "side");
                keyClick(Qt.Key_3);
                compare(view.mode, "difference");
                keyClick(Qt.Key_1);
                keyClick(Qt.Key_Escape);
                verify(!view.visible);
                verify(find("galleryGrid").activeFocus);
            }
            function test_9_offersThePictureToOtherPrograms() {
                mouseClick(tile(0));
                compare(find("detailsPicture").Drag.mimeData["text/uri-list"], "file://" + gallery.details.file);
            }
            function test_a_narrowsBySubjectAndOrder() {
                const subject = gallery.filter.subjects[0].subject;
                mouseClick(find("railSubject_" + subject));
                verify(gallery.model.shown.every(e => e.title === subject));
                mouseClick(find("railSubject_" + subject));
                compare(gallery.model.count, 60);
                gallery.filter.choose("order:raster");
                verify(find("orderChip").visible);
                waitForRendering(find("galleryGrid")); // the chips move aside first
                mouseClick(find("orderChip"));
                compare(gallery.filter.order, "");
            }
            function test_a_narrowsByStepsWithBothBoundsWhereTheyBelong() {
                const range = find("stepsRange");
                tryVerify(() => Math.abs(range.first.value - Math.log2(12)) < 0.001);
                fuzzyCompare(range.second.value, 6, 0.001);
                range.forceActiveFocus();
                range.second.increase();
                gallery.filter.setSteps(20, 32);
                tryVerify(() => Math.abs(range.second.value - 5) < 0.001);
                fuzzyCompare(range.first.value, Math.log2(20), 0.001);
            }
            function test_b_saysWhyPicturesCannotBeSaved() {
                window.studio.history.unsaved = 2;
                window.studio.history.problem = "Pictures cannot be saved: the disk is full.";
                compare(find("toast").problem, true);
                const retry = find("historyRetry");
                verify(retry.visible);
                mouseClick(retry);
                verify(!retry.visible);
                compare(find("toast").text, "Saving works again: 2 pictures were waiting");
            }
            function test_c_explainsAForeignPicture() {
                gallery.openFile("file:///tmp/foreign.png");
                compare(find("toast").text, "foreign.png does not say how it was made. Drop a PNG that LPD Studio or lpd wrote");
                gallery.openFile("file:///tmp/mine.png");
                compare(find("toast").text, "Settings of mine.png taken over");
            }
            function test_d_exportsTheChosenOnes() {
                const exporter = window.studio.exporter;
                const before = exporter.exports.length;
                mouseClick(tile(0));
                ignoreWarning(/Cannot open: file:\/\/\/pictures/); // the mock's pictures are in no file
                mouseClick(find("detailsExport"));
                const go = find("exportGo");
                tryVerify(() => go.visible);
                waitForRendering(go);
                mouseClick(go);
                compare(exporter.exports.length, before + 1);
                compare(exporter.exports[before], [Exporter.Kind.Picture, "png", 1]);
                tryVerify(() => !go.visible);
            }
            function test_e_eachBoundOfTheStepsHasItsOwnPlaceForTheKeys() {
                const range = find("stepsRange"), first = range.first.handle, second = range.second.handle;
                const above = first.nextItemInFocusChain(false);
                for (let round = 0; round < 2; ++round) {
                    above.forceActiveFocus(Qt.TabFocusReason);
                    keyClick(Qt.Key_Tab);
                    compare([first.visualFocus, second.visualFocus], [true, false]);
                    keyClick(Qt.Key_Tab);
                    compare([first.visualFocus, second.visualFocus], [false, true]);
                    keyClick(Qt.Key_Tab);
                    verify(!range.activeFocus);
                }
                keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
                verify(second.activeFocus);
                keyClick(Qt.Key_Backtab, Qt.ShiftModifier);
                verify(first.activeFocus);
                keyClick(Qt.Key_Right);
                verify(gallery.filter.fewestSteps > gallery.filter.leastSteps);
            }
        }
    }
}
