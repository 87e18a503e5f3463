// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules that the journal needs of every shared table (resources/schema/001_spine.sql).

#include "catalogue/schema.h"

#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>

using catalogue::SharedSchema;
using catalogue::SharedTable;

class SchemaTest : public QObject
{
    Q_OBJECT

    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    std::unique_ptr<SharedSchema> m_schema;

    QStringList list(const std::string& query)
    {
        QStringList values;
        SQLite::Statement select(m_database, query);
        while (select.executeStep())
            values << QString::fromStdString(select.getColumn(0).getString());
        return values;
    }

    void forEachTable()
    {
        QTest::addColumn<QString>("table");
        for (const SharedTable& table : m_schema->tables())
            QTest::newRow(table.name.c_str()) << QString::fromStdString(table.name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        catalogue::createSchema(m_database);
        m_schema = std::make_unique<SharedSchema>(m_database);
        QVERIFY(m_schema->tables().size() >= 20);
    }

    void idIsTheOnlyKeyAndNeverNull_data() { forEachTable(); }
    void idIsTheOnlyKeyAndNeverNull()
    {
        QFETCH(QString, table);
        SQLite::Statement columns(m_database, "PRAGMA table_xinfo(" + table.toStdString() + ")");
        int number = 0;
        while (columns.executeStep()) {
            const std::string name = columns.getColumn(1).getString();
            const bool isId = number++ == 0;
            QCOMPARE(columns.getColumn(5).getInt(), isId ? 1 : 0); // place in the primary key
            QCOMPARE(columns.getColumn(6).getInt(), 0);            // neither generated nor hidden
            if (isId) {
                QCOMPARE(name, std::string("id"));
                QCOMPARE(columns.getColumn(2).getString(), std::string("INTEGER"));
                QCOMPARE(columns.getColumn(3).getInt(), 1); // NOT NULL
            }
        }
        QVERIFY(number > 1);
    }

    void neitherUniqueNorCounter_data() { forEachTable(); }
    void neitherUniqueNorCounter()
    {
        QFETCH(QString, table);
        SQLite::Statement indexes(m_database, "PRAGMA index_list(" + table.toStdString() + ")");
        while (indexes.executeStep())
            QCOMPARE(indexes.getColumn(2).getInt(), 0);
        const QString sql =
            list("SELECT sql FROM sqlite_master WHERE name = '" + table.toStdString() + "'")
                .value(0);
        for (const char* word : {"AUTOINCREMENT", "GENERATED", "WITHOUT ROWID", "CHECK", "STRICT"})
            QVERIFY2(!sql.contains(QLatin1String(word), Qt::CaseInsensitive), word);
    }

    void referencesAreDeferredWithoutCascade_data() { forEachTable(); }
    void referencesAreDeferredWithoutCascade()
    {
        QFETCH(QString, table);
        int count = 0;
        SQLite::Statement keys(m_database, "PRAGMA foreign_key_list(" + table.toStdString() + ")");
        while (keys.executeStep()) {
            ++count;
            QVERIFY(m_schema->find(keys.getColumn(2).getString()) != nullptr);
            QCOMPARE(keys.getColumn(4).getString(), std::string("id"));
            QCOMPARE(keys.getColumn(5).getString(), std::string("NO ACTION")); // on update
            QCOMPARE(keys.getColumn(6).getString(), std::string("NO ACTION")); // on delete
        }
        const QString sql =
            list("SELECT sql FROM sqlite_master WHERE name = '" + table.toStdString() + "'")
                .value(0);
        QCOMPARE(int(sql.count(QLatin1String("DEFERRABLE INITIALLY DEFERRED"))), count);
        QCOMPARE(m_schema->find(table.toStdString())->references.size(), size_t(count));
    }

    // A merge finds the rows that refer to another by an index where there may be many of them.
    void aReferenceToASiteIsIndexed()
    {
        for (const SharedTable& table : m_schema->tables())
            for (const catalogue::Reference& reference : table.references) {
                const std::string& column = table.columns[size_t(reference.column)];
                if (reference.table != "sites")
                    continue;
                const QStringList plan = [&] {
                    QStringList lines;
                    SQLite::Statement explain(m_database, "EXPLAIN QUERY PLAN SELECT 1 FROM " +
                                                              table.name + " WHERE " + column +
                                                              " = 1");
                    while (explain.executeStep())
                        lines << QString::fromStdString(explain.getColumn(3).getString());
                    return lines;
                }();
                QVERIFY2(plan.join(u' ').contains(QLatin1String("INDEX")),
                         qPrintable(QString::fromStdString(table.name + '.' + column)));
            }
    }

    void nothingRunsByItself()
    {
        QVERIFY(list("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')").isEmpty());
        QVERIFY(list("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'").isEmpty());
    }

    void whatIsNotOursOrNotSharedIsLeftOut()
    {
        for (const SharedTable& table : m_schema->tables()) {
            const QString name = QString::fromStdString(table.name);
            for (const char* prefix : {"veta_", "gpkg_", "sqlite_", "rtree_"})
                QVERIFY(!name.startsWith(QLatin1String(prefix)));
        }
        QVERIFY(m_schema->find("veta_entry") == nullptr);
        QVERIFY(m_schema->find("gpkg_contents") == nullptr);
        QCOMPARE(m_schema->indexOf("no_such_table"), -1);
        QCOMPARE(m_schema->tables()[size_t(m_schema->indexOf("sites"))].name, std::string("sites"));
    }

    void everySharedTableIsInTheContentsOfTheGeoPackage()
    {
        QStringList names;
        for (const SharedTable& table : m_schema->tables())
            names << QString::fromStdString(table.name);
        QStringList contents = list("SELECT table_name FROM gpkg_contents");
        contents.sort();
        QCOMPARE(contents, names);
        QCOMPARE(list("SELECT data_type || srs_id FROM gpkg_contents WHERE table_name = 'sites'"),
                 QStringList{QStringLiteral("features4326")});
        QCOMPARE(list("PRAGMA application_id"), QStringList{QString::number(0x47504B47)});
        QCOMPARE(list("PRAGMA user_version"), QStringList{QStringLiteral("10300")});
    }

    void theScratchSchemaIsTheSame()
    {
        SQLite::Database scratch(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        catalogue::createSharedTables(scratch);
        const SharedSchema other(scratch);
        QCOMPARE(other.tables().size(), m_schema->tables().size());
        for (size_t i = 0; i < other.tables().size(); ++i) {
            QCOMPARE(other.tables()[i].name, m_schema->tables()[i].name);
            QVERIFY(other.tables()[i].columns == m_schema->tables()[i].columns);
        }
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
