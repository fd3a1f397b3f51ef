#pragma once

#include <stop_token>
#include <thread>

namespace lpd::cli {

/// While it lives, Ctrl+C (SIGINT) and SIGTERM ask for a stop instead of ending the program; a second one ends it at
/// once. Signals are read from a descriptor on a thread of their own, so nothing runs in a signal handler. Create it
/// before any other thread: they inherit the blocked signals.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const { return source_.get_token(); }

 private:
  void watch();

  std::stop_source source_;
  int signals_ = -1;  // signalfd
  int wake_ = -1;     // eventfd: the destructor's way to end the thread
  std::thread thread_;
};

}  // namespace lpd::cli
