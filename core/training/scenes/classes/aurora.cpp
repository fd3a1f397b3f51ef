#include "training/scenes/classes/classes.h"
#include "training/scenes/plants.h"
#include "training/scenes/terrain.h"

#include <algorithm>
#include <cmath>

namespace lpd::scenes {

namespace {

constexpr int kLightSide = 128;  // pixels of the light's picture, which is stretched: aurora has no edges to keep

struct Curtain {
  double height, slope, wave, phase, reach, rays, rayPhase, strength;
};

Curtain pickCurtain(Dice& dice, int index) {
  Curtain curtain{};
  curtain.height = dice.real(98, 132) - 26 * index;
  curtain.slope = dice.real(-0.22, 0.22);
  curtain.wave = dice.real(32, 50);
  curtain.phase = dice.real(0, 6.28);
  curtain.reach = dice.real(36, 54);
  curtain.rays = dice.real(6, 9);
  curtain.rayPhase = dice.real(0, 6.28);
  curtain.strength = dice.real(0.55, 0.78);
  return curtain;
}

// Light fades slowly upwards from the curtain's lower edge, and at once below it.
void addCurtain(cv::Mat& light, const Curtain& curtain, Color low, Color high) {
  constexpr double kUnit = kSide / kLightSide;
  for (int column = 0; column < kLightSide; ++column) {
    const double x = (column + 0.5) * kUnit;
    const double edge = curtain.height + 17 * std::sin(x / curtain.wave + curtain.phase) + (x - 128) * curtain.slope;
    const double ray = curtain.strength * (0.76 + 0.24 * std::sin(x / curtain.rays + curtain.rayPhase));
    for (int row = 0; row < kLightSide; ++row) {
      const double above = edge - (row + 0.5) * kUnit;
      const double glow = ray * std::exp(above > 0 ? -above / curtain.reach : above / 6);
      if (glow < 0.004) continue;
      const Color hue = mix(low, high, std::clamp(above / 80, 0.0, 1.0));
      auto& pixel = light.at<cv::Vec3b>(row, column);
      const std::uint8_t channels[] = {hue.r, hue.g, hue.b};
      for (int c = 0; c < 3; ++c)
        pixel[c] = cv::saturate_cast<std::uint8_t>(pixel[c] + glow * channels[c]);
    }
  }
}

void paintAurora(const Brush& brush, Dice& dice) {
  struct Hues {
    Color low, high;
  };
  const Hues hues = dice.pick<Hues>(
      {{0x4dffa6, 0x6b4dff}, {0x5cffd1, 0x2e7bff}, {0x8cff66, 0x1fd1b0}, {0xff6bd6, 0x5c5cff}, {0x66ffcc, 0xd44dff}});
  cv::Mat light = cv::Mat::zeros(kLightSide, kLightSide, CV_8UC3);
  const int curtains = dice.whole(2, 3);
  for (int i = 0; i < curtains; ++i)
    addCurtain(light, pickCurtain(dice, i), hues.low, hues.high);
  brush.addLight(light);
}

void paintMountains(const Brush& brush, Dice& dice) {
  const Color stone = 0x22395f;
  const MountainColors colors{mix(stone, 0x4a6a9a, 0.45), stone, 0xd3e2f5, 0x7590bd};
  const int count = dice.whole(1, 3);
  for (int i = 0; i < count; ++i) {
    const double x = kSide * (i + dice.real(0.2, 0.8)) / count;
    const double height = dice.real(52, 80);
    paintMountain(brush, {x, 216 - height}, height * 2.5, height + 8, 1, colors, 0.42);
  }
}

}  // namespace

void drawAurora(Stage& stage) {
  const Brush& brush = stage.brush;
  Dice& dice = stage.dice;
  const Color air[] = {0x070b26, 0x10204d, 0x1d3f6b};
  brush.verticalGradient(0, 0, 220, air);
  stage.object(paintAurora);
  paintStars(brush, dice, dice.whole(9, 14), 112);
  paintMountains(brush, dice);
  const bool snowy = dice.chance(0.55);
  const Ridge field = paintHills(brush, dice, 208, 5, 1.2, snowy ? 0xd4e3f4 : 0x10213f);
  const Color pine = 0x081226;
  const int pines = dice.whole(5, 8);
  for (int i = 0; i < pines; ++i) {
    const double x = kSide * (i + dice.real(0.15, 0.85)) / pines;
    const double y = field.heightAt(x) + dice.real(16, 30);
    paintPineShadow(brush, {x, y}, dice.real(40, 70), pine);
  }
  paintHills(brush, dice, 241, 4, 1.2, snowy ? 0xa9c1de : 0x081226);
}

}  // namespace lpd::scenes
