#include "training/run/process_group.h"

#include <lpd/error.h>

#ifdef LPD_HAVE_GLOO
// LibTorch's headers hide each backend behind a macro that not every build passes on.
#ifndef USE_C10D_GLOO
#define USE_C10D_GLOO
#endif
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#ifdef LPD_HAVE_NCCL
#ifndef USE_C10D_NCCL
#define USE_C10D_NCCL
#endif
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif
#include <torch/version.h>

#include <charconv>
#include <cstdlib>
#include <string>
#endif

namespace lpd::training {

#ifdef LPD_HAVE_GLOO

namespace {

#if TORCH_VERSION_MAJOR >= 2
using Collective = c10d::Backend;
#else
using Collective = c10d::ProcessGroup;
#endif

constexpr std::chrono::minutes kMeetingTime{5};
constexpr std::chrono::minutes kStepTime{30};  // the leader saves and measures while the others wait

std::string required(const char* name) {
  const char* text = std::getenv(name);
  if (!text || !*text)
    throw Error(ErrorCode::Usage, std::string(name) + " is not set, so the processes cannot meet",
                "set MASTER_ADDR to the first machine's name and MASTER_PORT to a free port, or start with torchrun");
  return text;
}

std::uint16_t masterPort() {
  const std::string text = required("MASTER_PORT");
  std::uint16_t port = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), port);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || port == 0)
    throw Error(ErrorCode::Usage, "MASTER_PORT=" + text + " is no port number");
  return port;
}

/// c10d speaks in long exceptions with stack traces; the first line says what happened.
template <class Operation>
auto translated(const char* what, const Operation& operation) {
  try {
    return operation();
  } catch (const std::exception& error) {
    const std::string text = error.what();
    throw Error(ErrorCode::Io, std::string(what) + ": " + text.substr(0, text.find('\n')),
                "look at what the other processes say, start all of them again and resume");
  }
}

auto glooDevice(const std::string& master) {
  if (const char* interface = std::getenv("GLOO_SOCKET_IFNAME"); interface && *interface)
    return c10d::ProcessGroupGloo::createDeviceForInterface(interface);
  // All processes are on this machine: its own name need not resolve.
  if (master == "localhost" || master == "127.0.0.1" || master == "::1")
    return c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1");
  return c10d::ProcessGroupGloo::createDefaultDevice();
}

c10::intrusive_ptr<Collective> makeGloo(const c10::intrusive_ptr<c10d::Store>& store, const ProcessPlace& place,
                                        const std::string& master) {
  auto options = c10d::ProcessGroupGloo::Options::create(kStepTime);
  options->devices.push_back(glooDevice(master));
  return c10::make_intrusive<c10d::ProcessGroupGloo>(store, place.rank, place.size, options);
}

class ProcessGroup : public Processes {
 public:
  ProcessGroup(const ProcessPlace& place, const torch::Device& device) : Processes(place) {
    const std::string master = required("MASTER_ADDR");
    c10d::TCPStoreOptions options;
    options.port = masterPort();
    options.isServer = place.rank == 0;
    options.numWorkers = static_cast<std::size_t>(place.size);
    options.timeout = kMeetingTime;
    translated("the processes do not find each other", [&] {
      const auto store = c10::make_intrusive<c10d::TCPStore>(master, options);
      cpu_ = makeGloo(c10::make_intrusive<c10d::PrefixStore>("gloo", store), place, master);
#ifdef LPD_HAVE_NCCL
      if (device.is_cuda())
        gpu_ = c10::make_intrusive<c10d::ProcessGroupNCCL>(c10::make_intrusive<c10d::PrefixStore>("nccl", store),
                                                           place.rank, place.size);
#else
      static_cast<void>(device);
#endif
    });
  }

 private:
  void sumFlat(torch::Tensor& flat) override {
    collectively(flat, [](Collective& group, std::vector<torch::Tensor>& tensors) {
      return group.allreduce(tensors, c10d::AllreduceOptions());
    });
  }
  void broadcastFlat(torch::Tensor& flat) override {
    collectively(flat, [](Collective& group, std::vector<torch::Tensor>& tensors) {
      return group.broadcast(tensors, c10d::BroadcastOptions());
    });
  }

  /// Through host memory where a tensor is on a GPU and there is no NCCL.
  template <class Operation>
  void collectively(torch::Tensor& flat, const Operation& operation) {
    translated("the processes have lost each other", [&] {
      const bool direct = flat.is_cuda() && gpu_;
      std::vector<torch::Tensor> tensors{direct ? flat : flat.to(torch::kCPU)};
      operation(direct ? *gpu_ : *cpu_, tensors)->wait();
      if (!direct && flat.is_cuda()) flat.copy_(tensors.front());
    });
  }

  c10::intrusive_ptr<Collective> cpu_;
  c10::intrusive_ptr<Collective> gpu_;  ///< null without NCCL
};

}  // namespace

std::unique_ptr<Processes> meetProcessGroup(const ProcessPlace& place, const torch::Device& device) {
  return std::make_unique<ProcessGroup>(place, device);
}

#else

std::unique_ptr<Processes> meetProcessGroup(const ProcessPlace&, const torch::Device&) {
  throw Error(ErrorCode::Unsupported, "this build of lpd trains with one process only",
              "build it where LibTorch's c10d and the headers of Gloo are installed");
}

#endif

}  // namespace lpd::training
