// Tests read the English texts, whatever the machine speaks.
#include "language.h"

#include <QtCore/QCoreApplication>

namespace {

void speakEnglish() {
  new lpd::studio::Language(lpd::studio::localeOf(QStringLiteral("en"), QLocale::c()), QCoreApplication::instance());
}

}  // namespace

Q_COREAPP_STARTUP_FUNCTION(speakEnglish)
