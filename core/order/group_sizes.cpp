#include "base/number_text.h"

#include <lpd/error.h>
#include <lpd/order.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>
#include <span>
#include <string>

namespace lpd {

namespace {

struct Run {
  int size;
  int count = 1;
};

// Published lists, run-length encoded (reference section 4).
constexpr Run k256Steps8[] = {{1}, {15}, {24}, {32}, {40}, {45}, {49}, {50}};
constexpr Run k256Steps12[] = {{1}, {7}, {11}, {15}, {19}, {22}, {25}, {28}, {30}, {32}, {33, 2}};
constexpr Run k256Steps16[] = {{1}, {4}, {6}, {8}, {11}, {13}, {15}, {17}, {19}, {20}, {22}, {23}, {24, 3}, {25}};
constexpr Run k256Steps20[] = {{1},  {2},  {4},  {5},  {7},  {8},     {10},    {11},
                               {12}, {14}, {15}, {16}, {17}, {18, 2}, {19, 2}, {20, 3}};
constexpr Run k256Steps24[] = {{1},  {2},     {3},  {4},  {5},     {6},     {7},     {8},    {9},
                               {10}, {11, 2}, {12}, {13}, {14, 3}, {15, 2}, {16, 3}, {17, 2}};
constexpr Run k256Steps32[] = {{1, 2}, {2, 2}, {3, 2}, {4},     {5, 2},  {6, 2},
                               {7, 2}, {8, 2}, {9, 2}, {10, 3}, {11, 4}, {12, 8}};
constexpr Run k256Steps64[] = {{1, 10}, {2, 7}, {3, 7}, {4, 9}, {5, 11}, {6, 20}};
constexpr Run k256Steps128[] = {{1, 41}, {2, 46}, {3, 41}};
constexpr Run k256Steps256[] = {{1, 256}};
constexpr Run k1024Steps32[] = {{1},  {4},  {6},  {9},  {11}, {13},    {16},    {18},   {20}, {23},
                                {25}, {27}, {29}, {31}, {33}, {35},    {36},    {38},   {40}, {41},
                                {42}, {44}, {45}, {46}, {47}, {48, 2}, {49, 2}, {50, 3}};
constexpr Run k1024Steps48[] = {{1},     {2},     {3},     {4},     {5},     {6},     {7},  {8},     {9},
                                {10},    {11},    {12},    {13},    {14},    {15},    {16}, {17},    {18},
                                {19},    {20},    {21},    {22},    {23, 2}, {24},    {25}, {26, 2}, {27},
                                {28, 2}, {29, 2}, {30, 2}, {31, 2}, {32, 3}, {33, 7}, {34}};
constexpr Run k1024Steps64[] = {{1, 2},  {2, 2},  {3, 2},  {4},     {5, 2},  {6, 2},  {7},     {8, 2},  {9, 2},
                                {10, 2}, {11},    {12, 2}, {13, 2}, {14, 2}, {15, 2}, {16, 2}, {17, 2}, {18, 3},
                                {19, 2}, {20, 3}, {21, 3}, {22, 3}, {23, 5}, {24, 6}, {25, 8}};

struct Published {
  int count;
  int steps;
  std::span<const Run> runs;
};
constexpr Published kPublished[] = {
    {256, 8, k256Steps8},     {256, 12, k256Steps12},   {256, 16, k256Steps16},   {256, 20, k256Steps20},
    {256, 24, k256Steps24},   {256, 32, k256Steps32},   {256, 64, k256Steps64},   {256, 128, k256Steps128},
    {256, 256, k256Steps256}, {1024, 32, k1024Steps32}, {1024, 48, k1024Steps48}, {1024, 64, k1024Steps64},
};

GroupSizes expand(std::span<const Run> runs) {
  GroupSizes sizes;
  for (const Run& run : runs)
    sizes.insert(sizes.end(), static_cast<std::size_t>(run.count), run.size);
  return sizes;
}

// What the cosine gives before rounding: size i is count * (cos(pi i / 2S) - cos(pi (i + 1) / 2S)).
std::vector<double> cosineSizes(int steps, int count) {
  std::vector<double> ideal(static_cast<std::size_t>(steps));
  const double quarter = std::numbers::pi / (2.0 * steps);
  for (int i = 0; i < steps; ++i)
    ideal[static_cast<std::size_t>(i)] = count * (std::cos(quarter * i) - std::cos(quarter * (i + 1)));
  return ideal;
}

std::vector<double> powerSizes(int steps, int count, double growth) {
  std::vector<double> ideal(static_cast<std::size_t>(steps));
  double sum = 0;
  for (int i = 0; i < steps; ++i)
    sum += ideal[static_cast<std::size_t>(i)] = std::pow((i + 1.0) / steps, growth);
  for (double& size : ideal)
    size *= count / sum;
  return ideal;
}

// Adds or takes one where the rounded size is farthest from the ideal one and the list stays non-decreasing with
// first size 1. Such a place exists: the last size may always grow, and a list of ones sums to its length <= count.
void moveTowards(const std::vector<double>& ideal, GroupSizes& sizes, int direction) {
  std::size_t best = 0;
  double bestGap = 0;
  for (std::size_t i = 1; i < sizes.size(); ++i) {
    const bool allowed = direction > 0 ? i + 1 == sizes.size() || sizes[i] < sizes[i + 1] : sizes[i] > sizes[i - 1];
    const double gap = (ideal[i] - sizes[i]) * direction;
    if (allowed && (best == 0 || gap >= bestGap)) {
      best = i;
      bestGap = gap;
    }
  }
  sizes[best] += direction;
}

GroupSizes rounded(const std::vector<double>& ideal, int count) {
  if (ideal.size() == 1) return {count};
  GroupSizes sizes(ideal.size());
  // The nudge decides halves the same way whatever the last bit of the cosine or the power.
  std::transform(ideal.begin(), ideal.end(), sizes.begin(),
                 [](double size) { return std::max(1, static_cast<int>(std::floor(size + 0.5 + 1e-9))); });
  sizes.front() = 1;
  int sum = std::accumulate(sizes.begin(), sizes.end(), 0);
  for (; sum < count; ++sum)
    moveTowards(ideal, sizes, +1);
  for (; sum > count; --sum)
    moveTowards(ideal, sizes, -1);
  return sizes;
}

}  // namespace

GroupSizes groupSizesFor(int steps, int count, double growth) {
  if (steps < 1 || steps > count)
    throw Error(ErrorCode::Usage,
                "cannot make " + std::to_string(count) + " positions in " + std::to_string(steps) + " steps",
                "steps must be between 1 and " + std::to_string(count));
  if (!(growth >= 0 && growth <= kMostGrowth))
    throw Error(ErrorCode::Usage, "group sizes cannot grow by the power " + numberText(growth),
                "use 0 for the published sizes, or a power up to " + numberText(kMostGrowth));
  if (growth > 0) return rounded(powerSizes(steps, count, growth), count);
  for (const Published& list : kPublished)
    if (list.count == count && list.steps == steps) return expand(list.runs);
  return rounded(cosineSizes(steps, count), count);
}

std::optional<double> growthOf(const GroupSizes& sizes) {
  const int steps = static_cast<int>(sizes.size()), count = std::accumulate(sizes.begin(), sizes.end(), 0);
  if (steps < 1 || steps > count) return std::nullopt;
  for (double growth = 0; growth <= kMostGrowth; growth += 0.5)
    if (groupSizesFor(steps, count, growth) == sizes) return growth;
  return std::nullopt;
}

std::vector<int> publishedSteps(int count) {
  std::vector<int> steps;
  for (const Published& list : kPublished)
    if (list.count == count) steps.push_back(list.steps);
  return steps;
}

void validateGroupSizes(const GroupSizes& sizes, int count, std::string_view what) {
  long long sum = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] < 1)
      throw Error(ErrorCode::Usage,
                  std::string(what) + ": step " + std::to_string(i) + " has size " + std::to_string(sizes[i]),
                  "every step makes at least one position");
    sum += sizes[i];
  }
  if (sum != count)
    throw Error(ErrorCode::Usage,
                std::string(what) + " sum to " + std::to_string(sum) + ", not " + std::to_string(count),
                "the sizes must add up to the number of positions");
}

}  // namespace lpd
