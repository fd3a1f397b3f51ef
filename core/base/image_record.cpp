#include "base/number_text.h"

#include <lpd/engine.h>
#include <lpd/error.h>
#include <lpd/image_record.h>
#include <lpd/version.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace lpd {

namespace {

// Other tools read the text line by line.
std::string oneLine(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

std::string samplingText(const SamplingOptions& sampling) {
  if (sampling.greedy) return ", Sampler: greedy";
  std::string text = ", Temperature: " + numberText(sampling.temperature);
  if (sampling.topK > 0) text += ", Top-k: " + numberText(sampling.topK);
  if (sampling.topP < 1) text += ", Top-p: " + numberText(sampling.topP);
  return text;
}

std::string orderText(const ImageRecord& record) {
  if (record.customOrder) return ", Order: custom";
  std::string text = ", Order: " + std::string(toString(record.orderKind));
  if (record.orderKind == OrderKind::Lpd)
    text += ", Proximity: " + numberText(record.proximity) + ", Repulsion: " + numberText(record.repulsion);
  return text;
}

std::string guidanceText(const GuidanceOptions& guidance) {
  std::string text = ", CFG scale: " + numberText(guidance.scale);
  if (guidance.scale != 1) text += ", CFG schedule: " + std::string(toString(guidance.schedule));
  return text;
}

}  // namespace

ImageRecord makeRecord(const ModelInfo& model, const GenerationRequest& request, int image, const Order& order,
                       const GroupSizes& groupSizes, const std::vector<int>& tokens) {
  if (image < 0 || static_cast<std::size_t>(image) >= request.classes.size())
    throw Error(ErrorCode::Internal, "the request has no image " + std::to_string(image));
  ImageRecord record;
  record.generator = generatorString();
  record.modelName = model.name;
  record.modelSha256 = model.transformerSha256;
  record.tokenizerSha256 = model.tokenizerSha256;
  record.classIndex = request.classes[static_cast<std::size_t>(image)];
  record.className = model.className(record.classIndex);
  record.seed = request.seed;
  record.index = request.firstIndex + image;
  record.grid = model.grid;
  record.orderKind = request.plan.kind;
  record.proximity = request.plan.proximity;
  record.repulsion = request.plan.repulsion;
  record.customOrder = !request.plan.orders.empty();
  record.guidance = request.guidance;
  record.sampling = request.sampling;
  record.groupSizes = groupSizes;
  record.order = order;
  record.tokens = tokens;
  return record;
}

std::string parametersText(const ImageRecord& record) {
  std::string text = oneLine(record.className) + "\nSteps: " + std::to_string(record.steps()) + orderText(record) +
                     guidanceText(record.guidance) + samplingText(record.sampling) +
                     ", Seed: " + std::to_string(record.seed) + ", Image index: " + std::to_string(record.index) +
                     ", Tokens: " + std::to_string(record.grid.width) + "x" + std::to_string(record.grid.height) +
                     ", Model: " + oneLine(record.modelName);
  if (record.precision != Precision::Auto) text += ", Precision: " + std::string(toString(record.precision));
  if (!record.modelSha256.empty()) text += ", Model hash: " + oneLine(record.modelSha256.substr(0, 10));
  return text + ", Version: " + oneLine(record.generator);
}

}  // namespace lpd
