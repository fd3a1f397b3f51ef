#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtQml/qqmlregistration.h>

// Tells when a key comes up, whichever item has the keyboard: a shortcut only tells that it went down.
class KeyRelease : public QQuickItem {
  Q_OBJECT
  Q_PROPERTY(int key MEMBER m_key NOTIFY keyChanged)
  QML_ELEMENT

 public:
  explicit KeyRelease(QQuickItem* parent = nullptr) : QQuickItem(parent) {}

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  void keyChanged();
  void released();
  void lost();  // the window went to the background: nobody tells when the key comes up

 protected:
  void itemChange(ItemChange change, const ItemChangeData& data) override;

 private:
  int m_key = 0;
  QPointer<QQuickWindow> m_window;
};
