#pragma once

#include "training/transformer/batch_maker.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace lpd::training {

/// Makes the batches of the next steps on a thread of its own while the current one is computed: planning LPD orders
/// costs the training no time.
class BatchFeed {
 public:
  /// Batches of steps firstStep .. endStep - 1, this process's `count` items from `first` on. `maker` is used by the
  /// feed alone as long as it exists.
  BatchFeed(BatchMaker& maker, std::int64_t firstStep, std::int64_t endStep, std::int64_t first, std::int64_t count);

  /// The next step's batch. Rethrows what making it threw.
  TeacherForcedBatch next();

 private:
  void work(std::stop_token stop, BatchMaker& maker, std::int64_t step, std::int64_t endStep, std::int64_t first,
            std::int64_t count);

  static constexpr std::size_t kAhead = 3;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<TeacherForcedBatch> ready_;
  std::exception_ptr failure_;
  std::jthread thread_;  ///< last: stops before the rest goes
};

}  // namespace lpd::training
