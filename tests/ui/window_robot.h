#pragma once

#include <QtCore/QPointF>
#include <QtCore/QString>
#include <QtCore/Qt>

class QQuickItem;
class QQuickWindow;

/// Works a window as a person would: finds what is on the screen by its name, waits until it rests, clicks, types and
/// drops files.
class WindowRobot {
 public:
  explicit WindowRobot(QQuickWindow* window = nullptr) : m_window(window) {}

  QQuickWindow* window() const { return m_window; }
  QQuickItem* item(const QString& name) const;  ///< null where there is none
  bool isShown(const QString& name) const;

  /// All three wait for the item, scroll it into view and act at `share` of its size; false where that is not possible.
  bool point(const QString& name, QPointF share = {0.5, 0.5}) const;
  bool click(const QString& name, QPointF share = {0.5, 0.5}, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
  bool drag(const QString& name, QPointF from, QPointF to) const;

  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
  void type(const QString& text) const;
  /// Lets a file fall into the middle of the window.
  void drop(const QString& file) const;

 private:
  bool place(const QString& name, QPointF share, QPoint& point) const;

  QQuickWindow* m_window;
};
