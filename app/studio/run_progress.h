#pragma once

#include <lpd/request.h>
#include <lpd/trace.h>

#include <vector>

namespace lpd::studio {

/// How far a run is, told by the engine's own reports. Images of one batch advance together; the *current* image is
/// the first that is not complete.
class RunProgress {
 public:
  void begin(const GenerationRequest& request, int tokenCount);
  void planned(const ImagePlan& plan);
  void stepMade(const StepRecord& record);
  void imageMade(int image);

  double fraction() const;  ///< 0..1, by steps
  int images() const { return static_cast<int>(m_images.size()); }
  int image() const { return images() > 0 ? currentIndex() : 0; }  ///< index of the current image
  int steps() const { return m_steps; }
  int step() const;        ///< 1-based: the step being made
  int groupSize() const;   ///< of the step being made
  int tokensDone() const;  ///< of the current image
  int tokenCount() const { return m_tokenCount; }
  double msPerStep() const;  ///< mean over the run
  double remainingMs(double elapsedMs) const;

 private:
  struct ImageState {
    GroupSizes groupSizes;
    int stepsMade = 0;
    int tokensMade = 0;
    bool complete = false;
  };
  int currentIndex() const;

  std::vector<ImageState> m_images;
  int m_tokenCount = 0;
  int m_steps = 0;
  double m_stepMsSum = 0;
  int m_stepRecords = 0;
};

}  // namespace lpd::studio
