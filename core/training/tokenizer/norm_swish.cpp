#include "training/tokenizer/norm_swish.h"

#include "training/tokenizer/norm_rows.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lpd::training {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

/// One group of channels of one picture: contiguous.
struct Group {
  std::int64_t pixels, width;  ///< of a channel; channels
  const float* x;
  const float* weight;
  const float* bias;
  double mean = 0, inverse = 0;  ///< 1 / standard deviation

  double count() const { return static_cast<double>(pixels * width); }
  void measure() {
    const float guess = x[0];
    const auto sums = norm_rows::moments(x, guess, pixels * width);
    const double offset = sums.first / count();
    mean = guess + offset;
    inverse = 1.0 / std::sqrt(std::max(0.0, sums.second / count() - offset * offset) + kNormEpsilon);
  }
  float scale(std::int64_t c) const { return static_cast<float>(weight[c] * inverse); }
  float shift(std::int64_t c) const { return static_cast<float>(bias[c] - mean * weight[c] * inverse); }
};

class Groups {
 public:
  Groups(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, std::int64_t groups)
      : groups_(groups),
        pixels_(x.size(2) * x.size(3)),
        width_(x.size(1) / groups),
        count_(x.size(0) * groups),
        x_(x.data_ptr<float>()),
        weight_(weight.data_ptr<float>()),
        bias_(bias.data_ptr<float>()) {}

  /// work(group, where its pixels start, its first channel of all pictures' channels, first channel of the layer)
  template <class Work>
  void forEach(const Work& work) const {
    at::parallel_for(0, count_, 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        const std::int64_t channel = i % groups_ * width_;
        Group group{pixels_, width_, x_ + i * width_ * pixels_, weight_ + channel, bias_ + channel};
        group.measure();
        work(group, i * width_ * pixels_, i * width_);
      }
    });
  }

 private:
  std::int64_t groups_, pixels_, width_, count_;
  const float *x_, *weight_, *bias_;
};

class NormSwish : public torch::autograd::Function<NormSwish> {
 public:
  static Variable forward(AutogradContext* context, const Variable& input, const Variable& weight, const Variable& bias,
                          std::int64_t groups) {
    const auto x = input.contiguous();
    auto y = torch::empty_like(x);
    float* out = y.data_ptr<float>();
    Groups(x, weight, bias, groups).forEach([&](const Group& group, std::int64_t at, std::int64_t) {
      for (std::int64_t c = 0; c < group.width; ++c)
        norm_rows::forward(group.x + c * group.pixels, group.scale(c), group.shift(c), out + at + c * group.pixels,
                           group.pixels);
    });
    context->save_for_backward({x, weight, bias});
    context->saved_data["groups"] = groups;
    return y;
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1], &bias = saved[2];
    const auto dy = gradients[0].contiguous();
    auto dx = torch::empty_like(x);
    // By picture and channel; summed over the pictures in their order.
    auto weightParts = torch::empty({x.size(0), x.size(1)}), biasParts = torch::empty({x.size(0), x.size(1)});
    const Groups groups(x, weight, bias, context->saved_data["groups"].toInt());
    groups.forEach([&](const Group& group, std::int64_t at, std::int64_t channel) {
      backwardGroup(group, dy.data_ptr<float>() + at, dx.data_ptr<float>() + at,
                    weightParts.data_ptr<float>() + channel, biasParts.data_ptr<float>() + channel);
    });
    return {dx, weightParts.sum(0), biasParts.sum(0), Variable()};
  }

 private:
  static void backwardGroup(const Group& group, const float* dy, float* dx, float* weightGradient,
                            float* biasGradient) {
    double sum = 0, product = 0;  // of the gradients of the normalised values, and of those times the values
    for (std::int64_t c = 0; c < group.width; ++c) {
      const std::int64_t at = c * group.pixels;
      const auto sums = norm_rows::backward(group.x + at, dy + at, group.scale(c), group.shift(c),
                                            static_cast<float>(group.mean), dx + at, group.pixels);
      const double withNormalised = sums.second * group.inverse;
      biasGradient[c] = static_cast<float>(sums.first);
      weightGradient[c] = static_cast<float>(withNormalised);
      sum += group.weight[c] * sums.first;
      product += group.weight[c] * withNormalised;
    }
    const double b = -group.inverse * group.inverse * product / group.count();
    const double offset = -group.inverse * sum / group.count() - group.mean * b;
    for (std::int64_t c = 0; c < group.width; ++c) {
      const std::int64_t at = c * group.pixels;
      norm_rows::combine(dx + at, group.x + at, group.scale(c), static_cast<float>(b), static_cast<float>(offset),
                         group.pixels);
    }
  }
};

}  // namespace

torch::Tensor normSwish(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, int groups) {
  if (!x.is_cpu()) return normSwishByTorch(x, weight, bias, groups);
  return NormSwish::apply(x, weight, bias, static_cast<std::int64_t>(groups));
}

torch::Tensor normSwishByTorch(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                               int groups) {
  return at::silu(at::group_norm(x, groups, weight, bias, kNormEpsilon));
}

}  // namespace lpd::training
