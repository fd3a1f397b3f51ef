#include "training/transformer/sample_sheet.h"

namespace lpd::training {

void writeSampleSheet(const std::filesystem::path&, const std::filesystem::path&, const RuntimeInfo&) {}

}  // namespace lpd::training
