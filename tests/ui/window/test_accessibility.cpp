// Every page, sheet and popup of the window on the mock: can it be named, reached and read by everyone?
#include "mock_art.h"
#include "window_walk.h"

#include <QAccessible>
#include <QQmlApplicationEngine>
#include <QQmlContext>
#include <QQmlProperty>
#include <QQuickStyle>
#include <QSet>
#include <QtTest>

#include <memory>
#include <utility>

using namespace window_walk;

namespace {

constexpr double kNormalText = 4.5;  // WCAG 2.1, 1.4.3
constexpr double kLargeText = 3.0;   // from 24 px, or 18.66 px where it is bold
constexpr int kMostTabs = 400;

QObject* objectOf(const QObject* owner, const char* property) {
  return owner->property(property).value<QObject*>();
}

}  // namespace

class AccessibilityTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void init();
  void canBeNamedReachedAndRead_data();
  void canBeNamedReachedAndRead();
  void saysWhatThingsAre();
  void aContrastIsWhatTheStandardSays();

 private:
  bool open(const QString& place);
  bool click(const QString& name);
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(m_window, key, modifiers);
  }
  bool makePicture();
  bool makeRace();
  void fillGallery(int pictures);
  /// What can be worked with; where something floats over the page, only what is in that.
  QList<QQuickItem*> controls() const;
  QSet<const QQuickItem*> reachedByTab() const;
  QStringList withoutNameOrRole() const;
  QStringList saidToBeSomethingElse() const;
  QStringList iconsThatSayNothing() const;
  QStringList notReachedByTab() const;
  QStringList hardToRead(const char* theme, int& measured) const;

  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
  QObject* m_studio = nullptr;
};

void AccessibilityTest::initTestCase() {
  QQuickStyle::setStyle(QStringLiteral("Fusion"));
  QAccessible::setActive(true);
}

/// A window of its own for every place: nothing is left open from the one before.
void AccessibilityTest::init() {
  m_window = nullptr;
  m_engine = std::make_unique<QQmlApplicationEngine>();
  m_engine->addImportPath(QStringLiteral("qrc:/mock"));
  m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
  MockArt::installImageProvider(*m_engine);
  m_engine->load(QUrl::fromLocalFile(QStringLiteral(LPD_WINDOW_TESTS "/TestWindow.qml")));
  QVERIFY(!m_engine->rootObjects().isEmpty());
  m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
  QVERIFY(m_window);
  m_window->requestActivate();
  QVERIFY(QTest::qWaitForWindowActive(m_window));
  m_studio = objectOf(m_window, "studio");
  QVERIFY(m_studio);
}

void AccessibilityTest::canBeNamedReachedAndRead_data() {
  QTest::addColumn<QString>("place");
  for (const char* place : {"start",
                            "create",
                            "create with a picture",
                            "a patch explained",
                            "subjects",
                            "queue",
                            "presets",
                            "models' menu",
                            "sizes",
                            "palette",
                            "keys",
                            "settings",
                            "about",
                            "export picture",
                            "export animation",
                            "race",
                            "race made",
                            "lane",
                            "race's subjects",
                            "gallery",
                            "empty gallery",
                            "chosen pictures",
                            "comparison",
                            "models",
                            "import"})
    QTest::newRow(place) << QString::fromLatin1(place);
}

bool AccessibilityTest::click(const QString& name) {
  QQuickItem* target = nullptr;
  if (!QTest::qWaitFor([&] { return (target = itemNamed(m_window, name)) && isSeen(target); }, 5000)) return false;
  QTest::qWait(30);  // what has just appeared is laid out
  QTest::mouseClick(m_window, Qt::LeftButton, {},
                    target->mapToScene({target->width() / 2, target->height() / 2}).toPoint());
  QTest::qWait(60);
  return true;
}

bool AccessibilityTest::makePicture() {
  QObject* controller = objectOf(m_studio, "controller");
  QObject* picture = objectOf(m_studio, "picture");
  press(Qt::Key_Return, Qt::ControlModifier);
  return QTest::qWaitFor(
      [&] { return picture->property("finished").toBool() && controller->property("state").toInt() == 2; }, 10000);
}

bool AccessibilityTest::makeRace() {
  QObject* race = objectOf(m_studio, "race");
  return click(QStringLiteral("raceButton")) &&
         QTest::qWaitFor([&] { return race->property("state").toInt() == 2; }, 10000) &&
         click(QStringLiteral("raceButton"));  // paused
}

void AccessibilityTest::fillGallery(int pictures) {
  QMetaObject::invokeMethod(objectOf(m_studio, "gallery"), "fill", Q_ARG(int, pictures));
}

bool AccessibilityTest::open(const QString& place) {
  const auto page = [this](const char* name) { m_studio->setProperty("page", QString::fromLatin1(name)); };
  const auto shown = [this](const char* name) {
    return QTest::qWaitFor([&] { return itemNamed(m_window, QString::fromLatin1(name)) != nullptr; }, 5000);
  };
  if (place == QLatin1String("start")) {
    m_studio->setProperty("welcome", true);
    return shown("startSubject_1");
  }
  if (place == QLatin1String("create")) return true;
  if (place == QLatin1String("create with a picture")) return makePicture();
  if (place == QLatin1String("a patch explained")) return makePicture() && click(QStringLiteral("canvas"));
  if (place == QLatin1String("subjects")) {
    press(Qt::Key_O, Qt::ControlModifier);
    return shown("pickerTile_1");
  }
  if (place == QLatin1String("queue")) {
    objectOf(m_studio, "queue")->setProperty("paused", true);
    for (int i = 0; i < 3; ++i)
      press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Q);
    return shown("queueList");
  }
  if (place == QLatin1String("presets")) return click(QStringLiteral("presetButton")) && shown("presetList");
  if (place == QLatin1String("models' menu")) return click(QStringLiteral("modelPicker"));
  if (place == QLatin1String("sizes"))
    return makePicture() && click(QStringLiteral("zoomReadout")) && shown("zoom_400");
  if (place == QLatin1String("palette")) {
    press(Qt::Key_K, Qt::ControlModifier);
    return shown("paletteField");
  }
  if (place == QLatin1String("keys")) {
    press(Qt::Key_F1);
    return shown("key_generate");
  }
  if (place == QLatin1String("settings")) {
    press(Qt::Key_Comma, Qt::ControlModifier);
    return shown("theme_dark");
  }
  if (place == QLatin1String("about")) {
    QObject* actions = m_window->findChild<QObject*>(QStringLiteral("actions"));
    return actions && QMetaObject::invokeMethod(actions, "aboutRequested") && shown("aboutVersion");
  }
  if (place.startsWith(QLatin1String("export"))) {
    const bool moving = place.endsWith(QLatin1String("animation"));
    if (!makePicture()) return false;
    press(Qt::Key_E, Qt::ControlModifier | (moving ? Qt::ShiftModifier : Qt::NoModifier));
    return shown("exportGo");
  }
  if (place == QLatin1String("models") || place == QLatin1String("import")) {
    page("models");
    if (!shown("modelList")) return false;
    if (place == QLatin1String("import"))
      QMetaObject::invokeMethod(objectOf(m_studio, "modelImport"), "offer",
                                Q_ARG(QVariant, QVariantList({QStringLiteral("file:///lpd_l_256.pth"),
                                                              QStringLiteral("file:///vq_ds16_c2i.pt")})));
    return shown("importButton");
  }
  if (place.startsWith(QLatin1String("race")) || place == QLatin1String("lane")) {
    page("race");
    if (!shown("raceButton")) return false;
    if (place == QLatin1String("race made")) return makeRace();
    if (place == QLatin1String("lane")) return click(QStringLiteral("laneMore_0")) && shown("laneRemove_0");
    return place == QLatin1String("race") || (click(QStringLiteral("raceSubject")) && shown("pickerTile_1"));
  }
  fillGallery(place == QLatin1String("empty gallery") ? 0 : 60);
  page("gallery");
  if (place == QLatin1String("empty gallery")) return shown("emptyCreate");
  if (!shown("galleryTile_1") || !click(QStringLiteral("galleryTile_0"))) return false;
  if (place == QLatin1String("gallery")) return shown("detailsUse");
  QQuickItem* second = itemNamed(m_window, QStringLiteral("galleryTile_1"));
  QTest::mouseClick(m_window, Qt::LeftButton, Qt::ControlModifier, second->mapToScene({20, 20}).toPoint());
  if (!shown("barCompare")) return false;
  return place == QLatin1String("chosen pictures") || (click(QStringLiteral("barCompare")) && shown("compareModes"));
}

QList<QQuickItem*> AccessibilityTest::controls() const {
  QList<QQuickItem*> found;
  bool inPopup = false;
  for (QQuickItem* one : painted(rootOf(m_window))) {
    if (!isControl(one) || !one->isEnabled() || !isSeen(one)) continue;
    const auto popupOf = [](const QQuickItem* inner) {
      while (inner && !inner->inherits("QQuickPopupItem"))
        inner = inner->parentItem();
      return inner;
    };
    // What floats is painted last, and takes the keyboard.
    if (popupOf(one) && !std::exchange(inPopup, true)) found.clear();
    if (!inPopup || popupOf(one)) found << one;
  }
  return found;
}

QSet<const QQuickItem*> AccessibilityTest::reachedByTab() const {
  QSet<const QQuickItem*> seen;
  const QQuickItem* first = nullptr;
  for (int i = 0; i < kMostTabs; ++i) {
    QTest::keyClick(m_window, Qt::Key_Tab);
    const QQuickItem* now = m_window->activeFocusItem();
    if (!now) break;
    if (!first) first = now;
    if (i > 0 && now == first) break;
    for (const QQuickItem* around = now; around; around = around->parentItem())
      seen.insert(around);
  }
  return seen;
}

QStringList AccessibilityTest::withoutNameOrRole() const {
  QStringList faults;
  for (QQuickItem* control : controls()) {
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(control);
    if (!face || face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
      faults << QStringLiteral("no role: ") + nameOf(control);
    else if (face->text(QAccessible::Name).trimmed().isEmpty())
      faults << QStringLiteral("no name: ") + nameOf(control);
  }
  return faults;
}

/// Qt 6.4 gives every control the role of its type, whatever role QML asks for.
QStringList AccessibilityTest::saidToBeSomethingElse() const {
  QStringList faults;
  for (QQuickItem* one : painted(rootOf(m_window))) {
    QQmlContext* context = qmlContext(one);
    const int asked = context ? QQmlProperty(one, QStringLiteral("Accessible.role"), context).read().toInt() : 0;
    const QAccessibleInterface* face = asked ? QAccessible::queryAccessibleInterface(one) : nullptr;
    if (face && face->role() != asked)
      faults << QStringLiteral("asked for role %1, is role %2: ").arg(asked).arg(face->role()) + nameOf(one);
  }
  return faults;
}

QStringList AccessibilityTest::iconsThatSayNothing() const {
  QStringList faults;
  for (QQuickItem* control : controls()) {
    if (!control->inherits("QQuickAbstractButton") || !control->property("text").toString().isEmpty()) continue;
    if (control->inherits("QQuickSwitch")) continue;  // its words stand before it
    if (control->property("tip").toString().trimmed().isEmpty())
      faults << QStringLiteral("no tooltip: ") + nameOf(control);
  }
  return faults;
}

/// What is inside a list or a group that has the keyboard is gone to with the arrow keys, as its own tests show.
QStringList AccessibilityTest::notReachedByTab() const {
  const QList<QQuickItem*> all = controls();
  const QSet<const QQuickItem*> reached = reachedByTab();
  QStringList faults;
  for (const QQuickItem* control : all) {
    const QQuickItem* around = control;
    while (around && !(reached.contains(around) && around->activeFocusOnTab()) && !around->inherits("QQuickItemView"))
      around = around->parentItem();
    if (!around && !reached.contains(control)) faults << QStringLiteral("not reached by Tab: ") + nameOf(control);
  }
  return faults;
}

QStringList AccessibilityTest::hardToRead(const char* theme, int& measured) const {
  objectOf(m_studio, "preferences")->setProperty("theme", QString::fromLatin1(theme));
  QTest::qWait(60);
  QStringList faults;
  const QList<QQuickItem*> all = painted(rootOf(m_window));
  for (const QQuickItem* text : all) {
    if (!text->inherits("QQuickText") || !text->isEnabled() || !isSeen(text) ||
        text->property("text").toString().trimmed().isEmpty())
      continue;
    const QColor below = surfaceUnder(text, all, m_window->color());
    if (!below.isValid()) continue;
    ++measured;
    const QFont font = text->property("font").value<QFont>();
    const bool large = font.pixelSize() >= 24 || (font.pixelSize() >= 18.66 && font.weight() >= QFont::Bold);
    const QColor ink = over(text->property("color").value<QColor>(), below, opacityOf(text));
    const double ratio = contrast(ink, below);
    if (ratio < (large ? kLargeText : kNormalText))
      faults << QStringLiteral("%1, contrast %2 (%3 on %4): %5")
                    .arg(QLatin1String(theme))
                    .arg(ratio, 0, 'f', 2)
                    .arg(ink.name(), below.name(), nameOf(text));
  }
  return faults;
}

void AccessibilityTest::canBeNamedReachedAndRead() {
  QFETCH(QString, place);
  QVERIFY(open(place));
  QVERIFY(!controls().isEmpty());
  int measured = 0;
  QStringList faults = withoutNameOrRole() + saidToBeSomethingElse() + iconsThatSayNothing();
  QTest::mouseMove(m_window, {m_window->width() / 2, 2});  // nothing is hovered
  faults += hardToRead("dark", measured) + hardToRead("light", measured) + notReachedByTab();
  faults.removeDuplicates();
  for (const QString& fault : std::as_const(faults))
    qInfo("%s", qPrintable(fault));
  QVERIFY2(measured > 10, "hardly any text was found");
  QVERIFY2(faults.isEmpty(), qPrintable(QString::number(faults.size()) + QStringLiteral(" faults")));
}

/// As a screen reader hears it.
void AccessibilityTest::saysWhatThingsAre() {
  const auto face = [this](const char* name) {
    return QAccessible::queryAccessibleInterface(itemNamed(m_window, QString::fromLatin1(name)));
  };
  QCOMPARE(face("createTab")->role(), QAccessible::PageTab);
  QVERIFY(face("createTab")->state().selected);
  QVERIFY(!face("galleryTab")->state().selected);
  QCOMPARE(face("orderKind_lpd")->role(), QAccessible::RadioButton);
  QVERIFY(face("orderKind_lpd")->state().checked);
  QVERIFY(!face("orderKind_raster")->state().checked);
  QVERIFY(click(QStringLiteral("orderKind_raster")));
  QVERIFY(face("orderKind_raster")->state().checked);
  QVERIFY(!face("orderKind_lpd")->state().checked);
  QCOMPARE(face("stepsSlider")->role(), QAccessible::Slider);
  QAccessibleValueInterface* steps = face("stepsSlider")->valueInterface();
  QVERIFY(steps);
  QCOMPARE(steps->currentValue().toDouble(), 20.0);  // steps, where the slider itself goes by their logarithm
  QCOMPARE(steps->minimumValue().toDouble(), 1.0);
  QCOMPARE(steps->maximumValue().toDouble(), 256.0);
  QCOMPARE(face("guidanceSlider")->valueInterface()->maximumValue().toDouble(),
           itemNamed(m_window, QStringLiteral("guidanceSlider"))->property("to").toDouble());
}

void AccessibilityTest::aContrastIsWhatTheStandardSays() {
  QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
  QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
  QVERIFY(std::abs(contrast(QColor("#777777"), Qt::white) - 4.48) < 0.01);
  QCOMPARE(over(QColor(255, 255, 255, 128), Qt::black, 1).red(), 128);
}

QTEST_MAIN(AccessibilityTest)
#include "test_accessibility.moc"
