#include "training/tokenizer/crop_loader.h"

#include "training/run/noise.h"

#include <algorithm>

namespace lpd::training {

namespace {

/// Small crops share a picture, so that drawing or reading it does not cost more than learning from it.
constexpr int kCropsAPicture = 4;

int cropsAPicture(int size, int pixels) {
  return std::clamp(size / pixels * (size / pixels), 1, kCropsAPicture);
}

/// The square at (left, top) as planes.
void copyCrop(const Image& image, int left, int top, int pixels, float* out) {
  const auto plane = static_cast<std::ptrdiff_t>(pixels) * pixels;
  for (int y = 0; y < pixels; ++y) {
    const std::uint8_t* in = image.pixel(left, top + y);
    float* row = out + static_cast<std::ptrdiff_t>(y) * pixels;
    for (int x = 0; x < pixels; ++x)
      for (int channel = 0; channel < 3; ++channel)
        row[channel * plane + x] = static_cast<float>(in[3 * x + channel]) / 127.5f - 1.0f;
  }
}

}  // namespace

CropLoader::CropLoader(const PictureSource& source, const TokenizerRecipe& recipe, const ProcessPlace& place,
                       int threads)
    : source_(source), recipe_(recipe), place_(place), pool_(threads) {}

CropLoader::~CropLoader() {
  if (next_.valid()) next_.wait();
}

torch::Tensor CropLoader::batch(std::int64_t step) {
  auto current = prepared_ == step ? next_.get() : load(step);
  prepared_ = -1;
  if (step + 1 < recipe_.steps()) {
    next_ = std::async(std::launch::async, [this, step] { return load(step + 1); });
    prepared_ = step + 1;
  }
  return current;
}

torch::Tensor CropLoader::load(std::int64_t step) const {
  const CropStage& stage = recipe_.stageAt(step);
  const int perPicture = cropsAPicture(recipe_.size, stage.pixels), stride = recipe_.model.stride();
  const auto places = static_cast<std::uint32_t>((recipe_.size - stage.pixels) / stride + 1);
  const auto share = BatchShare::of(stage.batch, place_);
  auto batch = torch::empty({share.count, 3, stage.pixels, stage.pixels});
  float* out = batch.data_ptr<float>();
  const std::int64_t firstPicture = share.first / perPicture;
  const std::int64_t lastPicture = (share.first + share.count - 1) / perPicture;
  pool_.run(lastPicture - firstPicture + 1, [&](std::int64_t task) {
    const std::int64_t picture = firstPicture + task;
    auto dice = noise(recipe_.seed, step, Purpose::Pictures, static_cast<std::uint32_t>(picture));
    Image image = source_.train(dice.below(static_cast<std::uint32_t>(source_.trainCount()))).pixels;
    if (dice.below(2) == 1) image = mirrored(image);
    for (int i = 0; i < perPicture; ++i) {
      const int left = static_cast<int>(dice.below(places)) * stride;
      const int top = static_cast<int>(dice.below(places)) * stride;
      const std::int64_t item = picture * perPicture + i - share.first;
      if (item >= 0 && item < share.count)
        copyCrop(image, left, top, stage.pixels, out + item * 3 * stage.pixels * stage.pixels);
    }
  });
  return batch;
}

torch::Tensor stacked(const std::vector<Image>& pictures) {
  const int size = pictures.front().width;
  auto batch = torch::empty({static_cast<std::int64_t>(pictures.size()), 3, size, size});
  for (std::size_t i = 0; i < pictures.size(); ++i)
    copyCrop(pictures[i], 0, 0, size, batch.data_ptr<float>() + i * pictures[i].rgb.size());
  return batch;
}

}  // namespace lpd::training
