#include "patch_facts.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QVariantList>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lpd::studio {

namespace {

constexpr int kMostLooks = 36;

/// What the window distinguishes picks by.
QString pickWord(Pick pick) {
  switch (pick) {
    case Pick::Start:
      return QStringLiteral("start");
    case Pick::Proximity:
      return QStringLiteral("proximity");
    case Pick::Spread:
      return QStringLiteral("spread");
    case Pick::Pattern:
      return QStringLiteral("pattern");
  }
  return {};
}

QString pickLabel(Pick pick) {
  switch (pick) {
    case Pick::Start:
      return QCoreApplication::translate("PatchFacts", "Start");
    case Pick::Proximity:
      return QCoreApplication::translate("PatchFacts", "Proximity pick");
    case Pick::Spread:
      return QCoreApplication::translate("PatchFacts", "Spread pick");
    case Pick::Pattern:
      return QCoreApplication::translate("PatchFacts", "Pattern");
  }
  return {};
}

/// The finished patches around `position` when its step began, each with its share of the support score.
QVariantList finishedNeighbours(const Picture& picture, int position) {
  const Grid& grid = picture.plan.grid;
  const int step = picture.stepOfPosition[static_cast<std::size_t>(position)];
  QVariantList neighbours;
  for (int dy = -1; dy <= 1; ++dy)
    for (int dx = -1; dx <= 1; ++dx) {
      const int row = grid.row(position) + dy;
      const int column = grid.column(position) + dx;
      if ((dx == 0 && dy == 0) || row < 0 || row >= grid.height || column < 0 || column >= grid.width) continue;
      const int other = grid.position(row, column);
      const int otherStep = picture.stepOfPosition[static_cast<std::size_t>(other)];
      if (otherStep < 0 || otherStep >= step) continue;
      neighbours.append(QVariantMap{{QStringLiteral("position"), other},
                                    {QStringLiteral("weight"), 1.0 / std::hypot(dx, dy)},
                                    {QStringLiteral("step"), otherStep + 1}});
    }
  return neighbours;
}

void addReason(QVariantMap& facts, const PlacementReason& reason) {
  facts[QStringLiteral("pick")] = pickWord(reason.pick);
  facts[QStringLiteral("pickLabel")] = pickLabel(reason.pick);
  facts[QStringLiteral("support")] = reason.support;
  facts[QStringLiteral("rank")] = reason.rank;
  facts[QStringLiteral("candidates")] = reason.candidates;
  facts[QStringLiteral("nearest")] = reason.nearestInGroup;
  facts[QStringLiteral("blockedBy")] = reason.blockedBy;
  facts[QStringLiteral("deferredBy")] = reason.deferredBy;
  facts[QStringLiteral("deferredAtStep")] = reason.deferredAtStep < 0 ? -1 : reason.deferredAtStep + 1;
}

QVariantList choices(const Picture& picture, const std::vector<TokenChoice>& alternatives) {
  QVariantList list;
  for (const TokenChoice& choice : alternatives) {
    const QImage swatch = picture.swatches ? picture.swatches->image(choice.token) : QImage();
    list.append(QVariantMap{{QStringLiteral("token"), choice.token},
                            {QStringLiteral("probability"), choice.probability},
                            {QStringLiteral("swatch"), swatch}});
  }
  return list;
}

void addChoice(QVariantMap& facts, const Picture& picture, int position, const StepRecord* record) {
  facts[QStringLiteral("made")] = record != nullptr;
  facts[QStringLiteral("known")] = false;  // probability and entropy: a stored picture may not have them
  facts[QStringLiteral("token")] = -1;
  facts[QStringLiteral("probability")] = 0.0;
  facts[QStringLiteral("entropy")] = 0.0;
  facts[QStringLiteral("alternatives")] = QVariantList();
  if (!record) return;
  const auto found = std::find(record->positions.begin(), record->positions.end(), position);
  const auto at = static_cast<std::size_t>(found - record->positions.begin());
  facts[QStringLiteral("token")] = record->tokens.at(at);
  facts[QStringLiteral("known")] = !std::isnan(record->probability.at(at));
  if (!std::isnan(record->probability.at(at))) facts[QStringLiteral("probability")] = record->probability.at(at);
  if (!std::isnan(record->entropy.at(at))) facts[QStringLiteral("entropy")] = record->entropy.at(at);
  facts[QStringLiteral("alternatives")] = choices(picture, record->alternatives.at(at));
}

/// What stands at `position`: cut out of the picture, or the token's swatch until there is one; null before that.
QImage lookOf(const Picture& picture, int position) {
  const Grid& grid = picture.plan.grid;
  if (!picture.image.isNull()) {
    const int width = picture.image.width() / grid.width;
    const int height = picture.image.height() / grid.height;
    return picture.image.copy(grid.column(position) * width, grid.row(position) * height, width, height);
  }
  return picture.swatches ? picture.swatches->image(picture.tokens.at(static_cast<std::size_t>(position))) : QImage();
}

/// 1-based place of a patch within its step.
int placeInStep(const Picture& picture, int index, int step) {
  const auto& sizes = picture.plan.groupSizes;
  return index + 1 - std::accumulate(sizes.begin(), sizes.begin() + step, 0);
}

/// The patches of a step next to each other, nine a row, with round corners; at most kMostLooks of them.
QImage looksOf(const Picture& picture, const std::vector<int>& positions) {
  constexpr int kSide = 52, kPitch = 62, kColumns = 9;
  constexpr double kRadius = 10;
  const int count = std::min(static_cast<int>(positions.size()), kMostLooks);
  if (count == 0) return {};
  const int rows = (count + kColumns - 1) / kColumns;
  QImage sheet(kColumns * kPitch - (kPitch - kSide), rows * kPitch - (kPitch - kSide),
               QImage::Format_ARGB32_Premultiplied);
  sheet.fill(Qt::transparent);
  QPainter painter(&sheet);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  painter.setPen(Qt::NoPen);
  for (int i = 0; i < count; ++i) {
    const QRect place(i % kColumns * kPitch, i / kColumns * kPitch, kSide, kSide);
    const QImage look = lookOf(picture, positions[static_cast<std::size_t>(i)]);
    if (look.isNull()) continue;
    painter.setBrush(QBrush(look.scaled(place.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
    painter.setBrushOrigin(place.topLeft());
    painter.drawRoundedRect(place, kRadius, kRadius);
  }
  return sheet;
}

}  // namespace

QVariantMap stepFacts(const Picture& picture, int step) {
  const auto& sizes = picture.plan.groupSizes;
  const auto first = static_cast<std::size_t>(std::accumulate(sizes.begin(), sizes.begin() + step, 0));
  const auto count = static_cast<std::size_t>(sizes.at(static_cast<std::size_t>(step)));
  const auto& reasons = picture.plan.reasons;
  const auto picked = [&](Pick pick) {
    int found = 0;
    for (std::size_t i = first; i < first + count && i < reasons.size(); ++i)
      found += reasons[i].pick == pick ? 1 : 0;
    return found;
  };
  const bool made = step < picture.stepsMade();
  const std::vector<int> positions(picture.plan.order.begin() + static_cast<std::ptrdiff_t>(first),
                                   picture.plan.order.begin() + static_cast<std::ptrdiff_t>(first + count));
  return {{QStringLiteral("patches"), static_cast<int>(count)},
          {QStringLiteral("proximity"), picked(Pick::Proximity)},
          {QStringLiteral("spread"), picked(Pick::Spread)},
          {QStringLiteral("ms"), made ? picture.steps[static_cast<std::size_t>(step)].elapsedMs : 0.0},
          {QStringLiteral("looks"), made ? looksOf(picture, positions) : QImage()}};
}

QVariantMap patchFacts(const Picture& picture, int position) {
  const Grid& grid = picture.plan.grid;
  const int step = picture.stepOfPosition.at(static_cast<std::size_t>(position));
  const int index = picture.indexOfPosition.at(static_cast<std::size_t>(position));
  QVariantMap facts{{QStringLiteral("position"), position},
                    {QStringLiteral("row"), grid.row(position) + 1},
                    {QStringLiteral("column"), grid.column(position) + 1},
                    {QStringLiteral("step"), step + 1},
                    {QStringLiteral("groupSize"), picture.plan.groupSizes.at(static_cast<std::size_t>(step))},
                    {QStringLiteral("number"), index + 1},
                    {QStringLiteral("place"), placeInStep(picture, index, step)},
                    {QStringLiteral("look"), lookOf(picture, position)},
                    {QStringLiteral("neighbours"), finishedNeighbours(picture, position)}};
  const auto& reasons = picture.plan.reasons;
  addReason(facts, static_cast<std::size_t>(index) < reasons.size() ? reasons[static_cast<std::size_t>(index)]
                                                                    : PlacementReason());
  addChoice(facts, picture, position,
            step < picture.stepsMade() ? &picture.steps[static_cast<std::size_t>(step)] : nullptr);
  return facts;
}

}  // namespace lpd::studio
