#pragma once

namespace lpd {

/// "0.1.0"
const char* versionString();
/// "LPD Studio 0.1.0", as written into files.
const char* generatorString();

}  // namespace lpd
