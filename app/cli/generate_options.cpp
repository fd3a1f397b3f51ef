#include "generate_options.h"

#include <lpd/error.h>

#include <algorithm>
#include <random>

namespace lpd::cli {

namespace {

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(" \t");
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t") + 1 - from);
}

std::string lower(std::string text) {
  for (char& c : text)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

// 32 of the 64 bits, so that people can read and retype it.
std::uint64_t randomSeed() {
  return std::random_device{}();
}

}  // namespace

void GenerateOptions::add(CLI::App& app) {
  model.add(app);
  runtime.add(app);

  app.add_option("--class", classes,
                 "Class by name or index, none = unconditional, or all [none]; several make one image each")
      ->type_name("NAME|INDEX[,..]")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->group("Picture");
  app.add_option("--count", count, "Number of images [number of classes given]")
      ->check(wholeNumberFrom(1, kMaxCount))
      ->type_name("N")
      ->group("Picture");
  app.add_option("--seed", seed, "Seed of all randomness; image i is image i of the seed [random]")
      ->check(wholeNumber)
      ->type_name("N")
      ->group("Picture");
  app.add_option("--cfg", cfg, "Classifier-free guidance; 1 = none [the model's]")->type_name("X")->group("Picture");
  app.add_option("--cfg-schedule", cfgSchedule, kScheduleHelp)->type_name("NAME")->group("Picture");
  app.add_option("--temperature", temperature, "Sampling temperature [the model's]")->type_name("X")->group("Picture");
  app.add_option("--top-k", topK, "Keep the N most probable tokens [0 = all]")->type_name("N")->group("Picture");
  app.add_option("--top-p", topP, "Keep tokens up to this share of probability [1 = all]")
      ->type_name("X")
      ->group("Picture");
  app.add_flag("--greedy", greedy, "Always take the most probable token")->group("Picture");
  app.add_option("--batch", batch, "Images decoded together; never changes a picture [chosen]")
      ->type_name("N")
      ->group("Picture");

  auto* stepsOption =
      app.add_option("--steps", steps, "Steps to make a picture in [the model's]")->type_name("N")->group("Order");
  app.add_option("--group-sizes", groupSizes, "Positions made in each step, instead of --steps")
      ->type_name("\"[1,2,..]\"")
      ->excludes(stepsOption)
      ->group("Order");
  auto* orderOption =
      app.add_option("--order", order, "lpd, raster, random, halton, par, wavefront, spiral or coarse-to-fine [lpd]")
          ->type_name("NAME")
          ->group("Order");
  app.add_option("--orders-file", ordersFile, "A list of orders; image i takes order i modulo the list")
      ->type_name("F.json")
      ->excludes(orderOption)
      ->group("Order");
  app.add_option("--proximity", proximity, "Support at which a position counts as near what is generated [1]")
      ->type_name("X")
      ->group("Order");
  app.add_option("--repulsion", repulsion, "Positions of one step stay farther apart than this [the model's]")
      ->type_name("X")
      ->group("Order");
  app.add_option("--growth", growth, kGrowthHelp)->type_name("X")->group("Order");

  app.add_option("--out", out, "The picture, or a folder for NAME-SEED-INDEX.png")
      ->type_name("FILE.png|.jpg|.webp|DIR")
      ->group("Output");
  app.add_option("--sheet", sheet, "All pictures on one sheet")->type_name("FILE.png")->group("Output");
  app.add_option("--animation", animation, "Patches of the first picture filling in")
      ->type_name("F.gif|F.mp4|F.webp")
      ->group("Output");
  look.add(app);
  app.add_option("--tokens-out", tokensOut, "Tokens, orders, group sizes and seeds")
      ->type_name("F.json")
      ->group("Output");
  app.add_option("--logits-out", logitsOut, "Guided logits in generation order, [images, N, vocab]")
      ->type_name("F.safetensors")
      ->group("Output");
  app.add_option("--trace-out", traceOut, "Per step: positions, tokens, probability, entropy, ms")
      ->type_name("F.json")
      ->group("Output");
  output.add(app);
}

std::vector<int> parseClasses(const std::vector<std::string>& values, const ModelInfo& model) {
  std::vector<int> classes;
  for (const std::string& value : values) {
    const auto whole = std::find_if(model.classNames.begin(), model.classNames.end(),
                                    [&](const std::string& name) { return lower(name) == lower(trimmed(value)); });
    if (whole != model.classNames.end()) {
      classes.push_back(static_cast<int>(whole - model.classNames.begin()));
      continue;
    }
    for (std::size_t from = 0; from <= value.size();) {
      const std::size_t comma = std::min(value.find(',', from), value.size());
      const std::string name = trimmed(value.substr(from, comma - from));
      if (name.empty())
        throw Error(ErrorCode::Usage, "--class '" + value + "' holds an empty name", "give a name, an index or none");
      if (lower(name) == "all")
        for (int i = 0; i < model.transformer.classCount; ++i)
          classes.push_back(i);
      else
        classes.push_back(model.classIndex(name));
      from = comma + 1;
    }
  }
  if (classes.empty()) classes.push_back(kUnconditional);
  return classes;
}

GenerationRequest GenerateOptions::request(const ModelInfo& info) const {
  const int positions = info.grid.count();
  GenerationRequest request;
  const std::vector<int> wanted = parseClasses(classes, info);
  const int images = count.value_or(static_cast<int>(wanted.size()));
  for (int i = 0; i < images; ++i)
    request.classes.push_back(wanted[static_cast<std::size_t>(i) % wanted.size()]);

  request.plan.kind = parseOrderKind(order);
  request.plan.steps = steps.value_or(std::min(info.recommended.steps, positions));
  if (!groupSizes.empty()) {
    request.plan.groupSizes = parseGroupSizes(groupSizes);
    validateGroupSizes(request.plan.groupSizes, positions, "--group-sizes");
  }
  request.plan.proximity = proximity;
  request.plan.repulsion = repulsion.value_or(info.recommended.repulsion);
  request.plan.growth = growth.value_or(info.recommended.growth);
  if (!ordersFile.empty()) request.plan.orders = readOrders(ordersFile, positions);
  request.guidance = {cfg.value_or(info.recommended.cfg),
                      cfgSchedule ? parseGuidanceSchedule(*cfgSchedule) : info.recommended.schedule};
  request.sampling = {temperature.value_or(info.recommended.temperature), topK, topP, greedy};
  request.batchSize = batch;
  request.seed = seed ? *seed : randomSeed();
  requireFinite("--proximity", request.plan.proximity);
  requireFinite("--repulsion", request.plan.repulsion);
  requireFinite("--growth", request.plan.growth);
  requireFinite("--cfg", request.guidance.scale);
  requireFinite("--temperature", request.sampling.temperature);
  requireFinite("--top-p", request.sampling.topP);
  requireBatch(batch);
  request.validate(info.grid, info.transformer.classCount);
  return request;
}

}  // namespace lpd::cli
