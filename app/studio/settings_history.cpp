#include "settings_history.h"

#include "plan_settings.h"
#include "plan_values.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QUndoCommand>

#include <utility>

namespace lpd::studio {

/// Some settings from one set of values to another.
class SettingsChange : public QUndoCommand {
 public:
  SettingsChange(SettingsHistory& history, QVariantMap before, QVariantMap after)
      : m_history(history), m_before(std::move(before)), m_after(std::move(after)) {
    m_age.start();
    setText(m_after.size() == 1 ? planValueLabel(m_after.firstKey()) : SettingsHistory::tr("settings"));
  }

  int id() const override { return 1; }
  bool mergeWith(const QUndoCommand* later) override {
    const auto* other = static_cast<const SettingsChange*>(later);
    if (m_after.keys() != other->m_after.keys() || m_age.elapsed() > SettingsHistory::kMergeMs) return false;
    m_after = other->m_after;
    m_age.start();
    setObsolete(m_after == m_before);
    return true;
  }
  void undo() override { m_history.apply(m_before); }
  void redo() override { m_history.apply(m_after); }

 private:
  SettingsHistory& m_history;
  QVariantMap m_before;
  QVariantMap m_after;
  QElapsedTimer m_age;
};

SettingsHistory::SettingsHistory(PlanSettings& plan, QObject* parent)
    : QObject(parent), m_plan(plan), m_values(planValues(plan)) {
  m_stack.setUndoLimit(kMostSteps);
  m_recordSoon.setSingleShot(true);
  m_recordSoon.setInterval(0);
  connect(&m_recordSoon, &QTimer::timeout, this, &SettingsHistory::record);
  connect(&m_plan, &PlanSettings::edited, &m_recordSoon, qOverload<>(&QTimer::start));
  // A seed that is rolled by making a picture is nobody's edit.
  connect(&m_plan, &PlanSettings::seedSpent, this, [this] { m_values[QStringLiteral("seed")] = m_plan.seed(); });
  connect(&m_stack, &QUndoStack::indexChanged, this, &SettingsHistory::changed);
}

QString SettingsHistory::undoText() const {
  return canUndo() ? tr("Undo %1").arg(m_stack.undoText()) : tr("Undo");
}

QString SettingsHistory::redoText() const {
  return canRedo() ? tr("Redo %1").arg(m_stack.redoText()) : tr("Redo");
}

void SettingsHistory::undo() {
  record();
  if (!canUndo()) return;
  const QString what = m_stack.undoText();
  m_stack.undo();
  Q_EMIT undone(what);
}

void SettingsHistory::redo() {
  record();
  if (!canRedo()) return;
  const QString what = m_stack.redoText();
  m_stack.redo();
  Q_EMIT redone(what);
}

void SettingsHistory::forget() {
  m_recordSoon.stop();
  m_values = planValues(m_plan);
  m_stack.clear();
  Q_EMIT changed();
}

void SettingsHistory::record() {
  m_recordSoon.stop();
  const QVariantMap now = planValues(m_plan);
  QVariantMap before;
  QVariantMap after;
  for (auto value = now.begin(); value != now.end(); ++value) {
    if (m_values.value(value.key()) == value.value()) continue;
    before.insert(value.key(), m_values.value(value.key()));
    after.insert(value.key(), value.value());
  }
  m_values = now;
  if (!after.isEmpty()) m_stack.push(new SettingsChange(*this, before, after));
  Q_EMIT changed();
}

void SettingsHistory::apply(const QVariantMap& values) {
  setPlanValues(m_plan, values);
  m_recordSoon.stop();
  m_values = planValues(m_plan);
}

}  // namespace lpd::studio
