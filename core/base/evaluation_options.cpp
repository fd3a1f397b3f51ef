#include <lpd/error.h>
#include <lpd/evaluate.h>

#include <string>

namespace lpd {

namespace {

constexpr int kLeastCount = 32;

}  // namespace

void EvaluationOptions::validate() const {
  const auto refuse = [](const std::string& what, const std::string& hint) {
    throw Error(ErrorCode::Usage, what, hint);
  };
  if (orders.empty()) refuse("there is no order to evaluate", "name one, for example lpd");
  if (count < kLeastCount)
    refuse(std::to_string(count) + " images are too few for an evaluation",
           "use " + std::to_string(kLeastCount) + " at least; 1000 give useful intervals");
  if (judgeSteps < 1) refuse("the judge needs a step of training", "1200 are usual");
  if (resamples < 1) refuse("the bootstrap needs a sample", "200 are usual");
  if (trainingPictures < 1) refuse("no training picture would be searched", "4096 are usual");
  if (out.empty()) refuse("there is no folder for the results", "name one with --out");
}

}  // namespace lpd
