#pragma once

#include "weights/sha256.h"

#include <lpd/files.h>
#include <lpd/weights.h>

#include <map>
#include <string>
#include <vector>

namespace lpd::weights {

/// Writes a safetensors file tensor by tensor, so that a model need not fit into memory. The file appears when finish()
/// returns; before that, destruction leaves nothing.
///
/// The format allows no gaps, so alignment comes from the order: tensors whose size is a multiple of 64 bytes come
/// first (64-byte aligned), the others follow by falling power of two in their size, so each is aligned to its
/// elements.
class SafetensorsWriter {
 public:
  /// Throws Usage (a name twice, a shape that overflows) or Io.
  SafetensorsWriter(const std::filesystem::path& file, std::vector<TensorInfo> tensors,
                    const std::map<std::string, std::string>& metadata = {});

  /// The order in which append() expects the tensors.
  const std::vector<TensorInfo>& order() const { return order_; }
  /// The next tensor's data. Throws Usage unless it has the announced size.
  void append(const TensorBytes& data);
  /// Commits the file; returns its SHA-256 as 64 hex digits.
  std::string finish();

 private:
  void write(std::string_view bytes);

  std::vector<TensorInfo> order_;
  std::size_t next_ = 0;
  AtomicFile file_;
  Sha256 hash_;
};

}  // namespace lpd::weights
