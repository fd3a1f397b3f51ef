#pragma once

#include "training/optim/parameter.h"

namespace lpd::training {

/// Scales all gradients by one factor so that their joint L2 norm is at most `limit` (0: only measures). Returns the
/// norm before; it is not finite where any gradient is not, and then nothing is scaled.
double clipGradients(const Parameters& parameters, double limit);

}  // namespace lpd::training
