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
}
