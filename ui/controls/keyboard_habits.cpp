#include "keyboard_habits.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace {

constexpr qreal kMargin = 40;  // a sheet's lower edge fades out over 36 px
constexpr qreal kLine = 56;

/// Whether it scrolls what is placed in it. Lists and grids follow their current item by themselves.
bool isPane(const QQuickItem* item) {
  return item->inherits("QQuickFlickable") && !item->inherits("QQuickItemView");
}

qreal lastY(const QQuickItem* pane) {
  return std::max(0.0, pane->property("contentHeight").toReal() - pane->height());
}

void scrollTo(QQuickItem* pane, qreal y) {
  pane->setProperty("contentY", std::clamp(y, 0.0, lastY(pane)));
}

void show(QQuickItem* item, QQuickItem* pane) {
  const qreal at = pane->property("contentY").toReal();
  const qreal top = item->mapToItem(pane, {0, 0}).y() + at;
  if (top - kMargin < at)
    scrollTo(pane, top - kMargin);
  else if (top + item->height() + kMargin > at + pane->height())
    scrollTo(pane, std::min(top - kMargin, top + item->height() + kMargin - pane->height()));
}

/// That the item is or is in and that has more than it shows; null without.
QQuickItem* paneOf(QQuickItem* item) {
  while (item && !(isPane(item) && lastY(item) > 0))
    item = item->parentItem();
  return item;
}

/// Whether one of the items from the focused one up to the pane wants the key.
bool isTaken(QQuickItem* item, const QQuickItem* pane, QKeyEvent* event) {
  for (bool more = true; more; more = item != pane, item = item->parentItem()) {
    event->accept();
    QCoreApplication::sendEvent(item, event);
    if (event->isAccepted()) return true;
  }
  return false;
}

bool scrolls(QQuickItem* item, QKeyEvent* event, int direction, bool byLine) {
  QQuickItem* pane = paneOf(item);
  if (!pane) return false;
  if (!isTaken(item, pane, event))
    scrollTo(pane, pane->property("contentY").toReal() + direction * (byLine ? kLine : pane->height() - kLine));
  return true;
}

void press(QQuickItem* button) {
  for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
    QKeyEvent space(type, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    QCoreApplication::sendEvent(button, &space);
  }
}

}  // namespace

KeyboardHabits::KeyboardHabits(QQuickItem* parent) : QQuickItem(parent) {
  qApp->installEventFilter(this);  // before the window's own, which keep clicks on popups from all others
}

bool KeyboardHabits::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_window) return false;
  switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
      m_byKey = false;
      return false;
    case QEvent::ShortcutOverride:  // all that is seen of a key that is a shortcut
      m_byKey = true;
      return false;
    case QEvent::KeyPress:
      m_byKey = true;
      return takes(static_cast<QKeyEvent*>(event));
    default:
      return false;
  }
}

bool KeyboardHabits::takes(QKeyEvent* event) {
  QQuickItem* item = m_window->activeFocusItem();
  if (!item || event->modifiers() & ~Qt::KeypadModifier) return false;
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      // One that was clicked has no ring: Return is the dialog's then. A row's is its list's.
      if (!item->inherits("QQuickAbstractButton") || item->inherits("QQuickItemDelegate")) return false;
      if (!item->property("visualFocus").toBool()) return false;
      press(item);
      return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
      return scrolls(item, event, event->key() == Qt::Key_PageUp ? -1 : 1, false);
    case Qt::Key_Up:
    case Qt::Key_Down:  // elsewhere arrows change or choose something
      return isPane(item) && scrolls(item, event, event->key() == Qt::Key_Up ? -1 : 1, true);
    default:
      return false;
  }
}

void KeyboardHabits::followFocus() {
  QQuickItem* item = m_window->activeFocusItem();
  if (!item || !m_byKey) return;
  if (item->inherits("QQuickControl") &&
      item->property("focusReason").value<Qt::FocusReason>() != Qt::BacktabFocusReason)
    item->setProperty("focusReason", Qt::TabFocusReason);
  for (QQuickItem* pane = item->parentItem(); pane; pane = pane->parentItem())
    if (isPane(pane)) show(item, pane);
}

void KeyboardHabits::itemChange(ItemChange change, const ItemChangeData& data) {
  if (change == ItemSceneChange) {
    if (m_window) m_window->disconnect(this);
    m_window = data.window;
    if (m_window) connect(m_window, &QQuickWindow::activeFocusItemChanged, this, &KeyboardHabits::followFocus);
  }
  QQuickItem::itemChange(change, data);
}
