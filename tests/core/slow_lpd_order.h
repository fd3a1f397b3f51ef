#pragma once

#include <lpd/order.h>

/// Reference section 5 written down as it reads, without any shortcut: what the fast planner is compared with. Draws
/// from the same stream in the sequence that LpdPlanner documents.
lpd::Order slowLpdOrder(const lpd::OrderOptions& options);
