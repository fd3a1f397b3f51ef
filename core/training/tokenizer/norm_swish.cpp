#include "training/tokenizer/norm_swish.h"

#include "backends/cpu/kernels.h"

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

constexpr auto kPixelsFirst = torch::MemoryFormat::ChannelsLast;
constexpr std::int64_t kBlock = 1024;  // pixels a task

/// Pictures [B, H, W, C] cut into blocks of pixels. Sums are gathered block by block and added in their order: the same
/// on any number of threads.
class Blocks {
 public:
  explicit Blocks(const torch::Tensor& x)
      : pictures_(x.size(0)),
        channels_(x.size(1)),
        pixels_(x.size(2) * x.size(3)),
        each_((pixels_ + kBlock - 1) / kBlock) {}

  std::int64_t pictures() const { return pictures_; }
  std::int64_t channels() const { return channels_; }
  std::int64_t pixels() const { return pixels_; }

  /// work(picture, first value of the block, its pixels, block)
  template <class Work>
  void forEach(const Work& work) const {
    at::parallel_for(0, pictures_ * each_, 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        const std::int64_t picture = i / each_, first = i % each_ * kBlock;
        work(picture, (picture * pixels_ + first) * channels_, std::min(kBlock, pixels_ - first), i);
      }
    });
  }

  /// [picture][2][channels]: what work(first value, pixels, sums) adds to the sums of each block.
  template <class Work>
  std::vector<double> sums(const Work& work) const {
    std::vector<double> ofBlocks(pictures_ * each_ * 2 * channels_), ofPictures(pictures_ * 2 * channels_);
    forEach([&](std::int64_t, std::int64_t first, std::int64_t pixels, std::int64_t block) {
      work(first, pixels, &ofBlocks[block * 2 * channels_]);
    });
    for (std::int64_t block = 0; block < pictures_ * each_; ++block)
      for (std::int64_t c = 0; c < 2 * channels_; ++c)
        ofPictures[block / each_ * 2 * channels_ + c] += ofBlocks[block * 2 * channels_ + c];
    return ofPictures;
  }

 private:
  std::int64_t pictures_, channels_, pixels_, each_;
};

/// What normalises each channel of each picture: [picture][channel]. Kept from one pass to the other.
struct Moments : torch::CustomClassHolder {
  explicit Moments(std::int64_t count) : mean(count), scale(count), shift(count), inverse(count) {}
  std::vector<float> mean, scale, shift;
  std::vector<double> inverse;  ///< 1 / standard deviation
};

template <class Element>
const kernels::PictureNorm<Element>& norms() {
  if constexpr (std::is_same_v<Element, float>)
    return kernels::table().norm;
  else
    return kernels::table().normBf16;
}

template <class Element>
Element* valuesOf(const torch::Tensor& tensor) {
  return static_cast<Element*>(tensor.data_ptr());
}

template <class Element>
c10::intrusive_ptr<Moments> momentsOf(const Blocks& blocks, const Element* x, const float* weight, const float* bias,
                                      std::int64_t groups) {
  const std::int64_t channels = blocks.channels(), width = channels / groups;
  const auto sums = blocks.sums([&](std::int64_t first, std::int64_t pixels, double* out) {
    norms<Element>().channelSums(x + first, pixels, channels, out);
  });
  const double count = static_cast<double>(blocks.pixels() * width);
  auto found = c10::make_intrusive<Moments>(blocks.pictures() * channels);
  for (std::int64_t first = 0; first < blocks.pictures() * channels; first += width) {
    const double* ofPicture = &sums[first / channels * 2 * channels];
    double total = 0, squares = 0;
    for (std::int64_t c = first % channels; c < first % channels + width; ++c) {
      total += ofPicture[c];
      squares += ofPicture[channels + c];
    }
    const double mean = total / count;
    const double inverse = 1.0 / std::sqrt(std::max(0.0, squares / count - mean * mean) + kNormEpsilon);
    for (std::int64_t i = first; i < first + width; ++i) {
      const double factor = weight[i % channels] * inverse;
      found->mean[i] = static_cast<float>(mean);
      found->inverse[i] = inverse;
      found->scale[i] = static_cast<float>(factor);
      found->shift[i] = static_cast<float>(bias[i % channels] - mean * factor);
    }
  }
  return found;
}

template <class Element>
class NormSwish : public torch::autograd::Function<NormSwish<Element>> {
 public:
  static Variable forward(AutogradContext* context, const Variable& input, const Variable& weight, const Variable& bias,
                          std::int64_t groups) {
    const auto x = input.contiguous(kPixelsFirst);
    auto y = torch::empty_like(x);
    const Blocks blocks(x);
    const auto* in = valuesOf<Element>(x);
    auto* out = valuesOf<Element>(y);
    const auto moments = momentsOf(blocks, in, weight.data_ptr<float>(), bias.data_ptr<float>(), groups);
    blocks.forEach([&](std::int64_t picture, std::int64_t first, std::int64_t pixels, std::int64_t) {
      const std::int64_t channels = blocks.channels();
      norms<Element>().normSwish({in + first, &moments->scale[picture * channels], &moments->shift[picture * channels],
                                  pixels, channels, out + first});
    });
    context->save_for_backward({x, weight});
    context->saved_data["groups"] = groups;
    context->saved_data["moments"] = c10::IValue::make_capsule(moments);
    return y;
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1];
    const std::int64_t groups = context->saved_data["groups"].toInt();
    const auto moments = c10::static_intrusive_pointer_cast<Moments>(context->saved_data["moments"].toCapsule());
    const auto upstream = gradients[0].contiguous(kPixelsFirst);
    auto result = torch::empty_like(x);
    const Blocks blocks(x);
    const std::int64_t channels = blocks.channels();
    const auto* in = valuesOf<Element>(x);
    const auto* dy = valuesOf<Element>(upstream);
    auto* dx = valuesOf<Element>(result);
    const auto sums = blocks.sums([&](std::int64_t first, std::int64_t pixels, double* out) {
      const std::int64_t picture = first / (blocks.pixels() * channels) * channels;
      norms<Element>().swishGradient({in + first, dy + first, &moments->scale[picture], &moments->shift[picture],
                                      &moments->mean[picture], pixels, channels, dx + first},
                                     out);
    });
    auto weightGradient = torch::zeros_like(weight), biasGradient = torch::zeros_like(weight);
    const auto factors = throughNorm(blocks, *moments, sums, weight.data_ptr<float>(), channels / groups,
                                     weightGradient.data_ptr<float>(), biasGradient.data_ptr<float>());
    blocks.forEach([&](std::int64_t picture, std::int64_t first, std::int64_t pixels, std::int64_t) {
      norms<Element>().channelCombine(dx + first, in + first, pixels, channels, &factors[picture * 3 * channels]);
    });
    return {result, weightGradient, biasGradient, Variable()};
  }

 private:
  /// [picture][3][channel]: the gradient of x is that of v times the first, plus x times the second, plus the third.
  static std::vector<float> throughNorm(const Blocks& blocks, const Moments& moments, const std::vector<double>& sums,
                                        const float* weight, std::int64_t width, float* weightGradient,
                                        float* biasGradient) {
    const std::int64_t channels = blocks.channels();
    const double count = static_cast<double>(blocks.pixels() * width);
    std::vector<float> factors(blocks.pictures() * 3 * channels);
    for (std::int64_t i = 0; i < blocks.pictures() * channels; i += width) {
      const std::int64_t picture = i / channels, first = i % channels;
      const double* ofPicture = &sums[picture * 2 * channels];
      const double inverse = moments.inverse[i];
      double sum = 0, product = 0;  // of the gradients of the normalised values, and of those times the values
      for (std::int64_t c = first; c < first + width; ++c) {
        const double withNormalised = ofPicture[channels + c] * inverse;
        biasGradient[c] += static_cast<float>(ofPicture[c]);
        weightGradient[c] += static_cast<float>(withNormalised);
        sum += weight[c] * ofPicture[c];
        product += weight[c] * withNormalised;
      }
      const double slope = -inverse * inverse * product / count;
      float* out = &factors[picture * 3 * channels];
      for (std::int64_t c = first; c < first + width; ++c) {
        out[c] = moments.scale[picture * channels + c];
        out[channels + c] = static_cast<float>(slope);
        out[2 * channels + c] = static_cast<float>(-inverse * sum / count - moments.mean[i] * slope);
      }
    }
    return factors;
  }
};

}  // namespace

torch::Tensor normSwish(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, int groups) {
  if (!x.is_cpu()) return normSwishByTorch(x, weight, bias, groups);
  if (x.scalar_type() == torch::kBFloat16)
    return NormSwish<std::uint16_t>::apply(x, weight, bias, static_cast<std::int64_t>(groups));
  return NormSwish<float>::apply(x, weight, bias, static_cast<std::int64_t>(groups));
}

torch::Tensor normSwishByTorch(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                               int groups) {
  return at::silu(at::group_norm(x, groups, weight, bias, kNormEpsilon));
}

}  // namespace lpd::training
