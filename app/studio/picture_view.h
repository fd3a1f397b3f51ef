#pragma once

#include "frame_gate.h"
#include "patch_measures.h"
#include "picture.h"

#include <QtCore/QObject>
#include <QtCore/QVariant>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace lpd::studio {

/// The picture being looked at, as the canvas and the inspector need it. While it is being made, changes are passed on
/// at most once a frame.
class PictureView : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY pictureChanged)
  Q_PROPERTY(QString title READ title NOTIFY pictureChanged)
  Q_PROPERTY(QString indexText READ indexText NOTIFY pictureChanged)
  Q_PROPERTY(QString seedText READ seedText NOTIFY pictureChanged)
  Q_PROPERTY(QString orderLabel READ orderLabel NOTIFY pictureChanged)
  Q_PROPERTY(int columns READ columns NOTIFY pictureChanged)
  Q_PROPERTY(int rows READ rows NOTIFY pictureChanged)
  Q_PROPERTY(int steps READ steps NOTIFY pictureChanged)
  Q_PROPERTY(QList<int> stepOfPosition READ stepOfPosition NOTIFY pictureChanged)
  Q_PROPERTY(QList<int> groupSizes READ groupSizes NOTIFY pictureChanged)
  Q_PROPERTY(QList<qreal> support READ support NOTIFY pictureChanged)
  Q_PROPERTY(qreal repulsion READ repulsion NOTIFY pictureChanged)
  Q_PROPERTY(int pixelWidth READ pixelWidth NOTIFY pictureChanged)
  Q_PROPERTY(QVariantMap locality READ locality NOTIFY pictureChanged)
  Q_PROPERTY(QList<qreal> entropy READ entropy NOTIFY advanced)
  Q_PROPERTY(qreal largestEntropy READ largestEntropy NOTIFY advanced)
  Q_PROPERTY(QList<qreal> confidence READ confidence NOTIFY advanced)
  Q_PROPERTY(bool finished READ finished NOTIFY advanced)
  Q_PROPERTY(bool cancelled READ cancelled NOTIFY advanced)
  Q_PROPERTY(int stepsMade READ stepsMade NOTIFY advanced)
  Q_PROPERTY(QList<qreal> stepMs READ stepMs NOTIFY advanced)
  Q_PROPERTY(qreal totalMs READ totalMs NOTIFY advanced)
  Q_PROPERTY(QImage swatches READ swatches NOTIFY advanced)
  Q_PROPERTY(QImage preview READ preview NOTIFY advanced)
  Q_PROPERTY(int previewSteps READ previewSteps NOTIFY advanced)
  Q_PROPERTY(QImage image READ image NOTIFY imageChanged)
  Q_PROPERTY(int shownSteps READ shownSteps NOTIFY shownStepsChanged)
  Q_PROPERTY(int selectedPosition READ selectedPosition WRITE setSelectedPosition NOTIFY selectedPositionChanged)

 public:
  explicit PictureView(QObject* parent = nullptr);

  bool hasPicture() const { return m_picture != nullptr; }
  QString title() const { return m_picture ? m_picture->title() : QString(); }
  QString indexText() const { return m_picture ? m_picture->indexText() : QString(); }
  QString seedText() const { return m_picture ? m_picture->seedText() : QString(); }
  QString orderLabel() const { return m_picture ? m_picture->orderLabel() : QString(); }
  int columns() const { return m_picture ? m_picture->columns() : m_emptyGrid.width; }
  int rows() const { return m_picture ? m_picture->rows() : m_emptyGrid.height; }
  int steps() const { return m_picture ? m_picture->stepCount() : 0; }
  QList<int> stepOfPosition() const { return m_stepOfPosition; }  ///< 0-based, by position
  QList<int> groupSizes() const { return m_groupSizes; }
  /// Per position, what was finished around it when its step began; empty where the plan was not explained.
  QList<qreal> support() const { return m_measures.support; }
  qreal repulsion() const;  ///< cells the keep-apart rule kept free around a patch; 0 where the order has no such rule
  int pixelWidth() const;   ///< of the decoded picture
  /// How local the order is: "support", "apart" (cells), "beside" (0..1) and "supportByStep"; empty without a picture.
  QVariantMap locality() const;
  QList<qreal> entropy() const { return m_measures.entropy; }         ///< per position, bits; -1 where not made yet
  qreal largestEntropy() const { return m_measures.largestEntropy; }  ///< bits, rounded up
  QList<qreal> confidence() const { return m_measures.confidence; }   ///< per position, 0..1; -1 where not made yet
  bool finished() const { return m_finished; }
  bool cancelled() const { return m_cancelled; }
  int stepsMade() const { return m_stepsMade; }
  QList<qreal> stepMs() const { return m_stepMs; }     ///< of the steps made so far
  qreal totalMs() const { return m_totalMs; }          ///< of the same
  QImage swatches() const { return m_swatches; }       ///< 4x4 pixels a cell, transparent where not made yet
  QImage preview() const { return m_preview; }         ///< decoded while it is made; null where it was not
  int previewSteps() const { return m_previewSteps; }  ///< steps the preview shows
  QImage image() const { return m_image; }             ///< null until decoded
  int shownSteps() const { return m_shownSteps; }
  int selectedPosition() const { return m_selectedPosition; }  ///< -1 = none

  void setSelectedPosition(int position);
  /// Everything about one patch, or null where there is no such patch (the contract with ui/ lists the keys).
  Q_INVOKABLE QVariant cell(int position) const;
  /// Everything about one step, from 1; null where there is no such step.
  Q_INVOKABLE QVariant stepFacts(int step) const;

  std::shared_ptr<const Picture> picture() const { return m_picture; }
  void setPicture(std::shared_ptr<const Picture> picture);
  /// The grid shown while there is no picture.
  void setEmptyGrid(const lpd::Grid& grid);
  void setShownSteps(int steps);
  /// The picture has got more; shown within a frame.
  void refresh() { m_gate.request(); }

 Q_SIGNALS:
  void pictureChanged();
  void advanced();
  void imageChanged();
  void shownStepsChanged();
  void selectedPositionChanged();

 private:
  void takeNews();
  void readProgress();
  void paintNewGroups();

  std::shared_ptr<const Picture> m_picture;
  Grid m_emptyGrid;
  QList<int> m_stepOfPosition;
  QList<int> m_groupSizes;
  QList<qreal> m_stepMs;
  qreal m_totalMs = 0;
  PatchMeasures m_measures;
  bool m_finished = false;
  bool m_cancelled = false;
  int m_stepsMade = 0;
  int m_stepsPainted = 0;
  std::shared_ptr<const SwatchTable> m_paintedWith;
  QImage m_swatches;
  QImage m_image;
  QImage m_preview;
  int m_previewSteps = 0;
  int m_shownSteps = 0;
  int m_selectedPosition = -1;
  FrameGate m_gate;
};

}  // namespace lpd::studio
