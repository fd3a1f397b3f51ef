#include "history_index.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>
#include <QtCore/QVariant>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <algorithm>
#include <utility>

namespace lpd::studio {

namespace {

constexpr int kCorrupt = 11;       // SQLITE_CORRUPT
constexpr int kNotADatabase = 26;  // SQLITE_NOTADB
const QString kMemory = QStringLiteral("memory:");
const QString kColumns = QStringLiteral(
    "file, class_index, class_name, model, model_sha256, seed, image_index, order_kind, steps, guidance, temperature, "
    "created, seconds, starred, kind");

[[noreturn]] void fail(const QSqlError& error) {
  const int code = error.nativeErrorCode().toInt() & 0xff;  // the rest tells variants apart
  throw IndexError(error.databaseText().isEmpty() ? error.text() : error.databaseText(),
                   code == kCorrupt || code == kNotADatabase);
}

QString list(const QList<qint64>& ids) {
  QStringList texts;
  texts.reserve(ids.size());
  for (const qint64 id : ids)
    texts << QString::number(id);
  return texts.join(QLatin1Char(','));
}

}  // namespace

/// A query that throws.
class HistoryIndex::Statement {
 public:
  Statement(const QSqlDatabase& database, const QString& sql) : m_query(database) {
    m_query.setForwardOnly(true);
    if (!m_query.prepare(sql)) fail(m_query.lastError());
  }
  Statement& bind(const QVariant& value) {
    m_query.addBindValue(value);
    return *this;
  }
  Statement& run() {
    if (!m_query.exec()) fail(m_query.lastError());
    return *this;
  }
  bool next() {
    if (m_query.next()) return true;
    if (m_query.lastError().isValid()) fail(m_query.lastError());
    return false;
  }
  int affected() const { return m_query.numRowsAffected(); }
  QVariant value(int column) const { return m_query.value(column); }
  qint64 number(int column) const { return m_query.value(column).toLongLong(); }
  QString text(int column) const { return m_query.value(column).toString(); }

 private:
  QSqlQuery m_query;
};

HistoryRow rowOf(const QString& file, const ImageRecord& record, const HistoryFacts& facts) {
  const std::string_view order = toString(record.orderKind);
  return {.file = file,
          .classIndex = record.classIndex,
          .className = QString::fromStdString(record.className),
          .model = QString::fromStdString(record.modelName),
          .modelSha256 = QString::fromStdString(record.modelSha256),
          .seed = QString::number(record.seed),
          .imageIndex = record.index,
          .order = QString::fromLatin1(order.data(), static_cast<qsizetype>(order.size())),
          .steps = record.steps(),
          .guidance = record.guidance.scale,
          .temperature = record.sampling.temperature,
          .createdMs = facts.createdMs,
          .seconds = facts.seconds,
          .starred = facts.starred,
          .kind = facts.kind};
}

HistoryIndex::HistoryIndex(const QString& place) : m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
  try {
    open(place);
  } catch (...) {
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
    throw;
  }
}

HistoryIndex::~HistoryIndex() {
  m_database.close();
  m_database = QSqlDatabase();
  QSqlDatabase::removeDatabase(m_connection);
}

void HistoryIndex::open(const QString& place) {
  const bool inMemory = place.startsWith(kMemory);
  m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
  if (!m_database.isValid()) throw IndexError(QStringLiteral("Qt's SQLite driver is not installed"), false);
  QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
  if (inMemory) options += QStringLiteral(";QSQLITE_OPEN_URI");
  m_database.setConnectOptions(options);
  m_database.setDatabaseName(
      inMemory ? QStringLiteral("file:%1?mode=memory&cache=shared").arg(place.mid(kMemory.size())) : place);
  if (!m_database.open()) fail(m_database.lastError());
  if (inMemory)
    Statement(m_database, QStringLiteral("PRAGMA read_uncommitted = 1")).run();  // shared memory has no waiting
  else
    Statement(m_database, QStringLiteral("PRAGMA journal_mode = WAL")).run();
  // The pictures are the truth; a lost end of the log is found again in the folder.
  Statement(m_database, QStringLiteral("PRAGMA synchronous = NORMAL")).run();
  createTable();
}

void HistoryIndex::createTable() {
  Statement(m_database, QStringLiteral("CREATE TABLE IF NOT EXISTS pictures (id INTEGER PRIMARY KEY, "
                                       "file TEXT NOT NULL UNIQUE, class_index INTEGER, class_name TEXT, model TEXT, "
                                       "model_sha256 TEXT, seed TEXT, image_index INTEGER, order_kind TEXT, "
                                       "steps INTEGER, guidance REAL, temperature REAL, created INTEGER NOT NULL, "
                                       "seconds REAL, starred INTEGER NOT NULL, kind TEXT)"))
      .run();
  Statement(m_database, QStringLiteral("CREATE INDEX IF NOT EXISTS by_date ON pictures (created, id)")).run();
  Statement(m_database, QStringLiteral("CREATE INDEX IF NOT EXISTS by_class ON pictures (class_name, created)")).run();
}

/// One transaction: all of it or nothing.
template <class Work>
void HistoryIndex::inOneGo(Work work) {
  if (!m_database.transaction()) fail(m_database.lastError());
  try {
    work();
    if (!m_database.commit()) fail(m_database.lastError());
  } catch (...) {
    m_database.rollback();
    throw;
  }
}

QList<qint64> HistoryIndex::add(const QList<HistoryRow>& rows) {
  QList<qint64> ids;
  inOneGo([&] {
    for (const HistoryRow& row : rows) {
      Statement insert(m_database, QStringLiteral("INSERT INTO pictures (id, %1) VALUES (MAX(?, 1 + COALESCE((SELECT "
                                                  "id FROM pictures ORDER BY id DESC LIMIT 1), 0)), "
                                                  "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) "
                                                  "ON CONFLICT (file) DO UPDATE SET starred = excluded.starred "
                                                  "RETURNING id")
                                       .arg(kColumns));
      // The time: SQLite would hand out the id of the newest picture again once that is deleted, and each index would
      // begin with 1. It stays below 2^53, what a window's script can count to.
      insert.bind(QDateTime::currentMSecsSinceEpoch() * 1000);
      insert.bind(row.file).bind(row.classIndex).bind(row.className).bind(row.model).bind(row.modelSha256);
      insert.bind(row.seed).bind(row.imageIndex).bind(row.order).bind(row.steps).bind(row.guidance);
      insert.bind(row.temperature).bind(row.createdMs).bind(row.seconds).bind(row.starred ? 1 : 0).bind(row.kind);
      insert.run();
      if (insert.next()) ids << insert.number(0);
    }
  });
  return ids;
}

int HistoryIndex::remove(const QStringList& files) {
  int removed = 0;
  inOneGo([&] {
    Statement statement(m_database, QStringLiteral("DELETE FROM pictures WHERE file = ?"));
    for (const QString& file : files)
      removed += statement.bind(file).run().affected();
  });
  return removed;
}

void HistoryIndex::setStarred(const QStringList& files, bool starred) {
  inOneGo([&] {
    Statement statement(m_database, QStringLiteral("UPDATE pictures SET starred = ? WHERE file = ?"));
    for (const QString& file : files)
      statement.bind(starred ? 1 : 0).bind(file).run();
  });
}

QHash<QString, qint64> HistoryIndex::files() {
  QHash<QString, qint64> result;
  Statement query(m_database, QStringLiteral("SELECT file, id FROM pictures"));
  query.run();
  while (query.next())
    result.insert(query.text(0), query.number(1));
  return result;
}

std::vector<HistoryKey> HistoryIndex::find(const HistoryFilter& filter, const QDate& today) {
  const WhereClause where = whereClause(filter, today);
  const QString direction = filter.oldestFirst ? QStringLiteral("ASC") : QStringLiteral("DESC");
  Statement query(m_database,
                  QStringLiteral("SELECT id, created, starred FROM pictures WHERE %1 ORDER BY created %2, id %2")
                      .arg(where.sql, direction));
  for (const QVariant& value : where.values)
    query.bind(value);
  query.run();
  std::vector<HistoryKey> keys;
  while (query.next())
    keys.push_back({query.number(0), query.number(1), query.number(2) != 0});
  return keys;
}

QList<HistoryRow> HistoryIndex::rows(const QList<qint64>& ids) {
  Statement query(m_database, QStringLiteral("SELECT id, %1 FROM pictures WHERE id IN (%2)").arg(kColumns, list(ids)));
  query.run();
  QList<HistoryRow> rows;
  while (query.next())
    rows.append({.id = query.number(0),
                 .file = query.text(1),
                 .classIndex = static_cast<int>(query.number(2)),
                 .className = query.text(3),
                 .model = query.text(4),
                 .modelSha256 = query.text(5),
                 .seed = query.text(6),
                 .imageIndex = static_cast<int>(query.number(7)),
                 .order = query.text(8),
                 .steps = static_cast<int>(query.number(9)),
                 .guidance = query.value(10).toDouble(),
                 .temperature = query.value(11).toDouble(),
                 .createdMs = query.number(12),
                 .seconds = query.value(13).toDouble(),
                 .starred = query.number(14) != 0,
                 .kind = query.text(15)});
  return rows;
}

HistoryCounts HistoryIndex::counts() {
  HistoryCounts counts;
  Statement totals(m_database, QStringLiteral("SELECT COUNT(*), TOTAL(starred), TOTAL(kind = 'race'), MIN(steps), "
                                              "MAX(steps) FROM pictures"));
  if (totals.run().next()) {
    counts.all = static_cast<int>(totals.number(0));
    counts.starred = static_cast<int>(totals.number(1));
    counts.race = static_cast<int>(totals.number(2));
    counts.fewestSteps = static_cast<int>(totals.number(3));
    counts.mostSteps = static_cast<int>(totals.number(4));
  }
  // SQLite gives the other columns of the row that has the maximum.
  Statement subjects(m_database, QStringLiteral("SELECT class_name, COUNT(*), file, MAX(created) FROM pictures "
                                                "GROUP BY class_name ORDER BY COUNT(*) DESC, class_name"));
  subjects.run();
  while (subjects.next())
    counts.subjects.append({subjects.text(0), static_cast<int>(subjects.number(1)), subjects.text(2)});
  const auto distinct = [this](const QString& column) {
    QStringList values;
    Statement query(m_database, QStringLiteral("SELECT DISTINCT %1 FROM pictures ORDER BY %1").arg(column));
    query.run();
    while (query.next())
      values << query.text(0);
    return values;
  };
  counts.orders = distinct(QStringLiteral("order_kind"));
  counts.models = distinct(QStringLiteral("model"));
  return counts;
}

qint64 HistoryIndex::version() {
  Statement query(m_database, QStringLiteral("PRAGMA data_version"));
  return query.run().next() ? query.number(0) : 0;
}

void HistoryIndex::check() {
  Statement query(m_database, QStringLiteral("PRAGMA quick_check(1)"));
  if (!query.run().next() || query.text(0) != QLatin1String("ok"))
    throw IndexError(QStringLiteral("the index is damaged"), true);
}

/// Only the one connection of a database can do that: it throws while there is another, of this program or any.
bool HistoryIndex::leaveWal() {
  Statement query(m_database, QStringLiteral("PRAGMA journal_mode = DELETE"));
  return query.run().next() && query.text(0) == QLatin1String("delete");
}

bool HistoryIndex::removeUnused(const QString& file) {
  if (!QFile::exists(file)) return true;
  try {
    HistoryIndex index(file);
    const QStringList names = index.files().keys();
    const QString folder = QFileInfo(file).path();
    const auto isThere = [&](const QString& name) { return QFile::exists(folder + QLatin1Char('/') + name); };
    if (std::any_of(names.begin(), names.end(), isThere) || !index.leaveWal()) return false;
  } catch (const IndexError&) {
    return false;
  }
  return QFile::remove(file);
}

}  // namespace lpd::studio
