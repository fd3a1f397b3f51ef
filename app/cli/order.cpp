#include "command.h"
#include "shared_options.h"
#include "table.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/order.h>
#include <lpd/picture_io.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <iostream>
#include <limits>
#include <memory>
#include <optional>

namespace lpd::cli {

namespace {

namespace fs = std::filesystem;

constexpr int kUsualSteps = 20;
constexpr int kSampleForStats = 64;  // orders measured a kind where --count does not say

struct OrderCommandOptions {
  std::string grid = "16";
  std::optional<int> steps;
  std::string groupSizes;
  std::string kind = "lpd";
  double proximity = 1;
  double repulsion = 2;
  double growth = 0;
  std::uint64_t seed = 0;
  std::optional<int> count;
  bool stats = false;
  fs::path out;
  fs::path svg;
  fs::path png;
  OutputOptions output;
};

Grid parseGrid(const std::string& text) {
  const auto side = [&](std::string_view part) {
    int value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || end != part.data() + part.size() || value < 1 || value > kMaxGridSide)
      throw Error(ErrorCode::Usage, "--grid '" + text + "' is no grid",
                  "use N or HxW with sides from 1 to " + std::to_string(kMaxGridSide));
    return value;
  };
  const std::string_view view(text);
  const std::size_t cross = view.find_first_of("xX");
  if (cross == std::string_view::npos) return {side(view), side(view)};
  return {side(view.substr(0, cross)), side(view.substr(cross + 1))};
}

OrderOptions orderOptions(const OrderCommandOptions& options) {
  OrderOptions order;
  order.grid = parseGrid(options.grid);
  order.kind = parseOrderKind(options.kind);
  const int positions = order.grid.count();
  if (options.groupSizes.empty()) {
    requireFinite("--growth", options.growth);
    order.groupSizes =
        groupSizesFor(options.steps.value_or(std::min(kUsualSteps, positions)), positions, options.growth);
  } else {
    order.groupSizes = parseGroupSizes(options.groupSizes);
    validateGroupSizes(order.groupSizes, positions, "--group-sizes");
  }
  requireFinite("--proximity", options.proximity);
  requireFinite("--repulsion", options.repulsion);
  order.proximity = options.proximity;
  order.repulsion = options.repulsion;
  order.seed = options.seed;
  order.validate();
  return order;
}

/// Means over the orders measured, and the smallest distance met in any of them.
struct KindStats {
  OrderKind kind;
  double support = 0;
  double adjacent = 0;
  double meanDistance = 0;
  double minDistance = std::numeric_limits<double>::infinity();
  double nearest = 0;
  double ordersPerSecond = 0;
};

KindStats measure(OrderOptions options, OrderKind kind, int count, std::stop_token stop) {
  using Clock = std::chrono::steady_clock;
  options.kind = kind;
  KindStats stats{.kind = kind};
  double seconds = 0;
  for (int i = 0; i < count && !stop.stop_requested(); ++i) {
    options.imageIndex = static_cast<std::uint64_t>(i);
    const Clock::time_point start = Clock::now();
    const Order order = makeOrder(options);
    seconds += std::chrono::duration<double>(Clock::now() - start).count();
    const OrderStats one = measureOrder(options.grid, order, options.groupSizes);
    stats.support += one.meanSupport / count;
    stats.adjacent += one.adjacentShare / count;
    stats.meanDistance += one.meanGroupDistance / count;
    stats.minDistance = std::min(stats.minDistance, one.minGroupDistance);
    stats.nearest += one.meanNearestInGroup / count;
  }
  stats.ordersPerSecond = seconds > 0 ? count / seconds : 0;
  return stats;
}

std::string tableOf(const std::vector<KindStats>& all) {
  Table table({"order", "mean support", "with neighbour %", "mean distance", "min distance", "nearest", "orders/s"});
  for (const KindStats& s : all) {
    table.add({std::string(toString(s.kind)), fixed(s.support, 3), fixed(100 * s.adjacent, 1), fixed(s.meanDistance, 2),
               fixed(s.minDistance, 2), fixed(s.nearest, 2), fixed(s.ordersPerSecond, 0)});
  }
  return table.text();
}

Json describe(const std::vector<KindStats>& all) {
  Json json;
  for (const KindStats& s : all) {
    json[std::string(toString(s.kind))] = {{"mean_support", s.support},
                                           {"adjacent_share", s.adjacent},
                                           {"mean_group_distance", s.meanDistance},
                                           {"min_group_distance", s.minDistance},
                                           {"mean_nearest_in_group", s.nearest},
                                           {"orders_per_s", s.ordersPerSecond}};
  }
  return json;
}

void checkOutputs(const OrderCommandOptions& options) {
  OutputCheck check(options.output.force);
  if (!options.out.empty()) check.file(options.out);
  if (!options.svg.empty()) check.file(options.svg);
  if (!options.png.empty()) check.picture(options.png);
}

void report(const OrderCommandOptions& options, const OrderOptions& order, const std::vector<Order>& orders,
            const std::vector<KindStats>& stats) {
  const bool listOnStdout = options.out.empty() && options.svg.empty() && options.png.empty() && !options.stats;
  if (options.output.json) {
    Json json;
    json["grid"] = {order.grid.height, order.grid.width};
    json["order"] = std::string(toString(order.kind));
    json["steps"] = order.groupSizes.size();
    json["group_sizes"] = order.groupSizes;
    json["seed"] = order.seed;
    json["count"] = orders.size();
    for (const auto& [key, file] : {std::pair{"file", options.out}, {"svg", options.svg}, {"png", options.png}})
      json[key] = file.empty() ? Json() : Json(file.string());
    if (listOnStdout) json["orders"] = orders;
    if (options.stats) json["stats"] = describe(stats);
    return printJson(json);
  }
  if (listOnStdout) {
    std::cout << Json(orders).dump() << "\n";
    return;
  }
  if (options.stats) std::cout << tableOf(stats);  // asked for, so --quiet does not silence it
  if (options.output.quiet) return;
  for (const fs::path& file : {options.out, options.svg, options.png}) {
    if (!file.empty()) std::cout << file.string() << "\n";
  }
}

int run(const OrderCommandOptions& options, std::stop_token stop) {
  OrderOptions order = orderOptions(options);
  const int count = options.count.value_or(1);
  checkOutputs(options);

  std::vector<Order> orders;
  for (int i = 0; i < count; ++i) {
    if (stop.stop_requested()) return kCancelled;
    order.imageIndex = static_cast<std::uint64_t>(i);
    orders.push_back(makeOrder(order));
  }
  std::vector<KindStats> stats;
  if (options.stats) {
    for (const OrderKind kind : kOrderKinds)
      stats.push_back(measure(order, kind, options.count.value_or(kSampleForStats), stop));
  }
  if (stop.stop_requested()) return kCancelled;
  if (!options.out.empty()) writeOrders(options.out, orders);
  if (!options.svg.empty())
    writeFile(options.svg, orderToSvg(order.grid, orders.front(), order.groupSizes), options.output.force);
  if (!options.png.empty())
    writePicture(options.png, drawOrder(order.grid, orders.front(), order.groupSizes), {},
                 {.overwrite = options.output.force});
  report(options, order, orders, stats);
  return kDone;
}

}  // namespace

Run addOrder(CLI::App& app) {
  auto options = std::make_shared<OrderCommandOptions>();
  app.add_option("--grid", options->grid, "Patches a side [16]")->type_name("N|HxW");
  auto* steps = app.add_option("--steps", options->steps, "Steps [20]")->type_name("S");
  app.add_option("--group-sizes", options->groupSizes, "Positions made in each step, instead of --steps")
      ->type_name("\"[1,2,..]\"")
      ->excludes(steps);
  app.add_option("--order", options->kind,
                 "lpd, raster, random, halton, par, wavefront, spiral or coarse-to-fine [lpd]")
      ->type_name("NAME");
  app.add_option("--proximity", options->proximity, "Support at which a position counts as near what is generated [1]")
      ->type_name("X");
  app.add_option("--repulsion", options->repulsion, "Positions of one step stay farther apart than this [2]")
      ->type_name("X");
  app.add_option("--growth", options->growth,
                 "How steps grow: 0 as published, else with this power; more leaves more to the last steps [0]")
      ->type_name("X");
  app.add_option("--seed", options->seed, "Seed; order k is that of image k [0]")->check(wholeNumber)->type_name("N");
  app.add_option("--count", options->count, "Number of orders [1; 64 a kind for --stats]")
      ->check(wholeNumberFrom(1, kMaxCount))
      ->type_name("K");
  app.add_option("--out", options->out, "The list of orders")->type_name("F.json")->group("Output");
  app.add_flag("--stats", options->stats, "Compare all kinds of order")->group("Output");
  app.add_option("--svg", options->svg, "A drawing of the first order")->type_name("F.svg")->group("Output");
  app.add_option("--png", options->png, "The same as a picture")->type_name("F.png")->group("Output");
  options->output.add(app);
  app.footer(
      "Without an output option the list goes to stdout. --stats: mean support of a position when it is generated, "
      "share\n"
      "of positions with a generated neighbour then, mean and smallest distance within a step and mean distance to "
      "the\n"
      "nearest position of the step (in cells), and orders made a second on one core.");
  return [options](std::stop_token stop) { return run(*options, stop); };
}

}  // namespace lpd::cli
