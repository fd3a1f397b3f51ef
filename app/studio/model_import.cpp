#include "model_import.h"

#include "import_worker.h"
#include "model_library.h"
#include "wording.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

#include <array>
#include <utility>

namespace lpd::studio {

namespace {

constexpr std::array<std::pair<FilePart, const char*>, 4> kParts{{{FilePart::Transformer, "transformer"},
                                                                  {FilePart::Tokenizer, "tokenizer"},
                                                                  {FilePart::Config, "config"},
                                                                  {FilePart::Classes, "classes"}}};

std::optional<DType> typeOf(const QString& word) {
  if (word == QLatin1String("fp32")) return DType::F32;
  if (word == QLatin1String("fp16")) return DType::F16;
  if (word == QLatin1String("bf16")) return DType::BF16;
  return std::nullopt;
}

std::filesystem::path pathOf(const std::map<FilePart, RecognisedFile>& files, FilePart part) {
  const auto found = files.find(part);
  return found == files.end() ? std::filesystem::path() : std::filesystem::path(found->second.path.toStdString());
}

}  // namespace

ModelImport::ModelImport(const ModelLibrary& library, QObject* parent) : QObject(parent), m_library(library) {
  m_worker = new ImportWorker;
  m_thread.setObjectName(QStringLiteral("import"));
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  for (auto changed : {&ModelImport::partsChanged, &ModelImport::nameChanged, &ModelImport::stateChanged})
    connect(this, changed, this, &ModelImport::readinessChanged);
  connect(&m_library, &ModelLibrary::scanned, this, &ModelImport::nameChanged);  // it may be taken now
  connectWorker();
  m_thread.start(QThread::LowPriority);
}

ModelImport::~ModelImport() {
  m_stop.request_stop();
  m_thread.quit();
  m_thread.wait();
}

void ModelImport::connectWorker() {
  using W = ImportWorker;
  const auto onWork = [this](auto signal, auto take) {
    connect(
        m_worker, signal, this,
        [this, take](quint64 work, const auto&... values) {
          if (work == m_work) take(values...);
        },
        Qt::QueuedConnection);
  };
  // Of every offer since they were cleared: one that comes while another is looked at does not replace it.
  connect(
      m_worker, &W::recognised, this,
      [this](quint64 work, const QList<RecognisedFile>& files) {
        if (work <= m_cleared) return;
        if (work == m_work) setState(State::Choosing);
        place(files);
      },
      Qt::QueuedConnection);
  onWork(&W::advanced, [this](double fraction) {
    m_progress = fraction;
    Q_EMIT progressChanged();
  });
  onWork(&W::stopped, [this] { finish(); });
  onWork(&W::failed, [this](const QString& text, const QString& hint) {
    finish();
    setProblem(text, hint);
  });
  onWork(&W::imported, [this](const ModelInfo& model) {
    finish();
    clear();
    Q_EMIT imported(QString::fromStdString(model.name), QString::fromStdString(model.title));
  });
}

QVariantList ModelImport::parts() const {
  QVariantList list;
  for (const auto& [part, word] : kParts) {
    const auto found = m_files.find(part);
    const bool given = found != m_files.end();
    list.append(QVariantMap{{QStringLiteral("part"), QString::fromLatin1(word)},
                            {QStringLiteral("file"), given ? QFileInfo(found->second.path).fileName() : QString()},
                            {QStringLiteral("path"), given ? found->second.path : QString()},
                            {QStringLiteral("fact"), given ? found->second.fact : QString()}});
  }
  return list;
}

QString ModelImport::nameProblem() const {
  static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$"));
  if (m_name.isEmpty()) return tr("The model needs a name");
  if (!allowed.match(m_name).hasMatch()) return tr("Use letters, digits, -, _ and . only");
  if (m_library.has(m_name) || QFileInfo::exists(QDir(m_library.userFolder()).filePath(m_name)))
    return tr("There is a model of this name already");
  return {};
}

QString ModelImport::blockedReason() const {
  if (m_state == State::Importing) return tr("A model is being imported");
  if (m_state == State::Looking) return tr("The files are being looked at");
  if (!m_files.contains(FilePart::Transformer) && !m_files.contains(FilePart::Tokenizer))
    return tr("Choose the transformer and the tokenizer first");
  if (!m_files.contains(FilePart::Transformer)) return tr("The transformer is missing");
  if (!m_files.contains(FilePart::Tokenizer)) return tr("The tokenizer is missing");
  return nameProblem();
}

void ModelImport::setName(const QString& name) {
  const QString plain = name.trimmed();
  m_nameTyped = !plain.isEmpty();
  if (plain == m_name) return;
  m_name = plain;
  Q_EMIT nameChanged();
}

void ModelImport::setStoredType(const QString& type) {
  if (type == m_storedType || !typeOf(type)) return;
  m_storedType = type;
  Q_EMIT storedTypeChanged();
}

QString ModelImport::freeName(const QString& wanted) const {
  const auto taken = [this](const QString& name) {
    return m_library.has(name) || QFileInfo::exists(QDir(m_library.userFolder()).filePath(name));
  };
  QString name = wanted;
  for (int number = 2; taken(name); ++number)
    name = QStringLiteral("%1-%2").arg(wanted).arg(number);
  return name;
}

void ModelImport::offer(const QList<QUrl>& urls) {
  if (m_state == State::Importing) return;
  QStringList paths;
  for (const QUrl& url : urls)
    if (url.isLocalFile()) paths.append(url.toLocalFile());
  if (paths.isEmpty()) {
    if (!urls.isEmpty()) setProblem(tr("Only files on this computer can be imported"), tr("Download it first"));
    return;
  }
  dismissProblem();
  if (m_stop.stop_requested()) m_stop = std::stop_source();
  setState(State::Looking);
  QMetaObject::invokeMethod(
      m_worker,
      [worker = m_worker, work = ++m_work, paths, stop = m_stop.get_token()] { worker->recognise(work, paths, stop); },
      Qt::QueuedConnection);
}

void ModelImport::place(const QList<RecognisedFile>& files) {
  for (const RecognisedFile& file : files) {
    if (file.part == FilePart::Unusable) {
      setProblem(file.problem, file.hint);
      continue;
    }
    m_files[file.part] = file;
    if (file.part != FilePart::Transformer || m_nameTyped) continue;
    m_name = freeName(file.suggestedName);
    Q_EMIT nameChanged();
  }
  Q_EMIT partsChanged();
}

void ModelImport::remove(const QString& part) {
  if (m_state == State::Importing) return;
  for (const auto& [key, word] : kParts)
    if (part == QLatin1String(word) && m_files.erase(key) > 0) Q_EMIT partsChanged();
}

ImportOptions ModelImport::options() const {
  ImportOptions options;
  options.transformer = pathOf(m_files, FilePart::Transformer);
  options.tokenizer = pathOf(m_files, FilePart::Tokenizer);
  options.config = pathOf(m_files, FilePart::Config);
  options.classes = pathOf(m_files, FilePart::Classes);
  options.name = m_name.toStdString();
  options.type = typeOf(m_storedType).value_or(DType::F32);
  return options;
}

void ModelImport::begin() {
  if (!canImport()) return;
  dismissProblem();
  m_progress = 0;
  Q_EMIT progressChanged();
  m_stop = std::stop_source();
  setState(State::Importing);
  QMetaObject::invokeMethod(
      m_worker,
      [worker = m_worker, work = ++m_work, options = options(), stop = m_stop.get_token()] {
        worker->import(work, options, stop);
      },
      Qt::QueuedConnection);
}

void ModelImport::cancel() {
  m_stop.request_stop();  // it answers with stopped, or with imported where that was a moment too late
}

void ModelImport::finish() {
  m_progress = 0;
  setState(State::Choosing);
  Q_EMIT progressChanged();
}

void ModelImport::clear() {
  if (m_state == State::Importing) return;
  m_stop.request_stop();
  m_cleared = ++m_work;
  setState(State::Choosing);
  m_files.clear();
  m_name.clear();
  m_nameTyped = false;
  dismissProblem();
  Q_EMIT nameChanged();
  Q_EMIT partsChanged();
}

void ModelImport::setState(State state) {
  if (state == m_state) return;
  m_state = state;
  Q_EMIT stateChanged();
}

void ModelImport::setProblem(const QString& text, const QString& hint) {
  m_problem = capitalised(text);
  m_problemHint = capitalised(hint);
  Q_EMIT problemChanged();
}

}  // namespace lpd::studio
