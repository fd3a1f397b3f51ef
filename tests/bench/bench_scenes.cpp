// Milliseconds of one core that drawing a picture takes, class by class. Processor time, so that other work on the
// machine hardly counts.
#include <lpd/scenes.h>

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>

namespace {

constexpr int kPictures = 40;

struct Timing {
  double mean = 0, worst = 0;
};

Timing millisecondsPerPicture(int classIndex, int size) {
  Timing timing;
  for (std::uint64_t seed = 0; seed < kPictures; ++seed) {
    const std::clock_t start = std::clock();
    lpd::drawScene(classIndex, seed, {.size = size});
    const double elapsed = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    timing.mean += elapsed / kPictures;
    timing.worst = std::max(timing.worst, elapsed);
  }
  return timing;
}

}  // namespace

int main() {
  cv::setNumThreads(1);
  const auto classes = lpd::sceneClasses();
  std::printf("one thread, %d pictures a class, processor milliseconds a picture\n", kPictures);
  std::printf("%-20s %12s %12s %12s\n", "class", "256 px", "worst", "512 px");
  double total256 = 0, total512 = 0;
  for (int i = 0; i < static_cast<int>(classes.size()); ++i) {
    const Timing at256 = millisecondsPerPicture(i, 256);
    const Timing at512 = millisecondsPerPicture(i, 512);
    total256 += at256.mean;
    total512 += at512.mean;
    std::printf("%-20.*s %12.2f %12.2f %12.2f\n", static_cast<int>(classes[i].name.size()), classes[i].name.data(),
                at256.mean, at256.worst, at512.mean);
  }
  const double count = static_cast<double>(classes.size());
  std::printf("%-20s %12.2f %12s %12.2f\n", "mean", total256 / count, "", total512 / count);
}
