import QtQuick
import QtTest
import LpdStudio.App
import LpdStudio.Canvas

Item {
    Component {
        id: plainCanvas

        Rectangle {
            property alias canvas: inner

            width: 160
            height: 160
            z: 9
            color: "black"

            PatchCanvas {
                id: inner
                anchors.fill: parent
                columns: 4
                rows: 4
                steps: 16
                stepOfPosition: Array.from({ length: 16 }, (_, i) => i)
                ghostStrength: 1
                ghostFront: -1
                inkOpen: "white"
            }
        }
    }
    TestWindow {
        id: window

        TestCase {
            name: "PlanEditor"
            when: windowShown

            readonly property PlanSettings plan: window.studio.plan

            function find(name: string): var {
                const item = findChild(window.contentItem, name);
                verify(item !== null, name);
                return item;
            }
            function sum(sizes: var): int {
                return Array.from(sizes).reduce((a, b) => a + b, 0);
            }
            function init() {
                tryVerify(window.takesKeys);
                plan.resetToRecommended();
            }

            function test_draggingAStepRebalancesTheOthers() {
                const curve = find("groupCurve");
                const before = Array.from(plan.groupSizes);
                const x = curve.width * 9.5 / 20;
                mousePress(curve, x, 40);
                mouseMove(curve, x, 30);
                mouseMove(curve, x, 20);
                verify(plan.groupSizes[9] > before[9]);
                compare(sum(plan.groupSizes), 256);
                verify(Math.min(...plan.groupSizes) >= 1);
                mouseMove(curve, x, 40);
                compare(plan.groupSizes[9], before[9]); // the way there leaves no trace
                mouseMove(curve, x, 500);
                compare(plan.groupSizes[9], 1);
                compare(sum(plan.groupSizes), 256);
                mouseRelease(curve, x, 500);
                compare(plan.groupsEdited, true);
                mouseClick(find("resetGroups"));
                compare(plan.groupsEdited, false);
                compare(Array.from(plan.groupSizes), before);
            }
            function test_keysChangeAStepToo() {
                const curve = find("groupCurve").parent;
                curve.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_End);
                const before = plan.groupSizes[19];
                keyClick(Qt.Key_Up);
                keyClick(Qt.Key_Up);
                compare(plan.groupSizes[19], before + 2);
                compare(sum(plan.groupSizes), 256);
                keyClick(Qt.Key_Left);
                compare(curve.focusStep, 19);
                keyClick(Qt.Key_Backspace);
                compare(plan.groupsEdited, false);
            }
            function test_keysTellHowManyPatchesAStepHas() {
                const curve = find("groupCurve").parent, host = find("groupCurveTip");
                find("stepsSlider").forceActiveFocus(); // a test before may have closed the tip
                curve.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Home);
                for (let i = 0; i < 3; ++i)
                    keyClick(Qt.Key_Right);
                tryVerify(() => host.tip?.opened ?? false);
                verify(host.tip.text.startsWith("Step 4: " + plan.groupSizes[3] + " patch"), host.tip.text);
                fuzzyCompare(host.mapToItem(curve, 0, 0).x, 3.5 * curve.pitch, 0.1);
                keyClick(Qt.Key_Up);
                verify(host.tip.text.startsWith("Step 4: " + plan.groupSizes[3] + " patch"), host.tip.text);
                find("stepsSlider").forceActiveFocus();
                tryVerify(() => !host.tip.visible);
            }
            function test_anotherStepCountBringsItsOwnSizes() {
                plan.reshapeGroups(plan.groupSizes, 3, 40);
                compare(plan.groupsEdited, true);
                plan.steps = 24;
                compare(plan.groupsEdited, false);
                compare(sum(plan.groupSizes), 256);
            }
            function test_numbersAppearWhereThereWereNone() {
                const canvas = createTemporaryObject(plainCanvas, window.contentItem).canvas;
                canvas.numbers = true;
                const brightest = () => {
                    const image = grabImage(canvas);
                    let most = 0;
                    for (let x = 60; x < 100; ++x)
                        for (let y = 60; y < 100; ++y)
                            most = Math.max(most, image.green(x, y));
                    return most;
                };
                verify(brightest() < 100);
                canvas.ghostFront = 1; // no number was there before
                tryVerify(() => brightest() > 150);
                canvas.numbers = false;
                tryVerify(() => brightest() < 150);
            }
            function test_theEmptyCanvasShowsThePlanWithItsNumbers() {
                const ghost = find("planCanvas");
                compare(ghost.visible, true);
                compare(ghost.numbers, true);
                verify(ghost.ghostFront >= 1.125, "the last step is lit too");
                compare(ghost.steps, 20);
                const before = Array.from(ghost.stepOfPosition);
                compare(before.length, 256);
                plan.orderKind = "raster";
                compare(Array.from(ghost.stepOfPosition).slice(0, 2), [0, 1]);
                plan.steps = 8;
                compare(ghost.steps, 8);
                compare(Math.max(...ghost.stepOfPosition), 7);
            }
        }
    }
}
