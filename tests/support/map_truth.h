// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/cooked_layer.h"
#include "geo/feature_layer.h"
#include "geo/feature_painter.h"
#include "geo/map_view.h"
#include "geo/spatial_index.h"
#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <geos_c.h>
#include <optional>
#include <random>
#include <unordered_map>
#include <vector>

// What a picture of polygons is compared with: QPainter, which knows nothing of arcs, and GEOS,
// which knows nothing of pictures.
namespace support {

inline geo::ToPixels toPixelsOf(const geo::MapView& view)
{
    const QPointF corner = view.toMap({0, 0});
    return {corner.x(), corner.y(), 1 / view.unitsPerPixel()};
}

// Each feature, by its place in the source, in a colour of its own and without outline.
inline geo::StyledFeatures fillsOf(const std::vector<QColor>& colors)
{
    geo::StyledFeatures styled;
    styled.symbol.stroke.reset();
    for (const QColor& color : colors) {
        geo::Symbol symbol;
        symbol.fill = color;
        symbol.stroke.reset();
        styled.look.push_back(std::uint32_t(styled.looks.size()));
        styled.looks.push_back(symbol);
    }
    return styled;
}

inline std::vector<QColor> randomColors(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<QColor> colors;
    for (std::size_t i = 0; i < count; ++i)
        colors.emplace_back(int(random() % 250), int(random() % 250), int(random() % 250));
    return colors;
}

inline QImage painted(const geo::CookedLayer& layer, const std::vector<QColor>& colors,
                      const geo::MapView& view)
{
    const geo::StyledLayer styled(std::make_shared<const geo::CookedLayer>(layer),
                                  std::make_shared<const geo::StyledFeatures>(fillsOf(colors)));
    QImage image(view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    base::Progress progress;
    geo::drawFeatures(image, styled, toPixelsOf(view), 1, 1, progress);
    return image;
}

// Polygon by polygon without anti-aliasing, at four times the resolution, and averaged.
inline QImage supersampled(const geo::CookedLayer& layer, const std::vector<QColor>& colors,
                           const geo::MapView& view, std::size_t level)
{
    constexpr int Finer = 4;
    const QSize size = view.size().toSize();
    QImage fine(size * Finer, QImage::Format_RGB32);
    fine.fill(Qt::white);
    QPainter painter(&fine);
    painter.setPen(Qt::NoPen);
    const geo::ToPixels toPixels = toPixelsOf(view);
    const geo::CookedBox seen = layer.toQuanta(view.extent());
    std::vector<QPointF> points;
    for (const auto& feature : layer.features()) {
        if (!feature.box.meets(seen))
            continue;
        QPainterPath path;
        for (const auto& part : layer.parts(feature)) {
            if (!part.box.meets(seen))
                continue;
            layer.assemble(part, level, points);
            QPolygonF ring;
            for (const QPointF& point : points)
                ring << toPixels(point) * Finer;
            path.addPolygon(ring);
            path.closeSubpath();
        }
        painter.setBrush(colors[feature.source]);
        painter.drawPath(path);
    }
    painter.end();
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            int sums[3] = {};
            for (int k = 0; k < Finer * Finer; ++k) {
                const QRgb pixel = fine.pixel(x * Finer + k % Finer, y * Finer + k / Finer);
                sums[0] += qRed(pixel);
                sums[1] += qGreen(pixel);
                sums[2] += qBlue(pixel);
            }
            constexpr int All = Finer * Finer;
            image.setPixel(x, y,
                           qRgb((sums[0] + All / 2) / All, (sums[1] + All / 2) / All,
                                (sums[2] + All / 2) / All));
        }
    return image;
}

// Peak signal to noise, decibels.
inline double psnr(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            for (const int off : {qRed(p) - qRed(q), qGreen(p) - qGreen(q), qBlue(p) - qBlue(q)})
                sum += off * off;
        }
    const double mean = sum / (3.0 * a.width() * a.height());
    return mean > 0 ? 10 * std::log10(255.0 * 255.0 / mean) : 99;
}

// The polygons of a layer where PROJ puts every point of them, in GEOS.
class PolygonsInGeos
{
public:
    PolygonsInGeos(const geo::FeatureLayer& layer, const geo::Operation& fromWgs84)
        : m_geos(GEOS_init_r())
        , m_layer(layer)
        , m_fromWgs84(fromWgs84)
    {
        std::vector<geo::Extent> boxes;
        for (std::uint32_t i = 0; i < layer.size(); ++i) {
            std::uint32_t number = 0;
            for (const geo::FeatureLayer::Part& part : layer.parts(i)) {
                if (part.kind == geo::PartKind::Outer) {
                    m_polygons.push_back({i, number});
                    boxes.emplace_back();
                    for (const QPointF& point : moved(part))
                        boxes.back().add(point);
                }
                ++number;
            }
        }
        m_index = geo::SpatialIndex(boxes);
    }
    ~PolygonsInGeos()
    {
        forget();
        GEOS_finish_r(m_geos);
    }
    PolygonsInGeos(const PolygonsInGeos&) = delete;
    PolygonsInGeos& operator=(const PolygonsInGeos&) = delete;

    // The feature that holds a place of the map, -1 where none does; nullopt where an edge is
    // within `clear` of it, or several features hold it.
    std::optional<int> holder(QPointF at, double clear)
    {
        if (m_prepared.size() > MostPrepared)
            forget();
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(m_geos, at.x(), at.y());
        bool nearEdge = false;
        std::vector<int> holders;
        for (const std::uint32_t each :
             m_index.query({at.x() - clear, at.y() - clear, at.x() + clear, at.y() + clear})) {
            const Prepared& polygon = prepared(each);
            nearEdge =
                GEOSPreparedDistanceWithin_r(m_geos, polygon.preparedEdge, point, clear) == 1;
            if (nearEdge)
                break;
            if (GEOSPreparedContains_r(m_geos, polygon.preparedArea, point) == 1)
                holders.push_back(int(m_polygons[each].feature));
        }
        GEOSGeom_destroy_r(m_geos, point);
        if (nearEdge || holders.size() > 1)
            return std::nullopt;
        return holders.empty() ? -1 : holders[0];
    }

private:
    static constexpr std::size_t MostPrepared = 20000; // at once
    struct Polygon
    {
        std::uint32_t feature = 0;
        std::uint32_t outer = 0; // number of its outer ring among the feature's parts
    };
    struct Prepared
    {
        GEOSGeometry* area = nullptr;
        GEOSGeometry* edge = nullptr;
        const GEOSPreparedGeometry* preparedArea = nullptr;
        const GEOSPreparedGeometry* preparedEdge = nullptr;
    };

    std::vector<QPointF> moved(const geo::FeatureLayer::Part& part) const
    {
        std::vector<QPointF> points(m_layer.points(part).begin(), m_layer.points(part).end());
        m_fromWgs84.forward(points);
        return points;
    }
    GEOSGeometry* ring(const geo::FeatureLayer::Part& part) const
    {
        const std::vector<QPointF> points = moved(part);
        GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(m_geos, unsigned(points.size()), 2);
        for (unsigned i = 0; i < points.size(); ++i)
            GEOSCoordSeq_setXY_r(m_geos, sequence, i, points[i].x(), points[i].y());
        return GEOSGeom_createLinearRing_r(m_geos, sequence);
    }
    const Prepared& prepared(std::uint32_t number)
    {
        const auto found = m_prepared.find(number);
        if (found != m_prepared.end())
            return found->second;
        const Polygon& polygon = m_polygons[number];
        const auto parts = m_layer.parts(polygon.feature);
        std::vector<GEOSGeometry*> rings{ring(parts[polygon.outer])};
        for (std::size_t i = polygon.outer + 1;
             i < parts.size() && parts[i].kind == geo::PartKind::Hole; ++i)
            rings.push_back(ring(parts[i]));
        Prepared made;
        made.area = GEOSGeom_createPolygon_r(m_geos, rings[0], rings.data() + 1,
                                             unsigned(rings.size() - 1));
        made.edge = GEOSBoundary_r(m_geos, made.area);
        made.preparedArea = GEOSPrepare_r(m_geos, made.area);
        made.preparedEdge = GEOSPrepare_r(m_geos, made.edge);
        return m_prepared.emplace(number, made).first->second;
    }
    void forget()
    {
        for (const auto& [number, each] : m_prepared) {
            GEOSPreparedGeom_destroy_r(m_geos, each.preparedArea);
            GEOSPreparedGeom_destroy_r(m_geos, each.preparedEdge);
            GEOSGeom_destroy_r(m_geos, each.area);
            GEOSGeom_destroy_r(m_geos, each.edge);
        }
        m_prepared.clear();
    }

    GEOSContextHandle_t m_geos;
    const geo::FeatureLayer& m_layer;
    const geo::Operation& m_fromWgs84;
    std::vector<Polygon> m_polygons;
    geo::SpatialIndex m_index; // of m_polygons
    std::unordered_map<std::uint32_t, Prepared> m_prepared;
};

struct PixelCheck
{
    int asked = 0; // of those drawn by chance: clear of every edge, and in one feature at most
    int held = 0;  // by a feature
    int wrong = 0;
    QPoint firstWrong;
};

// Pixels drawn by chance whose middles are farther than two pixels from every edge: whether each
// has the colour of the polygon that holds it.
inline PixelCheck checkPixels(const QImage& image, const geo::MapView& view,
                              const std::vector<QColor>& colors, PolygonsInGeos& geos, int count,
                              unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<QPoint> pixels;
    for (int i = 0; i < count; ++i) {
        const int x = int(random() % unsigned(image.width()));
        pixels.emplace_back(x, int(random() % unsigned(image.height())));
    }
    // Neighbours one after the other: then few polygons have to be at hand.
    const auto block = [](QPoint pixel) { return std::pair(pixel.y() / 32, pixel.x() / 32); };
    std::sort(pixels.begin(), pixels.end(),
              [&](QPoint a, QPoint b) { return block(a) < block(b); });
    PixelCheck check;
    for (const QPoint& pixel : pixels) {
        const QPointF at = view.toMap(QPointF(pixel) + QPointF(0.5, 0.5));
        const std::optional<int> holder = geos.holder(at, 2 * view.unitsPerPixel());
        if (!holder)
            continue;
        ++check.asked;
        check.held += *holder >= 0 ? 1 : 0;
        const QColor expected = *holder < 0 ? QColor(Qt::white) : colors[std::size_t(*holder)];
        if (image.pixel(pixel) == expected.rgb())
            continue;
        if (check.wrong++ == 0)
            check.firstWrong = pixel;
    }
    return check;
}

} // namespace support
