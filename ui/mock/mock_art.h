#pragma once

#include <QImage>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

class QQmlEngine;

// What the mock cannot do in QML: pictures and orders.
class MockArt : public QObject {
  Q_OBJECT
  QML_ELEMENT

 public:
  using QObject::QObject;

  Q_INVOKABLE QStringList names() const;
  Q_INVOKABLE QImage picture(int scene, int size, double seed) const;
  // 4x4 swatches of the patches with a step below `made`, the rest transparent.
  Q_INVOKABLE QImage swatches(int scene, double seed, const QList<int>& steps, int columns, int rows, int made) const;
  Q_INVOKABLE QImage swatch(int scene, double seed, int columns, int rows, int position, int variant) const;
  Q_INVOKABLE QList<int> groupSizes(int steps, int tokens) const;
  Q_INVOKABLE QList<int> order(const QString& kind, const QList<int>& sizes, int columns, int rows, double seed) const;
  // Saves as the real exporter would, by ending; an empty text or what went wrong.
  Q_INVOKABLE QString save(const QVariant& picture, const QUrl& file) const;

  // Serves image://classes/<model>/<index> and image://history/scene/<index>.
  static void installImageProvider(QQmlEngine& engine);
};
