// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A large import is undone and redone in bulk; what comes of it must be what row by row gives.

#include "catalogue/site_store.h"
#include "tests/support/scratch_project.h"

#include <QtTest>
#include <random>

using namespace support;
using catalogue::EntryKind;
using catalogue::ProjectFile;
using catalogue::RevertRefused;

namespace {

constexpr int Sites = 5000; // with two rows more each: far more than is turned round row by row

// Ids depend on the seed alone.
void importSites(ProjectFile& file, unsigned seed, int count, bool inBulk)
{
    std::mt19937_64 random{seed};
    const auto id = [&] { return base::Id(random() >> 11) | 1; };
    base::Progress progress;
    file.edit(Ana, EntryKind::Import, {QStringLiteral("Imported %1"), {QString::number(seed)}},
              [&](catalogue::Edit& edit) {
                  catalogue::Source source;
                  source.id = seed;
                  source.kind = QStringLiteral("dataset");
                  source.title = QStringLiteral("list %1").arg(seed);
                  catalogue::addSource(edit, source);
                  if (inBulk)
                      edit.beginBulk();
                  for (int i = 0; i < count; ++i) {
                      catalogue::Site site;
                      site.id = id();
                      site.name = QStringLiteral("Mina %1 de %2").arg(i).arg(random() % 100000);
                      site.lonLat = QPointF(-115 + double(i % 700) / 100, 25 + i % 13);
                      site.positionAccuracyMetres = i % 3 == 0 ? 5 : 0.25 * i;
                      site.cite = {source.id, QString::number(i)};
                      catalogue::addSite(edit, site);
                      catalogue::SiteCommodity commodity;
                      commodity.commodity = QStringLiteral("copper");
                      commodity.role = QStringLiteral("main");
                      catalogue::addSiteCommodity(edit, site.id, commodity);
                      catalogue::Estimate estimate;
                      estimate.id = id();
                      estimate.tonnes = 1000.0 * i;
                      catalogue::addEstimate(edit, site.id, estimate);
                      if (!inBulk && i % 2500 == 2499)
                          edit.flush();
                  }
                  if (inBulk)
                      edit.endBulk(progress);
              });
}

QString rowsIn(const ProjectFile& file)
{
    return value(file, "SELECT (SELECT count(*) FROM sites) || ' ' || (SELECT count(*) FROM "
                       "site_commodities) || ' ' || (SELECT count(*) FROM estimates) || ' ' || "
                       "(SELECT count(*) FROM sources)");
}

} // namespace

class BulkUndoTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<ProjectFile> m_file;
    base::Progress m_progress;

    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    void verify() const
    {
        base::Progress progress;
        const auto issues = m_file->verify(progress);
        QVERIFY2(issues.empty(), issues.empty() ? "" : qPrintable(issues.front().text));
        QCOMPARE(digest(*m_file), m_file->recordedDigest());
    }
    std::vector<catalogue::Entry> whatRefuses(const std::function<void()>& work) const
    {
        const QString before = digest(*m_file);
        const qint64 entries = m_file->info().entries;
        try {
            work();
        } catch (const RevertRefused& refused) {
            // As it was.
            if (digest(*m_file) == before && m_file->info().entries == entries)
                return refused.later();
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_dir = QTemporaryDir();
        m_file = ProjectFile::create(path("a.veta.gpkg"), QStringLiteral("t"), Ana);
    }
    void cleanup() { m_file.reset(); }

    void leavesTheTablesAsTheyWere_data()
    {
        QTest::addColumn<int>("before"); // rows that are there already
        QTest::addColumn<bool>("inBulk");
        QTest::newRow("nothing else") << 0 << true;
        QTest::newRow("few others") << 300 << true;
        QTest::newRow("as many others") << Sites << true;
        QTest::newRow("many others") << 6 * Sites << true;
        QTest::newRow("in pieces of several tables") << 300 << false;
    }
    void leavesTheTablesAsTheyWere()
    {
        QFETCH(int, before);
        QFETCH(bool, inBulk);
        if (before > 0)
            importSites(*m_file, 2, before, true);
        const QString digestBefore = digest(*m_file);
        const QString rowsBefore = rowsIn(*m_file);
        importSites(*m_file, 1, Sites, inBulk);
        const QString digestAfter = digest(*m_file);
        QVERIFY(digestAfter != digestBefore);
        // Else it would be turned round row by row.
        QVERIFY(value(*m_file, "SELECT sum(length(bytes)) FROM veta_entry_piece").toLongLong() >
                256 << 10);

        m_file->undo(Ana, m_progress);
        QCOMPARE(digest(*m_file), digestBefore);
        QCOMPARE(rowsIn(*m_file), rowsBefore);
        verify();
        m_file->redo(Ana, m_progress);
        QCOMPARE(digest(*m_file), digestAfter);
        verify();
        m_file->undo(Ana, m_progress);
        verify();

        // Another copy comes to the same by the entries.
        const auto copy =
            ProjectFile::open(path("a.veta.gpkg"), catalogue::OpenMode::ReadOnly, m_progress);
        QCOMPARE(copy->recordedDigest(), digestBefore);
    }

    void isTakenOverByAnotherCopy()
    {
        const auto other = copyOf(*m_file, path("b.veta.gpkg"));
        importSites(*m_file, 1, Sites, true);
        m_file->undo(Ana, m_progress);
        run(*other, "INSERT INTO sites (id, name) VALUES (7, 'its own')", Bob);
        other->mergeFrom(m_file->path(), m_progress);
        QCOMPARE(rowsIn(*other), QStringLiteral("1 0 0 0"));
        QVERIFY(other->verify(m_progress).empty());
    }

    void isRefusedWhereARowWasChangedSince()
    {
        importSites(*m_file, 1, Sites, true);
        const auto import = *m_file->undoable();
        const auto edit =
            run(*m_file, "UPDATE sites SET note = 'seen' WHERE id = (SELECT max(id) FROM sites)");
        const auto later = whatRefuses([&] { m_file->revert(Ana, import.hash, {}, m_progress); });
        QCOMPARE(later.size(), size_t(1));
        QCOMPARE(later[0].hash, edit->hash);
        // Once that is undone, it can be.
        m_file->undo(Ana, m_progress);
        m_file->revert(Ana, import.hash, QStringLiteral("the wrong list"), m_progress);
        QCOMPARE(rowsIn(*m_file), QStringLiteral("0 0 0 0"));
        QCOMPARE(m_file->history().back().sentence.reason, QStringLiteral("the wrong list"));
        verify();
    }

    void isRefusedWhereANewerRowNeedsIt()
    {
        importSites(*m_file, 1, Sites, true);
        const auto import = *m_file->undoable();
        const auto edit = run(*m_file, "INSERT INTO projects (id, name_en) VALUES (1, 'Copper');"
                                       "INSERT INTO project_members (id, project_id, site_id, role,"
                                       " position) VALUES (1, 1, (SELECT min(id) FROM sites), "
                                       "'extraction', 1)");
        const auto later = whatRefuses([&] { m_file->revert(Ana, import.hash, {}, m_progress); });
        QCOMPARE(later.size(), size_t(1));
        QCOMPARE(later[0].hash, edit->hash);
    }

    void isRefusedWhereARowIsGone()
    {
        importSites(*m_file, 1, Sites, true);
        const auto import = *m_file->undoable();
        run(*m_file, "DELETE FROM estimates WHERE id = (SELECT max(id) FROM estimates)");
        QCOMPARE(whatRefuses([&] { m_file->revert(Ana, import.hash, {}, m_progress); }).size(),
                 size_t(1));
    }

    void cannotBeRedoneWhereTheRowsAreThereAgain()
    {
        importSites(*m_file, 1, Sites, true);
        const auto import = *m_file->undoable();
        const auto undo = m_file->undo(Ana, m_progress);
        importSites(*m_file, 1, Sites, true);
        QCOMPARE(whatRefuses([&] { m_file->revert(Ana, undo.hash, {}, m_progress); }).size(),
                 size_t(1));
        verify();
    }

    void cancelledLeavesEverything()
    {
        importSites(*m_file, 1, Sites, true);
        const QString before = digest(*m_file);
        base::Progress stopped;
        stopped.cancel();
        QVERIFY_THROWS_EXCEPTION(base::Cancelled, m_file->undo(Ana, stopped));
        QCOMPARE(digest(*m_file), before);
        verify();
    }
};

QTEST_GUILESS_MAIN(BulkUndoTest)
#include "bulk_undo_test.moc"
