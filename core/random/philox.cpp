#include "random/philox.h"

#include "random/cpu_dispatch.h"

#if LPD_DISPATCH_AVX2
#include <immintrin.h>
#endif

namespace lpd {

namespace {

void fillPortable(const PhiloxAddress& address, std::uint32_t block, std::span<std::uint32_t> words) {
  for (std::size_t at = 0; at < words.size(); at += 4, ++block) {
    const PhiloxBlock bits = address.block(block);
    for (std::size_t word = 0; word < 4; ++word)
      words[at + word] = bits[word];
  }
}

#if LPD_DISPATCH_AVX2

constexpr int kSets = 2;  // independent vectors in flight hide the multiplier's latency
constexpr std::size_t kBlocksPerPass = 4 * kSets;

// A 64-bit lane holds one counter word of one block; its upper half is scrap, which vpmuludq ignores.
LPD_TARGET_AVX2 void fillAvx2(const PhiloxAddress& address, std::uint32_t block, std::span<std::uint32_t> words) {
  using namespace philox_constants;
  const __m256i multiplier0 = _mm256_set1_epi64x(kMultiplier0), multiplier1 = _mm256_set1_epi64x(kMultiplier1);
  const __m256i weyl0 = _mm256_set1_epi64x(kWeyl0), weyl1 = _mm256_set1_epi64x(kWeyl1);
  std::size_t at = 0;
  for (; at + 4 * kBlocksPerPass <= words.size(); at += 4 * kBlocksPerPass, block += kBlocksPerPass) {
    __m256i c0[kSets], c1[kSets], c2[kSets], c3[kSets];
#pragma GCC unroll 4
    for (int set = 0; set < kSets; ++set) {
      const std::uint32_t first = block + 4 * static_cast<std::uint32_t>(set);
      c0[set] = _mm256_set_epi64x(first + 3u, first + 2u, first + 1u, first);
      c1[set] = _mm256_set1_epi64x(address.counter[1]);
      c2[set] = _mm256_set1_epi64x(address.counter[2]);
      c3[set] = _mm256_set1_epi64x(address.counter[3]);
    }
    __m256i key0 = _mm256_set1_epi64x(address.key[0]), key1 = _mm256_set1_epi64x(address.key[1]);
    for (int round = 0; round < kRounds; ++round) {
#pragma GCC unroll 4
      for (int set = 0; set < kSets; ++set) {
        const __m256i product0 = _mm256_mul_epu32(c0[set], multiplier0);
        const __m256i product1 = _mm256_mul_epu32(c2[set], multiplier1);
        c0[set] = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product1, 32), c1[set]), key0);
        c1[set] = product1;
        c2[set] = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product0, 32), c3[set]), key1);
        c3[set] = product0;
      }
      key0 = _mm256_add_epi32(key0, weyl0);
      key1 = _mm256_add_epi32(key1, weyl1);
    }
#pragma GCC unroll 4
    for (int set = 0; set < kSets; ++set) {
      const __m256i words01 = _mm256_blend_epi32(c0[set], _mm256_slli_epi64(c1[set], 32), 0xAA);
      const __m256i words23 = _mm256_blend_epi32(c2[set], _mm256_slli_epi64(c3[set], 32), 0xAA);
      const __m256i blocks02 = _mm256_unpacklo_epi64(words01, words23);
      const __m256i blocks13 = _mm256_unpackhi_epi64(words01, words23);
      auto* out = reinterpret_cast<__m256i*>(&words[at + 16 * static_cast<std::size_t>(set)]);
      _mm256_storeu_si256(out, _mm256_permute2x128_si256(blocks02, blocks13, 0x20));
      _mm256_storeu_si256(out + 1, _mm256_permute2x128_si256(blocks02, blocks13, 0x31));
    }
  }
  fillPortable(address, block, words.subspan(at));
}

#endif

}  // namespace

void philoxFill(const PhiloxAddress& address, std::uint32_t firstBlock, std::span<std::uint32_t> words) {
#if LPD_DISPATCH_AVX2
  if (hasAvx2()) return fillAvx2(address, firstBlock, words);
#endif
  fillPortable(address, firstBlock, words);
}

}  // namespace lpd
