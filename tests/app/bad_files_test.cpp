// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The corpus of tests/support/make_bad_files.py, and what is no file at all, handed to veta-cli:
// refused by name and in both languages, or taken with what is wrong said; within bounded time and
// memory, nothing half done and nothing left beside.
#include "tests/support/bounded.h"
#include "tests/support/folder_state.h"

#include <QDir>
#include <QTemporaryDir>
#include <atomic>
#include <sys/stat.h>
#include <thread>

using support::Ended;
using support::FolderState;
using support::veta;

namespace {

const QString LineMebibytes = support::Sanitized ? QStringLiteral("1") : QStringLiteral("5");
constexpr qint64 LongLineBytes = (support::Sanitized ? qint64(48) : qint64(1024)) << 20;
constexpr qint64 OpenQuoteBytes = (support::Sanitized ? qint64(16) : qint64(500)) << 20;

const support::Variables Ana{{QStringLiteral("VETA_AS"), QStringLiteral("MX:Ana")},
                             {QStringLiteral("LANG"), QStringLiteral("en_US.UTF-8")}};

Ended bounded(const QStringList& arguments, const QStringList& before = {})
{
    return support::boundedVeta(arguments, Ana, before);
}

void writeRows(QFile& file, const char* row, qint64 bytes)
{
    const QByteArray block = QByteArray(row).repeated(20'000);
    for (qint64 done = 0; done < bytes; done += block.size())
        QVERIFY(file.write(block) == block.size());
}

} // namespace

class BadFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void sameEachTime();
    void tablesRefused_data();
    void tablesRefused();
    void tablesTaken_data();
    void tablesTaken();
    void layers_data();
    void layers();
    void oneLine();
    void openQuote();
    void noFiles_data();
    void noFiles();
    void withoutPermission();
    void changesWhileRead();

private:
    QString bad(const QString& name) const { return m_corpus->filePath(name); }
    QString at(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QStringList importOf(const QString& path) const
    {
        return {QStringLiteral("import"), m_path, path, QStringLiteral("--crs"),
                QStringLiteral("EPSG:4326")};
    }
    // Runs it in both languages; says what is wrong with what it said, "" where nothing is.
    QString refused(const QStringList& arguments, const QString& named,
                    const QStringList& before = {}) const
    {
        QStringList said;
        for (const char* language : {"en", "es"}) {
            const FolderState folder(m_folder->path());
            const FolderState corpus(m_corpus->path());
            const Ended ended = bounded(
                QStringList{QStringLiteral("--language"), QLatin1String(language)} + arguments,
                before);
            if (ended.code != 1)
                return QLatin1String(language) + QStringLiteral(": ") + ended.told();
            if (const QString wrong = complaint(ended, named); !wrong.isEmpty())
                return wrong;
            if (!ended.out.isEmpty())
                return QStringLiteral("results all the same: ") + ended.told();
            const QString changed = FolderState(m_folder->path()).difference(folder) +
                                    FolderState(m_corpus->path()).difference(corpus);
            if (!changed.isEmpty())
                return changed;
            said << ended.err;
        }
        return said[0] == said[1] ? QStringLiteral("no Spanish: ") + said[0] : QString();
    }
    static QString complaint(const Ended& ended, const QString& named)
    {
        if (!ended.err.contains(named))
            return QStringLiteral("does not name %1: ").arg(named) + ended.told();
        if (ended.err.size() < named.size() + 30)
            return QStringLiteral("does not say what to do: ") + ended.told();
        if (ended.err.contains(QLatin1String("not expected")))
            return QStringLiteral("nobody foresaw it: ") + ended.told();
        return {};
    }
    // The project file is whole, and there is nothing else but what was there.
    QString halfDone(const FolderState& before) const
    {
        const Ended verified = veta({QStringLiteral("verify"), m_path}, Ana);
        if (verified.code != 0)
            return verified.told();
        const QString changed = FolderState(m_folder->path()).difference(before);
        return changed.isEmpty() || changed == QStringLiteral("changed: ") + m_path ? QString()
                                                                                    : changed;
    }

    std::unique_ptr<QTemporaryDir> m_corpus;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_project;
    QString m_path;
};

void BadFilesTest::initTestCase()
{
    m_corpus = std::make_unique<QTemporaryDir>();
    const Ended made =
        support::runProgram(QStringLiteral("/usr/bin/python3"),
                            {QStringLiteral(VETA_SOURCE_DIR "/tests/support/make_bad_files.py"),
                             m_corpus->path(), QStringLiteral("--line-mb"), LineMebibytes});
    QVERIFY2(made.code == 0, qPrintable(made.told()));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.veta.gpkg"));
    const Ended project =
        veta({QStringLiteral("new"), path, QStringLiteral("--title"), QStringLiteral("T")}, Ana);
    QVERIFY2(project.code == 0, qPrintable(project.told()));
    m_project = support::bytesAt(path);
}

void BadFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = at("a.veta.gpkg");
    support::writeAt(m_path, m_project);
}

void BadFilesTest::sameEachTime()
{
    const QTemporaryDir again;
    const Ended made =
        support::runProgram(QStringLiteral("/usr/bin/python3"),
                            {QStringLiteral(VETA_SOURCE_DIR "/tests/support/make_bad_files.py"),
                             again.path(), QStringLiteral("--line-mb"), LineMebibytes});
    QVERIFY2(made.code == 0, qPrintable(made.told()));
    const QStringList names = QDir(m_corpus->path()).entryList(QDir::Files);
    QVERIFY(names.size() > 60);
    QCOMPARE(QDir(again.path()).entryList(QDir::Files), names);
    for (const QString& name : names)
        QVERIFY2(support::bytesAt(bad(name)) == support::bytesAt(again.filePath(name)),
                 qPrintable(name));
}

void BadFilesTest::tablesRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"empty.csv",       "no_header.csv",    "header_only.csv", "nul_bytes.csv",
          "one_line.csv",    "wide.csv",         "picture.csv",     "picture.shp",
          "picture.xlsx",    "picture.json",     "picture.gpkg",    "picture.kml",
          "picture.zip",     "bomb.xlsx",        "far_away.xlsx",   "entities.xlsx",
          "cut.xlsx",        "cut.gpkg",         "cut.geojson",     "deep.geojson",
          "cut.kml",         "cut.fgb",          "cut.shp",         "bomb.kml",
          "bomb.kmz",        "slip.zip",         "cut.zip",         "bomb.zip",
          "minmod_cut.json", "minmod_deep.json", "picture.tif"})
        QTest::newRow(name) << QString::fromLatin1(name);
    QTest::newRow("strange name") << QStringLiteral("año \"nuevo\" d'été\nsegunda línea %1.csv");
}

void BadFilesTest::tablesRefused()
{
    QFETCH(QString, name);
    const QString wrong = refused(importOf(bad(name)), name);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void BadFilesTest::tablesTaken_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("imported");
    QTest::addColumn<int>("setAside");
    for (const char* name : {"good.csv", "utf16le_bom.csv", "utf16be_bom.csv", "utf16le.csv",
                             "utf16be.csv", "slip_and_good.zip"})
        QTest::newRow(name) << 0 << 40 << 0;
    QTest::newRow("names.csv") << 0 << 6 << 0;
    QTest::newRow("good.xlsx") << 0 << 2 << 0;
    QTest::newRow("good.shp") << 0 << 2 << 0;
    QTest::newRow("good.gpkg") << 0 << 2 << 0;
    QTest::newRow("good.geojson") << 0 << 1 << 0;
    QTest::newRow("good.json") << 0 << 3 << 0;
    QTest::newRow("cut.csv") << 3 << 39 << 1;
    // 0, 0 and NaN say nothing of the place; 1e308 and infinity say something that cannot be.
    QTest::newRow("coordinates.csv") << 3 << 3 << 3;
    // The row of the open quotation mark and every repeated number.
    QTest::newRow("open_quote.csv") << 3 << 41 << LineMebibytes.toInt() * 40'000;
    QTest::newRow("formulas.xlsx") << 3 << 1 << 1;
    QTest::newRow("merged.xlsx") << 3 << 2 << 1;
    // Each of another coordinate system that nobody knows: slow to search, so not searched for all.
    QTest::newRow("systems.csv") << 3 << 0 << 2000;
    QTest::newRow("lying.shp") << 3 << 2 << 0;
    QTest::newRow("network_link.kml") << 3 << 1 << 0;
}

void BadFilesTest::tablesTaken()
{
    QFETCH(int, code);
    QFETCH(int, imported);
    QFETCH(int, setAside);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const FolderState before(m_folder->path());
    const FolderState corpus(m_corpus->path());
    QStringList said;
    for (const char* language : {"es", "en"}) {
        support::writeAt(m_path, m_project);
        const Ended ended =
            bounded(QStringList{QStringLiteral("--json"), QStringLiteral("--language"),
                                QLatin1String(language)} +
                    importOf(bad(name)));
        QVERIFY2(ended.code == code, qPrintable(ended.told().left(2000)));
        const QJsonObject told = ended.json().object();
        QCOMPARE(told[QStringLiteral("imported")].toInt(), imported);
        QCOMPARE(told[QStringLiteral("set_aside")].toInt(), setAside);
        if (code == 3)
            QVERIFY2(complaint(ended, name).isEmpty(),
                     qPrintable(complaint(ended, name).left(2000)));
        said << ended.err;
    }
    QVERIFY2(code == 0 || said[0] != said[1], qPrintable(said[0].left(2000)));
    const QString wrong = halfDone(before) + FolderState(m_corpus->path()).difference(corpus);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void BadFilesTest::layers_data()
{
    const QStringList names = QDir(m_corpus->path()).entryList(QDir::Files);
    QTest::addColumn<QString>("name");
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << name;
}

// Whatever is in it: added and the project file whole, or refused as it should be.
void BadFilesTest::layers()
{
    QFETCH(QString, name);
    const QStringList add{QStringLiteral("layer"), QStringLiteral("add"), m_path, bad(name)};
    const FolderState before(m_folder->path());
    const FolderState corpus(m_corpus->path());
    const Ended ended = bounded(add);
    QString wrong;
    if (ended.code == 0 || ended.code == 3)
        wrong = halfDone(before) + FolderState(m_corpus->path()).difference(corpus);
    else if (ended.code == 1)
        wrong = refused(add, name);
    else
        wrong = ended.told();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void BadFilesTest::oneLine()
{
    QFile file(at("line.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("id,name,") > 0);
    writeRows(file, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", LongLineBytes);
    file.close();
    for (const QString& name : {QStringLiteral("line.csv")}) {
        const QString wrong = refused(importOf(m_folder->filePath(name)), name);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.left(2000)));
    }
}

void BadFilesTest::openQuote()
{
    QFile file(at("quote.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("id,name,longitude,latitude\n1,Good,-110,30\n2,\"never closed,-110,30\n") >
            0);
    writeRows(file, "3,in a note that goes on and on and has no end of any kind\n", OpenQuoteBytes);
    file.close();
    const FolderState before(m_folder->path());
    const QStringList dryRun = importOf(file.fileName()) + QStringList{QStringLiteral("--dry-run")};
    const Ended ended = bounded(dryRun);
    QVERIFY2(ended.code == 1 || ended.code == 3, qPrintable(ended.told().left(2000)));
    const QString wrong = complaint(ended, QStringLiteral("quote.csv"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.left(2000)));
    QCOMPARE(FolderState(m_folder->path()).difference(before), QString());
}

void BadFilesTest::noFiles_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    for (const char* kind : {"folder", "device", "pipe", "dangling", "missing"})
        for (const char* ending : {"csv", "xlsx", "json", "zip", "shp", "tif"})
            QTest::addRow("%s.%s", kind, ending)
                << QString::fromLatin1(kind) << QStringLiteral("none.") + QLatin1String(ending);
}

void BadFilesTest::noFiles()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    const QString path = m_folder->filePath(name);
    if (kind == QLatin1String("folder"))
        QVERIFY(QDir().mkdir(path));
    else if (kind == QLatin1String("device"))
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), path));
    else if (kind == QLatin1String("pipe"))
        QVERIFY(mkfifo(path.toLocal8Bit().constData(), 0600) == 0);
    else if (kind == QLatin1String("dangling"))
        QVERIFY(QFile::link(at("not there"), path));
    for (const QStringList& command :
         {importOf(path),
          QStringList{QStringLiteral("layer"), QStringLiteral("add"), m_path, path}}) {
        const QString wrong = refused(command, name);
        QVERIFY2(wrong.isEmpty(), qPrintable(command[0] + QStringLiteral(": ") + wrong));
    }
}

void BadFilesTest::withoutPermission()
{
    for (const char* name : {"good.csv", "good.xlsx", "good.json", "good.geojson", "good.tif"}) {
        QVERIFY(QFile::copy(bad(QLatin1String(name)), at(name)));
        QVERIFY(QFile::setPermissions(at(name), QFile::Permissions()));
        const bool isLayer = QByteArray(name) == "good.tif" || QByteArray(name) == "good.geojson";
        const QString wrong = refused(
            isLayer ? QStringList{QStringLiteral("layer"), QStringLiteral("add"), m_path, at(name)}
                    : importOf(at(name)),
            QLatin1String(name), support::boundByPermissions());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(QFile::setPermissions(at(name), QFile::ReadOwner | QFile::WriteOwner));
    }
}

// Somebody writes the file over and over, now with one content, now with another of the same
// length: it is taken whole or refused, and never half of one and half of the other.
void BadFilesTest::changesWhileRead()
{
    constexpr int Rows = 30'000;
    const auto content = [](char letter) {
        QByteArray rows("name,longitude,latitude\n");
        for (int i = 0; i < Rows; ++i)
            rows += QByteArray(1, letter) + QByteArray::number(100'000 + i) + ",-110.5,30.5\n";
        return rows;
    };
    const std::array<QByteArray, 2> contents{content('a'), content('b')};
    support::writeAt(at("t.csv"), contents[0]);
    std::atomic<bool> stop{false};
    std::thread writer([&] {
        QFile file(at("t.csv"));
        if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            return;
        for (int round = 0; !stop; ++round) {
            const QByteArray& bytes = contents[size_t(round % 2)];
            file.seek(0);
            for (qsizetype at = 0; at < bytes.size(); at += 4096)
                file.write(bytes.constData() + at, std::min<qsizetype>(4096, bytes.size() - at));
            if (round % 4 == 3) // a while in which it can be read whole
                std::this_thread::sleep_for(std::chrono::milliseconds(300));
        }
    });
    QString wrong;
    for (int i = 0; i < 12 && wrong.isEmpty(); ++i) {
        support::writeAt(m_path, m_project);
        const FolderState before(m_folder->path());
        const Ended ended = bounded(importOf(at("t.csv")));
        if (ended.code == 1) {
            wrong = complaint(ended, QStringLiteral("t.csv"));
            if (support::bytesAt(m_path) != m_project)
                wrong += QStringLiteral(" and the project file is another");
            continue;
        }
        const Ended sites = veta({QStringLiteral("sites"), m_path, QStringLiteral("--json")}, Ana);
        std::array<int, 2> counts{};
        for (const QJsonValue& site : sites.json().array()) {
            const QString name = site[QStringLiteral("name")].toString();
            ++counts[name.startsWith(u'b') ? 1 : 0];
        }
        if (ended.code != 0 || std::min(counts[0], counts[1]) != 0 ||
            std::max(counts[0], counts[1]) != Rows)
            wrong = QStringLiteral("%1 of a, %2 of b: ").arg(counts[0]).arg(counts[1]) +
                    ended.told().left(500);
    }
    stop = true;
    writer.join();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(BadFilesTest)
#include "bad_files_test.moc"
