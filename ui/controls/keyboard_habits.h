#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtQml/qqmlregistration.h>

// What people expect of the keyboard everywhere in the window, and Qt Quick leaves to each control: Return presses the
// button that has the focus, as Space does; what has the focus is scrolled into view; Page up and down scroll the pane
// it is in; and what gets the focus back from a popup that was used by keys shows so.
class KeyboardHabits : public QQuickItem {
  Q_OBJECT
  QML_ELEMENT

 public:
  explicit KeyboardHabits(QQuickItem* parent = nullptr);

  bool eventFilter(QObject* watched, QEvent* event) override;

 protected:
  void itemChange(ItemChange change, const ItemChangeData& data) override;

 private:
  bool takes(QKeyEvent* event);
  void followFocus();

  QPointer<QQuickWindow> m_window;
  bool m_byKey = false;  // the last input, not by the pointer
};
