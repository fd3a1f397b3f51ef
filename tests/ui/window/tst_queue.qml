import QtQuick
import QtTest
import LpdStudio.App

Item {
    TestWindow {
        id: window

        TestCase {
            name: "Queue"
            when: windowShown

            readonly property GenerationQueue queue: window.studio.queue

            function find(name: string): var {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null, 5000, name);
                return item;
            }
            function init() {
                tryVerify(window.takesKeys);
                window.contentItem.forceActiveFocus();
                queue.paused = true;
                window.studio.plan.classIndex = 0;
            }
            function cleanup() {
                keyClick(Qt.Key_Escape);
                queue.discardAll();
                window.studio.controller.stepDuration = 1;
                queue.paused = false;
                tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 10000);
                tryCompare(queue, "count", 0);
                window.studio.controller.stepDuration = 5;
            }
            function fill(classes: var) {
                for (const index of classes) {
                    window.studio.plan.classIndex = index;
                    keyClick(Qt.Key_Return, Qt.ControlModifier);
                }
            }
            function titles(): var {
                return Array.from({ length: queue.count }, (_, i) => queue.get(i).title);
            }

            function test_controlEnterAddsToTheEndAndWithShiftToTheFront() {
                fill([1, 2]);
                window.studio.plan.classIndex = 3;
                keyClick(Qt.Key_Return, Qt.ControlModifier | Qt.ShiftModifier);
                const names = window.studio.art.names();
                compare(titles(), [names[3], names[1], names[2]]);
            }
            function test_theFooterSaysWhatWaits() {
                const button = find("queueButton");
                compare(button.enabled, false);
                fill([1, 2, 3]);
                compare(button.enabled, true);
                verify(button.text.startsWith("Paused · 3 waiting"), button.text);
                queue.paused = false;
                compare(queue.waiting, 2);
                verify(button.text.startsWith("2 waiting · about "), button.text);
            }
            function test_whatWaitsIsMadeOneAfterTheOther() {
                const before = window.studio.pictures.count;
                fill([1, 2]);
                queue.paused = false;
                tryCompare(queue, "count", 0, 10000);
                compare(window.studio.pictures.count, before + 2);
            }
            function test_whoAddsToAPausedQueueIsToldSo() {
                fill([1]);
                tryCompare(find("toast"), "visible", true);
                mouseClick(find("toastAction"));
                compare(queue.paused, false);
                tryCompare(queue, "count", 0, 10000);
            }
            function test_theListOpensPausesAndRemoves() {
                fill([1, 2]);
                mouseClick(find("queueButton"));
                const list = find("queueList");
                tryCompare(list, "count", 2);
                mouseClick(find("queuePause"));
                compare(queue.paused, false);
                mouseClick(find("queuePause"));
                compare(queue.paused, true);
                const item = find("queueItem_1");
                mouseMove(item, item.width / 2, 20);
                mouseClick(find("queueRemove_1"));
                compare(queue.count, 1);
                compare(find("toast").visible, true);
                mouseClick(find("toastAction"));
                compare(queue.count, 2);
                tryCompare(list, "visible", false); // a click beside it closes it
                mouseClick(find("queueButton"));
                mouseClick(find("queueClear"));
                compare(queue.waiting, 0);
            }
            function test_theListsButtonsStayWhereTheyAre() {
                fill([1, 2, 3, 4]);
                mouseClick(find("queueButton"));
                const pause = find("queuePause");
                tryVerify(() => pause.visible);
                const y = () => pause.mapToItem(null, 0, 0).y;
                waitForRendering(window.contentItem);
                const before = y();
                queue.discard(0);
                queue.discard(0);
                tryCompare(find("queueList"), "count", 2);
                waitForRendering(window.contentItem);
                compare(y(), before);
                keyClick(Qt.Key_Escape);
                tryVerify(() => !pause.visible);
                mouseClick(find("queueButton"));
                tryVerify(() => pause.visible && y() > before);
            }
            function test_theOrderChangesWithTheKeys() {
                fill([1, 2, 3]);
                const names = window.studio.art.names();
                keyClick("q");
                const list = find("queueList");
                tryCompare(list, "activeFocus", true);
                list.currentIndex = 2;
                keyClick(Qt.Key_Up, Qt.AltModifier);
                compare(titles(), [names[1], names[3], names[2]]);
                keyClick(Qt.Key_Delete);
                compare(queue.count, 2);
            }
            function test_theKeysItNamesWorkInTheListToo() {
                fill([1, 2]);
                keyClick("q");
                const list = find("queueList");
                tryCompare(list, "activeFocus", true);
                window.studio.plan.classIndex = 3;
                keyClick(Qt.Key_Return, Qt.ControlModifier);
                window.studio.plan.classIndex = 4;
                keyClick(Qt.Key_Enter, Qt.ControlModifier | Qt.ShiftModifier);
                const names = window.studio.art.names();
                compare(titles(), [names[4], names[1], names[2], names[3]]);
                keyClick(Qt.Key_P, Qt.ControlModifier);
                compare(queue.paused, false);
                keyClick(Qt.Key_P, Qt.ControlModifier);
                compare(queue.paused, true);
                keyClick("q");
                tryCompare(list, "visible", false);
            }
            function test_theTimeIsLeftOutRatherThanCut() {
                fill([1, 2, 3]);
                queue.remainingMs = 9000;
                const words = find("queueWords");
                for (const width of [1280, 1440]) {
                    window.width = width;
                    tryVerify(() => !words.truncated, 2000, words.text);
                    verify(words.text === "Paused · 3 waiting" || words.text === "Paused · 3 waiting · about 9 s", words.text);
                }
            }
            function test_theOrderChangesByDragging() {
                fill([1, 2, 3]);
                const names = window.studio.art.names();
                keyClick("q");
                const item = find("queueItem_2");
                tryVerify(() => item.height > 0 && find("queueList").activeFocus);
                mousePress(item, 18, 28);
                for (let y = 28; y >= -84; y -= 8)
                    mouseMove(item, 18, y);
                mouseRelease(item, 18, 28);
                compare(titles()[0], names[3]);
            }
            function test_whatFailedIsExplainedAndTriedAgain() {
                fill([1]);
                queue.fail(0, "There is not enough memory");
                const button = find("queueButton");
                compare(button.text, "1 failed");
                mouseClick(button);
                mouseClick(find("queueRetry_0"));
                compare(queue.failed, 0);
                compare(queue.waiting, 1);
            }
        }
    }
}
