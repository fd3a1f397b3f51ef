#include "reveal.h"

#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

namespace lpd::studio {

RevealCommand revealCommand(const QString& file) {
  // A comma would end the array's entry: dbus-send has no other way to write one.
  const QString url =
      QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded).replace(QLatin1Char(','), QLatin1String("%2C"));
  return {QStringLiteral("dbus-send"),
          {QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--type=method_call"),
           QStringLiteral("--dest=org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
           QStringLiteral("org.freedesktop.FileManager1.ShowItems"), QStringLiteral("array:string:") + url,
           QStringLiteral("string:")}};
}

void revealInFolder(const QString& file) {
  const auto openFolder = [folder = QUrl::fromLocalFile(QFileInfo(file).absolutePath())] {
    QDesktopServices::openUrl(folder);
  };
  auto* call = new QProcess;
  QObject::connect(call, &QProcess::finished, call, [call, openFolder](int code) {
    if (code != 0) openFolder();
    call->deleteLater();
  });
  QObject::connect(call, &QProcess::errorOccurred, call, [call, openFolder](QProcess::ProcessError error) {
    if (error != QProcess::FailedToStart) return;
    openFolder();
    call->deleteLater();
  });
  const RevealCommand command = revealCommand(file);
  call->start(command.program, command.arguments);
}

}  // namespace lpd::studio
