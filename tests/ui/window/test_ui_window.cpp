// Runs the tst_*.qml of this folder on the mock.
#include "mock_art.h"

#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest/quicktest.h>

class Setup : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void applicationAvailable() { QQuickStyle::setStyle(QStringLiteral("Fusion")); }
  void qmlEngineAvailable(QQmlEngine* engine) {
    engine->addImportPath(QStringLiteral("qrc:/mock"));
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    MockArt::installImageProvider(*engine);
  }
};

QUICK_TEST_MAIN_WITH_SETUP(ui_window, Setup)

#include "test_ui_window.moc"
