#pragma once

#include "weights/pickle.h"

#include <lpd/weights.h>

#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace lpd::weights {

/// A block of elements that tensors view; its bytes lie elsewhere in the file, found by `key`.
struct TorchStorage {
  std::string key;
  std::optional<DType> type;  ///< nothing: untyped bytes, or a type that weights cannot have
  std::size_t elementBytes = 0;
  std::uint64_t bytes = 0;  ///< declared size
};

/// A window into a storage (all of it, except for views in the pre-1.6 container).
struct TorchStorageView {
  std::size_t storage = 0;   ///< index
  std::uint64_t offset = 0;  ///< bytes
  std::uint64_t bytes = 0;
};

/// A strided view; checked to lie inside its storage view, and never larger than it.
struct TorchTensor {
  TensorInfo info;
  TorchStorageView source;
  std::int64_t offset = 0;            ///< elements, from the start of `source`
  std::vector<std::int64_t> strides;  ///< elements, none negative
};

/// What a checkpoint's pickle says.
struct TorchStateDict {
  std::vector<TorchStorage> storages;  ///< every one the pickle names, the optimizer's too
  std::vector<TorchTensor> tensors;    ///< of the state dict, in its order; "module." and "_orig_mod." stripped
  std::map<std::string, std::string> metadata;  ///< "entry": where the state dict was; simple top-level values
};

/// Finds and checks the state dict: the first of the entries "model", "state_dict", "ema" and "model_ema" that holds
/// tensors, else the top level. Throws InvalidFile.
TorchStateDict interpretStateDict(const Pickle& pickle, const std::filesystem::path& path);

}  // namespace lpd::weights
