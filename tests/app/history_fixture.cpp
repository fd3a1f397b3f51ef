#include "app/history_fixture.h"

#include "app/studio_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>

namespace lpd::studio::test {

std::shared_ptr<Picture> finishedPicture(quint64 seed, int classIndex) {
  auto run = std::make_shared<Run>();
  run->model = describedModel(4);
  run->model.transformerSha256 = std::string(64, 'b');
  run->request.classes = {classIndex};
  run->request.seed = seed;
  run->request.plan.kind = OrderKind::Lpd;
  run->request.plan.steps = 3;
  run->request.plan.groupSizes = {1, 6, 9};
  run->request.guidance = {4.5, GuidanceSchedule::Constant};
  run->request.sampling = {0.75, 12, 0.9, false};
  const PlannedOrder planned = explainOrder(
      {.kind = OrderKind::Lpd, .grid = {4, 4}, .groupSizes = {1, 6, 9}, .proximity = 1, .repulsion = 2, .seed = seed});
  ImagePlan plan;
  plan.grid = {4, 4};
  plan.groupSizes = {1, 6, 9};
  plan.order = planned.order;
  plan.reasons = planned.reasons;
  auto picture = std::make_shared<Picture>(run, plan);
  int index = 0;
  for (int step = 0; step < 3; ++step) {
    StepRecord record;
    record.step = step;
    record.firstIndex = index;
    record.elapsedMs = 10.5 + step;
    for (int i = 0; i < plan.groupSizes[static_cast<std::size_t>(step)]; ++i, ++index) {
      const int position = plan.order[static_cast<std::size_t>(index)];
      record.positions.push_back(position);
      record.tokens.push_back(position * 3);
      record.probability.push_back(0.05F * static_cast<float>(position));
      record.entropy.push_back(0.25F * static_cast<float>(position));
      record.alternatives.push_back({{position * 3, 0.5F}});
    }
    picture->addStep(record);
  }
  Image pixels(64, 64);
  for (std::size_t i = 0; i < pixels.rgb.size(); ++i)
    pixels.rgb[i] = static_cast<std::uint8_t>(i * 7 + seed);
  picture->image = toQImage(pixels);
  picture->finished = true;
  return picture;
}

HistoryPicture storedPicture(const QDateTime& created, quint64 seed, int classIndex) {
  return historyPicture(*finishedPicture(seed, classIndex), QStringLiteral("generated"), created.toMSecsSinceEpoch());
}

HistoryRow rowWith(const QString& className, const QString& order, int steps, quint64 seed, const QDateTime& created) {
  HistoryRow row;
  row.file = QStringLiteral("%1-%2-%3-%4.png").arg(className, order).arg(seed).arg(created.toMSecsSinceEpoch());
  row.className = className;
  row.model = QStringLiteral("scenes-256");
  row.seed = QString::number(seed);
  row.order = order;
  row.steps = steps;
  row.createdMs = created.toMSecsSinceEpoch();
  row.kind = QStringLiteral("generated");
  return row;
}

QStringList picturesIn(const QString& folder) {
  QStringList files;
  QDirIterator all(folder, {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
  while (all.hasNext()) {
    const QString name = QDir(folder).relativeFilePath(all.next());
    if (!name.startsWith(QLatin1String("trash/"))) files << name;
  }
  files.sort();
  return files;
}

}  // namespace lpd::studio::test
