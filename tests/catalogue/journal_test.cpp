// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/journal.h"

#include "base/error.h"
#include "tests/support/scratch_project.h"

#include <QProcess>
#include <QtTest>
#include <algorithm>
#include <random>

using namespace support;
using catalogue::Entry;
using catalogue::EntryKind;
using catalogue::ProjectFile;

namespace {

Entry entry(const QString& copy, qint64 number, std::map<QString, qint64> heads = {})
{
    Entry made;
    made.copyId = copy;
    made.number = number;
    made.heads = std::move(heads);
    made.hash = catalogue::hashOf(made);
    return made;
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    // Runs each statement as one piece of one entry.
    static void runInPieces(ProjectFile& file, std::initializer_list<const char*> statements)
    {
        file.edit(Ana, EntryKind::Import, {QStringLiteral("pieces"), {}},
                  [&](catalogue::Edit& edit) {
                      for (const char* sql : statements) {
                          edit.database().exec(sql);
                          edit.flush();
                      }
                  });
    }

private Q_SLOTS:
    void init() { m_dir = QTemporaryDir(); }

    void anEntrySaysWhoWhenWhatAndAfterWhat()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), QStringLiteral("t"), Ana);
        const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-1);
        const catalogue::Sentence sentence{QStringLiteral("Changed stage of %1 to %2"),
                                           {QStringLiteral("El \"Boleo\"\n\\ ñ \U0001F5FA"),
                                            QStringLiteral("@stages/production")}};
        const auto made = file->edit(Bob, EntryKind::Edit, sentence, [](catalogue::Edit& edit) {
            edit.database().exec("INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        });
        const std::vector<Entry> all = file->history();
        QCOMPARE(all.size(), size_t(2));
        const Entry& last = all[1];
        QCOMPARE(last.hash, made->hash);
        QCOMPARE(last.hash, catalogue::hashOf(last));
        QCOMPARE(last.copyId, file->info().copyId);
        QCOMPARE(last.number, 2);
        QCOMPARE(last.previous, all[0].hash);
        QVERIFY(last.heads.empty());
        QCOMPARE(last.author.name, QStringLiteral("Bob"));
        QCOMPARE(last.author.delegation, QStringLiteral("US"));
        QCOMPARE(last.sentence.text, sentence.text);
        QCOMPARE(last.sentence.args, sentence.args);
        QVERIFY(last.madeAt >= before && last.madeAt <= QDateTime::currentDateTimeUtc());
        QCOMPARE(last.schemaVersion, catalogue::SchemaVersion);
        QCOMPARE(last.digest, digest(*file));
        QCOMPARE(all[0].previous, QString());
    }

    void everyFieldIsInTheHash()
    {
        const Entry base = [] {
            Entry made = entry(QStringLiteral("a"), 2, {{QStringLiteral("b"), 1}});
            made.author = Ana;
            made.madeAt = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
            return made;
        }();
        const std::vector<std::function<void(Entry&)>> changes = {
            [](Entry& e) { e.copyId = QStringLiteral("c"); },
            [](Entry& e) { e.number = 3; },
            [](Entry& e) { e.previous = QStringLiteral("p"); },
            [](Entry& e) { e.heads[QStringLiteral("b")] = 2; },
            [](Entry& e) { e.heads.clear(); },
            [](Entry& e) { e.kind = EntryKind::Import; },
            [](Entry& e) { e.target = QStringLiteral("t"); },
            [](Entry& e) { e.author.name = QStringLiteral("Eve"); },
            [](Entry& e) { e.author.delegation = QStringLiteral("CA"); },
            [](Entry& e) { e.madeAt = e.madeAt.addMSecs(1); },
            [](Entry& e) { e.sentence.text = QStringLiteral("s"); },
            [](Entry& e) { e.sentence.args << QStringLiteral("x"); },
            [](Entry& e) { e.schemaVersion = 2; },
            [](Entry& e) { e.digest = QStringLiteral("d"); },
            [](Entry& e) { e.payloadDigest = QStringLiteral("d"); },
        };
        QStringList hashes{catalogue::hashOf(base)};
        for (const auto& change : changes) {
            Entry other = base;
            change(other);
            hashes << catalogue::hashOf(other);
        }
        QCOMPARE(QSet<QString>(hashes.begin(), hashes.end()).size(), hashes.size());
    }

    // docs/file-format.md is enough to read a file without Veta.
    void aStrangerReadsTheFileFromItsDescription()
    {
        auto file = ProjectFile::create(path("a.veta.gpkg"), QStringLiteral("Frontera \"ñ\""), Ana);
        run(*file, "INSERT INTO sites (id, geom, name, position_accuracy_m, note) VALUES "
                   "(1, x'4750', 'El Boleo', 5, ''), (9007199254740991, NULL, NULL, 0.1, 'a\nb'), "
                   "(3, NULL, 'x', -2.5e300, NULL)");
        file->edit(
            Bob, EntryKind::Edit,
            {QStringLiteral("Changed %1"), {QStringLiteral("\t\"\\/\x01\x7f ñ €\U0001F5FA")}},
            [](catalogue::Edit& edit) { edit.database().exec("DELETE FROM sites WHERE id = 3"); });
        base::Progress progress;
        file->undo(Ana, progress);
        const QString wanted = digest(*file);
        const std::vector<Entry> entries = file->history();
        file.reset();

        QProcess reader;
        reader.start(QStringLiteral("python3"),
                     {QStringLiteral(VETA_SOURCE_DIR "/tests/catalogue/read_format.py"),
                      path("a.veta.gpkg")});
        QVERIFY(reader.waitForFinished());
        QCOMPARE(reader.readAllStandardError(), QByteArray());
        const QList<QByteArray> lines = reader.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(QString::fromLatin1(lines[0]), wanted);
        QCOMPARE(lines.size(), qsizetype(1 + entries.size()));
        for (size_t i = 0; i < entries.size(); ++i) {
            const QList<QByteArray> words = lines[qsizetype(i) + 1].split(' ');
            QCOMPARE(QString::fromLatin1(words[1]), entries[i].hash);
            QCOMPARE(words[2], words[1]);
        }
    }

    void causeAndEffect()
    {
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        const Entry a1 = entry(a, 1);
        const Entry a2 = entry(a, 2);
        const Entry b1 = entry(b, 1, {{a, 1}});
        QVERIFY(catalogue::precedesOrIs(a1, a1));
        QVERIFY(catalogue::precedesOrIs(a1, a2));
        QVERIFY(!catalogue::precedesOrIs(a2, a1));
        QVERIFY(catalogue::precedesOrIs(a1, b1));
        QVERIFY(!catalogue::precedesOrIs(a2, b1));
        QVERIFY(!catalogue::precedesOrIs(b1, a2));
    }

    void equalSetsGiveEqualOrdersWithCausesFirst()
    {
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        std::vector<Entry> sorted = {entry(a, 1),           entry(a, 2), entry(b, 1, {{a, 1}}),
                                     entry(b, 2, {{a, 2}}), entry(a, 3), entry(a, 4, {{b, 2}})};
        catalogue::sortCausally(sorted);
        for (size_t i = 0; i < sorted.size(); ++i)
            for (size_t j = 0; j < i; ++j)
                QVERIFY(!catalogue::precedesOrIs(sorted[i], sorted[j]));
        std::mt19937 random{3};
        for (int round = 0; round < 20; ++round) {
            std::vector<Entry> other = sorted;
            std::shuffle(other.begin(), other.end(), random);
            catalogue::sortCausally(other);
            for (size_t i = 0; i < sorted.size(); ++i)
                QCOMPARE(other[i].hash, sorted[i].hash);
        }
    }

    void payloadDigestSeesOrderAndBounds()
    {
        const auto of = [](std::initializer_list<const char*> pieces) {
            catalogue::PayloadDigest payload;
            for (const char* piece : pieces)
                payload.add(piece);
            return payload.text();
        };
        QCOMPARE(of({"a", "b"}), of({"a", "b"}));
        QCOMPARE(
            QSet<QString>({of({"a", "b"}), of({"b", "a"}), of({"ab"}), of({"a", "b", ""}), of({})})
                .size(),
            5);
    }

    // The child stands in an earlier piece than the row it refers to.
    void piecesThatReferForwardAreUndoneAndRedone()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        base::Progress progress;
        const QString before = digest(*file);
        runInPieces(*file, {"INSERT INTO estimates (id, site_id, tonnes) VALUES (10, 1, 5)",
                            "INSERT INTO sites (id, name) VALUES (1, 'Boleo')"});
        const QString after = digest(*file);
        file->undo(Ana, progress);
        QCOMPARE(digest(*file), before);
        file->redo(Ana, progress);
        QCOMPARE(digest(*file), after);
        QVERIFY(file->verify(progress).empty());
    }

    void piecesThatReferForwardAreTakenOver()
    {
        const auto a = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        const auto b = copyOf(*a, path("b.veta.gpkg"));
        base::Progress progress;
        runInPieces(*b, {"INSERT INTO estimates (id, site_id, tonnes) VALUES (10, 1, 5)",
                         "INSERT INTO sites (id, name) VALUES (1, 'Boleo')"});
        a->mergeFrom(b->path(), progress);
        QCOMPARE(digest(*a), digest(*b));
        QVERIFY(a->verify(progress).empty());
    }

    void aRowThatPassesThroughSeveralPiecesIsUndone()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        base::Progress progress;
        const QString before = digest(*file);
        runInPieces(*file, {"INSERT INTO sites (id, name) VALUES (1, 'a')",
                            "UPDATE sites SET name = 'b', note = 'x'", "DELETE FROM sites",
                            "INSERT INTO sites (id, name) VALUES (1, 'c')"});
        QCOMPARE(file->recordedDigest(), digest(*file));
        file->undo(Ana, progress);
        QCOMPARE(digest(*file), before);
        file->redo(Ana, progress);
        QCOMPARE(value(*file, "SELECT name FROM sites"), QStringLiteral("c"));
        QVERIFY(file->verify(progress).empty());
    }

    void cancellingALongEditLeavesTheFileAsItWas()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        const QString before = digest(*file);
        base::Progress progress;
        QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                                 file->edit(Ana, EntryKind::Import, {}, [&](catalogue::Edit& edit) {
                                     edit.database().exec("INSERT INTO sites (id) VALUES (1)");
                                     edit.flush();
                                     progress.cancel();
                                     progress.check();
                                 }));
        QCOMPARE(digest(*file), before);
        QCOMPARE(file->recordedDigest(), before);
        QCOMPARE(value(*file, "SELECT count(*) FROM veta_entry_piece WHERE number > 1"),
                 QStringLiteral("0"));
        base::Progress fresh;
        QVERIFY(file->verify(fresh).empty());
    }

    void undoOfAnImportThatWasEditedSinceIsRefusedAndChangesNothing()
    {
        const auto a = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        base::Progress progress;
        run(*a, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        const auto b = copyOf(*a, path("b.veta.gpkg"));
        run(*b, "INSERT INTO estimates (id, site_id) VALUES (10, 1)", Bob);
        a->mergeFrom(b->path(), progress);
        const QString before = digest(*a);
        const qint64 entries = a->info().entries;
        // The site is needed by what Bob added since.
        QVERIFY_THROWS_EXCEPTION(base::Error, a->undo(Ana, progress));
        QCOMPARE(digest(*a), before);
        QCOMPARE(a->recordedDigest(), before);
        QCOMPARE(a->info().entries, entries);
    }

    // What came in by a merge is not this person's to undo.
    void whatOthersDidIsNotUndoneHere()
    {
        const auto a = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        const auto b = copyOf(*a, path("b.veta.gpkg"));
        base::Progress progress;
        run(*b, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')", Bob);
        a->mergeFrom(b->path(), progress);
        QVERIFY(!a->undoable());
        run(*a, "INSERT INTO sites (id, name) VALUES (2, 'Cananea')");
        a->undo(Ana, progress);
        QVERIFY(!a->undoable());
        QCOMPARE(value(*a, "SELECT count(*) FROM sites"), QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
