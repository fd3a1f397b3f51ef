#pragma once

#include <lpd/model_info.h>
#include <lpd/request.h>
#include <lpd/trace.h>

namespace lpd {

/// The group sizes a request asks for.
GroupSizes plannedGroupSizes(const PlanOptions& plan, const Grid& grid);

/// Order, group sizes and (where asked for) reasons of image `image` of a request. Explicit orders go by the image's
/// index of the seed, so that an image has the same order however the work is split into requests.
ImagePlan planImage(const GenerationRequest& request, const Grid& grid, const GroupSizes& groupSizes, int image);

}  // namespace lpd
