#pragma once

#include "training/optim/muon.h"
#include "training/transformer/attention_layout.h"
#include "training/transformer/dropout.h"

#include <lpd/model_info.h>

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace lpd::training {

/// Images for one pass of teacher forcing; all share the group sizes.
struct TeacherForcedBatch {
  torch::Tensor tokens;  ///< int64 [B, N], in generation order
  torch::Tensor orders;  ///< int64 [B, N], raster positions in generation order
  torch::Tensor labels;  ///< int64 [B]; classCount = unconditional
  GroupSizes groupSizes;
  std::vector<std::uint32_t> dropoutKeys;  ///< [B]; empty = no dropout
};

struct PassOptions {
  double dropout = 0;           ///< after each attention, inside and after each MLP
  double attentionDropout = 0;  ///< of the attention's probabilities
  bool bf16 = false;            ///< products in bfloat16; residual stream, norms and loss stay fp32
};

/// The transformer of reference section 2 in training form: parameters have the names and shapes of the released
/// layout, a pass covers whole images with teacher forcing (section 6) and is differentiable.
class TrainableTransformer {
 public:
  /// Start weights as MAR's: Xavier-uniform matrices, zero biases, embeddings and tables normal with deviation 0.02.
  TrainableTransformer(const TransformerConfig& config, const torch::Device& device, std::uint64_t seed);

  const TransformerConfig& config() const { return config_; }
  const torch::Device& device() const { return device_; }
  const Parameters& parameters() const { return parameters_; }  ///< in the released order
  const torch::Tensor& parameter(const std::string& name) const;
  /// Copies values in; throws InvalidFile (one is absent or of another shape).
  void load(const std::string& prefix, const NamedTensors& stored);

  /// The matrices inside the blocks, for Muon; and everything else.
  std::vector<MuonParameter> blockMatrices() const;
  Parameters otherParameters() const;

  /// Token embedding and head become random projections of the codebook [vocab, dim]: tokens that look alike start
  /// alike.
  void startFromCodebook(const torch::Tensor& codebook, std::uint64_t seed);

  /// fp32 [B, N, vocab] in generation order.
  torch::Tensor logits(const TeacherForcedBatch& batch, const PassOptions& options) const;
  /// Mean cross entropy over all tokens of all images, in nats.
  torch::Tensor loss(const TeacherForcedBatch& batch, const PassOptions& options) const;

 private:
  /// Whether bf16 passes go by bf16_layers.h instead of LibTorch's operations.
  bool byHand(bool bf16) const { return bf16 && device_.is_cpu(); }
  torch::Tensor norm(const std::string& name, const torch::Tensor& x, bool bf16) const;
  torch::Tensor linear(const std::string& name, const torch::Tensor& x, bool bf16) const;
  torch::Tensor linearGelu(const std::string& name, const torch::Tensor& x, bool bf16) const;
  torch::Tensor inputs(const TeacherForcedBatch& batch, const AttentionLayout& layout) const;
  torch::Tensor block(int number, torch::Tensor x, const AttentionLayout& layout, const Dropout& dropout,
                      const Dropout& attentionDropout, bool bf16) const;

  /// As the products leave them: bf16 where they are in bf16.
  torch::Tensor scores(const TeacherForcedBatch& batch, const PassOptions& options) const;

  TransformerConfig config_;
  torch::Device device_;
  Parameters parameters_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace lpd::training
