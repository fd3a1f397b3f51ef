import QtQuick
import QtTest
import LpdStudio.App

// The window as a thing of the desktop: where it stands, what it says as it opens and before it closes.
Item {
    id: root

    width: 100
    height: 100

    Component {
        id: maker

        TestWindow {}
    }
    TestCase {
        name: "Window"
        when: windowShown

        property var shown: []

        function make(preferences: var): var {
            const studio = studioMaker.createObject(root);
            for (const name in preferences)
                studio.preferences[name] = preferences[name];
            return show(studio);
        }
        // Windows are hidden, not destroyed: their studio lives on, and would speak to what is half gone.
        function show(studio: var): var {
            const window = maker.createObject(root, { studio: studio });
            shown.push(window);
            tryCompare(window, "visible", true);
            return window;
        }
        function cleanup() {
            shown.splice(0).forEach(window => window.visible = false);
        }
        Component {
            id: studioMaker

            StudioApp {}
        }
        function find(window: var, name: string): var {
            const item = findChild(window.contentItem, name);
            verify(item !== null, name);
            return item;
        }
        function rememberedBy(window: var): var {
            window.rememberPlace();
            return window.studio.preferences;
        }

        function test_opensWhereItWas() {
            const window = make({ windowGeometry: Qt.rect(30, 20, 1100, 700) });
            compare(window.width, 1100);
            compare(window.height, 700);
            tryCompare(window, "x", 30);
            tryCompare(window, "y", 20);
        }
        function test_opensOnAScreenThatIsThere() {
            const window = make({ windowGeometry: Qt.rect(20000, 50, 1100, 700) });
            verify(window.x < 20000);
            compare(window.width, 1100);
        }
        function test_isNoLargerThanItsScreenAtTheFirstStart() {
            const window = maker.createObject(root, { studio: studioMaker.createObject(root), width: 16000, height: 16000 });
            shown.push(window);
            tryCompare(window, "visible", true);
            verify(window.width <= window.screen.width, window.width);
            verify(window.height <= window.screen.height, window.height);
        }
        function test_isNoLargerThanItsScreen() {
            const window = make({ windowGeometry: Qt.rect(0, 0, 16000, 16000) });
            verify(window.width <= window.screen.width, window.width);
            verify(window.height <= Math.max(window.minimumHeight, window.screen.height), window.height);
        }
        function test_opensAsItWasLeft_data() {
            return [{ tag: "maximised", state: "maximized", visibility: Window.Maximized }, { tag: "full screen", state: "fullScreen", visibility: Window.FullScreen },
                { tag: "normal", state: "normal", visibility: Window.Windowed }];
        }
        function test_opensAsItWasLeft(data) {
            const window = make({ windowState: data.state, windowGeometry: Qt.rect(30, 20, 1100, 700) });
            compare(window.visibility, data.visibility);
            compare(rememberedBy(window).windowState, data.state);
            compare(window.studio.preferences.windowGeometry, Qt.rect(30, 20, 1100, 700)); // that of the normal window stays
        }
        function test_remembersHowItIsLeft() {
            const window = make({ windowGeometry: Qt.rect(30, 20, 1100, 700) });
            tryCompare(window, "x", 30);
            window.showMaximized();
            compare(rememberedBy(window).windowState, "maximized");
            window.showNormal();
            compare(rememberedBy(window).windowState, "normal");
            const action = findChild(window, "actions").all.find(one => one.name === "fullScreen");
            compare(action.keys, ["F11"]);
            action.run();
            compare(window.visibility, Window.FullScreen);
            compare(rememberedBy(window).windowState, "fullScreen");
            action.run();
            compare(window.visibility, Window.Windowed);
        }
        function test_asksBeforePicturesAreLostThatCouldNotBeSaved() {
            const window = make({});
            const studio = window.studio;
            studio.controller.stepDuration = 200;
            studio.controller.generate(); // it is at work meanwhile
            tryCompare(studio.controller, "state", GenerationController.State.Generating);
            studio.history.unsaved = 2;
            studio.history.problem = "The disk is full.";
            window.close();
            compare(window.visible, true);
            const toast = find(window, "toast");
            compare(toast.text, "2 pictures are not saved yet");
            compare(toast.actionText, "Close anyway");
            window.close(); // asking twice is not an answer
            compare(window.visible, true);
            compare(studio.controller.state, GenerationController.State.Generating);
            toast.action();
            compare(window.visible, false);
            studio.controller.cancel();
        }
        function test_closesAtOnceWhereNothingIsLost() {
            const window = make({});
            window.studio.controller.generate();
            window.studio.history.unsaved = 1; // on its way to the disk: that is waited for
            window.close();
            compare(window.visible, false);
        }
        function test_saysThatTheLastSessionDidNotClose() {
            const studio = studioMaker.createObject(root, { unexpectedEnd: "LPD Studio was closed unexpectedly" });
            const window = show(studio);
            const toast = find(window, "toast");
            compare(toast.open, true);
            compare(toast.text, "LPD Studio was closed unexpectedly");
            toast.action();
            compare(studio.page, "gallery");
            studio.queue.paused = true;
            studio.queue.restored(2);
            verify(toast.text.startsWith("LPD Studio was closed unexpectedly. The queue holds"), toast.text);
            toast.action();
            compare(studio.queue.paused, false);
        }
        function test_tellsOfAQueueFromLastTime() {
            const window = make({});
            const studio = window.studio;
            studio.queue.paused = true;
            studio.queue.restored(2);
            const toast = find(window, "toast");
            compare(toast.text, "The queue holds 2 from last time, and is paused");
            toast.action();
            compare(studio.queue.paused, false);
        }
    }
}
