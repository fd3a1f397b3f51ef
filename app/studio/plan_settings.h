#pragma once

#include <lpd/model_info.h>
#include <lpd/request.h>

#include <QtCore/QObject>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>

namespace lpd::studio {

/// What the next click on Generate asks for. Setters clamp to what the model can do, so that a value in here is always
/// possible; what cannot be mended by clamping is explained by `problem`.
class PlanSettings : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(int classIndex READ classIndex WRITE setClassIndex NOTIFY classIndexChanged)
  Q_PROPERTY(QList<int> classIndices READ classIndices NOTIFY classIndicesChanged)
  Q_PROPERTY(int steps READ steps WRITE setSteps NOTIFY stepsChanged)
  Q_PROPERTY(int tokenCount READ tokenCount NOTIFY modelChanged)
  Q_PROPERTY(int vocab READ vocab NOTIFY modelChanged)
  Q_PROPERTY(QList<int> groupSizes READ groupSizes NOTIFY groupSizesChanged)
  Q_PROPERTY(bool groupsEdited READ groupsEdited NOTIFY groupSizesChanged)
  Q_PROPERTY(QList<int> publishedSteps READ publishedSteps NOTIFY modelChanged)
  Q_PROPERTY(int largestGroup READ largestGroup NOTIFY groupSizesChanged)
  Q_PROPERTY(qreal meanGroup READ meanGroup NOTIFY groupSizesChanged)
  Q_PROPERTY(qreal passesRatio READ meanGroup NOTIFY groupSizesChanged)
  Q_PROPERTY(QString orderKind READ orderKind WRITE setOrderKind NOTIFY orderKindChanged)
  Q_PROPERTY(QVariantList orderKinds READ orderKinds CONSTANT)
  Q_PROPERTY(qreal proximity READ proximity WRITE setProximity NOTIFY proximityChanged)
  Q_PROPERTY(qreal growth READ growth WRITE setGrowth NOTIFY growthChanged)
  Q_PROPERTY(qreal repulsion READ repulsion WRITE setRepulsion NOTIFY repulsionChanged)
  Q_PROPERTY(qreal guidance READ guidance WRITE setGuidance NOTIFY guidanceChanged)
  Q_PROPERTY(QString guidanceSchedule READ guidanceSchedule WRITE setGuidanceSchedule NOTIFY guidanceScheduleChanged)
  Q_PROPERTY(qreal temperature READ temperature WRITE setTemperature NOTIFY temperatureChanged)
  Q_PROPERTY(int topK READ topK WRITE setTopK NOTIFY topKChanged)
  Q_PROPERTY(qreal topP READ topP WRITE setTopP NOTIFY topPChanged)
  Q_PROPERTY(bool greedy READ greedy WRITE setGreedy NOTIFY greedyChanged)
  Q_PROPERTY(qreal seed READ seed WRITE setSeed NOTIFY seedChanged)
  Q_PROPERTY(bool seedLocked READ seedLocked WRITE setSeedLocked NOTIFY seedLockedChanged)
  Q_PROPERTY(QString seedText READ seedText NOTIFY seedChanged)
  Q_PROPERTY(int imageCount READ imageCount WRITE setImageCount NOTIFY imageCountChanged)
  Q_PROPERTY(QList<int> plannedSteps READ plannedSteps NOTIFY planChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

 public:
  static constexpr double kLargestSeed = 9007199254740991.0;  ///< 2^53 - 1: exact in JavaScript's numbers
  static constexpr int kMostImages = 64;
  static constexpr double kMaxProximity = 7.0;  ///< above the support of eight finished neighbours (6.83)
  static constexpr double kMaxRepulsion = 16.0;
  static constexpr double kMaxGuidance = 20.0;
  static constexpr double kMaxTemperature = 2.0;
  static constexpr double kMinTopP = 0.01;

  explicit PlanSettings(QObject* parent = nullptr);

  /// Adopts another model: limits change, the class is found again by its name, and settings that stood at the old
  /// model's recommendation follow the new one's.
  void setModel(const ModelInfo& model);
  const ModelInfo& model() const { return m_model; }
  /// What Engine::generate would be asked for.
  GenerationRequest request() const;
  /// The same at the moment of the click. A seed that has made a picture already is rolled first unless it is locked;
  /// so the seed in the window is that of the newest picture, and locking it keeps that picture.
  GenerationRequest takeRequest();
  /// One request a chosen subject; all have the same seed.
  std::vector<GenerationRequest> takeRequests();

  int classIndex() const { return m_classIndex; }
  /// All chosen subjects, at least one, the first of them `classIndex`.
  QList<int> classIndices() const { return QList<int>{m_classIndex} + m_moreClasses; }
  int steps() const { return m_steps; }
  int tokenCount() const { return m_model.grid.count(); }
  int vocab() const { return m_model.transformer.vocab; }
  QList<int> groupSizes() const { return m_groupSizes; }
  bool groupsEdited() const { return m_groupsEdited; }  ///< not the sizes this many steps usually have
  QList<int> publishedSteps() const;
  int largestGroup() const;
  qreal meanGroup() const { return static_cast<qreal>(tokenCount()) / m_steps; }
  QString orderKind() const;
  QVariantList orderKinds() const;
  qreal proximity() const { return m_proximity; }
  qreal repulsion() const { return m_repulsion; }
  qreal growth() const { return m_growth; }
  qreal guidance() const { return m_guidance.scale; }
  QString guidanceSchedule() const;
  qreal temperature() const { return m_sampling.temperature; }
  int topK() const { return m_sampling.topK; }
  qreal topP() const { return m_sampling.topP; }
  bool greedy() const { return m_sampling.greedy; }
  qreal seed() const { return static_cast<qreal>(m_seed); }
  bool seedLocked() const { return m_seedLocked; }
  QString seedText() const;
  int imageCount() const { return m_imageCount; }
  /// The step (from 0) in which the next picture's positions will be made, in raster order.
  QList<int> plannedSteps() const;
  QString problem() const { return m_problem; }

  void setClassIndex(int index);  ///< this subject alone
  void setClassIndices(const QList<int>& indices);
  /// Adds a subject to the chosen ones, or takes it out; the last one stays.
  Q_INVOKABLE void toggleClass(int index);
  void setSteps(int steps);
  /// Sizes drawn by hand, for as long as the step count stays. Ignored unless they fit the grid and the step count.
  void setGroupSizes(const QList<int>& sizes);
  void setOrderKind(const QString& word);
  void setProximity(qreal value);
  void setRepulsion(qreal value);
  void setGrowth(qreal value);  ///< of the group sizes, see groupSizesFor; forgets sizes drawn by hand
  void setGuidance(qreal value);
  void setGuidanceSchedule(const QString& word);
  void setTemperature(qreal value);
  void setTopK(int value);
  void setTopP(qreal value);
  void setGreedy(bool value);
  void setSeed(qreal value);
  void setSeedLocked(bool value);
  void setImageCount(int value);

  /// `sizes` (as they were when a drag began) with step `step`, from 1, at `size` patches; the others rebalance.
  Q_INVOKABLE void reshapeGroups(const QList<int>& sizes, int step, int size);
  /// Back to the sizes this many steps usually have.
  Q_INVOKABLE void resetGroups();
  Q_INVOKABLE void rollSeed();
  static quint64 newSeed();  ///< by chance
  /// Steps, guidance, temperature, repulsion and growth as the model's maker recommends; everything else as in a new
  /// program. Class, seed and count stay.
  Q_INVOKABLE void resetToRecommended();
  /// Takes a number as people type it ("284 119 073"). False, changing nothing, where it is none or too large.
  Q_INVOKABLE bool setSeedText(const QString& text);

 Q_SIGNALS:
  void modelChanged();
  void classIndexChanged();
  void classIndicesChanged();
  void stepsChanged();
  void groupSizesChanged();
  void orderKindChanged();
  void proximityChanged();
  void repulsionChanged();
  void growthChanged();
  void guidanceChanged();
  void guidanceScheduleChanged();
  void temperatureChanged();
  void topKChanged();
  void topPChanged();
  void greedyChanged();
  void seedChanged();
  void seedLockedChanged();
  void imageCountChanged();
  void planChanged();
  void problemChanged();
  void seedSpent();  ///< a seed that had made a picture was replaced for the next
  void edited();     ///< anything that is worth remembering has changed

 private:
  using Notifier = void (PlanSettings::*)();
  template <class T>
  void assign(T& field, T value, Notifier notify);
  void assignReal(double& field, double value, double low, double high, Notifier notify);
  void findClassesAgain(const ModelInfo& old);
  QList<int> usualGroups() const;
  void updateGroupSizes();
  void adoptGroups(const QList<int>& sizes);
  void updatePlan();

  ModelInfo m_model;
  int m_classIndex = 0;
  QList<int> m_moreClasses;
  int m_steps = 20;
  QList<int> m_groupSizes;
  bool m_groupsEdited = false;
  OrderKind m_orderKind = OrderKind::Lpd;
  double m_proximity = 1.0;
  double m_repulsion = 2.0;
  double m_growth = 0;
  GuidanceOptions m_guidance;
  SamplingOptions m_sampling;
  quint64 m_seed = 0;
  bool m_seedLocked = false;
  bool m_seedUsed = false;
  int m_imageCount = 1;
  QString m_problem;
};

}  // namespace lpd::studio
