// The parts of the window that are plain C++: icon paths, the motion of the patches, the numbers over them.
#include "canvas_numbers.h"
#include "icon_path.h"
#include "patch_animation.h"
#include "step_track.h"

#include <QPainter>
#include <QTest>

// Four patches in three steps over a picture of one colour; the scale of steps runs from black to white.
struct Numbers {
  CanvasLook look;
  PatchAnimation animation;
  QList<int> steps{0, 1, 1, 2};
  QList<qreal> values;
  QImage ramp{256, 1, QImage::Format_RGB32};
  QImage patches{2, 2, QImage::Format_RGB32};

  Numbers() {
    look.gridSize = {80, 80};
    look.columns = look.rows = 2;
    animation.resize(4);
    patches.fill(Qt::darkGreen);
    for (int i = 0; i < 256; ++i)
      ramp.setPixel(i, 0, qRgb(i, i, i));
  }
  NumberScene scene() const {
    return {.look = look,
            .animation = animation,
            .steps = steps,
            .values = values,
            .stepCount = 3,
            .stepRamp = ramp,
            .heatRamp = ramp,
            .patches = patches,
            .inkDark = Qt::black,
            .inkLight = Qt::white,
            .inkOpen = Qt::red};
  }
};

class TestUiParts : public QObject {
  Q_OBJECT

  static QRgb texel(const PatchAnimation& animation, int position) {
    return animation.image(2, 2).pixel(position % 2, position / 2);
  }

 private Q_SLOTS:
  void readsEveryCommandOfAnIcon() {
    const IconPath icon = IconPath::parse(u"M 1 2 L 3 4 H 8 V 9 Q 1 1 2 2 C 1 2 3 4 5 6 Z O 8 8 3 F R 1 1 4 4 1");
    QVERIFY(icon.stroked.elementCount() > 20);
    QCOMPARE(icon.filled.boundingRect(), QRectF(1, 1, 4, 4));
    QVERIFY(icon.stroked.contains(QPointF(8, 8)));
  }
  void stopsAtWhatItCannotRead() {
    QCOMPARE(IconPath::parse(u"M 1 2 L 3").stroked.elementCount(), 1);
    QCOMPARE(IconPath::parse(u"M 1 2 X 3 4 L 5 6").stroked.elementCount(), 1);
    QVERIFY(IconPath::parse(u"").stroked.isEmpty());
  }
  void showsAPictureThatWasNotWatchedAtOnce() {
    PatchAnimation animation;
    animation.resize(4);
    animation.setTargets({{0, 1, 1, 2}, 2, 1, 2, true});
    QCOMPARE(qRed(texel(animation, 0)), 255);
    QCOMPARE(qGreen(texel(animation, 0)), 0);
    QCOMPARE(qGreen(texel(animation, 1)), 255);
    QCOMPARE(qRed(texel(animation, 3)), 0);
    QCOMPARE(qBlue(texel(animation, 3)), 255);
  }
  void revealsAGroupWithin160Milliseconds() {
    PatchAnimation animation;
    animation.resize(4);
    animation.setTargets({{0, 1, 1, 2}, 1, 0, 1, true});
    animation.setTargets({{0, 1, 1, 2}, 2, 1, 2, true});
    QCOMPARE(qRed(texel(animation, 1)), 0);
    QVERIFY(animation.advance(80));
    const int half = qRed(texel(animation, 1));
    QVERIFY2(half > 200 && half < 255, "eased out: most of the way in half the time");
    QCOMPARE(qRed(texel(animation, 2)), half);  // a group arrives together
    animation.advance(80);
    QCOMPARE(qRed(texel(animation, 1)), 255);
    QVERIFY(animation.advance(100));  // the glow of step 0 is still leaving
    QVERIFY(!animation.advance(100));
    QCOMPARE(qGreen(texel(animation, 0)), 0);
  }
  void writesTheStepOfEveryPatchInTheInkThatReadsBest() {
    Numbers numbers;
    numbers.look.layerMix = 1;
    numbers.look.blend = 1;
    numbers.animation.setTargets({numbers.steps, 3, -1, -1, false});
    const QList<CanvasNumber> written = canvasNumbers(numbers.scene());
    QCOMPARE(written.size(), 4);
    QCOMPARE(written[0].text, QStringLiteral("1"));
    QCOMPARE(written[3].text, QStringLiteral("3"));
    QCOMPARE(written[0].centre, QPointF(20, 20));
    QCOMPARE(written[0].ink.name(), QStringLiteral("#ffffff"));  // on black
    QVERIFY(written[0].shadowed);
    QCOMPARE(written[3].ink.name(), QStringLiteral("#000000"));  // on white
    QVERIFY(!written[3].shadowed);
  }
  void writesWhatIsPlannedFaintlyAndNothingUnknown() {
    Numbers numbers;
    numbers.look.layerMix = 1;
    numbers.animation.setTargets({numbers.steps, 1, -1, -1, false});
    const QList<CanvasNumber> planned = canvasNumbers(numbers.scene());
    QCOMPARE(planned.size(), 4);
    QCOMPARE(planned[3].ink.name(), QStringLiteral("#ff0000"));
    QVERIFY(planned[3].ink.alphaF() < 0.9);
    numbers.look.heat = true;
    numbers.values = {2.345, -1, -1, -1};
    const QList<CanvasNumber> values = canvasNumbers(numbers.scene());
    QCOMPARE(values.size(), 1);
    QCOMPARE(values[0].text, QStringLiteral("2.3"));
  }
  void writesNothingWhereNumbersCouldNotBeRead() {
    Numbers numbers;
    QVERIFY(numberSize(numbers.scene()) >= 8);
    numbers.look.gridSize = {20, 20};
    QCOMPARE(numberSize(numbers.scene()), 0.0);
    numbers.look.gridSize = {4000, 4000};
    QVERIFY(numberSize(numbers.scene()) <= 22);
  }
  void choosesDarkInkAboveALuminanceOfAFifth_data() {
    QTest::addColumn<QColor>("background");
    QTest::addColumn<bool>("dark");
    QTest::newRow("first step") << QColor("#3A3BA4") << false;
    QTest::newRow("last step") << QColor("#FFDB6A") << true;
    QTest::newRow("just below") << QColor::fromRgbF(0.48F, 0.48F, 0.48F) << false;
    QTest::newRow("just above") << QColor::fromRgbF(0.49F, 0.49F, 0.49F) << true;
  }
  void choosesDarkInkAboveALuminanceOfAFifth() {
    QFETCH(QColor, background);
    QTEST(wantsDarkInk(background), "dark");
  }
  void mutesThePictureUnderALayer() {
    QCOMPARE(underLayer(Qt::red, Qt::blue, 1).name(), QColor(Qt::blue).name());
    const QColor muted = underLayer(QColor(200, 80, 80), Qt::blue, 0);
    QVERIFY(std::abs(muted.red() - muted.green()) < 40);  // saturation of 120 becomes 23
  }
  void drawsDigitsOnceForTheSizeInUse() {
    const NumberAtlas atlas(QFont(), 12, 2);
    QVERIFY(atlas.isFor(QFont(), 12, 2));
    QVERIFY(!atlas.isFor(QFont(), 12, 1));
    QVERIFY(atlas.glyph(u'7') && atlas.glyph(u'.') && !atlas.glyph(u'x'));
    QCOMPARE(atlas.width(u"17"), atlas.glyph(u'1')->advance + atlas.glyph(u'7')->advance);
    const QRectF box = atlas.glyph(u'8')->source;
    QVERIFY(QRectF(QPointF(), QSizeF(atlas.image().size())).contains(box));
    int inked = 0;
    for (int y = int(box.top()); y < int(box.bottom()); ++y)
      for (int x = int(box.left()); x < int(box.right()); ++x)
        inked += qRed(atlas.image().pixel(x, y)) > 128;
    QVERIFY(inked > 20);
  }
  void numbersATrackOnlyWhereMostOfItsBarsHaveRoom_data() {
    QTest::addColumn<QList<qreal>>("ends");
    QTest::addColumn<bool>("numbered");
    QTest::newRow("all wide") << QList<qreal>{40, 80, 120, 160, 200} << true;
    QTest::newRow("a short one among wide ones") << QList<qreal>{40, 44, 120, 160, 200} << true;
    QTest::newRow("a wide one among short ones") << QList<qreal>{4, 8, 12, 160, 164} << false;
    QTest::newRow("those beyond the axis do not count")
        << QList<qreal>{40, 80, 120, 160, 210, 211, 212, 213, 214} << true;
  }
  void numbersATrackOnlyWhereMostOfItsBarsHaveRoom() {
    QFETCH(QList<qreal>, ends);
    QFETCH(bool, numbered);
    StepTrack track;
    track.setSize({200, 24});
    track.setAxisEnd(200);
    track.setEnds(ends);
    track.setSizes(QList<int>(ends.size(), 8));
    track.setShown(static_cast<int>(ends.size()));
    track.setStops({QStringLiteral("#000000"), QStringLiteral("#000000")});
    track.setInkOnDark(Qt::white);
    QImage image(200, 24, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    track.paint(&painter);
    painter.end();
    int inked = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        inked += qRed(image.pixel(x, y)) > 128;
    QCOMPARE(inked > 0, numbered);
  }
  void takesPatchesAwayAtOnceWhenScrubbedBack() {
    PatchAnimation animation;
    animation.resize(4);
    animation.setTargets({{0, 1, 1, 2}, 3, 2, -1, false});
    animation.setTargets({{0, 1, 1, 2}, 1, 0, -1, false});
    QCOMPARE(qRed(texel(animation, 3)), 0);
    QCOMPARE(qRed(texel(animation, 0)), 255);
  }
};

QTEST_MAIN(TestUiParts)
#include "test_ui_parts.moc"
