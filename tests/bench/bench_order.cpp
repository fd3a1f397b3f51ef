// Orders a second of every kind, and how long files of orders take.
#include <lpd/order.h>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double seconds(Clock::time_point since) {
  return std::chrono::duration<double>(Clock::now() - since).count();
}

// Processor time of this thread, which other programs disturb less than wall time.
double cpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Case {
  lpd::Grid grid;
  int steps;
  double repulsion;
};

// Fastest of several batches, in microseconds an order: what the machine can do when nothing else runs on it.
template <class Make>
double microseconds(Make make) {
  double best = 1e12;
  std::uint64_t seed = 0;
  for (int batch = 0; batch < 15; ++batch) {
    const double start = cpuSeconds();
    int made = 0;
    while (cpuSeconds() - start < 0.01) {
      make(seed++);
      ++made;
    }
    best = std::min(best, (cpuSeconds() - start) * 1e6 / made);
  }
  return best;
}

void benchOrders(const Case& bench) {
  for (lpd::OrderKind kind : lpd::kOrderKinds) {
    lpd::OrderOptions options{.kind = kind, .grid = bench.grid, .repulsion = bench.repulsion};
    options.groupSizes = lpd::groupSizesFor(bench.steps, bench.grid.count());
    const double make = microseconds([&](std::uint64_t seed) {
      options.seed = seed;
      lpd::makeOrder(options);
    });
    const double explain = microseconds([&](std::uint64_t seed) {
      options.seed = seed;
      lpd::explainOrder(options);
    });
    std::printf("%2dx%-3d %5d  %-15s %9.1f %12.1f %11.0f\n", bench.grid.height, bench.grid.width, bench.steps,
                std::string(lpd::toString(kind)).c_str(), make, explain, 1e6 / make);
  }
}

void benchFiles() {
  std::vector<lpd::Order> orders(60000);
  for (std::size_t i = 0; i < orders.size(); ++i)
    orders[i] = lpd::makeOrder({.kind = lpd::OrderKind::Random, .seed = i});
  const auto file = std::filesystem::temp_directory_path() / ("bench_order-" + std::to_string(::getpid()) + ".json");
  auto start = Clock::now();
  lpd::writeOrders(file, orders);
  const double writing = seconds(start);
  start = Clock::now();
  const bool same = lpd::readOrders(file, 256) == orders;
  std::printf("\n60000 orders of 256, %.1f MB: written in %.2f s, read in %.2f s%s\n",
              static_cast<double>(std::filesystem::file_size(file)) / 1e6, writing, seconds(start),
              same ? "" : " AND DIFFERENT");
  std::filesystem::remove(file);
}

}  // namespace

int main() {
  std::printf("grid   steps  kind              us/order  with reasons    orders/s\n");
  for (const Case& bench : {Case{{16, 16}, 20, 2}, {{16, 16}, 256, 2}, {{32, 32}, 48, 4}, {{64, 64}, 64, 4}})
    benchOrders(bench);
  benchFiles();
}
