// The window on the mock on screens with more pixels: run once for every scale people use (QT_SCALE_FACTOR).
#include "mock_art.h"
#include "window_walk.h"

#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QtTest>

#include <cmath>
#include <memory>

using namespace window_walk;

class ScaleTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void drawsInTheScreensOwnPixels();
  void patchesAreWholePixels_data();
  void patchesAreWholePixels();
  void iconsAreDrawnForTheScale();
  void nothingLeavesTheWindow_data();
  void nothingLeavesTheWindow();

 private:
  void show(const QString& page) const { m_studio->setProperty("page", page); }

  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
  QObject* m_studio = nullptr;
  double m_scale = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble();
};

void ScaleTest::initTestCase() {
  QQuickStyle::setStyle(QStringLiteral("Fusion"));
  m_engine = std::make_unique<QQmlApplicationEngine>();
  m_engine->addImportPath(QStringLiteral("qrc:/mock"));
  m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
  MockArt::installImageProvider(*m_engine);
  m_engine->load(QUrl::fromLocalFile(QStringLiteral(LPD_WINDOW_TESTS "/TestWindow.qml")));
  QVERIFY(!m_engine->rootObjects().isEmpty());
  m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
  QVERIFY(m_window);
  m_window->resize(1280, 800);
  m_window->requestActivate();
  QVERIFY(QTest::qWaitForWindowActive(m_window));
  QTRY_COMPARE(m_window->size(), QSize(1280, 800));
  m_studio = m_window->property("studio").value<QObject*>();
  QVERIFY(m_studio);
  QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
  QObject* picture = m_studio->property("picture").value<QObject*>();
  QTRY_VERIFY_WITH_TIMEOUT(picture->property("finished").toBool(), 10'000);
}

void ScaleTest::drawsInTheScreensOwnPixels() {
  QCOMPARE(m_window->devicePixelRatio(), m_scale);
  QCOMPARE(m_window->grabWindow().size(), QSize(qRound(1280 * m_scale), qRound(800 * m_scale)));
}

void ScaleTest::patchesAreWholePixels_data() {
  QTest::addColumn<QString>("page");
  QTest::addColumn<QString>("canvas");
  QTest::newRow("create") << QStringLiteral("create") << QStringLiteral("canvas");
  QTest::newRow("race") << QStringLiteral("race") << QStringLiteral("laneCanvas_1");
}

/// A patch of 30.5 pixels would have edges of two kinds, and a picture that starts within a pixel is blurred.
void ScaleTest::patchesAreWholePixels() {
  QFETCH(QString, page);
  QFETCH(QString, canvas);
  show(page);
  QTRY_VERIFY(itemNamed(m_window, canvas) && itemNamed(m_window, canvas)->width() > 0);
  const QQuickItem* shown = itemNamed(m_window, canvas);
  const auto isWhole = [](double pixels) { return std::abs(pixels - std::round(pixels)) < 1e-3; };
  const double cell = shown->width() * m_scale / shown->property("columns").toInt();
  QVERIFY2(cell > 4 && isWhole(cell), qPrintable(QString::number(cell)));
  const QPointF corner = shown->mapToScene({}) * m_scale;
  QVERIFY2(isWhole(corner.x()) && isWhole(corner.y()),
           qPrintable(QStringLiteral("%1, %2").arg(corner.x()).arg(corner.y())));
}

/// Not drawn small and enlarged: then every line would be as soft as it is wide.
void ScaleTest::iconsAreDrawnForTheScale() {
  if (m_scale != std::floor(m_scale)) QSKIP("where lines end within a pixel they are soft either way");
  show(QStringLiteral("create"));
  QTRY_VERIFY(itemNamed(m_window, QStringLiteral("settingsButton")));
  const QQuickItem* icon = nullptr;
  for (const QQuickItem* one : painted(itemNamed(m_window, QStringLiteral("settingsButton"))))
    if (one->inherits("VectorIcon")) icon = one;
  QVERIFY(icon);
  const QRectF place = icon->mapRectToScene({0, 0, icon->width(), icon->height()});
  const QImage drawn = m_window->grabWindow().copy(QRectF(place.topLeft() * m_scale, place.size() * m_scale).toRect());
  // The steepest change between neighbours: a line drawn for the scale is there within one pixel, one that was enlarged
  // needs two.
  int steepest = 0;
  for (int y = 0; y < drawn.height(); ++y)
    for (int x = 1; x < drawn.width(); ++x)
      steepest = std::max(steepest, std::abs(qGray(drawn.pixel(x, y)) - qGray(drawn.pixel(x - 1, y))));
  QVERIFY2(steepest > 100, qPrintable(QString::number(steepest)));
}

void ScaleTest::nothingLeavesTheWindow_data() {
  QTest::addColumn<QString>("page");
  for (const char* page : {"create", "race", "gallery", "models"})
    QTest::newRow(page) << QString::fromLatin1(page);
}

void ScaleTest::nothingLeavesTheWindow() {
  QFETCH(QString, page);
  show(page);
  QTest::qWait(300);
  const QRectF window(QPointF(), QSizeF(m_window->size()));
  int controls = 0;
  for (QQuickItem* one : painted(rootOf(m_window))) {
    if (!isControl(one) || !isSeen(one)) continue;
    bool scrolled = false;  // what can be scrolled to may be anywhere
    for (const QQuickItem* around = one->parentItem(); around; around = around->parentItem())
      scrolled = scrolled || around->inherits("QQuickFlickable");
    if (scrolled) continue;
    ++controls;
    const QRectF place = one->mapRectToScene({0, 0, one->width(), one->height()});
    QVERIFY2(window.adjusted(-1, -1, 1, 1).contains(place), qPrintable(nameOf(one)));
  }
  QVERIFY(controls > 5);
}

QTEST_MAIN(ScaleTest)
#include "test_scale.moc"
