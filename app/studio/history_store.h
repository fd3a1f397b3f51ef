#pragma once

#include "history_file.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtQml/qqmlregistration.h>

#include <atomic>
#include <functional>
#include <map>
#include <memory>

namespace lpd::studio {

class HistoryWorker;

/// Keeps every finished picture. Saving never makes anyone wait; where it does not work (full disk, read-only folder),
/// the pictures stay in memory and are tried again until it does.
class HistoryStore : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(QString folder READ folder NOTIFY folderChanged)
  Q_PROPERTY(QString folderText READ folderText NOTIFY folderChanged)
  Q_PROPERTY(bool folderFixed READ folderFixed CONSTANT)
  Q_PROPERTY(bool moving READ moving NOTIFY movingChanged)
  Q_PROPERTY(int movedSoFar READ movedSoFar NOTIFY movingChanged)
  Q_PROPERTY(int toMove READ toMove NOTIFY movingChanged)
  Q_PROPERTY(int unsaved READ unsaved NOTIFY unsavedChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
  Q_PROPERTY(QString problemHint READ problemHint NOTIFY problemChanged)

 public:
  static constexpr int kFirstRetryMs = 2'000;
  static constexpr int kLongestRetryMs = 60'000;

  explicit HistoryStore(const QString& folder, QObject* parent = nullptr);
  ~HistoryStore() override;  ///< after all that is to be saved has been tried

  QString folder() const { return m_folder; }
  QString folderText() const;                       ///< as people know it: "~/Pictures"
  bool folderFixed() const { return !m_remember; }  ///< it was given for this run, not chosen in the window
  bool moving() const { return m_stopMoving != nullptr; }
  int movedSoFar() const { return m_movedSoFar; }
  int toMove() const { return m_toMove; }                             ///< pictures; 0 while they are not counted yet
  int unsaved() const { return static_cast<int>(m_unsaved.size()); }  ///< pictures not on the disk yet
  QString problem() const { return m_problem; }                       ///< why pictures cannot be saved; or empty
  QString problemHint() const { return m_problemHint; }

  /// Begins to work, once; until then pictures wait.
  void start();
  /// Saves a finished picture of the session. `kind`: "generated" or "race".
  void add(const Picture& picture, const QString& kind);
  /// Absolute paths, here and below.
  void setStarred(const QStringList& files, bool starred);
  /// Deletes; what was deleted before can then no longer come back.
  void remove(const QStringList& files);
  Q_INVOKABLE void undoRemove();
  /// Tries at once what could not be saved.
  Q_INVOKABLE void retry();
  /// Files that turned out not to be there: those that are not leave the index, and `failed` says so. Asked for again,
  /// they are known no more, and nothing is said.
  void forgetGone(const QStringList& files);
  /// Nobody here reads the index of the folder before any more.
  void leaveOldFolder();
  /// The index turned out to be damaged.
  void repair();
  /// Asked to keep a new folder for the next start; says whether it could. Without one the folder cannot be changed.
  void setRemember(std::function<bool(const QString& folder)> remember) { m_remember = std::move(remember); }
  /// Keeps pictures in another folder from now on, and takes those there are along where that is wanted. Whatever goes
  /// wrong, all pictures stay where they are, and `failed` says why.
  Q_INVOKABLE void moveTo(const QUrl& folder, bool takePictures);
  Q_INVOKABLE void stopMoving();
  /// Opens the folder in the file manager.
  Q_INVOKABLE void reveal() const;

 Q_SIGNALS:
  void unsavedChanged();
  void problemChanged();
  void opened(const QString& place);  ///< of the index, for reading
  void changed();                     ///< what the index holds is new
  void saved(const QString& file);
  void recovered(int pictures);  ///< saving works again, and this many had waited
  void removed(int pictures);
  void rebuilt(int pictures);
  void failed(const QString& text, const QString& hint);
  void folderChanged();
  void movingChanged();
  void moved(int pictures);  ///< the folder is another; this many pictures came along

 private:
  void connectWorker();
  void connectMove();
  void onMovePrepared(const QString& folder);
  void onMoved(const QString& folder, int pictures, int leftBehind);
  void endMove();
  void send(quint64 ticket);
  void onSaved(quint64 ticket, const QString& file);
  void onSaveFailed(quint64 ticket, const QString& text, const QString& hint);
  void tellWhatWaits();
  void setProblem(const QString& problem, const QString& hint);
  QString wayOut() const;
  template <class Work>
  void post(Work work);

  QString m_folder;
  std::map<quint64, HistoryPicture> m_unsaved;  // by ticket, oldest first
  QList<quint64> m_waiting;                     // tickets that failed
  int m_waited = 0;                             // saved since saving failed
  quint64 m_lastTicket = 0;
  QString m_problem;
  QString m_problemHint;
  QTimer m_retry;
  int m_retryMs = kFirstRetryMs;
  bool m_started = false;
  std::function<bool(const QString&)> m_remember;
  std::shared_ptr<std::atomic<bool>> m_stopMoving;  // null while nothing moves
  int m_movedSoFar = 0;
  int m_toMove = 0;
  HistoryWorker* m_worker = nullptr;  // deleted by its thread's end
  QThread m_thread;
};

}  // namespace lpd::studio
