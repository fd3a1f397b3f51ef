#include "wording.h"

#include "plan_settings.h"

#include <lpd/request.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLocale>

#include <cmath>

namespace lpd::studio {

QString className(const ModelInfo& model, int classIndex) {
  if (classIndex == kUnconditional) return QCoreApplication::translate("Wording", "Any subject");
  return capitalised(QString::fromStdString(model.className(classIndex)));
}

QString subjectTitle(const QString& className) {
  return className == QLatin1String("unconditional") ? QCoreApplication::translate("Wording", "Any subject")
                                                     : capitalised(className);
}

QString groupedInThrees(quint64 number) {
  QString text = QString::number(number);
  for (qsizetype at = text.size() - 3; at > 0; at -= 3)
    text.insert(at, QLatin1Char(' '));
  return text;
}

QString decimalText(double value, int digits) {
  return QLocale().toString(value, 'f', digits);
}

std::optional<quint64> seedFromText(const QString& text) {
  QString digits = text;
  digits.remove(QLatin1Char(' ')).remove(QChar::Nbsp).remove(QChar(0x202F));
  bool isNumber = !digits.isEmpty();
  for (QChar c : digits)
    isNumber = isNumber && c >= QLatin1Char('0') && c <= QLatin1Char('9');
  const quint64 number = isNumber ? digits.toULongLong(&isNumber) : 0;
  if (!isNumber || number > static_cast<quint64>(PlanSettings::kLargestSeed)) return std::nullopt;
  return number;
}

QString parameterText(quint64 parameters) {
  const double count = static_cast<double>(parameters);
  if (count >= 1e9) return QCoreApplication::translate("Wording", "%1 B parameters").arg(decimalText(count / 1e9, 1));
  if (count >= 1e7) return QCoreApplication::translate("Wording", "%1 M parameters").arg(decimalText(count / 1e6, 0));
  if (count >= 1e6) return QCoreApplication::translate("Wording", "%1 M parameters").arg(decimalText(count / 1e6, 1));
  return QCoreApplication::translate("Wording", "%1 k parameters").arg(decimalText(count / 1e3, 0));
}

QString bytesText(quint64 bytes) {
  const double count = static_cast<double>(bytes);
  if (count >= 9.995e9) return QCoreApplication::translate("Wording", "%1 GB").arg(decimalText(count / 1e9, 1));
  if (count >= 0.9995e9) return QCoreApplication::translate("Wording", "%1 GB").arg(decimalText(count / 1e9, 2));
  if (count >= 1e6) return QCoreApplication::translate("Wording", "%1 MB").arg(decimalText(count / 1e6, 0));
  return QCoreApplication::translate("Wording", "%1 kB").arg(decimalText(count / 1e3, 0));
}

QString orderLabel(OrderKind kind) {
  switch (kind) {
    case OrderKind::Lpd:
      return QCoreApplication::translate("Wording", "Locality");
    case OrderKind::Raster:
      return QCoreApplication::translate("Wording", "Raster");
    case OrderKind::Random:
      return QCoreApplication::translate("Wording", "Random");
    case OrderKind::Halton:
      return QStringLiteral("Halton");
    case OrderKind::Par:
      return QCoreApplication::translate("Wording", "Blocks");
    case OrderKind::Wavefront:
      return QCoreApplication::translate("Wording", "Wavefront");
    case OrderKind::Spiral:
      return QCoreApplication::translate("Wording", "Spiral");
    case OrderKind::CoarseToFine:
      return QCoreApplication::translate("Wording", "Coarse to fine");
  }
  return {};
}

QString orderWord(OrderKind kind) {
  const std::string_view word = toString(kind);
  return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString scheduleWord(GuidanceSchedule schedule) {
  const std::string_view word = toString(schedule);
  return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString orderTip(OrderKind kind) {
  switch (kind) {
    case OrderKind::Lpd:
      return QCoreApplication::translate("Wording", "Near finished patches, kept apart from each other");
    case OrderKind::Raster:
      return QCoreApplication::translate("Wording", "Row by row, left to right");
    case OrderKind::Random:
      return QCoreApplication::translate("Wording", "Anywhere, by chance");
    case OrderKind::Halton:
      return QCoreApplication::translate("Wording", "Evenly scattered, never clumped");
    case OrderKind::Par:
      return QCoreApplication::translate("Wording", "The same place in every block at once");
    case OrderKind::Wavefront:
      return QCoreApplication::translate("Wording", "Diagonal by diagonal");
    case OrderKind::Spiral:
      return QCoreApplication::translate("Wording", "From the centre outwards");
    case OrderKind::CoarseToFine:
      return QCoreApplication::translate("Wording", "A coarse grid first, then the gaps");
  }
  return {};
}

/// The core's sentence is made of few parts; one that is not among them stays English.
QString reasonText(const std::string& reason) {
  static constexpr const char* kParts[] = {
      QT_TRANSLATE_NOOP("Reason", "A CUDA device is present"),
      QT_TRANSLATE_NOOP("Reason", "This CUDA device was asked for"),
      QT_TRANSLATE_NOOP("Reason", "No CUDA device can be used"),
      QT_TRANSLATE_NOOP("Reason", "this LibTorch was built without CUDA"),
      QT_TRANSLATE_NOOP("Reason", "no NVIDIA driver or device was found"),
      QT_TRANSLATE_NOOP("Reason", "The CPU was asked for"),
      QT_TRANSLATE_NOOP("Reason", "it multiplies bf16 natively."),
      QT_TRANSLATE_NOOP("Reason", "it has no bf16 units, so fp32 is fastest."),
      QT_TRANSLATE_NOOP("Reason", "it has no bf16 units: bf16 rounds like one but is not faster than fp32."),
  };
  QString text = QString::fromStdString(reason);
  for (const char* part : kParts)
    text.replace(QLatin1String(part), QCoreApplication::translate("Reason", part));
  return text;
}

QString capitalised(const QString& text) {
  if (text.isEmpty()) return text;
  QString result = text;
  result[0] = result[0].toUpper();
  return result;
}

QString durationText(double milliseconds) {
  if (milliseconds < 59'950)
    return QCoreApplication::translate("Wording", "%1 s")
        .arg(decimalText(milliseconds / 1e3, milliseconds < 9'995 ? 2 : 1));
  const qint64 seconds = std::llround(milliseconds / 1e3);
  return QCoreApplication::translate("Wording", "%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QString folderText(const QString& path) {
  const QString home = QDir::homePath();
  if (path == home) return QStringLiteral("~");
  return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

}  // namespace lpd::studio
