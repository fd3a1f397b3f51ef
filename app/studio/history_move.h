#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <functional>
#include <vector>

namespace lpd::studio {

/// Takes the pictures of one folder into another. Until removeOriginals(), the old folder holds all it held; undo()
/// leaves the new one as it was found.
class HistoryMove {
  Q_DECLARE_TR_FUNCTIONS(HistoryMove)

 public:
  using Progress = std::function<bool(int done, int all)>;  ///< false = stop

  /// Absolute paths.
  HistoryMove(const QString& from, const QString& to);

  QString target() const { return m_to; }
  /// Makes the new folder where need be. Throws lpd::Error where it cannot hold a history.
  void check();
  /// Brings over what is not there yet; false where it was stopped. Throws lpd::Error. What has come over by then stays
  /// until undo().
  bool copy(const Progress& progress);
  struct Missed {
    int count = 0;
    QString reason;  ///< of the last one
  };
  /// The same to the end, whatever happens to some of them. They stay in the old folder.
  Missed copyRest();
  void undo();
  /// Removes from the old folder what is in the new one; returns how many pictures could not be removed.
  int removeOriginals();
  int taken() const { return static_cast<int>(m_taken.size()); }
  QHash<QString, QString> renamed() const;  ///< new name by old one, of those whose name was taken

 private:
  struct Taken {
    QString name;       ///< in the old folder
    QString newName;    ///< in the new one
    QDateTime changed;  ///< as it was when it came over
    bool made = true;   ///< false: it was there already
  };
  void take(const QString& name);
  bool hasArrived(const Taken& taken) const;
  void removeEmptyAround(const QString& name) const;
  std::vector<QString> missing() const;
  void checkSpace(const std::vector<QString>& names) const;

  QString m_from;
  QString m_to;
  bool m_madeFolder = false;
  std::vector<Taken> m_taken;
};

}  // namespace lpd::studio
