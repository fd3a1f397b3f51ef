#include "usage.h"

#include "command.h"

#include <lpd/error.h>
#include <lpd/version.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <map>
#include <memory>
#include <new>
#include <numeric>
#include <string>
#include <vector>

namespace lpd::cli {

namespace {

// Edits (insert, delete, replace) that turn one word into the other.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// The known word nearest to `word`, or "" where none is near.
std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t edits = candidate.starts_with(word) && word.size() > 3 ? 1 : distance(word, candidate);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

std::vector<std::string> optionNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames())
      names.push_back("--" + name);
  }
  return names;
}

std::string helpOf(const CLI::App& app) {
  std::string path = " --help";
  for (const CLI::App* at = &app; at; at = at->get_parent())
    path = (at->get_parent() ? " " : "") + at->get_name() + path;
  return path;
}

Error unexpected(const CLI::App& app, const std::vector<std::string>& words) {
  const std::string word = words.empty() ? "" : words.front().substr(0, words.front().find('='));
  if (!word.starts_with("-"))
    return {ErrorCode::Usage, "'" + word + "' is one argument too many", "'" + helpOf(app) + "' shows the usage"};
  const std::string near = nearest(word, optionNames(app));
  return {ErrorCode::Usage, "there is no option '" + word + "'",
          near.empty() ? "'" + helpOf(app) + "' lists the options" : "did you mean '" + near + "'?"};
}

/// The innermost command that was named.
const CLI::App& chosenOf(const CLI::App& app) {
  const CLI::App* chosen = &app;
  while (!chosen->get_subcommands().empty())
    chosen = chosen->get_subcommands().front();
  return *chosen;
}

// Before the parser sees it: its own words for an unknown command are about "arguments".
void checkCommand(const CLI::App& app, int argc, char** argv) {
  if (argc < 2) throw Error(ErrorCode::Usage, "no command given", "lpd --help lists the commands");
  const std::string word = argv[1];
  if (word == "--help" || word == "-h" || word == "--version") return;
  if (word.starts_with("-")) throw unexpected(app, {word});
  std::vector<std::string> names;
  for (const Command& command : commands())
    names.emplace_back(command.name);
  if (std::find(names.begin(), names.end(), word) != names.end()) return;
  const std::string near = nearest(word, names);
  throw Error(ErrorCode::Usage, "there is no command '" + word + "'",
              near.empty() ? "'" + helpOf(app) + "' lists the commands" : "did you mean '" + near + "'?");
}

std::string oneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
    text.pop_back();
  return text;
}

const char* usualHint(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage:
      return "lpd COMMAND --help shows what is allowed";
    case ErrorCode::NotFound:
      return "check the name";
    case ErrorCode::InvalidFile:
      return "the file is damaged or of another kind: use another";
    case ErrorCode::Io:
      return "check the path and your permissions";
    case ErrorCode::Unsupported:
      return "use another setting or machine";
    case ErrorCode::OutOfMemory:
      return "use a smaller --batch or --count, or a machine with more memory";
    case ErrorCode::Diverged:
      return "lower the learning rate and resume";
    case ErrorCode::Internal:
      break;
  }
  return "this is a defect of the program: please report it";
}

int fail(ErrorCode code, const std::string& what, const std::string& hint) {
  std::cout.flush();
  const std::string line =
      "lpd: error: " + oneLine(what) + " (hint: " + (hint.empty() ? usualHint(code) : oneLine(hint)) + ")\n";
  std::fputs(line.c_str(), stderr);
  return code == ErrorCode::Usage ? kWrongUsage : kFailed;
}

/// Help without the parser's remarks on what excludes what, which tear the columns apart.
class HelpFormat : public CLI::Formatter {
 public:
  HelpFormat() {
    column_width(34);
    label("SUBCOMMAND", "COMMAND");
    label("Subcommands", "Commands");
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    std::string text = option->get_type_size() > 0 ? " " + option->get_type_name() : "";
    if (option->get_required() && !option->get_positional()) text += " (required)";
    return text;
  }

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    std::string text = CLI::Formatter::make_help(app, name, mode);
    for (std::size_t gap; (gap = text.find("\n\n\n")) != std::string::npos;)
      text.erase(gap, 1);
    return text;
  }
};

}  // namespace

void describe(CLI::App& app) {
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("lpd ") + versionString(), "Print the version and exit");
  app.set_help_flag("--help,-h", "Print this help and exit");
  app.formatter(std::make_shared<HelpFormat>());
  app.footer(
      "Run 'lpd COMMAND --help' for the options of a command.\n\n"
      "Exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled.\n\n"
      "Examples:\n"
      "  lpd generate --class sailboat --seed 7\n"
      "  lpd generate --class sailboat,fish,cactus --count 12 --sheet sheet.png --out pictures/\n"
      "  lpd generate --class sailboat --steps 8 --animation sailboat.gif\n"
      "  lpd replay sailboat-7-0.png --step 5 --out step5.png");
}

Run chooseOne(CLI::App& app, std::initializer_list<Command> choices) {
  app.require_subcommand(1);
  std::map<const CLI::App*, Run> runs;
  for (const Command& choice : choices) {
    CLI::App* sub = app.add_subcommand(choice.name, choice.summary);
    runs[sub] = choice.add(*sub);
  }
  return [&app, runs](std::stop_token stop) { return runs.at(app.get_subcommands().front())(stop); };
}

std::optional<int> parse(CLI::App& app, int argc, char** argv) {
  checkCommand(app, argc, argv);
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help() << std::flush;
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    std::cout << version.what() << std::endl;
    return kDone;
  } catch (const CLI::ExtrasError&) {
    const CLI::App& where = chosenOf(app);
    throw unexpected(where, where.remaining());
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorCode::Usage, error.what(), "'" + helpOf(chosenOf(app)) + "' shows what is allowed");
  }
}

int guarded(const std::function<int()>& body) {
  try {
    const int status = body();
    std::cout.flush();
    // A full disk or closed pipe behind stdout must not pass for success.
    if (!std::cout) return fail(ErrorCode::Io, "cannot write to the standard output", {});
    return status;
  } catch (const Error& error) {
    return fail(error.code(), error.what(), error.hint());
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::OutOfMemory, "out of memory", {});
  } catch (const std::exception& error) {
    return fail(ErrorCode::Internal, error.what(), {});
  }
}

}  // namespace lpd::cli
