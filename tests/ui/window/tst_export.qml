import QtQuick
import QtTest
import LpdStudio.App

Item {
    id: root

    TestWindow {
        id: window

        TestCase {
            name: "Export"
            when: windowShown

            function find(name: string): Item {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null, 5000, name);
                return item;
            }
            function init(): void {
                tryVerify(window.takesKeys);
                if (!window.studio.picture.finished) {
                    keyClick(Qt.Key_Return, Qt.ControlModifier);
                    tryVerify(() => window.studio.picture.finished, 10000);
                }
            }
            function test_exportsAPicture(): void {
                const before = window.studio.exporter.exports.length;
                mouseClick(find("exportButton"));
                const go = find("exportGo");
                tryVerify(() => go.visible);
                waitForRendering(go);
                mouseClick(find("exportFormat_webp"));
                verify(find("exportRecord").visible); // its settings are kept as text
                mouseClick(go);
                compare(window.studio.exporter.exports.length, before + 1);
                compare(window.studio.exporter.exports[before], [Exporter.Kind.Picture, "webp"]);
                tryVerify(() => !go.visible);
            }
            function test_exportsAnAnimationByKeys(): void {
                const before = window.studio.exporter.exports.length;
                keyClick(Qt.Key_E, Qt.ControlModifier | Qt.ShiftModifier);
                const go = find("exportGo");
                tryVerify(() => go.visible);
                waitForRendering(go);
                mouseClick(find("exportOrderMap"));
                verify(window.studio.exporter.settings.orderMap);
                keyClick(Qt.Key_Return);
                tryCompare(window.studio.exporter.exports, "length", before + 1);
                compare(window.studio.exporter.exports[before], [Exporter.Kind.Animation, "gif"]);
                window.studio.exporter.settings.orderMap = false;
            }
            function test_returnExportsAsSoonAsItIsOpen(): void {
                const exporter = window.studio.exporter;
                const before = exporter.exports.length;
                keyClick(Qt.Key_E, Qt.ControlModifier);
                const go = find("exportGo");
                tryVerify(() => go.activeFocus);
                keyClick(Qt.Key_Return);
                tryCompare(exporter.exports, "length", before + 1);
                tryVerify(() => !go.visible);
            }
            function test_returnPressesTheButtonThatHasTheFocus(): void {
                const exporter = window.studio.exporter;
                const before = exporter.exports.length;
                keyClick(Qt.Key_E, Qt.ControlModifier);
                const go = find("exportGo");
                tryVerify(() => go.activeFocus);
                const close = find("exportClose");
                for (let tabs = 0; tabs < 30 && !close.activeFocus; ++tabs)
                    keyClick(Qt.Key_Tab);
                verify(close.activeFocus);
                keyClick(Qt.Key_Return);
                tryVerify(() => !go.visible);
                compare(exporter.exports.length, before);
            }
            function test_aLongExportIsSaidToRunAndCanBeStopped(): void {
                const exporter = window.studio.exporter;
                exporter.slow = true;
                exporter.exportAs(Exporter.Kind.Animation, "mp4");
                const toast = find("toast");
                tryVerify(() => toast.open && toast.ongoing);
                compare(toast.text, "Writing…");
                exporter.slow = false;
                waitForRendering(window.contentItem); // the button finds its place in the next frame
                mouseClick(find("toastAction"));
                compare(exporter.saving, false);
                tryCompare(toast, "open", false);
            }
            function test_severalFilesAreSaidOnce(): void {
                window.studio.exporter.exportFiles(["/home/me/a.png", "/home/me/b.png", "/home/me/c.png"], Exporter.Kind.Picture, "png");
                compare(find("toast").text, "Saved 3 files");
                compare(find("toast").ongoing, false);
                window.studio.exporter.exportAs(Exporter.Kind.Order, "csv");
                verify(/^Saved .*-order\.csv$/.test(find("toast").text), find("toast").text);
            }
            function test_leavesByEscape(): void {
                const before = window.studio.exporter.exports.length;
                keyClick(Qt.Key_E, Qt.ControlModifier);
                const go = find("exportGo");
                tryVerify(() => go.visible);
                keyClick(Qt.Key_Escape);
                tryVerify(() => !go.visible);
                compare(window.studio.exporter.exports.length, before);
            }
        }
    }
}
