// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/pair_decisions.h"
#include "catalogue/site_merge.h"
#include "catalogue/site_store.h"
#include "tests/support/scratch_project.h"

#include <QtTest>

using namespace catalogue;
using support::Ana;
using support::Bob;
using support::digest;
using support::value;

namespace {

constexpr base::Id A = 11;
constexpr base::Id B = 22;
constexpr base::Id C = 33;

} // namespace

class SiteMergeTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_made = 0;
    base::Progress m_progress;

    QString path() { return m_folder.filePath(QStringLiteral("p%1.veta.gpkg").arg(++m_made)); }

    // A, B and C: one mine in three catalogues. B has what A lacks, says otherwise what it says,
    // and has a row in every table.
    std::unique_ptr<ProjectFile> three()
    {
        auto file = ProjectFile::create(path(), QStringLiteral("t"), Ana);
        support::run(
            *file,
            "INSERT INTO sources (id, kind, title) VALUES (1, 'dataset', 'one'), (2, 'dataset', "
            "'two'), "
            "(3, 'dataset', 'three');"
            "INSERT INTO sites (id, name, kind, country, source_id, reference) VALUES "
            "(11, 'Boleo', 'mine', 'MX', 1, 'r1');"
            "INSERT INTO sites (id, geom, name, kind, stage, country, admin1, position_accuracy_m, "
            "source_id, reference, handling, note) VALUES (22, "
            "x'47500001e610000001010000000000000000405bc00000000000003b40', 'El Boleo', 'deposit', "
            "'production', 'MX', 'Baja California Sur', 500.5, 2, 'r2', 'CUI', 'a note');"
            "INSERT INTO sites (id, name, deposit_type, source_id) VALUES (33, 'Boleo Cu-Co', "
            "'manto', 3);"
            "INSERT INTO site_names (id, site_id, name) VALUES (101, 22, 'Santa Rosalia'), (102, "
            "11, 'x');"
            "INSERT INTO site_external_ids VALUES (111, 22, 'mrds', '7'), (112, 11, 'mrds', '7');"
            "INSERT INTO site_commodities (id, site_id, commodity, role) VALUES (121, 11, "
            "'copper', 'main'), "
            "(122, 22, 'copper', 'main'), (123, 22, 'cobalt', 'main');"
            "INSERT INTO estimates (id, site_id, tonnes) VALUES (131, 22, 5.5);"
            "INSERT INTO site_processes (id, site_id, process) VALUES (141, 22, 'leaching');"
            "INSERT INTO site_owners (id, site_id, name) VALUES (151, 22, 'MMB');"
            "INSERT INTO site_stages (id, site_id, stage) VALUES (161, 22, 'production');"
            "INSERT INTO claims (id, site_id, field, value, source_id, preferred) VALUES "
            "(171, 22, 'stage', 'production', 3, 1), (172, 22, 'stage', 'closed', 2, 0), "
            "(173, 22, 'kind', 'deposit', 3, 1); UPDATE claims SET chosen_by = 'US:Bob' WHERE id = "
            "173;"
            "INSERT INTO records VALUES (181, 2, 22, 'k', 2, '[]');"
            "INSERT INTO site_permits (id, site_id, kind) VALUES (191, 22, 'concession');"
            "INSERT INTO site_offtakes (id, site_id, buyer) VALUES (201, 22, 'b');"
            "INSERT INTO attachments (id, site_id, digest, embedded) VALUES (211, 22, 'd', 0);"
            "INSERT INTO projects (id, name_en) VALUES (1, 'p'), (2, 'q');"
            "INSERT INTO project_members VALUES (221, 1, 22, 'extraction', 1), (222, 2, 22, "
            "'extraction', 1), "
            "(223, 1, 11, 'extraction', 2);");
        return file;
    }
    static void merge(ProjectFile& file, base::Id stays, base::Id goes, const Author& author = Ana)
    {
        file.edit(author, EntryKind::Edit, {QStringLiteral("merge"), {}}, [&](Edit& edit) {
            mergeSites(edit, stays, goes, QStringLiteral("same place"), toText(author));
        });
    }
    static void split(ProjectFile& file, base::Id gone, const Author& author = Ana)
    {
        file.edit(author, EntryKind::Edit, {QStringLiteral("split"), {}},
                  [&](Edit& edit) { splitSite(edit, gone); });
    }
    void isWhole(const ProjectFile& file)
    {
        QCOMPARE(value(file, "SELECT count(*) FROM pragma_foreign_key_check"), QStringLiteral("0"));
        QCOMPARE(file.recordedDigest(), digest(file));
        const auto issues = file.verify(m_progress);
        QVERIFY2(issues.empty(), issues.empty() ? "" : qPrintable(issues.front().text));
    }

private Q_SLOTS:
    void bringsAllTogether()
    {
        const auto file = three();
        merge(*file, A, B);
        isWhole(*file);
        QCOMPARE(value(*file, "SELECT count(*) FROM sites"), QStringLiteral("2"));
        for (const char* table :
             {"site_names", "site_external_ids", "site_commodities", "estimates", "site_processes",
              "site_owners", "site_stages", "claims", "records", "site_permits", "site_offtakes",
              "attachments", "project_members"})
            QCOMPARE(
                value(*file, std::string("SELECT count(*) FROM ") + table + " WHERE site_id = 22"),
                QStringLiteral("0"));
        // Nothing twice: copper, its number elsewhere, its part in project 1.
        QCOMPARE(value(*file, "SELECT group_concat(commodity) FROM (SELECT commodity FROM "
                              "site_commodities WHERE site_id = 11 ORDER BY commodity)"),
                 QStringLiteral("cobalt,copper"));
        QCOMPARE(value(*file, "SELECT count(*) FROM site_external_ids"), QStringLiteral("1"));
        QCOMPARE(value(*file, "SELECT count(*) FROM project_members WHERE site_id = 11"),
                 QStringLiteral("2"));
        // What A lacked is filled, with the claim that says from where.
        QCOMPARE(value(*file,
                       "SELECT stage || '/' || admin1 || '/' || position_accuracy_m || '/' || "
                       "handling FROM sites WHERE id = 11"),
                 QStringLiteral("production/Baja California Sur/500.5/CUI"));
        QCOMPARE(value(*file,
                       "SELECT source_id || ' ' || preferred FROM claims WHERE site_id = 11 AND "
                       "field = 'stage' AND value = 'production'"),
                 QStringLiteral("3 1"));
        QCOMPARE(value(*file,
                       "SELECT source_id || ' ' || preferred || ' ' || reference FROM claims WHERE "
                       "site_id = 11 AND field = 'admin1'"),
                 QStringLiteral("2 1 r2"));
        QCOMPARE(
            value(*file, "SELECT value FROM claims WHERE field = 'position' AND preferred = 1"),
            QStringLiteral("-109 27"));
        // What differs stands beside it and not in its place.
        QCOMPARE(value(*file, "SELECT kind FROM sites WHERE id = 11"), QStringLiteral("mine"));
        QCOMPARE(value(*file, "SELECT value || preferred FROM claims WHERE field = 'kind'"),
                 QStringLiteral("deposit0"));
        QCOMPARE(value(*file, "SELECT count(*) FROM claims WHERE field = 'country'"),
                 QStringLiteral("0"));
        QCOMPARE(value(*file, "SELECT source_id FROM site_names WHERE name = 'El Boleo'"),
                 QStringLiteral("2"));
        QCOMPARE(
            value(
                *file,
                "SELECT decision || ' ' || author FROM site_pairs WHERE site = 11 AND other = 22"),
            QStringLiteral("merged MX:Ana"));
        QCOMPARE(value(*file, "SELECT reason FROM site_merges WHERE merged = 22 AND site_id = 11"),
                 QStringLiteral("same place"));
        // At most one claim of a field is the preferred one.
        QCOMPARE(
            value(
                *file,
                "SELECT max(n) FROM (SELECT sum(preferred) n FROM claims GROUP BY site_id, field)"),
            QStringLiteral("1"));
    }

    void splitBringsBackWhatWas()
    {
        const auto file = three();
        const QString before = digest(*file);
        merge(*file, A, B);
        QVERIFY(digest(*file) != before);
        split(*file, B);
        QCOMPARE(digest(*file), before);
        isWhole(*file);
        // And the other way round.
        merge(*file, B, A);
        split(*file, A);
        QCOMPARE(digest(*file), before);
    }

    void undoAndRedo()
    {
        const auto file = three();
        const QString before = digest(*file);
        merge(*file, A, B);
        const QString after = digest(*file);
        file->undo(Ana, m_progress);
        QCOMPARE(digest(*file), before);
        file->redo(Ana, m_progress);
        QCOMPARE(digest(*file), after);
        split(*file, B);
        file->undo(Ana, m_progress);
        QCOMPARE(digest(*file), after);
        isWhole(*file);
    }

    void splitAfterLaterEdits()
    {
        const auto file = three();
        merge(*file, A, B);
        support::run(*file, "UPDATE sites SET stage = 'closed', note = 'changed' WHERE id = 11;"
                            "UPDATE estimates SET tonnes = 6 WHERE id = 131;"
                            "DELETE FROM site_owners WHERE id = 151;"
                            "INSERT INTO estimates (id, site_id, tonnes) VALUES (999, 11, 1);");
        split(*file, B);
        isWhole(*file);
        // What was changed in B's rows goes with them, what was removed stays so, what was added to
        // A is A's.
        QCOMPARE(value(*file, "SELECT tonnes FROM estimates WHERE site_id = 22"),
                 QStringLiteral("6.0"));
        QCOMPARE(value(*file, "SELECT count(*) FROM site_owners"), QStringLiteral("0"));
        QCOMPARE(value(*file, "SELECT site_id FROM estimates WHERE id = 999"),
                 QStringLiteral("11"));
        // A's field that somebody changed since stays; the others are empty again.
        QCOMPARE(value(*file, "SELECT stage || '/' || note || '/' || ifnull(admin1, '-') FROM "
                              "sites WHERE id = 11"),
                 QStringLiteral("closed/changed/-"));
        QCOMPARE(value(*file, "SELECT stage || '/' || note FROM sites WHERE id = 22"),
                 QStringLiteral("production/a note"));
        QCOMPARE(value(*file, "SELECT count(*) FROM site_merges"), QStringLiteral("0"));
    }

    // A person chose what B said: it stays A's after the split, with its source.
    void splitKeepsWhatWasChosen()
    {
        const auto file = three();
        support::run(*file, "DELETE FROM claims WHERE field = 'kind'");
        merge(*file, A, B);
        const base::Id claim =
            value(*file, "SELECT id FROM claims WHERE field = 'kind'").toLongLong();
        file->edit(Ana, EntryKind::Edit, {QStringLiteral("prefer"), {}},
                   [&](Edit& edit) { preferClaim(edit, claim, toText(Ana)); });
        split(*file, B);
        QCOMPARE(value(*file, "SELECT kind FROM sites WHERE id = 11"), QStringLiteral("deposit"));
        QCOMPARE(value(*file, "SELECT source_id FROM claims WHERE site_id = 11 AND field = 'kind' "
                              "AND preferred = 1"),
                 QStringLiteral("2"));
    }

    // A <- B, then C <- A: each comes back alone, in any order, and what is left is as if the other
    // merge alone had been made.
    void threeInTurn()
    {
        const auto file = three();
        const QString before = digest(*file);
        const auto only = three();
        merge(*only, C, A);
        const QString onlyOuter = digest(*only);

        merge(*file, A, B);
        const QString inner = digest(*file);
        merge(*file, C, A);
        isWhole(*file);
        QCOMPARE(value(*file, "SELECT count(*) FROM sites"), QStringLiteral("1"));
        const QString both = digest(*file);

        split(*file, A);
        QCOMPARE(digest(*file), inner);
        split(*file, B);
        QCOMPARE(digest(*file), before);
        merge(*file, A, B);
        merge(*file, C, A);
        QCOMPARE(digest(*file), both);
        split(*file, B);
        isWhole(*file);
        QCOMPARE(digest(*file), onlyOuter);
        split(*file, A);
        QCOMPARE(digest(*file), before);
    }

    void refuses()
    {
        const auto file = three();
        const QString before = digest(*file);
        QVERIFY_THROWS_EXCEPTION(base::Error, merge(*file, A, A));
        QVERIFY_THROWS_EXCEPTION(base::Error, merge(*file, A, 4711));
        QVERIFY_THROWS_EXCEPTION(base::Error, merge(*file, 4711, A));
        QVERIFY_THROWS_EXCEPTION(base::Error, split(*file, A));
        QCOMPARE(digest(*file), before);
    }

    void survivesAForgedMerge()
    {
        const auto file = three();
        support::run(
            *file,
            "INSERT INTO site_merges (id, site_id, merged, content) VALUES (1, 11, 77, "
            "'{\"into\":11,\"site\":{\"name\":\"x\",\"id\":5,\"bad\":1,\"kind\":[1]},"
            "\"moved\":{\"sqlite_master\":[1],\"claims\":[9],\"estimates\":\"x\"},"
            "\"changed\":{\"id\":{\"before\":5,\"after\":11}},\"added\":{\"settings\":[1]}}')");
        split(*file, 77);
        isWhole(*file);
        QCOMPARE(value(*file, "SELECT name FROM sites WHERE id = 77"), QStringLiteral("x"));
        QCOMPARE(value(*file, "SELECT count(*) FROM sites WHERE id IN (5, 11)"),
                 QStringLiteral("1"));
        support::run(
            *file,
            "INSERT INTO site_merges (id, site_id, merged, content) VALUES (2, 11, 78, 'no json')");
        split(*file, 78);
        isWhole(*file);
    }

    // Two copies, both with something done to the pair: equal when they have met, whoever took
    // first, sound, and to be split.
    void copiesMeet_data()
    {
        QTest::addColumn<int>("what");
        const char* names[] = {
            "both the same",         "each the other way round", "merged and edited",
            "merged and kept apart", "merged twice into others", "split and merged again"};
        for (int i = 0; i < 6; ++i)
            QTest::newRow(names[i]) << i;
    }
    void copiesMeet()
    {
        QFETCH(int, what);
        const auto one = three();
        if (what == 5)
            merge(*one, A, B);
        const auto other = support::copyOf(*one, path());
        switch (what) {
        case 0:
            merge(*one, A, B);
            merge(*other, A, B, Bob);
            break;
        case 1:
            merge(*one, A, B);
            merge(*other, B, A, Bob);
            break;
        case 2:
            merge(*one, A, B);
            support::run(*other,
                         "UPDATE sites SET stage = 'closed' WHERE id = 22;"
                         "INSERT INTO estimates (id, site_id, tonnes) VALUES (998, 22, 3)",
                         Bob);
            break;
        case 3:
            merge(*one, A, B);
            other->edit(Bob, EntryKind::Edit, {QStringLiteral("apart"), {}}, [&](Edit& edit) {
                keepApart(edit, A, B, QStringLiteral("two mines"), toText(Bob));
            });
            break;
        case 4:
            merge(*one, A, B);
            merge(*other, C, B, Bob);
            break;
        default:
            split(*one, B);
            support::run(*other, "UPDATE sites SET note = 'n' WHERE id = 11", Bob);
        }
        one->mergeFrom(other->path(), m_progress);
        other->mergeFrom(one->path(), m_progress);
        QCOMPARE(digest(*one), digest(*other));
        isWhole(*one);
        isWhole(*other);
        // Whatever the meeting made of it, no row of any of the three is lost: split them all.
        for (const base::Id gone : {A, B, C})
            if (value(*one, "SELECT count(*) FROM site_merges WHERE merged = " +
                                std::to_string(gone)) != QLatin1String("0"))
                split(*one, gone);
        isWhole(*one);
        QCOMPARE(value(*one, "SELECT count(*) FROM sites"), QStringLiteral("3"));
        QCOMPARE(value(*one, "SELECT count(*) FROM estimates WHERE id = 131"), QStringLiteral("1"));
        QCOMPARE(value(*one, "SELECT count(*) FROM records WHERE id = 181 AND site_id IS NOT NULL"),
                 QStringLiteral("1"));
        other->mergeFrom(one->path(), m_progress);
        QCOMPARE(digest(*one), digest(*other));
    }

    void decisionsFromCsv()
    {
        const auto file = three();
        const auto entries = file->history().size();
        const DecidedPairs outcome = decidePairs(*file, Ana,
                                                 "\xEF\xBB\xBFsite,other,decision,reason,bits\r\n"
                                                 "11,22,merge,\"same, by the map\",7.5\r\n"
                                                 "22,33,apart,22 stands for 11 now,1\r\n"
                                                 "11,33,,,\r\n"
                                                 "11,4711,merge,,\r\n"
                                                 "11,22,apart,,\r\n"
                                                 "11,33,maybe,,\r\n",
                                                 QStringLiteral("d.csv"), m_progress);
        QCOMPARE(outcome.merged, qint64(1));
        QCOMPARE(outcome.apart, qint64(1));
        QCOMPARE(outcome.undecided, qint64(1));
        QCOMPARE(outcome.issues.size(), size_t(3));
        QCOMPARE(outcome.issues[0].where.line, qint64(5));
        QCOMPARE(outcome.issues[1].where.line, qint64(6));
        QCOMPARE(outcome.issues[2].where.line, qint64(7));
        for (const base::Issue& issue : outcome.issues)
            QVERIFY(!issue.text.isEmpty() && issue.where.file == QLatin1String("d.csv"));
        QCOMPARE(file->history().size(), entries + 1);
        isWhole(*file);
        std::vector<PairDecision> decisions;
        file->read([&](const ReadAccess& access) { decisions = readPairDecisions(access); });
        QCOMPARE(decisions.size(), size_t(2));
        QCOMPARE(decisionOf(decisions, C, A), QStringLiteral("apart"));
        QCOMPARE(decisionOf(decisions, B, A), QStringLiteral("merged"));
        QCOMPARE(decisionOf(decisions, B, C), QString());
        QCOMPARE(decisions[0].reason, QStringLiteral("same, by the map"));
        QVERIFY_THROWS_EXCEPTION(base::Error,
                                 decidePairs(*file, Ana, "a,b\n1,2\n", {}, m_progress));
        QVERIFY_THROWS_EXCEPTION(base::Error, decidePairs(*file, Ana, "", {}, m_progress));
    }
};

QTEST_GUILESS_MAIN(SiteMergeTest)
#include "site_merge_test.moc"
