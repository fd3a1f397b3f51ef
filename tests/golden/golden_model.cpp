#include "golden/golden_model.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace {

template <typename T>
std::vector<T> values(const lpd::WeightFile& file, const std::string& name, lpd::DType type) {
  const auto* info = file.find(name);
  if (!info || info->type != type) throw std::runtime_error("fixture lacks " + name);
  const auto data = file.read(name);
  std::vector<T> result(data.bytes.size() / sizeof(T));
  std::memcpy(result.data(), data.bytes.data(), data.bytes.size());
  return result;
}

std::vector<std::vector<int>> rows(const std::vector<std::int64_t>& flat, std::size_t width) {
  std::vector<std::vector<int>> result;
  for (std::size_t i = 0; i < flat.size(); i += width)
    result.emplace_back(flat.begin() + i, flat.begin() + i + width);
  return result;
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "lpd-test-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

GoldenModel::GoldenModel(const std::filesystem::path& fixtures, lpd::DType type) {
  lpd::ImportOptions options;
  options.transformer = fixtures / "lpd_a.pth";
  options.tokenizer = fixtures / "vq_a.pt";
  options.name = "golden";
  options.out = folder_.path() / "golden";
  options.type = type;
  info_ = *lpd::importModel(options);
  tensors_ = lpd::WeightFile::open(fixtures / "golden_a.safetensors");

  std::ifstream file(fixtures / "golden_a.json");
  const auto json = nlohmann::json::parse(file);
  const auto tokens = static_cast<std::size_t>(info_.grid.count());
  for (const auto& entry : json.at("cases")) {
    GoldenCase golden;
    golden.name = "case" + std::to_string(cases_.size());
    auto& request = golden.request;
    request.plan.groupSizes = entry.at("group_sizes").get<lpd::GroupSizes>();
    request.plan.orders = rows(integers(golden.name + ".orders"), tokens);
    request.classes = std::vector<int>(request.plan.orders.size(), lpd::kUnconditional);
    if (!entry.at("labels").is_null()) request.classes = entry.at("labels").get<std::vector<int>>();
    request.guidance.scale = entry.at("cfg");
    const bool constant = entry.at("cfg_schedule") == "constant";
    request.guidance.schedule = constant ? lpd::GuidanceSchedule::Constant : lpd::GuidanceSchedule::Linear;
    request.sampling.greedy = true;
    request.keepLogits = true;
    golden.tokens = rows(integers(golden.name + ".tokens"), tokens);
    cases_.push_back(std::move(golden));
  }
  for (const auto& entry : json.at("train_loss"))
    trainLosses_.push_back({entry.at("group_sizes").get<lpd::GroupSizes>(), entry.at("loss").get<double>()});
}

std::vector<float> GoldenModel::floats(const std::string& tensor) const {
  return values<float>(*tensors_, tensor, lpd::DType::F32);
}

std::vector<std::int64_t> GoldenModel::integers(const std::string& tensor) const {
  return values<std::int64_t>(*tensors_, tensor, lpd::DType::I64);
}

std::vector<std::int64_t> GoldenModel::shape(const std::string& tensor) const {
  return tensors_->find(tensor)->shape;
}

double largestLogitError(const GoldenModel& golden, const GoldenCase& golden_case, const lpd::GeneratedImage& image) {
  double worst = 0;
  const auto compare = [&](const std::string& tensor, bool fromEnd) {
    const auto want = golden.floats(golden_case.name + tensor);
    const std::size_t each = want.size() / golden_case.tokens.size();
    const float* expected = want.data() + image.image * each;
    const float* have = image.logits.data() + (fromEnd ? image.logits.size() - each : 0);
    for (std::size_t i = 0; i < each; ++i)
      worst = std::max(worst, std::abs(double{have[i]} - expected[i]));
  };
  compare(".logits_gen_order", false);
  compare(".logits_last", true);
  return worst;
}

double largestPixelError(const GoldenModel& golden, const GoldenCase& golden_case, const lpd::GeneratedImage& image) {
  const auto want = golden.floats(golden_case.name + ".image");
  const auto shape = golden.shape(golden_case.name + ".image");  // [B, 3, h, w]
  const int height = static_cast<int>(shape[2]), width = static_cast<int>(shape[3]);
  const int every = image.pixels.height / height;
  double worst = 0;
  for (int channel = 0; channel < 3; ++channel)
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x) {
        const float expected = want[((image.image * 3 + channel) * height + y) * width + x];
        const double level = std::clamp((expected + 1.0) / 2, 0.0, 1.0) * 255;
        worst = std::max(worst, std::abs(level - image.pixels.pixel(x * every, y * every)[channel]));
      }
  return worst;
}
