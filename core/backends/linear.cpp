#include "backends/linear.h"

#include <algorithm>

namespace lpd {
namespace {

constexpr std::int64_t kRowBlock = 96;    // rows whose inputs stay in the second-level cache while panels pass by
constexpr std::int64_t kLeastPanels = 4;  // a task's least, so that few rows take several panels at once

/// work(row begin, row end, panel begin, panel end): a task takes a run of panels for one block of rows; several tasks
/// a thread even out what else the machine does.
template <class Work>
void forBlocks(TaskPool& pool, std::int64_t rows, std::int64_t panels, const Work& work) {
  const std::int64_t rowBlocks = (rows + kRowBlock - 1) / kRowBlock;
  const std::int64_t wanted = (4 * pool.threads() + rowBlocks - 1) / rowBlocks;
  const std::int64_t panelsATask = std::max<std::int64_t>(kLeastPanels, (panels + wanted - 1) / wanted);
  const std::int64_t panelRuns = (panels + panelsATask - 1) / panelsATask;
  pool.run(rowBlocks * panelRuns, [&](std::int64_t task) {
    const std::int64_t row = task / panelRuns * kRowBlock;
    const std::int64_t panel = task % panelRuns * panelsATask;
    work(row, std::min(rows, row + kRowBlock), panel, std::min(panels, panel + panelsATask));
  });
}

}  // namespace

Linear::Linear(const torch::Tensor& weight, const torch::Tensor& bias, const Compute& compute)
    : compute_(compute), inner_(weight.size(1)), columns_(weight.size(0)) {
  if (compute.torchAll()) {
    weight_ = weight.to(compute.device, compute.productType());
    if (bias.defined()) bias_ = bias.to(compute.device, compute.productType());
  } else {
    if (compute.inBf16())
      bf16_ = Bf16Matrix(weight, 1);
    else
      packed_ = PackedMatrix(weight, compute.bf16);
    if (bias.defined()) bias_ = bias.to(torch::kFloat32).contiguous();
  }
}

torch::Tensor Linear::operator()(const torch::Tensor& x) const {
  return compute_.torchAll() ? product(x) : run(x, kernels::Epilogue::Store);
}

torch::Tensor Linear::gelu(const torch::Tensor& x) const {
  return compute_.torchAll() ? at::gelu(product(x)) : run(x, kernels::Epilogue::Gelu);
}

void Linear::addTo(torch::Tensor& sum, const torch::Tensor& x) const {
  if (compute_.torchAll())
    sum.add_(product(x));
  else
    runInto(sum, x, kernels::Epilogue::Add);
}

torch::Tensor Linear::product(const torch::Tensor& x) const {
  return at::linear(x.to(weight_.scalar_type()), weight_, bias_);
}

torch::Tensor Linear::run(const torch::Tensor& x, kernels::Epilogue epilogue) const {
  auto shape = x.sizes().vec();
  shape.back() = columns_;
  auto out = torch::empty(shape, torch::kFloat32);
  runInto(out, x, epilogue);
  return out;
}

void Linear::runInto(torch::Tensor& out, const torch::Tensor& x, kernels::Epilogue epilogue) const {
  if (bf16_.defined()) return runBf16(out, x, epilogue);
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

  forBlocks(*compute_.pool, input.numel() / inner_, kernels::panelsFor(columns_),
            [&, linear = kernels::table().linear](auto... block) { linear(args, block...); });
}

void Linear::runBf16(torch::Tensor& out, const torch::Tensor& x, kernels::Epilogue epilogue) const {
  const auto panels = bf16_.view();
  const auto rows = asBf16Rows(x.contiguous(), panels.inner, compute_);
  kernels::Bf16ProductArgs args;
  args.x = static_cast<const std::uint16_t*>(rows.data_ptr());
  args.rowStride = panels.inner;
  args.weights = panels;
  args.bias = bias_.defined() ? bias_.data_ptr<float>() : nullptr;
  args.out = out.data_ptr<float>();
  args.outStride = columns_;
  args.epilogue = epilogue;
  args.roundToBf16 = epilogue == kernels::Epilogue::Gelu;
  forBlocks(*compute_.pool, x.numel() / inner_, kernels::panelsFor(columns_),
            [&](auto... block) { kernels::bf16Table()->product(args, block...); });
}

}  // namespace lpd
