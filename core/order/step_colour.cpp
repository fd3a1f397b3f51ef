#include "order/step_colour.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace lpd {

namespace {

constexpr std::array<Colour, 9> kDusk = {{{0x3A, 0x3B, 0xA4},
                                          {0x69, 0x3F, 0xB2},
                                          {0x9D, 0x40, 0xAB},
                                          {0xCC, 0x45, 0x90},
                                          {0xED, 0x56, 0x6F},
                                          {0xFE, 0x75, 0x50},
                                          {0xFE, 0x9C, 0x51},
                                          {0xFE, 0xBD, 0x57},
                                          {0xFF, 0xDB, 0x6A}}};

std::uint8_t mix(std::uint8_t a, std::uint8_t b, double share) {
  return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

}  // namespace

std::string Colour::hex() const {
  char text[8];
  std::snprintf(text, sizeof text, "#%02X%02X%02X", red, green, blue);
  return text;
}

double Colour::luminance() const {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

Colour stepColour(int step, int steps) {
  const double t = steps > 1 ? std::clamp(static_cast<double>(step) / (steps - 1), 0.0, 1.0) : 0.0;
  const double scaled = t * static_cast<double>(kDusk.size() - 1);
  const auto stop = std::min(static_cast<std::size_t>(scaled), kDusk.size() - 2);
  const double share = scaled - static_cast<double>(stop);
  const Colour &a = kDusk[stop], &b = kDusk[stop + 1];
  return {mix(a.red, b.red, share), mix(a.green, b.green, share), mix(a.blue, b.blue, share)};
}

bool wantsDarkText(const Colour& background) {
  return background.luminance() > 0.20;
}

}  // namespace lpd
