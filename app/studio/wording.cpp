#include "wording.h"

#include <lpd/request.h>

#include <cmath>

namespace lpd::studio {

QString className(const ModelInfo& model, int classIndex) {
  if (classIndex == kUnconditional) return QStringLiteral("Any subject");
  return capitalised(QString::fromStdString(model.className(classIndex)));
}

QString subjectTitle(const QString& className) {
  return className == QLatin1String("unconditional") ? QStringLiteral("Any subject") : capitalised(className);
}

QString groupedInThrees(quint64 number) {
  QString text = QString::number(number);
  for (qsizetype at = text.size() - 3; at > 0; at -= 3)
    text.insert(at, QLatin1Char(' '));
  return text;
}

QString parameterText(quint64 parameters) {
  const double count = static_cast<double>(parameters);
  if (count >= 1e9) return QStringLiteral("%1 B parameters").arg(count / 1e9, 0, 'f', 1);
  if (count >= 1e7) return QStringLiteral("%1 M parameters").arg(count / 1e6, 0, 'f', 0);
  if (count >= 1e6) return QStringLiteral("%1 M parameters").arg(count / 1e6, 0, 'f', 1);
  return QStringLiteral("%1 k parameters").arg(count / 1e3, 0, 'f', 0);
}

QString bytesText(quint64 bytes) {
  const double count = static_cast<double>(bytes);
  if (count >= 9.995e9) return QStringLiteral("%1 GB").arg(count / 1e9, 0, 'f', 1);
  if (count >= 0.9995e9) return QStringLiteral("%1 GB").arg(count / 1e9, 0, 'f', 2);
  if (count >= 1e6) return QStringLiteral("%1 MB").arg(count / 1e6, 0, 'f', 0);
  return QStringLiteral("%1 kB").arg(count / 1e3, 0, 'f', 0);
}

QString orderLabel(OrderKind kind) {
  switch (kind) {
    case OrderKind::Lpd:
      return QStringLiteral("Locality");
    case OrderKind::Raster:
      return QStringLiteral("Raster");
    case OrderKind::Random:
      return QStringLiteral("Random");
    case OrderKind::Halton:
      return QStringLiteral("Halton");
    case OrderKind::Par:
      return QStringLiteral("Blocks");
    case OrderKind::Wavefront:
      return QStringLiteral("Wavefront");
    case OrderKind::Spiral:
      return QStringLiteral("Spiral");
    case OrderKind::CoarseToFine:
      return QStringLiteral("Coarse to fine");
  }
  return {};
}

QString orderTip(OrderKind kind) {
  switch (kind) {
    case OrderKind::Lpd:
      return QStringLiteral("Near finished patches, far from each other");
    case OrderKind::Raster:
      return QStringLiteral("Row by row, left to right");
    case OrderKind::Random:
      return QStringLiteral("Anywhere, by chance");
    case OrderKind::Halton:
      return QStringLiteral("Evenly scattered, never clumped");
    case OrderKind::Par:
      return QStringLiteral("The same place in every block at once");
    case OrderKind::Wavefront:
      return QStringLiteral("Diagonal by diagonal");
    case OrderKind::Spiral:
      return QStringLiteral("From the centre outwards");
    case OrderKind::CoarseToFine:
      return QStringLiteral("A coarse grid first, then the gaps");
  }
  return {};
}

QString capitalised(const QString& text) {
  if (text.isEmpty()) return text;
  QString result = text;
  result[0] = result[0].toUpper();
  return result;
}

QString durationText(double milliseconds) {
  if (milliseconds < 59'950)
    return QStringLiteral("%1 s").arg(milliseconds / 1e3, 0, 'f', milliseconds < 9'995 ? 2 : 1);
  const qint64 seconds = std::llround(milliseconds / 1e3);
  return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

}  // namespace lpd::studio
