#include "window_robot.h"

#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QDropEvent>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtTest/QtTest>

#include <algorithm>
#include <utility>

namespace {

constexpr int kPatienceMs = 5000;
constexpr int kRestMs = 60;

QQuickItem* findItem(QQuickItem* root, const QString& name) {
  if (root->objectName() == name) return root;
  const QList<QQuickItem*> children = root->childItems();
  for (QQuickItem* child : children)
    if (QQuickItem* found = findItem(child, name)) return found;
  return nullptr;
}

/// Scrolls the panes around an item as a wheel would, until its middle can be seen.
void scrollTo(QQuickItem* item) {
  for (QQuickItem* pane = item->parentItem(); pane; pane = pane->parentItem()) {
    if (!pane->inherits("QQuickFlickable")) continue;
    const double middle = item->mapToItem(pane, {0, item->height() / 2}).y();
    const double margin = item->height() / 2 + 8;
    const double beyond = std::max(0.0, middle + margin - pane->height()) + std::min(0.0, middle - margin);
    if (beyond != 0) pane->setProperty("contentY", pane->property("contentY").toDouble() + beyond);
  }
}

}  // namespace

QQuickItem* WindowRobot::item(const QString& name) const {
  return findItem(m_window->contentItem(), name);
}

bool WindowRobot::isShown(const QString& name) const {
  const QQuickItem* found = item(name);
  return found && found->isVisible() && found->isEnabled() && found->width() > 0;
}

/// Where an item can be hit. Sections that open or close move what is below them for a moment; a person waits for that.
bool WindowRobot::place(const QString& name, QPointF share, QPoint& point) const {
  if (!QTest::qWaitFor([&] { return isShown(name); }, kPatienceMs)) return false;
  QQuickItem* target = item(name);
  scrollTo(target);
  QPointF found;
  const auto rests = [&] {
    const QPointF before =
        std::exchange(found, target->mapToScene({target->width() * share.x(), target->height() * share.y()}));
    return found == before;
  };
  rests();
  do
    QTest::qWait(kRestMs);
  while (!rests());
  point = found.toPoint();
  return QRectF(QPointF(), QSizeF(m_window->size())).contains(found);
}

bool WindowRobot::point(const QString& name, QPointF share) const {
  QPoint at;
  if (!place(name, share, at)) return false;
  QTest::mouseMove(m_window, at);
  return true;
}

bool WindowRobot::click(const QString& name, QPointF share, Qt::KeyboardModifiers modifiers) const {
  QPoint at;
  if (!place(name, share, at)) return false;
  QTest::mouseMove(m_window, at);
  QTest::mouseClick(m_window, Qt::LeftButton, modifiers, at);
  return true;
}

bool WindowRobot::drag(const QString& name, QPointF from, QPointF to) const {
  constexpr int kMoves = 8;
  QPoint start, end;
  if (!place(name, from, start) || !place(name, to, end)) return false;
  QTest::mouseMove(m_window, start);
  QTest::mousePress(m_window, Qt::LeftButton, Qt::NoModifier, start);
  for (int i = 1; i <= kMoves; ++i)
    QTest::mouseMove(m_window, start + (end - start) * i / kMoves);
  QTest::mouseRelease(m_window, Qt::LeftButton, Qt::NoModifier, end);
  return true;
}

void WindowRobot::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
  QTest::keyClick(m_window, key, modifiers);
}

void WindowRobot::type(const QString& text) const {
  for (const QChar c : text)
    QTest::keyClick(m_window, c.toLatin1());
}

void WindowRobot::drop(const QString& file) const {
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(file)});
  const QPoint middle(m_window->width() / 2, m_window->height() / 2);
  QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(m_window, &enter);
  QDropEvent fall(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(m_window, &fall);
}
