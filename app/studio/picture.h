#pragma once

#include "swatch_table.h"

#include <lpd/engine.h>
#include <lpd/image_record.h>
#include <lpd/model_info.h>
#include <lpd/request.h>
#include <lpd/trace.h>

#include <QtCore/QString>
#include <QtGui/QImage>

#include <memory>
#include <optional>
#include <vector>

namespace lpd::studio {

/// Who waits for a run's pictures.
enum class RunPurpose {
  Pictures,  ///< the pictures of the session
  Race,      ///< a lane of the race
};

/// What one click on Generate asked for; shared by the pictures it makes.
struct Run {
  quint64 id = 0;
  ModelInfo model = {};
  GenerationRequest request = {};
  Precision precision = Precision::Auto;  ///< what it is computed in; Auto = not known
  RunPurpose purpose = RunPurpose::Pictures;
  quint64 tag = 0;  ///< for whoever waits for it to know it by
};

/// Whether both are the same bundle on this machine.
bool isSameModel(const ModelInfo& a, const ModelInfo& b);

/// One picture of the session, from its plan to its pixels. Host values only; lives on the GUI thread.
struct Picture {
  std::shared_ptr<const Run> run;
  ImagePlan plan;
  std::vector<int> stepOfPosition;   ///< [N], 0-based
  std::vector<int> indexOfPosition;  ///< [N], generation index
  std::vector<int> tokens;           ///< [N], raster order, -1 where not made yet
  std::vector<StepRecord> steps;     ///< those made so far, in step order
  QImage image;                      ///< null until decoded
  QImage preview = {};               ///< decoded from the first `previewSteps` steps, before the rest was made
  int previewSteps = 0;
  std::shared_ptr<const SwatchTable> swatches;  ///< of its model; null until they are there
  bool finished = false;
  bool cancelled = false;
  QString file;  ///< where it is stored; empty while it is not

  Picture(std::shared_ptr<const Run> run, ImagePlan plan);

  void addStep(const StepRecord& record);

  int columns() const { return plan.grid.width; }
  int rows() const { return plan.grid.height; }
  int stepCount() const { return static_cast<int>(plan.groupSizes.size()); }
  int stepsMade() const { return static_cast<int>(steps.size()); }
  qint64 sizeBytes() const;   ///< of memory, about; what it shares with others is not counted
  QString title() const;      ///< the class, as people write it
  QString indexText() const;  ///< "1 of 2"; empty for a single one
  QString seedText() const;   ///< grouped in threes
  QString orderLabel() const;
  /// The picture of the tokens made so far, 4x4 pixels a cell, the rest transparent.
  QImage drawSwatches() const;
};

/// Everything needed to make a finished picture again.
ImageRecord recordOf(const Picture& picture);

/// An empty sheet for a grid: 4x4 transparent pixels a cell.
QImage emptySwatchSheet(int columns, int rows);

/// The same of a finished picture, for want of its tokens' looks.
QImage swatchSheetOf(const QImage& image, int columns, int rows);

/// RGB bytes and QImage, both ways, with a deep copy.
QImage toQImage(const Image& image);
Image toImage(const QImage& image);

}  // namespace lpd::studio
