#include "command.h"
#include "interrupt.h"
#include "passive_waits.h"
#include "usage.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace {

bool computes(std::string_view word) {
  const auto all = lpd::cli::commands();
  return std::any_of(all.begin(), all.end(),
                     [&](const auto& command) { return command.name == word && command.computes; });
}

}  // namespace

int main(int argc, char** argv) {
  using namespace lpd::cli;
  if (argc > 1 && computes(argv[1])) waitPassively(argv);
  CLI::App app{"Makes pictures with locality-aware parallel decoding.", "lpd"};
  describe(app);
  std::map<const CLI::App*, Run> runs;
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    runs[sub] = command.add(*sub);
  }
  return guarded([&] {
    if (const std::optional<int> status = parse(app, argc, argv)) return *status;
    const Interrupt interrupt;
    return runs.at(app.get_subcommands().front())(interrupt.token());
  });
}
