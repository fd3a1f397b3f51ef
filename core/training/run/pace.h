#pragma once

#include <chrono>
#include <cstdint>

namespace lpd::training {

/// How fast a run is and how long it still takes, from a running mean that forgets over about fifty steps.
class Pace {
 public:
  /// `done` of `total` units of work are behind us; units are what takes about equally long, such as pixels.
  Pace(double done, double total) : done_(done), total_(total) {}

  /// A step of `units` of work on `pictures` pictures has ended.
  void stepDone(double units, double pictures) {
    const auto now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - last_).count();
    last_ = now;
    done_ += units;
    seconds_ = seconds_ * kMemory + seconds;
    units_ = units_ * kMemory + units;
    pictures_ = pictures_ * kMemory + pictures;
  }
  /// What happened since the last step (saving, measuring) is not a step's time.
  void skipTime() { last_ = Clock::now(); }

  double picturesPerSecond() const { return seconds_ > 0 ? pictures_ / seconds_ : 0; }
  double secondsLeft() const { return units_ > 0 ? (total_ - done_) * seconds_ / units_ : 0; }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr double kMemory = 0.98;

  double done_, total_;
  double seconds_ = 0, units_ = 0, pictures_ = 0;
  Clock::time_point last_ = Clock::now();
};

}  // namespace lpd::training
