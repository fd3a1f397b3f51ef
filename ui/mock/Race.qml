import QtQml
import LpdStudio.App

QtObject {
    id: race

    enum State { Planned, Making, Ready }

    required property MockArt art
    required property PlanSettings plan
    required property ClassModel classes
    property real msPerStep: 41
    readonly property Component maker: Component { RaceLane {} }
    property var lanes: [
        maker.createObject(race, { art: art, plan: plan }),
        maker.createObject(race, { art: art, plan: plan, orderKind: "raster" }),
        maker.createObject(race, { art: art, plan: plan, orderKind: "raster", steps: 256 })
    ]
    property int state: Race.State.Planned
    property int makingLane: -1
    property bool outdated: false
    readonly property RaceSubject subject: RaceSubject { plan: race.plan }
    readonly property int classIndex: subject.classIndex
    readonly property string title: classes.nameOf(subject.classIndex)
    readonly property string thumbnail: classes.thumbnailOf(subject.classIndex)
    readonly property string seedText: subject.seed.toFixed(0).replace(/\B(?=(\d{3})+$)/g, "\u2009")
    signal told(string text, bool problem)
    property bool playing: false
    property real speed: 1
    property bool byStep: false
    property real clockMs: 0
    readonly property int clockStep: clockMs / 120
    property real durationMs: 0

    function start(): void {
        lanes.forEach(lane => lane.clear());
        state = Race.State.Making;
        makingLane = 0;
        lanes[0].begin();
    }
    function stop(): void {
        state = Race.State.Planned;
        makingLane = -1;
    }
    function play(): void {
        if (state !== Race.State.Ready)
            return;
        if (clockMs >= durationMs)
            seek(0);
        playing = true;
    }
    function pause(): void {
        playing = false;
    }
    function toggle(): void {
        playing ? pause() : play();
    }
    function restart(): void {
        seek(0);
        play();
    }
    function seek(ms: real): void {
        clockMs = Math.max(0, Math.min(durationMs, ms));
        lanes.forEach(lane => byStep ? lane.shownSteps = Math.min(lane.steps, clockStep) : lane.showAt(clockMs));
    }
    function addLane(): void {
        if (lanes.length < 4)
            lanes = lanes.concat([maker.createObject(race, { art: art, plan: plan, orderKind: "halton" })]);
        state = Race.State.Planned;
    }
    function removeLane(index: int): void {
        if (lanes.length > 2)
            lanes = lanes.filter((_, i) => i !== index);
    }
    function changeLane(index: int, orderKind: string, steps: int, guidance: real): void {
        const lane = lanes[index];
        lane.orderKind = orderKind;
        lane.steps = steps;
        lane.guidance = guidance;
        lane.clear();
        state = Race.State.Planned;
    }
    function useDefaultLanes(): void {}
    function take(entries: var): void {
        const first = entries[0];
        const ways = entries.filter((e, i) => entries.findIndex(other => other.order === e.order && other.steps === e.steps) === i);
        lanes = ways.map(e => maker.createObject(race, { art: art, plan: plan, orderKind: e.order, steps: e.steps }))
            .concat(ways.length < 2 ? lanes.slice(1) : []);
        subject.chooseClass(first.scene);
        subject.setSeedText(String(first.seed));
        if (entries.some(e => e.scene !== first.scene || e.seed !== first.seed))
            told("The race takes the subject and seed of the first", false);
    }
    readonly property Connections choice: Connections {
        target: race.subject
        function onChanged() {
            race.lanes.forEach(lane => lane.clear());
            race.state = Race.State.Planned;
        }
    }
    function makeMore(): void {
        const lane = lanes[makingLane];
        lane.makeSteps(8, msPerStep);
        durationMs = Math.max(...lanes.map(each => each.totalMs));
        clockMs = lane.totalMs;
        if (lane.phase !== RaceLane.Phase.Made)
            return;
        if (makingLane + 1 < lanes.length) {
            makingLane += 1;
            lanes[makingLane].begin();
        } else {
            makingLane = -1;
            state = Race.State.Ready;
            restart();
        }
    }

    readonly property Timer maker2: Timer {
        interval: 8
        repeat: true
        running: race.state === Race.State.Making
        onTriggered: race.makeMore()
    }
    readonly property Timer clock: Timer {
        interval: 16
        repeat: true
        running: race.playing
        onTriggered: {
            race.seek(race.clockMs + 16 * race.speed);
            if (race.clockMs >= race.durationMs)
                race.playing = false;
        }
    }
}
