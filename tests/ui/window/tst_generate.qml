import QtQuick
import QtTest
import LpdStudio.App

Item {
    TestWindow {
        id: window

        TestCase {
            id: test
            name: "Generate"
            when: windowShown

            function find(name: string): var {
                const item = findChild(window.contentItem, name);
                verify(item !== null, name);
                return item;
            }
            function init() {
                tryVerify(window.takesKeys);
                window.contentItem.forceActiveFocus();
            }
            function generateAndWait() {
                mouseClick(find("generateButton"));
                compare(window.studio.controller.state, GenerationController.State.Generating);
                tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 10000);
            }

            function test_1_startsWithThePlannedOrderAndNothingToSave() {
                compare(window.studio.picture.hasPicture, false);
                compare(find("canvas").visible, false);
                compare(find("saveButton").enabled, false);
                compare(find("playButton").enabled, false);
                compare(find("cancelButton").visible, false);
            }
            function test_2_fillsTheCanvasStepByStep() {
                generateAndWait();
                compare(find("canvas").visible, true);
                compare(window.studio.picture.finished, true);
                compare(window.studio.timeline.shownSteps, 20);
                compare(find("canvas").shownSteps, 20);
                compare(find("canvas").currentGroup, -1);
                compare(find("saveButton").enabled, true);
                compare(find("cancelButton").visible, false);
            }
            function test_3_followsTheGroupBeingMadeWhileGenerating() {
                window.studio.controller.stepDuration = 60;
                keyClick(Qt.Key_Return, Qt.ControlModifier);
                tryVerify(() => window.studio.timeline.shownSteps === 3, 5000);
                compare(find("canvas").currentGroup, 3);
                compare(find("canvas").nextGroup, 4);
                compare(find("generateButton").enabled, true); // what is asked for now waits
                compare(find("cancelButton").visible, true);
                keyClick(Qt.Key_Escape);
                tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 5000);
                window.studio.controller.stepDuration = 5;
                verify(window.studio.picture.cancelled);
                verify(window.studio.timeline.madeSteps < 20);
                compare(find("saveButton").enabled, false);
            }
            function test_4_cancelsWithTheButton() {
                window.studio.controller.stepDuration = 60;
                mouseClick(find("generateButton"));
                mouseClick(find("cancelButton"));
                tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 5000);
                window.studio.controller.stepDuration = 5;
                verify(window.studio.picture.cancelled);
            }
            function test_5_showsAFilmStripForSeveralPictures() {
                window.studio.plan.imageCount = 2;
                generateAndWait();
                window.studio.plan.imageCount = 1;
                const last = window.studio.pictures.count - 1;
                compare(window.studio.pictures.current, last);
                mouseClick(find("film_" + (last - 1)));
                compare(window.studio.pictures.current, last - 1);
                compare(window.studio.picture.indexText, "1 of 2");
            }
            function test_6_explainsAnErrorAndOffersTheFix() {
                const banner = find("errorBanner");
                compare(banner.visible, false);
                window.studio.controller.fail("There is not enough memory", "Make fewer images");
                compare(banner.visible, true);
                compare(banner.Accessible.name, "There is not enough memory. Make fewer images");
                mouseClick(find("errorFix"));
                compare(banner.visible, false);
                tryCompare(window.studio.controller, "state", GenerationController.State.Ready, 10000);
                window.studio.controller.fail("Again", "");
                mouseClick(find("errorDismiss"));
                compare(banner.visible, false);
            }
            function test_7_saysThatAPictureWasSaved() {
                const toast = find("toast");
                compare(toast.visible, false);
                window.studio.exporter.saving = true;
                window.studio.exporter.saved("/somewhere/mountain-sunset.png");
                window.studio.exporter.saving = false;
                compare(toast.visible, true);
                compare(toast.text, "Saved mountain-sunset.png");
                window.studio.exporter.failed("/somewhere is read-only", "Choose another folder");
                compare(toast.text, "/somewhere is read-only. Choose another folder");
                compare(toast.problem, true);
            }
            function test_8_aModelThatFailsIsExplainedAndRetried() {
                window.studio.models.problem = "model.json is missing";
                window.studio.models.state = ModelLibrary.State.Failed;
                compare(find("errorBanner").visible, true);
                mouseClick(find("errorFix"));
                compare(window.studio.models.state, ModelLibrary.State.Ready);
                compare(find("errorBanner").visible, false);
            }
        }
    }
}
