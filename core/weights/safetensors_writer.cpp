#include "weights/safetensors_writer.h"

#include "weights/fault.h"
#include "weights/tensor_layout.h"

#include <lpd/error.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace lpd {

namespace weights {

namespace {

constexpr std::uint64_t kAlignment = 64;

/// The largest power of two, up to kAlignment, that divides the tensor's size.
std::uint64_t alignmentOf(const TensorInfo& info) {
  const std::uint64_t bytes = info.bytes();
  return bytes == 0 ? kAlignment : std::min(kAlignment, bytes & (~bytes + 1));
}

std::vector<TensorInfo> sortedForAlignment(std::vector<TensorInfo> tensors) {
  std::set<std::string_view> names;
  for (const TensorInfo& info : tensors) {
    if (!names.insert(info.name).second || info.name == "__metadata__")
      throw Error(ErrorCode::Usage, "two tensors are called " + quoteName(info.name));
    if (!checkedElements(info.shape, info.type))
      throw Error(ErrorCode::Usage, "tensor " + quoteName(info.name) + " has an impossible shape");
  }
  std::stable_sort(tensors.begin(), tensors.end(),
                   [](const TensorInfo& a, const TensorInfo& b) { return alignmentOf(a) > alignmentOf(b); });
  return tensors;
}

std::string makeHeader(const std::vector<TensorInfo>& tensors, const std::map<std::string, std::string>& metadata) {
  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  if (!metadata.empty()) header["__metadata__"] = metadata;
  std::uint64_t offset = 0;
  for (const TensorInfo& info : tensors) {
    header[info.name] = {
        {"dtype", toString(info.type)}, {"shape", info.shape}, {"data_offsets", {offset, offset + info.bytes()}}};
    offset += info.bytes();
  }
  std::string text;
  try {
    text = header.dump();
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorCode::Usage, "a tensor name or metadata text is not valid UTF-8");
  }
  while ((8 + text.size()) % kAlignment != 0)
    text += ' ';
  std::string length;
  for (int i = 0; i < 8; ++i)
    length += static_cast<char>(static_cast<std::uint64_t>(text.size()) >> (8 * i) & 0xff);
  return length + text;
}

}  // namespace

SafetensorsWriter::SafetensorsWriter(const std::filesystem::path& file, std::vector<TensorInfo> tensors,
                                     const std::map<std::string, std::string>& metadata)
    : order_(sortedForAlignment(std::move(tensors))), file_(file) {
  write(makeHeader(order_, metadata));
}

void SafetensorsWriter::append(const TensorBytes& data) {
  if (next_ == order_.size()) throw Error(ErrorCode::Usage, "more tensors than were announced");
  const TensorInfo& info = order_[next_++];
  if (data.bytes.size() != info.bytes()) {
    throw Error(ErrorCode::Usage, "tensor " + quoteName(info.name) + " has " + std::to_string(data.bytes.size()) +
                                      " bytes; its shape needs " + std::to_string(info.bytes()));
  }
  write({reinterpret_cast<const char*>(data.bytes.data()), data.bytes.size()});
}

std::string SafetensorsWriter::finish() {
  if (next_ != order_.size()) throw Error(ErrorCode::Usage, "fewer tensors than were announced");
  file_.commit();
  return hash_.finish();
}

void SafetensorsWriter::write(std::string_view bytes) {
  hash_.add(std::as_bytes(std::span(bytes.data(), bytes.size())));
  file_.write(bytes);
}

}  // namespace weights

void writeSafetensors(const std::filesystem::path& file, const std::vector<NamedTensor>& tensors,
                      const std::map<std::string, std::string>& metadata) {
  std::vector<TensorInfo> infos;
  std::unordered_map<std::string_view, const TensorBytes*> data;
  for (const NamedTensor& tensor : tensors) {
    infos.push_back(tensor.info);
    data[tensor.info.name] = &tensor.data;
  }
  weights::SafetensorsWriter writer(file, std::move(infos), metadata);
  for (const TensorInfo& info : writer.order())
    writer.append(*data.at(info.name));
  writer.finish();
}

}  // namespace lpd
