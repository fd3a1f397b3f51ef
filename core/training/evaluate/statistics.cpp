#include "training/evaluate/statistics.h"

#include "training/run/noise.h"

#include <lpd/error.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lpd::training {

namespace {

struct Gaussian {
  torch::Tensor mean;        // [d]
  torch::Tensor covariance;  // [d, d]
};

void requireRows(const Features& rows, std::int64_t least) {
  if (rows.dim() != 2 || rows.size(0) < least)
    throw Error(
        ErrorCode::Usage,
        "a set of " + std::to_string(rows.dim() > 0 ? rows.size(0) : 0) + " pictures is too small to be measured",
        "use at least " + std::to_string(least));
}

Gaussian gaussian(const Features& rows) {
  requireRows(rows, 2);
  const torch::Tensor mean = rows.mean(0);
  const torch::Tensor centred = rows - mean;
  return {mean, centred.t().matmul(centred) / static_cast<double>(rows.size(0) - 1)};
}

// The root of a symmetric positive semi-definite matrix; rounding may have made eigenvalues slightly negative.
torch::Tensor symmetricRoot(const torch::Tensor& matrix) {
  const auto [values, vectors] = at::linalg_eigh((matrix + matrix.t()) / 2);
  return vectors.mul(values.clamp_min(0).sqrt()).matmul(vectors.t());
}

// For each row the distance to its k-th nearest other row.
torch::Tensor reach(const Features& rows, int neighbours) {
  const torch::Tensor distances = at::cdist(rows, rows);
  return std::get<0>(distances.kthvalue(neighbours + 1, 1));  // the nearest is the row itself
}

double shareInside(const Features& queries, const Features& centres, const torch::Tensor& radii) {
  return at::cdist(queries, centres).le(radii).any(1).to(torch::kFloat64).mean().item<double>();
}

}  // namespace

double frechetDistance(const Features& a, const Features& b) {
  const Gaussian first = gaussian(a);
  const Gaussian second = gaussian(b);
  // tr (C1 C2)^1/2 = tr (C1^1/2 C2 C1^1/2)^1/2, whose argument is symmetric.
  const torch::Tensor root = symmetricRoot(first.covariance);
  const torch::Tensor values = at::linalg_eigvalsh(root.matmul(second.covariance).matmul(root));
  const double cross = values.clamp_min(0).sqrt().sum().item<double>();
  const double means = (first.mean - second.mean).square().sum().item<double>();
  const double traces = (first.covariance.trace() + second.covariance.trace()).item<double>();
  return std::max(0.0, means + traces - 2 * cross);
}

PrecisionRecall precisionRecall(const Features& real, const Features& generated, int neighbours) {
  requireRows(real, neighbours + 1);
  requireRows(generated, neighbours + 1);
  return {shareInside(generated, real, reach(real, neighbours)),
          shareInside(real, generated, reach(generated, neighbours))};
}

double diversityInClass(const Features& rows, const torch::Tensor& labels) {
  double sum = 0;
  int classes = 0;
  const auto unique = std::get<0>(at::_unique(labels));
  for (std::int64_t i = 0; i < unique.size(0); ++i) {
    const torch::Tensor members = rows.index_select(0, labels.eq(unique[i]).nonzero().flatten());
    if (members.size(0) < 2) continue;
    sum += at::pdist(members.contiguous()).mean().item<double>();
    ++classes;
  }
  return classes > 0 ? sum / classes : std::numeric_limits<double>::quiet_NaN();
}

torch::Tensor nearestDistance(const Features& queries, const Features& references) {
  requireRows(queries, 1);
  requireRows(references, 1);
  // A part at a time: the whole matrix of distances to a large training set would not fit.
  torch::Tensor nearest;
  for (const torch::Tensor& part : references.split(8192)) {
    const torch::Tensor distance = std::get<0>(at::cdist(queries, part).min(1));
    nearest = nearest.defined() ? at::minimum(nearest, distance) : distance;
  }
  return nearest;
}

Estimate bootstrap(std::int64_t rows, int resamples, std::uint64_t seed,
                   const std::function<double(const torch::Tensor&)>& measure) {
  if (rows < 1 || resamples < 1) throw Error(ErrorCode::Usage, "there is nothing to resample");
  Estimate estimate;
  estimate.value = measure(at::arange(rows, torch::kLong));
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(resamples));
  torch::Tensor indices = at::empty({rows}, torch::kLong);
  for (int i = 0; i < resamples; ++i) {
    PhiloxStream stream = noise(seed, i, Purpose::Evaluation);
    for (std::int64_t row = 0; row < rows; ++row)
      indices.data_ptr<std::int64_t>()[row] = static_cast<std::int64_t>(stream.below(static_cast<std::uint32_t>(rows)));
    values.push_back(measure(indices));
  }
  std::sort(values.begin(), values.end());
  const auto percentile = [&values](double share) {
    return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
  };
  estimate.low = percentile(0.025);
  estimate.high = percentile(0.975);
  return estimate;
}

Estimate jackknife(std::int64_t rows, const std::function<double(const torch::Tensor&)>& measure) {
  constexpr std::int64_t kGroups = 20;
  constexpr double kStudent = 2.093;  // 97.5 % of Student's t with 19 degrees of freedom
  if (rows < kGroups) throw Error(ErrorCode::Usage, "there is nothing to leave out");
  const torch::Tensor all = at::arange(rows, torch::kLong);
  torch::Tensor values = at::empty({kGroups}, torch::kFloat64);
  for (std::int64_t group = 0; group < kGroups; ++group) {
    const std::int64_t from = group * rows / kGroups, to = (group + 1) * rows / kGroups;
    values[group] = measure(at::cat({all.narrow(0, 0, from), all.narrow(0, to, rows - to)}));
  }
  const double spread = (values - values.mean()).square().sum().item<double>();
  const double error = std::sqrt(spread * (kGroups - 1) / kGroups);
  const double value = measure(all);
  return {value, std::max(0.0, value - kStudent * error), value + kStudent * error};
}

}  // namespace lpd::training
