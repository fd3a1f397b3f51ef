#include "history_store.h"

#include "history_worker.h"
#include "wording.h"

#include <QtCore/QDateTime>
#include <QtGui/QDesktopServices>

#include <algorithm>
#include <utility>

namespace lpd::studio {

HistoryStore::HistoryStore(const QString& folder, QObject* parent)
    : QObject(parent), m_folder(folder), m_worker(new HistoryWorker(folder)) {
  m_retry.setSingleShot(true);
  connect(&m_retry, &QTimer::timeout, this, &HistoryStore::retry);
  m_thread.setObjectName(QStringLiteral("history"));
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  connectWorker();
  connectMove();
}

HistoryStore::~HistoryStore() {
  if (!m_thread.isRunning()) {
    delete m_worker;
    return;
  }
  stopMoving();
  for (const quint64 ticket : std::exchange(m_waiting, {}))
    send(ticket);
  post([](HistoryWorker& worker) { worker.purge(); });
  post([thread = &m_thread](HistoryWorker&) { thread->quit(); });  // behind everything that was asked for
  m_thread.wait();
}

void HistoryStore::connectWorker() {
  using W = HistoryWorker;
  connect(m_worker, &W::opened, this, &HistoryStore::opened, Qt::QueuedConnection);
  connect(m_worker, &W::changed, this, &HistoryStore::changed, Qt::QueuedConnection);
  connect(m_worker, &W::rebuilt, this, &HistoryStore::rebuilt, Qt::QueuedConnection);
  connect(m_worker, &W::failed, this, &HistoryStore::failed, Qt::QueuedConnection);
  connect(m_worker, &W::saved, this, &HistoryStore::onSaved, Qt::QueuedConnection);
  connect(m_worker, &W::saveFailed, this, &HistoryStore::onSaveFailed, Qt::QueuedConnection);
  connect(m_worker, &W::trashed, this, &HistoryStore::removed, Qt::QueuedConnection);
}

void HistoryStore::connectMove() {
  using W = HistoryWorker;
  connect(
      m_worker, &W::moveProgressed, this,
      [this](int done, int all) {
        m_movedSoFar = done;
        m_toMove = all;
        Q_EMIT movingChanged();
      },
      Qt::QueuedConnection);
  connect(m_worker, &W::movePrepared, this, &HistoryStore::onMovePrepared, Qt::QueuedConnection);
  connect(m_worker, &W::moveStopped, this, &HistoryStore::endMove, Qt::QueuedConnection);
  connect(
      m_worker, &W::moveFailed, this,
      [this](const QString& text, const QString& hint) {
        endMove();
        Q_EMIT failed(text, hint);
      },
      Qt::QueuedConnection);
  connect(m_worker, &W::moved, this, &HistoryStore::onMoved, Qt::QueuedConnection);
}

template <class Work>
void HistoryStore::post(Work work) {
  QMetaObject::invokeMethod(
      m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); }, Qt::QueuedConnection);
}

void HistoryStore::start() {
  if (std::exchange(m_started, true)) return;
  m_thread.start(QThread::LowPriority);
  post([](HistoryWorker& worker) { worker.open(); });
  for (const auto& [ticket, picture] : m_unsaved)
    send(ticket);
}

void HistoryStore::add(const Picture& picture, const QString& kind) {
  const quint64 ticket = ++m_lastTicket;
  m_unsaved.emplace(ticket, historyPicture(picture, kind, QDateTime::currentMSecsSinceEpoch()));
  Q_EMIT unsavedChanged();
  if (m_started) send(ticket);
}

void HistoryStore::send(quint64 ticket) {
  post([ticket, picture = m_unsaved.at(ticket)](HistoryWorker& worker) { worker.save(ticket, picture); });
}

void HistoryStore::setStarred(const QStringList& files, bool starred) {
  if (files.isEmpty()) return;
  tellWhatWaits();
  post([files, starred](HistoryWorker& worker) { worker.setStarred(files, starred); });
}

void HistoryStore::remove(const QStringList& files) {
  if (files.isEmpty()) return;
  tellWhatWaits();
  post([files](HistoryWorker& worker) { worker.trash(files); });
}

void HistoryStore::tellWhatWaits() {
  if (moving())
    Q_EMIT failed(tr("The pictures are moving"), tr("This is done as soon as they are in their new folder"));
}

void HistoryStore::undoRemove() {
  post([](HistoryWorker& worker) { worker.restore(); });
}

void HistoryStore::forgetGone(const QStringList& files) {
  if (files.isEmpty()) return;
  post([files](HistoryWorker& worker) { worker.forgetGone(files); });
}

void HistoryStore::leaveOldFolder() {
  post([](HistoryWorker& worker) { worker.leaveOldFolder(); });
}

void HistoryStore::repair() {
  post([](HistoryWorker& worker) { worker.repair(); });
}

QString HistoryStore::folderText() const {
  return studio::folderText(m_folder);
}

void HistoryStore::reveal() const {
  QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder));
}

void HistoryStore::moveTo(const QUrl& folder, bool takePictures) {
  if (moving() || folderFixed() || !m_started) return;
  if (!folder.isLocalFile()) {
    Q_EMIT failed(tr("%1 is not a folder of this computer").arg(folder.toDisplayString()),
                  tr("Choose a folder on one of its disks"));
    return;
  }
  // What was deleted could only come back into the old folder.
  post([](HistoryWorker& worker) { worker.purge(); });
  m_stopMoving = std::make_shared<std::atomic<bool>>(false);
  m_movedSoFar = m_toMove = 0;
  Q_EMIT movingChanged();
  post([place = folder.toLocalFile(), takePictures, stop = m_stopMoving](HistoryWorker& worker) {
    worker.prepareMove(place, takePictures, stop);
  });
}

void HistoryStore::stopMoving() {
  if (m_stopMoving) *m_stopMoving = true;
}

/// All is in both folders now. The settings decide which of them the next start opens.
void HistoryStore::onMovePrepared(const QString& folder) {
  if (!*m_stopMoving && m_remember(folder)) return post([](HistoryWorker& worker) { worker.finishMove(); });
  post([](HistoryWorker& worker) { worker.abandonMove(); });
  if (!*m_stopMoving)
    Q_EMIT failed(tr("The new folder could not be noted in the settings"), tr("All pictures are still in the old one"));
  endMove();
}

void HistoryStore::onMoved(const QString& folder, int pictures, int leftBehind) {
  const QString before = std::exchange(m_folder, folder);
  endMove();
  Q_EMIT folderChanged();
  Q_EMIT moved(pictures);
  if (leftBehind > 0)
    Q_EMIT failed(tr("%n picture(s) could not be removed from the old folder", nullptr, leftBehind),
                  tr("They are in both: %1").arg(before));
  retry();  // the old folder may have been one that could not be written
}

void HistoryStore::endMove() {
  m_stopMoving.reset();
  Q_EMIT movingChanged();
}

/// One picture shows whether it works again; the others follow it.
void HistoryStore::retry() {
  if (!m_waiting.isEmpty()) send(m_waiting.takeFirst());
}

void HistoryStore::onSaved(quint64 ticket, const QString& file) {
  m_unsaved.erase(ticket);
  Q_EMIT unsavedChanged();
  Q_EMIT saved(file);
  if (m_problem.isEmpty()) return;
  ++m_waited;
  for (const quint64 waiting : std::exchange(m_waiting, {}))
    send(waiting);
  if (!m_unsaved.empty()) return;
  m_retry.stop();
  m_retryMs = kFirstRetryMs;
  setProblem({}, {});
  Q_EMIT recovered(std::exchange(m_waited, 0));
}

void HistoryStore::onSaveFailed(quint64 ticket, const QString& text, const QString& hint) {
  m_waiting.append(ticket);
  if (!m_retry.isActive()) {
    m_retry.start(m_retryMs);
    m_retryMs = std::min(m_retryMs * 2, kLongestRetryMs);
  }
  const QString stays = tr("Your pictures stay in this window and are saved as soon as it works again.");
  setProblem(tr("Pictures cannot be saved: %1.").arg(text),
             tr("%1. %2").arg(hint.isEmpty() ? wayOut() : capitalised(hint), stays));
}

/// Where nobody can say what the folder lacks.
QString HistoryStore::wayOut() const {
  return folderFixed() ? tr("Give another folder with --history-dir") : tr("Choose another folder in the settings");
}

void HistoryStore::setProblem(const QString& problem, const QString& hint) {
  if (problem.isEmpty() == m_problem.isEmpty()) return;  // the next picture's failure is the same one
  m_problem = problem;
  m_problemHint = hint;
  Q_EMIT problemChanged();
}

}  // namespace lpd::studio
