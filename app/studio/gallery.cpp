#include "gallery.h"

#include "history_store.h"
#include "model_library.h"
#include "picture_restore.h"
#include "plan_settings.h"
#include "race.h"
#include "reveal.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <optional>
#include <utility>

namespace lpd::studio {

namespace {

constexpr int kPollMs = 2'000;
constexpr int kCountMs = 150;
constexpr int kAgainMs = 1'000;

std::optional<RecallPart> partOf(const QString& word) {
  static const QHash<QString, RecallPart> parts{
      {QStringLiteral("all"), RecallPart::All},           {QStringLiteral("remix"), RecallPart::Remix},
      {QStringLiteral("seed"), RecallPart::Seed},         {QStringLiteral("steps"), RecallPart::Steps},
      {QStringLiteral("guidance"), RecallPart::Guidance}, {QStringLiteral("model"), RecallPart::Model}};
  const auto found = parts.constFind(word);
  return found == parts.constEnd() ? std::nullopt : std::optional(*found);
}

QString doneText(RecallPart part) {
  switch (part) {
    case RecallPart::All:
      return Gallery::tr("Settings taken over");
    case RecallPart::Remix:
      return Gallery::tr("Settings taken over, with a new seed");
    case RecallPart::Seed:
      return Gallery::tr("Seed taken over");
    case RecallPart::Steps:
      return Gallery::tr("Steps and order taken over");
    case RecallPart::Guidance:
      return Gallery::tr("Guidance taken over");
    case RecallPart::Model:
      return Gallery::tr("Model taken over");
  }
  return {};
}

QStringList filesOf(const QList<HistoryRow>& rows) {
  QStringList files;
  for (const HistoryRow& row : rows)
    files << row.file;
  return files;
}

}  // namespace

Gallery::Gallery(HistoryStore& store, PlanSettings& plan, ModelLibrary& models, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_plan(plan),
      m_models(models),
      m_reader(new HistoryReader),
      m_model(*m_reader, store.folder()),
      m_filter(models),
      m_selection(m_model),
      m_layout(m_model, m_selection),
      m_details(models) {
  m_poll.setInterval(kPollMs);
  m_countSoon.setSingleShot(true);
  m_countSoon.setInterval(kCountMs);
  m_askAgain.setSingleShot(true);
  m_askAgain.setInterval(kAgainMs);
  m_thread.setObjectName(QStringLiteral("gallery"));
  m_reader->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
  connectReader();
  connectStore();
  m_thread.start();
}

Gallery::~Gallery() {
  m_thread.quit();
  m_thread.wait();
}

template <class Work>
void Gallery::post(Work work) {
  QMetaObject::invokeMethod(
      m_reader, [reader = m_reader, work = std::move(work)] { work(*reader); }, Qt::QueuedConnection);
}

void Gallery::connectReader() {
  using R = HistoryReader;
  connect(m_reader, &R::damaged, &m_store, &HistoryStore::repair, Qt::QueuedConnection);
  connect(
      m_reader, &R::counted, this,
      [this](const HistoryCounts& counts) { m_filter.setCounts(counts, m_store.folder()); }, Qt::QueuedConnection);
  connect(
      m_reader, &R::changedElsewhere, this,
      [this] {
        m_model.refresh();
        m_countSoon.start();
      },
      Qt::QueuedConnection);
  connect(
      m_reader, &R::loaded, this,
      [this](quint64 ticket, const std::shared_ptr<const LoadedPicture>& loaded) {
        if (const Use use = m_loads.take(ticket)) use(*loaded);
      },
      Qt::QueuedConnection);
  connect(
      m_reader, &R::resolved, this,
      [this](quint64 ticket, const QList<HistoryRow>& rows) {
        const auto use = m_fetches.take(ticket);
        if (rows.isEmpty()) m_model.refresh();  // what is asked for is not there, or nobody could tell
        if (use && !rows.isEmpty()) use(rows);
      },
      Qt::QueuedConnection);
  connect(m_reader, &R::failed, this, &Gallery::failed, Qt::QueuedConnection);
  connect(
      m_reader, &R::unanswered, this, [this] { m_askAgain.start(); }, Qt::QueuedConnection);
  connect(&m_askAgain, &QTimer::timeout, this, [this] {
    m_model.refresh();
    m_countSoon.start();
  });
  connect(&m_countSoon, &QTimer::timeout, this, [this] { post([](R& reader) { reader.count(); }); });
  connect(&m_poll, &QTimer::timeout, this, [this] { post([](R& reader) { reader.poll(); }); });
  connect(&m_filter, &GalleryFilter::changed, this, [this] { m_model.setFilter(m_filter.filter()); });
  connect(&m_selection, &GallerySelection::changed, this, &Gallery::showDetails);
  connect(&m_selection, &GallerySelection::changed, this, &Gallery::allStarredChanged);
  connect(&m_model, &GalleryModel::rowsChanged, this, &Gallery::showDetails);
}

void Gallery::connectStore() {
  connect(&m_store, &HistoryStore::folderChanged, this, [this] {
    // What is asked from now on is about the new folder, and answered once its index is there.
    post([store = &m_store](HistoryReader& reader) {
      reader.close();
      QMetaObject::invokeMethod(store, &HistoryStore::leaveOldFolder, Qt::QueuedConnection);
    });
    m_model.setFolder(m_store.folder());
    m_model.forget();
  });
  connect(&m_store, &HistoryStore::opened, this, [this](const QString& place) {
    post([place](HistoryReader& reader) { reader.open(place); });
    m_model.forget();
    m_model.refresh();
    m_countSoon.start();
  });
  connect(&m_store, &HistoryStore::changed, this, [this] {
    m_model.refresh();
    m_countSoon.start();
  });
  connect(&m_store, &HistoryStore::removed, this, &Gallery::removed);
  connect(&m_store, &HistoryStore::failed, this, &Gallery::failed);
}

void Gallery::setWatching(bool watching) {
  if (watching == m_poll.isActive()) return;
  watching ? m_poll.start() : m_poll.stop();
  if (watching) post([](HistoryReader& reader) { reader.poll(); });
  Q_EMIT watchingChanged();
}

void Gallery::withTargets(const std::function<void(const QList<HistoryRow>&)>& use) {
  withRows(m_selection.targets(), use);
}

void Gallery::withRows(const QList<qint64>& ids, const std::function<void(const QList<HistoryRow>&)>& use) {
  if (ids.isEmpty()) return;
  // The folder of these ids; by the time the answer comes, the pictures may be kept in another.
  m_fetches.insert(++m_lastTicket, [use, folder = m_store.folder()](QList<HistoryRow> rows) {
    for (HistoryRow& row : rows)
      row.file = folder + QLatin1Char('/') + row.file;
    use(rows);
  });
  post([ticket = m_lastTicket, ids](HistoryReader& reader) { reader.resolve(ticket, ids); });
}

void Gallery::toggleStar() {
  withTargets([this](const QList<HistoryRow>& rows) {
    const bool all = std::all_of(rows.begin(), rows.end(), [](const HistoryRow& row) { return row.starred; });
    m_store.setStarred(filesOf(rows), !all);
  });
}

void Gallery::remove() {
  withTargets([this](const QList<HistoryRow>& rows) { m_store.remove(filesOf(rows)); });
}

void Gallery::undoRemove() {
  m_store.undoRemove();
}

void Gallery::reveal() {
  if (m_details.hasPicture()) revealInFolder(m_details.file());
}

void Gallery::compare() {
  withTargets([this](const QList<HistoryRow>& rows) {
    if (rows.size() != 2) return;
    post([this, left = rows[0].file, right = rows[1].file](HistoryReader&) {
      auto pictures = std::make_shared<const ComparedPictures>(comparePictures(left, right));
      QMetaObject::invokeMethod(
          this, [this, pictures] { showComparison(pictures); }, Qt::QueuedConnection);
    });
  });
}

void Gallery::showComparison(const std::shared_ptr<const ComparedPictures>& pictures) {
  for (const LoadedPicture* loaded : {&pictures->left, &pictures->right})
    if (!loaded->picture) return explain(*loaded);
  m_comparison.show(pictures);
}

void Gallery::exportChosen() {
  withTargets([this](const QList<HistoryRow>& rows) {
    post([this, files = filesOf(rows)](HistoryReader&) {
      QStringList there;
      QStringList gone;
      for (const QString& file : files)
        (QFileInfo::exists(file) ? there : gone) << file;
      const auto ask = [this, there, gone] {
        m_store.forgetGone(gone);
        if (!there.isEmpty()) Q_EMIT exportRequested(there);
      };
      QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
    });
  });
}

void Gallery::load(const QString& file, const Use& use) {
  m_loads.insert(++m_lastTicket, use);
  post([ticket = m_lastTicket, file](HistoryReader& reader) { reader.load(ticket, file); });
}

/// By its id, as its page may not be here yet.
void Gallery::withCurrent(const std::function<void(const QString& file)>& use) {
  if (m_selection.current() < 0) return;
  withRows({m_selection.currentId()}, [use](const QList<HistoryRow>& rows) { use(rows.constFirst().file); });
}

void Gallery::loadCurrent(const Use& use) {
  withCurrent([this, use](const QString& file) { load(file, use); });
}

/// Reads the current picture's file where it is another one, or its star where that is new.
void Gallery::showDetails() {
  const int current = m_selection.current();
  if (current < 0 || current >= m_model.count()) {
    m_shownFile.clear();
    return m_details.show(nullptr);
  }
  const HistoryRow* row = m_model.row(current);
  if (!row) return;  // told again when its page is here
  if (row->file != std::exchange(m_shownFile, row->file)) {
    load(m_model.absolute(row->file), [this, file = row->file](const LoadedPicture& loaded) {
      if (loaded.gone) m_store.forgetGone({loaded.file});
      if (file == m_shownFile) m_details.show(std::make_shared<const LoadedPicture>(loaded));
    });
  } else if (m_details.hasPicture()) {
    m_details.setStarred(row->starred);
  }
}

void Gallery::tell(const QString& done, const QString& problem) {
  Q_EMIT recalled(problem.isEmpty() ? done : tr("%1. %2").arg(done, problem));
}

/// A picture of the history that is gone leaves the gallery, and the store says so once, whoever asks for it.
void Gallery::explain(const LoadedPicture& loaded) {
  if (loaded.gone && loaded.file.startsWith(m_store.folder() + QLatin1Char('/')))
    m_store.forgetGone({loaded.file});
  else
    Q_EMIT failed(loaded.problem, loaded.hint);
}

void Gallery::recall(const QString& word) {
  const std::optional<RecallPart> part = partOf(word);
  if (!part) return;
  loadCurrent([this, part = *part](const LoadedPicture& loaded) {
    if (!loaded.picture) return explain(loaded);
    tell(doneText(part), studio::recall(part, loaded.picture->record, m_plan, m_models));
  });
}

/// On the reader's thread: explaining a large order again takes its time.
void Gallery::open(const QString& file, const Use& andThen) {
  post([this, file, andThen, models = m_models.entries()](HistoryReader&) {
    const auto loaded = std::make_shared<const LoadedPicture>(loadPicture(file, true));
    std::shared_ptr<Picture> picture;
    if (loaded->picture) {
      picture = restorePicture(*loaded->picture, modelOf(loaded->picture->record, models));
      picture->file = file;
    }
    const auto show = [this, loaded, picture, andThen] {
      if (!picture) return explain(*loaded);
      Q_EMIT pictureOpened(picture);
      andThen(*loaded);
    };
    QMetaObject::invokeMethod(this, show, Qt::QueuedConnection);
  });
}

void Gallery::replay() {
  withCurrent([this](const QString& file) { open(file, [](const LoadedPicture&) {}); });
}

void Gallery::race() {
  if (m_selection.current() >= 0) raceOf({m_selection.currentId()});
}

void Gallery::raceChosen() {
  QList<qint64> ids = m_selection.targets();
  if (ids.size() < Race::kFewestLanes || ids.size() > Race::kMostLanes) return;
  const qsizetype current = ids.indexOf(m_selection.currentId());
  if (current > 0) ids.move(current, 0);
  raceOf(ids);
}

void Gallery::raceOf(const QList<qint64>& ids) {
  withRows(ids, [this](const QList<HistoryRow>& rows) {
    post([this, files = filesOf(rows)](HistoryReader&) {
      std::vector<LoadedPicture> pictures;
      for (const QString& file : files)
        pictures.push_back(loadPicture(file, false));
      QMetaObject::invokeMethod(
          this, [this, pictures] { showRace(pictures); }, Qt::QueuedConnection);
    });
  });
}

/// With the first picture's model.
void Gallery::showRace(const std::vector<LoadedPicture>& pictures) {
  std::vector<ImageRecord> records;
  for (const LoadedPicture& loaded : pictures) {
    if (!loaded.picture) return explain(loaded);
    records.push_back(loaded.picture->record);
  }
  if (!m_mayRace()) return;
  const QString problem = studio::recall(RecallPart::Model, records.front(), m_plan, m_models);
  if (!problem.isEmpty()) {
    Q_EMIT failed(problem, tr("A race of it needs the same model: import it, then try again"));
    return;
  }
  Q_EMIT raceRequested(records);
}

void Gallery::openFile(const QUrl& url) {
  if (!url.isLocalFile()) {
    Q_EMIT failed(tr("%1 is not a file of this computer").arg(url.toDisplayString()),
                  tr("Save the picture first, then drop the file"));
    return;
  }
  if (!QFileInfo::exists(url.toLocalFile())) {  // a name that was typed
    Q_EMIT failed(tr("There is no file %1").arg(url.toLocalFile()), tr("Look at its name and its folder"));
    return;
  }
  open(url.toLocalFile(), [this](const LoadedPicture& loaded) {
    tell(tr("Settings of %1 taken over").arg(QFileInfo(loaded.file).fileName()),
         studio::recall(RecallPart::All, loaded.picture->record, m_plan, m_models));
  });
}

bool Gallery::looksLikePicture(const QUrl& url) const {
  return url.isLocalFile() && url.fileName().endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
}

}  // namespace lpd::studio
