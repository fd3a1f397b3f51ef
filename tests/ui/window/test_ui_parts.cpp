// The parts of the window that are plain C++: icon paths and the motion of the patches.
#include "icon_path.h"
#include "patch_animation.h"

#include <QTest>

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
  void takesPatchesAwayAtOnceWhenScrubbedBack() {
    PatchAnimation animation;
    animation.resize(4);
    animation.setTargets({{0, 1, 1, 2}, 3, 2, -1, false});
    animation.setTargets({{0, 1, 1, 2}, 1, 0, -1, false});
    QCOMPARE(qRed(texel(animation, 3)), 0);
    QCOMPARE(qRed(texel(animation, 0)), 255);
  }
};

QTEST_APPLESS_MAIN(TestUiParts)
#include "test_ui_parts.moc"
