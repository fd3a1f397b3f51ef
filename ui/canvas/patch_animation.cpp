#include "patch_animation.h"

#include <algorithm>

namespace {

constexpr float kArriveMs = 160, kGlowInMs = 80, kGlowOutMs = 320;

float outCubic(float t) {
  return 1 - (1 - t) * (1 - t) * (1 - t);
}

// Moves `value` towards `target` by a linear share; true while it is on its way.
bool move(float& value, bool target, float share) {
  value = target ? std::min(1.0f, value + share) : std::max(0.0f, value - share);
  return value != (target ? 1.0f : 0.0f);
}

int byte(float value) {
  return int(value * 255.0f + 0.5f);
}

}  // namespace

void PatchAnimation::resize(int count) {
  if (count == patches_.size()) return;
  patches_ = QList<Patch>(count);
  jump_ = true;
}

void PatchAnimation::setTargets(const Targets& targets) {
  const auto known = std::min(patches_.size(), targets.stepOfPosition.size());
  for (qsizetype i = 0; i < patches_.size(); ++i) {
    const int step = i < known ? targets.stepOfPosition[i] : -1;
    Patch& patch = patches_[i];
    patch.shown = step >= 0 && step < targets.shown;
    patch.glows = targets.glow && step >= 0 && step == targets.current;
    patch.dotted = step >= 0 && step == targets.next;
    if (!patch.shown) patch.arrival = 0;  // scrubbing back takes patches away at once
  }
  if (jump_) finish();
  jump_ = false;
}

bool PatchAnimation::advance(int ms) {
  bool moving = false;
  for (Patch& patch : patches_) {
    moving |= move(patch.arrival, patch.shown, ms / kArriveMs);
    moving |= move(patch.glow, patch.glows, ms / (patch.glows ? kGlowInMs : kGlowOutMs));
  }
  return moving;
}

float PatchAnimation::revealed(int position) const {
  return position < patches_.size() ? outCubic(patches_[position].arrival) : 0.0F;
}

QImage PatchAnimation::image(int columns, int rows) const {
  QImage image(std::max(1, columns), std::max(1, rows), QImage::Format_RGBX8888);
  image.fill(Qt::black);
  for (int row = 0; row < rows; ++row) {
    uchar* line = image.scanLine(row);
    for (int column = 0; column < columns && row * columns + column < patches_.size(); ++column) {
      const Patch& patch = patches_[row * columns + column];
      line[column * 4] = uchar(byte(outCubic(patch.arrival)));
      // Out-quad on the way out: squared here, since the value runs from 1 to 0.
      line[column * 4 + 1] = uchar(byte(patch.glows ? patch.glow : patch.glow * patch.glow));
      line[column * 4 + 2] = patch.dotted ? 255 : 0;
    }
  }
  return image;
}

void FrameClock::begin() {
  if (state() == Running) return;
  m_last = 0;
  start();
}

void FrameClock::updateCurrentTime(int currentTime) {
  const int passed = currentTime - m_last;
  m_last = currentTime;
  if (state() == Running && passed > 0) m_tick(passed);
}
