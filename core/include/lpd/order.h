#pragma once

#include <lpd/grid.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lpd {

using Order = std::vector<int>;       ///< positions in the order they are generated: a permutation
using GroupSizes = std::vector<int>;  ///< positions made in each step, in step order; sums to the order's length

/// Which rule decides the order of positions.
enum class OrderKind { Lpd, Raster, Random, Halton, Par, Wavefront, Spiral, CoarseToFine };

inline constexpr OrderKind kOrderKinds[] = {OrderKind::Lpd,    OrderKind::Raster,      OrderKind::Random,
                                            OrderKind::Halton, OrderKind::Par,         OrderKind::Wavefront,
                                            OrderKind::Spiral, OrderKind::CoarseToFine};

/// The command line's word for a kind: "lpd", "raster", ..., "coarse-to-fine".
std::string_view toString(OrderKind kind);
/// The inverse of toString. Throws Usage for an unknown word, listing the known ones.
OrderKind parseOrderKind(std::string_view word);

/// Group sizes for `steps` steps over `count` positions: the published lists (N = 256 and 1024) exactly, any other
/// pair by cosine growth (reference section 4): first group 1, non-decreasing, exact sum.
/// With `growth` above 0 size i is proportional to (i + 1)^growth instead, rounded by the same rules: the larger, the
/// fewer positions in the first steps, which decide what the picture shows, and the more in the last ones.
/// Where first = 1 and non-decreasing cannot both hold with the sum (steps = 1), the single group takes everything.
/// Throws Usage unless 1 <= steps <= count and growth is within 0..kMostGrowth.
GroupSizes groupSizesFor(int steps, int count, double growth = 0);
inline constexpr double kMostGrowth = 8;
/// The least growth of 0, 0.5, ... kMostGrowth that gives these sizes; none where they are of another make.
std::optional<double> growthOf(const GroupSizes& sizes);

/// The step counts for which a list was published for this many positions, ascending; empty for other counts.
std::vector<int> publishedSteps(int count);

/// Throws Usage unless every size is >= 1 and they sum to `count`. `what` names the source in the message.
void validateGroupSizes(const GroupSizes& sizes, int count, std::string_view what = "group sizes");

/// Throws Usage unless `order` is a permutation of the positions 0..count-1 without those of `given` (when editing).
void validateOrder(const Order& order, int count, std::string_view what = "order", const std::vector<int>& given = {});

/// How a position came into its step.
enum class Pick : std::uint8_t {
  Start,      ///< the first position of an empty grid, drawn uniformly
  Proximity,  ///< support reached the proximity threshold and nothing of this step stands too near
  Spread,     ///< the group was still short: farthest from the positions already in this step
  Pattern,    ///< placed by a fixed pattern (every kind but lpd)
};

/// Why a position was generated in its step (reference section 5); what the studio shows under "Why here".
struct PlacementReason {
  Pick pick = Pick::Pattern;
  float support = 0;         ///< sum over generated 8-neighbours of 1/distance when the step began
  int rank = 0;              ///< 1-based place in the step's list sorted by support, among `candidates`
  int candidates = 0;        ///< open positions when the step began
  int blockedBy = -1;        ///< Spread after being skipped: the position of this step that stood too near
  int deferredBy = -1;       ///< the position that last kept this one out of an *earlier* step, or -1
  int deferredAtStep = -1;   ///< the 0-based step in which that happened, or -1
  float nearestInGroup = 0;  ///< Euclidean distance in cells to the nearest other position of the group, 0 if alone
};

/// Everything that fixes an order.
struct OrderOptions {
  OrderKind kind = OrderKind::Lpd;
  Grid grid = {};
  GroupSizes groupSizes = {};  ///< sums to the number of open positions; empty = one position a step
  double proximity = 1.0;      ///< support at which a position counts as near what is generated; >= 0
  double repulsion = 2.0;      ///< Chebyshev cells: positions of one step stay farther apart than this; >= 0
  std::uint64_t seed = 0;      ///< the order's own Philox stream is keyed by (seed, imageIndex)
  std::uint64_t imageIndex = 0;
  std::vector<int> given = {};  ///< positions that exist already (editing): they support, and are not ordered

  /// Throws Usage naming the first field that is out of range or contradicts another.
  void validate() const;
};

struct PlannedOrder {
  Order order;
  std::vector<PlacementReason> reasons;  ///< by generation index; empty unless asked for
};

/// The order for these options. The same options give the same order everywhere.
Order makeOrder(const OrderOptions& options);
/// The same order together with the reason for every position (costs a little more).
PlannedOrder explainOrder(const OrderOptions& options);
/// Reasons for an order that came from a file or a PNG: support, candidates and distances are measured; picks are
/// Proximity or Spread by whether the thresholds in `options` hold, Pattern when options.kind is not Lpd. Ranks are the
/// best a position of that support can have. Which earlier step left a position out cannot be told from an order
/// alone: deferredBy stays -1.
std::vector<PlacementReason> explainGivenOrder(const Order& order, const OrderOptions& options);

/// How local an order is, given its groups. Distances are Euclidean, in cells.
struct OrderStats {
  double meanSupport = 0;             ///< mean contextual support of a position when its step begins
  double adjacentShare = 0;           ///< share of positions (0..1) with at least one generated 8-neighbour then
  double meanGroupDistance = 0;       ///< mean over all pairs within a group, over all groups of two or more
  double minGroupDistance = 0;        ///< smallest pair distance within any group (0 if no group has two)
  double meanNearestInGroup = 0;      ///< mean over positions of the distance to the nearest one of its group
  std::vector<double> supportByStep;  ///< mean support per step
};
OrderStats measureOrder(const Grid& grid, const Order& order, const GroupSizes& groupSizes,
                        const std::vector<int>& given = {});

/// Reads a JSON list of orders (the released tool's format: raster indices in generation order).
/// Throws InvalidFile unless each is a permutation of 0..count-1, naming the order's index and the fault.
std::vector<Order> readOrders(const std::filesystem::path& file, int count);
/// Writes that format, whole or not at all.
void writeOrders(const std::filesystem::path& file, const std::vector<Order>& orders);

/// One drawing of an order, step colours and numbers, as an SVG document of about `side` px a side.
std::string orderToSvg(const Grid& grid, const Order& order, const GroupSizes& groupSizes, int side = 640);

}  // namespace lpd
