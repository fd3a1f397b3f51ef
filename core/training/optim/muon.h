#pragma once

#include "training/optim/optimizer.h"

namespace lpd::training {

struct MuonOptions {
  double momentum = 0.95;
  bool nesterov = true;
  int iterations = 5;        ///< of Newton and Schulz
  double weightDecay = 0.0;  ///< decoupled, relative to the rate
};

/// A parameter and how many matrices are stacked in its rows (3 for a joint query, key and value projection): each is
/// orthogonalised by itself.
struct MuonParameter {
  Parameter parameter;
  int stacked = 1;
};

/// Roughly the nearest semi-orthogonal matrix of `matrix` [rows, columns]: singular values end up within about
/// 0.7..1.2. The quintic iteration of Keller Jordan, "Muon: an optimizer for hidden layers in neural networks", 2024.
torch::Tensor orthogonalised(const torch::Tensor& matrix, int iterations = 5);

/// Momentum, orthogonalised: for the matrices inside a network and for convolution kernels, flattened to
/// [out, in * height * width]. An update of a tall matrix is scaled by sqrt(rows / columns), as there. Everything else
/// (embeddings, heads, norms, biases) belongs to AdamW.
class Muon : public Optimizer {
 public:
  Muon(std::vector<MuonParameter> parameters, const MuonOptions& options);
  void step(double rate) override;
  void save(const std::string& prefix, NamedTensors& out) const override;
  void load(const std::string& prefix, const NamedTensors& stored) override;

 private:
  struct Slot {
    Parameter parameter;
    int stacked;
    torch::Tensor momentum;
  };
  void update(Slot& slot, double rate) const;

  std::vector<Slot> slots_;
  MuonOptions options_;
};

}  // namespace lpd::training
