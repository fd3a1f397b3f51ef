// What the window says where something does not work, and what it runs to show a file.
#include "problem_text.h"
#include "reveal.h"

#include <lpd/error.h>

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

using namespace lpd::studio;

class StudioProblemsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhatIsWrongAndHowToMendIt();
  void advisesNothingOnlyTheCommandLineHas_data();
  void advisesNothingOnlyTheCommandLineHas();
  void hasWordsForEveryOptionCoreNames();
  void asksTheFileManagerToShowAFile();
};

void StudioProblemsTest::saysWhatIsWrongAndHowToMendIt() {
  const ProblemText problem = problemText(lpd::Error(lpd::ErrorCode::Io, "the disk is full", "free some disk space"));
  QCOMPARE(problem.text, QStringLiteral("The disk is full"));
  QCOMPARE(problem.hint, QStringLiteral("Free some disk space"));
  const ProblemText foreign = problemText(std::runtime_error("odd"));
  QCOMPARE(foreign.text, QStringLiteral("Odd"));
  QCOMPARE(foreign.hint, QString());
}

void StudioProblemsTest::advisesNothingOnlyTheCommandLineHas_data() {
  QTest::addColumn<QString>("hint");
  QTest::addColumn<QString>("shown");
  QTest::newRow("plain") << "give 1 to 8, or 0 for all cores"
                         << "Give 1 to 8, or 0 for all cores";
  QTest::newRow("a hyphen") << "a well-known folder - say -1 or so"
                            << "A well-known folder - say -1 or so";
  QTest::newRow("known") << "add --force to replace it"
                         << "Choose another name, or remove what is there first";
  QTest::newRow("unknown") << "go on with --newly-invented"
                           << "";
  QTest::newRow("a command") << "import one with lpd import"
                             << "";
}

void StudioProblemsTest::advisesNothingOnlyTheCommandLineHas() {
  QFETCH(QString, hint);
  QTEST(windowHint(hint.toStdString()), "shown");
}

/// Every text of core that names an option can be advised in the window, too. Training has no window.
void StudioProblemsTest::hasWordsForEveryOptionCoreNames() {
  static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\n]|\\\\.)*)\""));
  static const QRegularExpression option(QStringLiteral("(^|[\\s(])--[a-z]"));
  int found = 0;
  QDirIterator files(QStringLiteral(LPD_CORE_SOURCES), {QStringLiteral("*.cpp")}, QDir::Files,
                     QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.fileName().contains(QLatin1String("/training/"))) continue;
    QVERIFY(file.open(QFile::ReadOnly));
    const QString source = QString::fromUtf8(file.readAll());
    for (auto texts = literal.globalMatch(source); texts.hasNext();) {
      const QString text = texts.next().captured(1);
      if (!option.match(text).hasMatch()) continue;
      ++found;
      const QString shown = windowHint(text.toStdString());
      QVERIFY2(!shown.isEmpty() && !shown.contains(QLatin1String("--")), qPrintable(file.fileName() + ": " + text));
    }
  }
  QVERIFY2(found >= 3, "the sources were not found");
}

void StudioProblemsTest::asksTheFileManagerToShowAFile() {
  const RevealCommand command = revealCommand(QStringLiteral("/pictures/a fish, red #1.png"));
  QCOMPARE(command.program, QStringLiteral("dbus-send"));
  QVERIFY(command.arguments.contains(QStringLiteral("--dest=org.freedesktop.FileManager1")));
  QVERIFY(command.arguments.contains(QStringLiteral("org.freedesktop.FileManager1.ShowItems")));
  // What is in a name means nothing to dbus-send or to a URL.
  QCOMPARE(command.arguments[6], QStringLiteral("array:string:file:///pictures/a%20fish%2C%20red%20%231.png"));
  QCOMPARE(command.arguments.size(), 8);
}

QTEST_GUILESS_MAIN(StudioProblemsTest)
#include "test_studio_problems.moc"
