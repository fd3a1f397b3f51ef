#include "gallery_filter.h"

#include "history_images.h"
#include "model_library.h"
#include "wording.h"

#include <lpd/error.h>

#include <QtCore/QVariantMap>

#include <utility>

namespace lpd::studio {

namespace {

const QString kOrder = QStringLiteral("order:");
const QString kModel = QStringLiteral("model:");

}  // namespace

GalleryFilter::GalleryFilter(const ModelLibrary& models, QObject* parent) : QObject(parent), m_models(models) {
  connect(&m_models, &ModelLibrary::countChanged, this, &GalleryFilter::offer);
}

template <class T>
void GalleryFilter::set(T& field, const T& value) {
  if (field == value) return;
  field = value;
  Q_EMIT changed();
}

bool GalleryFilter::narrowed() const {
  HistoryFilter all;
  all.oldestFirst = m_filter.oldestFirst;
  HistoryFilter now = m_filter;
  now.search = now.search.trimmed();
  return !(now == all);
}

void GalleryFilter::setSearch(const QString& text) {
  set(m_filter.search, text);
}

void GalleryFilter::setCollection(const QString& collection) {
  const bool known = collection == QLatin1String("all") || collection == QLatin1String("starred") ||
                     collection == QLatin1String("race");
  if (!known || (collection == m_collection && m_filter.subject.isEmpty())) return;
  m_collection = collection;
  m_filter.starredOnly = collection == QLatin1String("starred");
  m_filter.kind = collection == QLatin1String("race") ? collection : QString();
  m_filter.subject.clear();
  Q_EMIT changed();
}

void GalleryFilter::setSubject(const QString& subject) {
  if (subject == m_filter.subject) return;
  m_filter.subject = subject;
  m_collection = QStringLiteral("all");
  m_filter.starredOnly = false;
  m_filter.kind.clear();
  Q_EMIT changed();
}

void GalleryFilter::setOrder(const QString& order) {
  set(m_filter.order, order);
}

void GalleryFilter::setModel(const QString& model) {
  set(m_filter.model, model);
}

void GalleryFilter::setOldestFirst(bool oldestFirst) {
  set(m_filter.oldestFirst, oldestFirst);
}

void GalleryFilter::setSteps(int fewest, int most) {
  if (fewest == m_filter.fewestSteps && most == m_filter.mostSteps) return;
  m_filter.fewestSteps = std::max(0, fewest);
  m_filter.mostSteps = std::max(0, most);
  Q_EMIT changed();
}

void GalleryFilter::choose(const QString& choice) {
  if (choice.startsWith(kOrder)) setOrder(choice.mid(kOrder.size()));
  if (choice.startsWith(kModel)) setModel(choice.mid(kModel.size()));
}

void GalleryFilter::clear() {
  const bool oldestFirst = m_filter.oldestFirst;
  const HistoryFilter before = std::exchange(m_filter, {});
  m_filter.oldestFirst = oldestFirst;
  const QString collection = std::exchange(m_collection, QStringLiteral("all"));
  if (!(before == m_filter) || collection != m_collection) Q_EMIT changed();
}

QString GalleryFilter::orderLabel(const QString& word) const {
  try {
    return studio::orderLabel(parseOrderKind(word.toStdString()));
  } catch (const Error&) {
    return word;
  }
}

QString GalleryFilter::modelLabel(const QString& name) const {
  return m_models.titleOf(name);
}

void GalleryFilter::setCounts(const HistoryCounts& counts, const QString& folder) {
  m_counts = counts;
  m_subjects.clear();
  for (const SubjectCount& subject : counts.subjects)
    m_subjects.append(QVariantMap{
        {QStringLiteral("subject"), subject.className},
        {QStringLiteral("title"), subjectTitle(subject.className)},
        {QStringLiteral("count"), subject.count},
        {QStringLiteral("thumbnail"), historyImageUrl(folder + QLatin1Char('/') + subject.newestFile, false)}});
  offer();
}

void GalleryFilter::offer() {
  m_choices.clear();
  const auto add = [this](const QString& value, const QString& label, const QString& detail) {
    m_choices.append(QVariantMap{
        {QStringLiteral("value"), value}, {QStringLiteral("label"), label}, {QStringLiteral("detail"), detail}});
  };
  for (const QString& order : m_counts.orders)
    add(kOrder + order, orderLabel(order), tr("Order"));
  for (const QString& model : m_counts.models)
    add(kModel + model, modelLabel(model), tr("Model"));
  Q_EMIT countsChanged();
}

}  // namespace lpd::studio
