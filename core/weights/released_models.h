#pragma once

#include <lpd/model_info.h>

#include <string>

namespace lpd::weights {

/// What is published about a checkpoint of these dimensions, for an import that is told nothing else.
struct ReleasedModel {
  std::string title;  ///< "LPD-L 256"; empty where the dimensions are those of no released model
  RecommendedSettings recommended;
};
ReleasedModel releasedModel(const TransformerConfig& config, int imageSize);

}  // namespace lpd::weights
