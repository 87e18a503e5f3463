// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_outline.h"

#include "geo/cooked_layer.h"
#include "geo/layer_cooking.h"
#include <QtTest>

class FeatureOutlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofOneFeature()
    {
        // Two squares side by side; the second has a hole, and comes by another number.
        geo::LayerCooker cooker({0, 0, 200, 100}, 1);
        cooker.beginFeature(7);
        cooker.add(geo::PartKind::Outer, 0,
                   std::vector<QPointF>{{0, 0}, {100, 0}, {100, 100}, {0, 100}});
        cooker.beginFeature(3);
        cooker.add(geo::PartKind::Outer, 0,
                   std::vector<QPointF>{{100, 0}, {200, 0}, {200, 100}, {100, 100}});
        cooker.add(geo::PartKind::Hole, 0,
                   std::vector<QPointF>{{140, 40}, {160, 40}, {160, 60}, {140, 60}});
        base::Progress progress;
        const geo::CookedLayer layer = cooker.finish(progress);

        const QPainterPath first = geo::featureOutline(layer, 7, {50, 50}, 0.01);
        QVERIFY(first.contains(QPointF(50, 50)));
        QVERIFY(!first.contains(QPointF(150, 20)));
        QCOMPARE(first.boundingRect(), QRectF(0, 0, 100, 100));
        const QPainterPath second = geo::featureOutline(layer, 3, {150, 20}, 0.01);
        QVERIFY(second.contains(QPointF(150, 20)));
        QVERIFY(!second.contains(QPointF(150, 50)));
        QVERIFY(geo::featureOutline(layer, 5, {50, 50}, 0.01).isEmpty());
        QVERIFY(geo::featureOutline(layer, 7, {350, 50}, 0.01).isEmpty());
        // From far away it has fewer points, and is where it was.
        QVERIFY(geo::featureOutline(layer, 3, {150, 20}, 50)
                    .boundingRect()
                    .intersects(QRectF(100, 0, 100, 100)));
    }
};

QTEST_GUILESS_MAIN(FeatureOutlineTest)
#include "feature_outline_test.moc"
