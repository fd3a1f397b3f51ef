#include "training/tokenizer/heldout_measure.h"

#include "model/tokenizer.h"
#include "training/tokenizer/crop_loader.h"
#include "training/tokenizer/quantise.h"

#include <lpd/picture_io.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lpd::training {

namespace {

constexpr std::int64_t kAtOnce = 4;
constexpr double kMostDecibels = 99;  // of an equal picture, so that means stay finite

std::vector<Image> asImages(const torch::Tensor& pictures) {
  std::vector<Image> images;
  const auto rows = pictures.to(torch::kCPU, torch::kFloat32).permute({0, 2, 3, 1}).contiguous();
  for (std::int64_t i = 0; i < rows.size(0); ++i)
    images.push_back(toImage(rows[i]));
  return images;
}

}  // namespace

HeldoutFigures measureHeldout(const TrainableTokenizer& network, const Codebook* codebook, const PictureSource& source,
                              std::int64_t count, int kept, const torch::Device& device) {
  const torch::NoGradGuard noGradients;
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  count = std::min(count, source.heldoutCount());
  HeldoutFigures figures;
  std::vector<torch::Tensor> codes;
  for (std::int64_t first = 0; first < count; first += kAtOnce) {
    std::vector<Image> originals;
    for (std::int64_t i = first; i < std::min(count, first + kAtOnce); ++i)
      originals.push_back(source.heldout(i).pixels);
    auto latents = network.encode(stacked(originals).to(device));
    if (codebook) {
      codes.push_back(codebook->nearest(asRows(latents)));
      latents = asPicture(codebook->vectors().index_select(0, codes.back()), latents);
    }
    const auto made = asImages(network.decode(latents));
    for (std::size_t i = 0; i < made.size(); ++i) {
      figures.psnr += std::min(kMostDecibels, psnr(originals[i], made[i])) / static_cast<double>(count);
      if (static_cast<int>(figures.originals.size()) >= kept) continue;
      figures.originals.push_back(originals[i]);
      figures.reconstructions.push_back(made[i]);
    }
  }
  if (count == 0) figures.psnr = kNone;
  figures.perplexity = codes.empty() ? kNone : perplexity(at::cat(codes), network.config().codebookSize);
  return figures;
}

}  // namespace lpd::training
