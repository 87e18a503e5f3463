// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_tiles.h"
#include <QtTest>
#include <atomic>
#include <thread>

using geo::RasterTile;
using geo::RasterTileCache;
using geo::RasterTileKey;
using geo::TileContent;

namespace {

constexpr std::int64_t OneTile = std::int64_t(RasterTile::Pixels) * 4;

std::shared_ptr<const RasterTile> tile(QRgb color = 0)
{
    auto made = std::make_shared<RasterTile>();
    made->colors.assign(RasterTile::Pixels, color);
    return made;
}

RasterTileKey key(std::uint64_t raster, int column)
{
    return {raster, TileContent::Colors, 0, 0, column, 0};
}

} // namespace

class RasterTilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItWasGiven();
    void theLeastUsedGoesFirst();
    void forgetsARaster();
    void neverHoldsMoreThanItsLimit();
};

void RasterTilesTest::keepsWhatItWasGiven()
{
    RasterTileCache cache(10 * OneTile);
    QVERIFY(!cache.find(key(1, 0)));
    cache.insert(key(1, 0), tile(7));
    QCOMPARE(cache.find(key(1, 0))->colors.front(), QRgb(7));
    // Another raster, content, level or lighting is another tile.
    for (const RasterTileKey& other : {RasterTileKey{2, TileContent::Colors, 0, 0, 0, 0},
                                       RasterTileKey{1, TileContent::Values, 0, 0, 0, 0},
                                       RasterTileKey{1, TileContent::Colors, 9, 0, 0, 0},
                                       RasterTileKey{1, TileContent::Colors, 0, 1, 0, 0}})
        QVERIFY(!cache.find(other));
    cache.insert(key(1, 0), tile(8)); // in its place
    QCOMPARE(cache.find(key(1, 0))->colors.front(), QRgb(8));
    QCOMPARE(cache.bytes(), OneTile);
}

void RasterTilesTest::theLeastUsedGoesFirst()
{
    RasterTileCache cache(3 * OneTile);
    for (int column = 0; column < 3; ++column)
        cache.insert(key(1, column), tile());
    QVERIFY(cache.find(key(1, 0))); // used again
    cache.insert(key(1, 3), tile());
    QVERIFY(cache.find(key(1, 0)));
    QVERIFY(!cache.find(key(1, 1)));
    QVERIFY(cache.find(key(1, 2)));
    QCOMPARE(cache.bytes(), 3 * OneTile);
}

void RasterTilesTest::forgetsARaster()
{
    RasterTileCache cache(100 * OneTile);
    for (std::uint64_t raster = 1; raster <= 3; ++raster)
        for (int column = 0; column < 5; ++column)
            cache.insert(key(raster, column), tile());
    cache.forget(2);
    for (int column = 0; column < 5; ++column) {
        QVERIFY(cache.find(key(1, column)));
        QVERIFY(!cache.find(key(2, column)));
        QVERIFY(cache.find(key(3, column)));
    }
    QCOMPARE(cache.bytes(), 10 * OneTile);
}

void RasterTilesTest::neverHoldsMoreThanItsLimit()
{
    RasterTileCache cache(5 * OneTile + 1);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t raster = 1; raster <= 4; ++raster)
            threads.emplace_back([&cache, &wrong, raster] {
                for (int column = 0; column < 50; ++column) {
                    cache.insert(key(raster, column), tile(QRgb(column)));
                    if (const auto found = cache.find(key(raster, column)))
                        wrong += found->colors.front() == QRgb(column) ? 0 : 1;
                }
            });
    }
    QCOMPARE(int(wrong), 0);
    QCOMPARE(cache.bytes(), 5 * OneTile);
    RasterTileCache small(OneTile / 2);
    small.insert(key(1, 0), tile());
    QCOMPARE(small.bytes(), std::int64_t(0));
}

QTEST_GUILESS_MAIN(RasterTilesTest)
#include "raster_tiles_test.moc"
