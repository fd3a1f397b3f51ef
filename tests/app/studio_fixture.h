#pragma once

#include "studio_app.h"

#include <lpd/model_info.h>

#include <QtCore/QTemporaryDir>

namespace lpd::studio::test {

/// A model as the tests of plans and pictures need it: described, without weights. `classes` are its names.
ModelInfo describedModel(int side, std::vector<std::string> classes = {"sailboat", "desert dunes", "fish"});

/// Imports the fixture checkpoint (8x8 patches, 10 classes, random weights) as a bundle `folder`/`name`.
ModelInfo importTinyModel(const QString& folder, const std::string& name = "tiny");

/// A studio whose models, settings, history and presets are all in `folder`; studios of different `name`s share only
/// the models.
StudioOptions optionsIn(const QString& folder, const QString& model, const QString& name);

}  // namespace lpd::studio::test
