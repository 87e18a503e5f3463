// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/history.h"

#include "catalogue/field_names.h"
#include "catalogue/site_store.h"
#include "catalogue/vocabulary.h"
#include "tests/support/scratch_project.h"

#include <QtTest>

using namespace support;
using base::Language;
using catalogue::EntryKind;
using catalogue::ProjectFile;

namespace {

constexpr base::Id Boleo = 11;
constexpr base::Id Cananea = 12;

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<ProjectFile> m_file;
    base::Progress m_progress;

    catalogue::Entry edit(const char* sentence, const std::function<void(catalogue::Edit&)>& work,
                          const QString& reason = {})
    {
        return *m_file->edit(Ana, EntryKind::Edit, {QString::fromLatin1(sentence), {}, reason},
                             work);
    }
    // "Stage: Exploration → Production", one a cell.
    QStringList told(const std::vector<catalogue::RowChange>& changes,
                     Language language = Language::English) const
    {
        QStringList lines;
        m_file->read([&](const catalogue::ReadAccess& access) {
            const catalogue::ChangeWords words(access, language);
            for (const catalogue::RowChange& change : changes)
                for (const catalogue::ChangeText& text : words.of(change))
                    lines << QStringLiteral("%1, %2: %3 → %4")
                                 .arg(text.what, text.field, text.before, text.after);
        });
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = QTemporaryDir();
        m_file = ProjectFile::create(m_dir.filePath(QStringLiteral("a.veta.gpkg")),
                                     QStringLiteral("t"), Ana);
        edit("Added two sites", [](catalogue::Edit& edit) {
            catalogue::Site site;
            site.id = Boleo;
            site.name = QStringLiteral("El Boleo");
            site.stage = QStringLiteral("exploration");
            site.lonLat = QPointF(-112.306543, 27.329771);
            catalogue::addSite(edit, site);
            site.id = Cananea;
            site.name = QStringLiteral("Cananea");
            catalogue::addSite(edit, site);
        });
    }
    void cleanup() { m_file.reset(); }

    void ofASiteHoldsWhatBelongsToIt()
    {
        base::Id estimate = 0;
        edit("Added an estimate", [&](catalogue::Edit& edit) {
            catalogue::Source source;
            source.id = 5;
            source.kind = QStringLiteral("document");
            source.title = QStringLiteral("Technical report");
            catalogue::addSource(edit, source);
            catalogue::Estimate row;
            row.commodity = QStringLiteral("copper");
            row.tonnes = 250000;
            row.cite = {5, QStringLiteral("p. 12")};
            estimate = catalogue::addEstimate(edit, Boleo, row);
        });
        edit("Corrected it", [&](catalogue::Edit& edit) {
            catalogue::Estimate row;
            row.id = estimate;
            row.commodity = QStringLiteral("copper");
            row.tonnes = 265000000;
            row.cite = {5, QStringLiteral("p. 12")};
            catalogue::updateEstimate(edit, row);
        });
        edit("Another site", [](catalogue::Edit& edit) {
            edit.database().exec("UPDATE sites SET note = 'x' WHERE id = 12");
        });
        edit(
            "Took it away",
            [&](catalogue::Edit& edit) {
                catalogue::removeSiteRow(edit, QStringLiteral("estimates"), estimate);
            },
            QStringLiteral("superseded"));

        const auto items = catalogue::siteHistory(*m_file, Boleo, m_progress);
        QStringList sentences;
        for (const auto& item : items)
            sentences << item.entry.sentence.text;
        QCOMPARE(
            sentences,
            (QStringList{QStringLiteral("Added two sites"), QStringLiteral("Added an estimate"),
                         QStringLiteral("Corrected it"), QStringLiteral("Took it away")}));
        QCOMPARE(told(items[0].changes).join(u'\n'),
                 QStringLiteral("El Boleo, Position: – → 27.32977° N, 112.30654° W\n"
                                "El Boleo, Name: – → El Boleo\n"
                                "El Boleo, Stage: – → Exploration"));
        QCOMPARE(told(items[1].changes).join(u'\n'),
                 QStringLiteral("El Boleo: Estimate (Copper), Commodity: – → Copper\n"
                                "El Boleo: Estimate (Copper), Ore (t): – → 250,000\n"
                                "El Boleo: Estimate (Copper), Source: – → Technical report\n"
                                "El Boleo: Estimate (Copper), Record or page: – → p. 12"));
        // The row is gone: it goes by its number where the change does not say its name.
        QCOMPARE(items[2].changes.size(), size_t(1));
        QCOMPARE(told(items[2].changes).size(), 1);
        QVERIFY(
            told(items[2].changes)[0].endsWith(QStringLiteral("Ore (t): 250,000 → 265,000,000")));
        QCOMPARE(told(items[3].changes)[1],
                 QStringLiteral("El Boleo: Estimate (Copper), Ore (t): 265,000,000 → –"));
        QCOMPARE(items[3].entry.sentence.reason, QStringLiteral("superseded"));
        m_file->read([&](const catalogue::ReadAccess& access) {
            const catalogue::ChangeWords words(access, Language::English);
            QCOMPARE(words.lines(items[1].changes),
                     QStringList{QStringLiteral(
                         "El Boleo: Estimate (Copper), added: Commodity Copper; Ore (t) 250,000; "
                         "Source Technical report; Record or page p. 12")});
            QCOMPARE(words.lines(items[2].changes).size(), 1);
            QVERIFY(words.lines(items[3].changes)[0].contains(QStringLiteral(", removed: ")));
        });
        QVERIFY(told(items[1].changes, Language::Spanish)[0].endsWith(QStringLiteral("Cobre")));
    }

    void aClaimsValueReadsAsTheFieldDoes()
    {
        const auto entry = edit("claim", [](catalogue::Edit& edit) {
            auto site = *catalogue::readSite(edit, Boleo);
            site.stage = QStringLiteral("production");
            catalogue::updateSite(edit, site, QStringLiteral("MX:Ana"));
        });
        const auto content = catalogue::entryContent(*m_file, entry, 100, m_progress);
        m_file->read([&](const catalogue::ReadAccess& access) {
            const QStringList lines =
                catalogue::ChangeWords(access, Language::English).lines(content.changes);
            // What became of the site comes first.
            QCOMPARE(lines[0], QStringLiteral("El Boleo, Stage: Exploration → Production"));
            QVERIFY2(lines.filter(QStringLiteral("Value Exploration")).size() == 1,
                     qPrintable(lines.join(u'\n')));
        });
    }

    void ofARow()
    {
        run(*m_file, "UPDATE sites SET stage = 'production' WHERE id = 11");
        run(*m_file, "UPDATE sites SET stage = 'closed' WHERE id = 12");
        const auto items =
            catalogue::rowHistory(*m_file, QStringLiteral("sites"), Cananea, m_progress);
        QCOMPARE(items.size(), size_t(2));
        QCOMPARE(told(items[1].changes),
                 QStringList{QStringLiteral("Cananea, Stage: Exploration → Closed")});
        QVERIFY(catalogue::rowHistory(*m_file, QStringLiteral("sites"), 99, m_progress).empty());
    }

    void countsWhatAnEntryDid()
    {
        const auto entry = *run(*m_file, "UPDATE sites SET note = 'x'; DELETE FROM sites WHERE id "
                                         "= 12; INSERT INTO sites (id, name) VALUES (13, 'New')");
        const auto content = catalogue::entryContent(*m_file, entry, 2, m_progress);
        QCOMPARE(content.counts.size(), size_t(1));
        const auto& count = content.counts.at(QStringLiteral("sites"));
        QCOMPARE(count.added, 1);
        QCOMPARE(count.changed, 1);
        QCOMPARE(count.removed, 1);
        QCOMPARE(content.rows(), 3);
        QCOMPARE(content.changes.size(), size_t(2));
    }

    void revertsAnOlderEntry()
    {
        const auto stage = edit("stage", [](catalogue::Edit& edit) {
            edit.database().exec("UPDATE sites SET stage = 'production' WHERE id = 11");
        });
        edit("name", [](catalogue::Edit& edit) {
            edit.database().exec("UPDATE sites SET name = 'Boleo' WHERE id = 11");
        });
        const auto revert = m_file->revert(Bob, stage.hash, QStringLiteral("misread"), m_progress);
        QCOMPARE(value(*m_file, "SELECT stage || ' ' || name FROM sites WHERE id = 11"),
                 QStringLiteral("exploration Boleo"));
        QCOMPARE(revert.author.name, QStringLiteral("Bob"));
        QCOMPARE(revert.sentence.reason, QStringLiteral("misread"));
        QCOMPARE(revert.target, stage.hash);
        QVERIFY(m_file->verify(m_progress).empty());
        // It was undone once: not twice; but it can be done again, by redo or by reverting that.
        QVERIFY_THROWS_EXCEPTION(catalogue::RevertRefused,
                                 m_file->revert(Ana, stage.hash, {}, m_progress));
        QCOMPARE(m_file->redoable()->hash, stage.hash);
        m_file->revert(Ana, revert.hash, {}, m_progress);
        QCOMPARE(value(*m_file, "SELECT stage FROM sites WHERE id = 11"),
                 QStringLiteral("production"));
        QVERIFY(!m_file->redoable());
        QVERIFY(m_file->verify(m_progress).empty());
    }

    void saysWhatStandsInTheWay()
    {
        const auto first = *run(*m_file, "UPDATE sites SET stage = 'production' WHERE id = 11");
        const auto other = *run(*m_file, "UPDATE sites SET note = 'n' WHERE id = 11");
        const auto second = *run(*m_file, "UPDATE sites SET stage = 'closed' WHERE id = 11");
        try {
            m_file->revert(Ana, first.hash, {}, m_progress);
            QFAIL("it was reverted");
        } catch (const catalogue::RevertRefused& refused) {
            QCOMPARE(refused.later().size(), size_t(1));
            QCOMPARE(refused.later()[0].hash, second.hash);
        }
        // The site itself was made by an entry that all three depend on.
        const auto made = m_file->history()[1];
        try {
            m_file->revert(Ana, made.hash, {}, m_progress);
            QFAIL("it was reverted");
        } catch (const catalogue::RevertRefused& refused) {
            QCOMPARE(refused.later().size(), size_t(3));
        }
        m_file->undo(Ana, m_progress); // second
        m_file->undo(Ana, m_progress); // other
        m_file->revert(Ana, first.hash, {}, m_progress);
        QCOMPARE(value(*m_file, "SELECT stage FROM sites WHERE id = 11"),
                 QStringLiteral("exploration"));
    }

    void theMakingOfTheFileStays()
    {
        QVERIFY_THROWS_EXCEPTION(
            base::Error, m_file->revert(Ana, m_file->history().front().hash, {}, m_progress));
        QVERIFY_THROWS_EXCEPTION(base::Error,
                                 m_file->revert(Ana, QStringLiteral("none"), {}, m_progress));
    }

    void aReasonGoesWithEveryEntry()
    {
        m_file->setReason(QStringLiteral("meeting of 3 March"));
        run(*m_file, "UPDATE sites SET note = 'n' WHERE id = 11");
        QCOMPARE(m_file->history().back().sentence.reason, QStringLiteral("meeting of 3 March"));
        m_file->undo(Ana, m_progress);
        QCOMPARE(m_file->history().back().sentence.reason, QStringLiteral("meeting of 3 March"));
        QVERIFY(m_file->verify(m_progress).empty());
    }

    // Every table and column that a person may meet has a name.
    void everyFieldHasAName()
    {
        QStringList nameless;
        m_file->read([&](const catalogue::ReadAccess& access) {
            const auto schema = catalogue::SharedSchema::ofToday(access.database());
            for (const catalogue::SharedTable& table : schema.tables()) {
                const QString name = QString::fromStdString(table.name);
                if (catalogue::tableLabel(name) == name)
                    nameless << name;
                for (const std::string& column : table.columns) {
                    const QString field = QString::fromStdString(column);
                    if (field != QLatin1String("id") && catalogue::fieldLabel(name, field) == field)
                        nameless << name + u'.' + field;
                }
            }
        });
        QCOMPARE(nameless, QStringList());
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
