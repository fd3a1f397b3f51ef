#pragma once

#include "backends/device.h"
#include "training/optim/optimizer.h"
#include "training/optim/rate_schedule.h"
#include "training/optim/weight_average.h"
#include "training/run/checkpoint.h"
#include "training/run/metrics.h"
#include "training/run/pace.h"
#include "training/run/processes.h"
#include "training/transformer/batch_feed.h"
#include "training/transformer/model_export.h"

#include <lpd/training.h>

#include <memory>
#include <optional>

namespace lpd::training {

/// One run of `lpd train transformer`: a step is drawn, computed in passes, averaged over the processes, clipped and
/// applied; held-out figures, checkpoints and samples come in between.
class TransformerTrainer {
 public:
  explicit TransformerTrainer(const TrainOptions& options);
  TrainOutcome run(const TrainObserver& observer, std::stop_token stop);

 private:
  struct Figures {
    double loss;
    double gradientNorm;
    double rate;  ///< as a share of the full one
  };
  struct Heldout {
    double lpd;
    double random;
  };

  void start(const TrainObserver& observer);
  void startAt(NamedTensors weights, const TrainObserver& observer);
  void resumeFrom(const Checkpoint& checkpoint);
  Figures step(const TeacherForcedBatch& batch);
  double backward(const TeacherForcedBatch& batch);
  void averageGradients();
  Heldout measureHeldout();
  double heldoutLoss(OrderKind kind);
  void save();
  void writeModel();
  void note(const Figures& figures, const TrainObserver& observer);
  void tell(const TrainObserver& observer, const std::string& what) const;
  void tellWhereItStands(const TrainObserver& observer) const;  ///< of a resumed run
  PassOptions passOptions() const;

  TrainOptions options_;
  ProcessPlace place_;
  ChosenDevice chosen_;
  TokenCache cache_;
  TransformerRecipe recipe_;
  BatchShare share_;
  std::unique_ptr<Processes> processes_;
  ModelExport exporter_;
  TrainableTransformer model_;
  WeightAverage average_;
  std::vector<std::pair<std::unique_ptr<Optimizer>, double>> optimizers_;  ///< each with its rate
  RateSchedule schedule_;
  CheckpointFolder checkpoints_;
  std::int64_t done_ = 0;  ///< steps
  std::optional<MetricsFile> metrics_;
  std::optional<Pace> pace_;
};

}  // namespace lpd::training
