#pragma once

#include <QtCore/QDate>
#include <QtCore/QString>
#include <QtCore/QVariantList>

namespace lpd::studio {

/// Which pictures of the history to show, and in which order.
struct HistoryFilter {
  QString search;  ///< as typed; see whereClause
  bool starredOnly = false;
  QString kind;         ///< "generated", "race"; empty = all
  QString subject;      ///< class name as stored; empty = all
  QString order;        ///< the order's word; empty = all
  QString model;        ///< model name; empty = all
  int fewestSteps = 0;  ///< 0 = no bound
  int mostSteps = 0;    ///< 0 = no bound
  bool oldestFirst = false;
  bool operator==(const HistoryFilter&) const = default;
};

/// An SQL condition over the table `pictures` and the values of its placeholders.
struct WhereClause {
  QString sql;  ///< never empty
  QVariantList values;
};

/// The condition for a filter. What is typed is a list of words that must all hold:
///   sailboat           part of the class, the model or the order's name
///   20                 a number of steps, a seed, or the beginning of a seed
///   284 119 073        a seed, as the window writes it
///   2026, 2026-11, 2026-11-23, today, yesterday
///   seed:284119073 steps:20 steps:8-32 order:raster model:scenes class:fish kind:race date:2026-11
/// A part may stand in quotes: class:"desert dunes".
WhereClause whereClause(const HistoryFilter& filter, const QDate& today);

}  // namespace lpd::studio
