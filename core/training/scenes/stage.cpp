#include "training/scenes/stage.h"

namespace lpd::scenes {

void Stage::object(const std::function<void(const Brush&, Dice&)>& paint) {
  if (!withObject_) return;
  surface_.forgetTouched();
  paint(brush, objectDice_);
  objectArea_ |= surface_.touched();
}

}  // namespace lpd::scenes
