#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QVariantMap>
#include <QtGui/QUndoStack>
#include <QtQml/qqmlregistration.h>

namespace lpd::studio {

class PlanSettings;

/// Undo and redo of the plan's settings. What changes within one turn of the event loop is one step; a slider that is
/// dragged is one step, too.
class SettingsHistory : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
  Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
  Q_PROPERTY(QString undoText READ undoText NOTIFY changed)
  Q_PROPERTY(QString redoText READ redoText NOTIFY changed)

 public:
  static constexpr int kMergeMs = 1000;  ///< changes of the same setting that come within this belong together
  static constexpr int kMostSteps = 200;

  /// `plan` outlives this object.
  explicit SettingsHistory(PlanSettings& plan, QObject* parent = nullptr);

  bool canUndo() const { return m_stack.canUndo(); }
  bool canRedo() const { return m_stack.canRedo(); }
  QString undoText() const;  ///< "Undo guidance"; "Undo" where there is nothing
  QString redoText() const;

  Q_INVOKABLE void undo();
  Q_INVOKABLE void redo();
  /// What is set now is the beginning: after a start, or with another model.
  void forget();

 Q_SIGNALS:
  void changed();
  void undone(const QString& what);  ///< "guidance"
  void redone(const QString& what);

 private:
  void record();
  void apply(const QVariantMap& values);
  friend class SettingsChange;

  PlanSettings& m_plan;
  QUndoStack m_stack;
  QVariantMap m_values;  // as of the last step
  QTimer m_recordSoon;
};

}  // namespace lpd::studio
