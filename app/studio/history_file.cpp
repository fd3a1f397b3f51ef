#include "history_file.h"

#include <lpd/picture_io.h>

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <cmath>

namespace lpd::studio {

namespace {

// Four digits are more than the window shows, and whole numbers keep the text short.
constexpr double kScale = 10'000;
constexpr qint64 kLatestMs = 253'402'300'799'000;  // the year 9999

template <class T>
QJsonArray wholeNumbers(const std::vector<T>& values) {
  QJsonArray array;
  for (const T value : values)
    array.append(static_cast<qint64>(std::llround(static_cast<double>(value) * kScale)));
  return array;
}

/// Empty unless there is one number for each of `count`.
template <class T>
std::vector<T> numbers(const QJsonObject& object, QLatin1String key, std::size_t count) {
  const QJsonArray array = object.value(key).toArray();
  if (static_cast<std::size_t>(array.size()) != count) return {};
  std::vector<T> values;
  values.reserve(count);
  for (const QJsonValue& value : array) {
    if (!value.isDouble() || value.toDouble() < 0) return {};
    values.push_back(static_cast<T>(value.toDouble() / kScale));
  }
  return values;
}

PictureText historyText(const HistoryPicture& picture) {
  PictureText text = recordText(picture.record);
  text[kFactsKey] = toJson(picture.facts);
  return text;
}

qint64 dateOf(const QString& file) {
  return QFileInfo(file).lastModified().toMSecsSinceEpoch();
}

}  // namespace

std::string toJson(const HistoryFacts& facts) {
  QJsonObject object{{QStringLiteral("version"), 1},
                     {QStringLiteral("created"), facts.createdMs},
                     {QStringLiteral("kind"), facts.kind},
                     {QStringLiteral("starred"), facts.starred}};
  if (facts.seconds > 0) object.insert(QStringLiteral("seconds"), facts.seconds);
  if (!facts.stepMs.empty()) object.insert(QStringLiteral("stepMs"), wholeNumbers(facts.stepMs));
  if (!facts.probability.empty()) object.insert(QStringLiteral("probability"), wholeNumbers(facts.probability));
  if (!facts.entropy.empty()) object.insert(QStringLiteral("entropy"), wholeNumbers(facts.entropy));
  return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

HistoryFacts factsFromJson(const std::string& json, const ImageRecord& record) {
  HistoryFacts facts;
  const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
  const double created = object.value(QLatin1String("created")).toDouble();
  if (created > 0 && created < static_cast<double>(kLatestMs)) facts.createdMs = static_cast<qint64>(created);
  facts.seconds = std::max(0.0, object.value(QLatin1String("seconds")).toDouble());
  if (object.value(QLatin1String("kind")).toString() == QLatin1String("race")) facts.kind = QStringLiteral("race");
  facts.starred = object.value(QLatin1String("starred")).toBool();
  facts.stepMs = numbers<double>(object, QLatin1String("stepMs"), record.groupSizes.size());
  facts.probability = numbers<float>(object, QLatin1String("probability"), record.tokens.size());
  facts.entropy = numbers<float>(object, QLatin1String("entropy"), record.tokens.size());
  return facts;
}

HistoryPicture historyPicture(const Picture& picture, const QString& kind, qint64 createdMs) {
  HistoryPicture result{recordOf(picture), {}, picture.image};
  HistoryFacts& facts = result.facts;
  facts.kind = kind;
  facts.createdMs = createdMs;
  const auto count = static_cast<std::size_t>(picture.plan.grid.count());
  facts.probability.assign(count, 0);
  facts.entropy.assign(count, 0);
  for (const StepRecord& step : picture.steps) {
    facts.stepMs.push_back(step.elapsedMs);
    facts.seconds += step.elapsedMs / 1e3;
    for (std::size_t i = 0; i < step.positions.size(); ++i) {
      const auto position = static_cast<std::size_t>(step.positions[i]);
      facts.probability[position] = step.probability[i];
      facts.entropy[position] = step.entropy[i];
    }
  }
  return result;
}

QString historyName(const ImageRecord& record, qint64 createdMs) {
  const QDateTime created = QDateTime::fromMSecsSinceEpoch(createdMs);
  QString name = QString::fromStdString(record.className).toLower().left(40);
  for (QChar& c : name)
    if (!c.isLetterOrNumber()) c = QLatin1Char('-');
  return QStringLiteral("%1-%2-%3-%4.png")
      .arg(created.toString(QStringLiteral("yyyy-MM/yyyyMMdd-HHmmss-zzz")), name)
      .arg(record.seed)
      .arg(record.index);
}

void writeHistoryFile(const QString& file, const HistoryPicture& picture) {
  writePicture(file.toStdString(), toImage(picture.image), historyText(picture));
}

void rewriteFacts(const QString& file, const HistoryFacts& facts) {
  PictureText text = readPictureText(file.toStdString());
  text[kFactsKey] = toJson(facts);
  writePicture(file.toStdString(), readPicture(file.toStdString()), text, {.overwrite = true});
}

std::optional<HistoryPicture> readHistoryFile(const QString& file, bool withPixels) {
  const std::filesystem::path path(file.toStdString());
  const PictureText text = readPictureText(path);
  const auto record = text.find(kRecordKey);
  if (record == text.end()) return std::nullopt;
  HistoryPicture picture{recordFromJson(record->second), {}, {}};
  const auto facts = text.find(kFactsKey);
  if (facts != text.end()) picture.facts = factsFromJson(facts->second, picture.record);
  if (picture.facts.createdMs == 0) picture.facts.createdMs = dateOf(file);
  if (withPixels) picture.image = toQImage(readPicture(path));
  return picture;
}

}  // namespace lpd::studio
