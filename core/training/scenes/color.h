#pragma once

#include <cstdint>

namespace lpd::scenes {

/// An opaque sRGB colour. Made from 0xRRGGBB, so that palettes read as they do in any drawing program.
struct Color {
  std::uint8_t r = 0, g = 0, b = 0;

  constexpr Color() = default;
  constexpr Color(std::uint32_t hex)
      : r(static_cast<std::uint8_t>(hex >> 16)),
        g(static_cast<std::uint8_t>(hex >> 8)),
        b(static_cast<std::uint8_t>(hex)) {}
  constexpr bool operator==(const Color&) const = default;
};

inline constexpr Color kWhite = 0xffffff;
inline constexpr Color kInk = 0x14141e;

/// `a` at share 0, `b` at share 1.
constexpr Color mix(Color a, Color b, double share) {
  const auto channel = [share](int from, int to) {
    return static_cast<std::uint32_t>(from + (to - from) * share + 0.5);
  };
  return channel(a.r, b.r) << 16 | channel(a.g, b.g) << 8 | channel(a.b, b.b);
}

/// Shadows lean towards a deep violet: grey shadows look dirty in flat pictures.
constexpr Color darker(Color color, double amount) {
  return mix(color, 0x0f0c28, amount);
}

constexpr Color lighter(Color color, double amount) {
  return mix(color, kWhite, amount);
}

}  // namespace lpd::scenes
