#pragma once

#include <functional>
#include <optional>

namespace CLI {
class App;
}

/// The parser's face: help, version, and every mistake as the one line that is promised.
namespace lpd::cli {

/// Help texts and settings of the whole program.
void describe(CLI::App& app);

/// Parses the command line. Returns an exit status where that was all (help, version). Throws lpd::Error (Usage) for
/// anything wrong, with the nearest known word in the hint.
std::optional<int> parse(CLI::App& app, int argc, char** argv);

/// Runs `body` and turns what it throws into `lpd: error: WHAT (hint: HOW TO FIX)` and an exit status.
int guarded(const std::function<int()>& body);

}  // namespace lpd::cli
