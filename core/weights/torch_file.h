#pragma once

#include "weights/torch_state_dict.h"

#include <lpd/weights.h>

namespace lpd::weights {

/// What both containers of torch.save share: tensors that are strided views of storages.
class TorchFile : public WeightFile {
 public:
  TensorBytes read(std::string_view name) const override;

 protected:
  /// Takes over the tensors and metadata. Throws InvalidFile (a name twice).
  void adopt(TorchStateDict&& dict);
  /// All bytes of storage `index`.
  virtual TensorBytes readStorage(std::size_t index) const = 0;

  std::vector<TorchStorage> storages_;
  std::vector<TorchTensor> views_;  ///< by index into tensors_
};

}  // namespace lpd::weights
