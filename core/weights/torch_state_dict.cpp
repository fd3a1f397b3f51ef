#include "weights/torch_state_dict.h"

#include "weights/fault.h"
#include "weights/tensor_layout.h"
#include "weights/torch_globals.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

namespace lpd::weights {

namespace {

using Kind = PickleValue::Kind;
using GlobalKind = TorchGlobal::Kind;

constexpr std::array kEntries{"model", "state_dict", "ema", "model_ema"};
// DistributedDataParallel and torch.compile wrap a model and leave these in its names.
constexpr std::array<std::string_view, 2> kWrappers{"module.", "_orig_mod."};
constexpr std::size_t kMaxNameLength = 512;
constexpr std::size_t kMaxMetadataText = 256;

bool isPlainText(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

class Interpreter {
 public:
  Interpreter(const Pickle& pickle, const std::filesystem::path& path) : pickle_(pickle), path_(path) {}

  TorchStateDict run() {
    collectStorages();
    const PickleValue& dict = findDict();
    readTensors(dict);
    stripWrappers();
    return std::move(result_);
  }

 private:
  // --- Storages.

  void collectStorages() {
    for (ValueId id = 0; id < pickle_.values.size(); ++id)
      if (pickle_[id].kind == Kind::Persistent) views_[id] = readPersistent(pickle_[id].items.front());
  }

  /// ("storage", class, key, location, elements[, view]) where view is None or (key, offset, elements).
  TorchStorageView readPersistent(ValueId id) {
    const PickleValue& tuple = pickle_[id];
    if (tuple.kind != Kind::Tuple || tuple.items.size() < 5 || tuple.items.size() > 6 ||
        pickle_[tuple.items[0]].text != "storage")
      fail("refers to something that is no tensor storage");
    const PickleValue& type = pickle_[tuple.items[1]];
    const PickleValue& key = pickle_[tuple.items[2]];
    const PickleValue& elements = pickle_[tuple.items[4]];
    if (type.kind != Kind::Callable || torchGlobal(type.integer).kind != GlobalKind::Storage ||
        key.kind != Kind::Text || elements.kind != Kind::Int)
      fail("has a malformed storage reference");
    const TorchGlobal& global = torchGlobal(type.integer);
    const std::uint64_t bytes = bytesOf(elements.integer, global.elementBytes);
    TorchStorageView view{addStorage(key.text, global, bytes), 0, bytes};
    if (tuple.items.size() == 6 && pickle_[tuple.items[5]].kind != Kind::None) {
      const PickleValue& part = pickle_[tuple.items[5]];
      if (part.kind != Kind::Tuple || part.items.size() != 3) fail("has a malformed storage view");
      view.offset = bytesOf(intOf(part.items[1]), global.elementBytes);
      view.bytes = bytesOf(intOf(part.items[2]), global.elementBytes);
      if (view.offset > bytes || view.bytes > bytes - view.offset) fail("has a storage view outside its storage");
    }
    return view;
  }

  std::size_t addStorage(std::string_view key, const TorchGlobal& global, std::uint64_t bytes) {
    if (key.size() > kMaxNameLength) fail("has a storage key that is too long");
    const auto [found, isNew] = storageIndex_.emplace(key, result_.storages.size());
    if (isNew) {
      result_.storages.push_back({std::string(key), global.type, global.elementBytes, bytes});
      return found->second;
    }
    const TorchStorage& known = result_.storages[found->second];
    if (known.type != global.type || known.elementBytes != global.elementBytes || known.bytes != bytes)
      fail("describes storage " + quoteName(key) + " in two different ways");
    return found->second;
  }

  std::uint64_t bytesOf(std::int64_t elements, std::size_t elementBytes) {
    std::int64_t bytes = 0;
    if (elements < 0 || __builtin_mul_overflow(elements, static_cast<std::int64_t>(elementBytes), &bytes))
      fail("has a storage of an impossible size");
    return static_cast<std::uint64_t>(bytes);
  }

  // --- The state dict.

  const PickleValue& findDict() {
    const PickleValue& top = pickle_.top();
    if (top.kind != Kind::Dict) fail("holds no dict of tensors", kStateDictHint);
    for (const std::string_view entry : kEntries) {
      for (std::size_t i = 0; i + 1 < top.items.size(); i += 2) {
        const PickleValue& value = pickle_[top.items[i + 1]];
        if (!isText(top.items[i], entry) || !holdsTensors(value)) continue;
        result_.metadata["entry"] = entry;
        collectMetadata(top);
        return value;
      }
    }
    if (!holdsTensors(top)) fail("holds no dict of tensors", kStateDictHint);
    result_.metadata["entry"] = "top level";
    return top;
  }

  bool holdsTensors(const PickleValue& dict) const {
    if (dict.kind != Kind::Dict) return false;
    for (std::size_t i = 1; i < dict.items.size(); i += 2)
      if (isTensor(dict.items[i])) return true;
    return false;
  }

  bool isTensor(ValueId id) const {
    const PickleValue& value = pickle_[id];
    if (value.kind != Kind::Call) return false;
    const GlobalKind kind = torchGlobal(value.integer).kind;
    return kind == GlobalKind::RebuildTensor || kind == GlobalKind::RebuildTensorV2 ||
           kind == GlobalKind::RebuildTensorV3 || kind == GlobalKind::RebuildParameter;
  }

  void collectMetadata(const PickleValue& top) {
    for (std::size_t i = 0; i + 1 < top.items.size(); i += 2) {
      const PickleValue& key = pickle_[top.items[i]];
      const PickleValue& value = pickle_[top.items[i + 1]];
      if (key.kind != Kind::Text || !isPlainText(key.text) || key.text.size() > kMaxMetadataText) continue;
      if (value.kind == Kind::Int) result_.metadata.emplace(key.text, std::to_string(value.integer));
      if (value.kind == Kind::Float) result_.metadata.emplace(key.text, std::to_string(value.real));
      if (value.kind == Kind::Text && isPlainText(value.text))
        result_.metadata.emplace(key.text, value.text.substr(0, kMaxMetadataText));
    }
  }

  void readTensors(const PickleValue& dict) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
      if (!isTensor(dict.items[i + 1])) continue;
      const PickleValue& key = pickle_[dict.items[i]];
      if (key.kind != Kind::Text || key.text.empty() || key.text.size() > kMaxNameLength || !isPlainText(key.text))
        fail("has a tensor whose name is no plain text");
      if (!names.insert(key.text).second) fail("names the tensor " + quoteName(key.text) + " twice");
      name_ = key.text;
      result_.tensors.push_back(readTensor(dict.items[i + 1], true));
    }
  }

  TorchTensor readTensor(ValueId id, bool mayBeParameter) {
    const PickleValue& call = pickle_[id];
    const TorchGlobal& global = torchGlobal(call.integer);
    const std::vector<ValueId>& arguments = pickle_[call.items.front()].items;
    if (global.kind == GlobalKind::RebuildParameter) {
      if (!mayBeParameter || arguments.empty() || !isTensor(arguments[0])) failTensor("is a malformed parameter");
      return readTensor(arguments[0], false);
    }
    const bool v3 = global.kind == GlobalKind::RebuildTensorV3;
    if (arguments.size() < (v3 ? 7u : 4u)) failTensor("lacks arguments");
    refuseLazyBits(arguments, v3 ? 7 : 6);
    const auto source = views_.find(arguments[0]);
    if (source == views_.end()) failTensor("has no storage");
    TorchTensor tensor;
    tensor.info.name = name_;
    tensor.info.type = elementType(source->second, v3 ? &pickle_[arguments[6]] : nullptr);
    tensor.info.shape = intsOf(arguments[2]);
    tensor.source = source->second;
    tensor.offset = intOf(arguments[1]);
    tensor.strides = intsOf(arguments[3]);
    checkBounds(tensor);
    return tensor;
  }

  /// Metadata says that a tensor is conjugated or negated when it is next read; no weight is.
  void refuseLazyBits(const std::vector<ValueId>& arguments, std::size_t index) {
    if (arguments.size() <= index) return;
    const PickleValue& metadata = pickle_[arguments[index]];
    if (metadata.kind != Kind::None && !metadata.items.empty()) failTensor("is lazily conjugated or negated");
  }

  DType elementType(const TorchStorageView& source, const PickleValue* explicitType) {
    const TorchStorage& storage = result_.storages[source.storage];
    std::optional<DType> type = storage.type;
    if (explicitType) {
      if (explicitType->kind != Kind::Callable || torchGlobal(explicitType->integer).kind != GlobalKind::ElementType)
        failTensor("has a malformed dtype");
      if (storage.elementBytes != 1) failTensor("has a dtype beside a typed storage");
      type = torchGlobal(explicitType->integer).type;
    }
    if (!type) failTensor("has a dtype that weights cannot have");
    return *type;
  }

  void checkBounds(const TorchTensor& tensor) {
    if (tensor.offset < 0 || tensor.strides.size() != tensor.info.shape.size())
      failTensor("has a negative offset, or strides that do not go with its shape");
    const std::optional<std::int64_t> elements = checkedElements(tensor.info.shape, tensor.info.type);
    if (!elements) failTensor("has the impossible shape " + describeShape(tensor.info.shape));
    if (std::any_of(tensor.strides.begin(), tensor.strides.end(), [](std::int64_t stride) { return stride < 0; }))
      failTensor("has a negative stride");
    const auto room = static_cast<std::int64_t>(tensor.source.bytes / sizeOf(tensor.info.type));
    if (*elements == 0) return;
    std::int64_t last = tensor.offset;
    for (std::size_t i = 0; i < tensor.strides.size(); ++i) {
      std::int64_t reach = 0;
      if (__builtin_mul_overflow(tensor.info.shape[i] - 1, tensor.strides[i], &reach) ||
          __builtin_add_overflow(last, reach, &last))
        failTensor("reaches outside its storage");
    }
    if (last >= room) failTensor("reaches outside its storage");
    // A broadcast view can claim any number of elements of a tiny storage.
    if (*elements > room) failTensor("has more elements than its storage");
  }

  void stripWrappers() {
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view wrapper : kWrappers) {
        const bool all = std::all_of(result_.tensors.begin(), result_.tensors.end(), [&](const TorchTensor& tensor) {
          return tensor.info.name.starts_with(wrapper) && tensor.info.name.size() > wrapper.size();
        });
        if (!all) continue;
        for (TorchTensor& tensor : result_.tensors)
          tensor.info.name.erase(0, wrapper.size());
        again = true;
      }
    }
  }

  // --- Values.

  bool isText(ValueId id, std::string_view text) const {
    return pickle_[id].kind == Kind::Text && pickle_[id].text == text;
  }

  std::int64_t intOf(ValueId id) {
    if (pickle_[id].kind != Kind::Int) fail("has something else where a number belongs");
    return pickle_[id].integer;
  }

  /// A tuple of integers, or torch.Size of one.
  std::vector<std::int64_t> intsOf(ValueId id) {
    const PickleValue* tuple = &pickle_[id];
    if (tuple->kind == Kind::Call && torchGlobal(tuple->integer).kind == GlobalKind::Size) {
      const PickleValue& arguments = pickle_[tuple->items.front()];
      if (arguments.items.size() != 1) failTensor("has a malformed size");
      tuple = &pickle_[arguments.items.front()];
    }
    if (tuple->kind != Kind::Tuple || tuple->items.size() > kMaxRank) failTensor("has a malformed size or stride");
    std::vector<std::int64_t> values;
    for (const ValueId item : tuple->items)
      values.push_back(intOf(item));
    return values;
  }

  [[noreturn]] void failTensor(const std::string& what) { fail("says that tensor " + quoteName(name_) + " " + what); }
  [[noreturn]] void fail(const std::string& what, const std::string& hint = {}) {
    failFile(path_, "the checkpoint " + what, hint);
  }

  static constexpr const char* kStateDictHint = "save model.state_dict() itself, or under the name 'model'";

  const Pickle& pickle_;
  const std::filesystem::path& path_;
  TorchStateDict result_;
  std::unordered_map<ValueId, TorchStorageView> views_;
  std::unordered_map<std::string, std::size_t> storageIndex_;
  std::string name_;  ///< of the tensor being read
};

}  // namespace

TorchStateDict interpretStateDict(const Pickle& pickle, const std::filesystem::path& path) {
  return Interpreter(pickle, path).run();
}

}  // namespace lpd::weights
