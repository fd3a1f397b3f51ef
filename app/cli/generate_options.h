#pragma once

#include "animate.h"
#include "shared_options.h"

#include <lpd/request.h>

#include <optional>

namespace lpd::cli {

/// The options of `lpd generate` as they were typed; what was not typed comes from the model's recommendation.
struct GenerateOptions {
  ModelOptions model;
  RuntimeOptions runtime;
  OutputOptions output;
  AnimationLook look;

  std::vector<std::string> classes;
  std::optional<int> count;
  std::optional<std::uint64_t> seed;
  std::optional<int> steps;
  std::string groupSizes;
  std::string order = "lpd";
  std::filesystem::path ordersFile;
  double proximity = 1;
  std::optional<double> repulsion;
  std::optional<double> growth;
  std::optional<double> cfg;
  std::optional<std::string> cfgSchedule;
  std::optional<double> temperature;
  int topK = 0;
  double topP = 1;
  bool greedy = false;
  int batch = 0;

  std::filesystem::path out;
  std::filesystem::path sheet;
  std::filesystem::path tokensOut;
  std::filesystem::path logitsOut;
  std::filesystem::path animation;
  std::filesystem::path traceOut;

  void add(CLI::App& app);
  /// The request they mean for this model, validated. A missing seed is drawn now.
  GenerationRequest request(const ModelInfo& model) const;
};

/// The classes `--class` names: each value is a name, an index or "none", or several of them with commas between.
/// A value that is one whole class name is taken as such even if it holds commas.
std::vector<int> parseClasses(const std::vector<std::string>& values, const ModelInfo& model);

/// What --growth does, for the commands that generate.
inline constexpr const char* kGrowthHelp =
    "How steps grow: 0 as published, else with this power; more leaves more to the last steps [the model's]";

/// What --cfg-schedule does, for the commands that generate.
inline constexpr const char* kScheduleHelp =
    "Guidance grows with the patches (linear), with the steps, or is constant [the model's]";

}  // namespace lpd::cli
