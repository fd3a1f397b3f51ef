#include "shared_options.h"

#include <lpd/animation.h>
#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/picture_io.h>

#include <CLI/CLI.hpp>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iostream>
#include <limits>
#include <optional>

namespace lpd::cli {

namespace fs = std::filesystem;

void ModelOptions::add(CLI::App& app) {
  app.add_option("--model", model, std::string("Model name or bundle folder [") + kDefaultModel + "]")
      ->type_name("NAME|DIR")
      ->group("Model");
  app.add_option("--models-dir", modelsDir, "Look for models here first")->type_name("DIR")->group("Model");
}

ModelInfo ModelOptions::find() const {
  return findModel(model, searchPath());
}

void RuntimeOptions::add(CLI::App& app) {
  app.add_option("--device", device, "auto, cpu, cuda or cuda:N [auto]")->type_name("DEVICE")->group("Model");
  app.add_option("--precision", precision, "auto, fp32 or bf16 [auto: bf16 where it is faster]")
      ->type_name("NAME")
      ->group("Model");
  app.add_option("--threads", threads, "CPU threads [0 = all cores]")->type_name("N")->group("Model");
}

EngineOptions RuntimeOptions::engineOptions() const {
  EngineOptions options;
  options.device = device;
  options.precision = parsePrecision(precision);
  options.threads = threads;
  options.validate();
  return options;
}

void OutputOptions::add(CLI::App& app, bool writesFiles) {
  if (writesFiles) app.add_flag("--force", force, "Replace existing files")->group("Output");
  app.add_flag("--quiet", quiet, "Print only errors and results: --json, --stats, PSNR, tables")->group("Output");
  app.add_flag("--json", json, "Print one JSON object on stdout and nothing else there")->group("Output");
}

void OutputCheck::once(const fs::path& path) {
  const fs::path whole = fs::weakly_canonical(fs::absolute(path));  // a link and its target are one file
  if (!seen_.insert(whole.string()).second)
    throw Error(ErrorCode::Usage, path.string() + " is named for two outputs", "give each its own file");
}

void OutputCheck::file(const fs::path& path) {
  checkWritable(path, force_);
  once(path);
}

void OutputCheck::picture(const fs::path& path) {
  pictureFormat(path);
  file(path);
}

void OutputCheck::animation(const fs::path& path) {
  if (animationCodec(path).empty())
    throw Error(ErrorCode::Unsupported, "this machine's FFmpeg has no encoder for " + path.string(),
                "write a .gif or .webp");
  file(path);
}

void OutputCheck::fileInFolder(const fs::path& path) {
  fs::path folder = path.parent_path();
  std::error_code ignored;
  if (fs::exists(folder, ignored)) return file(path);
  // Nothing is made yet: ask the nearest folder that exists whether it may be.
  fs::path missing = folder;
  while (!missing.parent_path().empty() && !fs::exists(missing.parent_path(), ignored))
    missing = missing.parent_path();
  checkWritable(missing, force_);
  once(path);
}

bool meansFolder(const fs::path& out) {
  std::error_code ignored;
  return fs::is_directory(out, ignored) || !out.has_filename() || !out.has_extension();
}

void requireFinite(const char* option, double value) {
  if (!std::isfinite(value)) throw Error(ErrorCode::Usage, std::string(option) + " must be a finite number");
}

void requireBatch(int images) {
  if (images < 0)
    throw Error(ErrorCode::Usage, "--batch " + std::to_string(images) + " is out of range",
                "use 1 or more, or leave it out");
}

namespace {

std::optional<std::uint64_t> readWhole(const std::string& text) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string wholeNumber(const std::string& text) {
  return readWhole(text) ? "" : "'" + text + "' is no whole number from 0 to 2^64 - 1";
}

std::function<std::string(const std::string&)> wholeNumberFrom(std::uint64_t least, std::uint64_t most) {
  return [=](const std::string& text) -> std::string {
    const auto value = readWhole(text);
    if (value && *value >= least && *value <= most) return "";
    return "'" + text + "' is no whole number from " + std::to_string(least) + " to " + std::to_string(most);
  };
}

std::vector<int> parseGroupSizes(const std::string& text) {
  const std::string wrapped = text.find('[') == std::string::npos ? "[" + text + "]" : text;
  const auto list = nlohmann::json::parse(wrapped, nullptr, false);
  const Error wrong(ErrorCode::Usage, "'" + text + "' is no list of group sizes", "write it like \"[1,2,5,8]\"");
  if (!list.is_array() || list.empty()) throw wrong;
  std::vector<int> sizes;
  for (const auto& size : list) {
    if (!size.is_number_integer() || size < 1 || size > std::numeric_limits<int>::max()) throw wrong;
    sizes.push_back(size.get<int>());
  }
  return sizes;
}

std::uint64_t peakMemoryBytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

void printJson(const Json& object) {
  // File names need not be UTF-8; the object must be.
  std::cout << object.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace lpd::cli
