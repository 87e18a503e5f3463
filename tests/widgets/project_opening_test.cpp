// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/project_opening.h"

#include "tests/support/open_window.h"
#include "tests/support/scratch_project.h"
#include "widgets/message.h"

using support::Window;

// What a person is asked where a project does not simply open.
class ProjectOpeningTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    widgets::MessageProbe m_probe;
    QString m_path;

    static bool canWrite(Window& w)
    {
        for (QAction* action : w.window.findChildren<QAction*>())
            if (action->text() == QStringLiteral("&Add a site…"))
                return action->isEnabled();
        qFatal("no action");
    }
    void makeProject()
    {
        const auto file =
            catalogue::ProjectFile::create(m_path, QStringLiteral("Test"), support::Ana);
        support::run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
    }
    // What version 1 of the schema did not have yet.
    void makeOlder()
    {
        SQLite::Database database(m_path.toStdString(), SQLite::OPEN_READWRITE);
        for (const char* table : {"site_pairs", "site_merges", "site_permits", "site_offtakes",
                                  "attachments", "countries_of_concern", "waivers"}) {
            database.exec(std::string("DROP TABLE ") + table);
            database.exec(std::string("DELETE FROM gpkg_contents WHERE table_name = '") + table +
                          '\'');
        }
        database.exec("ALTER TABLE sources DROP COLUMN rank;"
                      "ALTER TABLE claims DROP COLUMN chosen_by;"
                      "ALTER TABLE estimates DROP COLUMN includes_reserves;"
                      "ALTER TABLE estimates DROP COLUMN unfc;"
                      "UPDATE veta_meta SET value = '1' WHERE key = 'schema_version'");
    }
    void changeOutside()
    {
        SQLite::Database database(m_path.toStdString(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE sites SET name = 'Changed elsewhere'");
    }
    static QString nameOfTheSite(Window& w)
    {
        w.still();
        return w.workspace.state().sites->sites().front().name;
    }

private Q_SLOTS:
    void initTestCase() { support::useEmptySettings(); }
    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("p.veta.gpkg"));
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.path());
        m_probe = {};
        widgets::setMessageProbe(&m_probe);
    }
    void cleanup() { widgets::setMessageProbe(nullptr); }

    void anOlderFileIsBroughtUpToDate_data()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("brought up to date") << 0;
        QTest::newRow("for reading only") << 1;
        QTest::newRow("thought better") << -1;
    }
    void anOlderFileIsBroughtUpToDate()
    {
        QFETCH(int, choice);
        makeProject();
        makeOlder();
        m_probe.choice = choice;
        Window w(m_path);
        QVERIFY2(m_probe.last.contains(QStringLiteral("earlier version")),
                 qPrintable(m_probe.last));
        QCOMPARE(w.workspace.isOpen(), choice >= 0);
        QCOMPARE(QFile::exists(m_folder.filePath(QStringLiteral("p.before-v1.veta.gpkg"))),
                 choice == 0);
        QCOMPARE(canWrite(w), choice == 0);
        QCOMPARE(w.window.windowTitle().contains(QStringLiteral("reading only")), choice == 1);
    }

    void aFileSomebodyHoldsIsRead()
    {
        makeProject();
        const auto holder = support::open(m_path);
        m_probe.choice = 0;
        Window w(m_path);
        QVERIFY(w.workspace.isOpen());
        QVERIFY(w.workspace.isReadOnly());
        QVERIFY(!canWrite(w));
        QCOMPARE(nameOfTheSite(w), QStringLiteral("Boleo"));
    }

    void outsideChangesAreSettled_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("name");
        QTest::newRow("taken in") << 0 << QStringLiteral("Changed elsewhere");
        QTest::newRow("turned back") << 1 << QStringLiteral("Boleo");
        QTest::newRow("left") << -1 << QStringLiteral("Changed elsewhere");
    }
    void outsideChangesAreSettled()
    {
        QFETCH(int, choice);
        QFETCH(QString, name);
        makeProject();
        changeOutside();
        m_probe.choice = choice;
        Window w(m_path);
        QTRY_VERIFY2(m_probe.last.contains(QStringLiteral("Boleo → Changed elsewhere")),
                     qPrintable(m_probe.last));
        QCOMPARE(nameOfTheSite(w), name);
        m_probe.last.clear();
        const bool edited =
            w.workspace.edit({QStringLiteral("test"), {}}, true, [](catalogue::Edit& edit) {
                edit.database().exec("UPDATE sites SET note = 'seen'");
            });
        QVERIFY(edited);
        w.still();
        QCOMPARE(m_probe.last.isEmpty(), choice >= 0); // unsettled, nothing can be written
    }

    void nothingIsAskedOfAFileThatIsWell()
    {
        makeProject();
        Window w(m_path);
        QVERIFY(w.workspace.isOpen());
        QVERIFY(canWrite(w));
        QCOMPARE(m_probe.last, QString());
    }
};

QTEST_MAIN(ProjectOpeningTest)
#include "project_opening_test.moc"
