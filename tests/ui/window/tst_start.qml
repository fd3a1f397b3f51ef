import QtQuick
import QtTest
import LpdStudio.App

// The start page: what a person sees before the first picture.
Item {
    id: root

    width: 100
    height: 100

    Component {
        id: maker

        TestWindow {}
    }
    Component {
        id: studioMaker

        StudioApp { welcome: true }
    }
    TestCase {
        name: "Start"
        when: windowShown

        property var window: null
        property var studio: null

        function init() {
            studio = studioMaker.createObject(root);
            window = maker.createObject(root, { studio: studio });
            tryVerify(() => window.takesKeys());
            tryVerify(() => shows("startPage"));
            waitForRendering(window.contentItem);
        }
        function cleanup() {
            window.visible = false;
        }
        function find(name: string): var {
            const item = findChild(window.contentItem, name);
            verify(item !== null, name);
            return item;
        }
        function shows(name: string): bool {
            return findChild(window.contentItem, name)?.visible ?? false;
        }
        function click(name: string): void {
            tryVerify(() => shows(name));
            const item = find(name);
            mouseClick(item, item.width / 2, item.height / 2);
        }

        function test_standsInFrontOfTheControls() {
            verify(!shows("generateButton"));
            window.studio.page = "gallery";
            tryVerify(() => !shows("startPage"));
            window.studio.page = "create";
            tryVerify(() => shows("startPage"));
        }
        function test_explainsThePlanInFourStages() {
            const page = find("startPage");
            compare(page.stages, [1, 7, 14, 20]);
            studio.plan.steps = 2;
            compare(page.stages, [1, 2]);
            studio.plan.steps = 1;
            compare(page.stages, [1]);
        }
        function test_makesThePictureOfTheChosenSubject() {
            click("startSubject_3");
            compare(studio.plan.classIndex, 3);
            tryVerify(() => find("startButton").text.includes(studio.classes.nameOf(3)));
            click("startButton");
            tryVerify(() => shows("canvas") && !shows("startPage"));
            verify(!studio.welcome);
            tryCompare(studio.picture, "title", studio.classes.nameOf(3));
        }
        function test_makesOneWithItsKey() {
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            tryVerify(() => shows("canvas") && !shows("startPage"));
        }
        function test_makesWayForTheControls() {
            click("startSettings");
            tryVerify(() => shows("generateButton") && !shows("startPage"));
            compare(studio.pictures.count, 0);
        }
        function test_makesWayWithEscape() {
            keyClick(Qt.Key_Escape);
            tryVerify(() => shows("generateButton") && !shows("startPage"));
        }
        function test_leadsToAllSubjects() {
            click("startMoreSubjects");
            tryVerify(() => findChild(window.contentItem.parent, "pickerSearch")?.visible ?? false);
            tryVerify(() => !shows("startPage"));
        }
        function test_letsTroubleBeSeen() {
            studio.models.state = ModelLibrary.State.Failed;
            tryVerify(() => !shows("startPage"));
        }
        function test_arrowsChooseAmongTheSubjects() {
            const subjects = find("startSubject_3").parent.shown.map(row => row.classIndex);
            const tile = at => find("startSubject_" + subjects[at]);
            tile(0).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            compare(studio.plan.classIndex, subjects[1]);
            verify(tile(1).visualFocus && tile(1).checked);
            keyClick(Qt.Key_Left);
            keyClick(Qt.Key_Left); // there is none further on
            compare(studio.plan.classIndex, subjects[0]);
            verify(tile(0).activeFocus && tile(0).checked);
        }
        function test_returnChoosesASubjectAsSpaceDoes_data() {
            return [{ tag: "Return", key: Qt.Key_Return }, { tag: "Enter", key: Qt.Key_Enter }, { tag: "Space", key: Qt.Key_Space }];
        }
        function test_returnChoosesASubjectAsSpaceDoes(data) {
            find("startSubject_3").forceActiveFocus(Qt.TabFocusReason);
            verify(studio.plan.classIndex !== 3);
            keyClick(data.key);
            compare(studio.plan.classIndex, 3);
            verify(shows("startPage"));
        }
        function test_theNameOfASubjectDoesNotCoverTheButton() {
            const tile = find("startSubject_3");
            tile.forceActiveFocus(Qt.TabFocusReason);
            const host = Array.from(tile.children).find(child => child.hasOwnProperty("wanted"));
            tryVerify(() => host.tip?.opened ?? false);
            compare(host.tip.text, studio.classes.nameOf(3));
            verify(host.tip.y + host.tip.height < 0, host.tip.y);
        }
    }
}
