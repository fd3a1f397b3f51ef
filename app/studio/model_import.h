#pragma once

#include "weight_recognition.h"

#include <lpd/weights.h>

#include <QtCore/QObject>
#include <QtCore/QThread>
#include <QtCore/QUrl>
#include <QtCore/QVariant>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <stop_token>

namespace lpd::studio {

class ImportWorker;
class ModelLibrary;

/// Makes a model of released weight files. Files are offered in any order and find their place by what is in them; the
/// work is done by ImportWorker on its own thread.
class ModelImport : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QVariantList parts READ parts NOTIFY partsChanged)
  Q_PROPERTY(bool empty READ empty NOTIFY partsChanged)
  Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
  Q_PROPERTY(QString nameProblem READ nameProblem NOTIFY nameChanged)
  Q_PROPERTY(QString storedType READ storedType WRITE setStoredType NOTIFY storedTypeChanged)
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  Q_PROPERTY(qreal progress READ progress NOTIFY progressChanged)
  Q_PROPERTY(bool canImport READ canImport NOTIFY readinessChanged)
  Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY readinessChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
  Q_PROPERTY(QString problemHint READ problemHint NOTIFY problemChanged)

 public:
  enum class State {
    Choosing,   ///< waiting for files or for the click
    Looking,    ///< reading what was offered
    Importing,  ///< writing the model
  };
  Q_ENUM(State)

  /// `library` outlives this object.
  explicit ModelImport(const ModelLibrary& library, QObject* parent = nullptr);
  ~ModelImport() override;

  /// Four: {part: "transformer" | "tokenizer" | "config" | "classes", file, path, fact}; file is empty where none is.
  QVariantList parts() const;
  bool empty() const { return m_files.empty(); }
  QString name() const { return m_name; }
  QString nameProblem() const;                         ///< one sentence; empty where the name can be used
  QString storedType() const { return m_storedType; }  ///< "fp32", "fp16" or "bf16"
  State state() const { return m_state; }
  qreal progress() const { return m_progress; }
  bool canImport() const { return blockedReason().isEmpty(); }
  QString blockedReason() const;
  QString problem() const { return m_problem; }
  QString problemHint() const { return m_problemHint; }

  void setName(const QString& name);
  void setStoredType(const QString& type);

  /// Looks into the files and puts each where it belongs; what cannot be used is a problem, and the rest is kept.
  Q_INVOKABLE void offer(const QList<QUrl>& urls);
  Q_INVOKABLE void remove(const QString& part);
  Q_INVOKABLE void begin();
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void clear();
  Q_INVOKABLE void dismissProblem() { setProblem({}, {}); }

 Q_SIGNALS:
  void partsChanged();
  void nameChanged();
  void storedTypeChanged();
  void stateChanged();
  void progressChanged();
  void readinessChanged();
  void problemChanged();
  void imported(const QString& name, const QString& title);

 private:
  void connectWorker();
  void place(const QList<RecognisedFile>& files);
  void finish();
  ImportOptions options() const;
  QString freeName(const QString& wanted) const;
  void setState(State state);
  void setProblem(const QString& text, const QString& hint);

  const ModelLibrary& m_library;
  std::map<FilePart, RecognisedFile> m_files;
  QString m_name;
  bool m_nameTyped = false;  // a name of the user's own is never replaced by a suggestion
  QString m_storedType = QStringLiteral("fp32");
  State m_state = State::Choosing;
  qreal m_progress = 0;
  QString m_problem;
  QString m_problemHint;
  quint64 m_work = 0;
  quint64 m_cleared = 0;  ///< the files were cleared then
  std::stop_source m_stop;
  ImportWorker* m_worker = nullptr;  // deleted by its thread's end
  QThread m_thread;
};

}  // namespace lpd::studio
