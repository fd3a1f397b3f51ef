#pragma once

#include <cstddef>
#include <cstdint>

/// Attention of teacher-forced sequences, forward and backward, in bfloat16: no torch, no threads. It computes what the
/// fp32 pass of training/transformer/group_attention computes, which is its reference.
namespace lpd::kernels {

/// A row sees the cells [0, prefix) and [ownBegin, ownEnd) of its sequence.
struct SeenCells {
  int prefix = 0;
  int ownBegin = 0;  ///< counted from the sequence's first row, at least prefix
  int ownEnd = 0;
};

/// Neighbouring rows, kTileRowsMost at most, and the smallest ranges that hold all of theirs.
struct RowTile {
  int begin = 0;
  int end = 0;
  SeenCells span;
};
inline constexpr int kTileRowsMost = 64;

/// One head of one image. Rows are of bfloat16 bits, `stride` values apart; a row's query stands at qkv, its key
/// `model` values behind, its value twice as far.
struct AttentionHead {
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
std::size_t bf16AttentionScratch(int length, int width);

}  // namespace lpd::kernels
