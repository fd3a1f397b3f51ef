#include "backends/linear.h"

#include <algorithm>

namespace lpd {
namespace {

constexpr std::int64_t kRowBlock = 96;    // rows whose inputs stay in the second-level cache while panels pass by
constexpr std::int64_t kLeastPanels = 4;  // a task's least, so that few rows take several panels at once

}  // namespace

Linear::Linear(const torch::Tensor& weight, const torch::Tensor& bias, const Compute& compute) : compute_(compute) {
  if (compute.torchProducts()) {
    weight_ = weight.to(compute.device, compute.productType());
    if (bias.defined()) bias_ = bias.to(compute.device, compute.productType());
  } else {
    packed_ = PackedMatrix(weight, compute.bf16);
    if (bias.defined()) bias_ = bias.to(torch::kFloat32).contiguous();
  }
}

torch::Tensor Linear::operator()(const torch::Tensor& x) const {
  return compute_.torchProducts() ? product(x) : run(x, kernels::Epilogue::Store);
}

torch::Tensor Linear::gelu(const torch::Tensor& x) const {
  return compute_.torchProducts() ? at::gelu(product(x)) : run(x, kernels::Epilogue::Gelu);
}

void Linear::addTo(torch::Tensor& sum, const torch::Tensor& x) const {
  if (compute_.torchProducts())
    sum.add_(product(x));
  else
    runInto(sum, x, kernels::Epilogue::Add);
}

torch::Tensor Linear::product(const torch::Tensor& x) const {
  return at::linear(x.to(weight_.scalar_type()), weight_, bias_);
}

torch::Tensor Linear::run(const torch::Tensor& x, kernels::Epilogue epilogue) const {
  auto shape = x.sizes().vec();
  shape.back() = packed_.columns();
  auto out = torch::empty(shape, torch::kFloat32);
  runInto(out, x, epilogue);
  return out;
}

void Linear::runInto(torch::Tensor& out, const torch::Tensor& x, kernels::Epilogue epilogue) const {
  const auto input = x.contiguous();
  kernels::LinearArgs args;
  args.x = input.data_ptr<float>();
  args.xStride = packed_.inner();
  args.weights = packed_.view();
  args.bias = bias_.defined() ? bias_.data_ptr<float>() : nullptr;
  args.out = out.data_ptr<float>();
  args.outStride = packed_.columns();
  args.epilogue = epilogue;
  args.roundToBf16 = compute_.kernelsRound() && epilogue == kernels::Epilogue::Gelu;

  const std::int64_t rows = input.numel() / packed_.inner();
  const std::int64_t panels = kernels::panelsFor(packed_.columns());
  const std::int64_t rowBlocks = (rows + kRowBlock - 1) / kRowBlock;
  // A task takes a run of panels for one block of rows; several tasks a thread even out what else the machine does.
  const std::int64_t wanted = (4 * compute_.pool->threads() + rowBlocks - 1) / rowBlocks;
  const std::int64_t panelsATask = std::max<std::int64_t>(kLeastPanels, (panels + wanted - 1) / wanted);
  const std::int64_t panelRuns = (panels + panelsATask - 1) / panelsATask;
  const auto& kernel = kernels::table();
  compute_.pool->run(rowBlocks * panelRuns, [&](std::int64_t task) {
    const std::int64_t row = task / panelRuns * kRowBlock;
    const std::int64_t panel = task % panelRuns * panelsATask;
    kernel.linear(args, row, std::min(rows, row + kRowBlock), panel, std::min(panels, panel + panelsATask));
  });
}

}  // namespace lpd
