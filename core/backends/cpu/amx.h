#pragma once

namespace lpd::kernels {

/// Whether this CPU multiplies tiles of bfloat16 (AMX) and the system has given this process their registers.
bool hasAmx();

}  // namespace lpd::kernels
