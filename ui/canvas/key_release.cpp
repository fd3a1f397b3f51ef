#include "key_release.h"

#include <QKeyEvent>

bool KeyRelease::eventFilter(QObject*, QEvent* event) {
  if (event->type() == QEvent::KeyRelease) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == m_key && !key->isAutoRepeat()) Q_EMIT released();
  } else if (event->type() == QEvent::FocusOut) {
    Q_EMIT lost();
  }
  return false;
}

void KeyRelease::itemChange(ItemChange change, const ItemChangeData& data) {
  if (change == ItemSceneChange) {
    if (m_window) m_window->removeEventFilter(this);
    m_window = data.window;
    if (m_window) m_window->installEventFilter(this);
  }
  QQuickItem::itemChange(change, data);
}
