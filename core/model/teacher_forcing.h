#pragma once

#include <lpd/order.h>

#include <torch/types.h>

namespace lpd {

/// Which positions may attend to which when a whole image is fed at once (reference section 6). The sequence is
/// [class, the tokens of all groups but the last] followed by [the queries of all groups]; with N tokens and a last
/// group of g its length is (1 + N - g) + N. A context position sees the context of its own and earlier groups (the
/// class is a group of its own, before all others); a query of group i sees the class, the context of groups before i,
/// and the queries of group i. Returns bool [L, L], true = may attend.
torch::Tensor teacherForcingMask(const GroupSizes& groupSizes);

}  // namespace lpd
