#pragma once

#include <lpd/model_info.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace lpd {

enum class DType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };
std::size_t sizeOf(DType type);         ///< bytes an element
std::string_view toString(DType type);  ///< as safetensors spells it: "F32", "BF16", ...

struct TensorInfo {
  std::string name;
  DType type = DType::F32;
  std::vector<std::int64_t> shape;
  std::int64_t elements() const;
  std::uint64_t bytes() const { return static_cast<std::uint64_t>(elements()) * sizeOf(type); }
};

/// The bytes of one tensor: C-contiguous, little-endian, aligned to the element size. Either a view into a mapped file
/// (kept alive by `owner`) or a buffer of its own.
struct TensorBytes {
  std::span<const std::byte> bytes;
  std::shared_ptr<const void> owner;
};

enum class WeightFormat { Safetensors, TorchZip, TorchLegacy };
std::string_view toString(WeightFormat format);

/// A file of named tensors, opened without reading tensor data. Formats are told by content, not by name:
/// safetensors; torch.save's zip container; torch.save's pre-1.6 container. Pickles are parsed as data: only tensors,
/// numbers, strings, lists, tuples and dicts can come out, and any other callable is refused by name, never run.
/// For checkpoints the tensors are those of the state dict: the top level, or its "model" / "state_dict" / "ema" entry.
/// Opening validates the whole header (bounds, overlaps, dtypes, shapes against sizes). Throws NotFound, Io or
/// InvalidFile.
class WeightFile {
 public:
  static std::unique_ptr<WeightFile> open(const std::filesystem::path& file);
  virtual ~WeightFile() = default;

  virtual WeightFormat format() const = 0;
  const std::filesystem::path& path() const { return path_; }
  const std::vector<TensorInfo>& tensors() const { return tensors_; }  ///< in file order
  const std::map<std::string, std::string>& metadata() const { return metadata_; }
  const TensorInfo* find(std::string_view name) const;  ///< nullptr if absent
  /// Data of one tensor. Throws NotFound (name unknown) or InvalidFile (file changed or truncated since opening).
  virtual TensorBytes read(std::string_view name) const = 0;

 protected:
  bool addTensor(TensorInfo info);                   ///< false if the name is taken
  std::size_t indexOf(std::string_view name) const;  ///< throws NotFound

  std::filesystem::path path_;
  std::vector<TensorInfo> tensors_;
  std::map<std::string, std::string> metadata_;

 private:
  std::map<std::string, std::size_t, std::less<>> index_;  ///< name -> index into tensors_
};

/// A tensor to be written.
struct NamedTensor {
  TensorInfo info;
  TensorBytes data;
};
/// Writes a safetensors file, whole or not at all. Tensors of a multiple of 64 bytes come first and are 64-byte
/// aligned, the others are aligned to their elements. Throws Io, or Usage (a name twice, data that does not fit its
/// shape).
void writeSafetensors(const std::filesystem::path& file, const std::vector<NamedTensor>& tensors,
                      const std::map<std::string, std::string>& metadata = {});

/// Converts between the float types (round to nearest even). Integer types are refused with Usage.
TensorBytes convert(const TensorBytes& data, DType from, DType to);

/// SHA-256 of a file as 64 hex digits. Throws Io.
std::string sha256File(const std::filesystem::path& file);

/// Names and shapes of every tensor of a model, as released, in the released order (type F32). The tokenizer's unused
/// buffer `quantize.codebook_used` is left out.
std::vector<TensorInfo> transformerTensors(const TransformerConfig& config);
std::vector<TensorInfo> tokenizerTensors(const TokenizerConfig& config);

/// Dimensions told by tensor shapes; heads = width / 64 unless `heads` > 0. Throws InvalidFile naming the first
/// tensor that is missing, surplus or of an unexpected shape.
TransformerConfig inferTransformer(const WeightFile& file, int heads = 0);
TokenizerConfig inferTokenizer(const WeightFile& file, int normGroups = 32);

/// Whether a model may be called so: it names files and folders. Up to 64 letters, digits, '-', '_' and '.', not
/// starting with '.'.
bool isModelName(std::string_view name);

/// `lpd import`: released files become a bundle.
struct ImportOptions {
  std::filesystem::path transformer;
  std::filesystem::path tokenizer;
  std::filesystem::path config;   ///< optional flat JSON (see the command line's documentation)
  int heads = 0;                  ///< 0 = width / 64, or the config's decoder_num_heads
  std::filesystem::path classes;  ///< optional text file, one class name a line
  std::string name;               ///< letters, digits, '-', '_', '.'
  std::string title;
  std::filesystem::path out;  ///< folder of the new bundle
  DType type = DType::F32;    ///< stored type of the matrices: F32, F16 or BF16; F32 keeps released precision
  bool force = false;         ///< replace an existing bundle
};
using ImportProgress = std::function<void(double fraction, const std::string& what)>;
/// Makes the bundle in a temporary folder beside `out` and renames it: whole or not at all. Returns what it wrote.
/// A stop request leaves nothing behind and throws nothing: the result is then empty.
std::optional<ModelInfo> importModel(const ImportOptions& options, const ImportProgress& progress = {},
                                     std::stop_token stop = {});

}  // namespace lpd
