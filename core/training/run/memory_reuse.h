#pragma once

namespace lpd::training {

/// Lets the process keep the memory it frees. By default glibc gives large tensors back to the system and takes them
/// anew at every step, which then clears every page: up to a third of the time of a step. A process-wide setting.
void keepFreedMemory();

}  // namespace lpd::training
