#include "preset_library.h"

#include "plan_settings.h"
#include "plan_values.h"
#include "wording.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <algorithm>
#include <utility>

namespace lpd::studio {

namespace {

const QString kVersionKey = QStringLiteral("lpdStudioPreset");
const QString kNameKey = QStringLiteral("name");
const QString kSettingsKey = QStringLiteral("settings");
constexpr int kVersion = 1;

bool isName(const QString& name) {
  return !name.isEmpty() && name.size() <= PresetLibrary::kLongestName && name == name.simplified() &&
         std::none_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

QString fileOf(const QString& name) {
  return QString::fromLatin1(name.toUtf8().toPercentEncoding(" ")) + QStringLiteral(".json");
}

/// Numbers that went through a file are equal where they look equal.
bool agrees(const QVariant& a, const QVariant& b) {
  return a.typeId() == b.typeId() ? a == b : QJsonValue::fromVariant(a) == QJsonValue::fromVariant(b);
}

}  // namespace

QByteArray presetToJson(const QString& name, const QVariantMap& values) {
  const QJsonObject object{
      {kVersionKey, kVersion}, {kNameKey, name}, {kSettingsKey, QJsonObject::fromVariantMap(values)}};
  return QJsonDocument(object).toJson();
}

std::optional<std::pair<QString, QVariantMap>> presetFromJson(const QByteArray& json, QString& problem) {
  QJsonParseError error{};
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (error.error != QJsonParseError::NoError) {
    problem = PresetLibrary::tr("it is not JSON (%1 at byte %2)").arg(error.errorString()).arg(error.offset);
    return std::nullopt;
  }
  const QJsonObject object = document.object();
  if (!object.contains(kVersionKey)) {
    problem = PresetLibrary::tr("it is no preset of LPD Studio");
    return std::nullopt;
  }
  if (object[kVersionKey] != QJsonValue(kVersion)) {
    problem = PresetLibrary::tr("it was made by a newer LPD Studio");
    return std::nullopt;
  }
  const QString name = object[kNameKey].toString();
  if (!isName(name)) {
    problem = PresetLibrary::tr("“name” must have 1 to %1 characters").arg(PresetLibrary::kLongestName);
    return std::nullopt;
  }
  if (!object[kSettingsKey].isObject() || object.size() != 3) {
    problem = PresetLibrary::tr("it must hold “name” and “settings”, and nothing else");
    return std::nullopt;
  }
  const QVariantMap values = checkedPresetValues(object[kSettingsKey].toObject().toVariantMap(), problem);
  if (!problem.isEmpty()) return std::nullopt;
  return std::pair(name, values);
}

PresetLibrary::PresetLibrary(PlanSettings& plan, const QString& folder, QObject* parent)
    : QAbstractListModel(parent), m_plan(plan), m_folder(folder) {
  readFolder();
  connect(&m_plan, &PlanSettings::edited, this, &PresetLibrary::updateCurrent);
  connect(&m_plan, &PlanSettings::modelChanged, this, [this] {
    Q_EMIT dataChanged(index(0), index(0));
    updateCurrent();
  });
}

int PresetLibrary::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant PresetLibrary::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const int row = index.row();
  const QVariantMap values = row == 0 ? recommended() : valuesOf(row);
  switch (role) {
    case Qt::DisplayRole:
    case NameRole:
      return row == 0 ? tr("Recommended") : m_presets[static_cast<std::size_t>(row - 1)].name;
    case DetailRole:
      return tr("%n step(s) · %1 · guidance %2", nullptr, values.value(QStringLiteral("steps")).toInt())
          .arg(orderLabel(parseOrderKind(values.value(QStringLiteral("order")).toString().toStdString())))
          .arg(decimalText(values.value(QStringLiteral("guidance")).toDouble(), 1));
    case BuiltInRole:
      return row == 0;
    default:
      return {};
  }
}

QHash<int, QByteArray> PresetLibrary::roleNames() const {
  return {{NameRole, "name"}, {DetailRole, "detail"}, {BuiltInRole, "builtIn"}};
}

QVariantMap PresetLibrary::recommended() const {
  PlanSettings plan;
  plan.setModel(m_plan.model());
  plan.resetToRecommended();
  return presetValues(plan);
}

int PresetLibrary::currentIndex() const {
  const QVariantMap now = presetValues(m_plan);
  const auto isNow = [&](const QVariantMap& values) {
    for (auto value = values.begin(); value != values.end(); ++value)
      if (!agrees(now.value(value.key()), value.value())) return false;
    return true;
  };
  if (isNow(recommended())) return 0;
  for (int row = 1; row < count(); ++row)
    if (isNow(valuesOf(row))) return row;
  return -1;
}

QString PresetLibrary::currentName() const {
  const int row = currentIndex();
  return row < 0 ? QString() : data(index(row), NameRole).toString();
}

void PresetLibrary::updateCurrent() {
  Q_EMIT currentChanged();
}

void PresetLibrary::apply(int row) {
  if (row < 0 || row >= count()) return;
  setPlanValues(m_plan, row == 0 ? recommended() : valuesOf(row));
}

bool PresetLibrary::save(const QString& typed) {
  const Preset preset{typed.simplified(), presetValues(m_plan)};
  if (!isName(preset.name)) {
    Q_EMIT failed(tr("A preset's name has 1 to %1 characters").arg(kLongestName));
    return false;
  }
  if (!write(preset, pathOf(preset.name))) return false;
  insertSorted(preset);
  return true;
}

bool PresetLibrary::rename(int row, const QString& typed) {
  if (row < 1 || row >= count()) return false;
  Preset preset = m_presets[static_cast<std::size_t>(row - 1)];
  const QString before = std::exchange(preset.name, typed.simplified());
  if (preset.name == before) return true;
  if (!isName(preset.name) || has(preset.name)) {
    Q_EMIT failed(has(preset.name) ? tr("There is a preset called “%1” already").arg(preset.name)
                                   : tr("A preset's name has 1 to %1 characters").arg(kLongestName));
    return false;
  }
  if (!write(preset, pathOf(preset.name))) return false;
  QFile::remove(pathOf(before));
  // Moved, not taken out and put in: a view keeps it current.
  const auto first = m_presets.begin();
  const int to = 1 + static_cast<int>(std::count_if(first, m_presets.end(), [&](const Preset& other) {
                   return other.name != before && QString::localeAwareCompare(other.name, preset.name) < 0;
                 }));
  const bool moves = to != row && beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
  if (to > row)
    std::rotate(first + row - 1, first + row, first + to);
  else
    std::rotate(first + to - 1, first + row - 1, first + row);
  if (moves) endMoveRows();
  m_presets[static_cast<std::size_t>(to - 1)] = preset;
  Q_EMIT dataChanged(index(to), index(to));
  updateCurrent();
  return true;
}

void PresetLibrary::discard(int row) {
  if (row < 1 || row >= count()) return;
  const auto place = m_presets.begin() + row - 1;
  if (QFile::exists(pathOf(place->name)) && !QFile::remove(pathOf(place->name))) {
    Q_EMIT failed(tr("“%1” cannot be deleted: %2 is read-only").arg(place->name, m_folder));
    return;
  }
  beginRemoveRows({}, row, row);
  m_discarded = std::move(*place);
  m_presets.erase(place);
  endRemoveRows();
  Q_EMIT countChanged();
  updateCurrent();
  Q_EMIT discarded(m_discarded->name);
}

void PresetLibrary::restoreDiscarded() {
  const std::optional<Preset> preset = std::exchange(m_discarded, std::nullopt);
  if (preset && write(*preset, pathOf(preset->name))) insertSorted(*preset);
}

QString PresetLibrary::fileNameFor(int row) const {
  return row < 1 || row >= count() ? QStringLiteral("recommended.json")
                                   : fileOf(m_presets[static_cast<std::size_t>(row - 1)].name);
}

void PresetLibrary::exportTo(int row, const QUrl& file) {
  if (row < 0 || row >= count()) return;
  const Preset preset =
      row == 0 ? Preset{tr("Recommended"), recommended()} : m_presets[static_cast<std::size_t>(row - 1)];
  QString path = file.toLocalFile();
  if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".json");
  if (write(preset, path)) Q_EMIT exported(path);
}

void PresetLibrary::importFrom(const QUrl& url) {
  const QString path = url.toLocalFile();
  const QString shortName = QFileInfo(path).fileName();
  QFile file(path);
  QString problem;
  if (!file.open(QIODevice::ReadOnly))
    problem = file.errorString();
  else if (file.size() > kLargestFile)
    problem = tr("it is far too large for a preset");
  const auto read = problem.isEmpty() ? presetFromJson(file.readAll(), problem) : std::nullopt;
  if (!read) {
    Q_EMIT failed(tr("%1 was not imported: %2").arg(shortName, problem));
    return;
  }
  Preset preset{read->first, read->second};
  for (int i = 2; has(preset.name); ++i)  // somebody else's preset never replaces one's own
    preset.name = QStringLiteral("%1 %2").arg(read->first.left(kLongestName - 4)).arg(i);
  if (!write(preset, pathOf(preset.name))) return;
  insertSorted(preset);
  setPlanValues(m_plan, preset.values);
  Q_EMIT imported(preset.name);
}

bool PresetLibrary::write(const Preset& preset, const QString& path) {
  QDir().mkpath(QFileInfo(path).absolutePath());
  QSaveFile file(path);
  const QByteArray json = presetToJson(preset.name, preset.values);
  if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.flush() && file.commit()) return true;
  Q_EMIT failed(tr("“%1” was not saved: %2").arg(preset.name, file.errorString()));
  return false;
}

void PresetLibrary::readFolder() {
  const QStringList files = QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
  for (const QString& name : files) {
    QFile file(m_folder + QLatin1Char('/') + name);
    if (file.size() > kLargestFile || !file.open(QIODevice::ReadOnly)) continue;
    QString problem;
    const auto read = presetFromJson(file.readAll(), problem);
    if (read && fileOf(read->first) == name)
      insertSorted({read->first, read->second});
    else
      qWarning("%s is left alone: %s", qPrintable(file.fileName()),
               qPrintable(read ? QStringLiteral("its name is not that of the preset in it") : problem));
  }
}

QString PresetLibrary::pathOf(const QString& name) const {
  return m_folder + QLatin1Char('/') + fileOf(name);
}

int PresetLibrary::rowOf(const QString& name) const {
  const auto found =
      std::find_if(m_presets.begin(), m_presets.end(), [&](const Preset& preset) { return preset.name == name; });
  return found == m_presets.end() ? 0 : static_cast<int>(found - m_presets.begin()) + 1;
}

void PresetLibrary::insertSorted(const Preset& preset) {
  if (const int row = rowOf(preset.name); row > 0) {
    m_presets[static_cast<std::size_t>(row - 1)] = preset;
    Q_EMIT dataChanged(index(row), index(row));
  } else {
    const auto place = std::lower_bound(
        m_presets.begin(), m_presets.end(), preset,
        [](const Preset& a, const Preset& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    const int at = static_cast<int>(place - m_presets.begin()) + 1;
    beginInsertRows({}, at, at);
    m_presets.insert(place, preset);
    endInsertRows();
    Q_EMIT countChanged();
  }
  updateCurrent();
}

}  // namespace lpd::studio
