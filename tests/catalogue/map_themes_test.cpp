// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/map_themes.h"

#include "base/error.h"
#include "catalogue/map_bookmarks.h"
#include "catalogue/project_file.h"
#include "catalogue/settings.h"

#include <QtTest>

namespace {

catalogue::Layer layer(base::Id id, double position, bool visible = true)
{
    catalogue::Layer layer;
    layer.id = id;
    layer.position = position;
    layer.visible = visible;
    return layer;
}

std::vector<base::Id> ids(const std::vector<catalogue::Layer>& layers)
{
    std::vector<base::Id> ids;
    for (const catalogue::Layer& each : layers)
        ids.push_back(each.id);
    return ids;
}

} // namespace

class MapThemesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const catalogue::Author m_author{QStringLiteral("MX"), QStringLiteral("Prueba")};

    std::unique_ptr<catalogue::ProjectFile> file(const QString& name)
    {
        return catalogue::ProjectFile::create(m_folder.filePath(name), name, m_author);
    }

private Q_SLOTS:
    void orderComesBack()
    {
        const catalogue::MapTheme theme = catalogue::themeOf(
            QStringLiteral("a"), {layer(1, 1), layer(2, 2, false), layer(3, 3)}, {});
        // Turned round, one removed, and two added: 7 lies between, 8 on top.
        const auto result =
            catalogue::layersIn(theme, {layer(3, 1), layer(7, 2), layer(1, 4), layer(8, 5)});
        QCOMPARE(ids(result), std::vector<base::Id>({1, 7, 3, 8}));
        QCOMPARE(result[0].position, 1.0);
        QCOMPARE(result[2].position, 4.0);
        QVERIFY(result[0].visible && result[2].visible);
        QVERIFY(!result[1].visible && !result[3].visible); // not in the theme
    }

    void isKeptWithTheFile()
    {
        const auto project = file(QStringLiteral("t.veta.gpkg"));
        catalogue::MapTheme theme;
        theme.name = QStringLiteral("Leyenda de México");
        theme.sites.clustered = true;
        theme.sites.colors = catalogue::SiteColors::CommodityClass;
        catalogue::MapTheme::Shown shown;
        shown.layer = (base::Id(1) << 52) + 1; // as large as an id can be
        shown.visible = false;
        shown.opacity = 0.25;
        shown.style.symbol.strokeWidth = 3;
        theme.layers = {shown};
        project->edit(m_author, catalogue::EntryKind::Edit, {QStringLiteral("Test"), {}},
                      [&](catalogue::Edit& edit) {
                          catalogue::writeTheme(edit, theme);
                          // Of a later version: left alone, and not offered.
                          catalogue::writeNamedSetting(
                              edit, QStringLiteral("theme"), QStringLiteral("later"),
                              QStringLiteral(R"({"layers":[{"id":"1","style":{"version":99}}]})"));
                      });
        project->read([&](const catalogue::ReadAccess& access) {
            const auto themes = catalogue::readThemes(access);
            QCOMPARE(themes.size(), std::size_t(1));
            QCOMPARE(themes[0].name, theme.name);
            QVERIFY(themes[0].sites == theme.sites);
            QCOMPARE(themes[0].layers.size(), std::size_t(1));
            QCOMPARE(themes[0].layers[0].layer, shown.layer);
            QCOMPARE(themes[0].layers[0].opacity, 0.25);
            QVERIFY(!themes[0].layers[0].visible);
            QVERIFY(themes[0].layers[0].style == shown.style);
        });
        project->edit(m_author, catalogue::EntryKind::Edit, {QStringLiteral("Test"), {}},
                      [&](catalogue::Edit& edit) { catalogue::removeTheme(edit, theme.name); });
        project->read([&](const catalogue::ReadAccess& access) {
            QVERIFY(catalogue::readThemes(access).empty());
        });
        QVERIFY_THROWS_EXCEPTION(
            base::Error, project->edit(m_author, catalogue::EntryKind::Edit,
                                       {QStringLiteral("Test"), {}}, [&](catalogue::Edit& edit) {
                                           catalogue::removeTheme(edit, theme.name);
                                       }));
    }

    void bookmarks()
    {
        const auto project = file(QStringLiteral("b.veta.gpkg"));
        const catalogue::MapBookmark sonora{QStringLiteral("Sonora: norte"), {-113, 29, -108, 32}};
        const catalogue::MapBookmark aleutians{QStringLiteral("Aleutians"), {170, 50, -160, 60}};
        project->edit(m_author, catalogue::EntryKind::Edit, {QStringLiteral("Test"), {}},
                      [&](catalogue::Edit& edit) {
                          catalogue::writeBookmark(edit, sonora);
                          catalogue::writeBookmark(edit, aleutians);
                          catalogue::writeNamedSetting(edit, QStringLiteral("bookmark"),
                                                       QStringLiteral("broken"),
                                                       QStringLiteral("{\"west\": 1}"));
                          catalogue::writeTitle(edit, QStringLiteral("Not a bookmark"));
                      });
        project->read([&](const catalogue::ReadAccess& access) {
            const auto all = catalogue::readBookmarks(access);
            QCOMPARE(all, std::vector<catalogue::MapBookmark>({aleutians, sonora}));
        });
    }

    void siteDisplay()
    {
        catalogue::SiteDisplay display;
        QCOMPARE(catalogue::siteDisplayToJson(display), QStringLiteral("{}"));
        display = {false, true, false, catalogue::SiteColors::Score, catalogue::SiteSizes::Tonnes};
        QVERIFY(catalogue::siteDisplayFromJson(catalogue::siteDisplayToJson(display)) == display);
        // What a later version says is read as far as it is known.
        const auto later = catalogue::siteDisplayFromJson(
            QStringLiteral(R"({"colors": "mood", "clustered": true, "glow": 3})"));
        QVERIFY(later.clustered && later.colors == catalogue::SiteColors::Kind);
        QVERIFY(catalogue::siteDisplayFromJson(QString()) == catalogue::SiteDisplay());
    }
};

QTEST_GUILESS_MAIN(MapThemesTest)
#include "map_themes_test.moc"
