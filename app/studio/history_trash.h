#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace lpd::studio {

/// The pictures deleted last, for as long as they can come back. A picture that someone wants back is never deleted
/// after that: before any file moves, the folder they are in takes a name that nothing removes, and what cannot be put
/// back stays in it until it can.
class HistoryTrash {
 public:
  /// Moves pictures of `folder` (names in it) into its trash; what was there before is then deleted for good. Returns
  /// those that could be moved. Without any, what was deleted before can still come back.
  QStringList take(const QString& folder, const QStringList& names);

  struct Returned {
    QString folder;     ///< of the pictures
    QStringList names;  ///< in it; another than before where that was taken
    int stuck = 0;      ///< pictures that stay where they are
    QString place;      ///< the folder those are in
  };
  /// Puts back what was taken last.
  Returned bringBack();
  /// What was taken last can no longer come back.
  void purge();

  /// Puts back what could not be before, and deletes what programs have left that were killed.
  static void tidy(const QString& folder);

 private:
  QString m_folder;
  QString m_place;        // of the pictures taken last
  QStringList m_names;    // of these
  bool m_wanted = false;  // they could not be brought back yet
};

}  // namespace lpd::studio
