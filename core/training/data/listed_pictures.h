#pragma once

#include "training/data/pictures.h"

namespace lpd::training {

/// A source over a finite list of pictures. Of every class with at least four pictures one in twenty, at least one, is
/// held out, spread over the list. Both
/// parts come in one shuffled order, the same at every opening.
class ListedPictures : public PictureSource {
 public:
  std::int64_t trainCount() const override { return static_cast<std::int64_t>(train_.size()); }
  std::int64_t heldoutCount() const override { return static_cast<std::int64_t>(heldout_.size()); }
  Picture train(std::int64_t index) const override { return load(train_.at(static_cast<std::size_t>(index))); }
  Picture heldout(std::int64_t index) const override { return load(heldout_.at(static_cast<std::size_t>(index))); }

 protected:
  using PictureSource::PictureSource;
  /// Class by picture. To be called once, before anything is read.
  void split(const std::vector<int>& labels);
  virtual Picture load(std::size_t picture) const = 0;

 private:
  std::vector<std::size_t> train_, heldout_;
};

}  // namespace lpd::training
