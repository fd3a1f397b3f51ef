#include "studio_app.h"

#include "plan_storage.h"
#include "queue_storage.h"
#include "wording.h"

#include <lpd/version.h>

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace lpd::studio {

namespace {

const QString kModelKey = QStringLiteral("model/name");
const QString kPageKey = QStringLiteral("window/page");
const QString kWelcomedKey = QStringLiteral("window/welcomed");
const QString kHistoryKey = QStringLiteral("history/folder");

QString historyFolder(const StudioOptions& options, const QSettings& settings) {
  if (!options.historyFolder.isEmpty()) return QDir(options.historyFolder).absolutePath();
  const QString chosen = settings.value(kHistoryKey).toString();
  if (!chosen.isEmpty() && QDir::isAbsolutePath(chosen)) return QDir::cleanPath(chosen);
  // Whoever brings settings of their own does not want to mix their pictures with the others'.
  if (!options.settingsFile.isEmpty()) return options.settingsFile + QStringLiteral(".history");
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/lpd-studio/history");
}

/// What is to be remembered of a session that runs. Not with the pictures: their folder may be read-only, or change.
QString sessionsFolder(const StudioOptions& options) {
  if (!options.settingsFile.isEmpty()) return options.settingsFile + QStringLiteral(".sessions");
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/lpd-studio/sessions");
}

QString presetsFolder(const StudioOptions& options) {
  if (!options.presetsFolder.isEmpty()) return options.presetsFolder;
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/lpd-studio/presets");
}

bool endsWithOneOf(const QUrl& file, std::initializer_list<const char*> endings) {
  const QString name = file.fileName();
  return std::any_of(endings.begin(), endings.end(),
                     [&](const char* ending) { return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive); });
}

}  // namespace

StudioApp::StudioApp(const StudioOptions& options, QObject* parent)
    : QObject(parent),
      m_options(options),
      m_settings(settingsFile(options)),
      m_preferences(m_settings),
      m_layers(m_settings),
      m_engine(m_settings),
      m_models(ModelSearchPath::standard(options.modelsFolder.toStdString())),
      m_import(m_models),
      m_classes(&m_settings),
      m_edits(m_plan),
      m_presets(m_plan, presetsFolder(options)),
      m_exporter(m_settings),
      m_history(historyFolder(options, m_settings)),
      m_session(sessionsFolder(options)),
      m_gallery(m_history, m_plan, m_models),
      m_historyImages(std::make_shared<HistoryImages>(m_history.folder())),
      m_controller(m_plan),
      m_queue(m_plan, m_controller),
      m_race(m_plan, m_controller, m_queue),
      m_rest(m_engine, m_controller) {
  const QString page = m_settings.value(kPageKey).toString();
  if (!page.isEmpty()) m_page = page;  // the window turns to another where it has no such page
  m_welcome = options.welcome && !m_settings.value(kWelcomedKey, false).toBool();
  m_classes.setThumbnails(m_thumbnails);
  m_saveSoon.setSingleShot(true);
  m_saveSoon.setInterval(400);  // a dragged slider is written once, not a hundred times
  m_settings.setBusy([this] {
    return m_controller.state() == GenerationController::State::Generating || m_timeline.playing() ||
           QGuiApplication::mouseButtons() != Qt::NoButton;
  });
  connectModels();
  connectEngine();
  connectRun();
  connectPicture();
  connectHistory();
}

QString StudioApp::settingsFile(const StudioOptions& options) {
  if (!options.settingsFile.isEmpty()) return options.settingsFile;
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
         QStringLiteral("/lpd-studio/settings.ini");
}

StudioApp::~StudioApp() {
  remember();
  leaveQueue();
  // Nothing that ends with the program reaches the parts that are about to go.
  m_controller.disconnect();
  m_queue.disconnect();
  m_race.disconnect();
  m_models.disconnect();
  m_import.disconnect();
}

void StudioApp::setPage(const QString& page) {
  if (page == m_page) return;
  m_page = page;
  m_settings.setValue(kPageKey, page);
  Q_EMIT pageChanged();
}

void StudioApp::endWelcome() {
  if (!std::exchange(m_welcome, false)) return;
  m_settings.setValue(kWelcomedKey, true);
  Q_EMIT welcomeChanged();
}

QString StudioApp::version() const {
  return QString::fromLatin1(versionString());
}

void StudioApp::start() {
  prepare();
  m_controller.letGo();
}

void StudioApp::prepare() {
  if (std::exchange(m_prepared, true)) return;
  m_controller.hold();
  m_history.start();
  m_controller.listDevices();
  m_models.rescan();
  std::vector<GenerationQueue::Item> items;
  for (const QByteArray& queue : m_session.leftBehind()) {
    const auto found = queueFromJson(queue, m_models.entries(), &m_queueElsewhere);
    items.insert(items.end(), found.begin(), found.end());
  }
  m_queue.restore(items);
  m_session.remember(queueToJson(m_queue.items(), m_queueElsewhere));
  m_session.forgetLeftBehind();
  const QString remembered = m_settings.value(kModelKey).toString();
  if (!m_options.model.isEmpty())
    m_models.selectByName(m_options.model);
  else
    m_models.selectByName(m_models.has(remembered) ? remembered : QString());
  openFiles(std::exchange(m_options.files, {}));  // last: what they set is of a model, and over what was set before
}

void StudioApp::openFiles(const QList<QUrl>& files) {
  QList<QUrl> weights;
  for (const QUrl& file : files) {
    if (endsWithOneOf(file, {".safetensors", ".pt", ".pth"}))
      weights << file;
    else if (endsWithOneOf(file, {".json"}))
      m_presets.importFrom(file);
    else
      m_gallery.openFile(file);
  }
  if (weights.isEmpty()) return;
  setPage(QStringLiteral("models"));
  m_import.offer(weights);
}

void StudioApp::connectModels() {
  connect(&m_models, &ModelLibrary::scanned, this, [this] { m_thumbnails->setModels(m_models.entries()); });
  connect(&m_models, &ModelLibrary::loadRequested, this, &StudioApp::useModel);
  connect(&m_controller, &GenerationController::modelLoading, this, &StudioApp::showModelState);
  connect(&m_controller, &GenerationController::modelReady, this, &StudioApp::showModelState);
  connect(&m_controller, &GenerationController::modelFailed, this, [this](const QString& text, const QString& hint) {
    if (isSameModel(m_controller.model(), m_models.model())) m_models.showFailed(text, hint);
  });
  connect(&m_plan, &PlanSettings::classIndicesChanged, this, [this] { m_classes.setSelected(m_plan.classIndices()); });
  connect(&m_queue, &GenerationQueue::enqueued, &m_classes, &ClassModel::noteUsed);
  connect(&m_plan, &PlanSettings::edited, &m_saveSoon, qOverload<>(&QTimer::start));
  connect(&m_saveSoon, &QTimer::timeout, this, &StudioApp::remember);
}

void StudioApp::connectEngine() {
  connect(&m_import, &ModelImport::imported, this, [this](const QString& name) {
    m_models.rescan();
    m_models.selectByName(name);
  });
  m_controller.setOptions(m_engine.options());
  connect(&m_engine, &EngineSettings::optionsChanged, this, [this] { m_controller.setOptions(m_engine.options()); });
  connect(&m_controller, &GenerationController::devicesListed, &m_engine, &EngineSettings::setDevices);
  connect(&m_controller, &GenerationController::stateChanged, this, [this] {
    if (m_controller.state() == GenerationController::State::Resting) showModelState();
  });
  connect(&m_engine, &EngineSettings::optionsChanged, this, &StudioApp::showMemoryUse);
  connect(&m_engine, &EngineSettings::devicesChanged, this, &StudioApp::showMemoryUse);
  connect(&m_controller, &GenerationController::modelReady, this, &StudioApp::showMemoryUse);
  connect(&m_plan, &PlanSettings::edited, this, &StudioApp::showMemoryUse);
}

void StudioApp::connectRun() {
  using C = GenerationController;
  connect(&m_controller, &C::runStarted, this, [this](const std::shared_ptr<const Run>& run) {
    // One picture is there to be watched; of several, the next one would take its place before it is whole.
    const bool single = run->request.classes.size() == 1 && m_queue.waiting() == 0;
    m_timeline.setPaced(single && !m_preferences.reducedMotion());
  });
  connect(&m_queue, &GenerationQueue::enqueued, this, [this](const QList<int>& subjects) {
    if (m_queue.count() - m_queue.failed() <= subjects.size()) m_pictures.follow();  // nothing else is being made
  });
  connect(&m_controller, &C::runStarted, &m_pictures, &PictureList::beginRun);
  connect(&m_controller, &C::planned, &m_pictures, &PictureList::addPicture);
  connect(&m_controller, &C::stepMade, &m_pictures, &PictureList::addStep);
  connect(&m_controller, &C::previewMade, &m_pictures, &PictureList::showPreview);
  connect(&m_controller, &C::imageMade, &m_pictures, &PictureList::finishPicture);
  m_controller.setLivePreviews(m_preferences.livePreviews());
  connect(&m_preferences, &Preferences::livePreviewsChanged, this,
          [this] { m_controller.setLivePreviews(m_preferences.livePreviews()); });
  connect(&m_controller, &C::runEnded, &m_pictures, &PictureList::endRun);
  connect(&m_pictures, &PictureList::countChanged, this, &StudioApp::endWelcome);
  connect(&m_controller, &C::swatchesReady, &m_pictures, &PictureList::setSwatches);
  connect(&m_controller, &C::swatchesReady, &m_race, &Race::setSwatches);
}

void StudioApp::connectPicture() {
  m_exporter.setSession([this] {
    std::vector<std::shared_ptr<const Picture>> pictures;
    for (int i = 0; i < m_pictures.count(); ++i)
      pictures.push_back(m_pictures.at(i));
    return pictures;
  });
  const auto running = [this] { return m_picture.hasPicture() && !m_picture.finished() && !m_picture.cancelled(); };
  connect(&m_pictures, &PictureList::currentChanged, this, &StudioApp::showCurrentPicture);
  connect(&m_pictures, &PictureList::advanced, this, [this](int index) {
    if (index == m_pictures.current()) m_picture.refresh();
  });
  connect(&m_picture, &PictureView::pictureChanged, this,
          [this, running] { m_timeline.setPicture(m_picture.groupSizes(), m_picture.stepMs(), running()); });
  connect(&m_picture, &PictureView::advanced, this, [this, running] {
    m_timeline.setProgress(m_picture.stepMs(), running());
    m_exporter.refresh();
  });
  connect(&m_timeline, &Timeline::shownStepsChanged, this,
          [this] { m_picture.setShownSteps(m_timeline.shownSteps()); });
  connect(&m_timeline, &Timeline::liveChanged, this, [this, running] {
    if (!m_timeline.live() && running()) m_pictures.stopFollowing();
  });
}

/// What is still to be made waits for the next session; what was being made begins anew then.
void StudioApp::leaveQueue() {
  std::vector<GenerationQueue::Item> items = m_queue.items();
  for (GenerationQueue::Item& item : items)
    if (item.phase == GenerationQueue::Phase::Running) item.phase = GenerationQueue::Phase::Waiting;
  const bool none = items.empty() && m_queueElsewhere.isEmpty();
  m_session.leaveBehind(none ? QByteArray() : queueToJson(items, m_queueElsewhere));
}

QString StudioApp::unexpectedEnd() const {
  if (!m_session.crashed()) return {};
  return tr("LPD Studio was closed unexpectedly. Finished pictures are in the gallery");
}

void StudioApp::connectHistory() {
  if (m_options.historyFolder.isEmpty())
    m_history.setRemember([this](const QString& folder) { return keepHistoryFolder(folder); });
  connect(&m_history, &HistoryStore::folderChanged, this, [this] { m_historyImages->setFolder(m_history.folder()); });
  // Before an item begins: were it to crash the program, the next session knows which one it was.
  connect(&m_queue, &GenerationQueue::changed, this,
          [this] { m_session.remember(queueToJson(m_queue.items(), m_queueElsewhere)); });
  m_pictures.setMayLeave([this] { return m_history.problem().isEmpty(); });
  connect(&m_pictures, &PictureList::pictureFinished, this,
          [this](int index) { m_history.add(*m_pictures.at(index), QStringLiteral("generated")); });
  connect(&m_race, &Race::laneMade, this, [this](const std::shared_ptr<const Picture>& picture) {
    if (picture) m_history.add(*picture, QStringLiteral("race"));
  });
  m_gallery.setMayRace([this] { return m_race.mayTake(); });
  connect(&m_gallery, &Gallery::raceRequested, this, [this](const std::vector<ImageRecord>& records) {
    if (m_race.take(records)) setPage(QStringLiteral("race"));
  });
  connect(&m_gallery, &Gallery::pictureOpened, this, [this](const std::shared_ptr<Picture>& picture) {
    m_pictures.showStored(picture);
    setPage(QStringLiteral("create"));
    m_timeline.first();
    m_timeline.play();
  });
}

bool StudioApp::keepHistoryFolder(const QString& folder) {
  const QVariant before = m_settings.value(kHistoryKey);
  QSettings written(m_settings.fileName(), m_settings.format());  // its status says nothing of earlier failures
  written.setValue(kHistoryKey, folder);
  written.sync();
  if (written.status() == QSettings::NoError) return true;
  before.isValid() ? written.setValue(kHistoryKey, before) : written.remove(kHistoryKey);
  return false;
}

void StudioApp::useModel(const ModelInfo& model) {
  m_plan.setModel(model);
  m_classes.setModel(model);
  m_picture.setEmptyGrid(model.grid);
  if (!m_planRestored) {
    restorePlan(m_settings, m_plan);
    m_planRestored = true;
  }
  m_settings.setValue(kModelKey, QString::fromStdString(model.name));
  m_edits.forget();  // another model has other limits and other subjects
  m_queue.setModel(model);
  showModelState();
}

/// The chosen model may have to wait: the queue can need another one first.
void StudioApp::showModelState() {
  using State = GenerationController::State;
  if (!isSameModel(m_controller.model(), m_models.model()))
    m_models.showWaiting();
  else if (m_controller.state() == State::Loading)
    m_models.showLoading();
  else if (m_controller.state() == State::Resting)
    m_models.showResting();
  else if (m_controller.state() != State::NoModel)
    m_models.showReady(m_controller.runtime());
}

/// The estimates are for what is set now; what "auto" means is known once a model was loaded.
void StudioApp::showMemoryUse() {
  const RuntimeInfo& runtime = m_controller.runtime();
  const EngineOptions& options = m_engine.options();
  const std::string device = options.device == "auto" ? runtime.device : options.device;
  MemoryUse use;
  use.cuda = device.starts_with("cuda");
  use.precision = options.precision == Precision::Auto ? runtime.precision : options.precision;
  use.images = imagesTogether(m_plan.imageCount(), use.cuda);
  use.guided = m_plan.guidance() != 1 && m_plan.classIndex() >= 0;
  m_models.setMemoryUse(use, m_engine.memoryOf(QString::fromStdString(device.empty() ? "cpu" : device)));
}

void StudioApp::showCurrentPicture() {
  m_exporter.setPicture(m_pictures.currentPicture());
  m_picture.setPicture(m_pictures.currentPicture());
}

void StudioApp::remember() {
  if (m_planRestored) savePlan(m_settings, m_plan);
}

}  // namespace lpd::studio
