#pragma once

#include <QtCore/QSize>
#include <QtCore/QString>

/// What a decoder finds in a GIF or MP4.
struct FilmFacts {
  int frames = 0;
  QSize size;
  double seconds = 0;
};

/// Decodes every frame; throws std::runtime_error where the file is no film.
FilmFacts readFilm(const QString& file);
