#include "training/tokenizer/winograd_convolution.h"

#include "backends/cpu/kernels.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <memory>

namespace lpd::training {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

constexpr auto kPixelsFirst = torch::MemoryFormat::ChannelsLast;

kernels::WinogradPicture pictureOf(const torch::Tensor& x) {
  return {x.data_ptr<float>(), x.size(2), x.size(3), x.size(1)};
}

std::int64_t tilesOf(const torch::Tensor& x) {
  return kernels::winogradTiles(x.size(0), x.size(2), x.size(3));
}

/// `taps` [3, 3, in, columns], contiguous; `bias` may be undefined.
torch::Tensor convolved(const torch::Tensor& x, const torch::Tensor& taps, const torch::Tensor& bias) {
  const std::int64_t in = taps.size(2), columns = taps.size(3);
  const auto& kernel = kernels::table();
  const auto weights = torch::empty({kernels::winogradWeightSize(in, columns)});
  kernel.winogradWeights(taps.data_ptr<float>(), in, columns, weights.data_ptr<float>());
  const auto out = torch::empty({x.size(0), columns, x.size(2), x.size(3)}, x.options().memory_format(kPixelsFirst));
  kernels::WinogradArgs args;
  args.picture = pictureOf(x);
  args.weights = weights.data_ptr<float>();
  args.bias = bias.defined() ? bias.data_ptr<float>() : nullptr;
  args.columns = columns;
  args.out = out.data_ptr<float>();
  at::parallel_for(0, tilesOf(x), kernels::kWinogradTiles, [&](std::int64_t begin, std::int64_t end) {
    const auto scratch = std::make_unique_for_overwrite<float[]>(kernels::winogradScratch(in, columns));
    kernel.winograd(args, begin, end, scratch.get());
  });
  return out;
}

/// [3, 3, in, columns]
torch::Tensor tapGradient(const torch::Tensor& x, const torch::Tensor& upstream) {
  const std::int64_t in = x.size(1), columns = upstream.size(1), size = kernels::winogradSumSize(in, columns);
  const auto& kernel = kernels::table();
  const auto sums = torch::zeros({at::get_num_threads(), size});
  at::parallel_for(0, tilesOf(x), kernels::kWinogradTiles, [&](std::int64_t begin, std::int64_t end) {
    const auto scratch = std::make_unique_for_overwrite<float[]>(kernels::winogradScratch(in, columns));
    kernel.winogradGradient(pictureOf(x), pictureOf(upstream), begin, end, scratch.get(),
                            sums.data_ptr<float>() + at::get_thread_num() * size);
  });
  const auto total = sums.sum(0);
  const auto taps = torch::empty({3, 3, in, columns});
  kernel.winogradTaps(total.data_ptr<float>(), in, columns, taps.data_ptr<float>());
  return taps;
}

class WinogradConvolution : public torch::autograd::Function<WinogradConvolution> {
 public:
  static Variable forward(AutogradContext* context, const Variable& input, const Variable& weight,
                          const Variable& bias) {
    const auto x = input.contiguous(kPixelsFirst);
    context->save_for_backward({x, weight});
    context->saved_data["inputGradient"] = input.requires_grad();
    return convolved(x, weight.permute({2, 3, 1, 0}).contiguous(), bias);
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1];
    const auto upstream = gradients[0].contiguous(kPixelsFirst);
    torch::Tensor inputGradient;
    // Where an output is made of an input by the tap (y, x), the input's gradient is made of it by (2 - y, 2 - x).
    if (context->saved_data["inputGradient"].toBool())
      inputGradient = convolved(upstream, weight.flip({2, 3}).permute({2, 3, 0, 1}).contiguous(), {});
    const auto taps = tapGradient(x, upstream).permute({3, 2, 0, 1}).contiguous();
    return {inputGradient, taps, upstream.permute({0, 2, 3, 1}).flatten(0, 2).sum(0)};
  }
};

}  // namespace

torch::Tensor winogradConvolution(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias) {
  return WinogradConvolution::apply(x, weight, bias);
}

}  // namespace lpd::training
