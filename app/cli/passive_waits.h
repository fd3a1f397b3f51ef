#pragma once

namespace lpd::cli {

/// Starts the program anew with OpenMP's threads sleeping while they wait for each other, unless the environment
/// decides that already. By default they spin, and on a machine that does anything else most of the time goes into that
/// (measured: 60 % of a training run; a picture in bf16 takes 6.6 s instead of 1.0). OpenMP reads the setting while it
/// is loaded, before main().
void waitPassively(char** argv);

}  // namespace lpd::cli
