#include "problem_text.h"

#include "core_text.h"
#include "wording.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

namespace lpd::studio {

namespace {

/// Part of a hint for the command line, and what it means in the window.
struct Advice {
  const char* option;
  const char* words;
};
constexpr Advice kAdvice[] = {
    {"--heads",
     QT_TRANSLATE_NOOP("ProblemText", "Add the model's configuration file, which says how many heads it has")},
    {"--force", QT_TRANSLATE_NOOP("ProblemText", "Choose another name, or remove what is there first")},
    {"--models-dir", QT_TRANSLATE_NOOP("ProblemText", "Import one on the Models page")},
    {"the device 'cpu' or 'auto'", QT_TRANSLATE_NOOP("ProblemText", "Choose another device in the settings")},
};

bool namesAnOption(const QString& hint) {
  static const QRegularExpression option(QStringLiteral("(^|[\\s(])--?[a-z]|\\blpd [a-z]+"));
  return option.match(hint).hasMatch();
}

}  // namespace

QString windowHint(const std::string& hint) {
  const QString text = QString::fromStdString(hint);
  for (const Advice& advice : kAdvice)
    if (text.contains(QLatin1String(advice.option))) return QCoreApplication::translate("ProblemText", advice.words);
  return namesAnOption(text) ? QString() : capitalised(coreText(text));
}

ProblemText problemText(const std::exception& error) {
  const auto* known = dynamic_cast<const Error*>(&error);
  if (dynamic_cast<const SaidError*>(&error))
    return {QString::fromUtf8(error.what()), QString::fromStdString(known->hint())};
  return {capitalised(coreText(error)), known ? windowHint(known->hint()) : QString()};
}

}  // namespace lpd::studio
