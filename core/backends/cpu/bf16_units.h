#pragma once

namespace lpd::kernels {

/// Whether this CPU multiplies tiles of bfloat16 (AMX) and the system has given this process their registers.
bool hasAmx();

/// Whether it multiplies vectors of bfloat16 (AVX512-BF16).
bool hasAvx512Bf16();

}  // namespace lpd::kernels
