#include "picture.h"

#include "wording.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cstring>

namespace lpd::studio {

bool isSameModel(const ModelInfo& a, const ModelInfo& b) {
  return a.name == b.name && a.folder == b.folder;
}

Picture::Picture(std::shared_ptr<const Run> ofRun, ImagePlan ofImage)
    : run(std::move(ofRun)), plan(std::move(ofImage)) {
  const auto count = static_cast<std::size_t>(plan.grid.count());
  stepOfPosition.assign(count, -1);
  indexOfPosition.assign(count, -1);
  tokens.assign(count, -1);
  std::size_t index = 0;
  for (std::size_t step = 0; step < plan.groupSizes.size(); ++step)
    for (int i = 0; i < plan.groupSizes[step] && index < plan.order.size(); ++i, ++index) {
      const auto position = static_cast<std::size_t>(plan.order[index]);
      stepOfPosition[position] = static_cast<int>(step);
      indexOfPosition[position] = static_cast<int>(index);
    }
}

void Picture::addStep(const StepRecord& record) {
  steps.push_back(record);
  for (std::size_t i = 0; i < record.positions.size(); ++i)
    tokens[static_cast<std::size_t>(record.positions[i])] = record.tokens[i];
}

qint64 Picture::sizeBytes() const {
  constexpr qint64 kPatchBytes = 256;  // its place in the order, why it is there, its token and the alternatives
  return image.sizeInBytes() + preview.sizeInBytes() + kPatchBytes * plan.grid.count();
}

QString Picture::title() const {
  return className(run->model, run->request.classes[static_cast<std::size_t>(plan.image)]);
}

QString Picture::indexText() const {
  if (run->request.classes.size() == 1) return {};
  return QCoreApplication::translate("Picture", "%1 of %2", "a picture of its run")
      .arg(plan.image + 1)
      .arg(run->request.classes.size());
}

QString Picture::seedText() const {
  return groupedInThrees(run->request.seed);
}

QString Picture::orderLabel() const {
  return studio::orderLabel(run->request.plan.kind);
}

ImageRecord recordOf(const Picture& picture) {
  ImageRecord record = makeRecord(picture.run->model, picture.run->request, picture.plan.image, picture.plan.order,
                                  picture.plan.groupSizes, picture.tokens);
  record.precision = picture.run->precision;
  return record;
}

QImage swatchSheetOf(const QImage& image, int columns, int rows) {
  return image
      .scaled(columns * SwatchTable::kSide, rows * SwatchTable::kSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
      .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QImage emptySwatchSheet(int columns, int rows) {
  QImage sheet(columns * SwatchTable::kSide, rows * SwatchTable::kSide, QImage::Format_ARGB32_Premultiplied);
  sheet.fill(Qt::transparent);
  return sheet;
}

QImage Picture::drawSwatches() const {
  QImage sheet = emptySwatchSheet(columns(), rows());
  if (!swatches) return image.isNull() ? sheet : swatchSheetOf(image, columns(), rows());
  for (int position = 0; position < plan.grid.count(); ++position)
    swatches->paint(sheet, plan.grid.column(position), plan.grid.row(position),
                    tokens[static_cast<std::size_t>(position)]);
  return sheet;
}

QImage toQImage(const Image& image) {
  if (image.empty()) return {};
  return QImage(image.rgb.data(), image.width, image.height, image.width * 3, QImage::Format_RGB888)
      .convertToFormat(QImage::Format_RGB32);
}

Image toImage(const QImage& image) {
  const QImage source = image.convertToFormat(QImage::Format_RGB888);
  Image result(source.width(), source.height());
  for (int y = 0; y < source.height(); ++y)
    std::memcpy(result.pixel(0, y), source.constScanLine(y), static_cast<std::size_t>(source.width()) * 3);
  return result;
}

}  // namespace lpd::studio
