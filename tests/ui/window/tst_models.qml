import QtQuick
import QtTest
import LpdStudio.App
import LpdStudio.Style

Item {
    TestWindow {
        id: window

        TestCase {
            name: "Models"
            when: windowShown

            readonly property ModelImport task: window.studio.modelImport
            readonly property ModelLibrary models: window.studio.models

            function find(name: string): var {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null, 5000, name);
                return item;
            }
            function init() {
                tryVerify(window.takesKeys);
                window.contentItem.forceActiveFocus();
                keyClick(Qt.Key_4, Qt.ControlModifier);
                compare(window.studio.page, "models");
                task.cancel();
                task.clear();
                models.state = ModelLibrary.State.Ready;
                models.problem = "";
                models.currentIndex = 0;
            }

            function test_aModelShowsWhatItIsAndWhatItCosts() {
                const card = find("modelCard_scenes-256");
                compare(card.facts, "5.9 M parameters · 16 subjects · 256 × 256 px · 24 MB on disk");
                compare(find("modelMemory_scenes-256").text, "≈ 41 MB");
                compare(find("modelTag_scenes-256").text, "In use");
                compare(find("useModel_scenes-256").visible, false);
            }
            function test_oneClickUsesAnotherModel() {
                mouseClick(find("useModel_scenes-256-small"));
                compare(models.currentName, "scenes-256-small");
                compare(find("modelTag_scenes-256").visible, false);
                compare(find("modelTag_scenes-256-small").visible, true);
            }
            function test_aModelThatCannotBeUsedSaysWhy() {
                const card = find("modelCard_broken");
                verify(card.trouble.includes("shorter than its header says"));
                compare(find("useModel_broken").visible, false);
            }
            function test_aModelThatFailedToLoadSaysWhyAndCanBeTriedAgain() {
                models.state = ModelLibrary.State.Failed;
                models.problem = "There is not enough memory";
                models.problemHint = "Close other programs";
                compare(find("modelCard_scenes-256").trouble, "There is not enough memory. Close other programs");
                const retry = find("useModel_scenes-256");
                compare(retry.text, "Retry");
                mouseClick(retry);
                compare(models.state, ModelLibrary.State.Ready);
            }
            function test_aRestingModelIsSaidToRest() {
                models.state = ModelLibrary.State.Resting;
                compare(find("modelTag_scenes-256").text, "Resting");
            }
            function test_filesFindTheirPlaceAndBecomeAModel() {
                const button = find("importButton");
                compare(button.text, "Choose files");
                task.offer(["file:///home/ada/Downloads/vq_ds16_c2i.pt"]);
                compare(button.text, "Import");
                compare(button.enabled, false);
                compare(button.tip, "The transformer is missing");
                task.offer(["file:///home/ada/Downloads/lpd_l_256.pth", "file:///home/ada/names.txt"]);
                compare(find("importPart_transformer").given, true);
                compare(find("importPart_classes").given, true);
                compare(find("importPart_config").given, false);
                compare(find("importName").text, "lpd_l_256");
                compare(button.enabled, true);
                const before = models.count;
                mouseClick(button);
                compare(task.state, ModelImport.State.Importing);
                tryVerify(() => find("importPercent").text !== "0 %");
                tryCompare(models, "count", before + 1, 5000);
                compare(models.currentName, "lpd_l_256");
                tryVerify(() => find("toast").visible);
                compare(find("toast").text, "lpd_l_256 is imported");
                compare(button.text, "Choose files");
                models.remove(before);
            }
            function test_anImportCanBeCancelledAndBegunAgain() {
                task.offer(["file:///a/vq.pt", "file:///a/lpd.pth"]);
                mouseClick(find("importButton"));
                mouseClick(find("importCancel"));
                compare(task.state, ModelImport.State.Choosing);
                compare(find("importPart_tokenizer").given, true);
                compare(find("importButton").enabled, true);
            }
            function test_aFileIsTakenAwayAgain() {
                task.offer(["file:///a/vq.pt", "file:///a/lpd.pth"]);
                mouseClick(find("importRemove_tokenizer"));
                compare(find("importPart_tokenizer").given, false);
                compare(find("importButton").enabled, false);
            }
            function test_whatIsWrongStandsWhereItHappened() {
                task.offer(["file:///a/cat.jpg"]);
                const box = find("importProblem");
                compare(box.visible, true);
                verify(box.text.startsWith("cat.jpg"));
                verify(box.hint.length > 0);
                mouseClick(find("importProblemDismiss"));
                compare(task.problem, "");
            }
            function test_aNameThatCannotBeIsMarked() {
                task.offer(["file:///a/vq.pt", "file:///a/lpd.pth"]);
                const field = find("importName");
                field.forceActiveFocus();
                field.selectAll();
                keyClick("/");
                compare(field.problem, true);
                compare(find("importButton").enabled, false);
                field.selectAll();
                keyClick("x");
                compare(field.problem, false);
                compare(task.name, "x");
            }
            function test_weightsAreStoredAsChosen() {
                task.offer(["file:///a/lpd.pth"]);
                mouseClick(find("storeBf16"));
                compare(task.storedType, "bf16");
                mouseClick(find("storeFp32"));
            }
            function test_thePageTellsWhereTheReleasedModelsAre() {
                const list = find("modelList");
                list.contentY = list.contentHeight - list.height;
                const card = find("releasedModels");
                compare(card.visible, true);
                verify(card.models.startsWith("https://"));
                compare(find("openReleasedModels").visible, true);
                compare(find("openReleasedTokenizer").visible, true);
            }
            function tipOf(item: Item): var {
                return Array.from(item.children).find(child => child.hasOwnProperty("wanted")).tip;
            }
            function test_whatItCostsIsExplainedByKeysToo() {
                const costs = find("modelCosts_scenes-256");
                verify(costs.activeFocusOnTab);
                costs.forceActiveFocus(Qt.TabFocusReason);
                tryVerify(() => tipOf(costs)?.opened ?? false);
                compare(tipOf(costs).text, costs.Accessible.description);
                compare(costs.Accessible.name, "≈ 41 MB in memory");
            }
            function test_theStatusSaysWhyByKeysToo() {
                const status = find("statusField");
                verify(status.activeFocusOnTab);
                status.forceActiveFocus(Qt.TabFocusReason);
                tryVerify(() => tipOf(status)?.opened ?? false);
                verify(tipOf(status).text.startsWith(models.deviceReason));
                compare(status.Accessible.description, models.deviceReason);
            }
        }
    }
}
