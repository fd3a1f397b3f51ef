// The translations are whole, and the real window speaks them.
#include "language.h"
#include "preferences.h"
#include "studio_app.h"
#include "studio_window.h"
#include "wording.h"

#include <QtCore/QDirIterator>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QCursor>
#include <QtGui/QScreen>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtTest/QtTest>

#include <algorithm>

using namespace lpd::studio;

namespace {

const QString kFolder = QStringLiteral(LPD_RESOURCES "/translations/");

struct Message {
  QString source;
  QStringList translations;  ///< one, or one a plural form
  bool plural = false;
  bool finished = true;
};

QString fileOf(const QString& language) {
  return QStringLiteral("lpd-studio_%1.ts").arg(language);
}

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QList<Message> messagesOf(const QString& language) {
  QXmlStreamReader xml(contentOf(kFolder + fileOf(language)));
  QList<Message> messages;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("message")) {
      messages.append(Message());
      messages.last().plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    } else if (xml.name() == QLatin1String("source")) {
      messages.last().source = xml.readElementText();
    } else if (xml.name() == QLatin1String("translation")) {
      messages.last().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
      if (!messages.last().plural) messages.last().translations << xml.readElementText();
    } else if (xml.name() == QLatin1String("numerusform")) {
      messages.last().translations << xml.readElementText();
    }
  }
  return xml.hasError() ? QList<Message>() : messages;
}

/// The parts of a text that are no words: %1, %n, {seed}, *.png, &File's &.
QStringList placeholdersOf(const QString& text) {
  static const QRegularExpression form(QStringLiteral("%\\d|%n|%L\\d|\\{\\w+\\}|\\*\\.\\w+|&(?=\\w)"));
  QStringList found;
  for (auto match = form.globalMatch(text); match.hasNext();)
    found << match.next().captured();
  found.sort();
  return found;
}

QQuickItem* findItem(QQuickItem* root, const QString& name) {
  if (root->objectName() == name) return root;
  const QList<QQuickItem*> children = root->childItems();
  for (QQuickItem* child : children)
    if (QQuickItem* found = findItem(child, name)) return found;
  return nullptr;
}

/// Texts that are shown and do not fit.
QStringList cutOff(const QQuickItem* root) {
  QStringList texts;
  const QList<QQuickItem*> children = root->childItems();
  for (const QQuickItem* child : children) {
    if (!child->isVisible()) continue;
    const double wanted = child->property("implicitWidth").toDouble();
    const bool says = child->inherits("QQuickText") && !child->property("text").toString().isEmpty();
    if (says && (child->property("truncated").toBool() || wanted > child->width() + 1) &&
        child->property("lineCount").toInt() < 2)
      texts << child->property("text").toString();
    texts << cutOff(child);
  }
  return texts;
}

/// What is open over the window, tips aside; null where nothing is.
const QQuickItem* openSheet(const QQuickItem* root) {
  const QList<QQuickItem*> children = root->childItems();
  for (const QQuickItem* child : children) {
    if (!child->inherits("QQuickOverlay") || !child->isVisible()) continue;
    const QList<QQuickItem*> open = child->childItems();
    for (const QQuickItem* popup : open)
      if (popup->isVisible() && popup->height() > 160 && popup->inherits("QQuickPopupItem")) return popup;
  }
  return nullptr;
}

struct Painted {
  const QQuickItem* item;
  QRectF place;  ///< in the scene, no more than is seen
  bool text;
};

/// Texts and controls that are seen.
void collect(const QQuickItem* item, const QRectF& seen, QList<Painted>& found) {
  if (!item->isVisible() || item->opacity() < 0.05) return;
  QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
  const bool text = item->inherits("QQuickText") && !item->property("text").toString().trimmed().isEmpty();
  if (text) {
    const double width = item->property("contentWidth").toDouble(), height = item->property("contentHeight").toDouble();
    const int alignment = item->property("effectiveHorizontalAlignment").toInt();
    const double left = alignment == Qt::AlignRight     ? item->width() - width
                        : alignment == Qt::AlignHCenter ? (item->width() - width) / 2
                                                        : item->property("leftPadding").toDouble();
    place = item->mapRectToScene(QRectF(left, (item->height() - height) / 2, width, height));
  }
  if (text || item->inherits("QQuickAbstractButton") || item->inherits("QQuickSlider") ||
      item->inherits("QQuickTextInput"))
    if (const QRectF part = place.intersected(seen); part.width() > 1 && part.height() > 1)
      found.append({item, part, text});
  const QList<QQuickItem*> children = item->childItems();
  for (const QQuickItem* child : children)
    collect(child, item->clip() ? seen.intersected(place) : seen, found);
}

/// Texts that run into another text or a control.
QStringList overlaps(const QQuickItem* root) {
  QList<Painted> painted;
  collect(root, root->mapRectToScene(QRectF(0, 0, root->width(), root->height())), painted);
  QStringList found;
  for (const Painted& one : painted)
    for (const Painted& other : painted) {
      if (!one.text || one.item == other.item || other.item->isAncestorOf(one.item)) continue;
      const QRectF both = one.place.intersected(other.place);
      if (both.width() < 2 || both.height() < 5) continue;
      found << one.item->property("text").toString() + QStringLiteral(" <-> ") +
                   other.item->property("text").toString() + other.item->objectName();
    }
  return found;
}

/// The real program with settings of its own.
struct Started {
  QTemporaryDir folder;
  StudioApp studio{StudioOptions{.model = {},
                                 .modelsFolder = QStringLiteral(LPD_RESOURCES "/models"),
                                 .historyFolder = {},
                                 .settingsFile = folder.filePath(QStringLiteral("settings.ini")),
                                 .presetsFolder = folder.path(),
                                 .welcome = true}};
  QQmlApplicationEngine engine;
  QQuickWindow* window =
      openWindow(engine, studio) ? qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()) : nullptr;
};

}  // namespace

class LanguageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QQuickStyle::setStyle(QStringLiteral("Fusion")); }
  void everyTextIsTranslated_data();
  void everyTextIsTranslated();
  void translationsKeepWhatIsFilledIn_data() { everyTextIsTranslated_data(); }
  void translationsKeepWhatIsFilledIn();
  void nothingWasAddedSinceTheTranslationsWereMade_data() { everyTextIsTranslated_data(); }
  void nothingWasAddedSinceTheTranslationsWereMade();
  void lupdateSeesEveryText();
  void followsTheSystemWhereItsLanguageIsHere();
  void remembersTheLanguage();
  void theWindowSpeaksTheLanguage_data();
  void theWindowSpeaksTheLanguage();
  void germanFitsTheSmallWindow_data();
  void germanFitsTheSmallWindow();
  void writesFilesTheSameInEveryLanguage();
};

void LanguageTest::everyTextIsTranslated_data() {
  QTest::addColumn<QString>("language");
  for (const QString& language : languages())
    QTest::newRow(qPrintable(language)) << language;
}

void LanguageTest::everyTextIsTranslated() {
  QFETCH(QString, language);
  const QList<Message> messages = messagesOf(language);
  QVERIFY(messages.size() > (language == QLatin1String("en") ? 20 : 500));
  for (const Message& message : messages) {
    QVERIFY2(message.finished, qPrintable(message.source));
    QCOMPARE(message.translations.size(), message.plural ? 2 : 1);
    for (const QString& text : message.translations)
      QVERIFY2(!text.trimmed().isEmpty(), qPrintable(message.source));
  }
}

void LanguageTest::translationsKeepWhatIsFilledIn() {
  QFETCH(QString, language);
  const QList<Message> messages = messagesOf(language);
  for (const Message& message : messages)
    for (const QString& text : message.translations) {
      QStringList wanted = placeholdersOf(message.source);
      const bool singular = message.plural && &text == &message.translations.constFirst();
      if (singular && !text.contains(QLatin1String("%n"))) wanted.removeAll(QStringLiteral("%n"));  // "one"
      QVERIFY2(placeholdersOf(text) == wanted, qPrintable(message.source + QStringLiteral(" -> ") + text));
    }
}

void LanguageTest::nothingWasAddedSinceTheTranslationsWereMade() {
  QFETCH(QString, language);
  QTemporaryDir folder;
  const QString copy = folder.filePath(fileOf(language));
  QVERIFY(QFile::copy(kFolder + fileOf(language), copy));
  QStringList arguments = QStringLiteral(LPD_LUPDATE_ARGUMENTS).split(QLatin1Char('|'));
  arguments << QStringLiteral("-target-language") << language;
  if (language == QLatin1String("en")) arguments << QStringLiteral("-pluralonly");
  QProcess lupdate;
  lupdate.start(QStringLiteral(LPD_LUPDATE), arguments << QStringLiteral("-ts") << copy);
  QVERIFY(lupdate.waitForFinished());
  QCOMPARE(lupdate.exitCode(), 0);
  QCOMPARE(QString::fromUtf8(lupdate.readAllStandardError()), QString());
  QVERIFY2(contentOf(copy) == contentOf(kFolder + fileOf(language)),
           "build the target update_translations, and translate what is new");
}

/// Its parser loses its way now and then, and says nothing.
void LanguageTest::lupdateSeesEveryText() {
  QStringList known;
  const QList<Message> messages = messagesOf(QStringLiteral("de"));
  for (const Message& message : messages)
    known << message.source;
  static const QRegularExpression call(
      QStringLiteral("\\b(?:(?:qsTr|tr)\\(\\s*|(?:translate|QT_TRANSLATE_NOOP)\\(\\s*\"\\w+\",\\s*)"
                     "\"((?:[^\"\\\\]|\\\\.)+)\""));
  int found = 0;
  const QStringList arguments = QStringLiteral(LPD_LUPDATE_ARGUMENTS).split(QLatin1Char('|'));
  for (const QString& folder : arguments) {
    if (!folder.startsWith(QLatin1Char('/'))) continue;
    QDirIterator files(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.qml")}, QDir::Files);
    while (files.hasNext()) {
      const QString content = QString::fromUtf8(contentOf(files.next()));
      for (auto match = call.globalMatch(content); match.hasNext(); ++found) {
        const QString text = match.next().captured(1).replace(QLatin1String("\\\""), QLatin1String("\""));
        const bool seen =
            std::any_of(known.begin(), known.end(), [&](const QString& source) { return source.startsWith(text); });
        QVERIFY2(seen, qPrintable(files.fileName() + QStringLiteral(": ") + text));
      }
    }
  }
  QVERIFY(found > 500);
}

void LanguageTest::followsTheSystemWhereItsLanguageIsHere() {
  const QString system = QStringLiteral("system");
  QCOMPARE(localeOf(system, QLocale(QStringLiteral("de_AT"))).name(), QStringLiteral("de_AT"));
  QCOMPARE(localeOf(system, QLocale(QStringLiteral("fr_FR"))).language(), QLocale::English);
  QCOMPARE(localeOf(system, QLocale::c()).language(), QLocale::English);
  QCOMPARE(localeOf(QStringLiteral("de"), QLocale(QStringLiteral("fr_FR"))).name(), QStringLiteral("de_DE"));
  QCOMPARE(localeOf(QStringLiteral("en"), QLocale(QStringLiteral("en_GB"))).name(), QStringLiteral("en_GB"));
}

void LanguageTest::remembersTheLanguage() {
  QTemporaryDir folder;
  QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
  Preferences preferences(settings);
  QCOMPARE(preferences.language(), QStringLiteral("system"));
  preferences.setLanguage(QStringLiteral("tlh"));
  QCOMPARE(preferences.language(), QStringLiteral("system"));
  preferences.setLanguage(QStringLiteral("de"));
  QVERIFY(preferences.languageWaits());  // the tests speak English
  QCOMPARE(Preferences::storedLanguage(settings), QStringLiteral("de"));
  preferences.setLanguage(QStringLiteral("en"));
  QVERIFY(!preferences.languageWaits());
}

void LanguageTest::theWindowSpeaksTheLanguage_data() {
  QTest::addColumn<QString>("code");
  QTest::addColumn<QString>("generate");
  QTest::addColumn<QString>("order");
  QTest::addColumn<QString>("guidance");
  QTest::addColumn<bool>("translated");
  QTest::newRow("English") << "en"
                           << "Generate"
                           << "Random"
                           << "2.5" << false;
  QTest::newRow("German") << "de"
                          << "Erzeugen"
                          << "Zufall"
                          << "2,5" << true;
}

void LanguageTest::theWindowSpeaksTheLanguage() {
  QFETCH(QString, code);
  const Language language(localeOf(code, QLocale::c()));
  Started started;
  QVERIFY(started.window);
  StudioApp& studio = started.studio;
  QQuickWindow* window = started.window;
  QVERIFY(QTest::qWaitForWindowExposed(window));
  studio.plan()->setGuidance(2.5);
  QQuickItem* generate = findItem(window->contentItem(), QStringLiteral("generateButton"));
  QVERIFY(generate);
  QTEST(generate->property("text").toString(), "generate");
  QTEST(orderLabel(lpd::OrderKind::Random), "order");
  QTEST(decimalText(2.5, 1), "guidance");
  QQuickItem* slider = findItem(window->contentItem(), QStringLiteral("guidanceSlider"));
  QVERIFY(slider);
  for (slider = slider->parentItem(); slider && !slider->property("valueText").isValid();)
    slider = slider->parentItem();
  QVERIFY(slider);
  QTEST(slider->property("valueText").toString(), "guidance");
  QTRY_COMPARE_WITH_TIMEOUT(studio.models()->state(), ModelLibrary::State::Ready, 60'000);
  QTEST(!studio.models()->deviceReason().contains(QLatin1String("bf16 natively")) &&
            !studio.models()->deviceReason().contains(QLatin1String("CUDA device")),
        "translated");
}

void LanguageTest::germanFitsTheSmallWindow_data() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<double>("textScale");
  for (const auto& [size, scale] :
       {std::pair(QSize(1280, 800), 1.0), std::pair(QSize(1280, 800), 1.3), std::pair(QSize(1440, 900), 1.3)})
    QTest::addRow("%d x %d, %.0f %%", size.width(), size.height(), scale * 100) << size << scale;
}

void LanguageTest::germanFitsTheSmallWindow() {
  QFETCH(QSize, size);
  QFETCH(double, textScale);
  const Language language(localeOf(QStringLiteral("de"), QLocale::c()));
  Started started;
  QVERIFY(started.window);
  StudioApp& studio = started.studio;
  QQuickWindow* window = started.window;
  studio.preferences()->setTextScale(textScale);
  studio.preferences()->setReducedMotion(true);                 // nothing is on its way
  QCursor::setPos(window->screen()->geometry().bottomRight());  // and nothing pointed at
  window->resize(size);
  window->requestActivate();
  QVERIFY(QTest::qWaitForWindowExposed(window));
  QTRY_COMPARE_WITH_TIMEOUT(studio.controller()->state(), GenerationController::State::Ready, 60'000);
  QStringList names;  // as long as they come
  for (int index = lpd::kUnconditional; index < studio.models()->model().transformer.classCount; ++index)
    names << className(studio.models()->model(), index);
  const auto faults = [&] {
    const QQuickItem* root = window->contentItem();
    const QQuickItem* sheet = openSheet(root);
    QStringList texts = cutOff(sheet ? sheet : root);
    for (const QString& name : names)
      texts.removeAll(name);
    return texts + overlaps(sheet ? sheet : root);
  };
  const auto fits = [&](const QString& where) {
    QTest::qWait(800);
    QStringList found = faults();
    for (int again = 0; again < 4 && !found.isEmpty(); ++again) {  // a number that has just changed moves its row yet
      QTest::qWait(40);
      found = faults();
    }
    return found.isEmpty() ? QString() : where + QStringLiteral(": ") + found.join(QStringLiteral(" / "));
  };
  QVERIFY(studio.welcome());
  QCOMPARE(fits(QStringLiteral("the start page")), QString());
  studio.endWelcome();
  QCOMPARE(fits(QStringLiteral("before the first picture")), QString());
  studio.plan()->setImageCount(2);
  studio.controller()->generate();
  QTRY_COMPARE_WITH_TIMEOUT(studio.timeline()->live(), true, 60'000);
  QCOMPARE(fits(QStringLiteral("while it is made")), QString());
  QTRY_VERIFY_WITH_TIMEOUT(studio.pictures()->count() == 2 && studio.picture()->finished(), 60'000);
  for (const char* page : {"create", "race", "gallery", "models"}) {
    studio.setPage(QString::fromLatin1(page));
    QCOMPARE(fits(studio.page()), QString());
  }
  studio.setPage(QStringLiteral("gallery"));
  QTRY_VERIFY(studio.gallery()->model()->count() > 0);
  studio.gallery()->selection()->moveTo(0);
  QTRY_VERIFY(studio.gallery()->details()->hasPicture());
  QCOMPARE(fits(QStringLiteral("a picture of the gallery")), QString());
  studio.setPage(QStringLiteral("create"));
  studio.picture()->setSelectedPosition(100);
  QCOMPARE(fits(QStringLiteral("a patch")), QString());
  for (const auto& [key, modifiers] : {std::pair(Qt::Key_E, Qt::KeyboardModifiers(Qt::ControlModifier)),
                                       std::pair(Qt::Key_Comma, Qt::KeyboardModifiers(Qt::ControlModifier)),
                                       std::pair(Qt::Key_K, Qt::KeyboardModifiers(Qt::ControlModifier)),
                                       std::pair(Qt::Key_O, Qt::KeyboardModifiers(Qt::ControlModifier)),
                                       std::pair(Qt::Key_F1, Qt::KeyboardModifiers())}) {
    const QString name = QKeySequence(key | modifiers).toString();
    QTest::keyClick(window, key, modifiers);
    QVERIFY2(QTest::qWaitFor([&] { return openSheet(window->contentItem()) != nullptr; }), qPrintable(name));
    QCOMPARE(fits(name), QString());
    QTest::keyClick(window, Qt::Key_Escape);
    QVERIFY2(QTest::qWaitFor([&] { return openSheet(window->contentItem()) == nullptr; }), qPrintable(name));
  }
}

void LanguageTest::writesFilesTheSameInEveryLanguage() {
  QByteArray written;
  for (const QString& code : languages()) {
    const Language language(localeOf(code, QLocale::c()));
    QTemporaryDir folder;
    StudioOptions options;
    options.settingsFile = folder.filePath(QStringLiteral("settings.ini"));
    options.presetsFolder = folder.path();
    {
      StudioApp studio(options);
      studio.plan()->setSeed(7);
      studio.plan()->setGuidance(2.5);
      QVERIFY(studio.presets()->save(QStringLiteral("mine")));
      studio.preferences()->setTextScale(1.15);
    }
    const QByteArray content =
        contentOf(folder.filePath(QStringLiteral("mine.json"))) + contentOf(options.settingsFile);
    QVERIFY(content.contains("2.5") && content.contains("1.15"));
    if (!written.isEmpty()) QCOMPARE(content, written);
    written = content;
  }
}

QTEST_MAIN(LanguageTest)
#include "test_language.moc"
