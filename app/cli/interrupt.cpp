#include "interrupt.h"

#include <lpd/error.h>

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cstdint>

namespace lpd::cli {

namespace {

sigset_t stopSignals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

Interrupt::Interrupt() {
  const sigset_t set = stopSignals();
  // Shells start background jobs with SIGINT ignored, and an ignored signal never reaches the descriptor.
  ::signal(SIGINT, SIG_DFL);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signals_ = ::signalfd(-1, &set, SFD_CLOEXEC);
  wake_ = ::eventfd(0, EFD_CLOEXEC);
  if (signals_ < 0 || wake_ < 0) throw Error(ErrorCode::Io, "the system has no descriptors left");
  thread_ = std::thread([this] { watch(); });
}

Interrupt::~Interrupt() {
  const std::uint64_t one = 1;
  if (::write(wake_, &one, sizeof one) == sizeof one) thread_.join();
  ::close(signals_);
  ::close(wake_);
}

void Interrupt::watch() {
  for (;;) {
    pollfd waiting[] = {{signals_, POLLIN, 0}, {wake_, POLLIN, 0}};
    if (::poll(waiting, 2, -1) < 0) continue;
    if (waiting[1].revents) return;
    signalfd_siginfo info{};
    if (::read(signals_, &info, sizeof info) != sizeof info) continue;
    if (!source_.request_stop()) {  // asked before: end now, as if the signal had never been caught
      const sigset_t set = stopSignals();
      ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
      ::raise(static_cast<int>(info.ssi_signo));
    }
  }
}

}  // namespace lpd::cli
