#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace lpd::studio {

/// What is run to have the file manager point at a file (freedesktop.org's FileManager1).
struct RevealCommand {
  QString program;
  QStringList arguments;
};
RevealCommand revealCommand(const QString& file);

/// Runs it; where no file manager answers, opens the file's folder.
void revealInFolder(const QString& file);

}  // namespace lpd::studio
