#include <lpd/error.h>
#include <lpd/inspect.h>

namespace lpd {

namespace fs = std::filesystem;

namespace {

std::optional<TransformerConfig> transformerIn(const WeightFile& file) {
  if (!file.find("token_emb.weight")) return std::nullopt;
  try {
    const TensorInfo* classes = file.find("class_emb.weight");
    const bool headsKnown = classes && classes->shape.size() == 2 && classes->shape[1] % 64 == 0;
    TransformerConfig config = inferTransformer(file, headsKnown ? 0 : 1);
    if (!headsKnown) config.heads = 0;
    return config;
  } catch (const Error&) {
    return std::nullopt;  // some other model with a token embedding: its tensors are listed all the same
  }
}

std::optional<TokenizerConfig> tokenizerIn(const WeightFile& file) {
  if (!file.find("quantize.embedding.weight")) return std::nullopt;
  try {
    TokenizerConfig config = inferTokenizer(file, 1);
    config.normGroups = 0;
    return config;
  } catch (const Error&) {
    return std::nullopt;
  }
}

FileInspection inspectFile(const fs::path& path) {
  const auto file = WeightFile::open(path);
  FileInspection result;
  result.path = path;
  result.format = file->format();
  result.fileBytes = fs::file_size(path);
  result.sha256 = sha256File(path);
  result.tensors = file->tensors();
  result.metadata = file->metadata();
  for (const TensorInfo& tensor : result.tensors)
    result.elements += static_cast<std::uint64_t>(tensor.elements());
  result.transformer = transformerIn(*file);
  result.tokenizer = tokenizerIn(*file);
  return result;
}

void compareDigest(const FileInspection& file, const std::string& expected, std::vector<std::string>& problems) {
  if (file.sha256 != expected)
    problems.push_back(file.path.string() + " is not the file that model.json describes (its SHA-256 differs)");
}

}  // namespace

Inspection inspect(const fs::path& fileOrFolder) {
  Inspection result;
  std::error_code error;
  if (!fs::is_directory(fileOrFolder, error)) {
    result.files.push_back(inspectFile(fileOrFolder));
    return result;
  }
  result.model = readModelInfo(fileOrFolder);
  result.files.push_back(inspectFile(result.model->transformerFile()));
  result.files.push_back(inspectFile(result.model->tokenizerFile()));
  result.files[0].transformer = result.model->transformer;
  result.files[1].tokenizer = result.model->tokenizer;
  compareDigest(result.files[0], result.model->transformerSha256, result.problems);
  compareDigest(result.files[1], result.model->tokenizerSha256, result.problems);
  return result;
}

}  // namespace lpd
