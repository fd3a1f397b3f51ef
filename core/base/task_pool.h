#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace lpd {

/// Threads that help whoever calls run(). Tasks are claimed one by one, and the caller never waits for a helper that
/// has not begun one: on a machine that is busy otherwise (a window being drawn, a compiler) a step takes what one
/// thread would take, where OpenMP's barrier would wait for its slowest thread every time.
///
/// run() may be called from several threads at once; their helpers are shared.
class TaskPool {
 public:
  /// `threads` in all, the caller's included; >= 1.
  explicit TaskPool(int threads);
  ~TaskPool();
  TaskPool(const TaskPool&) = delete;
  TaskPool& operator=(const TaskPool&) = delete;

  int threads() const { return static_cast<int>(helpers_.size()) + 1; }

  /// Calls work(0) ... work(tasks - 1), each once, in any order and on any thread; returns when all are done. If one
  /// throws, others may still be called; then the first exception is rethrown.
  template <typename Work>
  void run(std::int64_t tasks, const Work& work) {
    if (tasks <= 1 || helpers_.empty()) {
      for (std::int64_t task = 0; task < tasks; ++task)
        work(task);
      return;
    }
    runShared(tasks, &work, [](const void* self, std::int64_t task) { (*static_cast<const Work*>(self))(task); });
  }

 private:
  using Call = void (*)(const void*, std::int64_t);
  struct Job {
    std::int64_t tasks;
    const void* work;  ///< valid while a claimed task is not done
    Call call;
    std::atomic<std::int64_t> next{0};
    std::atomic<std::int64_t> done{0};

    Job(std::int64_t tasks, const void* work, Call call) : tasks(tasks), work(work), call(call) {}
    std::atomic<bool> failed{false};
    std::exception_ptr failure;  ///< the first; written before its task counts as done
    void help();                 ///< claims and runs tasks until none is left
    bool exhausted() const { return next.load(std::memory_order_relaxed) >= tasks; }
  };

  void runShared(std::int64_t tasks, const void* work, Call call);
  void helpUntilStopped(std::stop_token stop);
  std::shared_ptr<Job> openJob();

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::vector<std::shared_ptr<Job>> jobs_;
  std::atomic<std::uint64_t> published_{0};  ///< jobs ever published: what idle helpers watch before they sleep
  std::vector<std::jthread> helpers_;
};

}  // namespace lpd
