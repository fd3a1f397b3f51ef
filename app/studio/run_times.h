#pragma once

#include "picture.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace lpd::studio {

/// How long runs took, and what that says about runs to come: the same model with the same number of steps takes as
/// long again; another number of steps is scaled from the nearest one that is known.
class RunTimes {
 public:
  void add(const Run& run, double milliseconds);
  /// Milliseconds the run will take; nothing where its model has not run yet.
  std::optional<double> estimate(const Run& run) const;

 private:
  using Key = std::tuple<std::string, bool, int>;  // model's folder, guided, steps
  static Key keyOf(const Run& run);
  std::map<Key, double> m_msPerImage;
};

/// Steps of a request: those of its explicit group sizes, or the number asked for.
int stepsOf(const GenerationRequest& request);

}  // namespace lpd::studio
