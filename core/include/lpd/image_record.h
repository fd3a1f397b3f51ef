#pragma once

#include <lpd/model_info.h>
#include <lpd/request.h>

#include <cstdint>
#include <string>
#include <vector>

namespace lpd {

enum class Precision;  // lpd/engine.h

/// Everything needed to make or replay one picture; stored in every PNG as the text chunk `lpd` (JSON, version 1).
struct ImageRecord {
  std::string generator;  ///< "LPD Studio x.y.z"
  std::string modelName;
  std::string modelSha256;      ///< of the transformer's file
  std::string tokenizerSha256;  ///< of the tokenizer's file: replay needs this one
  int classIndex = kUnconditional;
  std::string className;
  std::uint64_t seed = 0;
  int index = 0;  ///< image index of the seed
  Grid grid;
  OrderKind orderKind = OrderKind::Lpd;
  double proximity = 1.0;
  double repulsion = 2.0;
  bool customOrder = false;  ///< the order came from a file
  GuidanceOptions guidance;
  SamplingOptions sampling;
  Precision precision = {};  ///< of what made the pixels; Auto = not told
  GroupSizes groupSizes;
  Order order;
  std::vector<int> tokens;  ///< raster order

  int steps() const { return static_cast<int>(groupSizes.size()); }
  bool operator==(const ImageRecord&) const = default;
};

inline constexpr const char* kRecordKey = "lpd";             ///< PNG text keyword of the JSON record
inline constexpr const char* kParametersKey = "parameters";  ///< PNG text keyword other tools read

/// The record of image `image` of a request. `order`, `groupSizes` and `tokens` are what was really used.
ImageRecord makeRecord(const ModelInfo& model, const GenerationRequest& request, int image, const Order& order,
                       const GroupSizes& groupSizes, const std::vector<int>& tokens);

std::string toJson(const ImageRecord& record);
/// Throws InvalidFile naming the key that is missing, of a wrong type or contradictory. Never trusts sizes.
ImageRecord recordFromJson(const std::string& json);
/// The `parameters` text: class on the first line, then "Steps: 20, Order: lpd, CFG scale: 5, Seed: 1, ...".
std::string parametersText(const ImageRecord& record);

}  // namespace lpd
