// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/map_renderer.h"
#include "geo/site_clusters.h"
#include "tests/support/golden_image.h"
#include <QPainter>
#include <QPicture>
#include <QtTest>
#include <random>

namespace {

geo::MapSnapshot snapshotOf(geo::Sites sites, QSizeF size = {400, 300})
{
    geo::MapSnapshot snapshot(geo::MapView(geo::Crs::fromText(QStringLiteral("EPSG:6372")), size));
    snapshot.view.fitLonLat({-116, 22, -96, 36});
    snapshot.sites = std::make_shared<const geo::Sites>(std::move(sites));
    return snapshot;
}

geo::SiteSymbol site(base::Id id, double lon, double lat, const char* kind = "mine",
                     const char* stage = "production", const char* label = "", bool dimmed = false)
{
    return {id,
            {lon, lat},
            QString::fromLatin1(kind),
            QString::fromLatin1(stage),
            QString::fromUtf8(label),
            dimmed};
}

QImage drawn(const geo::MapSnapshot& snapshot)
{
    QImage image((snapshot.view.size() * snapshot.devicePixelRatio).toSize(),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(snapshot.devicePixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    geo::PreparedCache cache;
    base::Progress progress;
    geo::drawSites(snapshot, cache, painter, progress);
    return image;
}

int inked(const QImage& image, QRect within)
{
    int count = 0;
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            count += image.valid(x, y) && image.pixel(x, y) != qRgb(255, 255, 255) ? 1 : 0;
    return count;
}

QRect around(QPointF at, int reach)
{
    return QRect(at.toPoint() - QPoint(reach, reach), QSize(2 * reach + 1, 2 * reach + 1));
}

} // namespace

class SitesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStandsAtItsPlace();
    void manyBecomeSmallThenDots();
    void manyOnPaperAreNoVectors();
    void ownColourAndSize();
    void closeOnesAreACluster();
    void everySiteIsSomewhere();
    void clustersStayWhileTheMapIsPanned();
    void namesStayWhileTheMapIsPanned();
    void theMostImportantNameIsWritten();
    void theFilteredOutLieBelow();
    void theOneUnderTheCursor();
    void thoseInABox();
    void placesOutOfReachAreLeftOut();
    void labelsDoNotOverlap();
    void noNameUnderTheScaleBar();
    void arrowsJoinInOrder();
    void arrowsSayTheDistance();
    void cancelled();
    void matchesGolden();
};

void SitesTest::eachStandsAtItsPlace()
{
    for (const double ratio : {1.0, 2.0}) {
        geo::MapSnapshot snapshot = snapshotOf({site(1, -110, 30), site(2, -100, 25, "deposit")});
        snapshot.devicePixelRatio = ratio;
        const QImage image = drawn(snapshot);
        int total = 0;
        for (const geo::SiteSymbol& each : *snapshot.sites) {
            const QPointF at = *snapshot.view.fromLonLat(each.lonLat) * ratio;
            // Its middle is at the place: what is inked left and right of it is in balance.
            double x = 0;
            double y = 0;
            int count = 0;
            const QRect box = around(at, int(9 * ratio));
            for (int row = box.top(); row <= box.bottom(); ++row)
                for (int column = box.left(); column <= box.right(); ++column)
                    if (image.pixel(column, row) != qRgb(255, 255, 255)) {
                        x += column + 0.5;
                        y += row + 0.5;
                        ++count;
                    }
            QVERIFY(count > 60 * ratio * ratio);
            QVERIFY(std::abs(x / count - at.x()) < 1 && std::abs(y / count - at.y()) < 1);
            total += count;
        }
        QCOMPARE(inked(image, image.rect()), total);
    }
}

void SitesTest::manyBecomeSmallThenDots()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(-115, -97);
    std::uniform_real_distribution<double> lat(23, 35);
    const auto inkPerSite = [&](int count) {
        geo::Sites sites;
        for (int i = 0; i < count; ++i)
            sites.push_back(site(i + 1, lon(random), lat(random)));
        sites.push_back(site(count + 1, -114, 22.6)); // one that stands apart
        const geo::MapSnapshot snapshot = snapshotOf(sites);
        const QPointF at = *snapshot.view.fromLonLat({-114, 22.6});
        return inked(drawn(snapshot), around(at, 9));
    };
    const int symbol = inkPerSite(100);
    const int small = inkPerSite(800);
    const int dot = inkPerSite(5000);
    QVERIFY2(dot >= 4 && dot < small && small < symbol,
             qPrintable(QStringLiteral("%1 %2 %3").arg(dot).arg(small).arg(symbol)));
}

void SitesTest::manyOnPaperAreNoVectors()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(-115, -97);
    std::uniform_real_distribution<double> lat(23, 35);
    geo::Sites sites;
    for (int i = 0; i < 5000; ++i)
        sites.push_back(site(i + 1, lon(random), lat(random)));
    const auto commands = [](const geo::MapSnapshot& snapshot) {
        QPicture paper;
        QPainter painter(&paper);
        geo::PreparedCache cache;
        base::Progress progress;
        geo::drawSites(snapshot, cache, painter, progress);
        painter.end();
        return paper.size();
    };
    const auto picture = commands(snapshotOf(sites));
    sites.resize(100);
    const auto vectors = commands(snapshotOf(sites));
    QVERIFY2(picture < 40 * vectors, qPrintable(QStringLiteral("%1 %2").arg(picture).arg(vectors)));
}

void SitesTest::ownColourAndSize()
{
    geo::SiteSymbol plain = site(1, -105, 29);
    geo::SiteSymbol blue = plain;
    blue.color = qRgb(0, 80, 200);
    const QPointF at = *snapshotOf({plain}).view.fromLonLat({-105, 29});
    QCOMPARE(drawn(snapshotOf({blue})).pixel(at.toPoint()), qRgb(0, 80, 200));
    QCOMPARE(drawn(snapshotOf({plain})).pixel(at.toPoint()), geo::siteColor(plain.kind).rgb());
    geo::SiteSymbol large = plain;
    large.size = 8;
    const int usual = inked(drawn(snapshotOf({plain})), around(at, 30));
    const int twice = inked(drawn(snapshotOf({large})), around(at, 30));
    QVERIFY2(twice > 3 * usual && twice < 5 * usual,
             qPrintable(QStringLiteral("%1 %2").arg(usual).arg(twice)));
}

void SitesTest::closeOnesAreACluster()
{
    geo::MapSnapshot snapshot =
        snapshotOf({site(1, -105, 29), site(2, -105.02, 29), site(3, -105, 29.03, "deposit"),
                    site(4, -100, 25), site(5, -105, 29, "mine", "", "", true)});
    geo::PreparedCache cache;
    const QPointF at = *snapshot.view.fromLonLat({-105, 29});
    QVERIFY(!geo::clusterAt(snapshot, cache, at));
    snapshot.siteDrawing.clustered = true;
    std::vector<base::Id> members;
    const auto cluster = geo::clusterAt(snapshot, cache, at, &members);
    QVERIFY(cluster);
    QCOMPARE(cluster->count, qint64(3));
    QCOMPARE(members, std::vector<base::Id>({1, 2, 3})); // the dimmed one is in none
    QCOMPARE(cluster->kinds.size(), std::size_t(2));
    QCOMPARE(cluster->kinds.front(), (std::pair<QString, qint64>(QStringLiteral("mine"), 2)));
    // What is in it cannot be clicked, what stands alone can.
    QCOMPARE(geo::siteAt(snapshot, cache, at), std::nullopt);
    const QPointF alone = *snapshot.view.fromLonLat({-100, 25});
    QCOMPARE(geo::siteAt(snapshot, cache, alone), std::optional<base::Id>(4));
    QVERIFY(!geo::clusterAt(snapshot, cache, alone));
    // Seen closer they come apart.
    snapshot.view.zoomAt(at, 60);
    QVERIFY(!geo::clusterAt(snapshot, cache, *snapshot.view.fromLonLat({-105, 29})));
    QCOMPARE(geo::siteAt(snapshot, cache, *snapshot.view.fromLonLat({-105, 29.03})),
             std::optional<base::Id>(3));
}

namespace {

// Thick in places, thin in others.
geo::Sites scattered(int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> around(0, 1.5);
    std::uniform_real_distribution<double> lon(-114, -98);
    std::uniform_real_distribution<double> lat(23, 35);
    const char* const kinds[] = {"mine", "deposit", "prospect"};
    geo::Sites sites;
    for (int i = 0; i < count; ++i)
        sites.push_back(
            i % 3 == 0 ? site(i + 1, lon(random), lat(random), kinds[i % 3])
                       : site(i + 1, -106 + around(random), 29 + around(random), kinds[i % 3]));
    return sites;
}

geo::SiteClusters clustersOf(const geo::MapSnapshot& snapshot, const geo::PreparedSites& prepared)
{
    base::Progress progress;
    return {*snapshot.sites, prepared, snapshot.view, progress};
}

} // namespace

void SitesTest::everySiteIsSomewhere()
{
    // Every site in the picture is counted once, alone or in one cluster; no two circles meet.
    for (unsigned seed = 1; seed <= 3; ++seed) {
        geo::MapSnapshot snapshot = snapshotOf(scattered(400, seed), {700, 500});
        base::Progress progress;
        const geo::PreparedSites prepared =
            geo::prepareSites(*snapshot.sites, snapshot.view, progress);
        const geo::SiteClusters clusters = clustersOf(snapshot, prepared);
        std::vector<int> seen(snapshot.sites->size(), 0);
        for (const std::uint32_t index : clusters.single())
            ++seen[index];
        for (std::size_t i = 0; i < clusters.clusters().size(); ++i) {
            const auto members = clusters.sitesOf(i);
            QCOMPARE(qint64(members.size()), clusters.clusters()[i].count);
            for (const std::uint32_t index : members) {
                ++seen[index];
                QVERIFY(clusters.clusters()[i].extent.contains(prepared.positions[index]));
            }
        }
        QVERIFY(clusters.clusters().size() > 10 && !clusters.single().empty());
        for (const auto& site : geo::sitesInView(prepared, snapshot.view, QRectF(0, 0, 700, 500)))
            QCOMPARE(seen[site.index], 1);
        for (const int times : seen)
            QVERIFY(times <= 1);
        int touching = 0;
        for (const auto& a : clusters.clusters())
            for (const auto& b : clusters.clusters())
                touching += &a < &b && std::hypot(a.at.x() - b.at.x(), a.at.y() - b.at.y()) <
                                           a.radius + b.radius
                                ? 1
                                : 0;
        QVERIFY2(touching <= int(clusters.clusters().size()) / 20,
                 qPrintable(QString::number(touching)));
    }
}

void SitesTest::clustersStayWhileTheMapIsPanned()
{
    geo::MapSnapshot snapshot = snapshotOf(scattered(3000, 4), {700, 500});
    base::Progress progress;
    const geo::PreparedSites prepared = geo::prepareSites(*snapshot.sites, snapshot.view, progress);
    std::map<std::pair<qint64, qint64>, qint64> before; // by place on the ground
    const auto placeOf = [&](const geo::SiteCluster& cluster) {
        const QPointF at = snapshot.view.toMap(cluster.at);
        return std::pair(qint64(std::llround(at.x())), qint64(std::llround(at.y())));
    };
    const geo::SiteClusters first = clustersOf(snapshot, prepared);
    for (const auto& cluster : first.clusters())
        before[placeOf(cluster)] = cluster.count;
    snapshot.view.pan({37, -21});
    int same = 0;
    int all = 0;
    const geo::SiteClusters second = clustersOf(snapshot, prepared);
    for (const auto& cluster : second.clusters()) {
        if (!QRectF(60, 60, 580, 380).contains(cluster.at))
            continue;
        ++all;
        const auto found = before.find(placeOf(cluster));
        same += found != before.end() && found->second == cluster.count ? 1 : 0;
    }
    QVERIFY(all > 20);
    QCOMPARE(same, all);
}

void SitesTest::namesStayWhileTheMapIsPanned()
{
    geo::Sites sites = scattered(60, 5);
    for (geo::SiteSymbol& each : sites)
        each.label = QStringLiteral("Site %1").arg(each.id);
    geo::MapSnapshot snapshot = snapshotOf(sites, {700, 500});
    snapshot.decorations.scaleBar = false;
    snapshot.decorations.attribution = false;
    const QImage before = drawn(snapshot);
    snapshot.view.pan({40, 24}); // whole pixels
    const QImage after = drawn(snapshot);
    // What is in both pictures, far enough from the edge for a name to fit, is the same.
    const QRect inside = QRect(0, 0, 700, 500).adjusted(90, 60, -90, -60);
    QVERIFY(inked(before, inside) > 2000);
    QCOMPARE(after.copy(inside), before.copy(inside.translated(-40, -24)));
}

void SitesTest::theMostImportantNameIsWritten()
{
    // All on one spot: the one that matters has the first place, to the right.
    geo::Sites sites;
    for (int i = 0; i < 340; ++i)
        sites.push_back(site(i + 1, -105, 29, "mine", "production", "Other"));
    sites.back().label = QStringLiteral("Cananea");
    sites.back().priority = 1;
    const QPointF at = *snapshotOf({}).view.fromLonLat({-105, 29});
    const QRect right(int(at.x()) + 9, int(at.y()) - 5, 60, 10);
    const geo::SiteSymbol alone = sites.back();
    QCOMPARE(drawn(snapshotOf(sites)).copy(right), drawn(snapshotOf({alone})).copy(right));
}

void SitesTest::theFilteredOutLieBelow()
{
    const geo::SiteSymbol shown = site(1, -105, 29);
    const geo::SiteSymbol dimmed = site(2, -105, 29, "mine", "production", "", true);
    const geo::MapSnapshot snapshot = snapshotOf({shown, dimmed});
    const QImage image = drawn(snapshot);
    QCOMPARE(image, drawn(snapshotOf({dimmed, shown})));
    // Nothing of it shows but a breath at the rim, where the one above is not quite opaque.
    const QRect middle = around(*snapshot.view.fromLonLat({-105, 29}), 3);
    QCOMPARE(image.copy(middle), drawn(snapshotOf({shown})).copy(middle));
}

void SitesTest::theOneUnderTheCursor()
{
    geo::PreparedCache cache;
    const geo::MapSnapshot snapshot =
        snapshotOf({site(1, -105, 29), site(2, -105, 29.05), site(3, -110, 33),
                    site(4, -110, 33.01, "mine", "", "", true)});
    const QPointF at = *snapshot.view.fromLonLat({-105, 29.0});
    QCOMPARE(geo::siteAt(snapshot, cache, at + QPointF(0, 3)), std::optional<base::Id>(1));
    QCOMPARE(geo::siteAt(snapshot, cache, at - QPointF(0, 5)), std::optional<base::Id>(2));
    QCOMPARE(geo::siteAt(snapshot, cache, at + QPointF(0, 9)), std::nullopt);
    QCOMPARE(geo::siteAt(snapshot, cache, at + QPointF(0, 9), 12), std::optional<base::Id>(1));
    // What the filter lets through is found before what it does not.
    const QPointF other = *snapshot.view.fromLonLat({-110, 33.01});
    QCOMPARE(geo::siteAt(snapshot, cache, other), std::optional<base::Id>(3));
}

void SitesTest::thoseInABox()
{
    geo::PreparedCache cache;
    const geo::MapSnapshot snapshot =
        snapshotOf({site(1, -105, 29), site(2, -104, 29), site(3, -98, 24),
                    site(4, -105, 29.2, "mine", "", "", true)});
    const QPointF at = *snapshot.view.fromLonLat({-104.5, 29});
    QCOMPARE(geo::sitesIn(snapshot, cache, QRectF(at - QPointF(30, 30), QSizeF(60, 60))),
             std::vector<base::Id>({1, 2}));
    QCOMPARE(geo::sitesIn(snapshot, cache, QRectF(at + QPointF(30, 30), QSizeF(-60, -60))),
             std::vector<base::Id>({1, 2}));
}

void SitesTest::placesOutOfReachAreLeftOut()
{
    geo::MapSnapshot snapshot = snapshotOf(
        {site(1, -105, 29), site(2, -105, -90), site(3, std::nan(""), 30), site(4, 1e300, 1e300)});
    const QImage image = drawn(snapshot);
    QCOMPARE(image, drawn(snapshotOf({site(1, -105, 29)})));
}

void SitesTest::labelsDoNotOverlap()
{
    // Two sites on one spot: each label finds its own side. Three dozen: some stay away.
    geo::MapSnapshot two = snapshotOf({site(1, -105, 29, "mine", "production", "Alpha"),
                                       site(2, -105, 29.01, "mine", "production", "Beta")});
    geo::MapSnapshot one = two;
    one.sites = std::make_shared<const geo::Sites>(
        geo::Sites{site(1, -105, 29, "mine", "production", "Alpha"), site(2, -105, 29.01)});
    geo::MapSnapshot none = two;
    none.decorations.siteLabels = false;
    const int plain = inked(drawn(none), QRect(0, 0, 400, 300));
    const int alpha = inked(drawn(one), QRect(0, 0, 400, 300)) - plain;
    const int both = inked(drawn(two), QRect(0, 0, 400, 300)) - plain;
    QVERIFY(alpha > 50);
    QVERIFY(both > 1.4 * alpha);
    geo::Sites crowd;
    for (int i = 0; i < 36; ++i)
        crowd.push_back(site(i + 1, -105, 29, "mine", "production", "Crowd"));
    const int many = inked(drawn(snapshotOf(crowd)), QRect(0, 0, 400, 300)) - plain;
    QVERIFY(many < 6 * alpha);
}

void SitesTest::noNameUnderTheScaleBar()
{
    // What the decorations will cover bears no name, half of which would show.
    geo::MapSnapshot snapshot = snapshotOf({site(1, -105, 29, "mine", "production", "Alpha")});
    snapshot.view.setCentre(
        snapshot.view.toMap(*snapshot.view.fromLonLat({-105, 29}) + QPointF(140, -125)));
    const QPointF at = *snapshot.view.fromLonLat({-105, 29});
    QVERIFY(at.x() > 20 && at.x() < 100);
    QVERIFY(at.y() > 262 && at.y() < 290);
    const int without = inked(drawn(snapshot), QRect(0, 0, 400, 300));
    snapshot.decorations.scaleBar = false;
    QVERIFY(inked(drawn(snapshot), QRect(0, 0, 400, 300)) > without + 50);
}

void SitesTest::arrowsJoinInOrder()
{
    geo::MapSnapshot snapshot = snapshotOf({});
    snapshot.arrows = {{1, {{-112, 27}, {-106, 32}, {-99, 25}}, QString(), false, false}};
    const QImage there = drawn(snapshot);
    const QPointF middle = *snapshot.view.fromLonLat({-106, 32});
    const QPointF end = *snapshot.view.fromLonLat({-99, 25});
    const QPointF start = *snapshot.view.fromLonLat({-112, 27});
    // Heads are where a leg arrives: more ink at the end of the chain than at its start.
    QVERIFY(inked(there, around(end, 16)) > inked(there, around(start, 16)) + 10);
    QVERIFY(inked(there, around(middle, 16)) > inked(there, around(start, 16)));
    std::reverse(snapshot.arrows[0].lonLats.begin(), snapshot.arrows[0].lonLats.end());
    const QImage back = drawn(snapshot);
    QVERIFY(inked(back, around(start, 16)) > inked(back, around(end, 16)) + 10);
}

void SitesTest::arrowsSayTheDistance()
{
    geo::MapSnapshot snapshot = snapshotOf({});
    snapshot.arrows = {{1, {{-112, 27}, {-99, 25}}, QString(), false, false}};
    const QRect all(0, 0, 400, 300);
    const int bare = inked(drawn(snapshot), all);
    snapshot.arrows[0].distances = true;
    const int told = inked(drawn(snapshot), all);
    snapshot.arrows[0].label = QStringLiteral("El Boleo");
    const int named = inked(drawn(snapshot), all);
    QVERIFY(told > bare + 100 && named > told + 100);
}

void SitesTest::cancelled()
{
    const geo::MapSnapshot snapshot = snapshotOf({site(1, -105, 29)});
    QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    geo::PreparedCache cache;
    base::Progress progress;
    progress.cancel();
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, geo::drawSites(snapshot, cache, painter, progress));
    // And what was not finished was not kept.
    base::Progress again;
    geo::drawSites(snapshot, cache, painter, again);
}

void SitesTest::matchesGolden()
{
    geo::MapSnapshot snapshot = snapshotOf(
        {site(1, -112.2, 27.3, "mine", "production", "El Boleo"),
         site(2, -111, 32, "smelter_refinery", "production", "Hayden"),
         site(3, -106.4, 31.8, "manufacturing_plant", "construction", "Juárez"),
         site(4, -101, 25, "deposit", "exploration"), site(5, -109, 24, "waste", "closed", "Jales"),
         site(6, -104, 34, "prospect", "", "", true)},
        {420, 320});
    snapshot.selected = {2};
    snapshot.highlighted = 3;
    snapshot.decorations.scaleBar = false;
    snapshot.arrows = {
        {1, {{-112.2, 27.3}, {-111, 32}, {-106.4, 31.8}}, QStringLiteral("Cobre"), true, true}};
    QCOMPARE(support::differsFromGolden(drawn(snapshot), QStringLiteral("geo/sites.png")),
             QString());
}

QTEST_MAIN(SitesTest)
#include "sites_test.moc"
