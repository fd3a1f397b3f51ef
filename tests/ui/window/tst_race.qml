import QtQuick
import QtTest
import LpdStudio.App

Item {
    TestWindow {
        id: window

        TestCase {
            name: "Race"
            when: windowShown

            readonly property Race race: window.studio.race

            function find(name: string): var {
                let item = null;
                tryVerify(() => (item = findChild(window.contentItem.parent, name)) !== null, 5000, name);
                return item;
            }
            function init() {
                tryVerify(window.takesKeys);
                window.contentItem.forceActiveFocus();
                keyClick(Qt.Key_2, Qt.ControlModifier);
                compare(window.studio.page, "race");
            }
            function makeRace() {
                mouseClick(find(race.state === Race.State.Ready ? "raceAgain" : "raceButton"));
                compare(race.state, Race.State.Making);
                tryCompare(race, "state", Race.State.Ready, 10000);
                waitForRendering(window.contentItem); // the controls of the replay find their places in the next frame
            }

            function test_1_teachesBeforeTheFirstRace() {
                compare(find("raceButton").text, "Start the race");
                compare(find("raceClock").parent.visible, false);
                for (let i = 0; i < 3; ++i)
                    compare(find("laneCanvas_" + i).ghostStrength, 1); // the planned orders
                compare(find("laneCanvas_0").stepOfPosition, race.lanes[0].plannedSteps);
            }
            function test_2_showsLanesWhileTheyAreMadeAndThenReplaysThem() {
                mouseClick(find("raceButton"));
                compare(find("raceButton").text, "Stop");
                tryVerify(() => find("laneCanvas_0").shownSteps > 0);
                tryCompare(race, "state", Race.State.Ready, 10000);
                compare(race.playing, true);
                compare(find("raceButton").text, "Pause");
                mouseClick(find("raceButton"));
                compare(race.playing, false);
                compare(find("laneSeconds_0").text, "0.82 s");
                compare(find("laneSeconds_2").text, "10.5 s");
            }
            function test_3_spaceAndHomeWorkTheReplay() {
                makeRace();
                keyClick(Qt.Key_Space);
                compare(race.playing, false);
                race.seek(500);
                keyClick(Qt.Key_Home);
                verify(race.clockMs < 200);
                compare(race.playing, true);
                keyClick(Qt.Key_Space);
            }
            function test_4_theClockIsDraggedOnTheTracks() {
                makeRace();
                race.pause();
                race.seek(0);
                const scrub = find("raceScrub");
                mouseClick(scrub, scrub.width / 3, 60);
                verify(race.clockMs > 0);
                const shown = race.lanes[0].shownSteps;
                verify(shown > 0 && shown < 20, shown);
                compare(find("laneCanvas_0").shownSteps, shown);
                compare(find("laneCanvas_0").currentGroup, shown);
            }
            function test_4_theClockIsMovedByKeys() {
                makeRace();
                const scrub = find("raceScrub");
                verify(scrub.activeFocusOnTab);
                scrub.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Home);
                compare(race.clockMs, 0);
                compare(race.playing, false); // here it is not the window's: that starts the race anew
                keyClick(Qt.Key_Right);
                const at = race.clockMs;
                verify(at > 0 && at < race.durationMs / 50, at);
                keyClick(Qt.Key_Right);
                keyClick(Qt.Key_Left);
                fuzzyCompare(race.clockMs, at, 0.001);
                keyClick(Qt.Key_End);
                compare(race.clockMs, race.durationMs);
                compare(find("laneCanvas_2").shownSteps, 256);
                race.byStep = true;
                keyClick(Qt.Key_Home);
                keyClick(Qt.Key_Right);
                compare(race.lanes[0].shownSteps, 1);
                race.byStep = false;
            }
            function test_5_speedAndSynchronisationAreChosen() {
                makeRace();
                mouseClick(find("raceSpeed_4"));
                compare(race.speed, 4);
                mouseClick(find("raceByStep"));
                compare(race.byStep, true);
                race.pause();
                race.seek(12.5 * 120);
                compare(race.lanes[0].shownSteps, 12);
                compare(race.lanes[2].shownSteps, 12);
                mouseClick(find("raceByClock"));
                compare(race.byStep, false);
                mouseClick(find("raceSpeed_1"));
            }
            function test_1_theRaceHasASubjectAndASeedOfItsOwn() {
                const plan = window.studio.plan, planned = plan.classIndex, seed = plan.seed;
                mouseClick(find("raceSubject"));
                const tile = find("pickerTile_5");
                tryVerify(() => tile.visible && tile.width > 0);
                mouseClick(tile);
                compare(race.classIndex, 5);
                compare(find("raceSubject").text, window.studio.classes.nameOf(5));
                tryCompare(tile, "visible", false);
                mouseClick(find("raceSeed"));
                keyClick(Qt.Key_A, Qt.ControlModifier);
                for (const digit of "4711")
                    keyClick(digit);
                keyClick(Qt.Key_Return);
                compare(race.subject.seed, 4711);
                compare(plan.classIndex, planned); // the Create page keeps its own
                compare(plan.seed, seed);
                mouseClick(find("raceDice"));
                verify(race.subject.seed !== 4711);
                mouseClick(find("raceFollow"));
                compare(race.classIndex, planned);
                compare(race.subject.seed, seed);
                tryCompare(find("raceFollow"), "visible", false);
            }
            function test_6_lanesAreAddedChangedAndRemoved() {
                makeRace();
                mouseClick(find("raceAddLane"));
                compare(race.lanes.length, 4);
                compare(find("raceAddLane").visible, false);
                tryVerify(() => find("lane_3").x > 0); // laid out
                mouseClick(find("laneMore_3"));
                tryVerify(() => find("laneRemove_3").visible && find("laneOrder_3_random").x > 0);
                mouseClick(find("laneOrder_3_random"));
                compare(race.lanes[3].orderKind, "random");
                mouseClick(find("laneSteps_3_32"));
                compare(race.lanes[3].steps, 32);
                compare(find("raceButton").text, "Start the race");
                mouseClick(find("laneRemove_3"));
                compare(race.lanes.length, 3);
            }
            function test_7_aLaneIsChangedByKeys() {
                const words = window.studio.plan.orderKinds.map(kind => kind.word);
                const chip = at => find("laneOrder_0_" + words[at]);
                find("laneMore_0").forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Space);
                tryVerify(() => chip(0).visualFocus);
                keyClick(Qt.Key_Right);
                verify(chip(1).visualFocus);
                keyClick(Qt.Key_Space);
                compare(race.lanes[0].orderKind, words[1]);
                const first = chip(0);
                keyClick(Qt.Key_Left);
                verify(first.activeFocus);
                keyClick(Qt.Key_Escape);
                tryVerify(() => !first.visible);
                race.changeLane(0, words[0], race.lanes[0].steps, race.lanes[0].guidance);
            }
        }
    }
}
