#pragma once

class QQmlApplicationEngine;

namespace lpd::studio {

class StudioApp;

/// Loads the window of the module LpdStudio.Ui and hands it `app`, which outlives `engine`. The model begins to load
/// once the first frame is on the screen. False where the window could not be made; the reasons are in the log.
bool openWindow(QQmlApplicationEngine& engine, StudioApp& app);

}  // namespace lpd::studio
