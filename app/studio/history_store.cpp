#include "history_store.h"

#include "history_worker.h"
#include "wording.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

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
}

HistoryStore::~HistoryStore() {
  if (!m_thread.isRunning()) {
    delete m_worker;
    return;
  }
  for (const quint64 ticket : std::exchange(m_waiting, {}))
    send(ticket);
  if (!m_trash.isEmpty()) post([token = m_trash](HistoryWorker& worker) { worker.purge(token); });
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
  connect(
      m_worker, &W::trashed, this,
      [this](const QString& token, int count) {
        if (token == m_trash && count > 0) Q_EMIT removed(count);
      },
      Qt::QueuedConnection);
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

void HistoryStore::setStarred(const QList<qint64>& ids, bool starred) {
  if (!ids.isEmpty()) post([ids, starred](HistoryWorker& worker) { worker.setStarred(ids, starred); });
}

void HistoryStore::remove(const QList<qint64>& ids) {
  if (ids.isEmpty()) return;
  const QString before =
      std::exchange(m_trash, QStringLiteral("%1-%2").arg(QCoreApplication::applicationPid()).arg(++m_lastTrash));
  post([before, token = m_trash, ids](HistoryWorker& worker) {
    if (!before.isEmpty()) worker.purge(before);
    worker.trash(token, ids);
  });
}

void HistoryStore::undoRemove() {
  if (m_trash.isEmpty()) return;
  post([token = std::exchange(m_trash, {})](HistoryWorker& worker) { worker.restore(token); });
}

void HistoryStore::repair() {
  post([](HistoryWorker& worker) { worker.repair(); });
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
             hint.isEmpty() ? stays : tr("%1. %2").arg(capitalised(hint), stays));
}

void HistoryStore::setProblem(const QString& problem, const QString& hint) {
  if (problem.isEmpty() == m_problem.isEmpty()) return;  // the next picture's failure is the same one
  m_problem = problem;
  m_problemHint = hint;
  Q_EMIT problemChanged();
}

}  // namespace lpd::studio
