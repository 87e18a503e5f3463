// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/map_renderer.h"
#include "tests/support/golden_image.h"
#include <QPainter>
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
