#pragma once

#include "picture.h"

#include <lpd/image_record.h>

#include <QtCore/QString>
#include <QtGui/QImage>

#include <optional>
#include <vector>

namespace lpd::studio {

/// What the history knows of a picture beyond its record. Stored beside the record in the PNG (text chunk
/// `lpd-studio`, JSON), so that the index can be made anew from the pictures alone.
struct HistoryFacts {
  qint64 createdMs = 0;                        ///< since 1970, UTC
  double seconds = 0;                          ///< time in steps; 0 = not known
  QString kind = QStringLiteral("generated");  ///< "generated" or "race"
  bool starred = false;
  std::vector<double> stepMs;      ///< by step; empty = not known
  std::vector<float> probability;  ///< of the token taken, raster order; empty = not known
  std::vector<float> entropy;      ///< bits, raster order; empty = not known
};

/// A picture as the history keeps it.
struct HistoryPicture {
  ImageRecord record;
  HistoryFacts facts;
  QImage image;  ///< null where only the record was read
};

inline constexpr const char* kFactsKey = "lpd-studio";  ///< PNG text keyword of the facts

std::string toJson(const HistoryFacts& facts);
/// Facts that are missing or make no sense count as not known: the record is what matters.
HistoryFacts factsFromJson(const std::string& json, const ImageRecord& record);

/// A finished picture of the session, ready to be stored.
HistoryPicture historyPicture(const Picture& picture, const QString& kind, qint64 createdMs);

/// "2026-11/20261123-131422-183-sailboat-284119073-0.png", in local time.
QString historyName(const ImageRecord& record, qint64 createdMs);

/// Writes the PNG whole or not at all; never replaces a file. Throws lpd::Error.
void writeHistoryFile(const QString& file, const HistoryPicture& picture);
/// Stores other facts in a PNG of the history; pixels and record stay. Throws lpd::Error.
void rewriteFacts(const QString& file, const HistoryFacts& facts);
/// Nothing where the PNG is not one of ours. A PNG without facts (made by the command line) is dated by the file.
/// Throws lpd::Error where the file cannot be read or its record is broken.
std::optional<HistoryPicture> readHistoryFile(const QString& file, bool withPixels);

}  // namespace lpd::studio
