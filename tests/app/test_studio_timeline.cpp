#include "timeline.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using lpd::studio::Timeline;

namespace {

QString states(const Timeline& timeline) {
  QString text;
  for (int row = 0; row < timeline.rowCount(); ++row)
    text += timeline.data(timeline.index(row), Timeline::StateRole).toString().at(0);
  return text;
}

}  // namespace

class StudioTimelineTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void showsAFinishedPictureWhole();
  void seeksWithinWhatIsMade_data();
  void seeksWithinWhatIsMade();
  void stepsForthAndBack();
  void playsFromTheStartWhenAtTheEnd();
  void playsFasterAtHigherSpeed();
  void changesSpeedWhilePlaying();
  void loopsUntilPaused();
  void followsThePictureBeingMade();
  void followsNoFasterThanCanBeWatched();
  void showsManyStepsInTheTimeOfFew();
  void standsAtTheEndOfWhatItCaughtUpWith();
  void leavesThePictureBeingMadeWhenThePersonGoesBack();
  void catchesUpWithThePictureBeingMade();
  void marksTheStepBeingMadeAsCurrent();
  void hasNothingToPlayWithoutAPicture();
  void clampsItsSpeed();
  void peeksWithoutMovingThePlayhead();
  void endsPeekingWhenThePlayheadMoves();

 private:
  std::unique_ptr<Timeline> m_timeline;
  const QList<int> m_sizes{1, 3, 5, 7};
  const QList<qreal> m_ms{10, 11, 12, 13};
};

void StudioTimelineTest::init() {
  m_timeline = std::make_unique<Timeline>();
  new QAbstractItemModelTester(m_timeline.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                               m_timeline.get());
}

void StudioTimelineTest::showsAFinishedPictureWhole() {
  m_timeline->setPicture(m_sizes, m_ms, false);
  QCOMPARE(m_timeline->stepCount(), 4);
  QCOMPARE(m_timeline->shownSteps(), 4);
  QCOMPARE(m_timeline->largestGroup(), 7);
  QVERIFY(!m_timeline->live());
  QCOMPARE(states(*m_timeline), QStringLiteral("dddc"));
  const QModelIndex third = m_timeline->index(2);
  QCOMPARE(m_timeline->data(third, Timeline::StepRole).toInt(), 3);
  QCOMPARE(m_timeline->data(third, Timeline::SizeRole).toInt(), 5);
  QCOMPARE(m_timeline->data(third, Timeline::MsRole).toReal(), 12.0);
}

void StudioTimelineTest::seeksWithinWhatIsMade_data() {
  QTest::addColumn<int>("to");
  QTest::addColumn<int>("shown");
  QTest::addColumn<QString>("rows");
  QTest::newRow("before the start") << -5 << 0 << "ffff";
  QTest::newRow("empty") << 0 << 0 << "ffff";
  QTest::newRow("first") << 1 << 1 << "cfff";
  QTest::newRow("inside") << 3 << 3 << "ddcf";
  QTest::newRow("beyond the end") << 99 << 4 << "dddc";
}

void StudioTimelineTest::seeksWithinWhatIsMade() {
  QFETCH(int, to);
  m_timeline->setPicture(m_sizes, m_ms, false);
  m_timeline->seek(2);
  m_timeline->seek(to);
  QTEST(m_timeline->shownSteps(), "shown");
  QTEST(states(*m_timeline), "rows");
}

void StudioTimelineTest::stepsForthAndBack() {
  m_timeline->setPicture(m_sizes, m_ms, false);
  m_timeline->first();
  QCOMPARE(m_timeline->shownSteps(), 0);
  m_timeline->previous();
  QCOMPARE(m_timeline->shownSteps(), 0);
  m_timeline->next();
  m_timeline->next();
  QCOMPARE(m_timeline->shownSteps(), 2);
  m_timeline->last();
  m_timeline->next();
  QCOMPARE(m_timeline->shownSteps(), 4);
}

void StudioTimelineTest::playsFromTheStartWhenAtTheEnd() {
  m_timeline->setPicture(m_sizes, m_ms, false);
  m_timeline->setSpeed(8);
  QList<int> shown;
  connect(m_timeline.get(), &Timeline::shownStepsChanged, this, [&] { shown << m_timeline->shownSteps(); });
  m_timeline->play();
  QVERIFY(m_timeline->playing());
  QTRY_VERIFY(!m_timeline->playing());
  QCOMPARE(shown, QList<int>({0, 1, 2, 3, 4}));
}

void StudioTimelineTest::playsFasterAtHigherSpeed() {
  m_timeline->setPicture(m_sizes, m_ms, false);
  const auto playOnce = [this](double speed) {
    m_timeline->setSpeed(speed);
    QSignalSpy ends(m_timeline.get(), &Timeline::playingChanged);
    QElapsedTimer clock;
    clock.start();
    m_timeline->play();
    while (m_timeline->playing())
      QTest::qWait(1);
    return clock.elapsed();
  };
  const qint64 atOne = playOnce(1);
  const qint64 atFour = playOnce(4);
  QVERIFY2(atOne >= 4 * Timeline::kStepMs, qPrintable(QString::number(atOne)));
  QVERIFY2(atFour >= Timeline::kStepMs, qPrintable(QString::number(atFour)));
  QVERIFY2(atFour < atOne, qPrintable(QString::number(atFour)));
}

void StudioTimelineTest::changesSpeedWhilePlaying() {
  m_timeline->setPicture(m_sizes, m_ms, false);
  m_timeline->setSpeed(0.25);
  m_timeline->play();
  m_timeline->setSpeed(8);
  QTRY_VERIFY_WITH_TIMEOUT(!m_timeline->playing(), 1900);  // four steps at 0.25 would take 1920 ms
  QCOMPARE(m_timeline->shownSteps(), 4);
}

void StudioTimelineTest::loopsUntilPaused() {
  m_timeline->setPicture(m_sizes, m_ms, false);
  m_timeline->setSpeed(8);
  m_timeline->setLoop(true);
  int starts = 0;
  connect(m_timeline.get(), &Timeline::shownStepsChanged, this, [&] { starts += m_timeline->shownSteps() == 0; });
  m_timeline->play();
  QTRY_VERIFY(starts >= 2);
  QVERIFY(m_timeline->playing());
  m_timeline->toggle();
  QVERIFY(!m_timeline->playing());
}

void StudioTimelineTest::followsThePictureBeingMade() {
  m_timeline->setPicture(m_sizes, {}, true);
  QVERIFY(m_timeline->live());
  m_timeline->setProgress({10}, true);
  QCOMPARE(m_timeline->shownSteps(), 1);
  m_timeline->setProgress({10, 11, 12}, true);
  QCOMPARE(m_timeline->shownSteps(), 3);
  m_timeline->setProgress(m_ms, false);
  QCOMPARE(m_timeline->shownSteps(), 4);
  QVERIFY(!m_timeline->live());
}

void StudioTimelineTest::followsNoFasterThanCanBeWatched() {
  m_timeline->setPaced(true);
  m_timeline->setPicture(m_sizes, {}, true);
  QList<int> shown;
  connect(m_timeline.get(), &Timeline::shownStepsChanged, this, [&] { shown << m_timeline->shownSteps(); });
  QElapsedTimer clock;
  clock.start();
  m_timeline->setProgress({10, 11}, true);
  QCOMPARE(m_timeline->shownSteps(), 1);  // the first at once
  QVERIFY(m_timeline->live());
  m_timeline->setProgress(m_ms, false);
  QVERIFY(!m_timeline->live());
  QVERIFY(m_timeline->playing());
  QTRY_VERIFY(!m_timeline->playing());
  QCOMPARE(shown, QList<int>({1, 2, 3, 4}));
  QVERIFY2(clock.elapsed() >= 3 * Timeline::kFollowMs, qPrintable(QString::number(clock.elapsed())));
  m_timeline->setPicture(m_sizes, {10}, true);
  m_timeline->setProgress(m_ms, false);
  m_timeline->pause();
  QTest::qWait(2 * Timeline::kFollowMs);
  QCOMPARE(m_timeline->shownSteps(), 2);
}

void StudioTimelineTest::showsManyStepsInTheTimeOfFew() {
  m_timeline->setPaced(true);
  m_timeline->setPicture(QList<int>(256, 1), {}, true);
  int changes = 0;
  connect(m_timeline.get(), &Timeline::shownStepsChanged, this, [&] { ++changes; });
  QElapsedTimer clock;
  clock.start();
  m_timeline->setProgress(QList<qreal>(256, 1.0), false);
  QTRY_VERIFY(!m_timeline->playing());
  QCOMPARE(m_timeline->shownSteps(), 256);
  QVERIFY2(changes > 50 && changes < 128, qPrintable(QString::number(changes)));
  QVERIFY2(clock.elapsed() > Timeline::kLongestFollowMs / 2, qPrintable(QString::number(clock.elapsed())));
}

/// Even where replays are repeated: nobody asked for one yet.
void StudioTimelineTest::standsAtTheEndOfWhatItCaughtUpWith() {
  m_timeline->setLoop(true);
  m_timeline->setPaced(true);
  m_timeline->setPicture(m_sizes, {}, true);
  m_timeline->setProgress(m_ms, false);
  QVERIFY(m_timeline->playing());
  QTRY_VERIFY(!m_timeline->playing());
  QCOMPARE(m_timeline->shownSteps(), static_cast<int>(m_sizes.size()));
}

void StudioTimelineTest::leavesThePictureBeingMadeWhenThePersonGoesBack() {
  m_timeline->setPicture(m_sizes, {10, 11}, true);
  m_timeline->previous();
  QVERIFY(!m_timeline->live());
  m_timeline->setProgress({10, 11, 12}, true);
  QCOMPARE(m_timeline->shownSteps(), 1);
  m_timeline->last();
  QVERIFY(m_timeline->live());
  QCOMPARE(m_timeline->shownSteps(), 3);
}

void StudioTimelineTest::catchesUpWithThePictureBeingMade() {
  m_timeline->setPicture(m_sizes, {10, 11, 12}, true);
  m_timeline->first();
  m_timeline->setSpeed(8);
  m_timeline->play();
  QTRY_VERIFY(m_timeline->live());
  QVERIFY(!m_timeline->playing());
  QCOMPARE(m_timeline->shownSteps(), 3);
}

void StudioTimelineTest::marksTheStepBeingMadeAsCurrent() {
  m_timeline->setPicture(m_sizes, {10, 11}, true);
  QCOMPARE(states(*m_timeline), QStringLiteral("ddcf"));
  m_timeline->setProgress({10, 11}, false);  // cancelled
  QCOMPARE(states(*m_timeline), QStringLiteral("dcff"));
}

void StudioTimelineTest::hasNothingToPlayWithoutAPicture() {
  m_timeline->play();
  QVERIFY(!m_timeline->playing());
  m_timeline->seek(3);
  QCOMPARE(m_timeline->shownSteps(), 0);
}

void StudioTimelineTest::clampsItsSpeed() {
  m_timeline->setSpeed(100);
  QCOMPARE(m_timeline->speed(), 8.0);
  m_timeline->setSpeed(0);
  QCOMPARE(m_timeline->speed(), 0.25);
  m_timeline->setSpeed(qQNaN());
  QCOMPARE(m_timeline->speed(), 0.25);
}

void StudioTimelineTest::peeksWithoutMovingThePlayhead() {
  m_timeline->setPicture(m_sizes, m_ms, false);
  QSignalSpy visible(m_timeline.get(), &Timeline::visibleStepsChanged);
  QSignalSpy shown(m_timeline.get(), &Timeline::shownStepsChanged);
  m_timeline->setPeekedSteps(2);
  QCOMPARE(m_timeline->visibleSteps(), 2);
  QCOMPARE(m_timeline->shownSteps(), 4);
  QCOMPARE(visible.count(), 1);
  m_timeline->setPeekedSteps(-1);
  QCOMPARE(m_timeline->visibleSteps(), 4);
  QCOMPARE(shown.count(), 0);
  m_timeline->setPicture(m_sizes, {10, 11}, true);
  m_timeline->setPeekedSteps(4);
  QCOMPARE(m_timeline->visibleSteps(), 2);  // nothing is to be seen of what is not made
  m_timeline->setPeekedSteps(99);
  QCOMPARE(m_timeline->peekedSteps(), 4);
}

void StudioTimelineTest::endsPeekingWhenThePlayheadMoves() {
  m_timeline->setPicture(m_sizes, m_ms, false);
  m_timeline->setPeekedSteps(2);
  m_timeline->previous();
  QCOMPARE(m_timeline->visibleSteps(), 3);
  m_timeline->setPeekedSteps(2);
  m_timeline->play();
  QCOMPARE(m_timeline->peekedSteps(), -1);
  m_timeline->setPeekedSteps(1);
  QCOMPARE(m_timeline->visibleSteps(), m_timeline->shownSteps());  // not while it plays
  m_timeline->pause();
  m_timeline->setPeekedSteps(1);
  m_timeline->setPicture(m_sizes, m_ms, false);
  QCOMPARE(m_timeline->visibleSteps(), 4);
}

QTEST_GUILESS_MAIN(StudioTimelineTest)
#include "test_studio_timeline.moc"
