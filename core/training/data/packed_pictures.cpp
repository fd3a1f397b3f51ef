#include "training/data/packed_pictures.h"

#include "weights/fault.h"

#include <lpd/error.h>
#include <lpd/picture_io.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>

namespace lpd::training {

namespace {

constexpr std::string_view kMagic = "LPDPICS1";
constexpr std::size_t kPrefix = 16;
constexpr std::size_t kAlignment = 64;
constexpr std::uint64_t kMaxHeader = 1 << 24;
constexpr int kMaxSize = 4096;

std::string littleEndian(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i)
    text += static_cast<char>(value >> (8 * i) & 0xff);
  return text;
}

std::size_t pictureBytes(int size) {
  return static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 3;
}

PackedHeader parseHeader(const std::filesystem::path& path, std::string_view text) {
  PackedHeader header;
  try {
    const auto json = nlohmann::json::parse(text);
    header.count = json.at("count").get<std::int64_t>();
    header.size = json.at("size").get<int>();
    header.classNames = json.at("class_names").get<std::vector<std::string>>();
  } catch (const nlohmann::json::exception&) {
    weights::failFile(path, "the header is no JSON object with count, size and class_names");
  }
  if (header.count < 1 || header.count > kMaxPictures || header.size < 1 || header.size > kMaxSize ||
      header.classNames.empty())
    weights::failFile(path, "the header's values are out of range");
  return header;
}

}  // namespace

PackedWriter::PackedWriter(const std::filesystem::path& file, const PackedHeader& header,
                           const std::vector<int>& labels, bool overwrite)
    : header_(header), file_(file, overwrite) {
  const nlohmann::ordered_json json = {
      {"count", header.count}, {"size", header.size}, {"class_names", header.classNames}};
  std::string text = json.dump();
  text.resize((text.size() + kPrefix + kAlignment - 1) / kAlignment * kAlignment - kPrefix, ' ');
  file_.write(kMagic);
  file_.write(littleEndian(text.size(), 8));
  file_.write(text);
  std::string indices;
  for (const int label : labels)
    indices += littleEndian(static_cast<std::uint64_t>(label), 4);
  file_.write(indices);
}

void PackedWriter::add(const Image& picture) {
  if (picture.rgb.size() != pictureBytes(header_.size) || added_ == header_.count)
    throw Error(ErrorCode::Internal, "a picture does not fit the packed file's header");
  file_.write({reinterpret_cast<const char*>(picture.rgb.data()), picture.rgb.size()});
  ++added_;
}

void PackedWriter::finish() {
  if (added_ != header_.count) throw Error(ErrorCode::Internal, "fewer pictures than the packed file's header says");
  file_.commit();
}

PackedPictures::Opened PackedPictures::open(const std::filesystem::path& path) {
  Opened opened{weights::MappedFile::open(path), {}, {}, 0};
  const auto bytes = opened.file->bytes();
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (!text.starts_with(kMagic) || text.size() < kPrefix)
    weights::failFile(path, "is no file of packed pictures", "make one with lpd dataset render");
  const std::uint64_t length = weights::readU64(bytes.subspan(kMagic.size()));
  if (length > kMaxHeader || length > text.size() - kPrefix) weights::failFile(path, "the header is cut off");
  opened.header = parseHeader(path, text.substr(kPrefix, length));
  const auto count = static_cast<std::size_t>(opened.header.count);
  const std::size_t labels = kPrefix + length;
  opened.pixels = labels + 4 * count;
  if (text.size() != opened.pixels + count * pictureBytes(opened.header.size))
    weights::failFile(path, "has not the length its header says");
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t label = 0;
    for (std::size_t b = 0; b < 4; ++b)
      label |= static_cast<std::uint32_t>(static_cast<unsigned char>(text[labels + 4 * i + b])) << (8 * b);
    if (label >= opened.header.classNames.size())
      weights::failFile(path, "picture " + std::to_string(i) + " is of an unknown class");
    opened.labels.push_back(static_cast<int>(label));
  }
  return opened;
}

PackedPictures::PackedPictures(const std::filesystem::path& file, int size) : PackedPictures(open(file), size) {}

PackedPictures::PackedPictures(Opened opened, int size)
    : ListedPictures(size, opened.header.classNames), opened_(std::move(opened)) {
  split(opened_.labels);
}

Picture PackedPictures::load(std::size_t picture) const {
  const int stored = opened_.header.size;
  Image image(stored, stored);
  const auto bytes = opened_.file->bytes().subspan(opened_.pixels + picture * image.rgb.size(), image.rgb.size());
  std::memcpy(image.rgb.data(), bytes.data(), bytes.size());
  return {stored == size() ? std::move(image) : centreCrop(image, size()), opened_.labels[picture]};
}

}  // namespace lpd::training
