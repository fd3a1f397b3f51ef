import QtQuick
import LpdStudio.App
import LpdStudio.Ui

// The window on the mock, without motion so that nothing needs to be waited for.
Main {
    width: 1440
    height: 900
    studio: StudioApp {}
    Component.onCompleted: {
        studio.preferences.reducedMotion = true;
        studio.controller.stepDuration = 5;
        studio.plan.imageCount = 1;
    }

    // Whether keys reach it; asks for them. "active" says less: it holds as soon as the tests' own window has the keys,
    // of which this one is a transient child.
    function takesKeys(): bool {
        if (activeFocusItem === null)
            requestActivate();
        return activeFocusItem !== null;
    }
}
