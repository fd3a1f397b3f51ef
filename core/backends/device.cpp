#include "backends/device.h"

#include "backends/torch_versions.h"
#include "base/cuda_index.h"

#include <lpd/error.h>

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>

namespace lpd {
namespace {

std::string cpuName() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const auto colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "CPU";
}

std::uint64_t pages(int name) {
  const long count = sysconf(name), size = sysconf(_SC_PAGESIZE);
  return count > 0 && size > 0 ? static_cast<std::uint64_t>(count) * static_cast<std::uint64_t>(size) : 0;
}

ChosenDevice chooseCuda(int index, const EngineOptions& options) {
  const auto devices = cudaDevices();
  if (index >= static_cast<int>(devices.size())) {
    const auto problem = devices.empty() ? std::string("no CUDA device can be used here: ") + cudaProblem()
                                         : "there is no CUDA device " + std::to_string(index) + ", the last one is " +
                                               std::to_string(devices.size() - 1);
    throw Error(ErrorCode::Unsupported, problem, "choose the device 'cpu' or 'auto'");
  }
  ChosenDevice chosen;
  chosen.compute.device = torch::Device(torch::kCUDA, static_cast<c10::DeviceIndex>(index));
  chosen.compute.path = Compute::Path::Torch;
  chosen.compute.bf16 = options.precision != Precision::Fp32;
  if (!chosen.compute.bf16) keepFp32Exact();
  chosen.info.device = devices[index].id;
  chosen.info.deviceName = devices[index].name;
  chosen.info.reason = options.device == "auto" ? "A CUDA device is present" : "This CUDA device was asked for";
  chosen.info.reason += options.precision == Precision::Auto ? "; it multiplies bf16 natively." : ".";
  return chosen;
}

ChosenDevice chooseCpu(const EngineOptions& options) {
  const bool native = kernels::bf16Table();
  ChosenDevice chosen;
  auto& compute = chosen.compute;
  compute.bf16 = options.precision == Precision::Bf16 || (options.precision == Precision::Auto && native);
  chosen.info.device = "cpu";
  chosen.info.deviceName = cpuName();
  auto& reason = chosen.info.reason;
  reason = options.device == "auto" ? "No CUDA device can be used (" + cudaProblem() + ")" : "The CPU was asked for";
  if (options.precision == Precision::Auto)
    reason += native ? "; it multiplies bf16 natively." : "; it has no bf16 units, so fp32 is fastest.";
  else if (compute.bf16 && !native)
    reason += "; it has no bf16 units: bf16 rounds like one but is not faster than fp32.";
  else
    reason += ".";
  return chosen;
}

}  // namespace

ChosenDevice chooseDevice(const EngineOptions& options) {
  options.validate();
  const auto index = options.device == "auto" && !cudaDevices().empty() ? 0 : cudaIndex(options.device);
  auto chosen = index ? chooseCuda(*index, options) : chooseCpu(options);
  chosen.info.precision = chosen.compute.bf16 ? Precision::Bf16 : Precision::Fp32;
  chosen.info.threads =
      options.threads > 0 ? options.threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  chosen.info.torchVersion = torchVersion();
  if (!chosen.compute.torchAll()) chosen.compute.pool = std::make_shared<TaskPool>(chosen.info.threads);
  return chosen;
}

std::uint64_t freeMemory(const Compute& compute) {
  return compute.device.is_cuda() ? cudaFreeMemory(compute.device.index()) : pages(_SC_AVPHYS_PAGES);
}

std::vector<DeviceInfo> listDevices() {
  std::vector<DeviceInfo> devices{{"cpu", cpuName(), pages(_SC_PHYS_PAGES)}};
  const auto cuda = cudaDevices();
  devices.insert(devices.end(), cuda.begin(), cuda.end());
  return devices;
}

}  // namespace lpd
