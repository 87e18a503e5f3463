// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writers that are killed, and disks that are full. This program is its own child: with --write or
// --fill it does what is to be interrupted.

#include "base/error.h"
#include "tests/support/scratch_project.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>
#include <cstdio>
#include <random>

using namespace support;
using catalogue::EntryKind;
using catalogue::ProjectFile;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void insertMany(ProjectFile& file, int rows)
{
    file.edit(Bob, EntryKind::Import, {QStringLiteral("many"), {}}, [&](catalogue::Edit& edit) {
        SQLite::Statement insert(edit.database(), "INSERT INTO sites (id, note) VALUES (?, ?)");
        for (int i = 0; i < rows; ++i) {
            insert.bind(1, int64_t(base::randomId()));
            insert.bind(2, std::string(100, char('a' + i % 26)));
            insert.exec();
            insert.reset();
            if (i % 500 == 499)
                edit.flush();
        }
    });
}

void say(const QString& line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

// Writes for ever, and says each entry once it is told that it is saved.
void writeForEver(const QString& path)
{
    const auto file = open(path);
    base::Progress progress;
    for (int i = 0;; ++i) {
        if (i % 7 == 6)
            insertMany(*file, 2000);
        else if (i % 5 == 4)
            file->undo(Bob, progress);
        else
            run(*file,
                "INSERT INTO sites (id, name) VALUES (" + std::to_string(base::randomId()) +
                    ", 'Boleo')",
                Bob);
        say(file->history().back().hash);
    }
}

void fill(const QString& what, const QString& path)
{
    base::Progress progress;
    const auto file = open(path);
    if (what == QLatin1String("edit"))
        insertMany(*file, 20000);
    else if (what == QLatin1String("copy"))
        file->copyTo(path + QStringLiteral(".copy"), progress);
    else if (what == QLatin1String("blob"))
        file->putBlob(QByteArray(1 << 20, 'x'), QStringLiteral(".bin"));
    else if (what == QLatin1String("new"))
        ProjectFile::create(path + QStringLiteral(".new"), {}, Bob);
    else if (what == QLatin1String("merge"))
        file->mergeFrom(path + QStringLiteral(".other"), progress);
}

} // namespace

class CrashTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(QStringLiteral("a.veta.gpkg")); }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_dir = QTemporaryDir(); }

    void aKilledWriterLosesNothingItSaidWasSaved()
    {
        ProjectFile::create(path(), QStringLiteral("t"), Ana);
        std::mt19937 random{20260101};
        QStringList saved;
        for (int round = 0; round < 12; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--write"), path()});
            QVERIFY(writer.waitForStarted());
            QVERIFY(writer.waitForReadyRead(30000)); // it has the file open
            QElapsedTimer clock;
            clock.start();
            for (const int wait = int(random() % 400); clock.elapsed() < wait;)
                writer.waitForReadyRead(1);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            for (const QByteArray& line : writer.readAllStandardOutput().split('\n'))
                if (line.size() == 64) // what was cut short was not heard
                    saved << QString::fromLatin1(line);

            const auto file = open(path()); // the lock of the dead is taken over
            QSet<QString> kept;
            for (const catalogue::Entry& entry : file->history())
                kept << entry.hash;
            for (const QString& hash : saved)
                QVERIFY2(kept.contains(hash), qPrintable(hash));
            base::Progress progress;
            const auto issues = file->verify(progress);
            QVERIFY2(issues.empty(), issues.empty() ? "" : qPrintable(issues.front().text));
            QVERIFY(!file->changedOutside(progress));
        }
        QVERIFY(saved.size() > 20);
        // A writer killed before its first change reached the file leaves a journal that has
        // nothing to bring back; SQLite lets it lie until the next change.
        run(*open(path()), "INSERT INTO sites (id, name) VALUES (9007199254740991, 'Boleo')");
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("a.veta.gpkg")});
    }

    void aFullDisk_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("roomKiB"); // beyond the file's own size
        for (const char* what : {"edit", "merge", "blob"}) {
            QTest::newRow(what) << what << 200;
            QTest::addRow("%s, no room at all", what) << what << 0;
        }
        QTest::newRow("copy") << "copy" << -40;
        QTest::newRow("new") << "new" << -40;
    }
    void aFullDisk()
    {
        QFETCH(QString, what);
        QFETCH(int, roomKiB);
        {
            const auto file = ProjectFile::create(path(), QStringLiteral("t"), Ana);
            const auto other = copyOf(*file, path() + QStringLiteral(".other"));
            insertMany(*other, 20000);
            run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        }
        const QByteArray before = bytesOf(path());
        const QStringList files = QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden);
        // A limit of the file size stands for a disk without room, so that it can be had anywhere.
        QProcess child;
        child.start(QStringLiteral("bash"),
                    {QStringLiteral("-c"),
                     QStringLiteral("trap '' XFSZ; ulimit -f %1; exec \"$0\" --fill \"$1\" \"$2\"")
                         .arg(before.size() / 1024 + roomKiB),
                     QCoreApplication::applicationFilePath(), what, path()});
        QVERIFY(child.waitForFinished(120000));
        const QString message = QString::fromUtf8(child.readAllStandardOutput());
        QCOMPARE(child.exitCode(), 1);
        QVERIFY2(message.contains(path()), qPrintable(message));
        QVERIFY2(message.contains(QLatin1String("space")) ||
                     message.contains(QLatin1String("room")),
                 qPrintable(message));
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden), files);
        const auto file = open(path());
        base::Progress progress;
        QVERIFY(file->verify(progress).empty());
        QVERIFY(run(*file, "UPDATE sites SET name = 'El Boleo'"));
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QStringList arguments = QCoreApplication::arguments();
    try {
        if (arguments.size() == 3 && arguments[1] == QLatin1String("--write"))
            writeForEver(arguments[2]);
        if (arguments.size() == 4 && arguments[1] == QLatin1String("--fill")) {
            fill(arguments[2], arguments[3]);
            say(QStringLiteral("done"));
            return 0;
        }
    } catch (const base::Error& error) {
        say(error.message());
        return 1;
    }
    CrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "crash_test.moc"
