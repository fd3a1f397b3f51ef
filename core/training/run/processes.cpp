#include "training/run/processes.h"

#include "training/run/process_group.h"

#include <lpd/error.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>

namespace lpd::training {

namespace {

/// Elements sent at once: large enough for bandwidth, small beside the model.
constexpr std::int64_t kBucket = std::int64_t{1} << 22;

std::optional<int> environmentNumber(const char* name) {
  const char* text = std::getenv(name);
  if (!text || !*text) return std::nullopt;
  int value = 0;
  const auto parsed = std::from_chars(text, text + std::strlen(text), value);
  if (parsed.ec != std::errc() || *parsed.ptr != '\0' || value < 0)
    throw Error(ErrorCode::Usage, std::string(name) + "=" + text + " is no whole number");
  return value;
}

std::optional<ProcessPlace> placeNamed(const char* rank, const char* size, const char* local) {
  const auto rankValue = environmentNumber(rank), sizeValue = environmentNumber(size);
  if (!rankValue || !sizeValue) return std::nullopt;
  if (*sizeValue < 1 || *rankValue >= *sizeValue)
    throw Error(ErrorCode::Usage, std::string(rank) + "=" + std::to_string(*rankValue) + " is not below " + size + "=" +
                                      std::to_string(*sizeValue));
  return ProcessPlace{*rankValue, *sizeValue, environmentNumber(local).value_or(0)};
}

class OneProcess : public Processes {
 public:
  OneProcess() : Processes(ProcessPlace()) {}

 private:
  void sumFlat(torch::Tensor&) override {}
  void broadcastFlat(torch::Tensor&) override {}
};

}  // namespace

ProcessPlace ProcessPlace::fromEnvironment() {
  if (environmentNumber("RANK").has_value() != environmentNumber("WORLD_SIZE").has_value())
    throw Error(ErrorCode::Usage, "of RANK and WORLD_SIZE only one is set", "set both, or start with torchrun");
  if (const auto place = placeNamed("RANK", "WORLD_SIZE", "LOCAL_RANK")) return *place;
  return placeNamed("SLURM_PROCID", "SLURM_NTASKS", "SLURM_LOCALID").value_or(ProcessPlace{});
}

BatchShare BatchShare::of(std::int64_t batch, const ProcessPlace& place) {
  if (batch % place.size != 0)
    throw Error(
        ErrorCode::Usage,
        "a batch of " + std::to_string(batch) + " does not divide over " + std::to_string(place.size) + " processes",
        "choose a batch that is a multiple of the number of processes");
  const std::int64_t count = batch / place.size;
  return {place.rank * count, count};
}

std::unique_ptr<Processes> Processes::meet(const ProcessPlace& place, const torch::Device& device) {
  if (place.size == 1) return std::make_unique<OneProcess>();
  return meetProcessGroup(place, device);
}

template <class Operation>
void Processes::inBuckets(std::span<torch::Tensor> tensors, const Operation& operation) {
  const torch::NoGradGuard noGradients;
  for (std::size_t begin = 0; begin < tensors.size();) {
    std::vector<torch::Tensor> parts;
    std::int64_t elements = 0;
    std::size_t end = begin;
    for (; end < tensors.size() && (end == begin || elements + tensors[end].numel() <= kBucket); ++end) {
      elements += tensors[end].numel();
      parts.push_back(tensors[end].reshape({-1}));
    }
    auto flat = torch::cat(parts);
    operation(flat);
    std::int64_t at = 0;
    for (; begin < end; ++begin) {
      auto& tensor = tensors[begin];
      tensor.copy_(flat.narrow(0, at, tensor.numel()).view(tensor.sizes()));
      at += tensor.numel();
    }
  }
}

void Processes::sum(std::span<torch::Tensor> tensors) {
  if (place_.size > 1) inBuckets(tensors, [this](torch::Tensor& flat) { sumFlat(flat); });
}

void Processes::average(std::span<torch::Tensor> tensors) {
  if (place_.size == 1) return;
  inBuckets(tensors, [this](torch::Tensor& flat) {
    sumFlat(flat);
    flat.div_(place_.size);
  });
}

void Processes::broadcast(std::span<torch::Tensor> tensors) {
  if (place_.size > 1) inBuckets(tensors, [this](torch::Tensor& flat) { broadcastFlat(flat); });
}

double Processes::sum(double value) {
  if (place_.size == 1) return value;
  auto flat = torch::full({1}, value, torch::kFloat64);
  sumFlat(flat);
  return flat.item<double>();
}

}  // namespace lpd::training
