#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace lpd::weights {

/// SHA-256 (FIPS 180-4), fed piece by piece.
class Sha256 {
 public:
  enum class Route { Fastest, Portable };
  /// Portable: never the processor's SHA instructions (so that both routes can be tested).
  explicit Sha256(Route route = Route::Fastest);

  void add(std::span<const std::byte> bytes);
  /// The digest as 64 hex digits; the object is spent.
  std::string finish();

 private:
  using Compress = void (*)(std::array<std::uint32_t, 8>& state, const std::byte* blocks, std::size_t count);

  Compress compress_;
  std::array<std::uint32_t, 8> state_;
  std::array<std::byte, 64> pending_{};
  std::size_t pendingSize_ = 0;
  std::uint64_t totalBytes_ = 0;
};

}  // namespace lpd::weights
