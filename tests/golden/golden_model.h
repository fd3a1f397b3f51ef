#pragma once

#include <lpd/engine.h>
#include <lpd/weights.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// A folder that is gone when the object is.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// One greedy generation of the released code.
struct GoldenCase {
  std::string name;  ///< "case0"; prefix of its tensors
  lpd::GenerationRequest request;
  std::vector<std::vector<int>> tokens;  ///< by image, raster order
};

/// The small random model of the fixtures, imported from the checkpoint as users do, and what the released code made of
/// it. Needs neither Qt nor torch.
class GoldenModel {
 public:
  explicit GoldenModel(const std::filesystem::path& fixtures, lpd::DType type = lpd::DType::F32);

  const lpd::ModelInfo& info() const { return info_; }
  const std::vector<GoldenCase>& cases() const { return cases_; }
  /// Training losses by group sizes.
  struct TrainLoss {
    lpd::GroupSizes groupSizes;
    double loss;
  };
  const std::vector<TrainLoss>& trainLosses() const { return trainLosses_; }

  std::vector<float> floats(const std::string& tensor) const;
  std::vector<std::int64_t> integers(const std::string& tensor) const;
  std::vector<std::int64_t> shape(const std::string& tensor) const;

 private:
  ScratchFolder folder_;
  lpd::ModelInfo info_;
  std::unique_ptr<lpd::WeightFile> tensors_;
  std::vector<GoldenCase> cases_;
  std::vector<TrainLoss> trainLosses_;
};

/// Largest difference between the logits of a generated image and the fixture's (first 24 and last 4 positions).
double largestLogitError(const GoldenModel& golden, const GoldenCase& golden_case, const lpd::GeneratedImage& image);
/// Largest difference of a pixel, in units of 1/255.
double largestPixelError(const GoldenModel& golden, const GoldenCase& golden_case, const lpd::GeneratedImage& image);
