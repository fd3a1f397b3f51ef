#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace lpd {

using PhiloxBlock = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// What random numbers are used for; streams of different domains never share a counter.
enum class NoiseDomain : std::uint32_t { Token = 0, Order = 1, Scene = 2, Training = 3 };

namespace philox_constants {
inline constexpr std::uint32_t kMultiplier0 = 0xD2511F53;
inline constexpr std::uint32_t kMultiplier1 = 0xCD9E8D57;
inline constexpr std::uint32_t kWeyl0 = 0x9E3779B9;  // golden ratio
inline constexpr std::uint32_t kWeyl1 = 0xBB67AE85;  // sqrt(3) - 1
inline constexpr int kRounds = 10;
}  // namespace philox_constants

/// Philox4x32-10, a counter-based generator: 128 random bits that depend on (counter, key) alone.
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
constexpr PhiloxBlock philox(PhiloxBlock counter, PhiloxKey key) {
  using namespace philox_constants;
  for (int round = 0; round < kRounds; ++round) {
    const std::uint64_t product0 = std::uint64_t{kMultiplier0} * counter[0];
    const std::uint64_t product1 = std::uint64_t{kMultiplier1} * counter[2];
    counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product1),
               static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(product0)};
    key[0] += kWeyl0;
    key[1] += kWeyl1;
  }
  return counter;
}

/// The program's layout of key and counter. Every random number it draws has this address, on any device:
///   key     = { seed bits 0-31, seed bits 32-63 }
///   counter = { block, raster position, image index bits 0-31, domain in bits 0-7 | image index bits 32-55 above }
/// `block` counts the 4-word blocks used at that position: word v % 4 of block v / 4 is the noise of vocabulary entry
/// v. Streams of other domains have position 0, save those of training: theirs is the item of a batch. Image indices
/// reach 2^56.
struct PhiloxAddress {
  PhiloxKey key;
  PhiloxBlock counter;

  static constexpr PhiloxAddress of(std::uint64_t seed, std::uint64_t imageIndex, NoiseDomain domain,
                                    std::uint32_t position = 0) {
    return {{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
            {0, position, static_cast<std::uint32_t>(imageIndex),
             static_cast<std::uint32_t>(domain) | static_cast<std::uint32_t>(imageIndex >> 32) << 8}};
  }

  constexpr PhiloxBlock block(std::uint32_t index) const {
    return philox({index, counter[1], counter[2], counter[3]}, key);
  }
};

/// Writes the words of blocks firstBlock, firstBlock + 1, ... at `address`; the size of `words` is a multiple of 4.
/// Vectorised where the processor allows; the words are the same everywhere.
void philoxFill(const PhiloxAddress& address, std::uint32_t firstBlock, std::span<std::uint32_t> words);

/// The words of an address one after the other, for algorithms that draw an unknown number of them.
class PhiloxStream {
 public:
  PhiloxStream(std::uint64_t seed, std::uint64_t imageIndex, NoiseDomain domain, std::uint32_t position = 0)
      : address_(PhiloxAddress::of(seed, imageIndex, domain, position)) {}

  std::uint32_t next32() {
    if (used_ == words_.size()) refill();
    return words_[used_++];
  }

  /// Uniform on the open interval (0, 1), 2^32 equidistant values.
  double uniform() { return (next32() + 0.5) * 0x1p-32; }

  /// Uniform on 0..n-1 without bias, n >= 1: Lemire's multiplication with rejection (ACM TOMACS 29, 2019).
  std::uint32_t below(std::uint32_t n) {
    std::uint64_t product = std::uint64_t{next32()} * n;
    if (static_cast<std::uint32_t>(product) < n) {
      const std::uint32_t threshold = (0u - n) % n;
      while (static_cast<std::uint32_t>(product) < threshold)
        product = std::uint64_t{next32()} * n;
    }
    return static_cast<std::uint32_t>(product >> 32);
  }

  /// Uniformly random permutation in place (Fisher-Yates from the back).
  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i)
      std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
  }

 private:
  void refill() {
    philoxFill(address_, nextBlock_, words_);
    nextBlock_ += static_cast<std::uint32_t>(words_.size() / 4);
    used_ = 0;
  }

  PhiloxAddress address_;
  std::array<std::uint32_t, 64> words_{};
  std::size_t used_ = 64;
  std::uint32_t nextBlock_ = 0;
};

}  // namespace lpd
