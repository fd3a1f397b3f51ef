#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace lpd::cli {

namespace {

constexpr int kBarWidth = 28;
constexpr auto kInterval = std::chrono::milliseconds(80);

std::string readableTime(double seconds) {
  const auto whole = static_cast<long>(std::lround(seconds));
  char text[32];
  if (whole >= 3600)
    std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
  else
    std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
  return text;
}

}  // namespace

Progress::Progress(bool quiet) : active_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  clear();
}

void Progress::say(const std::string& what) {
  start_ = Clock::now();
  last_ = {};
  if (active_) draw(what);
}

void Progress::show(double fraction, const std::string& what) {
  if (!active_) return;
  const auto now = Clock::now();
  if (now - last_ < kInterval && fraction < 1) return;
  last_ = now;
  fraction = std::clamp(fraction, 0.0, 1.0);
  const int filled = static_cast<int>(fraction * kBarWidth);
  std::string bar;
  for (int i = 0; i < kBarWidth; ++i)
    bar += i < filled ? "━" : "─";
  char percent[16];
  std::snprintf(percent, sizeof percent, " %3d %%", static_cast<int>(fraction * 100));
  std::string line = bar + percent + "  " + what;
  const double elapsed = std::chrono::duration<double>(now - start_).count();
  if (fraction > 0.02 && fraction < 1) line += "  " + readableTime(elapsed / fraction * (1 - fraction)) + " left";
  draw(line);
}

void Progress::draw(const std::string& line) {
  std::fprintf(stderr, "\r\x1b[2K%s", line.c_str());
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::note(const std::string& line) {
  if (!active_) return;
  clear();
  std::fprintf(stderr, "lpd: %s\n", line.c_str());
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[2K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace lpd::cli
