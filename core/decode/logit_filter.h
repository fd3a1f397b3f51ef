#pragma once

#include "decode/token_weights.h"

namespace lpd {

/// Keeps values >= the k-th largest, ties included; everything where k is 0 or at least the vocabulary.
LogitCut topKCut(const TokenWeights& weights, int k);

/// Drops every token whose preceding cumulative probability, in descending order (lower index first among equals),
/// exceeds p; the first always stays. Works on the weights as they are: entries of weight 0 count as gone. p >= 1
/// returns `current`.
LogitCut topPCut(const TokenWeights& weights, double p, const LogitCut& current);

}  // namespace lpd
