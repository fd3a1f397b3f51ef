#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace lpd::studio {

/// Writes stars into the pictures, so that they outlive the index: one after the other, as each takes a whole file,
/// and between them the thread has time for other things.
class StarWriter : public QObject {
  Q_OBJECT

 public:
  explicit StarWriter(QObject* parent) : QObject(parent) {}

  /// Absolute paths.
  void write(const QStringList& files, bool starred);
  /// Writes at once what waits for these files.
  void finish(const QStringList& files);
  /// Writes at once what waits, at most so many.
  void finishAll(int atMost);
  void finishAll() { finishAll(static_cast<int>(m_waiting.size())); }

 Q_SIGNALS:
  void failed(const QString& text, const QString& hint);

 private:
  void writeNext();
  void writeOne(const QString& file, bool starred);

  QHash<QString, bool> m_waiting;
};

}  // namespace lpd::studio
