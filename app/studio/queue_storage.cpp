#include "queue_storage.h"

#include "wording.h"

#include <lpd/error.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <optional>

namespace lpd::studio {

namespace {

using Item = GenerationQueue::Item;
using Phase = GenerationQueue::Phase;

QJsonArray toArray(const std::vector<int>& values) {
  QJsonArray array;
  for (const int value : values)
    array.append(value);
  return array;
}

std::vector<int> toVector(const QJsonValue& value) {
  std::vector<int> values;
  for (const QJsonValue& entry : value.toArray())
    values.push_back(entry.toInt());
  return values;
}

QJsonObject toObject(const GenerationRequest& request) {
  return {{QStringLiteral("classes"), toArray(request.classes)},
          {QStringLiteral("seed"), QString::number(request.seed)},  // JSON's numbers have 53 bits
          {QStringLiteral("order"), orderWord(request.plan.kind)},
          {QStringLiteral("steps"), request.plan.steps},
          {QStringLiteral("growth"), request.plan.growth},
          {QStringLiteral("groupSizes"), toArray(request.plan.groupSizes)},
          {QStringLiteral("proximity"), request.plan.proximity},
          {QStringLiteral("repulsion"), request.plan.repulsion},
          {QStringLiteral("guidance"), request.guidance.scale},
          {QStringLiteral("guidanceSchedule"), scheduleWord(request.guidance.schedule)},
          {QStringLiteral("temperature"), request.sampling.temperature},
          {QStringLiteral("topK"), request.sampling.topK},
          {QStringLiteral("topP"), request.sampling.topP},
          {QStringLiteral("greedy"), request.sampling.greedy}};
}

/// A queue that an older version left says only whether guidance is constant.
GuidanceSchedule toSchedule(const QJsonObject& object) {
  const QJsonValue word = object.value(QLatin1String("guidanceSchedule"));
  if (word.isString()) return parseGuidanceSchedule(word.toString().toStdString());
  return object.value(QLatin1String("constantGuidance")).toBool() ? GuidanceSchedule::Constant
                                                                  : GuidanceSchedule::Linear;
}

GenerationRequest toRequest(const QJsonObject& object) {
  GenerationRequest request;
  request.classes = toVector(object.value(QLatin1String("classes")));
  request.seed = object.value(QLatin1String("seed")).toString().toULongLong();
  request.plan.kind = parseOrderKind(object.value(QLatin1String("order")).toString().toStdString());
  request.plan.steps = object.value(QLatin1String("steps")).toInt();
  request.plan.growth = object.value(QLatin1String("growth")).toDouble();
  request.plan.groupSizes = toVector(object.value(QLatin1String("groupSizes")));
  request.plan.proximity = object.value(QLatin1String("proximity")).toDouble();
  request.plan.repulsion = object.value(QLatin1String("repulsion")).toDouble();
  request.guidance.scale = object.value(QLatin1String("guidance")).toDouble();
  request.guidance.schedule = toSchedule(object);
  request.sampling.temperature = object.value(QLatin1String("temperature")).toDouble();
  request.sampling.topK = object.value(QLatin1String("topK")).toInt();
  request.sampling.topP = object.value(QLatin1String("topP")).toDouble();
  request.sampling.greedy = object.value(QLatin1String("greedy")).toBool();
  return request;
}

const ModelInfo* find(const QString& name, const std::vector<ModelEntry>& models) {
  const auto found = std::find_if(models.begin(), models.end(), [&](const ModelEntry& entry) {
    return entry.info && entry.problem.empty() && entry.info->name == name.toStdString();
  });
  return found == models.end() ? nullptr : &*found->info;
}

/// Nothing where the item makes no sense, or its model is not here: then nobody could even name its subject.
std::optional<Item> toItem(const QJsonObject& object, const std::vector<ModelEntry>& models) {
  const ModelInfo* model = find(object.value(QLatin1String("model")).toString(), models);
  if (!model) return std::nullopt;
  try {
    Item item;
    item.run.model = *model;
    item.run.request = toRequest(object.value(QLatin1String("request")).toObject());
    item.run.request.validate(model->grid, model->transformer.classCount);
    const QString phase = object.value(QLatin1String("phase")).toString();
    if (phase == QLatin1String("waiting")) return item;
    item.phase = Phase::Failed;
    item.problem = phase == QLatin1String("running")
                       ? GenerationQueue::tr("LPD Studio was closed unexpectedly while this was made")
                       : object.value(QLatin1String("problem")).toString();
    item.hint = phase == QLatin1String("running") ? GenerationQueue::tr("Retry makes it again")
                                                  : object.value(QLatin1String("hint")).toString();
    return item;
  } catch (const Error&) {
    return std::nullopt;
  }
}

QString phaseWord(Phase phase) {
  switch (phase) {
    case Phase::Waiting:
      return QStringLiteral("waiting");
    case Phase::Running:
      return QStringLiteral("running");
    case Phase::Failed:
      return QStringLiteral("failed");
  }
  return {};
}

}  // namespace

QByteArray queueToJson(const std::vector<Item>& items, const QJsonArray& others) {
  QJsonArray array;
  for (const Item& item : items) {
    if (item.run.purpose != RunPurpose::Pictures) continue;
    array.append(QJsonObject{{QStringLiteral("phase"), phaseWord(item.phase)},
                             {QStringLiteral("problem"), item.problem},
                             {QStringLiteral("hint"), item.hint},
                             {QStringLiteral("model"), QString::fromStdString(item.run.model.name)},
                             {QStringLiteral("request"), toObject(item.run.request)}});
  }
  for (const QJsonValue& other : others)
    array.append(other);
  return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<Item> queueFromJson(const QByteArray& json, const std::vector<ModelEntry>& models, QJsonArray* others) {
  std::vector<Item> items;
  for (const QJsonValue& value : QJsonDocument::fromJson(json).array()) {
    if (items.size() >= static_cast<std::size_t>(GenerationQueue::kMostItems)) break;
    const QString model = value.toObject().value(QLatin1String("model")).toString();
    if (others && !model.isEmpty() && !find(model, models))
      others->append(value);
    else if (std::optional<Item> item = toItem(value.toObject(), models))
      items.push_back(std::move(*item));
  }
  return items;
}

}  // namespace lpd::studio
