#pragma once

#include <QPainterPath>
#include <QStringView>

// An icon of the set in Icons.qml, read from its path text.
struct IconPath {
  QPainterPath stroked;
  QPainterPath filled;

  // Reads M L H V C Q Z (absolute, as in SVG), O cx cy r, R x y w h r and F. A text with an unknown command or a
  // number missing gives what was read up to there.
  static IconPath parse(QStringView text);
};
