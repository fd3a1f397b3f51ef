#include "token_file.h"

#include "shared_options.h"

#include <lpd/error.h>
#include <lpd/files.h>

namespace lpd::cli {

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{512} << 20;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
  throw Error(ErrorCode::InvalidFile, file.string() + ": " + what,
              "give a file that --tokens-out wrote: {\"grid\":[H,W],\"tokens\":[[..]]}");
}

int side(const std::filesystem::path& file, const Json& value) {
  if (!value.is_number_integer() || value < 1 || value > kMaxGridSide)
    refuse(file, "\"grid\" is not a pair of sides from 1 to " + std::to_string(kMaxGridSide));
  return value.get<int>();
}

std::vector<int> tokensOf(const std::filesystem::path& file, const Json& list, std::size_t image, int count,
                          int vocab) {
  const std::string where = "image " + std::to_string(image) + " of \"tokens\"";
  if (!list.is_array() || list.size() != static_cast<std::size_t>(count))
    refuse(file, where + " does not hold the grid's " + std::to_string(count) + " tokens");
  std::vector<int> tokens;
  for (const Json& token : list) {
    if (!token.is_number_integer() || token < 0 || token >= vocab)
      refuse(file, where + " holds " + token.dump() + ", which is no token of 0 to " + std::to_string(vocab - 1));
    tokens.push_back(token.get<int>());
  }
  return tokens;
}

}  // namespace

void writeTokens(const std::filesystem::path& file, const TokenFile& content, bool overwrite) {
  Json json;
  json["grid"] = {content.grid.height, content.grid.width};
  json["tokens"] = content.tokens;
  json["orders"] = content.orders;
  json["group_sizes"] = content.groupSizes;
  json["seeds"] = content.seeds;
  json["indices"] = content.indices;
  json["classes"] = content.classes;
  json["model"] = content.model;
  json["tokenizer_sha256"] = content.tokenizerSha256;
  writeFile(file, json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n", overwrite);
}

TokenFile readTokens(const std::filesystem::path& file, int vocab) {
  const Json json = Json::parse(readFile(file, kMaxFileBytes), nullptr, false);
  if (!json.is_object()) refuse(file, "it is no JSON object");
  const auto grid = json.find("grid");
  if (grid == json.end() || !grid->is_array() || grid->size() != 2) refuse(file, "\"grid\" is missing or no pair");
  const auto tokens = json.find("tokens");
  if (tokens == json.end() || !tokens->is_array() || tokens->empty())
    refuse(file, "\"tokens\" is missing or no list of images");
  TokenFile content;
  content.grid = {side(file, (*grid)[0]), side(file, (*grid)[1])};
  for (std::size_t i = 0; i < tokens->size(); ++i)
    content.tokens.push_back(tokensOf(file, (*tokens)[i], i, content.grid.count(), vocab));
  if (const auto sha = json.find("tokenizer_sha256"); sha != json.end() && sha->is_string())
    content.tokenizerSha256 = sha->get<std::string>();
  if (const auto model = json.find("model"); model != json.end() && model->is_string())
    content.model = model->get<std::string>();
  return content;
}

}  // namespace lpd::cli
