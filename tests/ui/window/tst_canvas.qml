import QtQuick
import QtTest
import LpdStudio.App
import LpdStudio.Style

Item {
    TestWindow {
        id: window

        TestCase {
            id: test
            name: "Canvas"
            when: windowShown

            readonly property Timeline timeline: window.studio.timeline
            readonly property CanvasLayers layers: window.studio.layers

            function find(name: string): var {
                const item = findChild(window.contentItem, name);
                verify(item !== null, name);
                return item;
            }
            function middleOf(position: int): point {
                const cell = find("canvas").cellRect(position);
                return Qt.point(cell.x + cell.width / 2, cell.y + cell.height / 2);
            }
            function pointAt(position: int): void {
                const at = middleOf(position);
                mouseMove(find("canvas"), at.x, at.y);
            }
            // Points until the card is there: a display may move its own pointer meanwhile.
            function restOn(position: int): void {
                const card = find("hoverCard");
                tryVerify(() => {
                    pointAt(position);
                    return card.visible && card.facts && card.facts.position === position;
                });
            }
            function initTestCase() {
                tryVerify(window.takesKeys);
                window.studio.controller.generate();
                tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 10000);
            }
            function init() {
                window.contentItem.forceActiveFocus();
                timeline.last();
                window.studio.picture.selectedPosition = -1;
                layers.view = "picture";
                mouseMove(window.contentItem, 700, 24);
                keyClick(Qt.Key_F);
            }

            function test_layersAreOneClickAway_data() {
                return ["order", "support", "entropy", "confidence"].map(view => ({ tag: view, view: view }));
            }
            function test_layersAreOneClickAway(data) {
                const canvas = find("canvas");
                compare(canvas.layerMix, 0);
                mouseClick(find("layer_" + data.view));
                compare(layers.view, data.view);
                tryCompare(canvas, "layerMix", 1);
                compare(canvas.heat, data.view !== "order");
                if (data.view !== "order")
                    compare(Array.from(canvas.values), Array.from(window.studio.picture[data.view]));
                mouseClick(find("layer_picture"));
                tryCompare(canvas, "layerMix", 0);
            }
            function test_aKeyGoesThroughTheLayers() {
                const seen = [];
                for (let i = 0; i < 5; ++i) {
                    keyClick(Qt.Key_L);
                    seen.push(layers.view);
                }
                compare(seen, ["order", "support", "entropy", "confidence", "picture"]);
                keyClick(Qt.Key_L, Qt.ShiftModifier);
                compare(layers.view, "confidence");
            }
            function test_theInspectorSwitchesWhatIsDrawn() {
                mouseClick(find("layerOrder"), 8, 16);
                compare(layers.view, "order");
                const canvas = find("canvas");
                for (const [name, property] of [["layerNumbers", "numbers"], ["layerGlow", "glow"], ["layerGrid", "grid"], ["layerLinks", "links"], ["layerCrisp", "crisp"]]) {
                    const before = layers[property];
                    mouseClick(find(name), 8, 16);
                    compare(layers[property], !before, name);
                    mouseClick(find(name), 8, 16);
                }
                layers.crisp = true;
                compare(canvas.smooth, false);
                layers.crisp = false;
                window.studio.timeline.seek(5);
                compare(canvas.currentGroup, 4);
                compare(canvas.nextGroup, 5);
                layers.glow = false;
                compare(canvas.currentGroup, -1);
                compare(canvas.nextGroup, -1);
                layers.glow = true;
                window.studio.timeline.last();
                const blend = find("blendSlider");
                mouseClick(blend, blend.width - 1, 8);
                compare(canvas.blend, 1);
                layers.blend = 0.6;
                mouseClick(find("layerOrder"), 8, 16);
                compare(layers.view, "picture");
                compare(blend.enabled, false);
            }
            function test_theInspectorStartsWithTheTitleOfAnotherPicture() {
                const pictures = window.studio.pictures, pane = find("inspectorPane");
                window.height = 700;
                tryVerify(() => pane.contentHeight > pane.height + 100);
                pane.contentY = pane.contentHeight - pane.height;
                pictures.add(pictures.entryAt(0));
                compare(pane.contentY, 0);
                window.height = 900;
                tryCompare(window.contentItem, "height", 900);
            }
            function test_theStripKeepsTheCurrentPictureInSight() {
                const pictures = window.studio.pictures, strip = find("filmStrip"), backdrop = find("filmBackdrop");
                while (pictures.count < 24)
                    pictures.add(pictures.entryAt(0));
                const top = () => findChild(strip, "film_" + pictures.current)?.mapToItem(strip, 0, 0).y ?? -1;
                for (const current of [23, 11]) {
                    pictures.current = current;
                    for (const size of [[1024, 680], [1440, 1000], [1100, 700], [1440, 900]]) {
                        window.width = size[0];
                        window.height = size[1];
                        tryCompare(window.contentItem, "height", size[1]);
                        tryVerify(() => top() >= 0 && top() + 60 <= strip.height, 1000, size + ": " + top() + " of " + strip.height);
                    }
                }
                compare(String(backdrop.color), String(Theme.canvas));
                verify(backdrop.width >= 60 && backdrop.height >= strip.contentHeight);
                pictures.current = 0;
            }
            function test_theGroupOfThePatchPointedAtIsOutlined() {
                const canvas = find("canvas");
                restOn(100);
                compare(canvas.outlinedGroup, -1); // not over the plain picture
                layers.view = "order";
                compare(canvas.outlinedGroup, window.studio.picture.stepOfPosition[100]);
                layers.outlines = false;
                compare(canvas.outlinedGroup, -1);
                layers.outlines = true;
            }
            function test_aCardTellsAboutThePatchPointedAt() {
                const card = find("hoverCard");
                compare(card.visible, false);
                pointAt(100);
                compare(card.visible, false); // not at once
                restOn(100);
                compare(card.Accessible.name, "Row 7, column 5, step " + (window.studio.picture.stepOfPosition[100] + 1));
                mouseMove(window.contentItem, 700, 24);
                tryCompare(card, "visible", false);
            }
            function test_theCardStaysWithinTheStage_data() {
                return [0, 15, 120, 136, 240, 255].map(position => ({ tag: "patch " + position, position: position }));
            }
            function test_theCardStaysWithinTheStage(data) {
                const card = find("hoverCard");
                layers.view = "order";
                restOn(data.position);
                verify(card.x >= 0 && card.y >= 0, card.x + " " + card.y);
                verify(card.x + card.width <= card.parent.width);
                verify(card.y + card.height <= card.parent.height);
                const canvas = find("canvas");
                const at = canvas.mapToItem(card.parent, middleOf(data.position).x, middleOf(data.position).y);
                verify(at.x < card.x || at.x > card.x + card.width || at.y < card.y || at.y > card.y + card.height, "the card hides its patch");
            }
            function test_aClickPinsTheCard() {
                const card = find("hoverCard");
                const at = middleOf(100);
                mouseClick(find("canvas"), at.x, at.y);
                compare(card.pinned, true);
                pointAt(200);
                wait(120);
                compare(card.facts.position, 100);
                keyClick(Qt.Key_Escape);
                compare(card.pinned, false);
            }
            function test_theWheelZoomsToThePointer() {
                const canvas = find("canvas"), stage = canvas.parent;
                const fitted = canvas.width;
                const before = Qt.point((stage.width / 2 + 60 - canvas.x) / canvas.width, (stage.height / 2 + 40 - canvas.y) / canvas.height);
                mouseWheel(stage, stage.width / 2 + 60, stage.height / 2 + 40, 0, 480);
                fuzzyCompare(canvas.width, fitted * Math.pow(1.2, 4), 0.5);
                const after = Qt.point((stage.width / 2 + 60 - canvas.x) / canvas.width, (stage.height / 2 + 40 - canvas.y) / canvas.height);
                fuzzyCompare(after.x, before.x, 0.002);
                fuzzyCompare(after.y, before.y, 0.002);
                compare(stage.clip, true);
                mouseWheel(stage, stage.width / 2, stage.height / 2, 0, -2400);
                compare(canvas.width, fitted); // stops where it fits
                compare(stage.clip, false);
            }
            function test_keysAndMenuSetTheSize() {
                const canvas = find("canvas"), readout = find("zoomReadout");
                const fitted = canvas.width;
                compare(canvas.width % 16, 0);
                keyClick(Qt.Key_1);
                compare(canvas.width, 256);
                compare(readout.text, "100%");
                keyClick(Qt.Key_Plus);
                compare(readout.text, "125%");
                keyClick(Qt.Key_Minus);
                compare(readout.text, "100%");
                keyClick(Qt.Key_0);
                compare(canvas.width, fitted);
                mouseClick(readout);
                let entry = null;
                tryVerify(() => (entry = findChild(window.contentItem.parent, "zoom_400")) !== null && entry.visible);
                mouseClick(entry);
                compare(canvas.width, 1024);
                mouseClick(find("zoomFit"));
                compare(canvas.width, fitted);
            }
            function test_thePictureStandsBesideTheFilmStrip_data() {
                return [[1024, 680], [1280, 800], [1280, 900], [1366, 1000], [1440, 900]].map(size => ({ tag: size.join(" x "), width: size[0], height: size[1] }));
            }
            function test_thePictureStandsBesideTheFilmStrip(data) {
                if (window.studio.pictures.count < 2) {
                    window.studio.controller.generate();
                    tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 10000);
                }
                window.width = data.width;
                window.height = data.height;
                const canvas = find("canvas"), strip = find("filmStrip");
                compare(strip.visible, true);
                const sides = () => [canvas.mapToItem(null, 0, 0).x, canvas.mapToItem(null, canvas.width, 0).x];
                tryVerify(() => sides()[1] <= strip.mapToItem(null, 0, 0).x, 1000, sides() + " under " + strip.mapToItem(null, 0, 0).x);
                const stage = canvas.parent.mapToItem(null, canvas.parent.width / 2, 0).x;
                fuzzyCompare((sides()[0] + sides()[1]) / 2, stage, 1); // in the middle of its stage
                window.width = 1440;
                window.height = 900;
            }
            function test_theFilmStripSaysWhereOlderPicturesAre() {
                const studio = window.studio;
                while (studio.pictures.count < 2)
                    studio.pictures.add(studio.pictures.entryAt(0));
                const older = find("olderPictures");
                compare(older.visible, false);
                studio.pictures.olderLeft = true;
                compare(older.visible, true);
                mouseClick(older);
                compare(studio.page, "gallery");
                studio.page = "create";
                studio.pictures.olderLeft = false;
            }
            function test_theHandMovesThePicture() {
                const canvas = find("canvas"), stage = canvas.parent;
                keyClick(Qt.Key_1);
                for (let i = 0; i < 8; ++i)
                    keyClick(Qt.Key_Plus);
                keyClick(Qt.Key_H);
                const x = canvas.x;
                mouseDrag(stage, stage.width / 2, stage.height / 2, 80, 0);
                fuzzyCompare(canvas.x, x + 80, 2);
                mouseDrag(stage, 40, stage.height / 2, 2000, 0);
                verify(canvas.x <= canvas.area.x, "its edge stays outside the view");
                keyClick(Qt.Key_V);
                compare(window.studio.picture.selectedPosition, -1);
            }
            function enlarge(): void {
                keyClick(Qt.Key_1);
                for (let i = 0; i < 8; ++i)
                    keyClick(Qt.Key_Plus);
            }
            function test_aDragMovesThePictureWhileSpaceIsHeld() {
                const canvas = find("canvas"), stage = canvas.parent, hand = find("canvasHand");
                enlarge();
                const x = canvas.x;
                compare(hand.enabled, false);
                keyPress(Qt.Key_Space);
                compare(hand.enabled, true);
                compare(hand.cursorShape, Qt.OpenHandCursor);
                mousePress(stage, stage.width / 2, stage.height / 2);
                compare(hand.cursorShape, Qt.ClosedHandCursor);
                mouseMove(stage, stage.width / 2 + 80, stage.height / 2);
                keyRelease(Qt.Key_Space); // the drag goes on
                mouseMove(stage, stage.width / 2 + 60, stage.height / 2);
                mouseRelease(stage, stage.width / 2 + 60, stage.height / 2);
                fuzzyCompare(canvas.x, x + 60, 2);
                compare(hand.enabled, false);
                compare(timeline.playing, false); // that was no tap
                compare(window.studio.picture.selectedPosition, -1);
            }
            function test_theMiddleButtonMovesThePicture() {
                const canvas = find("canvas"), stage = canvas.parent;
                enlarge();
                const x = canvas.x;
                mousePress(stage, stage.width / 2, stage.height / 2, Qt.MiddleButton);
                for (const by of [20, 60, 80])
                    mouseMove(stage, stage.width / 2 + by, stage.height / 2, -1, Qt.MiddleButton);
                mouseRelease(stage, stage.width / 2 + 80, stage.height / 2, Qt.MiddleButton);
                verify(canvas.x > x + 40, canvas.x + " " + x);
            }
            function test_spacePressesAButtonThatWasGoneToByTab() {
                const button = find("zoomFit");
                enlarge();
                verify(find("canvas").width > 256);
                button.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Space);
                compare(timeline.playing, false);
                tryVerify(() => find("canvas").parent.clip === false); // fitted
            }
            function test_aTapOfSpacePlays() {
                keyPress(Qt.Key_Space);
                compare(timeline.playing, false);
                keyRelease(Qt.Key_Space);
                compare(timeline.playing, true);
                keyClick(Qt.Key_Space);
                compare(timeline.playing, false);
            }
            function test_arrowsGoOnFromThePatchThatWasLetGo() {
                const canvas = find("canvas"), picture = window.studio.picture;
                picture.selectedPosition = 17;
                canvas.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Escape);
                compare(picture.selectedPosition, -1);
                keyClick(Qt.Key_Right);
                compare(picture.selectedPosition, 18);
                keyClick(Qt.Key_Escape);
                window.studio.pictures.add(window.studio.pictures.entryAt(0));
                keyClick(Qt.Key_Right);
                compare(picture.selectedPosition, 137); // another picture: from the middle
            }
            function test_restingOnABarPeeksAtItsStep() {
                const canvas = find("canvas");
                const bars = find("timelineBars"), bar = bars.barRect(7);
                mouseMove(bars, bar.x + bar.width / 2, bars.height - 34);
                compare(canvas.shownSteps, 7);
                compare(timeline.shownSteps, 20);
                mouseMove(window.contentItem, 700, 24);
                compare(canvas.shownSteps, 20);
                mouseMove(bars, bar.x + bar.width / 2, bars.height - 34);
                keyClick(Qt.Key_Home);
                compare(canvas.shownSteps, 0); // a key goes where it says, wherever the pointer rests
            }
        }
    }
}
