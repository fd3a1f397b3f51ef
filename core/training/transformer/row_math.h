#pragma once

#include <cstdint>

/// The loops over single rows that training on a CPU spends its time in beside matrix products. Torch-free and compiled
/// for AVX2 as well; both versions give the same numbers.
namespace lpd::training {

/// The cells of a row of scores that are visible: [0, prefix) and [ownBegin, ownEnd); prefix <= ownBegin.
struct VisibleCells {
  int prefix = 0;
  int ownBegin = 0;
  int ownEnd = 0;
};

/// Scores become probabilities, softmax(scale * score) over the visible cells and 0 elsewhere. Returns the logarithm of
/// the sum of exponentials, from which repeatSoftmax finds the same probabilities again.
float softmaxRow(float* scores, int width, const VisibleCells& visible, float scale);
void repeatSoftmax(float* scores, int width, const VisibleCells& visible, float scale, float logSum);

/// Gradients of probabilities become gradients of unscaled scores: p * (g - sum(p * g)) * scale.
void softmaxGradientRow(const float* probabilities, float* gradients, int width, float scale);

/// Which elements dropout keeps is a hash of (key, index): the backward pass finds the same again, nothing is stored.
struct DropRule {
  std::uint32_t threshold = 0;  ///< dropped where the hash is below: rate * 2^32
  float keptScale = 1;          ///< 1 / (1 - rate)

  static DropRule of(double rate);
};
std::uint32_t mixKey(std::uint32_t key, std::uint32_t word);  ///< an avalanche hash of both

/// out = dropped(in); in place is fine.
void dropRow(const float* in, float* out, int width, std::uint32_t key, const DropRule& rule);
/// out = sum + dropped(in).
void addDroppedRow(const float* sum, const float* in, float* out, int width, std::uint32_t key, const DropRule& rule);

}  // namespace lpd::training
