#include "base/task_pool.h"

#include <algorithm>
#include <chrono>

namespace lpd {
namespace {

/// Steps come a few tens of microseconds apart: helpers look out for the next job this long before they sleep.
constexpr std::chrono::microseconds kLookout{60};

void pause() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#else
  std::this_thread::yield();
#endif
}

}  // namespace

void TaskPool::Job::help() {
  for (;;) {
    const auto task = next.fetch_add(1, std::memory_order_relaxed);
    if (task >= tasks) return;
    try {
      call(work, task);
    } catch (...) {
      if (!failed.exchange(true)) failure = std::current_exception();
    }
    done.fetch_add(1, std::memory_order_release);
  }
}

TaskPool::TaskPool(int threads) {
  for (int i = 1; i < threads; ++i)
    helpers_.emplace_back([this](std::stop_token stop) { helpUntilStopped(stop); });
}

TaskPool::~TaskPool() {
  for (auto& helper : helpers_)
    helper.request_stop();
}

void TaskPool::runShared(std::int64_t tasks, const void* work, Call call) {
  const auto job = std::make_shared<Job>(tasks, work, call);
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(job);
    published_.fetch_add(1, std::memory_order_release);
  }
  wake_.notify_all();
  job->help();
  {
    const std::lock_guard lock(mutex_);
    jobs_.erase(std::find(jobs_.begin(), jobs_.end(), job));
  }
  // Only tasks that a helper is in the middle of are left.
  for (int spins = 0; job->done.load(std::memory_order_acquire) < tasks; ++spins) {
    if (spins < 1000)
      pause();
    else
      std::this_thread::yield();
  }
  if (job->failure) std::rethrow_exception(job->failure);
}

std::shared_ptr<TaskPool::Job> TaskPool::openJob() {
  const auto found = std::find_if(jobs_.begin(), jobs_.end(), [](const auto& job) { return !job->exhausted(); });
  return found == jobs_.end() ? nullptr : *found;
}

void TaskPool::helpUntilStopped(std::stop_token stop) {
  while (!stop.stop_requested()) {
    std::shared_ptr<Job> job;
    std::uint64_t seen = 0;
    {
      const std::lock_guard lock(mutex_);
      seen = published_.load(std::memory_order_relaxed);
      job = openJob();
    }
    if (job) {
      job->help();
      continue;
    }
    const auto until = std::chrono::steady_clock::now() + kLookout;
    while (published_.load(std::memory_order_acquire) == seen && std::chrono::steady_clock::now() < until)
      pause();
    std::unique_lock lock(mutex_);
    wake_.wait(lock, stop, [&] { return published_.load(std::memory_order_relaxed) != seen; });
  }
}

}  // namespace lpd
