#pragma once

#include <cstddef>
#include <cstdint>

/// Attention of teacher-forced sequences, forward and backward, in bfloat16 on AMX's tiles: no torch, no threads. What
/// it computes is what the fp32 pass of training/transformer/group_attention computes, which is its reference.
namespace lpd::kernels {

/// A row sees the cells [0, prefix) and [ownBegin, ownEnd) of its sequence.
struct SeenCells {
  int prefix = 0;
  int ownBegin = 0;  ///< counted from the sequence's first row, at least prefix
  int ownEnd = 0;
};

/// Neighbouring rows, kAmxRows at most, and the smallest ranges that hold all of theirs.
struct RowTile {
  int begin = 0;
  int end = 0;
  SeenCells span;
};
inline constexpr int kAmxRows = 64;

/// One head of one image. Rows are of bfloat16 bits, `stride` values apart; a row's query stands at qkv, its key
/// `model` values behind, its value twice as far.
struct AmxHead {
  const std::uint16_t* qkv = nullptr;
  std::int64_t stride = 0;
  std::int64_t model = 0;
  int width = 0;                    ///< of a head: a multiple of 32
  int length = 0;                   ///< rows of the sequence
  int firstRow = 0;                 ///< rows before it are seen, but not computed
  const SeenCells* seen = nullptr;  ///< [length]
  const RowTile* tiles = nullptr;   ///< from firstRow to the end
  int tileCount = 0;
};

/// Bytes of working memory for either pass; aligned to 64.
std::size_t amxAttentionScratch(int length, int width);

/// Writes the rows from firstRow on to out, `outStride` values apart, and the logarithms of their sums of exponentials.
void amxAttention(const AmxHead& head, std::uint16_t* out, std::int64_t outStride, float* logSums, void* scratch);

/// `gradient`: of the output, as out above. Writes the gradients of queries, keys and values of all rows to
/// qkvGradient, laid out as head.qkv.
void amxAttentionGradient(const AmxHead& head, const std::uint16_t* gradient, std::int64_t gradientStride,
                          const float* logSums, std::uint16_t* qkvGradient, void* scratch);

}  // namespace lpd::kernels
