#pragma once

#include <chrono>
#include <string>

namespace lpd::cli {

/// A bar with the time left, on stderr, only where that is a terminal and `quiet` is not set. It removes itself.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// What happens now, without a measure.
  void say(const std::string& what);
  /// `fraction` of the work is done, counted from the last say() or the start. Cheap to call often.
  void show(double fraction, const std::string& what);
  /// A line of its own that stays, where the bar is shown.
  void note(const std::string& line);
  /// Wipes the bar so that other lines can be written.
  void clear();
  bool active() const { return active_; }  ///< whether anyone sees it

 private:
  using Clock = std::chrono::steady_clock;
  void draw(const std::string& line);

  bool active_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
};

}  // namespace lpd::cli
