#include "backends/convolution.h"

#include <algorithm>
#include <memory>

namespace lpd {

namespace {

/// Winograd's weights are four times as large. Beyond this many pairs of channels pictures are so small (16 pixels a
/// side in the released model) that reading them would cost more than the products they save.
constexpr std::int64_t kMostWinogradPairs = 256 * 256;
constexpr std::int64_t kTilesATask = kernels::kWinogradTiles;

}  // namespace

Convolution::Convolution(const torch::Tensor& weight, const torch::Tensor& bias, Kind kind, const Compute& compute)
    : compute_(compute), kind_(kind), kernel_(static_cast<int>(weight.size(2))) {
  if (compute.torchAll()) {
    weight_ = weight.to(compute.device, compute.productType()).contiguous(torch::MemoryFormat::ChannelsLast);
    bias_ = bias.to(compute.device, compute.productType());
  } else if (compute.inBf16()) {
    bf16_ = Bf16Matrix(weight.permute({0, 2, 3, 1}).reshape({weight.size(0), -1}), kernel_);
    bias_ = bias.to(torch::kFloat32).contiguous();
  } else if (kernel_ == 3 && kind != Kind::Downsample && !compute.bf16 &&
             weight.size(0) * weight.size(1) <= kMostWinogradPairs) {
    const auto taps = weight.to(torch::kFloat32).permute({2, 3, 1, 0}).contiguous();
    winograd_ = torch::empty({kernels::winogradWeightSize(weight.size(1), weight.size(0))});
    kernels::table().winogradWeights(taps.data_ptr<float>(), weight.size(1), weight.size(0),
                                     winograd_.data_ptr<float>());
    bias_ = bias.to(torch::kFloat32).contiguous();
  } else {
    packed_ = PackedMatrix(weight.permute({0, 2, 3, 1}).reshape({weight.size(0), -1}), compute.bf16);
    bias_ = bias.to(torch::kFloat32).contiguous();
  }
}

torch::Tensor Convolution::operator()(const torch::Tensor& picture, const Fused& fused) const {
  if (compute_.torchAll()) return runTorch(picture, fused);
  if (bf16_.defined()) return runBf16(picture, fused);
  return winograd_.defined() ? runWinograd(picture, fused) : runDirect(picture, fused);
}

torch::Tensor Convolution::runTorch(const torch::Tensor& picture, const Fused& fused) const {
  auto x = fused.normThenSwish ? at::silu((*fused.normThenSwish)(picture)) : picture;
  // [1, C, H, W] seen through a channels-last view: nothing is copied.
  x = x.to(weight_.scalar_type()).contiguous().permute({2, 0, 1}).unsqueeze(0);
  if (kind_ == Kind::Upsample) x = at::upsample_nearest2d(x, {x.size(2) * 2, x.size(3) * 2});
  const bool down = kind_ == Kind::Downsample;
  if (down) x = at::constant_pad_nd(x, {0, 1, 0, 1});
  const std::int64_t stride = down ? 2 : 1, padding = down ? 0 : kernel_ / 2;
  auto out = at::conv2d(x, weight_, bias_, {stride, stride}, {padding, padding});
  out = out.squeeze(0).permute({1, 2, 0}).to(torch::kFloat32).contiguous();
  return fused.residual ? out.add_(*fused.residual) : out;
}

torch::Tensor Convolution::prepared(const torch::Tensor& picture, const GroupNorm* norm, std::int64_t before,
                                    std::int64_t after) const {
  const std::int64_t rows = picture.size(0), width = picture.size(1), channels = picture.size(2);
  const int factor = kind_ == Kind::Upsample ? 2 : 1;
  const std::int64_t outRows = rows * factor + before + after, outWidth = width * factor + before + after;
  ChannelAffine affine;
  if (norm) affine = norm->affine(picture);

  auto result = torch::empty({outRows, outWidth, channels});
  kernels::PadRowArgs base;
  base.inWidth = width;
  base.channels = channels;
  base.upsample = factor;
  base.scale = norm ? affine.scale.data_ptr<float>() : nullptr;
  base.shift = norm ? affine.shift.data_ptr<float>() : nullptr;
  base.roundToBf16 = compute_.kernelsRound();
  const float* in = picture.data_ptr<float>();
  float* out = result.data_ptr<float>();
  const auto& kernel = kernels::table();
  compute_.pool->run(outRows, [&](std::int64_t row) {
    float* target = out + row * outWidth * channels;
    const std::int64_t source = row - before;
    if (source < 0 || source >= rows * factor) {
      std::fill_n(target, outWidth * channels, 0.0f);
      return;
    }
    auto args = base;
    args.in = in + source / factor * width * channels;
    args.out = target + before * channels;
    kernel.padRow(args);
    std::fill_n(target, before * channels, 0.0f);
    std::fill_n(target + (before + width * factor) * channels, after * channels, 0.0f);
  });
  return result;
}

torch::Tensor Convolution::runWinograd(const torch::Tensor& picture, const Fused& fused) const {
  const bool asItIs = !fused.normThenSwish && kind_ == Kind::Same;
  const auto input = asItIs ? picture.contiguous() : prepared(picture.contiguous(), fused.normThenSwish, 0, 0);
  const std::int64_t rows = input.size(0), width = input.size(1), channels = input.size(2), columns = bias_.numel();
  auto result = torch::empty({rows, width, columns});
  const auto residual = fused.residual ? fused.residual->contiguous() : torch::Tensor();
  kernels::WinogradArgs args;
  args.picture = {input.data_ptr<float>(), rows, width, channels};
  args.weights = winograd_.data_ptr<float>();
  args.bias = bias_.data_ptr<float>();
  args.columns = columns;
  args.out = result.data_ptr<float>();
  args.residual = residual.defined() ? residual.data_ptr<float>() : nullptr;
  const std::int64_t tiles = kernels::winogradTiles(1, rows, width);
  compute_.pool->run((tiles + kTilesATask - 1) / kTilesATask, [&](std::int64_t task) {
    const auto scratch = std::make_unique_for_overwrite<float[]>(kernels::winogradScratch(channels, columns));
    const std::int64_t first = task * kTilesATask;
    kernels::table().winograd(args, first, std::min(first + kTilesATask, tiles), scratch.get());
  });
  return result;
}

torch::Tensor Convolution::runBf16(const torch::Tensor& picture, const Fused& fused) const {
  const bool down = kind_ == Kind::Downsample;
  const auto padded =
      prepared(picture.contiguous(), fused.normThenSwish, down ? 0 : kernel_ / 2, down ? 1 : kernel_ / 2);
  const int stride = down ? 2 : 1;
  const std::int64_t channels = padded.size(2), rowSize = padded.size(1) * channels, columns = bias_.numel();
  const std::int64_t rows = (padded.size(0) - kernel_) / stride + 1, width = (padded.size(1) - kernel_) / stride + 1;
  const auto input = asBf16Rows(padded.view({-1, rowSize}), rowSize, compute_);
  const auto residual = fused.residual ? fused.residual->contiguous() : torch::Tensor();
  auto result = torch::empty({rows, width, columns});
  kernels::Bf16ProductArgs base;
  base.rowStride = stride * channels;
  base.segmentStride = rowSize;
  base.weights = bf16_.view();
  base.bias = bias_.data_ptr<float>();
  base.outStride = columns;
  const auto* in = static_cast<const std::uint16_t*>(input.data_ptr());
  compute_.pool->run(rows, [&](std::int64_t row) {
    auto args = base;
    args.x = in + row * stride * rowSize;
    args.residual = residual.defined() ? residual.data_ptr<float>() + row * width * columns : nullptr;
    args.out = result.data_ptr<float>() + row * width * columns;
    kernels::bf16Table()->product(args, 0, width, 0, kernels::panelsFor(columns));
  });
  return result;
}

torch::Tensor Convolution::runDirect(const torch::Tensor& picture, const Fused& fused) const {
  const bool down = kind_ == Kind::Downsample;
  const auto input =
      prepared(picture.contiguous(), fused.normThenSwish, down ? 0 : kernel_ / 2, down ? 1 : kernel_ / 2);
  const int stride = down ? 2 : 1;
  const std::int64_t rows = (input.size(0) - kernel_) / stride + 1, width = (input.size(1) - kernel_) / stride + 1;
  const std::int64_t columns = packed_.columns(), panels = kernels::panelsFor(columns);
  auto result = torch::empty({rows, width, columns});
  kernels::ConvRowArgs base;
  base.inRowStride = input.size(1) * input.size(2);
  base.channels = input.size(2);
  base.kernel = kernel_;
  base.stride = stride;
  base.weights = packed_.view();
  base.bias = bias_.data_ptr<float>();
  const float* in = input.data_ptr<float>();
  const auto residual = fused.residual ? fused.residual->contiguous() : torch::Tensor();
  float* out = result.data_ptr<float>();
  const auto& kernel = kernels::table();
  compute_.pool->run(rows, [&](std::int64_t row) {
    auto args = base;
    args.in = in + row * stride * base.inRowStride;
    args.residual = residual.defined() ? residual.data_ptr<float>() + row * width * columns : nullptr;
    args.out = out + row * width * columns;
    kernel.convRow(args, 0, width, 0, panels);
  });
  return result;
}

}  // namespace lpd
