#include "training/evaluate/judge.h"

#include "model/weight_tensors.h"
#include "training/optim/adamw.h"
#include "training/run/noise.h"

#include <lpd/error.h>
#include <lpd/picture_io.h>
#include <lpd/weights.h>

#include <algorithm>
#include <cmath>
#include <future>
#include <numbers>

namespace lpd::training {

namespace {

struct Layer {
  int in, out, stride;
};
constexpr Layer kLayers[] = {{3, 24, 1},  {24, 48, 2},  {48, 48, 1},  {48, 96, 2},
                             {96, 96, 1}, {96, 128, 2}, {128, 128, 1}};
constexpr int kLayerCount = static_cast<int>(std::size(kLayers));
constexpr int kTensorsALayer = 3;  // convolution, norm weight, norm bias
constexpr int kNormGroups = 8;
constexpr int kChunk = 64;  // pictures looked at together
constexpr double kDecay = 0.01;

// float32 [n, 3, side, side], -1..1.
torch::Tensor toTensor(const std::vector<Image>& pictures) {
  constexpr int side = Judge::kSide;
  const torch::Tensor all = at::empty({static_cast<std::int64_t>(pictures.size()), side, side, 3}, torch::kByte);
  std::uint8_t* to = all.data_ptr<std::uint8_t>();
  for (const Image& picture : pictures) {
    const Image small = centreCrop(picture, side);
    to = std::copy(small.rgb.begin(), small.rgb.end(), to);
  }
  return all.permute({0, 3, 1, 2}).to(torch::kFloat32).div(127.5).sub(1).contiguous();
}

struct Batch {
  torch::Tensor pictures;
  torch::Tensor labels;
};

Batch draw(const PictureStream& stream, const JudgeOptions& options, int step) {
  std::vector<Image> pictures;
  const torch::Tensor labels = at::empty({options.batch}, torch::kLong);
  for (int i = 0; i < options.batch; ++i) {
    Picture picture = stream(std::int64_t{step} * options.batch + i);
    if (picture.label < 0 || picture.label >= options.labels)
      throw Error(ErrorCode::Usage, "label " + std::to_string(picture.label) + " is out of range");
    labels.data_ptr<std::int64_t>()[i] = picture.label;
    pictures.push_back(std::move(picture.pixels));
  }
  return {toTensor(pictures), labels};
}

// Mirrored, shifted by up to three pixels, and softened half of the time: the judge is to see what is there, and not
// how crisp it was drawn.
torch::Tensor disturb(const torch::Tensor& pictures, const JudgeOptions& options, int step) {
  std::vector<torch::Tensor> rows;
  const torch::Tensor wide = at::reflection_pad2d(pictures, {3, 3, 3, 3});
  const torch::Tensor soft = at::avg_pool2d(at::reflection_pad2d(pictures, {4, 4, 4, 4}), {3, 3}, {1, 1});
  for (std::int64_t i = 0; i < pictures.size(0); ++i) {
    PhiloxStream dice = noise(options.seed, step, Purpose::Dropout, static_cast<std::uint32_t>(i));
    const std::int64_t x = dice.below(7), y = dice.below(7);
    torch::Tensor row = (dice.below(2) == 0 ? wide : soft)[i].narrow(1, y, Judge::kSide).narrow(2, x, Judge::kSide);
    rows.push_back(dice.below(2) == 0 ? row : row.flip({2}));
  }
  return at::stack(rows);
}

// Normal with standard deviation sqrt(2 / fan in) (He et al. 2015), from the counter-based stream.
torch::Tensor startWeights(at::IntArrayRef shape, std::int64_t fanIn, std::uint64_t seed, int tensor) {
  const torch::Tensor weights = at::empty(shape, torch::kFloat32);
  PhiloxStream dice = noise(seed, tensor, Purpose::Weights);
  const double scale = std::sqrt(2.0 / static_cast<double>(fanIn));
  float* to = weights.data_ptr<float>();
  for (std::int64_t i = 0; i < weights.numel(); ++i) {
    const double radius = std::sqrt(-2 * std::log(dice.uniform()));
    to[i] = static_cast<float>(scale * radius * std::cos(2 * std::numbers::pi * dice.uniform()));
  }
  return weights;
}

double rateAt(int step, const JudgeOptions& options) {
  const double done = static_cast<double>(step) / options.steps;
  const double warmUp = std::min(1.0, (step + 1) / 50.0);
  return options.rate * warmUp * 0.5 * (1 + std::cos(std::numbers::pi * done));
}

std::string tensorName(std::size_t index) {
  return "judge." + std::to_string(index);
}

}  // namespace

Judge::Output Judge::forward(const torch::Tensor& pictures) const {
  torch::Tensor x = pictures;
  for (int i = 0; i < kLayerCount; ++i) {
    const auto at = static_cast<std::size_t>(i * kTensorsALayer);
    x = at::conv2d(x, parameters_[at], {}, kLayers[i].stride, 1);
    x = at::relu(at::group_norm(x, kNormGroups, parameters_[at + 1], parameters_[at + 2]));
  }
  const auto heads = parameters_.end() - 4;
  Output output;
  output.features = at::linear(x.mean({2, 3}), heads[0], heads[1]);
  output.logits = at::linear(at::relu(output.features), heads[2], heads[3]);
  return output;
}

int Judge::labels() const {
  return static_cast<int>(parameters_.back().size(0));
}

Judge Judge::train(const PictureStream& pictures, const JudgeOptions& options,
                   const std::function<void(int, double)>& progress, std::stop_token stop) {
  if (options.labels < 2 || options.steps < 1 || options.batch < 1 || !(options.rate > 0))
    throw Error(ErrorCode::Usage, "a judge needs two kinds of pictures, a step and a picture a batch at least");
  Judge judge;
  auto& parameters = judge.parameters_;
  const auto add = [&](torch::Tensor tensor) { parameters.push_back(tensor.set_requires_grad(true)); };
  const auto start = [&](at::IntArrayRef shape, std::int64_t fanIn) {
    add(startWeights(shape, fanIn, options.seed, static_cast<int>(parameters.size())));
  };
  for (const Layer& layer : kLayers) {
    start({layer.out, layer.in, 3, 3}, layer.in * 9);
    add(at::ones({layer.out}));
    add(at::zeros({layer.out}));
  }
  start({kFeatures, kLayers[kLayerCount - 1].out}, kLayers[kLayerCount - 1].out);
  add(at::zeros({kFeatures}));
  start({options.labels, kFeatures}, kFeatures);
  add(at::zeros({options.labels}));

  Parameters trained;
  for (std::size_t i = 0; i < parameters.size(); ++i)
    trained.push_back({tensorName(i), parameters[i]});
  AdamW optimizer(trained, {.weightDecay = kDecay});
  const auto fetch = [&](int step) {
    return std::async(std::launch::async, [&pictures, &options, step] { return draw(pictures, options, step); });
  };
  std::future<Batch> next = fetch(0);
  for (int step = 0; step < options.steps; ++step) {
    const Batch batch = next.get();
    if (stop.stop_requested()) return {};
    if (step + 1 < options.steps) next = fetch(step + 1);
    const torch::Tensor loss =
        at::cross_entropy_loss(judge.forward(disturb(batch.pictures, options, step)).logits, batch.labels);
    const double value = loss.item<double>();
    if (!std::isfinite(value))
      throw Error(ErrorCode::Internal, "the judge's loss is no number after " + std::to_string(step) + " batches",
                  "lower its learning rate");
    loss.backward();
    optimizer.step(rateAt(step, options));
    zeroGradients(trained);
    if (progress) progress(step + 1, value);
  }
  for (torch::Tensor& parameter : parameters)
    parameter = parameter.detach();
  return judge;
}

void Judge::save(const std::filesystem::path& file, const std::map<std::string, std::string>& metadata) const {
  std::vector<NamedTensor> tensors;
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    const torch::Tensor tensor = parameters_[i].contiguous();
    NamedTensor named;
    named.info = {tensorName(i), DType::F32, tensor.sizes().vec()};
    named.data.bytes = {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()};
    tensors.push_back(std::move(named));
  }
  writeSafetensors(file, tensors, metadata);
}

Judge Judge::load(const std::filesystem::path& file) {
  const auto weights = WeightFile::open(file);
  const WeightTensors source(*weights);
  Judge judge;
  const auto get = [&](std::initializer_list<std::int64_t> shape) {
    judge.parameters_.push_back(source.get(tensorName(judge.parameters_.size()), shape).clone());
  };
  for (const Layer& layer : kLayers) {
    get({layer.out, layer.in, 3, 3});
    get({layer.out});
    get({layer.out});
  }
  get({kFeatures, kLayers[kLayerCount - 1].out});
  get({kFeatures});
  const TensorInfo* head = weights->find(tensorName(judge.parameters_.size()));
  if (head == nullptr || head->shape.size() != 2)
    throw Error(ErrorCode::InvalidFile, file.string() + " holds no judge", "delete it; the next run trains a new one");
  const std::int64_t labels = head->shape[0];
  get({labels, kFeatures});
  get({labels});
  return judge;
}

Judge::Opinion Judge::look(const std::vector<Image>& pictures) const {
  if (pictures.empty()) throw Error(ErrorCode::Usage, "there is no picture to judge");
  const at::NoGradGuard noGradients;
  std::vector<torch::Tensor> labels, features;
  for (std::size_t from = 0; from < pictures.size(); from += kChunk) {
    const std::size_t to = std::min(from + kChunk, pictures.size());
    const Output output = forward(toTensor(
        {pictures.begin() + static_cast<std::ptrdiff_t>(from), pictures.begin() + static_cast<std::ptrdiff_t>(to)}));
    labels.push_back(output.logits.argmax(1));
    features.push_back(output.features.to(torch::kFloat64));
  }
  return {at::cat(labels), at::cat(features)};
}

}  // namespace lpd::training
