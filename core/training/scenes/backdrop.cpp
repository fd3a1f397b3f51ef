#include "training/scenes/backdrop.h"

#include <array>

namespace lpd::scenes {

Paper paintPaper(const Brush& brush, Dice& dice) {
  static constexpr std::array<Paper, 7> kPapers{{
      {0xfdf3e1, 0xfbd9c0},
      {0xe3f6f5, 0xb6e2e4},
      {0xf7e8f6, 0xe2c2e8},
      {0xfff6d6, 0xffe29a},
      {0xe6f3cf, 0xb5d99c},
      {0xdceefb, 0xa9d0f0},
      {0x2b2d52, 0x4b4f8a, true},
  }};
  const Paper paper = dice.pick(kPapers);
  const Color stops[] = {paper.top, paper.bottom};
  brush.verticalGradient(0, 0, kSide, stops);
  brush.glow({dice.real(100, 156), dice.real(90, 130)}, 125, lighter(paper.top, 0.5), paper.dark ? 0.35 : 0.6);
  return paper;
}

}  // namespace lpd::scenes
