#include "training/transformer/group_attention.h"

#include "backends/cpu/bf16_kernels.h"
#include "backends/torch_versions.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace lpd::training {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// What both passes share. One job is one head of one image; its tiles follow one another.
struct Task {
  AttentionLayout layout;
  int heads;
  bool queriesOnly;
  Dropout dropout;
  std::uint32_t site;

  std::size_t firstTile() const { return queriesOnly ? layout.firstQueryTile() : 0; }
  int firstRow() const { return queriesOnly ? layout.context() : 0; }
  int outRows() const { return layout.length() - firstRow(); }
};

class SavedTask : public torch::CustomClassHolder {
 public:
  explicit SavedTask(Task task) : task(std::move(task)) {}
  Task task;
};

torch::Tensor rows(float* data, std::int64_t count, std::int64_t width, std::int64_t stride) {
  return at::from_blob(data, {count, width}, {stride, 1}, torch::kFloat32);
}

/// One head of one image: strided views of the joint tensors.
class Head {
 public:
  Head(const Task& task, float* qkv, std::int64_t image, std::int64_t head, std::int64_t model)
      : task_(task), width_(model / task.heads), stride_(3 * model) {
    const auto length = std::int64_t{task.layout.length()};
    float* base = qkv + image * length * stride_ + head * width_;
    queries_ = rows(base, length, width_, stride_);
    keys_ = rows(base + model, length, width_, stride_);
    values_ = rows(base + 2 * model, length, width_, stride_);
    if (task.dropout.active())
      key_ = mixKey(mixKey(task.dropout.imageKeys[static_cast<std::size_t>(image)], task.site),
                    static_cast<std::uint32_t>(head));
  }

  using Tile = AttentionLayout::Tile;
  torch::Tensor queries(const Tile& tile) const { return queries_.narrow(0, tile.begin, tile.end - tile.begin); }
  // The two stretches of keys and values a tile sees: context, and queries of its own groups.
  torch::Tensor contextKeys(const Tile& tile) const { return keys_.narrow(0, 0, tile.span.prefix); }
  torch::Tensor contextValues(const Tile& tile) const { return values_.narrow(0, 0, tile.span.prefix); }
  torch::Tensor ownKeys(const Tile& tile) const { return own(keys_, tile); }
  torch::Tensor ownValues(const Tile& tile) const { return own(values_, tile); }

  float scale() const { return static_cast<float>(1 / std::sqrt(static_cast<double>(width_))); }
  std::uint32_t rowKey(int row) const { return mixKey(key_, static_cast<std::uint32_t>(row)); }

 private:
  torch::Tensor own(const torch::Tensor& all, const Tile& tile) const {
    return all.narrow(0, task_.layout.context() + tile.span.ownBegin, ownCount(tile));
  }

 public:
  static int ownCount(const Tile& tile) { return tile.span.ownEnd - tile.span.ownBegin; }
  static int cells(const Tile& tile) { return tile.span.prefix + ownCount(tile); }

 private:
  const Task& task_;
  std::int64_t width_, stride_;
  torch::Tensor queries_, keys_, values_;
  std::uint32_t key_ = 0;
};

using Tile = AttentionLayout::Tile;

/// The cells of `row` within its tile's buffer: own queries stand right behind the tile's prefix.
VisibleCells visibleCells(const AttentionLayout::Row& row, const Tile& tile) {
  const int shift = tile.span.prefix - tile.span.ownBegin;
  return {row.prefix, row.ownBegin == row.ownEnd ? tile.span.prefix : row.ownBegin + shift,
          row.ownBegin == row.ownEnd ? tile.span.prefix : row.ownEnd + shift};
}

/// out = left * right^T over both stretches of columns.
void productWithBoth(torch::Tensor out, const torch::Tensor& left, const torch::Tensor& context,
                     const torch::Tensor& own) {
  auto first = out.narrow(1, 0, context.size(0));
  at::mm_out(first, left, context.t());
  if (own.size(0) == 0) return;
  auto second = out.narrow(1, context.size(0), own.size(0));
  at::mm_out(second, left, own.t());
}

/// out = left * [context; own].
void sumOverBoth(torch::Tensor out, const torch::Tensor& left, const torch::Tensor& context, const torch::Tensor& own) {
  at::mm_out(out, left.narrow(1, 0, context.size(0)), context);
  if (own.size(0) > 0) out.addmm_(left.narrow(1, context.size(0), own.size(0)), own);
}

/// context += left^T * right and own += the same, each for its columns of `left`.
void addToBoth(torch::Tensor context, torch::Tensor own, const torch::Tensor& left, const torch::Tensor& right) {
  context.addmm_(left.narrow(1, 0, context.size(0)).t(), right);
  if (own.size(0) > 0) own.addmm_(left.narrow(1, context.size(0), own.size(0)).t(), right);
}

void forEachHead(const Task& task, std::int64_t images, const std::function<void(std::int64_t, std::int64_t)>& work) {
  // Products of this size run on one thread; LibTorch's BLAS knows that it is inside a parallel region.
  at::parallel_for(0, images * task.heads, 1, [&](std::int64_t begin, std::int64_t end) {
    const c10::InferenceMode inference;
    for (auto job = begin; job < end; ++job)
      work(job / task.heads, job % task.heads);
  });
}

/// Returns [B, rows, D] and fills logSums [B, heads, rows].
torch::Tensor attend(const Task& task, const torch::Tensor& qkv, torch::Tensor& logSums) {
  const auto images = qkv.size(0), model = qkv.size(2) / 3, width = model / task.heads;
  const std::int64_t outRows = task.outRows();
  const auto out = at::empty({images, outRows, model}, qkv.options());
  logSums = at::empty({images, task.heads, outRows}, qkv.options());
  float* const to = out.data_ptr<float>();
  float* const sums = logSums.data_ptr<float>();
  float* const from = qkv.data_ptr<float>();
  forEachHead(task, images, [&](std::int64_t image, std::int64_t number) {
    const Head head(task, from, image, number, model);
    std::vector<float> buffer(static_cast<std::size_t>(AttentionLayout::kTileRows) * task.layout.widestTile());
    float* const imageOut = to + image * outRows * model + number * width;
    float* const imageSums = sums + (image * task.heads + number) * outRows;
    for (std::size_t t = task.firstTile(); t < task.layout.tiles().size(); ++t) {
      const Tile& tile = task.layout.tiles()[t];
      const int count = tile.end - tile.begin, cells = Head::cells(tile);
      const auto scores = rows(buffer.data(), count, cells, cells);
      productWithBoth(scores, head.queries(tile), head.contextKeys(tile), head.ownKeys(tile));
      const auto rule = DropRule::of(task.dropout.rate);
      for (int r = 0; r < count; ++r) {
        float* const row = buffer.data() + static_cast<std::ptrdiff_t>(r) * cells;
        imageSums[tile.begin + r - task.firstRow()] =
            softmaxRow(row, cells, visibleCells(task.layout.row(tile.begin + r), tile), head.scale());
        if (task.dropout.active()) dropRow(row, row, cells, head.rowKey(tile.begin + r), rule);
      }
      sumOverBoth(rows(imageOut + (tile.begin - task.firstRow()) * model, count, width, model), scores,
                  head.contextValues(tile), head.ownValues(tile));
    }
  });
  return out;
}

/// The gradient of qkv.
torch::Tensor attendBackward(const Task& task, const torch::Tensor& qkv, const torch::Tensor& logSums,
                             const torch::Tensor& gradient) {
  const auto images = qkv.size(0), model = qkv.size(2) / 3, width = model / task.heads;
  const std::int64_t outRows = task.outRows();
  const auto result = at::zeros_like(qkv);
  float* const to = result.data_ptr<float>();
  float* const from = qkv.data_ptr<float>();
  float* const gradients = gradient.data_ptr<float>();
  const float* const sums = logSums.data_ptr<float>();
  forEachHead(task, images, [&](std::int64_t image, std::int64_t number) {
    const Head head(task, from, image, number, model), into(task, to, image, number, model);
    const auto largest = static_cast<std::size_t>(AttentionLayout::kTileRows) * task.layout.widestTile();
    std::vector<float> forProbabilities(largest), forGradients(largest), forDropped;
    if (task.dropout.active()) forDropped.resize(largest);
    float* const imageGradient = gradients + image * outRows * model + number * width;
    const float* const imageSums = sums + (image * task.heads + number) * outRows;
    for (std::size_t t = task.firstTile(); t < task.layout.tiles().size(); ++t) {
      const Tile& tile = task.layout.tiles()[t];
      const int count = tile.end - tile.begin, cells = Head::cells(tile);
      const auto rule = DropRule::of(task.dropout.rate);
      const auto incoming = rows(imageGradient + (tile.begin - task.firstRow()) * model, count, width, model);
      const auto probabilities = rows(forProbabilities.data(), count, cells, cells);
      const auto scoreGradients = rows(forGradients.data(), count, cells, cells);
      productWithBoth(probabilities, head.queries(tile), head.contextKeys(tile), head.ownKeys(tile));
      productWithBoth(scoreGradients, incoming, head.contextValues(tile), head.ownValues(tile));
      for (int r = 0; r < count; ++r) {
        const auto at = static_cast<std::ptrdiff_t>(r) * cells;
        repeatSoftmax(forProbabilities.data() + at, cells, visibleCells(task.layout.row(tile.begin + r), tile),
                      head.scale(), imageSums[tile.begin + r - task.firstRow()]);
        if (task.dropout.active()) {
          const auto key = head.rowKey(tile.begin + r);
          dropRow(forProbabilities.data() + at, forDropped.data() + at, cells, key, rule);
          dropRow(forGradients.data() + at, forGradients.data() + at, cells, key, rule);
        }
        softmaxGradientRow(forProbabilities.data() + at, forGradients.data() + at, cells, head.scale());
      }
      const auto weights = task.dropout.active() ? rows(forDropped.data(), count, cells, cells) : probabilities;
      addToBoth(into.contextValues(tile), into.ownValues(tile), weights, incoming);
      sumOverBoth(into.queries(tile), scoreGradients, head.contextKeys(tile), head.ownKeys(tile));
      addToBoth(into.contextKeys(tile), into.ownKeys(tile), scoreGradients, head.queries(tile));
    }
  });
  return result;
}

class AttentionFunction : public torch::autograd::Function<AttentionFunction> {
 public:
  static torch::Tensor forward(AutogradContext* context, const torch::Tensor& qkv,
                               c10::intrusive_ptr<SavedTask> saved) {
    const auto joint = qkv.contiguous();
    torch::Tensor logSums;
    const auto out = attend(saved->task, joint, logSums);
    context->save_for_backward({joint, logSums});
    context->saved_data["task"] = c10::IValue::make_capsule(saved);
    return out;
  }

  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    const auto saved = c10::static_intrusive_pointer_cast<SavedTask>(context->saved_data["task"].toCapsule());
    const auto tensors = context->get_saved_variables();
    return {attendBackward(saved->task, tensors[0], tensors[1], gradients[0].contiguous()), {}};
  }
};

// ---- The same by the CPU's bf16 units ----

class SavedLayout : public torch::CustomClassHolder {
 public:
  SavedLayout(const AttentionLayout& layout, int heads, bool queriesOnly) : heads(heads) {
    const auto inSequence = [&](const AttentionLayout::Row& row) {
      return kernels::SeenCells{row.prefix, layout.context() + row.ownBegin, layout.context() + row.ownEnd};
    };
    for (int r = 0; r < layout.length(); ++r)
      seen.push_back(inSequence(layout.row(r)));
    for (std::size_t t = queriesOnly ? layout.firstQueryTile() : 0; t < layout.tiles().size(); ++t)
      tiles.push_back({layout.tiles()[t].begin, layout.tiles()[t].end, inSequence(layout.tiles()[t].span)});
    firstRow = tiles.front().begin;
  }

  std::vector<kernels::SeenCells> seen;
  std::vector<kernels::RowTile> tiles;
  int heads, firstRow = 0;
};
static_assert(AttentionLayout::kTileRows <= kernels::kTileRowsMost);

bool fitsBf16Units(const torch::Tensor& qkv, int heads) {
  return qkv.scalar_type() == torch::kBFloat16 && qkv.size(2) / 3 / heads % 32 == 0 && kernels::bf16Table();
}

std::uint16_t* bits(const torch::Tensor& tensor) {
  return static_cast<std::uint16_t*>(tensor.data_ptr());
}

/// work(image, head number, its description, working memory)
template <class Work>
void forEachBf16Head(const torch::Tensor& qkv, const SavedLayout& layout, const Work& work) {
  const auto model = qkv.size(2) / 3;
  const int width = static_cast<int>(model / layout.heads), length = static_cast<int>(qkv.size(1));
  at::parallel_for(0, qkv.size(0) * layout.heads, 1, [&](std::int64_t begin, std::int64_t end) {
    const auto size = kernels::bf16AttentionScratch(length, width);
    const std::unique_ptr<void, decltype(&std::free)> scratch(std::aligned_alloc(64, (size + 63) / 64 * 64), std::free);
    if (!scratch) throw std::bad_alloc();
    for (auto job = begin; job < end; ++job) {
      const auto image = job / layout.heads, number = job % layout.heads;
      kernels::AttentionHead head;
      head.stride = 3 * model;
      head.qkv = bits(qkv) + image * length * head.stride + number * width;
      head.model = model;
      head.width = width;
      head.length = length;
      head.firstRow = layout.firstRow;
      head.seen = layout.seen.data();
      head.tiles = layout.tiles.data();
      head.tileCount = static_cast<int>(layout.tiles.size());
      work(image, number, head, scratch.get());
    }
  });
}

class Bf16AttentionFunction : public torch::autograd::Function<Bf16AttentionFunction> {
 public:
  static torch::Tensor forward(AutogradContext* context, const torch::Tensor& qkv,
                               c10::intrusive_ptr<SavedLayout> layout) {
    const auto joint = qkv.contiguous();
    const auto images = joint.size(0), model = joint.size(2) / 3;
    const auto rows = joint.size(1) - layout->firstRow;
    const auto out = at::empty({images, rows, model}, joint.options());
    const auto logSums = at::empty({images, layout->heads, rows}, joint.options().dtype(torch::kFloat32));
    forEachBf16Head(joint, *layout, [&](std::int64_t image, std::int64_t number, const auto& head, void* scratch) {
      kernels::bf16Table()->attention(head, bits(out) + image * rows * model + number * head.width, model,
                                      logSums.data_ptr<float>() + (image * layout->heads + number) * rows, scratch);
    });
    context->save_for_backward({joint, logSums});
    context->saved_data["layout"] = c10::IValue::make_capsule(layout);
    return out;
  }

  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    const auto layout = c10::static_intrusive_pointer_cast<SavedLayout>(context->saved_data["layout"].toCapsule());
    const auto tensors = context->get_saved_variables();
    const auto &joint = tensors[0], &logSums = tensors[1];
    const auto gradient = gradients[0].contiguous();
    const auto model = joint.size(2) / 3, rows = gradient.size(1);
    const auto result = at::empty_like(joint);
    forEachBf16Head(joint, *layout, [&](std::int64_t image, std::int64_t number, const auto& head, void* scratch) {
      kernels::bf16Table()->attentionGradient(head, bits(gradient) + image * rows * model + number * head.width, model,
                                              logSums.data_ptr<float>() + (image * layout->heads + number) * rows,
                                              bits(result) + (head.qkv - bits(joint)), scratch);
    });
    return {result, {}};
  }
};

}  // namespace

torch::Tensor denseGroupAttention(const torch::Tensor& qkv, const AttentionLayout& layout, int heads, bool queriesOnly,
                                  double dropout) {
  const auto images = qkv.size(0), length = qkv.size(1), model = qkv.size(2) / 3;
  const auto parts = qkv.view({images, length, 3, heads, model / heads}).permute({2, 0, 3, 1, 4});
  const std::int64_t first = queriesOnly ? layout.context() : 0, count = length - first;
  const auto mask = layout.mask().narrow(0, first, count).to(qkv.device());
  const auto out = maskedAttention(parts[0].narrow(2, first, count), parts[1], parts[2], mask, dropout);
  return out.transpose(1, 2).reshape({images, count, model});
}

torch::Tensor groupAttention(const torch::Tensor& qkv, const AttentionLayout& layout, int heads, bool queriesOnly,
                             const Dropout& dropout, std::uint32_t site) {
  if (!qkv.is_cpu()) return denseGroupAttention(qkv, layout, heads, queriesOnly, dropout.rate);
  if (!dropout.active() && fitsBf16Units(qkv, heads))
    return Bf16AttentionFunction::apply(qkv, c10::make_intrusive<SavedLayout>(layout, heads, queriesOnly));
  Task task{layout, heads, queriesOnly, dropout, site};
  // Without them bf16 goes through the fp32 pass: skipping what is empty saves more than LibTorch's bf16 products.
  const auto out = AttentionFunction::apply(qkv.to(torch::kFloat32), c10::make_intrusive<SavedTask>(std::move(task)));
  return out.to(qkv.scalar_type());
}

}  // namespace lpd::training
