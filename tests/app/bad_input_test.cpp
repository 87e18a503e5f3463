// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person may hand over that is not as it should be: the message names the file and says what
// to do, in both languages, the exit code is right, and everything in the folder is as it was.
// Source files that are bad in themselves: bad_files_test.cpp.
#include "catalogue/project_file.h"
#include "tests/support/folder_state.h"
#include "tests/support/process.h"
#include "tests/support/scratch_project.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>

using support::Ended;
using support::FolderState;
using support::veta;

namespace {

const support::Variables English{{QStringLiteral("VETA_AS"), QStringLiteral("MX:Ana")},
                                 {QStringLiteral("LANG"), QStringLiteral("en_US.UTF-8")}};

void outside(const QString& path, const char* sql)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

} // namespace

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void projectFiles_data();
    void projectFiles();
    void editedOutside();
    void readOnlyIsReadAndNotWritten();
    void heldByAnotherProgram();
    void fullDisk();
    void tables_data();
    void tables();
    void shapefileWithoutPrj();
    void nobodySaidWhoWrites();

private:
    QString at(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    // Runs it in both languages; says what is wrong with what it said, "" where nothing is.
    QString refused(const QStringList& arguments, const QString& named, int code = 1,
                    const QString& program = {}, const QStringList& before = {})
    {
        QStringList said;
        for (const char* language : {"en", "es"}) {
            const FolderState as(m_folder->path());
            const QStringList all =
                QStringList{QStringLiteral("--language"), QLatin1String(language)} + arguments;
            const Ended ended =
                program.isEmpty()
                    ? veta(all, English)
                    : support::runProgram(
                          program, before + QStringList{QStringLiteral(VETA_CLI)} + all, English);
            if (ended.code != code)
                return ended.told();
            if (!ended.err.contains(named))
                return QStringLiteral("does not name %1: ").arg(named) + ended.told();
            if (ended.err.size() < named.size() + 30)
                return QStringLiteral("does not say what to do: ") + ended.told();
            if (!ended.out.isEmpty())
                return QStringLiteral("results all the same: ") + ended.told();
            if (const QString changed = FolderState(m_folder->path()).difference(as);
                !changed.isEmpty())
                return changed;
            said << ended.err;
        }
        return said[0] == said[1] ? QStringLiteral("no Spanish: ") + said[0] : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void BadInputTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = at("a.veta.gpkg");
    const Ended made = veta(
        {QStringLiteral("new"), m_path, QStringLiteral("--title"), QStringLiteral("T")}, English);
    QVERIFY2(made.code == 0, qPrintable(made.told()));
}

void BadInputTest::projectFiles_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char* how : {"letter", "empty", "cut", "missing", "newer", "wal", "trigger", "map"})
        QTest::newRow(how) << QByteArray(how);
}

void BadInputTest::projectFiles()
{
    QFETCH(QByteArray, how);
    if (how == "letter")
        support::writeAt(m_path, "Dear sirs, enclosed please find");
    else if (how == "empty")
        support::writeAt(m_path, "");
    else if (how == "cut")
        support::writeAt(m_path, support::bytesAt(m_path).first(40'000));
    else if (how == "missing")
        QVERIFY(QFile::remove(m_path));
    else if (how == "newer")
        outside(m_path, "UPDATE veta_meta SET value = '9' WHERE key = 'format_version'");
    else if (how == "wal")
        outside(m_path, "PRAGMA journal_mode = WAL");
    else if (how == "trigger")
        outside(m_path,
                "CREATE TRIGGER stranger AFTER INSERT ON sites BEGIN DELETE FROM sites; END");
    else if (how == "map") {
        QVERIFY(QFile::remove(m_path));
        SQLite::Database map(m_path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        map.exec("PRAGMA application_id = 1196444487; CREATE TABLE roads (id INTEGER)");
    }
    for (const QStringList& command :
         {QStringList{QStringLiteral("info")}, QStringList{QStringLiteral("sites")},
          QStringList{QStringLiteral("rank")}, QStringList{QStringLiteral("undo")},
          QStringList{QStringLiteral("set"), QStringLiteral("--title"), QStringLiteral("X")}}) {
        const QString wrong = refused(QStringList{command[0], m_path} + command.mid(1),
                                      QStringLiteral("a.veta.gpkg"));
        QVERIFY2(wrong.isEmpty(), qPrintable(command[0] + QStringLiteral(": ") + wrong));
    }
}

void BadInputTest::editedOutside()
{
    outside(m_path, "UPDATE settings SET value = 'Somebody else''s' WHERE key = 'title'");
    const Ended verified = veta({QStringLiteral("verify"), m_path}, English);
    QVERIFY2(verified.code != 0, qPrintable(verified.told()));
    const QString wrong =
        refused({QStringLiteral("set"), m_path, QStringLiteral("--title"), QStringLiteral("X")},
                QStringLiteral("a.veta.gpkg"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void BadInputTest::readOnlyIsReadAndNotWritten()
{
    const QString drop = QStandardPaths::findExecutable(QStringLiteral("setpriv"));
    QString program;
    QStringList before;
    QProcess whoAmI;
    whoAmI.start(QStringLiteral("id"), {QStringLiteral("-u")});
    QVERIFY(whoAmI.waitForFinished());
    if (whoAmI.readAllStandardOutput().trimmed() == "0") {
        QVERIFY2(!drop.isEmpty(), "setpriv, of util-linux, is not there");
        program = drop;
        before = {QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                  QStringLiteral("--clear-groups")};
    }
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    const auto open = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup |
                      QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_folder->path(), open));
    const QStringList info{QStringLiteral("info"), m_path};
    const Ended read =
        program.isEmpty()
            ? veta(info, English)
            : support::runProgram(program, before + QStringList{QStringLiteral(VETA_CLI)} + info,
                                  English);
    const QString wrong =
        refused({QStringLiteral("set"), m_path, QStringLiteral("--title"), QStringLiteral("X")},
                QStringLiteral("a.veta.gpkg"), 1, program, before);
    QVERIFY(QFile::setPermissions(m_folder->path(), open | QFile::WriteOwner));
    QVERIFY2(read.code == 0, qPrintable(read.told()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void BadInputTest::heldByAnotherProgram()
{
    const auto holder = support::open(m_path);
    const QString wrong =
        refused({QStringLiteral("set"), m_path, QStringLiteral("--title"), QStringLiteral("X")},
                QStringLiteral("a.veta.gpkg"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void BadInputTest::fullDisk()
{
    QByteArray rows("id,name,longitude,latitude\r\n");
    for (int i = 0; i < 20'000; ++i)
        rows += QByteArray::number(i) + ",Site with a long name " + QByteArray::number(i) +
                ",-110.5,31.25\r\n";
    support::writeAt(at("many.csv"), rows);
    // No file may grow by more than 100 kB: what a full disk says, as another error number.
    const qint64 blocks = (QFileInfo(m_path).size() + 100'000) / 512;
    const QByteArray before = support::bytesAt(m_path);
    const Ended ended = support::runProgram(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"),
         QStringLiteral("trap '' XFSZ; ulimit -f %1; exec \"$0\" \"$@\"").arg(blocks),
         QStringLiteral(VETA_CLI), QStringLiteral("import"), m_path, at("many.csv"),
         QStringLiteral("--preset"), QStringLiteral("plain")},
        English);
    QVERIFY2(ended.code == 1 && ended.err.contains(QStringLiteral("a.veta.gpkg")),
             qPrintable(ended.told()));
    QVERIFY(support::bytesAt(m_path) == before);
    const Ended whole = veta({QStringLiteral("verify"), m_path}, English);
    QVERIFY2(whole.code == 0, qPrintable(whole.told()));
}

void BadInputTest::tables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty lines") << QByteArray("\r\n\r\n");
    QTest::newRow("no CRS") << QByteArray("name,este,norte\r\nUno,500000,3100000\r\n");
    QTest::newRow("not a table") << QByteArray("%PDF-1.4\n\x00\x01\x02\xff\xfe binary", 21);
}

void BadInputTest::tables()
{
    QFETCH(QByteArray, bytes);
    support::writeAt(at("t.csv"), bytes);
    QStringList arguments{QStringLiteral("import"), m_path, at("t.csv")};
    if (QByteArray(QTest::currentDataTag()) == "no CRS") {
        support::writeAt(at("m.json"),
                         R"({"name":"m","fields":{"name":"name","x":"este","y":"norte"}})");
        arguments << QStringLiteral("--map") << at("m.json");
    }
    const QString wrong = refused(arguments, QStringLiteral("t.csv"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void BadInputTest::shapefileWithoutPrj()
{
    // The smallest shapefile of a point (ESRI, July 1998): headers of 100 bytes, one record.
    const auto big = [](qint32 n) {
        QByteArray b(4, 0);
        qToBigEndian(n, b.data());
        return b;
    };
    const auto little = [](auto n) {
        QByteArray b(qsizetype(sizeof n), 0);
        qToLittleEndian(n, b.data());
        return b;
    };
    const auto header = [&](qint32 words) {
        QByteArray h =
            big(9994) + QByteArray(20, 0) + big(words) + little(qint32(1000)) + little(qint32(1));
        for (const double bound : {500000.0, 3100000.0, 500000.0, 3100000.0, 0.0, 0.0, 0.0, 0.0})
            h += little(bound);
        return h;
    };
    support::writeAt(at("p.shp"), header(64) + big(1) + big(10) + little(qint32(1)) +
                                      little(500000.0) + little(3100000.0));
    support::writeAt(at("p.shx"), header(54) + big(50) + big(10));
    const QString wrong =
        refused({QStringLiteral("layer"), QStringLiteral("add"), m_path, at("p.shp")},
                QStringLiteral("p.shp"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const Ended said = veta({QStringLiteral("layer"), QStringLiteral("add"), m_path, at("p.shp"),
                             QStringLiteral("--crs"), QStringLiteral("EPSG:26712")},
                            English);
    QVERIFY2(said.code == 3 && said.err.contains(QStringLiteral("(.dbf)")),
             qPrintable(said.told())); // nor is there a table
}

void BadInputTest::nobodySaidWhoWrites()
{
    const FolderState before(m_folder->path());
    const Ended ended =
        veta({QStringLiteral("set"), m_path, QStringLiteral("--title"), QStringLiteral("X")});
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.err.contains(QStringLiteral("--as")));
    QCOMPARE(FolderState(m_folder->path()).difference(before), QString());
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
