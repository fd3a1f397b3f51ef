#pragma once

#include "weights/pickle.h"

#include <lpd/weights.h>

#include <optional>
#include <string_view>

namespace lpd::weights {

/// A global that torch.save's pickles may name: those that build tensors, and a few classes that hold only data.
struct TorchGlobal {
  enum class Kind {
    RebuildTensor,     ///< (storage, offset, size, stride)
    RebuildTensorV2,   ///< (storage, offset, size, stride, requires_grad, hooks[, metadata])
    RebuildTensorV3,   ///< (storage, offset, size, stride, requires_grad, hooks, dtype[, metadata]), untyped storage
    RebuildParameter,  ///< (tensor, requires_grad, hooks)
    Storage,           ///< a storage class; `type` and `elementBytes`
    ElementType,       ///< a torch.dtype; `type`
    OrderedDict,
    Size,    ///< (tuple)
    Opaque,  ///< data that no weight depends on
  };
  std::string_view module;
  std::string_view name;
  Kind kind = Kind::Opaque;
  std::optional<DType> type;     ///< nothing for element types that weights cannot have (complex, quantised)
  std::size_t elementBytes = 0;  ///< 0 for everything that is no storage
};

/// For parsePickle.
std::optional<PickleGlobal> findTorchGlobal(std::string_view module, std::string_view name);
/// The global of an id that findTorchGlobal gave.
const TorchGlobal& torchGlobal(std::int64_t id);

}  // namespace lpd::weights
