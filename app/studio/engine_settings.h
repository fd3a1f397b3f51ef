#pragma once

#include <lpd/engine.h>

#include <QtCore/QObject>
#include <QtCore/QVariant>
#include <QtQml/qqmlregistration.h>

#include <vector>

class QSettings;

namespace lpd::studio {

/// What the model computes on, and how long it stays in memory; remembered. A stored value that makes no sense counts
/// as not stored.
class EngineSettings : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QString device READ device WRITE setDevice NOTIFY optionsChanged)
  Q_PROPERTY(QString precision READ precision WRITE setPrecision NOTIFY optionsChanged)
  Q_PROPERTY(int threads READ threads WRITE setThreads NOTIFY optionsChanged)
  Q_PROPERTY(int restMinutes READ restMinutes WRITE setRestMinutes NOTIFY restMinutesChanged)
  Q_PROPERTY(int cores READ cores CONSTANT)
  Q_PROPERTY(QVariantList devices READ devices NOTIFY devicesChanged)

 public:
  static constexpr int kLongestRest = 24 * 60;  ///< minutes

  /// `settings` outlives this object.
  explicit EngineSettings(QSettings& settings, QObject* parent = nullptr);

  QString device() const { return QString::fromStdString(m_options.device); }
  QString precision() const;
  int threads() const { return m_options.threads; }  ///< 0 = all cores
  int restMinutes() const { return m_restMinutes; }  ///< idle time after which a model leaves memory; 0 = never
  int cores() const;
  /// To choose from: {value, label, detail}. "auto" and the CPU until the machine was asked.
  QVariantList devices() const;
  const EngineOptions& options() const { return m_options; }
  quint64 memoryOf(const QString& device) const;  ///< bytes; 0 = not known

  void setDevice(const QString& device);
  void setPrecision(const QString& precision);
  void setThreads(int threads);
  void setRestMinutes(int minutes);
  void setDevices(const std::vector<lpd::DeviceInfo>& devices);

  /// What the program holds in main memory now, "612 MB".
  Q_INVOKABLE QString memoryInUse() const;

 Q_SIGNALS:
  void optionsChanged();
  void restMinutesChanged();
  void devicesChanged();

 private:
  void use(const EngineOptions& options);

  QSettings& m_settings;
  EngineOptions m_options;
  int m_restMinutes = 0;
  std::vector<DeviceInfo> m_devices;
};

}  // namespace lpd::studio
