#include "training/transformer/batch_feed.h"

namespace lpd::training {

BatchFeed::BatchFeed(BatchMaker& maker, std::int64_t firstStep, std::int64_t endStep, std::int64_t first,
                     std::int64_t count)
    : thread_([this, &maker, firstStep, endStep, first, count](std::stop_token stop) {
        work(stop, maker, firstStep, endStep, first, count);
      }) {}

void BatchFeed::work(std::stop_token stop, BatchMaker& maker, std::int64_t step, std::int64_t endStep,
                     std::int64_t first, std::int64_t count) {
  try {
    for (; step < endStep; ++step) {
      auto batch = maker.make(step, first, count);
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [this] { return ready_.size() < kAhead; })) return;
      ready_.push_back(std::move(batch));
      changed_.notify_all();
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    failure_ = std::current_exception();
    changed_.notify_all();
  }
}

TeacherForcedBatch BatchFeed::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !ready_.empty() || failure_; });
  if (ready_.empty()) std::rethrow_exception(failure_);
  auto batch = std::move(ready_.front());
  ready_.pop_front();
  changed_.notify_all();
  return batch;
}

}  // namespace lpd::training
