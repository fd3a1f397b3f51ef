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
