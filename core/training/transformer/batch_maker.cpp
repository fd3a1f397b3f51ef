#include "training/transformer/batch_maker.h"

#include "training/run/noise.h"

#include <numeric>
#include <span>

namespace lpd::training {
namespace {

/// Fills one batch item by item.
class BatchWriter {
 public:
  BatchWriter(std::int64_t images, int positions, const GroupSizes& groups) : positions_(positions) {
    batch_.tokens = at::empty({images, positions}, torch::kInt64);
    batch_.orders = at::empty({images, positions}, torch::kInt64);
    batch_.labels = at::empty({images}, torch::kInt64);
    batch_.groupSizes = groups;
  }
  void set(std::int64_t image, std::span<const std::int32_t> raster, const Order& order, std::int64_t label) {
    auto* tokens = batch_.tokens.data_ptr<std::int64_t>() + image * positions_;
    auto* positions = batch_.orders.data_ptr<std::int64_t>() + image * positions_;
    for (int i = 0; i < positions_; ++i) {
      positions[i] = order[static_cast<std::size_t>(i)];
      tokens[i] = raster[static_cast<std::size_t>(positions[i])];
    }
    batch_.labels.data_ptr<std::int64_t>()[image] = label;
  }
  TeacherForcedBatch& batch() { return batch_; }

 private:
  int positions_;
  TeacherForcedBatch batch_;
};

}  // namespace

std::int64_t EpochOrder::picture(std::int64_t n) {
  const std::int64_t epoch = n / pictures_;
  if (epoch != epoch_) {
    permutation_.resize(static_cast<std::size_t>(pictures_));
    std::iota(permutation_.begin(), permutation_.end(), 0);
    noise(seed_, epoch, Purpose::Pictures).shuffle(std::span(permutation_));
    epoch_ = epoch;
  }
  return permutation_[static_cast<std::size_t>(n % pictures_)];
}

BatchMaker::BatchMaker(const TokenCache& cache, const TransformerRecipe& recipe)
    : cache_(cache), recipe_(recipe), epochs_(cache.train.count(), recipe.seed) {}

const GroupSizes& BatchMaker::drawGroups(std::int64_t step) const {
  double total = 0;
  for (const auto& groups : recipe_.groups)
    total += groups.weight;
  double left = noise(recipe_.seed, step, Purpose::Groups).uniform() * total;
  const WeightedGroups* drawn = nullptr;
  for (const auto& groups : recipe_.groups) {
    if (groups.weight <= 0) continue;
    drawn = &groups;
    left -= groups.weight;
    if (left < 0) break;
  }
  return drawn->sizes;
}

Order BatchMaker::orderOf(OrderKind kind, const GroupSizes& groups, std::uint64_t seed, std::uint64_t item) const {
  OrderOptions options;
  options.kind = kind;
  options.grid = cache_.grid;
  options.groupSizes = groups;
  options.proximity = recipe_.proximity;
  options.repulsion = recipe_.repulsion;
  options.seed = seed;
  options.imageIndex = item;
  return makeOrder(options);
}

TeacherForcedBatch BatchMaker::make(std::int64_t step, std::int64_t first, std::int64_t count) {
  const GroupSizes& groups = drawGroups(step);
  BatchWriter writer(count, cache_.train.positions, groups);
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t item = first + i, n = step * recipe_.batch + item;
    const std::int64_t picture = epochs_.picture(n);
    auto chance = noise(recipe_.seed, step, Purpose::Order, static_cast<std::uint32_t>(item));
    const auto kind = chance.uniform() < recipe_.lpdShare ? OrderKind::Lpd : OrderKind::Random;
    const bool flipped = (chance.next32() & 1) != 0;
    auto drops = noise(recipe_.seed, step, Purpose::Dropout, static_cast<std::uint32_t>(item));
    const bool unlabelled = drops.uniform() < recipe_.labelDropout;
    const auto label = unlabelled ? static_cast<std::int64_t>(cache_.classNames.size())
                                  : cache_.train.labels[static_cast<std::size_t>(picture)];
    writer.set(i, cache_.train.picture(picture, flipped),
               orderOf(kind, groups, recipe_.seed, static_cast<std::uint64_t>(n)), label);
    if (recipe_.dropout > 0 || recipe_.attentionDropout > 0) writer.batch().dropoutKeys.push_back(drops.next32());
  }
  return std::move(writer.batch());
}

TeacherForcedBatch BatchMaker::heldout(std::int64_t first, std::int64_t count, OrderKind kind) const {
  BatchWriter writer(count, cache_.heldout.positions, recipe_.heldoutGroups);
  for (std::int64_t i = 0; i < count; ++i) {
    // Another seed than training's, so that the orders are unseen too.
    const auto order = orderOf(kind, recipe_.heldoutGroups, ~recipe_.seed, static_cast<std::uint64_t>(first + i));
    writer.set(i, cache_.heldout.picture(first + i, false), order,
               cache_.heldout.labels[static_cast<std::size_t>(first + i)]);
  }
  return std::move(writer.batch());
}

TeacherForcedBatch imagesOf(const TeacherForcedBatch& batch, std::int64_t first, std::int64_t count,
                            const torch::Device& device) {
  TeacherForcedBatch part;
  part.tokens = batch.tokens.narrow(0, first, count).to(device);
  part.orders = batch.orders.narrow(0, first, count).to(device);
  part.labels = batch.labels.narrow(0, first, count).to(device);
  part.groupSizes = batch.groupSizes;
  if (!batch.dropoutKeys.empty())
    part.dropoutKeys = {batch.dropoutKeys.begin() + first, batch.dropoutKeys.begin() + first + count};
  return part;
}

}  // namespace lpd::training
