#include "canvas_layers.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

#include <limits>

using lpd::studio::CanvasLayers;

class StudioLayersTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void startsWithThePictureAndABlendOfThreeFifths();
  void remembersWhatIsDrawn();
  void ignoresStoredValuesThatMakeNoSense();
  void knowsOnlyItsOwnLayers();
  void clampsTheBlend();

 private:
  QString newFile() const { return m_folder.filePath(QLatin1String(QTest::currentTestFunction())); }
  QTemporaryDir m_folder;
};

void StudioLayersTest::startsWithThePictureAndABlendOfThreeFifths() {
  QSettings settings(newFile(), QSettings::IniFormat);
  const CanvasLayers layers(settings);
  QCOMPARE(layers.view(), QStringLiteral("picture"));
  QCOMPARE(layers.blend(), 0.6);
  QVERIFY(layers.numbers() && layers.outlines() && layers.glow() && layers.halo() && layers.links());
  QVERIFY(!layers.grid() && !layers.crisp());
}

void StudioLayersTest::remembersWhatIsDrawn() {
  const QString file = newFile();
  {
    QSettings settings(file, QSettings::IniFormat);
    CanvasLayers layers(settings);
    layers.setView(QStringLiteral("entropy"));
    layers.setBlend(0.25);
    layers.setNumbers(false);
    layers.setOutlines(false);
    layers.setGlow(false);
    layers.setGrid(true);
    layers.setHalo(false);
    layers.setLinks(false);
    layers.setCrisp(true);
  }
  QSettings settings(file, QSettings::IniFormat);
  const CanvasLayers layers(settings);
  QCOMPARE(layers.view(), QStringLiteral("entropy"));
  QCOMPARE(layers.blend(), 0.25);
  QVERIFY(!layers.numbers() && !layers.outlines() && !layers.glow() && !layers.halo() && !layers.links());
  QVERIFY(layers.grid() && layers.crisp());
}

void StudioLayersTest::ignoresStoredValuesThatMakeNoSense() {
  QSettings settings(newFile(), QSettings::IniFormat);
  settings.setValue(QStringLiteral("canvas/view"), QStringLiteral("x-ray"));
  settings.setValue(QStringLiteral("canvas/blend"), QStringLiteral("a lot"));
  settings.setValue(QStringLiteral("canvas/numbers"), QStringLiteral("maybe"));
  const CanvasLayers layers(settings);
  QCOMPARE(layers.view(), QStringLiteral("picture"));
  QCOMPARE(layers.blend(), 0.6);
  QVERIFY(layers.numbers());
}

void StudioLayersTest::knowsOnlyItsOwnLayers() {
  QSettings settings(newFile(), QSettings::IniFormat);
  CanvasLayers layers(settings);
  QSignalSpy changed(&layers, &CanvasLayers::viewChanged);
  layers.setView(QStringLiteral("x-ray"));
  QCOMPARE(changed.count(), 0);
  for (const char* view : {"order", "support", "entropy", "confidence", "picture"}) {
    layers.setView(QLatin1String(view));
    QCOMPARE(layers.view(), QLatin1String(view));
  }
  QCOMPARE(changed.count(), 5);
}

void StudioLayersTest::clampsTheBlend() {
  QSettings settings(newFile(), QSettings::IniFormat);
  CanvasLayers layers(settings);
  layers.setBlend(7);
  QCOMPARE(layers.blend(), 1.0);
  layers.setBlend(-1);
  QCOMPARE(layers.blend(), 0.0);
  layers.setBlend(std::numeric_limits<double>::quiet_NaN());
  QCOMPARE(layers.blend(), 0.0);
}

QTEST_GUILESS_MAIN(StudioLayersTest)
#include "test_studio_layers.moc"
