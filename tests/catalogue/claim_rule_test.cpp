// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/claim_rule.h"

#include "base/error.h"
#include "catalogue/site_store.h"
#include "tests/support/scratch_project.h"

#include <QtTest>

using namespace support;
using catalogue::Claim;
using catalogue::ClaimRule;
using catalogue::ProjectFile;
using Test = ClaimRule::Test;

namespace {

constexpr base::Id Boleo = 11;
constexpr base::Id Mrds = 1;   // 2011, no rank
constexpr base::Id Sgm = 2;    // 2020, rank 2
constexpr base::Id Report = 3; // 2015, rank 1

} // namespace

class ClaimRuleTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<ProjectFile> m_file;

    void edit(const std::function<void(catalogue::Edit&)>& work) const
    {
        m_file->edit(Ana, catalogue::EntryKind::Edit, {QStringLiteral("test"), {}}, work);
    }
    base::Id claim(const char* field, const char* value, base::Id source) const
    {
        base::Id id = 0;
        edit([&](catalogue::Edit& edit) {
            id = catalogue::addClaim(edit, Boleo,
                                     {0,
                                      QString::fromLatin1(field),
                                      QString::fromUtf8(value),
                                      {source, {}},
                                      {},
                                      {},
                                      false,
                                      {}});
            ClaimRule(edit).apply(edit, Boleo, QString::fromLatin1(field));
        });
        return id;
    }
    QString stage() const { return value(*m_file, "SELECT stage FROM sites WHERE id = 11"); }
    // "value source preferred", by value.
    QStringList claims(const char* field) const
    {
        QStringList lines;
        m_file->read([&](const catalogue::ReadAccess& access) {
            const catalogue::SiteRecord record = *catalogue::readSiteRecord(access, Boleo);
            for (const Claim& claim : record.claims)
                if (claim.field == QLatin1String(field))
                    lines << QStringLiteral("%1 %2 %3")
                                 .arg(claim.value)
                                 .arg(claim.cite.source.value_or(0))
                                 .arg(claim.preferred ? 1 : 0);
        });
        lines.sort();
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = QTemporaryDir();
        m_file = ProjectFile::create(m_dir.filePath(QStringLiteral("a.veta.gpkg")), {}, Ana);
        edit([](catalogue::Edit& edit) {
            edit.database().exec(
                "INSERT INTO sources (id, kind, title, published, rank) VALUES "
                "(1, 'dataset', 'MRDS', '2011', NULL), (2, 'dataset', 'SGM', '2020-05', 2), "
                "(3, 'document', 'Report', '2015', 1);"
                "INSERT INTO sites (id, name, stage, source_id) VALUES (11, 'El Boleo', "
                "'exploration', 1)");
        });
    }
    void cleanup() { m_file.reset(); }

    void theLowerRankStands()
    {
        claim("stage", "production", Sgm);
        QCOMPARE(stage(), QStringLiteral("production"));
        // What stood was cited by the site as a whole; now it is a claim.
        QCOMPARE(claims("stage"), (QStringList{QStringLiteral("exploration 1 0"),
                                               QStringLiteral("production 2 1")}));
        claim("stage", "construction", Report);
        QCOMPARE(stage(), QStringLiteral("construction"));
        claim("stage", "closed", Mrds);
        QCOMPARE(stage(), QStringLiteral("construction"));
        QCOMPARE(claims("stage").size(), 4);
    }

    void theNewerStandsWhereTheProjectSaysSo()
    {
        claim("stage", "production", Sgm);
        claim("stage", "construction", Report);
        qint64 changed = 0;
        base::Progress progress;
        edit([&](catalogue::Edit& edit) {
            catalogue::writeClaimOrder(edit, {Test::Newer, Test::Rank, Test::Expert});
            changed = ClaimRule(edit).applyToAll(edit, progress);
        });
        QCOMPARE(changed, 1);
        QCOMPARE(stage(), QStringLiteral("production"));
    }

    void whatAPersonChoseStands()
    {
        const base::Id sgm = claim("stage", "production", Sgm);
        edit([&](catalogue::Edit& edit) {
            catalogue::preferClaim(edit, sgm, QStringLiteral("MX:Ana"));
        });
        claim("stage", "construction", Report);
        QCOMPARE(stage(), QStringLiteral("production"));
        // A value that a person typed is as good as a claim they chose.
        edit([&](catalogue::Edit& edit) {
            auto site = *catalogue::readSite(edit, Boleo);
            site.stage = QStringLiteral("closed");
            catalogue::updateSite(edit, site, QStringLiteral("MX:Ana"), {});
        });
        claim("stage", "permitting", Report);
        QCOMPARE(stage(), QStringLiteral("closed"));
        QCOMPARE(claims("stage").size(), 5);
    }

    void choosingKeepsWhatStood()
    {
        // A claim that was only added: nobody applied a rule.
        base::Id id = 0;
        edit([&](catalogue::Edit& edit) {
            id = catalogue::addClaim(
                edit, Boleo,
                {0, QStringLiteral("name"), QStringLiteral("Boleo"), {Sgm, {}}, {}, {}, false, {}});
        });
        edit([&](catalogue::Edit& edit) { catalogue::preferClaim(edit, id, {}); });
        QCOMPARE(claims("name"),
                 (QStringList{QStringLiteral("Boleo 2 1"), QStringLiteral("El Boleo 1 0")}));
        QCOMPARE(value(*m_file, "SELECT name FROM sites WHERE id = 11"), QStringLiteral("Boleo"));
    }

    void nothingTellsThemApart()
    {
        claim("stage", "closed", Mrds);
        QCOMPARE(stage(), QStringLiteral("exploration"));
        QCOMPARE(claims("stage"), QStringList{QStringLiteral("closed 1 0")});
    }

    void anEmptyFieldIsFilled()
    {
        claim("country", "MX", Mrds);
        QCOMPARE(value(*m_file, "SELECT country FROM sites WHERE id = 11"), QStringLiteral("MX"));
        claim("position", "-112.3 27.3", Report);
        QCOMPARE(value(*m_file, "SELECT hex(substr(geom, 1, 2)) FROM sites WHERE id = 11"),
                 QStringLiteral("4750"));
    }

    void ordersAreWhole()
    {
        QCOMPARE(catalogue::claimTestsFrom(
                     {QStringLiteral("newer"), QStringLiteral(" rank"), QStringLiteral("expert")}),
                 (std::vector{Test::Newer, Test::Rank, Test::Expert}));
        for (const auto& bad :
             {QStringList{}, QStringList{QStringLiteral("rank")},
              QStringList{QStringLiteral("rank"), QStringLiteral("rank"), QStringLiteral("newer")},
              QStringList{QStringLiteral("rank"), QStringLiteral("best"), QStringLiteral("newer")}})
            QVERIFY_THROWS_EXCEPTION(base::Error, catalogue::claimTestsFrom(bad));
        m_file->read([](const catalogue::ReadAccess& access) {
            QCOMPARE(catalogue::claimTestKeys(ClaimRule(access).order()),
                     (QStringList{QStringLiteral("expert"), QStringLiteral("rank"),
                                  QStringLiteral("newer")}));
        });
    }
};

QTEST_GUILESS_MAIN(ClaimRuleTest)
#include "claim_rule_test.moc"
