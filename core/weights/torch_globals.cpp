#include "weights/torch_globals.h"

#include <array>

namespace lpd::weights {

namespace {

using Kind = TorchGlobal::Kind;

constexpr TorchGlobal storage(std::string_view name, std::optional<DType> type, std::size_t bytes) {
  return {"torch", name, Kind::Storage, type, bytes};
}
constexpr TorchGlobal element(std::string_view name, std::optional<DType> type) {
  return {"torch", name, Kind::ElementType, type, 0};
}

constexpr std::array kGlobals{
    TorchGlobal{"torch._utils", "_rebuild_tensor", Kind::RebuildTensor, {}, 0},
    TorchGlobal{"torch._utils", "_rebuild_tensor_v2", Kind::RebuildTensorV2, {}, 0},
    TorchGlobal{"torch._utils", "_rebuild_tensor_v3", Kind::RebuildTensorV3, {}, 0},
    TorchGlobal{"torch._utils", "_rebuild_parameter", Kind::RebuildParameter, {}, 0},
    storage("DoubleStorage", DType::F64, 8),
    storage("FloatStorage", DType::F32, 4),
    storage("HalfStorage", DType::F16, 2),
    storage("BFloat16Storage", DType::BF16, 2),
    storage("LongStorage", DType::I64, 8),
    storage("IntStorage", DType::I32, 4),
    storage("ShortStorage", DType::I16, 2),
    storage("CharStorage", DType::I8, 1),
    storage("ByteStorage", DType::U8, 1),
    storage("BoolStorage", DType::Bool, 1),
    storage("ComplexFloatStorage", {}, 8),
    storage("ComplexDoubleStorage", {}, 16),
    storage("UntypedStorage", {}, 1),
    TorchGlobal{"torch.storage", "UntypedStorage", Kind::Storage, {}, 1},
    element("float64", DType::F64),
    element("double", DType::F64),
    element("float32", DType::F32),
    element("float", DType::F32),
    element("float16", DType::F16),
    element("half", DType::F16),
    element("bfloat16", DType::BF16),
    element("int64", DType::I64),
    element("int32", DType::I32),
    element("int16", DType::I16),
    element("int8", DType::I8),
    element("uint8", DType::U8),
    element("bool", DType::Bool),
    element("complex64", {}),
    element("complex128", {}),
    element("uint16", {}),
    element("uint32", {}),
    element("uint64", {}),
    element("float8_e4m3fn", {}),
    element("float8_e5m2", {}),
    TorchGlobal{"collections", "OrderedDict", Kind::OrderedDict, {}, 0},
    TorchGlobal{"torch", "Size", Kind::Size, {}, 0},
    TorchGlobal{"torch", "device", Kind::Opaque, {}, 0},
    TorchGlobal{"argparse", "Namespace", Kind::Opaque, {}, 0},
};

}  // namespace

std::optional<PickleGlobal> findTorchGlobal(std::string_view module, std::string_view name) {
  // Before 1.0 the storages of CUDA tensors were pickled as torch.cuda.FloatStorage and the like.
  const bool cuda = module == "torch.cuda";
  for (std::size_t i = 0; i < kGlobals.size(); ++i) {
    const TorchGlobal& known = kGlobals[i];
    if (known.name != name) continue;
    if (known.module == module || (cuda && known.kind == Kind::Storage))
      return PickleGlobal{static_cast<int>(i), known.kind == Kind::OrderedDict};
  }
  return std::nullopt;
}

const TorchGlobal& torchGlobal(std::int64_t id) {
  return kGlobals.at(static_cast<std::size_t>(id));
}

}  // namespace lpd::weights
