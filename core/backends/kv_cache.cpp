#include "backends/kv_cache.h"

#include "backends/cpu/kernels.h"
#include "backends/torch_versions.h"

#include <ATen/Parallel.h>

#include <cmath>
#include <vector>

namespace lpd {
namespace {

using kernels::kPanel;

constexpr std::int64_t kRowBlock = 48;  // rows of one head a thread takes at once

std::int64_t roundedUp(std::int64_t n) {
  return (n + kPanel - 1) / kPanel * kPanel;
}

/// Copies the keys and values of one sequence's head into their panels, from position `first` on.
void writePanels(const float* row, std::int64_t rowStride, std::int64_t rows, std::int64_t width, std::int64_t valueAt,
                 std::int64_t first, std::int64_t capacity, float* keys, float* values) {
  for (std::int64_t r = 0; r < rows; ++r, row += rowStride) {
    const std::int64_t position = first + r;
    float* key = keys + position / kPanel * width * kPanel + position % kPanel;
    for (std::int64_t d = 0; d < width; ++d)
      key[d * kPanel] = row[d];
    for (std::int64_t d = 0; d < width; ++d)
      values[(d / kPanel * capacity + position) * kPanel + d % kPanel] = row[valueAt + d];
  }
}

}  // namespace

KvCache::KvCache(const Shape& shape, const Compute& compute) : shape_(shape), compute_(compute) {
  shape_.capacity = roundedUp(shape.capacity);
  const auto& s = shape_;
  if (compute.torchAll()) {
    const auto options = torch::dtype(compute.productType()).device(compute.device);
    keys_ = torch::empty({s.depth, s.sequences, s.heads, s.capacity, s.headWidth}, options);
    values_ = torch::empty_like(keys_);
  } else {
    keys_ = torch::zeros({s.depth, s.sequences, s.heads, s.capacity * s.headWidth});
    values_ = torch::zeros({s.depth, s.sequences, s.heads, s.capacity * roundedUp(s.headWidth)});
  }
}

std::uint64_t KvCache::bytes(const Shape& shape, const Compute& compute) {
  const std::uint64_t each = compute.torchAll() && compute.bf16 ? 2 : 4;
  return 2 * each * shape.depth * shape.sequences * shape.heads * roundedUp(shape.capacity) *
         roundedUp(shape.headWidth);
}

torch::Tensor KvCache::attend(int block, const torch::Tensor& qkv, std::int64_t contextRows) {
  TORCH_CHECK(length_ + qkv.size(1) <= shape_.capacity, "key-value cache too small");
  return compute_.torchAll() ? attendTorch(block, qkv, contextRows)
                             : attendKernels(block, qkv.to(torch::kFloat32).contiguous(), contextRows);
}

torch::Tensor KvCache::attendKernels(int block, const torch::Tensor& qkv, std::int64_t contextRows) {
  const std::int64_t rows = qkv.size(1), width = shape_.headWidth, model = shape_.heads * width, stride = 3 * model;
  auto out = torch::empty({shape_.sequences, rows, model});
  const float* in = qkv.data_ptr<float>();
  float* result = out.data_ptr<float>();
  const std::int64_t keySize = keys_.size(3), valueSize = values_.size(3);
  float* keys = keys_.data_ptr<float>() + block * shape_.sequences * shape_.heads * keySize;
  float* values = values_.data_ptr<float>() + block * shape_.sequences * shape_.heads * valueSize;
  const std::int64_t pairs = shape_.sequences * shape_.heads;
  const auto write = [&](std::int64_t pair) {
    writePanels(in + pair / shape_.heads * rows * stride + pair % shape_.heads * width + model, stride, rows, width,
                model, length_, shape_.capacity, keys + pair * keySize, values + pair * valueSize);
  };
  const std::int64_t blocks = (rows + kRowBlock - 1) / kRowBlock;
  if (blocks > 1) compute_.pool->run(pairs, write);

  kernels::AttentionArgs base;
  base.queryStride = stride;
  base.capacity = shape_.capacity;
  base.headWidth = width;
  base.contextRows = contextRows;
  base.contextVisible = length_ + contextRows;
  base.queryVisible = length_ + rows;
  base.scale = 1.0f / std::sqrt(static_cast<float>(width));
  base.outStride = model;
  base.roundToBf16 = compute_.kernelsRound();
  const auto& kernel = kernels::table();
  compute_.pool->run(pairs * blocks, [&](std::int64_t task) {
    const std::int64_t pair = task / blocks, row = task % blocks * kRowBlock;
    const std::int64_t sequence = pair / shape_.heads, head = pair % shape_.heads;
    if (blocks == 1) write(pair);
    std::vector<float> scratch(static_cast<std::size_t>(kernels::kMaxRows * shape_.capacity));
    auto args = base;
    args.queries = in + sequence * rows * stride + head * width;
    args.keys = keys + pair * keySize;
    args.values = values + pair * valueSize;
    args.out = result + sequence * rows * model + head * width;
    args.scratch = scratch.data();
    kernel.attention(args, row, std::min(rows, row + kRowBlock));
  });
  return out;
}

torch::Tensor KvCache::attendTorch(int block, const torch::Tensor& qkv, std::int64_t contextRows) {
  const std::int64_t sequences = qkv.size(0), rows = qkv.size(1);
  // [3, S, heads, rows, headWidth]
  const auto split = qkv.view({sequences, rows, 3, shape_.heads, shape_.headWidth}).permute({2, 0, 3, 1, 4});
  const auto keys = keys_[block], values = values_[block];
  keys.narrow(2, length_, rows).copy_(split[1]);
  values.narrow(2, length_, rows).copy_(split[2]);
  const auto part = [&](std::int64_t first, std::int64_t count, std::int64_t visible) {
    return scaledDotProduct(split[0].narrow(2, first, count), keys.narrow(2, 0, visible), values.narrow(2, 0, visible));
  };
  std::vector<torch::Tensor> parts;
  if (contextRows > 0) parts.push_back(part(0, contextRows, length_ + contextRows));
  if (rows > contextRows) parts.push_back(part(contextRows, rows - contextRows, length_ + rows));
  return torch::cat(parts, 2).transpose(1, 2).reshape({sequences, rows, shape_.heads * shape_.headWidth});
}

}  // namespace lpd
