#pragma once

#include <lpd/evaluate.h>

#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace lpd::training {

/// Feature vectors of pictures, one a row: float64 [n, d] on the CPU.
using Features = torch::Tensor;

/// Frechet distance of two sets, each taken as a Gaussian: |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^1/2) (Dowson and
/// Landau 1982; Heusel et al. 2017 on Inception features). Needs two rows a set at least; with fewer rows than
/// dimensions the covariances are singular, which the symmetric root handles. Never negative.
double frechetDistance(const Features& a, const Features& b);

struct PrecisionRecall {
  double precision = 0;  ///< share of generated rows within the manifold of the real ones
  double recall = 0;     ///< share of real rows within the manifold of the generated ones
};
/// The manifold of a set is the union of balls around its rows that reach each one's `neighbours`-th nearest other row
/// (Kynkaanniemi et al. 2019). Needs more rows than `neighbours` in each set.
PrecisionRecall precisionRecall(const Features& real, const Features& generated, int neighbours = 3);

/// Mean Euclidean distance of two different rows with the same label, mean over labels that have two rows or more;
/// not a number where none has. `labels` int64 [n].
double diversityInClass(const Features& rows, const torch::Tensor& labels);

/// Euclidean distance of each query to its nearest row of `references`; float64 [n].
torch::Tensor nearestDistance(const Features& queries, const Features& references);

/// Percentile bootstrap (Efron 1979): `measure` of the rows as they are, and the 2.5th and 97.5th percentile of its
/// value over `resamples` draws of n rows with replacement. `measure` gets int64 [n] row indices. The draws depend on
/// `seed` alone, so that two cells of a table are resampled alike.
Estimate bootstrap(std::int64_t rows, int resamples, std::uint64_t seed,
                   const std::function<double(const torch::Tensor&)>& measure);

/// Delete-a-group jackknife (Tukey 1958): `measure` of the rows as they are, and Student's 95 % interval around it by
/// the variance over 20 measurements that leave out one run of neighbouring rows each. For what a resample with
/// repeated rows would bias, as it does a distance of covariances. Needs 20 rows. Never below 0.
Estimate jackknife(std::int64_t rows, const std::function<double(const torch::Tensor&)>& measure);

}  // namespace lpd::training
