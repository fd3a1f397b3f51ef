#pragma once

#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <span>

namespace lpd::training {

/// One of `size` processes, as torchrun (RANK, WORLD_SIZE, LOCAL_RANK) or Slurm (SLURM_PROCID, SLURM_NTASKS,
/// SLURM_LOCALID) count them. The two variables come together; MASTER_ADDR and MASTER_PORT say where they meet.
struct ProcessPlace {
  int rank = 0;
  int size = 1;
  int localRank = 0;  ///< on its machine: which GPU is its own

  /// One process of its own where the environment says nothing. Throws Usage where it contradicts itself.
  static ProcessPlace fromEnvironment();
};

/// The part of a joint batch that one process computes: items first .. first + count - 1. Parts are equal, so that the
/// mean of the processes' mean losses is the joint batch's. Throws Usage where the batch does not divide.
struct BatchShare {
  std::int64_t first;
  std::int64_t count;
  static BatchShare of(std::int64_t batch, const ProcessPlace& place);
};

/// Processes that train one model together. Calls are collective: every process makes the same ones in the same order.
/// With one process they do nothing. Throws Io where a peer is lost.
class Processes {
 public:
  /// Meets the others (LibTorch's c10d; NCCL for tensors on a GPU where this build has it, else Gloo). Waits up to five
  /// minutes for them. Throws Unsupported where this build has no c10d.
  static std::unique_ptr<Processes> meet(const ProcessPlace& place, const torch::Device& device);
  virtual ~Processes() = default;

  const ProcessPlace& place() const { return place_; }
  bool leader() const { return place_.rank == 0; }  ///< who writes files and talks

  /// In place: each tensor becomes its sum over all processes, of one float type and device.
  void sum(std::span<torch::Tensor> tensors);
  /// In place: each becomes its mean.
  void average(std::span<torch::Tensor> tensors);
  /// In place: each becomes the leader's.
  void broadcast(std::span<torch::Tensor> tensors);
  double sum(double value);
  double average(double value) { return sum(value) / place_.size; }
  /// Whether any process says so, told to all: a stop request has to end all of them at the same step.
  bool any(bool mine) { return place_.size == 1 ? mine : sum(mine ? 1.0 : 0.0) > 0; }

 protected:
  explicit Processes(const ProcessPlace& place) : place_(place) {}
  virtual void sumFlat(torch::Tensor& flat) = 0;
  virtual void broadcastFlat(torch::Tensor& flat) = 0;

 private:
  template <class Operation>
  void inBuckets(std::span<torch::Tensor> tensors, const Operation& operation);

  ProcessPlace place_;
};

}  // namespace lpd::training
