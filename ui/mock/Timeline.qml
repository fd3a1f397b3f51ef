import QtQml
import QtQml.Models

ListModel {
    id: timeline

    property int stepCount: 0
    property int madeSteps: 0
    property int largestGroup: 0
    property int shownSteps: 0
    readonly property int shownPatches: { let sum = 0; for (let i = 0; i < shownSteps; ++i) sum += get(i).size; return sum; }
    property int peekedSteps: -1
    readonly property int visibleSteps: peekedSteps < 0 || playing ? shownSteps : Math.min(peekedSteps, madeSteps)
    property bool playing: false
    property real speed: 1
    property bool loop: false
    property bool live: false

    property Timer timer: Timer {
        interval: Math.max(8, 120 / timeline.speed)
        repeat: true
        running: timeline.playing
        onTriggered: {
            if (timeline.shownSteps < timeline.madeSteps)
                timeline.show(timeline.shownSteps + 1);
            else if (timeline.loop)
                timeline.show(0);
            else
                timeline.playing = false;
        }
    }

    function show(steps: int): void {
        shownSteps = Math.max(0, Math.min(madeSteps, steps));
        refreshStates();
    }
    function refreshStates(): void {
        const current = live ? shownSteps : shownSteps - 1;
        for (let i = 0; i < count; ++i)
            setProperty(i, "state", i === current ? "current" : i < current ? "done" : "future");
    }
    function play(): void {
        if (live)
            return;
        if (shownSteps >= madeSteps)
            show(0);
        peekedSteps = -1;
        playing = true;
    }
    function pause(): void {
        playing = false;
    }
    function toggle(): void {
        playing ? pause() : play();
    }
    function next(): void {
        seek(shownSteps + 1);
    }
    function previous(): void {
        seek(shownSteps - 1);
    }
    function first(): void {
        seek(0);
    }
    function last(): void {
        seek(madeSteps);
    }
    function seek(steps: int): void {
        playing = false;
        peekedSteps = -1;
        live = running && steps >= madeSteps;
        show(steps);
    }

    property bool running: false
    function setPicture(sizes: var, ms: var, isRunning: bool): void {
        playing = false;
        clear();
        sizes.forEach((size, i) => append({ step: i + 1, size: size, ms: i < ms.length ? ms[i] : 0, state: "future" }));
        stepCount = sizes.length;
        largestGroup = sizes.length > 0 ? Math.max(...sizes) : 0;
        live = isRunning;
        setProgress(ms, isRunning);
        show(madeSteps);
    }
    function setProgress(ms: var, isRunning: bool): void {
        running = isRunning;
        madeSteps = ms.length;
        for (let i = 0; i < ms.length; ++i)
            setProperty(i, "ms", ms[i]);
        if (live)
            show(madeSteps);
        live = live && isRunning;
        refreshStates();
    }
}
