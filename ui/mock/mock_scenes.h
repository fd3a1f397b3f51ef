#pragma once

#include <QImage>
#include <QStringList>

// Flat illustrations to fill the mock's canvas and chips with.
namespace mock {

QStringList sceneNames();
// `size` pixels square; `variant` moves the sun or the boat a little.
QImage drawScene(int scene, int size, unsigned variant);

}  // namespace mock
