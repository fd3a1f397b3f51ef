#include "history_query.h"

#include "gallery_model.h"
#include "wording.h"

#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>

#include <optional>
#include <utility>

namespace lpd::studio {

namespace {

/// A word as typed, and the key it was given with ("seed" in "seed:12"), if any.
struct Term {
  QString key;
  QString text;
};

bool isDigits(const QString& text) {
  for (const QChar c : text)
    if (c < QLatin1Char('0') || c > QLatin1Char('9')) return false;
  return !text.isEmpty();
}

/// "284 119 073" is one number: a group of one to three digits and at least two of exactly three.
QString joinGroupedDigits(const QString& text) {
  static const QRegularExpression grouped(
      QStringLiteral("(?<![\\d-])\\d{1,3}(?:[ \u00a0\u2009\u202f]\\d{3}){2,}(?![\\d-])"));
  QString result = text;
  QRegularExpressionMatchIterator matches = grouped.globalMatch(text);
  while (matches.hasNext()) {
    const QString found = matches.next().captured();
    QString joined = found;
    joined.remove(QRegularExpression(QStringLiteral("\\D")));
    result.replace(found, joined);
  }
  return result;
}

QList<Term> termsOf(const QString& typed) {
  static const QRegularExpression part(QStringLiteral("(?:(\\p{L}+):)?(?:\"([^\"]*)\"?|([^\\s\"]+))"),
                                       QRegularExpression::UseUnicodePropertiesOption);
  QList<Term> terms;
  QRegularExpressionMatchIterator matches = part.globalMatch(joinGroupedDigits(typed));
  while (matches.hasNext()) {
    const QRegularExpressionMatch match = matches.next();
    const QString text = (match.captured(2) + match.captured(3)).trimmed();
    if (!text.isEmpty()) terms.append({match.captured(1).toLower(), text});
  }
  return terms;
}

class Conditions {
 public:
  void add(const QString& sql, const QVariantList& values = {}) {
    m_sql << QLatin1Char('(') + sql + QLatin1Char(')');
    m_values << values;
  }
  WhereClause clause() const {
    return {m_sql.isEmpty() ? QStringLiteral("1") : m_sql.join(QLatin1String(" AND ")), m_values};
  }

 private:
  QStringList m_sql;
  QVariantList m_values;
};

/// "%text%" with LIKE's own signs taken literally (ESCAPE '\').
QString containing(QString text) {
  text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
      .replace(QLatin1Char('%'), QLatin1String("\\%"))
      .replace(QLatin1Char('_'), QLatin1String("\\_"));
  return QLatin1Char('%') + text + QLatin1Char('%');
}

/// The words of orders whose word or name holds `text`.
QStringList ordersLike(const QString& text) {
  QStringList words;
  for (const OrderKind kind : kOrderKinds) {
    const std::string_view word = toString(kind);
    const QString name = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    if (name.startsWith(text, Qt::CaseInsensitive) || orderLabel(kind).startsWith(text, Qt::CaseInsensitive))
      words << name;
  }
  return words;
}

QString orderCondition(const QStringList& words, QVariantList& values) {
  QStringList marks;
  for (const QString& word : words) {
    marks << QStringLiteral("?");
    values << word;
  }
  return QStringLiteral("order_kind IN (%1)").arg(marks.join(QLatin1Char(',')));
}

using Days = std::pair<QDate, QDate>;  // first day, and the day after the last

std::optional<Days> daysOf(const QString& text, const QDate& today) {
  const auto means = [&](const char* word, const QString& inOurLanguage) {
    return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0 ||
           text.compare(inOurLanguage, Qt::CaseInsensitive) == 0;
  };
  if (means("today", GalleryModel::tr("Today"))) return Days{today, today.addDays(1)};
  if (means("yesterday", GalleryModel::tr("Yesterday"))) return Days{today.addDays(-1), today};
  static const QRegularExpression form(QStringLiteral("^(\\d{4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?-?$"));
  const QRegularExpressionMatch match = form.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const int year = match.captured(1).toInt();
  const bool hasMonth = !match.captured(2).isEmpty();
  const bool hasDay = !match.captured(3).isEmpty();
  const QDate first(year, hasMonth ? match.captured(2).toInt() : 1, hasDay ? match.captured(3).toInt() : 1);
  if (!first.isValid() || year < 2000 || year > 2999) return std::nullopt;
  return Days{first, hasDay ? first.addDays(1) : hasMonth ? first.addMonths(1) : first.addYears(1)};
}

QVariantList milliseconds(const Days& days) {
  return {days.first.startOfDay().toMSecsSinceEpoch(), days.second.startOfDay().toMSecsSinceEpoch()};
}

const QString kBetweenDays = QStringLiteral("created >= ? AND created < ?");

void addWord(Conditions& conditions, const QString& text) {
  QString sql = QStringLiteral("class_name LIKE ? ESCAPE '\\' OR model LIKE ? ESCAPE '\\'");
  QVariantList values{containing(text), containing(text)};
  const QStringList orders = ordersLike(text);
  if (!orders.isEmpty()) sql += QLatin1String(" OR ") + orderCondition(orders, values);
  conditions.add(sql, values);
}

void addNumber(Conditions& conditions, const QString& digits, const QDate& today) {
  QString sql = QStringLiteral("steps = ? OR seed = ?");
  QVariantList values{digits.toLongLong(), digits};
  if (digits.size() >= 3) {
    sql += QStringLiteral(" OR seed LIKE ?");
    values << digits + QLatin1Char('%');
  }
  if (const std::optional<Days> days = daysOf(digits, today)) {
    sql += QLatin1String(" OR ") + kBetweenDays;
    values << milliseconds(*days);
  }
  conditions.add(sql, values);
}

bool addSteps(Conditions& conditions, const QString& text) {
  const QStringList bounds = text.split(QLatin1Char('-'));
  if (bounds.size() > 2 || !isDigits(bounds.first()) || !isDigits(bounds.last())) return false;
  conditions.add(QStringLiteral("steps BETWEEN ? AND ?"), {bounds.first().toInt(), bounds.last().toInt()});
  return true;
}

/// False where the key is unknown or its value makes no sense: then the term counts as plain words.
bool addKeyed(Conditions& conditions, const Term& term, const QDate& today) {
  if (term.key == QLatin1String("steps")) return addSteps(conditions, term.text);
  if (term.key == QLatin1String("seed")) {
    conditions.add(QStringLiteral("seed = ?"), {term.text});
  } else if (term.key == QLatin1String("class") || term.key == QLatin1String("subject")) {
    conditions.add(QStringLiteral("class_name LIKE ? ESCAPE '\\'"), {containing(term.text)});
  } else if (term.key == QLatin1String("model")) {
    conditions.add(QStringLiteral("model LIKE ? ESCAPE '\\'"), {containing(term.text)});
  } else if (term.key == QLatin1String("kind")) {
    conditions.add(QStringLiteral("kind = ?"), {term.text.toLower()});
  } else if (term.key == QLatin1String("order")) {
    const QStringList orders = ordersLike(term.text);
    QVariantList values;
    if (orders.isEmpty()) return false;
    const QString sql = orderCondition(orders, values);
    conditions.add(sql, values);
  } else if (term.key == QLatin1String("date")) {
    const std::optional<Days> days = daysOf(term.text, today);
    if (!days) return false;
    conditions.add(kBetweenDays, milliseconds(*days));
  } else {
    return false;
  }
  return true;
}

void addTerm(Conditions& conditions, const Term& term, const QDate& today) {
  if (!term.key.isEmpty()) {
    if (!addKeyed(conditions, term, today)) addWord(conditions, term.key + QLatin1Char(':') + term.text);
  } else if (isDigits(term.text)) {
    addNumber(conditions, term.text, today);
  } else if (const std::optional<Days> days = daysOf(term.text, today)) {
    conditions.add(kBetweenDays, milliseconds(*days));
  } else {
    addWord(conditions, term.text);
  }
}

}  // namespace

WhereClause whereClause(const HistoryFilter& filter, const QDate& today) {
  Conditions conditions;
  if (filter.starredOnly) conditions.add(QStringLiteral("starred = 1"));
  if (!filter.kind.isEmpty()) conditions.add(QStringLiteral("kind = ?"), {filter.kind});
  if (!filter.subject.isEmpty()) conditions.add(QStringLiteral("class_name = ?"), {filter.subject});
  if (!filter.order.isEmpty()) conditions.add(QStringLiteral("order_kind = ?"), {filter.order});
  if (!filter.model.isEmpty()) conditions.add(QStringLiteral("model = ?"), {filter.model});
  if (filter.fewestSteps > 0) conditions.add(QStringLiteral("steps >= ?"), {filter.fewestSteps});
  if (filter.mostSteps > 0) conditions.add(QStringLiteral("steps <= ?"), {filter.mostSteps});
  for (const Term& term : termsOf(filter.search))
    addTerm(conditions, term, today);
  return conditions.clause();
}

}  // namespace lpd::studio
