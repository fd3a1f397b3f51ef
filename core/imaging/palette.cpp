#include "imaging/palette.h"

#include <algorithm>
#include <cmath>

namespace lpd::imaging {

namespace {

std::uint32_t packed(const std::uint8_t* rgb) {
  return static_cast<std::uint32_t>(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
}

struct Colour {
  Rgb rgb;
  double count;
};

/// A run of colours that will share one palette entry.
struct Box {
  std::vector<Colour>::iterator from, to;
  int axis = 0;      // along which it is split
  double error = 0;  // summed squared distance from its mean along that axis
  Rgb mean{};
};

// Green differences are seen best, blue ones least.
constexpr double kAxisWeight[3] = {1.0, 1.4, 0.7};

Box measure(std::vector<Colour>::iterator from, std::vector<Colour>::iterator to) {
  Box box{from, to};
  double count = 0, sum[3] = {}, square[3] = {};
  for (auto it = from; it != to; ++it) {
    count += it->count;
    for (std::size_t c = 0; c < 3; ++c) {
      sum[c] += it->count * it->rgb[c];
      square[c] += it->count * it->rgb[c] * it->rgb[c];
    }
  }
  for (std::size_t c = 0; c < 3; ++c) {
    const double error = (square[c] - sum[c] * sum[c] / count) * kAxisWeight[c];
    if (error > box.error) {
      box.error = error;
      box.axis = static_cast<int>(c);
    }
    box.mean[c] = static_cast<std::uint8_t>(std::lround(sum[c] / count));
  }
  return box;
}

// Splits at the mean: it lowers the error more than the median does where a box holds one large flat area.
std::vector<Colour>::iterator splitPoint(const Box& box) {
  const auto axis = static_cast<std::size_t>(box.axis);
  const auto middle = std::partition(box.from, box.to, [&](const Colour& c) { return c.rgb[axis] <= box.mean[axis]; });
  return middle == box.to || middle == box.from ? box.from + (box.to - box.from) / 2 : middle;
}

}  // namespace

void PaletteMaker::add(const Image& image, int weight) {
  for (std::size_t i = 0; i < image.rgb.size(); i += 3)
    counts_[packed(&image.rgb[i])] += static_cast<std::uint64_t>(weight);
}

std::vector<Rgb> PaletteMaker::make(int size) const {
  std::vector<Colour> colours;
  for (const auto& [colour, count] : counts_) {
    colours.push_back({{static_cast<std::uint8_t>(colour >> 16), static_cast<std::uint8_t>(colour >> 8),
                        static_cast<std::uint8_t>(colour)},
                       static_cast<double>(count)});
  }
  // The map's order is not fixed; the palette must be.
  std::sort(colours.begin(), colours.end(), [](const Colour& a, const Colour& b) { return a.rgb < b.rgb; });
  if (colours.empty()) return {Rgb{}};
  std::vector<Box> boxes{measure(colours.begin(), colours.end())};
  while (static_cast<int>(boxes.size()) < size) {
    const auto worst =
        std::max_element(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.error < b.error; });
    if (worst->error <= 0) break;
    const Box box = *worst;
    const auto middle = splitPoint(box);
    *worst = measure(box.from, middle);
    boxes.push_back(measure(middle, box.to));
  }
  std::vector<Rgb> palette;
  for (const Box& box : boxes)
    palette.push_back(box.mean);
  return palette;
}

std::uint8_t PaletteMap::nearest(const std::uint8_t* rgb) {
  const auto [entry, isNew] = known_.try_emplace(packed(rgb), std::uint8_t{0});
  if (!isNew) return entry->second;
  double best = 1e30;
  for (std::size_t i = 0; i < colours_.size(); ++i) {
    double distance = 0;
    for (std::size_t c = 0; c < 3; ++c) {
      const double difference = static_cast<double>(rgb[c]) - colours_[i][c];
      distance += kAxisWeight[c] * difference * difference;
    }
    if (distance < best) {
      best = distance;
      entry->second = static_cast<std::uint8_t>(i);
    }
  }
  return entry->second;
}

std::vector<std::uint8_t> PaletteMap::dither(const Image& image) {
  const auto width = static_cast<std::size_t>(image.width);
  std::vector<std::uint8_t> indices(width * static_cast<std::size_t>(image.height));
  std::vector<float> now(width * 3), next(width * 3);
  for (int y = 0; y < image.height; ++y) {
    const int direction = y % 2 == 0 ? 1 : -1;
    for (int step = 0; step < image.width; ++step) {
      const int x = direction > 0 ? step : image.width - 1 - step;
      const auto at = static_cast<std::size_t>(x) * 3;
      std::uint8_t wanted[3];
      for (std::size_t c = 0; c < 3; ++c) {
        // A little less than the whole error is passed on, so that flat areas stay free of worms.
        const float value = static_cast<float>(image.pixel(x, y)[c]) + now[at + c] * 0.85f / 16;
        wanted[c] = static_cast<std::uint8_t>(std::clamp(value + 0.5f, 0.0f, 255.0f));
      }
      const std::uint8_t index = nearest(wanted);
      indices[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)] = index;
      const bool ahead = x + direction >= 0 && x + direction < image.width;
      const bool behind = x - direction >= 0 && x - direction < image.width;
      for (std::size_t c = 0; c < 3; ++c) {
        const auto error = static_cast<float>(wanted[c] - colours_[index][c]);
        const auto side = static_cast<std::ptrdiff_t>(at + c);
        if (ahead) now[static_cast<std::size_t>(side + 3 * direction)] += 7 * error;
        if (behind) next[static_cast<std::size_t>(side - 3 * direction)] += 3 * error;
        next[static_cast<std::size_t>(side)] += 5 * error;
        if (ahead) next[static_cast<std::size_t>(side + 3 * direction)] += error;
      }
    }
    std::swap(now, next);
    std::fill(next.begin(), next.end(), 0.0f);
  }
  return indices;
}

}  // namespace lpd::imaging
