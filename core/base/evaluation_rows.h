#pragma once

#include <lpd/evaluate.h>

#include <vector>

namespace lpd {

/// The rows asked for, nothing measured yet.
std::vector<EvaluationCell> cellsOf(const EvaluationOptions& options, const ModelInfo& model);
/// What makes the pictures of a row, all but its classes.
GenerationRequest requestOf(const EvaluationCell& cell, const EvaluationOptions& options, const ModelInfo& model);

}  // namespace lpd
