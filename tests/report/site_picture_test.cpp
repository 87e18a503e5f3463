// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/site_picture.h"

#include "catalogue/vocabulary.h"
#include "geo/legend.h"
#include "report/project_map.h"
#include "shortlist/sample.h"
#include "tests/support/scratch_project.h"

#include <QtTest>
#include <set>

class SitePictureTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<const catalogue::SiteList> m_list;
    std::vector<size_t> m_rows;
    QTemporaryDir m_folder;

    const geo::SiteSymbol& symbol(const geo::Sites& sites, const QString& name)
    {
        for (const geo::SiteSymbol& each : sites)
            if (each.label == name)
                return each;
        qFatal("no such site");
    }

private Q_SLOTS:
    void initTestCase()
    {
        base::Progress progress;
        const QString path = m_folder.filePath(QStringLiteral("s.veta.gpkg"));
        shortlist::createSample(path, support::Ana, progress);
        const auto file = support::open(path, catalogue::OpenMode::ReadOnly);
        m_list = report::readMapContent(*file, progress).sites;
        for (size_t row = 0; row < m_list->size(); ++row)
            m_rows.push_back(row);
    }

    void coloursByTheMainCommodity()
    {
        catalogue::SiteDisplay display;
        display.colors = catalogue::SiteColors::CommodityClass;
        const auto sites = report::mapSites(*m_list, m_rows, display);
        const geo::SiteDrawing drawing = report::siteDrawing(display);
        QCOMPARE(drawing.colors.size(), catalogue::commodityClasses().terms().size() + 1);
        std::set<QRgb> offered;
        for (const auto& each : drawing.colors)
            offered.insert(each.color);
        QCOMPARE(offered.size(), drawing.colors.size()); // all different
        std::set<QRgb> used;
        for (const geo::SiteSymbol& each : *sites) {
            QVERIFY(offered.contains(each.color));
            used.insert(each.color);
        }
        QVERIFY(used.size() > 4);
        // Lithium and cobalt are of one class, copper of another.
        QCOMPARE(catalogue::commodityClass(QStringLiteral("lithium")),
                 catalogue::commodityClass(QStringLiteral("cobalt")));
        QVERIFY(catalogue::commodityClass(QStringLiteral("copper")) !=
                catalogue::commodityClass(QStringLiteral("lithium")));
        // Every commodity that Veta knows is in a class.
        for (const catalogue::Term& term : catalogue::commodities().terms())
            QVERIFY2(!catalogue::commodityClass(term.key).isEmpty(), qPrintable(term.key));
        // The legend names the classes in use alone, and counts every site once.
        qint64 counted = 0;
        const auto entries = geo::siteEntries(*sites, {}, drawing);
        bool below = false;
        for (const geo::LegendEntry& entry : entries) {
            below = below || entry.label.en == drawing.colorsOf.en;
            if (below && entry.count)
                counted += *entry.count;
        }
        QCOMPARE(counted, qint64(sites->size()));
    }

    void sizesByOre()
    {
        catalogue::SiteDisplay display;
        display.sizes = catalogue::SiteSizes::Tonnes;
        const auto sites = report::mapSites(*m_list, m_rows, display);
        for (const geo::SiteSymbol& a : *sites)
            for (const geo::SiteSymbol& b : *sites) {
                const auto tonnes = [&](const geo::SiteSymbol& each) {
                    return (*m_list)[*m_list->rowOf(each.id)].tonnes.value_or(0);
                };
                if (tonnes(a) > tonnes(b))
                    QVERIFY(a.size >= b.size);
            }
        std::set<int> used;
        for (const geo::SiteSymbol& each : *sites)
            used.insert(each.size);
        QVERIFY(used.size() > 2);
    }

    void scoresAreThoseOfTheBestProject()
    {
        shortlist::Round round;
        shortlist::Evaluation evaluation;
        for (const double score : {0.4, 0.9}) {
            shortlist::Candidate candidate;
            candidate.project.members = {{1, (*m_list)[0].id, QStringLiteral("extraction"), 1}};
            if (score > 0.5)
                candidate.project.members.push_back(
                    {2, (*m_list)[1].id, QStringLiteral("processing"), 2});
            round.candidates.push_back(candidate);
            shortlist::CandidateResult result;
            result.jointScore = score;
            evaluation.candidates.push_back(result);
        }
        const report::SiteScores scores = report::siteScores(round, evaluation);
        QCOMPARE(scores.size(), std::size_t(2));
        QCOMPARE(scores.at((*m_list)[0].id), 0.9);
        catalogue::SiteDisplay display;
        display.colors = catalogue::SiteColors::Score;
        const auto sites = report::mapSites(*m_list, m_rows, display, scores);
        const geo::SiteDrawing drawing = report::siteDrawing(display);
        for (const geo::SiteSymbol& each : *sites)
            QCOMPARE(each.color, scores.contains(each.id) ? drawing.colors.front().color
                                                          : drawing.colors.back().color);
    }

    void candidatesAreNamedFirst()
    {
        report::SiteScores scores{{(*m_list)[3].id, 0.1}};
        const auto sites = report::mapSites(*m_list, m_rows, {}, scores);
        for (const geo::SiteSymbol& each : *sites)
            if (each.id != (*m_list)[3].id)
                QVERIFY(each.priority < symbol(*sites, (*m_list)[3].name).priority);
    }
};

QTEST_MAIN(SitePictureTest)
#include "site_picture_test.moc"
