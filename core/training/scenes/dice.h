#pragma once

#include "random/philox.h"

#include <array>
#include <cstddef>
#include <initializer_list>

namespace lpd::scenes {

/// What a picture's random numbers decide. The object has a stream of its own, so that leaving it out cannot change
/// anything else.
enum class SceneLayer : std::uint64_t { Surroundings = 0, Object = 1 };

/// The choices an illustrator makes, drawn from the Philox stream of (seed, class, layer).
/// Draw into named values before passing several to one function: the order of arguments' evaluation is unspecified.
class Dice {
 public:
  Dice(std::uint64_t seed, int classIndex, SceneLayer layer)
      : stream_(seed, static_cast<std::uint64_t>(classIndex) << 1 | static_cast<std::uint64_t>(layer),
                NoiseDomain::Scene) {}

  double real(double low, double high) { return low + (high - low) * stream_.uniform(); }
  /// Uniform on low..high, both included.
  int whole(int low, int high) {
    return low + static_cast<int>(stream_.below(static_cast<std::uint32_t>(high - low + 1)));
  }
  bool chance(double probability) { return stream_.uniform() < probability; }
  /// -1 or +1.
  int side() { return chance(0.5) ? 1 : -1; }
  /// Uniform on low..high, to the left (negative) as often as to the right.
  double eitherSide(double low, double high) {
    const double distance = real(low, high);
    return side() * distance;
  }

  template <class T>
  T pick(std::initializer_list<T> items) {
    return items.begin()[stream_.below(static_cast<std::uint32_t>(items.size()))];
  }
  template <class T, std::size_t N>
  const T& pick(const std::array<T, N>& items) {
    return items[stream_.below(static_cast<std::uint32_t>(N))];
  }

 private:
  PhiloxStream stream_;
};

}  // namespace lpd::scenes
