#include "run_progress.h"

#include <algorithm>

namespace lpd::studio {

void RunProgress::begin(const GenerationRequest& request, int tokenCount) {
  *this = RunProgress();
  m_images.resize(request.classes.size());
  m_tokenCount = tokenCount;
  m_steps = request.plan.groupSizes.empty() ? request.plan.steps : static_cast<int>(request.plan.groupSizes.size());
}

void RunProgress::planned(const ImagePlan& plan) {
  m_images.at(static_cast<std::size_t>(plan.image)).groupSizes = plan.groupSizes;
}

void RunProgress::stepMade(const StepRecord& record) {
  ImageState& image = m_images.at(static_cast<std::size_t>(record.image));
  image.stepsMade = record.step + 1;
  image.tokensMade += static_cast<int>(record.positions.size());
  m_stepMsSum += record.elapsedMs;
  ++m_stepRecords;
}

void RunProgress::imageMade(int image) {
  m_images.at(static_cast<std::size_t>(image)).complete = true;
}

double RunProgress::fraction() const {
  const double all = static_cast<double>(m_images.size()) * m_steps;
  return all > 0 ? std::min(1.0, m_stepRecords / all) : 0;
}

int RunProgress::currentIndex() const {
  const auto open = std::find_if(m_images.begin(), m_images.end(), [](const ImageState& i) { return !i.complete; });
  return open == m_images.end() ? images() - 1 : static_cast<int>(open - m_images.begin());
}

int RunProgress::step() const {
  if (m_images.empty()) return 0;
  return std::min(m_images[static_cast<std::size_t>(currentIndex())].stepsMade + 1, m_steps);
}

int RunProgress::groupSize() const {
  if (m_images.empty()) return 0;
  const GroupSizes& sizes = m_images[static_cast<std::size_t>(currentIndex())].groupSizes;
  return sizes.empty() ? 0 : sizes[static_cast<std::size_t>(step() - 1)];
}

int RunProgress::tokensDone() const {
  return m_images.empty() ? 0 : m_images[static_cast<std::size_t>(currentIndex())].tokensMade;
}

double RunProgress::msPerStep() const {
  return m_stepRecords > 0 ? m_stepMsSum / m_stepRecords : 0;
}

double RunProgress::remainingMs(double elapsedMs) const {
  const double done = fraction();
  return done > 0 ? elapsedMs * (1 - done) / done : 0;
}

}  // namespace lpd::studio
