import QtQuick
import QtTest
import LpdStudio.App

Item {
    TestWindow {
        id: window

        TestCase {
            name: "TimelineAndInspector"
            when: windowShown

            readonly property Timeline timeline: window.studio.timeline

            function find(name: string): var {
                const item = findChild(window.contentItem, name);
                verify(item !== null, name);
                return item;
            }
            function initTestCase() {
                tryVerify(window.takesKeys);
                window.studio.controller.generate();
                tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 10000);
            }
            function init() {
                // The window's size comes back from the window system when it likes.
                tryCompare(window.contentItem, "width", 1440);
                tryCompare(window.contentItem, "height", 900);
                waitForRendering(window.contentItem, 100);
                window.contentItem.forceActiveFocus();
                timeline.last();
                window.studio.picture.selectedPosition = -1;
            }

            function test_aPressOnABarShowsItsStep() {
                for (const step of [5, 1, 20, 12]) {
                    const bars = find("timelineBars"), bar = bars.barRect(step);
                    mouseClick(bars, bar.x + bar.width / 2, bars.height - 34);
                    compare(timeline.shownSteps, step);
                    compare(find("canvas").shownSteps, step);
                }
            }
            function test_draggingScrubs() {
                const bars = find("timelineBars"), from = bars.barRect(2), to = bars.barRect(15);
                const start = from.x + from.width / 2, distance = to.x - from.x;
                mousePress(bars, start, 60);
                compare(timeline.shownSteps, 2);
                mouseMove(bars, start + distance / 2, 60);
                verify(timeline.shownSteps > 6 && timeline.shownSteps < 11);
                mouseMove(bars, start + distance, 60);
                compare(timeline.shownSteps, 15);
                mouseMove(bars, -20, 60);
                compare(timeline.shownSteps, 0);
                mouseRelease(bars, -20, 60);
            }
            function test_keysStepThrough() {
                keyClick(Qt.Key_Home);
                compare(timeline.shownSteps, 0);
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Right);
                compare(timeline.shownSteps, 2);
                keyClick(Qt.Key_Left);
                compare(timeline.shownSteps, 1);
                keyClick(Qt.Key_End);
                compare(timeline.shownSteps, 20);
            }
            function test_buttonsStepThrough() {
                mouseClick(find("firstStep"));
                compare(timeline.shownSteps, 0);
                mouseClick(find("nextStep"));
                compare(timeline.shownSteps, 1);
                mouseClick(find("lastStep"));
                mouseClick(find("previousStep"));
                compare(timeline.shownSteps, 19);
            }
            function test_spacePlaysAndPauses() {
                timeline.first();
                keyClick(Qt.Key_Space);
                compare(timeline.playing, true);
                tryVerify(() => timeline.shownSteps >= 2, 3000);
                keyClick(Qt.Key_Space);
                compare(timeline.playing, false);
                verify(timeline.shownSteps < 20);
            }
            function test_theGroupShownLastGlowsDuringReplay() {
                timeline.seek(7);
                compare(find("canvas").currentGroup, 6);
                compare(find("canvas").nextGroup, 7);
                timeline.last();
                compare(find("canvas").currentGroup, -1);
            }
            function test_speedIsChosenFromAMenu() {
                mouseClick(find("speedButton"));
                let entry = null;
                tryVerify(() => (entry = findChild(window.contentItem.parent, "speed_4")) !== null && entry.visible);
                mouseClick(entry);
                compare(timeline.speed, 4);
                timeline.speed = 1;
            }
            function test_clickingAPatchKeepsItInTheInspector() {
                const canvas = find("canvas");
                const cell = canvas.cellRect(119);
                mouseClick(canvas, cell.x + cell.width / 2, cell.y + cell.height / 2);
                compare(window.studio.picture.selectedPosition, 119);
                keyClick(Qt.Key_Escape);
                compare(window.studio.picture.selectedPosition, -1);
            }
            function test_theCanvasKnowsItsCells() {
                const canvas = find("canvas");
                compare(canvas.positionAt(-1, 4), -1);
                compare(canvas.positionAt(canvas.width, 4), -1);
                compare(canvas.positionAt(0, 0), 0);
                compare(canvas.positionAt(canvas.width - 1, canvas.height - 1), 255);
                compare(canvas.width % 16, 0); // whole pixels a cell
                compare(canvas.x, Math.round(canvas.x));
            }
            function test_arrowsMoveTheChosenPatchWhileTheCanvasHasTheFocus() {
                const canvas = find("canvas");
                window.studio.picture.selectedPosition = 17;
                canvas.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Right);
                compare(window.studio.picture.selectedPosition, 18);
                keyClick(Qt.Key_Up);
                compare(window.studio.picture.selectedPosition, 2);
                compare(timeline.shownSteps, 20);
            }
            function test_iHidesTheInspector() {
                const stage = find("canvas").area.width;
                keyClick(Qt.Key_I);
                compare(window.studio.preferences.inspectorOpen, false);
                verify(find("canvas").area.width > stage);
                keyClick(Qt.Key_I);
                compare(find("canvas").area.width, stage);
            }
            function test_theMarkStaysOnItsBarInAnotherWindow() {
                const bars = find("timelineBars"), mark = find("stepMark");
                const isOnIt = () => {
                    const bar = bars.barRect(window.studio.timeline.shownSteps);
                    return Math.abs(mark.y + 3 - bar.y) < 0.5 && Math.abs(mark.height - 6 - bar.height) < 0.5 && Math.abs(mark.x + 3 - bar.x) < 0.5;
                };
                verify(isOnIt());
                const floor = bars.floorY;
                window.height = 800;
                tryVerify(() => bars.floorY !== floor);
                tryVerify(isOnIt);
            }
            function test_theInspectorClosesWhereItWouldCoverThePicture() {
                const preferences = window.studio.preferences, inspector = find("inspector");
                const topOf = item => item.mapToItem(null, 0, 0).y;
                compare(inspector.visible, true);
                window.width = 1100;
                tryCompare(inspector, "visible", false);
                keyClick(Qt.Key_I);
                compare(inspector.visible, true);
                const button = find("inspectorButton");
                verify(topOf(inspector) >= topOf(button) + button.height, "it covers the header");
                tryVerify(() => topOf(inspector) + inspector.height <= topOf(find("firstStep")), 1000, "it covers the timeline");
                mouseClick(button);
                compare(inspector.visible, false);
                window.width = 1440;
                tryCompare(inspector, "visible", true); // as it was before
                compare(preferences.inspectorOpen, true);
            }
            function test_aClickOnTheFloatingInspectorMeansNothingBehindIt() {
                const inspector = find("inspector");
                window.width = 1024;
                tryCompare(inspector, "visible", false);
                keyClick(Qt.Key_I);
                mouseClick(inspector, 8, inspector.height / 2);
                mouseClick(inspector, 40, 30);
                compare(window.studio.picture.selectedPosition, -1);
                keyClick(Qt.Key_I);
            }
            function test_goingThroughTheStepsMovesNothingInTheInspector() {
                const pane = find("inspectorPane");
                window.height = 700;
                tryVerify(() => pane.height < 660 && pane.contentHeight > pane.height + 100);
                wait(30);
                pane.contentY = pane.contentHeight - pane.height;
                const height = pane.contentHeight, place = pane.contentY;
                for (const step of [0, 1, 7, 14, 20]) {
                    timeline.seek(step);
                    wait(30); // until all is placed
                    compare(pane.contentHeight, height, "step " + step);
                    compare(pane.contentY, place, "step " + step);
                }
                pane.contentY = 0;
            }
            Component {
                id: oneByOne

                PictureView {
                    readonly property var locality: ({ support: 3.05, apart: 0, beside: 255 / 256, supportByStep: [0, 1] })
                    art: window.studio.art
                    source: window.studio.picture.source
                }
            }
            function test_localitySaysWhereNoStepHasTwoPatches() {
                const section = find("locality"), apart = find("localityApart"), beside = find("localityBeside");
                compare(apart.value, "3.5");
                compare(apart.words, "cells apart in a step");
                compare(beside.value, "95%");
                const other = oneByOne.createObject(window);
                section.picture = other;
                compare(apart.value, "–");
                compare(apart.words, "one patch at a time");
                compare(beside.value, "99.6%"); // nearly all is not all
                section.picture = Qt.binding(() => window.studio.picture);
                other.destroy();
            }
            function test_fitsItsPlaceAtEverySize_data() {
                return [{ tag: "1280x800", width: 1280, height: 800 }, { tag: "1440x900", width: 1440, height: 900 }, { tag: "1100x720", width: 1100, height: 720 }];
            }
            function test_fitsItsPlaceAtEverySize(data) {
                window.width = data.width;
                window.height = data.height;
                const canvas = find("canvas");
                tryVerify(() => canvas.x >= canvas.area.x && canvas.x + canvas.width <= canvas.area.x + canvas.area.width + 0.5);
                verify(canvas.y >= canvas.area.y && canvas.y + canvas.height <= canvas.area.y + canvas.area.height + 0.5);
                verify(canvas.width >= 300);
            }
            function cleanup() {
                window.width = 1440;
                window.height = 900;
            }
        }
    }
}
