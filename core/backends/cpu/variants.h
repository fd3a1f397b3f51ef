#pragma once

#include "backends/cpu/bf16_kernels.h"
#include "backends/cpu/kernels.h"

namespace lpd::kernels {

// The same source compiled for three instruction sets; those the target cannot have are not linked.
extern const Table kBaselineTable;
extern const Table kAvx2Table;
extern const Table kAvx512Table;

extern const Bf16Table kAmxTable;
extern const Bf16Table kAvx512Bf16Table;

}  // namespace lpd::kernels
