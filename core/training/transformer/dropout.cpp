#include "training/transformer/dropout.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

namespace lpd::training {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

bool byHand(const torch::Tensor& x) {
  return x.is_cpu() && x.scalar_type() == torch::kFloat32;
}

/// out = [sum +] dropped(in), all contiguous [B, rows, width]; `sum` may be undefined.
void runRows(const torch::Tensor& sum, const torch::Tensor& in, const torch::Tensor& out, const Dropout& dropout,
             std::uint32_t site) {
  const auto rows = in.size(1), width = in.size(2);
  const auto rule = DropRule::of(dropout.rate);
  const float* plus = sum.defined() ? sum.data_ptr<float>() : nullptr;
  const float* from = in.data_ptr<float>();
  float* to = out.data_ptr<float>();
  at::parallel_for(0, in.size(0) * rows, 64, [&](std::int64_t begin, std::int64_t end) {
    for (auto row = begin; row < end; ++row) {
      const auto image = mixKey(dropout.imageKeys[static_cast<std::size_t>(row / rows)], site);
      const auto key = mixKey(image, static_cast<std::uint32_t>(row % rows));
      const auto at = row * width;
      if (plus)
        addDroppedRow(plus + at, from + at, to + at, static_cast<int>(width), key, rule);
      else
        dropRow(from + at, to + at, static_cast<int>(width), key, rule);
    }
  });
}

/// What the backward pass needs to know: the choices follow from it.
class SavedDropout : public torch::CustomClassHolder {
 public:
  SavedDropout(Dropout dropout, std::uint32_t site) : dropout(std::move(dropout)), site(site) {}
  Dropout dropout;
  std::uint32_t site;
};

c10::intrusive_ptr<SavedDropout> savedDropout(AutogradContext* context) {
  return c10::static_intrusive_pointer_cast<SavedDropout>(context->saved_data["dropout"].toCapsule());
}

torch::Tensor dropGradient(AutogradContext* context, const torch::Tensor& gradient) {
  const auto saved = savedDropout(context);
  const auto out = at::empty_like(gradient, at::MemoryFormat::Contiguous);
  runRows({}, gradient.contiguous(), out, saved->dropout, saved->site);
  return out;
}

class Dropped : public torch::autograd::Function<Dropped> {
 public:
  static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x,
                               c10::intrusive_ptr<SavedDropout> saved) {
    const auto out = at::empty_like(x, at::MemoryFormat::Contiguous);
    runRows({}, x.contiguous(), out, saved->dropout, saved->site);
    context->saved_data["dropout"] = c10::IValue::make_capsule(saved);
    return out;
  }
  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    return {dropGradient(context, gradients[0]), {}};
  }
};

class AddDropped : public torch::autograd::Function<AddDropped> {
 public:
  static torch::Tensor forward(AutogradContext* context, const torch::Tensor& sum, const torch::Tensor& x,
                               c10::intrusive_ptr<SavedDropout> saved) {
    const auto out = at::empty_like(x, at::MemoryFormat::Contiguous);
    runRows(sum.contiguous(), x.contiguous(), out, saved->dropout, saved->site);
    context->saved_data["dropout"] = c10::IValue::make_capsule(saved);
    return out;
  }
  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    return {gradients[0], dropGradient(context, gradients[0]), {}};
  }
};

}  // namespace

torch::Tensor dropped(const torch::Tensor& x, const Dropout& dropout, std::uint32_t site) {
  if (!dropout.active()) return x;
  if (x.is_cpu() && x.scalar_type() != torch::kFloat32)  // LibTorch's own would draw from a generator nobody seeds
    return dropped(x.to(torch::kFloat32), dropout, site).to(x.scalar_type());
  if (!byHand(x)) return at::dropout(x, dropout.rate, /*train=*/true);
  return Dropped::apply(x, c10::make_intrusive<SavedDropout>(dropout, site));
}

torch::Tensor addDropped(const torch::Tensor& sum, const torch::Tensor& x, const Dropout& dropout, std::uint32_t site) {
  if (!dropout.active()) return sum + x;
  if (!byHand(x)) return sum + at::dropout(x, dropout.rate, /*train=*/true);
  return AddDropped::apply(sum, x, c10::make_intrusive<SavedDropout>(dropout, site));
}

}  // namespace lpd::training
