#pragma once

#include <lpd/error.h>

#include <QtCore/QString>

#include <exception>
#include <string>

namespace lpd::studio {

/// A failure as the window shows it: one sentence and what to do, both without full stop. Core speaks to the command
/// line as well; a hint that names its options says here what can be done in the window.
struct ProblemText {
  QString text;
  QString hint;  ///< empty where nothing can be advised
};
/// One of the studio's own, said in the language of the window already.
struct SaidError : lpd::Error {
  SaidError(ErrorCode code, const QString& text, const QString& hint = {})
      : Error(code, text.toStdString(), hint.toStdString()) {}
};

ProblemText problemText(const std::exception& error);
QString windowHint(const std::string& hint);

}  // namespace lpd::studio
