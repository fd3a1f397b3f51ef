#include "training/data/listed_pictures.h"

#include "training/run/noise.h"

#include <algorithm>

namespace lpd::training {

namespace {

constexpr std::size_t kOneIn = 20;
constexpr std::size_t kFewest = 4;

}  // namespace

void ListedPictures::split(const std::vector<int>& labels) {
  std::vector<std::size_t> inClass(classNames().size()), seen(classNames().size());
  for (const int label : labels)
    ++inClass[static_cast<std::size_t>(label)];
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto label = static_cast<std::size_t>(labels[i]);
    const std::size_t place = seen[label]++;
    const bool away = inClass[label] >= kFewest && place % kOneIn == std::min(kOneIn, inClass[label]) / 2;
    (away ? heldout_ : train_).push_back(i);
  }
  // Lists come sorted by class; the first of them should stand for all.
  auto stream = noise(0, 0, Purpose::Pictures);
  stream.shuffle(std::span(train_));
  stream.shuffle(std::span(heldout_));
}

}  // namespace lpd::training
