#include "model_library.h"

#include "class_thumbnails.h"
#include "core_text.h"
#include "problem_text.h"
#include "wording.h"

#include <lpd/error.h>

#include <algorithm>
#include <filesystem>

namespace lpd::studio {

namespace {

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QString nameOf(const ModelEntry& entry) {
  return text(entry.info ? entry.info->name : entry.folder.filename().string());
}

QString detailOf(const ModelInfo& model) {
  return ModelLibrary::tr("%1 · %n patch(es)", nullptr, model.grid.count()).arg(parameterText(model.parameters));
}

bool hasStrip(const ModelInfo& model) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(model.thumbnailsFile(), ignored);
}

QString deviceLabel(const RuntimeInfo& runtime) {
  const QString device = text(runtime.device).startsWith(QLatin1String("cuda")) ? text(runtime.deviceName)
                                                                                : text(runtime.device).toUpper();
  const std::string_view precision = toString(runtime.precision);
  return device + QStringLiteral(" · ") +
         QString::fromLatin1(precision.data(), static_cast<qsizetype>(precision.size()));
}

/// How an estimate adds up, in the words of its tooltip.
QString memoryDetail(const ModelInfo& model, const MemoryUse& use) {
  const MemoryEstimate estimate = estimateMemory(model, use);
  const QString where = use.cuda ? ModelLibrary::tr("Estimated, on the graphics card in %1:")
                                 : ModelLibrary::tr("Estimated, on the CPU in %1:");
  const QString weights = ModelLibrary::tr("%1 of weights").arg(bytesText(estimate.weights));
  const QString cache =
      (use.guided
           ? ModelLibrary::tr("%1 for the keys and values of %n picture(s) at once with guidance", nullptr, use.images)
           : ModelLibrary::tr("%1 for the keys and values of %n picture(s) at once", nullptr, use.images))
          .arg(bytesText(estimate.cache));
  const QString working = ModelLibrary::tr("%1 for what is computed on the way").arg(bytesText(estimate.working));
  return ModelLibrary::tr("%1 %2, %3, %4. The program itself comes on top.")
      .arg(where.arg(use.precision == Precision::Bf16 ? QStringLiteral("bf16") : QStringLiteral("fp32")), weights,
           cache, working);
}

}  // namespace

ModelLibrary::ModelLibrary(ModelSearchPath where, QObject* parent)
    : QAbstractListModel(parent), m_where(std::move(where)) {}

int ModelLibrary::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant ModelLibrary::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ModelEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
  const bool usable = entry.info && entry.problem.empty();
  switch (role) {
    case NameRole:
      return nameOf(entry);
    case Qt::DisplayRole:
    case TitleRole:
      return entry.info ? text(entry.info->title) : nameOf(entry);
    case DetailRole:
      return usable ? detailOf(*entry.info) : capitalised(coreText(text(entry.problem)));
    case LicenseRole:
      return entry.info ? text(entry.info->license) : QString();
    case UsableRole:
      return usable;
    case ProblemRole:
      return capitalised(coreText(text(entry.problem)));
    case ThumbnailRole:
      return entry.info && hasStrip(*entry.info) ? ClassThumbnails::url(text(entry.info->name), 0) : QString();
    case FolderRole:
      return folderText(text(entry.folder.string()));
    default:
      return entry.info ? describe(*entry.info, role) : QVariant();
  }
}

QVariant ModelLibrary::describe(const ModelInfo& model, int role) const {
  switch (role) {
    case ParametersRole:
      return parameterText(model.parameters);
    case SizeRole:
      return bytesText(model.weightBytes);
    case SubjectsRole:
      return model.transformer.classCount;
    case PixelsRole:
      return model.imageSize;
    case MemoryRole:
      return bytesText(estimateMemory(model, m_memoryUse).total());
    case MemoryDetailRole:
      return memoryDetail(model, m_memoryUse);
    case TightRole:
      return m_deviceBytes > 0 && estimateMemory(model, m_memoryUse).total() > m_deviceBytes;
    default:
      return {};
  }
}

QHash<int, QByteArray> ModelLibrary::roleNames() const {
  return {{NameRole, "name"},           {TitleRole, "title"},
          {DetailRole, "detail"},       {LicenseRole, "license"},
          {UsableRole, "usable"},       {ProblemRole, "problem"},
          {ThumbnailRole, "thumbnail"}, {ParametersRole, "parameters"},
          {SizeRole, "size"},           {SubjectsRole, "subjects"},
          {PixelsRole, "pixels"},       {FolderRole, "folder"},
          {MemoryRole, "memory"},       {MemoryDetailRole, "memoryDetail"},
          {TightRole, "tight"}};
}

QString ModelLibrary::currentName() const {
  return text(m_model.name);
}

QString ModelLibrary::currentTitle() const {
  return text(m_model.title);
}

QString ModelLibrary::currentDetail() const {
  return m_model.name.empty() ? QString() : detailOf(m_model);
}

QString ModelLibrary::titleOf(const QString& name) const {
  const int index = indexOf(name.toStdString());
  return index < 0 ? name : text(m_entries[static_cast<std::size_t>(index)].info->title);
}

void ModelLibrary::rescan() {
  beginResetModel();
  m_entries = listModels(m_where);
  m_current = indexOf(m_model.name);
  Q_EMIT scanned();
  endResetModel();
  Q_EMIT countChanged();
  Q_EMIT currentChanged();
}

void ModelLibrary::select(int index) {
  if (index < 0 || index >= count() || index == m_current) return;
  const ModelEntry& entry = m_entries[static_cast<std::size_t>(index)];
  if (entry.info && entry.problem.empty()) use(*entry.info, index);
}

void ModelLibrary::retry() {
  if (m_model.name.empty()) {
    rescan();
    selectByName({});
  } else if (m_state == State::Failed) {
    Q_EMIT loadRequested(m_model);
  }
}

void ModelLibrary::selectByName(const QString& nameOrFolder) {
  try {
    const ModelInfo model = findModel(nameOrFolder.toStdString(), m_where);
    use(model, indexOf(model.name));
  } catch (const Error& error) {
    const auto usable = std::find_if(m_entries.begin(), m_entries.end(),
                                     [](const ModelEntry& entry) { return entry.info && entry.problem.empty(); });
    if (nameOrFolder.isEmpty() && usable != m_entries.end())
      use(*usable->info, static_cast<int>(usable - m_entries.begin()));
    else
      setState(State::Failed, problemText(error).text, problemText(error).hint);
  }
}

void ModelLibrary::use(const ModelInfo& model, int index) {
  m_model = model;
  m_current = index;
  m_hasThumbnails = hasStrip(model);
  Q_EMIT currentChanged();
  Q_EMIT loadRequested(m_model);
}

int ModelLibrary::indexOf(const std::string& name) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                  [&](const ModelEntry& entry) { return entry.info && entry.info->name == name; });
  return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

void ModelLibrary::showLoading() {
  m_deviceText.clear();
  m_deviceReason.clear();
  setState(State::Loading);
}

void ModelLibrary::showReady(const RuntimeInfo& runtime) {
  m_deviceText = deviceLabel(runtime);
  m_deviceReason = capitalised(reasonText(runtime.reason));
  m_torchVersion = text(runtime.torchVersion);
  setState(State::Ready);
}

void ModelLibrary::setMemoryUse(const MemoryUse& use, quint64 deviceBytes) {
  if (use == m_memoryUse && deviceBytes == m_deviceBytes) return;
  m_memoryUse = use;
  m_deviceBytes = deviceBytes;
  if (count() > 0) Q_EMIT dataChanged(index(0), index(count() - 1), {MemoryRole, MemoryDetailRole, TightRole});
}

QString ModelLibrary::userFolderText() const {
  return folderText(userFolder());
}

QString ModelLibrary::userFolder() const {
  try {
    return text(ModelSearchPath::userFolder().string());
  } catch (const Error&) {
    return {};
  }
}

void ModelLibrary::showFailed(const QString& problem, const QString& hint) {
  setState(State::Failed, problem, hint);
}

void ModelLibrary::setState(State state, const QString& problem, const QString& hint) {
  m_state = state;
  m_problem = capitalised(problem);
  m_problemHint = capitalised(hint);
  Q_EMIT stateChanged();
}

}  // namespace lpd::studio
