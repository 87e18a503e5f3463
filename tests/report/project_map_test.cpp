// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/project_map.h"

#include "catalogue/site_store.h"
#include "tests/support/layers.h"
#include "tests/support/scratch_project.h"

#include <QtTest>

using namespace support;

class ProjectMapTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<catalogue::ProjectFile> m_file;
    std::map<QString, base::Id> m_ids;

    void add(const QString& name, std::optional<QPointF> place)
    {
        m_file->edit(Ana, catalogue::EntryKind::Edit, {QStringLiteral("test"), {}},
                     [&](catalogue::Edit& edit) {
                         catalogue::Site site;
                         site.name = name;
                         site.kind = QStringLiteral("mine");
                         site.lonLat = place;
                         m_ids[name] = catalogue::addSite(edit, site);
                     });
    }
    std::shared_ptr<const catalogue::SiteList> list() const
    {
        base::Progress progress;
        return report::readMapContent(*m_file, progress).sites;
    }
    static std::vector<size_t> all(const catalogue::SiteList& list)
    {
        std::vector<size_t> rows(list.size());
        for (size_t i = 0; i < rows.size(); ++i)
            rows[i] = i;
        return rows;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = QTemporaryDir();
        m_ids.clear();
        m_file = catalogue::ProjectFile::create(m_folder.filePath(QStringLiteral("m.veta.gpkg")),
                                                QStringLiteral("Map"), Ana);
    }

    void anEmptyProjectHasTheBorderRegionAndTheDefaultCrs()
    {
        base::Progress progress;
        const report::MapContent content = report::readMapContent(*m_file, progress);
        QCOMPARE(content.crs.code(), QStringLiteral("EPSG:6372"));
        QVERIFY(content.layers.empty() && content.projects.empty());
        const geo::Extent extent = report::extentOf(*content.sites, {});
        QVERIFY(extent.west < -110 && extent.east > -100 && extent.south < 25 && extent.north > 32);
    }

    void sitesWithoutAPositionAreNotDrawn()
    {
        add(QStringLiteral("A"), QPointF(-110, 30));
        add(QStringLiteral("B"), {});
        const auto sites = list();
        QCOMPARE(sites->size(), size_t(2));
        const auto drawn = report::mapSites(*sites, all(*sites));
        QCOMPARE(drawn->size(), size_t(1));
        QCOMPARE(drawn->front().label, QStringLiteral("A"));
        QCOMPARE(drawn->front().lonLat, QPointF(-110, 30));
        QCOMPARE(drawn->front().kind, QStringLiteral("mine"));
    }

    void theExtentHoldsEachSite()
    {
        add(QStringLiteral("A"), QPointF(-110, 30));
        add(QStringLiteral("B"), QPointF(-100, 25));
        add(QStringLiteral("C"), {});
        const auto sites = list();
        const geo::Extent extent = report::extentOf(*sites, all(*sites));
        QCOMPARE(extent.west, -110.0);
        QCOMPARE(extent.east, -100.0);
        QCOMPARE(extent.south, 25.0);
        QCOMPARE(extent.north, 30.0);
    }

    void aFewFarAwayDoNotMakeTheRestSmall()
    {
        for (int i = 0; i < 40; ++i)
            add(QStringLiteral("near %1").arg(i), QPointF(-110 + 0.1 * i, 28 + 0.1 * i));
        add(QStringLiteral("far east"), QPointF(140, -30));
        add(QStringLiteral("far west"), QPointF(-170, 65));
        const auto sites = list();
        const geo::Extent home = report::homeExtent(*sites, all(*sites));
        QVERIFY(home.west > -112 && home.east < -104);
        QVERIFY(home.south > 26 && home.north < 34);
        QVERIFY(report::extentOf(*sites, all(*sites)).east > 100);
    }

    void withoutSitesTheLayersAreShown()
    {
        add(QStringLiteral("nowhere"), {});
        const auto sites = list();
        geo::MapLayer layer;
        layer.features = support::layerOf(
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\","
            "\"coordinates\":[[10,20],[12,23]]}}");
        const geo::Extent home = report::homeExtent(*sites, all(*sites), {layer});
        QCOMPARE(home.west, 10.0);
        QCOMPARE(home.north, 23.0);
        layer.visible = false;
        QVERIFY(report::homeExtent(*sites, all(*sites), {layer}).west < -100);
        add(QStringLiteral("somewhere"), QPointF(-110, 30));
        layer.visible = true;
        const auto more = list();
        QCOMPARE(report::homeExtent(*more, all(*more), {layer}).west, -110.0);
    }

    void arrowsJoinSitesInOrderOfTheChain()
    {
        add(QStringLiteral("mine"), QPointF(-110, 30));
        add(QStringLiteral("nowhere"), {});
        add(QStringLiteral("plant"), QPointF(-100, 25));
        catalogue::Project chain;
        chain.id = 1;
        chain.name = {QStringLiteral("Chain"), QStringLiteral("Cadena")};
        for (const char* site : {"mine", "nowhere", "plant"})
            chain.members.push_back({0, m_ids.at(QString::fromLatin1(site)), {}, 0});
        catalogue::Project alone;
        alone.id = 2;
        alone.members.push_back({0, m_ids.at(QStringLiteral("mine")), {}, 0});
        const auto sites = list();
        const auto arrows =
            report::projectArrows({chain, alone}, *sites, base::Language::Spanish, base::Id(1));
        QCOMPARE(arrows.size(), size_t(1)); // one place is no arrow
        QCOMPARE(arrows[0].lonLats, (std::vector<QPointF>{{-110, 30}, {-100, 25}}));
        QVERIFY(arrows[0].highlighted && arrows[0].distances);
        QCOMPARE(arrows[0].label, QStringLiteral("Cadena"));
        const auto quiet = report::projectArrows({chain}, *sites, base::Language::English);
        QVERIFY(!quiet[0].highlighted && quiet[0].label.isEmpty());
    }

    void everyKindAndStageHasItsWords()
    {
        const geo::SiteWords words = report::siteWords();
        QVERIFY(words.kinds.size() >= 5 && words.stages.size() >= 8);
        for (const auto* labels : {&words.kinds, &words.stages})
            for (const auto& [key, label] : *labels)
                QVERIFY2(!label.en.isEmpty() && !label.es.isEmpty(), qPrintable(key));
    }
};

QTEST_GUILESS_MAIN(ProjectMapTest)
#include "project_map_test.moc"
