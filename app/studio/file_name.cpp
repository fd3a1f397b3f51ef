#include "file_name.h"

#include <QtCore/QFileInfo>

namespace lpd::studio {

namespace {

constexpr int kLongestName = 120;  // characters; file systems take 255 bytes

QString cleaned(QString name) {
  static const QString kForbidden = QStringLiteral("/\\:*?\"<>|");
  for (QChar& c : name)
    if (c.isSpace() || c < QLatin1Char(' ') || kForbidden.contains(c)) c = QLatin1Char('-');
  while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char('-')))
    name.remove(0, 1);
  name.truncate(kLongestName);
  return name.isEmpty() ? QStringLiteral("picture") : name;
}

}  // namespace

QString fileNameFor(const QString& pattern, const Picture& picture, const QDateTime& when) {
  const GenerationRequest& request = picture.run->request;
  const std::pair<const char*, QString> words[] = {
      {"{class}", picture.title().toLower()},
      {"{seed}", QString::number(request.seed)},
      {"{index}", QString::number(request.firstIndex + picture.plan.image)},
      {"{steps}", QString::number(picture.stepCount())},
      {"{order}", QString::fromStdString(std::string(toString(request.plan.kind)))},
      {"{model}", QString::fromStdString(picture.run->model.name)},
      {"{date}", when.toString(QStringLiteral("yyyy-MM-dd"))},
      {"{time}", when.toString(QStringLiteral("HH-mm-ss"))},
  };
  QString name = pattern;
  for (const auto& [word, value] : words)
    name.replace(QLatin1String(word), value);
  return cleaned(name);
}

QString freePath(const QString& folder, const QString& name, const QString& ending) {
  const QString start = folder + QLatin1Char('/') + name;
  QString path = start + QLatin1Char('.') + ending;
  for (int i = 2; QFileInfo::exists(path); ++i)
    path = QStringLiteral("%1-%2.%3").arg(start).arg(i).arg(ending);
  return path;
}

}  // namespace lpd::studio
