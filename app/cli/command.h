#pragma once

#include <functional>
#include <initializer_list>
#include <span>
#include <stop_token>

namespace CLI {
class App;
}

/// A command of `lpd`: one file declares its options on the parser and returns what runs once they are parsed.
namespace lpd::cli {

// Exit statuses scripts rely on.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongUsage = 2;
inline constexpr int kCancelled = 130;

/// Does the work and returns the exit status. Throws lpd::Error. Stops soon after it is asked to.
using Run = std::function<int(std::stop_token)>;

Run addGenerate(CLI::App& app);
Run addOrder(CLI::App& app);
Run addImport(CLI::App& app);
Run addInspect(CLI::App& app);
Run addModels(CLI::App& app);
Run addEncode(CLI::App& app);
Run addDecode(CLI::App& app);
Run addReconstruct(CLI::App& app);
Run addReplay(CLI::App& app);
Run addTrain(CLI::App& app);
Run addDataset(CLI::App& app);   ///< with imaging only
Run addEvaluate(CLI::App& app);  ///< with imaging only

struct Command {
  const char* name;
  const char* summary;
  Run (*add)(CLI::App&);
  bool computes = false;  ///< loads the engine or trains
};
std::span<const Command> commands();

/// A command of commands: `lpd train tokenizer`. Declares them on `app`; the result runs the one that was chosen.
Run chooseOne(CLI::App& app, std::initializer_list<Command> choices);

}  // namespace lpd::cli
