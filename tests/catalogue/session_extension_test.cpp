// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What SQLite does silently, as our rules for the journal assume it (docs/decisions/0001). Nothing
// of Veta runs here: where a newer SQLite answers otherwise, the rule behind the test may be
// loosened.

#include <QTemporaryDir>
#include <QtTest>
#include <memory>
#include <sqlite3.h>

namespace {

struct Closer
{
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Connection = std::unique_ptr<sqlite3, Closer>;

Connection open(const QString& path, int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
{
    sqlite3* handle = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    return Connection(handle);
}

Connection memory(const char* sql)
{
    Connection connection = open(QStringLiteral(":memory:"));
    if (sqlite3_exec(connection.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(connection.get()));
    return connection;
}

int exec(const Connection& connection, const char* sql)
{
    return sqlite3_exec(connection.get(), sql, nullptr, nullptr, nullptr);
}

// The first column of the first row; "(none)" without one.
QByteArray value(const Connection& connection, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        return QByteArray("error: ") + sqlite3_errmsg(connection.get());
    QByteArray result("(none)");
    const int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        result = text != nullptr ? QByteArray(text) : QByteArray("(null)");
    } else if (code != SQLITE_DONE) {
        result = QByteArray("error: ") + sqlite3_errmsg(connection.get());
    }
    sqlite3_finalize(statement);
    return result;
}

struct Recorded
{
    int code = SQLITE_OK;
    QByteArray changeset;
};

// What a session over `table` (nullptr: all tables) makes of the statements.
Recorded record(const Connection& connection, const char* table, const char* sql)
{
    sqlite3_session* session = nullptr;
    sqlite3session_create(connection.get(), "main", &session);
    sqlite3session_attach(session, table);
    Recorded result;
    result.code = exec(connection, sql);
    if (result.code != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(connection.get()));
    int bytes = 0;
    void* buffer = nullptr;
    result.code = sqlite3session_changeset(session, &bytes, &buffer);
    if (buffer != nullptr)
        result.changeset = QByteArray(static_cast<const char*>(buffer), bytes);
    sqlite3_free(buffer);
    sqlite3session_delete(session);
    return result;
}

struct Applied
{
    int code = SQLITE_OK;
    QList<int> conflicts;
};

// Applies it, leaving out what conflicts.
Applied applyTo(const Connection& connection, const QByteArray& changeset)
{
    Applied result;
    result.code = sqlite3changeset_apply(
        connection.get(), int(changeset.size()), const_cast<char*>(changeset.constData()), nullptr,
        [](void* context, int conflict, sqlite3_changeset_iter*) {
            static_cast<QList<int>*>(context)->append(conflict);
            return SQLITE_CHANGESET_OMIT;
        },
        &result.conflicts);
    return result;
}

constexpr const char* Sites = "CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a, b);";

} // namespace

class SessionExtensionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableWithoutPrimaryKeyIsNotRecorded()
    {
        const auto connection = memory("CREATE TABLE t (a, b)");
        const Recorded recorded = record(connection, "t", "INSERT INTO t VALUES (1, 2)");
        QCOMPARE(recorded.code, SQLITE_OK);
        QVERIFY(recorded.changeset.isEmpty());
    }

    void aRowWithANullKeyIsNotRecorded()
    {
        const auto connection = memory("CREATE TABLE t (k TEXT PRIMARY KEY, a)");
        QVERIFY(record(connection, "t", "INSERT INTO t VALUES (NULL, 1)").changeset.isEmpty());
        QVERIFY(!record(connection, "t", "INSERT INTO t VALUES ('k', 1)").changeset.isEmpty());
    }

    void oneGeneratedColumnLosesTheWholeChangeset()
    {
        const auto connection = memory(
            "CREATE TABLE g (id INTEGER PRIMARY KEY NOT NULL, a, b GENERATED ALWAYS AS (a * 2));"
            "CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a)");
        const Recorded recorded =
            record(connection, nullptr,
                   "INSERT INTO t VALUES (1, 1); INSERT INTO g (id, a) VALUES (1, 1)");
        QVERIFY(recorded.changeset.isEmpty()); // the row of t is lost with it
    }

    void aTableThatIsMissingAtTheReceiverIsSkippedSilently()
    {
        const auto sender = memory(Sites);
        const auto receiver = memory("CREATE TABLE other (id INTEGER PRIMARY KEY NOT NULL)");
        const Applied applied =
            applyTo(receiver, record(sender, "t", "INSERT INTO t VALUES (1, 2, 3)").changeset);
        QCOMPARE(applied.code, SQLITE_OK);
        QVERIFY(applied.conflicts.isEmpty());
    }

    void aTableWithFewerColumnsIsSkippedSilently()
    {
        const auto sender = memory(Sites);
        const auto receiver = memory("CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a)");
        const Applied applied =
            applyTo(receiver, record(sender, "t", "INSERT INTO t VALUES (1, 2, 3)").changeset);
        QCOMPARE(applied.code, SQLITE_OK);
        QVERIFY(applied.conflicts.isEmpty());
        QCOMPARE(value(receiver, "SELECT count(*) FROM t"), QByteArray("0"));
    }

    void appendedColumnsAreHarmless()
    {
        const auto sender = memory(Sites);
        const auto receiver = memory("CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a, b, c)");
        const Applied applied =
            applyTo(receiver, record(sender, "t", "INSERT INTO t VALUES (1, 2, 3)").changeset);
        QCOMPARE(applied.code, SQLITE_OK);
        QCOMPARE(value(receiver, "SELECT id || a || b || ifnull(c, '-') FROM t"),
                 QByteArray("123-"));
    }

    void reorderedColumnsGetWrongValues()
    {
        const auto sender = memory(Sites);
        const auto receiver = memory("CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, b, a)");
        const Applied applied =
            applyTo(receiver, record(sender, "t", "INSERT INTO t VALUES (1, 'a', 'b')").changeset);
        QCOMPARE(applied.code, SQLITE_OK);
        QCOMPARE(value(receiver, "SELECT a FROM t"), QByteArray("b"));
    }

    void aCascadeComesBackAsNotFound()
    {
        constexpr const char* Schema = "PRAGMA foreign_keys = ON;"
                                       "CREATE TABLE p (id INTEGER PRIMARY KEY NOT NULL);"
                                       "CREATE TABLE c (id INTEGER PRIMARY KEY NOT NULL,"
                                       "                p REFERENCES p (id) ON DELETE CASCADE);"
                                       "INSERT INTO p VALUES (1); INSERT INTO c VALUES (2, 1);";
        const auto sender = memory(Schema);
        const auto receiver = memory(Schema);
        const Applied applied =
            applyTo(receiver, record(sender, nullptr, "DELETE FROM p").changeset);
        QVERIFY(applied.conflicts.contains(SQLITE_CHANGESET_NOTFOUND));
    }

    void anEqualEditIsReportedAsAConflict()
    {
        constexpr const char* Row = "CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a, b); "
                                    "INSERT INTO t VALUES (1, 1, 1)";
        const auto sender = memory(Row);
        const auto receiver = memory(Row);
        exec(receiver, "UPDATE t SET a = 2");
        const Applied applied =
            applyTo(receiver, record(sender, "t", "UPDATE t SET a = 2").changeset);
        QCOMPARE(applied.conflicts, QList<int>{SQLITE_CHANGESET_DATA});
    }

    void oneClashingColumnBlocksItsRow()
    {
        constexpr const char* Row = "CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, a, b); "
                                    "INSERT INTO t VALUES (1, 1, 1)";
        const auto sender = memory(Row);
        const auto receiver = memory(Row);
        exec(receiver, "UPDATE t SET a = 9");
        applyTo(receiver, record(sender, "t", "UPDATE t SET a = 2, b = 2").changeset);
        QCOMPARE(value(receiver, "SELECT b FROM t"), QByteArray("1"));
    }

    void referencesAreCheckedAfterEachChangesetEvenWhereDeferred()
    {
        // So a changeset that is one of several pieces needs an answer for it.
        constexpr const char* Schema =
            "PRAGMA foreign_keys = ON;"
            "CREATE TABLE p (id INTEGER PRIMARY KEY NOT NULL);"
            "CREATE TABLE c (id INTEGER PRIMARY KEY NOT NULL,"
            "                p REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED);";
        const auto sender = memory(Schema);
        const auto receiver = memory(Schema);
        exec(sender, "BEGIN");
        const QByteArray child = record(sender, "c", "INSERT INTO c VALUES (2, 1)").changeset;
        const QByteArray parent = record(sender, "p", "INSERT INTO p VALUES (1)").changeset;
        exec(sender, "COMMIT");
        exec(receiver, "BEGIN");
        QCOMPARE(applyTo(receiver, child).conflicts, QList<int>{SQLITE_CHANGESET_FOREIGN_KEY});
        QVERIFY(applyTo(receiver, parent).conflicts.isEmpty());
        QCOMPARE(exec(receiver, "COMMIT"), SQLITE_OK);
        QCOMPARE(value(receiver, "SELECT count(*) FROM c JOIN p ON p.id = c.p"), QByteArray("1"));
    }

    void aSessionOverEveryTableRecordsShadowTables()
    {
        // Hence: tables are attached by name, and no search index in the file.
        const auto connection = memory("CREATE VIRTUAL TABLE f USING fts5(text)");
        const Recorded recorded = record(connection, nullptr, "INSERT INTO f VALUES ('El Boleo')");
        QVERIFY(recorded.changeset.contains("f_content"));
    }

    void triggersOnVirtualTablesFailWhereTheSchemaIsNotTrusted()
    {
        for (const char* index :
             {"CREATE VIRTUAL TABLE i USING rtree(id, x0, x1);"
              "CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO i VALUES (new.id, 0, 1); END",
              "CREATE VIRTUAL TABLE i USING fts5(a);"
              "CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO i VALUES (new.a); END"}) {
            const auto connection = memory(Sites);
            QCOMPARE(exec(connection, index), SQLITE_OK);
            QCOMPARE(exec(connection, "INSERT INTO t VALUES (1, 'x', 0)"), SQLITE_OK);
            sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
            QVERIFY(exec(connection, "INSERT INTO t VALUES (2, 'y', 0)") != SQLITE_OK);
        }
    }

    void immutableShowsUncommittedRows()
    {
        // Hence: a file that a crash left half written is recovered on a copy, never read as it is.
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.db"));
        const QString crashed = dir.filePath(QStringLiteral("crashed.db"));
        {
            const Connection writer = open(path);
            exec(writer, Sites);
            exec(writer, "PRAGMA cache_size = 2");
            exec(writer, "BEGIN; WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                         "WHERE i < 2000) INSERT INTO t SELECT i, hex(randomblob(200)), 0 FROM n");
            exec(writer, "PRAGMA cache_spill = ON");
            sqlite3_db_cacheflush(writer.get());
            QVERIFY(QFile::copy(path, crashed));
            QVERIFY(QFile::copy(path + QStringLiteral("-journal"),
                                crashed + QStringLiteral("-journal")));
        }
        {
            const Connection immutable = open(QStringLiteral("file:%1?immutable=1").arg(crashed),
                                              SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
            QVERIFY(value(immutable, "SELECT count(*) FROM t") != "0");
        }
        const Connection recovered = open(crashed);
        QCOMPARE(value(recovered, "SELECT count(*) FROM t"), QByteArray("0"));
    }

    void anOpenReaderLocksTheWriterOut()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.db"));
        const Connection writer = open(path);
        exec(writer, Sites);
        exec(writer, "INSERT INTO t VALUES (1, 1, 1), (2, 2, 2)");
        const Connection reader = open(path, SQLITE_OPEN_READONLY);
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(reader.get(), "SELECT * FROM t", -1, &statement, nullptr);
        QCOMPARE(sqlite3_step(statement), SQLITE_ROW);
        QCOMPARE(exec(writer, "UPDATE t SET a = 5"), SQLITE_BUSY);
        sqlite3_finalize(statement);
        QCOMPARE(exec(writer, "UPDATE t SET a = 5"), SQLITE_OK);
    }
};

QTEST_GUILESS_MAIN(SessionExtensionTest)
#include "session_extension_test.moc"
