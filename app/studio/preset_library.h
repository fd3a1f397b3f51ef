#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QUrl>
#include <QtCore/QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace lpd::studio {

class PlanSettings;

/// Settings under a name: what the model's maker recommends, first and not to be changed, then those of the person,
/// each a file of its own that can be given to others. Subject, seed and number of images belong to none.
class PresetLibrary : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int currentIndex READ currentIndex NOTIFY currentChanged)
  Q_PROPERTY(QString currentName READ currentName NOTIFY currentChanged)

 public:
  enum Role { NameRole = Qt::UserRole + 1, DetailRole, BuiltInRole };
  Q_ENUM(Role)
  static constexpr int kLongestName = 60;          ///< characters
  static constexpr qint64 kLargestFile = 1 << 20;  ///< bytes

  /// `plan` outlives this object. `folder` need not exist.
  PresetLibrary(PlanSettings& plan, const QString& folder, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_presets.size()) + 1; }
  int currentIndex() const;  ///< the preset the plan agrees with; -1 = none
  QString currentName() const;

  Q_INVOKABLE void apply(int row);
  /// Keeps what is set now. A preset of that name is replaced.
  Q_INVOKABLE bool save(const QString& name);
  Q_INVOKABLE bool rename(int row, const QString& name);
  Q_INVOKABLE void discard(int row);
  Q_INVOKABLE void restoreDiscarded();
  Q_INVOKABLE bool has(const QString& name) const { return rowOf(name) > 0; }
  Q_INVOKABLE void exportTo(int row, const QUrl& file);
  /// Adds the preset of a file and applies it.
  Q_INVOKABLE void importFrom(const QUrl& file);
  Q_INVOKABLE QString fileNameFor(int row) const;

 Q_SIGNALS:
  void countChanged();
  void currentChanged();
  void imported(const QString& name);
  void exported(const QString& path);
  void discarded(const QString& name);
  void failed(const QString& text);  ///< one sentence

 private:
  struct Preset {
    QString name;
    QVariantMap values;
  };
  void readFolder();
  bool write(const Preset& preset, const QString& path);
  QString pathOf(const QString& name) const;
  int rowOf(const QString& name) const;  // 0 = none
  void insertSorted(const Preset& preset);
  void updateCurrent();
  QVariantMap recommended() const;
  const QVariantMap& valuesOf(int row) const { return m_presets[static_cast<std::size_t>(row - 1)].values; }

  PlanSettings& m_plan;
  QString m_folder;
  std::vector<Preset> m_presets;  // by name
  std::optional<Preset> m_discarded;
};

/// A preset's file as text.
QByteArray presetToJson(const QString& name, const QVariantMap& values);
/// The name and values of a preset's file; where it is none, nothing, and `problem` says why in one sentence.
std::optional<std::pair<QString, QVariantMap>> presetFromJson(const QByteArray& json, QString& problem);

}  // namespace lpd::studio
