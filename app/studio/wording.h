#pragma once

#include <lpd/model_info.h>
#include <lpd/order.h>

#include <QtCore/QString>

#include <optional>
#include <string>

namespace lpd::studio {

/// "mountain sunset" -> "Mountain sunset"; the unconditional class is "Any subject".
QString className(const ModelInfo& model, int classIndex);
/// The same from a record's class name: "unconditional" is "Any subject".
QString subjectTitle(const QString& className);
/// 284119073 -> "284 119 073"
QString groupedInThrees(quint64 number);
/// 0.834 -> "0.83", in the language of the window
QString decimalText(double value, int digits);
/// What people type for a seed ("284 119 073"); nothing where it is none, or larger than QML's numbers are exact.
std::optional<quint64> seedFromText(const QString& text);
/// 5861000 -> "5.9 M parameters"
QString parameterText(quint64 parameters);
/// 24'117'248 -> "24 MB"; powers of ten, as file managers and shops count
QString bytesText(quint64 bytes);
/// "Locality-aware", "Raster", ...
QString orderLabel(OrderKind kind);
QString orderTip(OrderKind kind);
/// The word that files, settings and the command line have for it: "lpd", "raster", ...
QString orderWord(OrderKind kind);
QString scheduleWord(GuidanceSchedule schedule);
/// A RuntimeInfo's reason in the language of the window.
QString reasonText(const std::string& reason);
/// An Error's text as the window shows it: first letter large, no full stop.
QString capitalised(const QString& text);
/// A span as people read it: "0.83 s", "1 min 12 s".
QString durationText(double milliseconds);
/// A folder as people know it: "~/Pictures" within their home, else as it is.
QString folderText(const QString& path);

}  // namespace lpd::studio
