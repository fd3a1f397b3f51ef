import QtQuick
import QtQuick.Templates as T
import QtTest

// What the keyboard does everywhere, whatever has the focus.
Item {
    TestWindow {
        id: window
        width: 1280
        height: 800

        TestCase {
            name: "Keyboard"
            when: windowShown

            function find(name: string): Item {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null, 5000, name);
                return item;
            }
            function pane(item: Item): Flickable {
                let parent = item.parent;
                while (!(parent instanceof Flickable))
                    parent = parent.parent;
                return parent;
            }
            function inSight(item: Item): bool {
                const around = pane(item);
                const top = item.mapToItem(around, 0, 0).y;
                return top >= 0 && top + item.height <= around.height;
            }
            function tabTo(item: Item) {
                for (let tabs = 0; tabs < 80 && !item.activeFocus; ++tabs)
                    keyClick(Qt.Key_Tab);
                verify(item.activeFocus);
            }
            function init() {
                tryVerify(window.takesKeys);
                window.studio.page = "create";
                window.studio.endWelcome();
                window.contentItem.forceActiveFocus();
            }
            function test_whatTabComesToIsScrolledIntoView() {
                keyClick(Qt.Key_Comma, Qt.ControlModifier);
                const last = find("aboutButton");
                tryVerify(() => last.visible);
                verify(!inSight(last));
                tabTo(last);
                verify(inSight(last));
                const first = find("theme_dark");
                tabTo(first);
                verify(inSight(first));
                keyClick(Qt.Key_Escape);
                tryVerify(() => !last.visible);
            }
            function test_pageKeysScrollThePaneTheFocusIsIn() {
                keyClick(Qt.Key_Comma, Qt.ControlModifier);
                const first = find("theme_dark");
                tryVerify(() => first.visible);
                tabTo(first);
                const around = pane(first);
                keyClick(Qt.Key_PageDown);
                tryCompare(around, "contentY", around.contentHeight - around.height);
                keyClick(Qt.Key_PageUp);
                tryCompare(around, "contentY", 0);
                keyClick(Qt.Key_Escape);
                tryVerify(() => !first.visible);
            }
            function test_aSliderKeepsItsPageKeys() {
                const steps = window.studio.plan.steps;
                tabTo(find("stepsSlider"));
                keyClick(Qt.Key_PageUp);
                verify(window.studio.plan.steps > steps);
                window.studio.plan.steps = steps;
            }
            function test_returnPressesWhatHasTheRing() {
                const tab = find("raceTab");
                tabTo(tab);
                keyClick(Qt.Key_Return);
                compare(window.studio.page, "race");
                window.studio.page = "create";
                const locked = window.studio.plan.seedLocked;
                tabTo(find("seedLock"));
                keyClick(Qt.Key_Enter);
                compare(window.studio.plan.seedLocked, !locked);
                keyClick(Qt.Key_Enter);
                compare(window.studio.plan.seedLocked, locked);
            }
            function test_theRingIsBackAfterAPopup() {
                const button = find("presetButton");
                tabTo(button);
                verify(button.visualFocus);
                keyClick(Qt.Key_Space);
                tryVerify(() => !button.activeFocus);
                keyClick(Qt.Key_Escape);
                tryVerify(() => button.activeFocus);
                verify(button.visualFocus);
            }
            function test_noRingAfterAPopupUsedByMouse() {
                const button = find("presetButton");
                mouseClick(button);
                tryVerify(() => !button.activeFocus);
                mouseClick(window.contentItem, 700, 5);
                tryVerify(() => button.activeFocus);
                verify(!button.visualFocus);
            }
            function test_theMessageIsGoneToAndTakenBack() {
                const gallery = window.studio.gallery;
                gallery.fill(12);
                window.studio.page = "gallery";
                tryVerify(() => gallery.model.count > 0 && findChild(window.contentItem, "galleryTile_0") !== null);
                const all = gallery.filter.allCount;
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Delete);
                tryVerify(() => find("toast").undoes);
                compare(gallery.filter.allCount, all - 1);
                keyClick(Qt.Key_F6);
                verify(find("toastAction").activeFocus);
                keyClick(Qt.Key_Z, Qt.ControlModifier);
                tryVerify(() => gallery.filter.allCount === all);
            }
            function test_nothingBehindAComparisonTakesKeys() {
                const gallery = window.studio.gallery;
                gallery.fill(12);
                window.studio.page = "gallery";
                tryVerify(() => findChild(window.contentItem, "galleryTile_1") !== null);
                find("galleryGrid").forceActiveFocus();
                gallery.selection.clear();
                keyClick(Qt.Key_Home);
                keyClick(Qt.Key_Right, Qt.ShiftModifier);
                keyClick(Qt.Key_C);
                tryVerify(() => gallery.comparison.ready);
                const view = find("compareView");
                verify(view.activeFocus);
                for (let tabs = 0; tabs < 40; ++tabs) {
                    keyClick(Qt.Key_Tab);
                    let behind = window.activeFocusItem;
                    while (behind !== null && behind.objectName !== "galleryPage" && behind !== view)
                        behind = behind.parent;
                    verify(behind === null || behind === view);
                }
                keyClick(Qt.Key_Escape); // wherever the focus is
                tryVerify(() => !gallery.comparison.ready);
                verify(find("galleryGrid").activeFocus);
                gallery.selection.clear();
            }
        }
    }
}
