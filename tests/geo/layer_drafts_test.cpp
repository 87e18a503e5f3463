// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/layer_drafts.h"

#include "base/error.h"
#include "geo/cooked_layer.h"
#include "geo/feature_layer.h"
#include "geo/map_renderer.h"
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

namespace {

// Cells side by side, each edge of many points, the same ones for both neighbours.
QByteArray cells(int side, int pointsOfEdge)
{
    const auto at = [](double x, double y) {
        return QByteArray("[") + QByteArray::number(x, 'f', 6) + "," +
               QByteArray::number(y, 'f', 6) + "]";
    };
    const double step = 1.0 / pointsOfEdge;
    QByteArray features;
    for (int i = 0; i < side * side; ++i) {
        const int column = i % side;
        const int row = i / side;
        const auto place = [&](double x, double y) {
            // A wave that is the same wherever an edge is walked along.
            const double dx = 0.1 * std::sin((row + y) * 7);
            const double dy = 0.1 * std::sin((column + x) * 5);
            return at(-112 + (column + x + dx) * 0.1, 25 + (row + y + dy) * 0.1);
        };
        QByteArray ring;
        for (int k = 0; k < pointsOfEdge; ++k)
            ring += place(k * step, 0) + ",";
        for (int k = 0; k < pointsOfEdge; ++k)
            ring += place(1, k * step) + ",";
        for (int k = pointsOfEdge; k > 0; --k)
            ring += place(k * step, 1) + ",";
        for (int k = pointsOfEdge; k > 0; --k)
            ring += place(0, k * step) + ",";
        features += QByteArray(i > 0 ? "," : "") + R"({"type":"Feature","properties":{"unit":"U)" +
                    QByteArray::number(i % 20) + R"(","number":)" + QByteArray::number(i) +
                    R"(},"geometry":{"type":"Polygon","coordinates":[[)" + ring + place(0, 0) +
                    "]]}}";
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

} // namespace

class LayerDraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showWhatTheLayerWillHold();
    void aPictureOfThemHasNoGaps();
    void comeFromMemoryToo();
    void aSmallLayerNeedsNone();

private:
    void compare(const std::vector<std::shared_ptr<const geo::FeatureTable>>& drafts,
                 bool all) const;
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(QStringLiteral("cells.geojson"));
    std::vector<std::shared_ptr<const geo::FeatureTable>> m_drafts;
    std::shared_ptr<const geo::FeatureLayer> m_layer;
};

void LayerDraftsTest::initTestCase()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(cells(50, 120));
    file.close();
    geo::VectorSource source = geo::VectorSource::open(m_file);
    base::Progress progress;
    const geo::LayerDrafts drafts{
        {QStringLiteral("UNIT")},
        [this](std::shared_ptr<const geo::FeatureTable> draft) { m_drafts.push_back(draft); },
        std::chrono::milliseconds(0)};
    m_layer = std::make_shared<const geo::FeatureLayer>(
        geo::FeatureLayer::read(source, geo::Operation::between(*source.crs(), geo::Crs::wgs84()),
                                progress, nullptr, geo::FeatureLayer::MostPoints, &drafts));
    QCOMPARE(m_layer->size(), std::size_t(2500));
}

void LayerDraftsTest::compare(const std::vector<std::shared_ptr<const geo::FeatureTable>>& drafts,
                              bool all) const
{
    QVERIFY(!drafts.empty());
    // At most: the file does not say how large all of it is.
    const double cell = std::max(m_layer->extent().width(), m_layer->extent().height()) / 2048;
    const geo::Column* unit = m_layer->column(QStringLiteral("unit"));
    std::size_t feature = 0;
    for (const auto& table : drafts) {
        const auto draft = std::dynamic_pointer_cast<const geo::FeatureLayer>(table);
        QVERIFY(draft && draft->size() > 0);
        QCOMPARE(draft->columns().size(), std::size_t(1));
        const geo::Column* shown = draft->column(QStringLiteral("unit"));
        QVERIFY(shown);
        for (std::size_t i = 0; i < draft->size(); ++i, ++feature) {
            QCOMPARE(draft->kind(i), m_layer->kind(feature));
            QCOMPARE(shown->text(i), unit->text(feature));
            const geo::Extent& box = draft->box(i);
            const geo::Extent& whole = m_layer->box(feature);
            for (const double off : {box.west - whole.west, box.south - whole.south,
                                     box.east - whole.east, box.north - whole.north})
                QVERIFY2(std::fabs(off) <= cell, qPrintable(QString::number(off / cell)));
            QVERIFY(draft->parts(i)[0].count < m_layer->parts(feature)[0].count);
        }
    }
    QVERIFY(all ? feature == m_layer->size() : feature <= m_layer->size());
}

void LayerDraftsTest::showWhatTheLayerWillHold()
{
    compare(m_drafts, false);
}

// A layer that is there and is cooked for another map.
void LayerDraftsTest::comeFromMemoryToo()
{
    std::vector<std::shared_ptr<const geo::FeatureTable>> drafts;
    geo::LayerDrafts wanted{
        {QStringLiteral("UNIT")},
        [&](std::shared_ptr<const geo::FeatureTable> draft) { drafts.push_back(draft); }};
    base::Progress progress;
    const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:32612")), QSizeF(9, 9));
    const geo::CookedLayer cooked = m_layer->cook(view.fromWgs84(), progress, &wanted);
    QCOMPARE(cooked.features().size(), m_layer->size());
    QVERIFY(drafts.size() > 1);
    compare(drafts, true);
    progress.cancel();
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, m_layer->showDrafts(wanted, progress));
}

void LayerDraftsTest::aPictureOfThemHasNoGaps()
{
    base::Progress progress;
    for (const auto& draft : m_drafts) {
        const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(9, 9));
        const geo::CookedLayer cooked = draft->cook(view.fromWgs84(), progress);
        std::size_t shared = 0;
        for (const geo::CookedLayer::Arc& arc : cooked.arcs())
            shared += arc.left != geo::CookedLayer::None && arc.right != geo::CookedLayer::None;
        // Each cell has two edges of its own but those at the rim.
        QVERIFY2(shared * 10 > draft->size() * 16,
                 qPrintable(QStringLiteral("%1 of %2").arg(shared).arg(draft->size())));
    }
    geo::MapSnapshot snapshot(
        geo::MapView(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(400, 400)));
    geo::Extent seen; // the first draft's rows without its rim
    for (std::size_t i = 60; i + 60 < m_drafts.front()->size() / 50 * 50; ++i)
        if (i % 50 > 0 && i % 50 < 49)
            seen.unite(m_layer->box(i));
    QVERIFY(!seen.isEmpty());
    snapshot.view.fitLonLat(seen);
    geo::MapLayer layer;
    layer.drafts = m_drafts;
    layer.style = geo::categorisedStyle(*m_layer, QStringLiteral("unit"));
    layer.style.labelField.clear();
    layer.style.symbol.stroke.reset();
    for (geo::Category& category : layer.style.categories)
        category.color = QColor(40, 120, 200);
    snapshot.layers = {layer};
    geo::PreparedCache cache;
    const QImage picture = geo::renderLayers(snapshot, cache, progress);
    const QPoint middle(picture.width() / 2, picture.height() / 2);
    for (int x = -60; x < 60; ++x) {
        const QColor color = picture.pixelColor(middle.x() + x, middle.y());
        QVERIFY2(std::abs(color.red() - 40) < 3 && std::abs(color.blue() - 200) < 3,
                 qPrintable(color.name()));
    }
}

void LayerDraftsTest::aSmallLayerNeedsNone()
{
    QFile file(m_folder.filePath(QStringLiteral("few.geojson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(cells(3, 2));
    file.close();
    geo::VectorSource source = geo::VectorSource::open(file.fileName());
    base::Progress progress;
    int shown = 0;
    const geo::LayerDrafts drafts{{},
                                  [&](const std::shared_ptr<const geo::FeatureTable>&) { ++shown; },
                                  std::chrono::milliseconds(0)};
    geo::FeatureLayer::read(source, geo::Operation::between(*source.crs(), geo::Crs::wgs84()),
                            progress, nullptr, geo::FeatureLayer::MostPoints, &drafts);
    QCOMPARE(shown, 0);
}

QTEST_GUILESS_MAIN(LayerDraftsTest)
#include "layer_drafts_test.moc"
