#include "training/transformer/attention_layout.h"

#include "model/teacher_forcing.h"

#include <algorithm>

namespace lpd::training {

AttentionLayout::AttentionLayout(const GroupSizes& groupSizes) : groupSizes_(groupSizes) {
  for (const int size : groupSizes)
    queries_ += size;
  context_ = 1 + queries_ - groupSizes.back();
  rows_.push_back({1, 0, 0});  // the class sees itself
  int done = 0;                // tokens of earlier groups
  for (std::size_t group = 0; group + 1 < groupSizes.size(); ++group) {
    done += groupSizes[group];
    rows_.insert(rows_.end(), static_cast<std::size_t>(groupSizes[group]), {1 + done, 0, 0});
  }
  done = 0;
  for (const int size : groupSizes) {
    rows_.insert(rows_.end(), static_cast<std::size_t>(size), {1 + done, done, done + size});
    done += size;
  }
  addTiles(0, context_);
  firstQueryTile_ = tiles_.size();
  addTiles(context_, length());
}

void AttentionLayout::addTiles(int begin, int end) {
  for (int first = begin; first < end; first += kTileRows) {
    // Prefixes and ranges only ever grow from row to row.
    const int last = std::min(first + kTileRows, end) - 1;
    tiles_.push_back({first, last + 1, {row(last).prefix, row(first).ownBegin, row(last).ownEnd}});
    const Row& span = tiles_.back().span;
    widestTile_ = std::max(widestTile_, span.prefix + span.ownEnd - span.ownBegin);
  }
}

double AttentionLayout::density() const {
  double cells = 0;
  for (const Tile& tile : tiles_)
    cells += static_cast<double>(tile.end - tile.begin) * (tile.span.prefix + tile.span.ownEnd - tile.span.ownBegin);
  return cells / (static_cast<double>(length()) * length());
}

torch::Tensor AttentionLayout::mask() const {
  return teacherForcingMask(groupSizes_);
}

}  // namespace lpd::training
