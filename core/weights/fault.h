#pragma once

#include <lpd/error.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace lpd::weights {

/// Text from a file made fit for a one-line message: quoted, control characters replaced, long text shortened.
std::string quoteName(std::string_view text);

/// Throws InvalidFile: "`file`: `what`".
[[noreturn]] void failFile(const std::filesystem::path& file, const std::string& what, const std::string& hint = {});

}  // namespace lpd::weights
