#pragma once

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
ProblemText problemText(const std::exception& error);
QString windowHint(const std::string& hint);

}  // namespace lpd::studio
