#include "app/studio_fixture.h"
#include "class_model.h"
#include "class_thumbnails.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace lpd::studio;
using lpd::studio::test::describedModel;

namespace {

QStringList names(const ClassModel& model) {
  QStringList list;
  for (int row = 0; row < model.rowCount(); ++row)
    list << model.data(model.index(row), ClassModel::NameRole).toString();
  return list;
}

}  // namespace

class StudioClassesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void offersAllSubjectsAndAnySubjectLast();
  void bestMatchesComeFirst();
  void matchesAnywhereWhateverTheCase_data();
  void matchesAnywhereWhateverTheCase();
  void tellsWhichOneIsSelected();
  void cutsThumbnailsFromTheStrip();
};

void StudioClassesTest::offersAllSubjectsAndAnySubjectLast() {
  ClassModel model;
  QCOMPARE(model.count(), 0);
  model.setModel(describedModel(16, {"sailboat", "fish"}));
  QCOMPARE(names(model), QStringList({"Sailboat", "Fish", "Any subject"}));
  QCOMPARE(model.totalCount(), 2);
  QCOMPARE(model.data(model.index(2), ClassModel::ClassIndexRole).toInt(), -1);
  QCOMPARE(model.nameOf(1), QStringLiteral("Fish"));
  QCOMPARE(model.nameOf(7), QString());
  QCOMPARE(model.thumbnailOf(0), QString());
}

void StudioClassesTest::bestMatchesComeFirst() {
  ClassModel model;
  model.setModel(describedModel(16, {"speedboat", "life boat", "hot-boat race", "boat house", "boat", "fish"}));
  model.setFilter(QStringLiteral("boat"));
  QCOMPARE(names(model), QStringList({"Boat", "Boat house", "Life boat", "Hot-boat race", "Speedboat"}));
}

void StudioClassesTest::matchesAnywhereWhateverTheCase_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QStringList>("found");
  QTest::newRow("upper case") << "FISH" << QStringList({"Fish"});
  QTest::newRow("inside a word") << "ailb" << QStringList({"Sailboat"});
  QTest::newRow("spaces around") << "  dunes " << QStringList({"Desert dunes"});
  QTest::newRow("across words") << "rt du" << QStringList({"Desert dunes"});
  QTest::newRow("any") << "any" << QStringList({"Any subject"});
  QTest::newRow("nothing") << "zebra" << QStringList();
  QTest::newRow("a pattern is taken literally") << ".*" << QStringList();
}

void StudioClassesTest::matchesAnywhereWhateverTheCase() {
  QFETCH(QString, typed);
  ClassModel model;
  model.setModel(describedModel(16));
  QSignalSpy counts(&model, &ClassModel::countChanged);
  model.setFilter(typed);
  QTEST(names(model), "found");
  QCOMPARE(counts.size(), 1);
  model.setFilter(QString());
  QCOMPARE(model.count(), 4);
}

void StudioClassesTest::tellsWhichOneIsSelected() {
  ClassModel model;
  model.setModel(describedModel(16));
  QSignalSpy changes(&model, &ClassModel::dataChanged);
  model.setSelected({2});
  QCOMPARE(changes.size(), 2);  // the old one and the new one
  QVERIFY(!model.data(model.index(0), ClassModel::SelectedRole).toBool());
  QVERIFY(model.data(model.index(2), ClassModel::SelectedRole).toBool());
}

void StudioClassesTest::cutsThumbnailsFromTheStrip() {
  QTemporaryDir folder;
  QImage strip(64, 128, QImage::Format_RGB32);
  strip.fill(Qt::red);
  for (int y = 64; y < 128; ++y)
    for (int x = 0; x < 64; ++x)
      strip.setPixel(x, y, qRgb(0, 0, 255));
  QVERIFY(strip.save(folder.filePath(QStringLiteral("classes.png"))));
  lpd::ModelInfo info = describedModel(16, {"one", "two", "three"});
  info.folder = folder.path().toStdString();

  auto thumbnails = std::make_shared<ClassThumbnails>();
  thumbnails->setModels({{info.folder, info, {}}});
  ClassModel model;
  model.setModel(info);
  const QString url = model.thumbnailOf(1);
  QCOMPARE(url, QStringLiteral("image://classes/described-16/1"));

  ClassImageProvider provider(thumbnails);
  QSize size;
  const QImage second = provider.requestImage(url.mid(url.indexOf("described")), &size, {});
  QCOMPARE(size, QSize(64, 64));
  QCOMPARE(second.pixel(10, 10), qRgb(0, 0, 255));
  QVERIFY(provider.requestImage(QStringLiteral("described-16/2"), &size, {}).isNull());  // beyond the strip
  QVERIFY(provider.requestImage(QStringLiteral("described-16/-1"), &size, {}).isNull());
  QVERIFY(provider.requestImage(QStringLiteral("unknown/0"), &size, {}).isNull());
  QVERIFY(provider.requestImage(QStringLiteral("nonsense"), &size, {}).isNull());
}

QTEST_GUILESS_MAIN(StudioClassesTest)
#include "test_studio_classes.moc"
