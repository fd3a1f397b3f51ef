#include "training/transformer/model_export.h"

#include "training/run/tensor_bytes.h"
#include "training/tokenizer/tokenizer_file.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/version.h>
#include <lpd/weights.h>

#include <nlohmann/json.hpp>

namespace lpd::training {

namespace fs = std::filesystem;

ModelExport::ModelExport(fs::path out, const TransformerRecipe& recipe, const TokenCache& cache,
                         const fs::path& tokenizer)
    : out_(std::move(out)), recipe_(recipe), cache_(cache), tokenizer_(tokenizer) {
  if (tokenizer_.empty()) return;
  if (fs::is_directory(tokenizer_)) tokenizer_ /= "tokenizer.safetensors";
  normGroups_ = normGroupsOf(tokenizer_, 0);
  const auto config = inferTokenizer(*WeightFile::open(tokenizer_), normGroups_);
  if (sha256File(tokenizer_) != cache.tokenizerSha256 || config.codebookSize != cache.vocab)
    throw Error(ErrorCode::Usage, "the tokens were made with another tokenizer than " + tokenizer_.string(),
                "give the tokenizer that was given to lpd dataset tokenize, or tokenize again");
}

torch::Tensor ModelExport::codebook() const {
  return readTensor(*WeightFile::open(tokenizer_), kCodebookName).to(torch::kFloat32);
}

void ModelExport::write(const Parameters& weights) const {
  std::vector<NamedTensor> tensors;
  for (const Parameter& weight : weights)
    tensors.push_back(namedTensor(weight.name, weight.value));
  writeSafetensors(transformerFile(), tensors, {{"format", "pt"}, {"generator", generatorString()}});
  if (hasTokenizer()) writeBundle();
}

void ModelExport::writeBundle() const {
  const fs::path description = out_ / "model-description.json";
  const nlohmann::json fields{{"decoder_num_heads", recipe_.heads},
                              {"vq_num_groups", normGroups_},
                              {"class_names", cache_.classNames},
                              {"title", recipe_.title},
                              {"license", recipe_.license},
                              {"steps", recipe_.recommended.steps},
                              {"cfg", recipe_.recommended.cfg},
                              {"cfg_schedule", toString(recipe_.recommended.schedule)},
                              {"temperature", recipe_.recommended.temperature},
                              {"repulsion", recipe_.recommended.repulsion},
                              {"growth", recipe_.recommended.growth}};
  writeFile(description, fields.dump(2) + "\n");
  ImportOptions import;
  import.transformer = transformerFile();
  import.tokenizer = tokenizer_;
  import.config = description;
  import.name = recipe_.name;
  import.out = bundle();
  import.force = true;
  importModel(import);
}

}  // namespace lpd::training
