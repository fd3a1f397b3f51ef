#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace lpd {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;

  std::string hex() const;   ///< "#RRGGBB"
  double luminance() const;  ///< relative luminance of the sRGB colour, 0..1 (WCAG 2)
};

/// The step colour map "Dusk" on a dark ground: step 0 deep blue to the last step pale yellow, lightness rising evenly,
/// linear between nine stops. A single step has the first colour.
Colour stepColour(int step, int steps);

/// Whether dark text reads better than white on a step colour.
bool wantsDarkText(const Colour& background);

}  // namespace lpd
