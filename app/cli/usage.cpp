#include "usage.h"

#include "command.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/version.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
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

Error unknownOption(const CLI::App& app, const std::string& word) {
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

/// Reads the words before the parser does, which takes the next word for an empty value, drops empty ones, and does not
/// name a word it does not know.
class WordCheck {
 public:
  WordCheck(const CLI::App& app, int argc, char** argv) : app_(&app), words_(argv + std::min(argc, 1), argv + argc) {}

  void run() {
    while (namesCommand()) {
    }
    bool onlyArguments = false;
    while (next_ < words_.size()) {
      const std::string& word = words_[next_++];
      if (!onlyArguments && word == "--")
        onlyArguments = true;
      else if (onlyArguments || !isOption(word))
        argument(word);
      else
        option(word);
    }
  }

 private:
  static bool isOption(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

  const CLI::Option* find(const std::string& word) const {
    return isOption(word) ? app_->get_option_no_throw(word.substr(0, word.find('='))) : nullptr;
  }

  // Goes one command further in; false where the words of the command begin.
  bool namesCommand() {
    const auto commands = app_->get_subcommands([](const CLI::App*) { return true; });
    if (commands.empty()) return false;
    const std::string before = app_->get_parent() ? app_->get_name() + " " : "";
    const std::string lists = "'" + helpOf(*app_) + "' lists the commands";
    if (next_ == words_.size())
      throw Error(ErrorCode::Usage, before.empty() ? "no command given" : before + "needs a command", lists);
    const std::string& word = words_[next_];
    if (isOption(word)) {
      if (find(word) != nullptr) next_ = words_.size();  // help or version: nothing after it matters
      return false;
    }
    std::vector<std::string> names;
    for (const CLI::App* command : commands) {
      names.push_back(command->get_name());
      if (names.back() != word) continue;
      app_ = command;
      ++next_;
      return true;
    }
    const std::string near = nearest(word, names);
    throw Error(ErrorCode::Usage, "there is no command '" + before + word + "'",
                near.empty() ? lists : "did you mean '" + before + near + "'?");
  }

  void argument(const std::string& word) {
    const auto known = app_->get_options([](const CLI::Option* option) { return option->get_positional(); });
    if (++arguments_ > known.size())
      throw Error(ErrorCode::Usage, "'" + word + "' is one argument too many",
                  "'" + helpOf(*app_) + "' shows the usage");
    if (word.empty()) throw noValue(known[arguments_ - 1]->get_name());
  }

  void option(const std::string& word) {
    const CLI::Option* option = find(word);
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    if (option == nullptr) throw unknownOption(*app_, name);
    if (equals != std::string::npos) return value(name, *option, word.substr(equals + 1));
    for (int taken = 0; taken < option->get_items_expected_max(); ++taken) {
      const bool ends = next_ == words_.size() || words_[next_] == "--" || find(words_[next_]) != nullptr;
      if (taken == 0 && ends) throw noValue(name);
      if (taken > 0 && (ends || isOption(words_[next_]))) return;
      value(name, *option, words_[next_++]);
    }
  }

  void value(const std::string& name, const CLI::Option& option, const std::string& text) const {
    if (text.empty()) throw noValue(name);
    const char comma = option.get_delimiter();
    if (comma == '\0') return;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t end = std::min(text.find(comma, from), text.size());
      if (end == from)
        throw Error(ErrorCode::Usage, name + " '" + text + "' holds an empty value",
                    "give one value, or several with a comma between each two");
      from = end + 1;
    }
  }

  Error noValue(const std::string& name) const {
    return {ErrorCode::Usage, name + " has no value", "'" + helpOf(*app_) + "' shows what it takes"};
  }

  const CLI::App* app_;
  std::vector<std::string> words_;
  std::size_t next_ = 0;
  std::size_t arguments_ = 0;
};

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
  WordCheck(app, argc, argv).run();
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help() << std::flush;
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    std::cout << version.what() << std::endl;
    return kDone;
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
  } catch (const std::filesystem::filesystem_error& error) {
    const Error known = systemError(error);
    return fail(known.code(), known.what(), known.hint());
  } catch (const std::exception& error) {
    return fail(ErrorCode::Internal, error.what(), {});
  }
}

}  // namespace lpd::cli
