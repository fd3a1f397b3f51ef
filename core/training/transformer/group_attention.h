#pragma once

#include "training/transformer/attention_layout.h"
#include "training/transformer/dropout.h"

namespace lpd::training {

/// Multi-head attention of a teacher-forced sequence, differentiable. `qkv` [B, L, 3 D] holds queries, keys and values
/// of all rows, heads side by side within each; returns [B, L, D], or [B, N, D] for the queries' rows alone
/// (`queriesOnly`, the last block: nothing reads the context's results).
///
/// On a CPU in fp32 it is written by hand: what the mask makes empty is not computed (about 0.3 of the square is left),
/// no mask or probability tensor exists, and the backward pass repeats the scores instead of storing them. Elsewhere it
/// is LibTorch's attention with a mask. `dropout` thins the probabilities.
torch::Tensor groupAttention(const torch::Tensor& qkv, const AttentionLayout& layout, int heads, bool queriesOnly,
                             const Dropout& dropout, std::uint32_t site);

/// The same by LibTorch's operations over the whole square: what a GPU runs.
torch::Tensor denseGroupAttention(const torch::Tensor& qkv, const AttentionLayout& layout, int heads, bool queriesOnly,
                                  double dropout);

}  // namespace lpd::training
