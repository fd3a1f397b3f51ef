#include "group_balance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lpd::studio {

namespace {

/// Spreads `total` over weights by largest remainders: the parts sum to it exactly, ties go to the earlier part.
QList<int> share(int total, const QList<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  QList<int> parts(weights.size());
  QList<std::pair<double, qsizetype>> remainders;
  int given = 0;
  for (qsizetype i = 0; i < weights.size(); ++i) {
    const double exact = sum > 0 ? total * weights[i] / sum : static_cast<double>(total) / weights.size();
    parts[i] = static_cast<int>(exact);
    given += parts[i];
    remainders.append({parts[i] - exact, i});
  }
  std::stable_sort(remainders.begin(), remainders.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (qsizetype i = 0; given < total; i = (i + 1) % remainders.size(), ++given)
    ++parts[remainders[i].second];
  return parts;
}

}  // namespace

QList<int> withGroupSize(const QList<int>& sizes, qsizetype index, int wanted) {
  if (index < 0 || index >= sizes.size() || sizes.size() < 2) return sizes;
  const int total = std::accumulate(sizes.begin(), sizes.end(), 0);
  const int others = static_cast<int>(sizes.size()) - 1;
  wanted = std::clamp(wanted, 1, std::max(1, total - others));
  // Everybody keeps one; what is above that is shared out again in the old proportions.
  QList<double> above;
  for (qsizetype i = 0; i < sizes.size(); ++i)
    if (i != index) above.append(sizes[i] - 1);
  const QList<int> shared = share(total - wanted - others, above);
  QList<int> result;
  for (qsizetype i = 0, other = 0; i < sizes.size(); ++i)
    result.append(i == index ? wanted : 1 + shared[other++]);
  return result;
}

}  // namespace lpd::studio
