#include "plan_values.h"

#include "plan_settings.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lpd::studio {

namespace {

QVariantList toVariants(const QList<int>& numbers) {
  return {numbers.begin(), numbers.end()};
}

QList<int> toNumbers(const QVariant& value) {
  QList<int> numbers;
  const QVariantList list = value.toList();
  for (const QVariant& entry : list)
    numbers.append(entry.toInt());
  return numbers;
}

struct Range {
  double low = 0;
  double high = 0;
  bool whole = false;
};

enum class Kind { Number, Word, Flag, Numbers };

/// One setting. Their order is that in which they are set: the group sizes need the steps, for example.
struct Field {
  const char* key;
  const char* label;
  bool inPresets;
  Kind kind;
  Range range;
  QVariant (*get)(const PlanSettings&);
  void (*set)(PlanSettings&, const QVariant&);
};

using P = PlanSettings;
using V = const QVariant&;
constexpr double kMostPatches = 4096;  // of any grid there is; the plan knows how many its own has

const Field kFields[] = {
    {"subjects",
     QT_TRANSLATE_NOOP("PlanValues", "subject"),
     false,
     Kind::Numbers,
     {},
     [](const P& p) { return QVariant(toVariants(p.classIndices())); },
     [](P& p, V v) { p.setClassIndices(toNumbers(v)); }},
    {"steps",
     QT_TRANSLATE_NOOP("PlanValues", "steps"),
     true,
     Kind::Number,
     {1, kMostPatches, true},
     [](const P& p) { return QVariant(p.steps()); },
     [](P& p, V v) { p.setSteps(v.toInt()); }},
    {"growth",
     QT_TRANSLATE_NOOP("PlanValues", "growth"),
     true,
     Kind::Number,
     {0, kMostGrowth},
     [](const P& p) { return QVariant(p.growth()); },
     [](P& p, V v) { p.setGrowth(v.toDouble()); }},
    {"groupSizes",
     QT_TRANSLATE_NOOP("PlanValues", "group sizes"),
     true,
     Kind::Numbers,
     {1, kMostPatches, true},
     [](const P& p) { return QVariant(p.groupsEdited() ? toVariants(p.groupSizes()) : QVariantList()); },
     [](P& p, V v) { v.toList().isEmpty() ? p.resetGroups() : p.setGroupSizes(toNumbers(v)); }},
    {"order",
     QT_TRANSLATE_NOOP("PlanValues", "order"),
     true,
     Kind::Word,
     {},
     [](const P& p) { return QVariant(p.orderKind()); },
     [](P& p, V v) { p.setOrderKind(v.toString()); }},
    {"proximity",
     QT_TRANSLATE_NOOP("PlanValues", "proximity"),
     true,
     Kind::Number,
     {0, P::kMaxProximity},
     [](const P& p) { return QVariant(p.proximity()); },
     [](P& p, V v) { p.setProximity(v.toDouble()); }},
    {"repulsion",
     QT_TRANSLATE_NOOP("PlanValues", "repulsion"),
     true,
     Kind::Number,
     {0, P::kMaxRepulsion},
     [](const P& p) { return QVariant(p.repulsion()); },
     [](P& p, V v) { p.setRepulsion(v.toDouble()); }},
    {"guidance",
     QT_TRANSLATE_NOOP("PlanValues", "guidance"),
     true,
     Kind::Number,
     {1, P::kMaxGuidance},
     [](const P& p) { return QVariant(p.guidance()); },
     [](P& p, V v) { p.setGuidance(v.toDouble()); }},
    {"guidanceSchedule",
     QT_TRANSLATE_NOOP("PlanValues", "guidance schedule"),
     true,
     Kind::Word,
     {},
     [](const P& p) { return QVariant(p.guidanceSchedule()); },
     [](P& p, V v) { p.setGuidanceSchedule(v.toString()); }},
    {"temperature",
     QT_TRANSLATE_NOOP("PlanValues", "temperature"),
     true,
     Kind::Number,
     {0, P::kMaxTemperature},
     [](const P& p) { return QVariant(p.temperature()); },
     [](P& p, V v) { p.setTemperature(v.toDouble()); }},
    {"topK",
     QT_TRANSLATE_NOOP("PlanValues", "top-k"),
     true,
     Kind::Number,
     {0, 1 << 20, true},
     [](const P& p) { return QVariant(p.topK()); },
     [](P& p, V v) { p.setTopK(v.toInt()); }},
    {"topP",
     QT_TRANSLATE_NOOP("PlanValues", "top-p"),
     true,
     Kind::Number,
     {P::kMinTopP, 1},
     [](const P& p) { return QVariant(p.topP()); },
     [](P& p, V v) { p.setTopP(v.toDouble()); }},
    {"greedy",
     QT_TRANSLATE_NOOP("PlanValues", "always the most likely"),
     true,
     Kind::Flag,
     {},
     [](const P& p) { return QVariant(p.greedy()); },
     [](P& p, V v) { p.setGreedy(v.toBool()); }},
    {"seed",
     QT_TRANSLATE_NOOP("PlanValues", "seed"),
     false,
     Kind::Number,
     {0, P::kLargestSeed, true},
     [](const P& p) { return QVariant(p.seed()); },
     [](P& p, V v) { p.setSeed(v.toDouble()); }},
    {"seedLocked",
     QT_TRANSLATE_NOOP("PlanValues", "seed lock"),
     false,
     Kind::Flag,
     {},
     [](const P& p) { return QVariant(p.seedLocked()); },
     [](P& p, V v) { p.setSeedLocked(v.toBool()); }},
    {"images",
     QT_TRANSLATE_NOOP("PlanValues", "number of images"),
     false,
     Kind::Number,
     {1, P::kMostImages, true},
     [](const P& p) { return QVariant(p.imageCount()); },
     [](P& p, V v) { p.setImageCount(v.toInt()); }},
};

QString keyOf(const Field& field) {
  return QString::fromLatin1(field.key);
}

QString rangeText(const Range& range) {
  return (range.whole ? QCoreApplication::translate("PlanValues", "must be a whole number from %1 to %2")
                      : QCoreApplication::translate("PlanValues", "must be a number from %1 to %2"))
      .arg(range.low)
      .arg(range.high);
}

bool isNumberWithin(const QVariant& value, const Range& range) {
  if (value.typeId() != QMetaType::Double && value.typeId() != QMetaType::Int && value.typeId() != QMetaType::LongLong)
    return false;
  const double number = value.toDouble();
  return std::isfinite(number) && number >= range.low && number <= range.high &&
         (!range.whole || number == std::floor(number));
}

QString wordProblem(const Field& field, const QString& word) {
  QStringList known;
  if (keyOf(field) == QLatin1String("order")) {
    for (OrderKind kind : kOrderKinds)
      known << QString::fromStdString(std::string(toString(kind)));
  } else {
    known = {QStringLiteral("linear"), QStringLiteral("constant")};
  }
  return known.contains(word)
             ? QString()
             : QCoreApplication::translate("PlanValues", "must be one of %1").arg(known.join(QStringLiteral(", ")));
}

/// What is wrong with a value; empty where nothing is.
QString problemOf(const Field& field, const QVariant& value) {
  switch (field.kind) {
    case Kind::Number:
      return isNumberWithin(value, field.range) ? QString() : rangeText(field.range);
    case Kind::Flag:
      return value.typeId() == QMetaType::Bool ? QString()
                                               : QCoreApplication::translate("PlanValues", "must be true or false");
    case Kind::Word:
      if (value.typeId() != QMetaType::QString) return QCoreApplication::translate("PlanValues", "must be a word");
      return wordProblem(field, value.toString());
    case Kind::Numbers:
      break;
  }
  const QVariantList list = value.toList();
  const bool right =
      value.typeId() == QMetaType::QVariantList && list.size() <= static_cast<qsizetype>(kMostPatches) &&
      std::all_of(list.begin(), list.end(), [&](const QVariant& entry) { return isNumberWithin(entry, field.range); });
  return right ? QString() : QCoreApplication::translate("PlanValues", "must be a list of whole numbers from 1");
}

QVariantMap valuesOf(const PlanSettings& plan, bool presetsOnly) {
  QVariantMap values;
  for (const Field& field : kFields)
    if (field.inPresets || !presetsOnly) values.insert(keyOf(field), field.get(plan));
  return values;
}

}  // namespace

QVariantMap planValues(const PlanSettings& plan) {
  return valuesOf(plan, false);
}

QVariantMap presetValues(const PlanSettings& plan) {
  return valuesOf(plan, true);
}

void setPlanValues(PlanSettings& plan, const QVariantMap& values) {
  for (const Field& field : kFields)
    if (const auto found = values.find(keyOf(field)); found != values.end()) field.set(plan, *found);
}

QString planValueLabel(const QString& key) {
  for (const Field& field : kFields)
    if (keyOf(field) == key) return QCoreApplication::translate("PlanValues", field.label);
  return key;
}

QVariantMap checkedPresetValues(const QVariantMap& values, QString& problem) {
  QVariantMap checked;
  for (const Field& field : kFields) {
    const auto found = values.find(keyOf(field));
    if (!field.inPresets || found == values.end()) continue;
    const QString wrong = problemOf(field, *found);
    if (!wrong.isEmpty()) {
      problem = QStringLiteral("“%1” %2").arg(keyOf(field), wrong);
      return {};
    }
    checked.insert(keyOf(field), *found);
  }
  for (const QString& key : values.keys())
    if (!checked.contains(key)) {
      problem = QCoreApplication::translate("PlanValues", "“%1” is no setting of a preset").arg(key);
      return {};
    }
  const qsizetype groups = checked.value(QStringLiteral("groupSizes")).toList().size();
  if (groups > 0 && groups != checked.value(QStringLiteral("steps")).toInt()) {
    problem = QCoreApplication::translate("PlanValues", "“groupSizes” must have one entry a step");
    return {};
  }
  return checked;
}

}  // namespace lpd::studio
