#pragma once

#include <lpd/order.h>

#include <torch/types.h>

#include <vector>

namespace lpd::training {

/// What each row of a teacher-forced sequence attends to (reference section 6), as ranges instead of a mask. The
/// sequence is [class, tokens of all groups but the last | queries of all groups]; every row sees a prefix of the
/// context, a query also the queries of its own group. teacherForcingMask says the same in one tensor.
class AttentionLayout {
 public:
  /// Row r sees context [0, prefix) and the queries [ownBegin, ownEnd), counted from the first query.
  struct Row {
    int prefix = 0;
    int ownBegin = 0;
    int ownEnd = 0;
  };
  /// Neighbouring rows, all context or all queries, and the smallest ranges that hold all of theirs.
  struct Tile {
    int begin = 0;
    int end = 0;
    Row span;
  };

  explicit AttentionLayout(const GroupSizes& groupSizes);

  int context() const { return context_; }  ///< 1 + N - last group
  int queries() const { return queries_; }  ///< N
  int length() const { return context_ + queries_; }
  const Row& row(int r) const { return rows_[static_cast<std::size_t>(r)]; }
  const std::vector<Tile>& tiles() const { return tiles_; }
  /// Tiles of queries alone: tiles()[firstQueryTile()] and on.
  std::size_t firstQueryTile() const { return firstQueryTile_; }
  int widestTile() const { return widestTile_; }  ///< most cells a row of a tile, for buffers
  /// Cells the tiles compute, as a share of the whole square.
  double density() const;

  torch::Tensor mask() const;  ///< bool [L, L]; equals teacherForcingMask

  static constexpr int kTileRows = 64;

 private:
  void addTiles(int begin, int end);

  int context_ = 1;
  int queries_ = 0;
  std::vector<Row> rows_;
  std::vector<Tile> tiles_;
  std::size_t firstQueryTile_ = 0;
  int widestTile_ = 0;
  GroupSizes groupSizes_;
};

}  // namespace lpd::training
