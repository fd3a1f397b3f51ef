// What the window says where something does not work, and what it runs to show a file.
#include "core_text.h"
#include "language.h"
#include "problem_text.h"
#include "reveal.h"

#include <lpd/error.h>
#include <lpd/files.h>
#include <lpd/model_info.h>
#include <lpd/request.h>
#include <lpd/weights.h>

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <functional>
#include <system_error>

using namespace lpd::studio;

Q_DECLARE_METATYPE(std::function<void()>)

class StudioProblemsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhatIsWrongAndHowToMendIt();
  void advisesNothingOnlyTheCommandLineHas_data();
  void advisesNothingOnlyTheCommandLineHas();
  void hasWordsForEveryOptionCoreNames();
  void knowsOnlySentencesThatCoreWrites();
  void speaksEnglishAsCoreDoes();
  void speaksGermanWhereverCoreFails_data();
  void speaksGermanWhereverCoreFails();
  void saysTheKindOfWhatItDoesNotKnow();
  void isNotHeldUpByALongText();
  void leavesWhatTheStudioSays();
  void asksTheFileManagerToShowAFile();

 private:
  QTemporaryDir m_folder;
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

/// Every text of core that names an option can be advised in the window, too. Training and
/// evaluation have no window.
void StudioProblemsTest::hasWordsForEveryOptionCoreNames() {
  static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\n]|\\\\.)*)\""));
  static const QRegularExpression option(QStringLiteral("(^|[\\s(])--[a-z]"));
  int found = 0;
  QDirIterator files(QStringLiteral(LPD_CORE_SOURCES), {QStringLiteral("*.cpp")}, QDir::Files,
                     QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.fileName().contains(QLatin1String("/training/")) || file.fileName().contains(QLatin1String("evaluation")))
      continue;
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

/// A sentence that core does not write any more would never be met again.
void StudioProblemsTest::knowsOnlySentencesThatCoreWrites() {
  static const QRegularExpression joined(QStringLiteral("\"\\s*\"")), filledIn(QStringLiteral("%\\d")),
      composed(QStringLiteral("^(the checkpoint|cannot) |:$"));  // put in front of, or behind, many a text
  QString core;
  QDirIterator files(QStringLiteral(LPD_CORE_SOURCES), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                     QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    QVERIFY(file.open(QFile::ReadOnly));
    core += QString::fromUtf8(file.readAll())
                .replace(QLatin1String("\\\""), QLatin1String("\1"))
                .remove(joined)
                .replace(QLatin1Char('\1'), QLatin1Char('"'));
  }
  for (int number = 1; number < 134; ++number)  // what the operating system says
    core += QString::fromStdString(std::generic_category().message(number)) + QLatin1Char('\n');
  const QStringList sentences = coreSentences();
  QVERIFY(sentences.size() > 100);
  for (const QString& sentence : sentences)
    for (const QString& part : sentence.split(filledIn)) {
      const QString words = part.trimmed();
      QVERIFY2(words.size() < 4 || core.contains(words) || core.contains(QString(words).remove(composed)),
               qPrintable(sentence));
    }
}

void StudioProblemsTest::speaksEnglishAsCoreDoes() {
  for (const char* text : {"cannot write /a %1/b.png: No space left on device", "/m/model.json: 'grid' is missing",
                           "generating: memory is exhausted", "something never heard of"})
    QCOMPARE(coreText(QString::fromLatin1(text)), QString::fromLatin1(text));
}

void StudioProblemsTest::speaksGermanWhereverCoreFails_data() {
  QTest::addColumn<std::function<void()>>("work");
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("hint");
  const auto row = [](const char* name, std::function<void()> work, const char* text, const char* hint) {
    QTest::newRow(name) << std::move(work) << QString::fromUtf8(text) << QString::fromUtf8(hint);
  };
  const QString folder = m_folder.path();
  const auto file = [folder](const char* name, const QByteArray& content) {
    QFile written(folder + QLatin1Char('/') + QLatin1String(name));
    if (!written.open(QFile::WriteOnly) || written.write(content) != content.size()) qFatal("no room for a test");
    return written.fileName().toStdString();
  };
  row(
      "a model that is gone", [] { lpd::readModelInfo("/nowhere/model"); }, "Es gibt keinen Ordner /nowhere/model", "");
  file("model.json", "{");
  row(
      "a damaged model", [folder] { lpd::readModelInfo(folder.toStdString()); },
      "FOLDER/model.json: ist kein gültiges JSON", "");
  row(
      "a file that is gone", [] { lpd::WeightFile::open("/nowhere/a.pth"); }, "Es gibt keine Datei /nowhere/a.pth", "");
  row(
      "weights of another kind", [weights = file("a.pth", "Dear diary")] { lpd::WeightFile::open(weights); },
      "FOLDER/a.pth: ist weder eine Safetensors-Datei noch ein Torch-Checkpoint",
      "Gelesen werden Dateien, die auf .safetensors, .pth, .pt oder .ckpt enden");
  row(
      "an empty file", [weights = file("b.pth", "")] { lpd::WeightFile::open(weights); },
      "FOLDER/b.pth: die Datei ist leer", "Sie noch einmal herunterladen oder kopieren");
  row(
      "a folder that is missing", [] { lpd::AtomicFile("/nowhere/a.png"); },
      "/nowhere/a.png kann nicht geschrieben werden: es gibt die Datei oder den Ordner nicht",
      "Zuerst den Ordner /nowhere anlegen");
  row(
      "a place that may not be written", [] { lpd::failToWrite("/locked/a.png", EACCES); },
      "/locked/a.png kann nicht geschrieben werden: keine Berechtigung",
      "Einen Ordner wählen, in den geschrieben werden darf");
  row(
      "a file in a folder's place", [] { lpd::AtomicFile("/dev/full/a.png"); },
      "/dev/full/a.png kann nicht geschrieben werden: ein Teil des Pfades ist kein Ordner",
      "/dev/full ist eine Datei: einen Ordner wählen");
  row(
      "a device in a file's place", [] { lpd::AtomicFile("/dev/full"); }, "/dev/full ist ein Gerät, keine Datei",
      "Den Namen einer Datei angeben");
  row(
      "memory",
      [] {
        throw lpd::Error(lpd::ErrorCode::OutOfMemory, "generating: memory is exhausted",
                         "use a smaller batch or fewer images at once");
      },
      "Beim Erzeugen: der Speicher reicht nicht", "Weniger Bilder auf einmal erzeugen");
  const auto refused = [row](const char* name, auto change, const char* text, const char* hint) {
    row(
        name,
        [change] {
          lpd::GenerationRequest request;
          request.classes = {0};
          change(request);
          request.validate({16, 16}, 10);
        },
        text, hint);
  };
  refused(
      "steps", [](auto& request) { request.plan.steps = 300; },
      "256 Stellen können nicht in 300 Schritten gemacht werden", "");
  refused(
      "proximity", [](auto& request) { request.plan.proximity = -1; }, "Nähe muss mindestens 0 sein", "");
  refused(
      "sizes",
      [](auto& request) {
        request.plan.groupSizes = {3, 4};
      },
      "Die Gruppengrößen ergeben zusammen 7, nicht 256", "");
  refused(
      "a size",
      [](auto& request) {
        request.plan.groupSizes = {3, 0};
      },
      "Die Gruppengrößen: Schritt 1 hat die Größe 0", "");
  refused(
      "an order",
      [](auto& request) {
        request.plan.orders = {{1, 2}};
      },
      "Reihenfolge 0 hat 2 Stellen, nicht 256", "");
  refused(
      "a class", [](auto& request) { request.classes = {10}; }, "Es gibt keine Klasse 10", "");
  refused(
      "top-p", [](auto& request) { request.sampling.topP = 0; }, "Top-p 0 liegt außerhalb des Bereichs", "");
}

void StudioProblemsTest::speaksGermanWhereverCoreFails() {
  QFETCH(std::function<void()>, work);
  QFETCH(QString, text);
  QFETCH(QString, hint);
  const Language german(localeOf(QStringLiteral("de"), QLocale::c()));
  try {
    work();
    QFAIL("nothing failed");
  } catch (const lpd::Error& error) {
    const ProblemText problem = problemText(error);
    QCOMPARE(problem.text, text.replace(QLatin1String("FOLDER"), m_folder.path()));
    if (!hint.isEmpty()) QCOMPARE(problem.hint, hint);
  }
}

void StudioProblemsTest::saysTheKindOfWhatItDoesNotKnow() {
  const lpd::Error odd(lpd::ErrorCode::InvalidFile, "a.pth: newly invented");
  QCOMPARE(problemText(odd).text, QStringLiteral("A.pth: newly invented"));
  const Language german(localeOf(QStringLiteral("de"), QLocale::c()));
  QCOMPARE(problemText(odd).text, QStringLiteral("Eine Datei ist nicht zu gebrauchen: a.pth: newly invented"));
  QCOMPARE(problemText(std::runtime_error("odd")).text, QStringLiteral("Ein unerwarteter Fehler: odd"));
}

void StudioProblemsTest::isNotHeldUpByALongText() {
  const QString text = QStringLiteral("a: is missing b: ").repeated(200);
  QCOMPARE(coreText(text), text);
  const QString path = QStringLiteral("/a: b/").repeated(50) + QStringLiteral("model.json: is not valid JSON");
  const Language german(localeOf(QStringLiteral("de"), QLocale::c()));
  QVERIFY(coreText(path).endsWith(QStringLiteral("model.json: ist kein gültiges JSON")));
}

void StudioProblemsTest::leavesWhatTheStudioSays() {
  const Language german(localeOf(QStringLiteral("de"), QLocale::c()));
  const SaidError said(lpd::ErrorCode::Io, QStringLiteral("So ist es"), QStringLiteral("Was nun"));
  QCOMPARE(problemText(said).text, QStringLiteral("So ist es"));
  QCOMPARE(problemText(said).hint, QStringLiteral("Was nun"));
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
