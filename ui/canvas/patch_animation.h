#pragma once

#include <QAbstractAnimation>
#include <QImage>
#include <QList>

#include <functional>

// Which patches show and glow, moving towards their targets. Times are those of the motion table: a patch arrives in
// 160 ms (eased out), glow comes in 80 ms and leaves in 320 ms.
class PatchAnimation {
 public:
  // Positions are revealed where step < shown, glow where step == current, and carry a dot where step == next.
  struct Targets {
    QList<int> stepOfPosition;
    int shown = 0;
    int current = -1;
    int next = -1;
    bool glow = true;
  };

  void resize(int count);
  // Forgets where everything was: the next targets are reached at once.
  void jump() { jump_ = true; }
  void setTargets(const Targets& targets);
  // Moves on by `ms`; false when everything has arrived.
  bool advance(int ms);
  void finish() { advance(kFarAway); }

  // How far a position has been revealed, 0..1, eased.
  float revealed(int position) const;

  // One texel a position: red = revealed, green = glow, blue = dot.
  QImage image(int columns, int rows) const;

 private:
  static constexpr int kFarAway = 1 << 20;
  struct Patch {
    float arrival = 0, glow = 0;  // linear time, 0..1
    bool shown = false, glows = false, dotted = false;
  };
  QList<Patch> patches_;
  bool jump_ = true;
};

// Calls a function with the milliseconds passed, once a frame, while it runs.
class FrameClock : public QAbstractAnimation {
 public:
  explicit FrameClock(std::function<void(int)> tick, QObject* parent = nullptr)
      : QAbstractAnimation(parent), m_tick(std::move(tick)) {}
  int duration() const override { return -1; }
  void begin();

 protected:
  void updateCurrentTime(int currentTime) override;

 private:
  std::function<void(int)> m_tick;
  int m_last = 0;
};
