#pragma once

#include <lpd/image_record.h>

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace lpd::studio {

class PlanSettings;

/// What all lanes of a race share: subject, seed and sampling. They are those of the Create page until the race is
/// given its own.
class RaceSubject : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by Race")
  Q_PROPERTY(bool own READ own NOTIFY changed)

 public:
  /// `plan` outlives this object.
  explicit RaceSubject(PlanSettings& plan, QObject* parent = nullptr);

  /// One image; order, steps and the guidance's strength are each lane's own.
  GenerationRequest request() const;
  bool own() const { return m_taken || m_classIndex || m_seed; }

  Q_INVOKABLE void chooseClass(int classIndex);
  /// Takes a number as people type it. False, changing nothing, where it is none or too large.
  Q_INVOKABLE bool setSeedText(const QString& text);
  Q_INVOKABLE void rollSeed();
  /// Back to what is set on the Create page.
  Q_INVOKABLE void followPlan();
  /// Everything lanes share of a picture, whose subject is `classIndex` in the loaded model.
  void take(const ImageRecord& record, int classIndex);
  /// Another model: the subject is found again by its name, where it has one of that name.
  void setModel(const ModelInfo& before, const ModelInfo& now);

 Q_SIGNALS:
  void changed();

 private:
  PlanSettings& m_plan;
  std::optional<GenerationRequest> m_taken;  // from a picture
  std::optional<int> m_classIndex;
  std::optional<quint64> m_seed;
};

}  // namespace lpd::studio
