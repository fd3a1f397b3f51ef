#include "training/transformer/bf16_layers.h"

#include "backends/cpu/kernels.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>

namespace lpd::training {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::int64_t kBlockRows = 64;       // a task
constexpr std::int64_t kBlockValues = 16384;  // a task, where rows do not matter

const kernels::Bf16Rows& rowKernels() {
  return kernels::table().bf16Rows;
}

std::uint16_t* bits(const torch::Tensor& tensor) {
  return static_cast<std::uint16_t*>(tensor.data_ptr());
}

/// work(first, count) over all values.
template <class Work>
void forValues(std::int64_t count, const Work& work) {
  at::parallel_for(0, count, kBlockValues, [&](std::int64_t begin, std::int64_t end) { work(begin, end - begin); });
}

/// The sums of rows, gathered block by block: the same on any number of threads. work(first row, rows, sums[columns]).
template <class Work>
torch::Tensor sumsOfRows(std::int64_t rows, std::int64_t columns, const Work& work) {
  const std::int64_t blocks = (rows + kBlockRows - 1) / kBlockRows;
  const auto parts = at::empty({blocks, columns});
  float* const sums = parts.data_ptr<float>();
  at::parallel_for(0, blocks, 1, [&](std::int64_t begin, std::int64_t end) {
    for (auto block = begin; block < end; ++block)
      work(block * kBlockRows, std::min(kBlockRows, rows - block * kBlockRows), sums + block * columns);
  });
  return parts.sum(0);
}

torch::Tensor rounded(const torch::Tensor& x) {
  const auto in = x.contiguous();
  auto out = at::empty(in.sizes(), in.options().dtype(torch::kBFloat16));
  forValues(in.numel(), [&](std::int64_t first, std::int64_t count) {
    rowKernels().round(in.data_ptr<float>() + first, count, bits(out) + first);
  });
  return out;
}

class Norm : public torch::autograd::Function<Norm> {
 public:
  static torch::Tensor forward(AutogradContext* context, const torch::Tensor& input, const torch::Tensor& weight,
                               const torch::Tensor& bias, double epsilon) {
    const auto x = input.contiguous();
    const auto out = at::empty(x.sizes(), x.options().dtype(torch::kBFloat16));
    const auto rows = x.numel() / x.size(-1);
    const auto moments = at::empty({rows, 2}, x.options());
    at::parallel_for(0, rows, kBlockRows, [&](std::int64_t begin, std::int64_t end) {
      auto args = arguments(x, weight, moments, begin, end - begin);
      args.bias = bias.data_ptr<float>();
      args.epsilon = static_cast<float>(epsilon);
      rowKernels().norm(args, bits(out) + begin * x.size(-1));
    });
    context->save_for_backward({x, weight, moments});
    return out;
  }

  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1], &moments = saved[2];
    const auto upstream = gradients[0].contiguous();
    const auto out = at::empty_like(x);
    const auto width = x.size(-1);
    const auto sums = sumsOfRows(x.numel() / width, 2 * width, [&](std::int64_t first, std::int64_t rows, float* part) {
      rowKernels().normGradient(arguments(x, weight, moments, first, rows), bits(upstream) + first * width,
                                out.data_ptr<float>() + first * width, part);
    });
    return {out, sums.narrow(0, 0, width), sums.narrow(0, width, width), {}};
  }

 private:
  static kernels::NormRowsArgs arguments(const torch::Tensor& x, const torch::Tensor& weight,
                                         const torch::Tensor& moments, std::int64_t first, std::int64_t rows) {
    kernels::NormRowsArgs args;
    args.x = x.data_ptr<float>() + first * x.size(-1);
    args.weight = weight.data_ptr<float>();
    args.rows = rows;
    args.width = x.size(-1);
    args.moments = moments.data_ptr<float>() + 2 * first;
    return args;
  }
};

class Linear : public torch::autograd::Function<Linear> {
 public:
  static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& weight,
                               const torch::Tensor& bias, bool gelu) {
    const bool biased = bias.numel() > 0;
    const auto in = x.reshape({-1, x.size(-1)}).contiguous(), matrix = rounded(weight);
    const auto product = at::mm(in, matrix.t());
    const auto width = product.size(1);
    if (biased)
      at::parallel_for(0, product.size(0), kBlockRows, [&](std::int64_t begin, std::int64_t end) {
        rowKernels().addBias(bits(product) + begin * width, bias.data_ptr<float>(), end - begin, width);
      });
    auto out = product;
    if (gelu) {
      out = at::empty_like(product);
      forValues(product.numel(), [&](std::int64_t first, std::int64_t count) {
        rowKernels().gelu(bits(product) + first, count, bits(out) + first);
      });
    }
    context->save_for_backward({in, matrix, product});
    context->saved_data["gelu"] = gelu;
    context->saved_data["shape"] = x.sizes();
    context->saved_data["biased"] = biased;
    auto shape = x.sizes().vec();
    shape.back() = width;
    return out.view(shape);
  }

  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &in = saved[0], &matrix = saved[1], &product = saved[2];
    auto slope = gradients[0].reshape({-1, matrix.size(0)}).contiguous();
    const auto width = slope.size(1);
    if (context->saved_data["gelu"].toBool()) {
      const auto upstream = slope;
      slope = at::empty_like(upstream);
      forValues(slope.numel(), [&](std::int64_t first, std::int64_t count) {
        rowKernels().geluGradient(bits(product) + first, bits(upstream) + first, count, bits(slope) + first);
      });
    }
    torch::Tensor ofBias;
    if (context->saved_data["biased"].toBool())
      ofBias = sumsOfRows(slope.size(0), width, [&](std::int64_t first, std::int64_t rows, float* part) {
        rowKernels().columnSums(bits(slope) + first * width, rows, width, part);
      });
    const auto ofX = at::mm(slope, matrix).view(context->saved_data["shape"].toIntVector());
    const auto ofWeight = at::mm(slope.t(), in).to(torch::kFloat32);
    return {ofX, ofWeight, ofBias, {}};
  }
};

class Add : public torch::autograd::Function<Add> {
 public:
  static torch::Tensor forward(AutogradContext*, const torch::Tensor& sum, const torch::Tensor& x) {
    const auto to = sum.contiguous(), in = x.contiguous();
    const auto out = at::empty_like(to);
    forValues(out.numel(), [&](std::int64_t first, std::int64_t count) {
      rowKernels().add(to.data_ptr<float>() + first, bits(in) + first, count, out.data_ptr<float>() + first);
    });
    return out;
  }
  static variable_list backward(AutogradContext*, const variable_list& gradients) {
    return {gradients[0], rounded(gradients[0])};
  }
};

class CrossEntropy : public torch::autograd::Function<CrossEntropy> {
 public:
  static torch::Tensor forward(AutogradContext* context, const torch::Tensor& scores, const torch::Tensor& targets) {
    const auto logits = scores.contiguous(), chosen = targets.contiguous();
    const auto rows = logits.size(0), vocab = logits.size(1);
    const auto logSums = at::empty({rows});
    const auto* target = chosen.data_ptr<std::int64_t>();
    const auto loss = sumsOfRows(rows, 1, [&](std::int64_t first, std::int64_t count, float* part) {
      *part = 0;
      for (auto row = first; row < first + count; ++row) {
        const float logSum = rowKernels().logSumOfExponentials(bits(logits) + row * vocab, vocab);
        logSums.data_ptr<float>()[row] = logSum;
        *part += logSum - static_cast<float>(logits.data_ptr<at::BFloat16>()[row * vocab + target[row]]);
      }
    });
    context->save_for_backward({logits, chosen, logSums});
    return loss.squeeze(0) / static_cast<double>(rows);
  }

  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &logits = saved[0], &chosen = saved[1], &logSums = saved[2];
    const auto rows = logits.size(0), vocab = logits.size(1);
    const float scale = gradients[0].item<float>() / static_cast<float>(rows);
    const auto* target = chosen.data_ptr<std::int64_t>();
    const auto out = at::empty_like(logits);
    at::parallel_for(0, rows, kBlockRows, [&](std::int64_t begin, std::int64_t end) {
      for (auto row = begin; row < end; ++row) {
        const float logSum = logSums.data_ptr<float>()[row];
        rowKernels().softmax(bits(logits) + row * vocab, vocab, logSum, scale, bits(out) + row * vocab);
        const auto at = row * vocab + target[row];
        const float probability = std::exp(static_cast<float>(logits.data_ptr<at::BFloat16>()[at]) - logSum);
        out.data_ptr<at::BFloat16>()[at] = (probability - 1) * scale;
      }
    });
    return {out, {}};
  }
};

}  // namespace

torch::Tensor bf16Norm(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, double epsilon) {
  return Norm::apply(x, weight, bias, epsilon);
}

torch::Tensor bf16Linear(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias) {
  return Linear::apply(x, weight, bias.defined() ? bias : at::empty({0}), false);
}

torch::Tensor bf16LinearGelu(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias) {
  return Linear::apply(x, weight, bias, true);
}

torch::Tensor bf16Add(const torch::Tensor& sum, const torch::Tensor& x) {
  return Add::apply(sum, x);
}

torch::Tensor bf16CrossEntropy(const torch::Tensor& logits, const torch::Tensor& targets) {
  return CrossEntropy::apply(logits, targets);
}

}  // namespace lpd::training
