#include "engine_settings.h"

#include "wording.h"

#include <QtCore/QFile>
#include <QtCore/QSettings>

#include <unistd.h>

#include <algorithm>
#include <thread>

namespace lpd::studio {

namespace {

const QString kDevice = QStringLiteral("engine/device");
const QString kPrecision = QStringLiteral("engine/precision");
const QString kThreads = QStringLiteral("engine/threads");
const QString kRestMinutes = QStringLiteral("engine/restMinutes");

bool isUsable(const EngineOptions& options) {
  try {
    options.validate();
    return true;
  } catch (const Error&) {
    return false;
  }
}

std::optional<Precision> precisionOf(const QString& word) {
  for (const Precision precision : {Precision::Auto, Precision::Fp32, Precision::Bf16})
    if (word.toStdString() == toString(precision)) return precision;
  return std::nullopt;
}

QVariantMap choice(const QString& value, const QString& label, const QString& detail) {
  return {{QStringLiteral("value"), value}, {QStringLiteral("label"), label}, {QStringLiteral("detail"), detail}};
}

QString describe(const DeviceInfo& device) {
  const QString name = QString::fromStdString(device.name);
  return device.memory > 0 ? QStringLiteral("%1 · %2").arg(name, bytesText(device.memory)) : name;
}

}  // namespace

EngineSettings::EngineSettings(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
  const auto take = [this](EngineOptions options) {
    if (isUsable(options)) m_options = std::move(options);
  };
  EngineOptions stored = m_options;
  stored.device = settings.value(kDevice, QStringLiteral("auto")).toString().toStdString();
  take(stored);
  stored = m_options;
  stored.threads = std::min(settings.value(kThreads).toInt(), cores());
  take(stored);
  if (const auto precision = precisionOf(settings.value(kPrecision).toString())) m_options.precision = *precision;
  m_restMinutes = std::clamp(settings.value(kRestMinutes).toInt(), 0, kLongestRest);
}

QString EngineSettings::precision() const {
  const std::string_view word = toString(m_options.precision);
  return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

int EngineSettings::cores() const {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

QVariantList EngineSettings::devices() const {
  QVariantList list{
      choice(QStringLiteral("auto"), tr("Automatic"), tr("A CUDA device where one can be used, else the CPU"))};
  if (m_devices.empty()) list.append(choice(QStringLiteral("cpu"), QStringLiteral("CPU"), QString()));
  for (const DeviceInfo& device : m_devices) {
    const bool cpu = device.id == "cpu";
    const QString id = QString::fromStdString(device.id);
    list.append(choice(id, cpu ? QStringLiteral("CPU") : id.toUpper(), describe(device)));
  }
  const auto known = [this](const QVariant& entry) {
    return entry.toMap().value(QStringLiteral("value")).toString() == device();
  };
  if (std::none_of(list.cbegin(), list.cend(), known))  // remembered from another day or machine
    list.append(choice(device(), device().toUpper(), tr("Not found on this computer")));
  return list;
}

quint64 EngineSettings::memoryOf(const QString& device) const {
  for (const DeviceInfo& known : m_devices)
    if (known.id == device.toStdString()) return known.memory;
  return 0;
}

void EngineSettings::setDevices(const std::vector<DeviceInfo>& devices) {
  m_devices = devices;
  Q_EMIT devicesChanged();
}

void EngineSettings::use(const EngineOptions& options) {
  const bool same = options.device == m_options.device && options.precision == m_options.precision &&
                    options.threads == m_options.threads;
  if (same || !isUsable(options)) return;
  m_options = options;
  m_settings.setValue(kDevice, device());
  m_settings.setValue(kPrecision, precision());
  m_settings.setValue(kThreads, threads());
  Q_EMIT optionsChanged();
}

void EngineSettings::setDevice(const QString& device) {
  EngineOptions options = m_options;
  options.device = device.toStdString();
  use(options);
}

void EngineSettings::setPrecision(const QString& precision) {
  EngineOptions options = m_options;
  options.precision = precisionOf(precision).value_or(options.precision);
  use(options);
}

void EngineSettings::setThreads(int threads) {
  EngineOptions options = m_options;
  options.threads = std::clamp(threads, 0, cores());
  use(options);
}

void EngineSettings::setRestMinutes(int minutes) {
  minutes = std::clamp(minutes, 0, kLongestRest);
  if (minutes == m_restMinutes) return;
  m_restMinutes = minutes;
  m_settings.setValue(kRestMinutes, minutes);
  Q_EMIT restMinutesChanged();
}

QString EngineSettings::memoryInUse() const {
  QFile file(QStringLiteral("/proc/self/statm"));
  if (!file.open(QFile::ReadOnly)) return {};
  const quint64 pages = file.readAll().split(' ').value(1).toULongLong();
  return bytesText(pages * static_cast<quint64>(::sysconf(_SC_PAGESIZE)));
}

}  // namespace lpd::studio
