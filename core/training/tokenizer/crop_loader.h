#pragma once

#include "base/task_pool.h"
#include "training/data/pictures.h"
#include "training/run/processes.h"
#include "training/tokenizer/tokenizer_recipe.h"

#include <torch/types.h>

#include <future>

namespace lpd::training {

/// This process's share of every step's batch, fp32 [count, 3, pixels, pixels] in [-1, 1] on the CPU; the next one is
/// prepared while the current one is trained on. Which picture, flip and crop depend on (seed, step, item of the joint
/// batch) alone.
class CropLoader {
 public:
  CropLoader(const PictureSource& source, const TokenizerRecipe& recipe, const ProcessPlace& place, int threads);
  ~CropLoader();

  torch::Tensor batch(std::int64_t step);

 private:
  torch::Tensor load(std::int64_t step) const;

  const PictureSource& source_;
  const TokenizerRecipe& recipe_;
  ProcessPlace place_;
  mutable TaskPool pool_;
  std::int64_t prepared_ = -1;
  std::future<torch::Tensor> next_;
};

/// Whole pictures as one tensor [n, 3, size, size].
torch::Tensor stacked(const std::vector<Image>& pictures);

}  // namespace lpd::training
