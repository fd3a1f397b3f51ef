#include "star_writer.h"

#include "core_text.h"
#include "history_file.h"
#include "problem_text.h"

#include <QtCore/QFile>

namespace lpd::studio {

void StarWriter::write(const QStringList& files, bool starred) {
  const bool idle = m_waiting.isEmpty();
  for (const QString& file : files)
    m_waiting.insert(file, starred);
  if (idle) QMetaObject::invokeMethod(this, &StarWriter::writeNext, Qt::QueuedConnection);
}

void StarWriter::finish(const QStringList& files) {
  for (const QString& file : files)
    if (const auto waiting = m_waiting.constFind(file); waiting != m_waiting.constEnd()) writeOne(file, *waiting);
}

void StarWriter::finishAll(int atMost) {
  for (int i = 0; i < atMost && !m_waiting.isEmpty(); ++i)
    writeOne(m_waiting.constBegin().key(), *m_waiting.constBegin());
}

void StarWriter::writeNext() {
  finishAll(1);
  if (!m_waiting.isEmpty()) QMetaObject::invokeMethod(this, &StarWriter::writeNext, Qt::QueuedConnection);
}

/// The index knows all stars, so one that cannot be written is not lost yet; the others would fail as this one did.
void StarWriter::writeOne(const QString& name, bool starred) {
  const QString file = name;  // the name may be one of m_waiting's
  m_waiting.remove(file);
  if (!QFile::exists(file)) return;
  try {
    if (auto picture = readHistoryFile(file, false)) {
      picture->facts.starred = starred;
      rewriteFacts(file, picture->facts);
    }
  } catch (const std::exception& error) {
    m_waiting.clear();
    const QString hint = problemText(error).hint;
    Q_EMIT failed(tr("The star is not in the picture's file: %1").arg(coreText(error)),
                  hint.isEmpty() ? tr("Look whether its folder may be written") : hint);
  }
}

}  // namespace lpd::studio
