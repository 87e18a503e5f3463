// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_view.h"

#include "geo/measure.h"
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr double MetresPerLogicalPixel = 0.0254 / 96;

bool isFinite(QPointF point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

} // namespace

MapView::MapView(const Crs& crs, QSizeF size)
    : m_crs(crs)
    , m_fromWgs84(Operation::between(Crs::wgs84(), crs))
    , m_size(size)
{
    if (const auto area = crs.areaOfUse())
        fitLonLat(*area);
}

Extent MapView::extent() const
{
    const QPointF half(m_size.width() / 2 * m_unitsPerPixel, m_size.height() / 2 * m_unitsPerPixel);
    return {m_centre.x() - half.x(), m_centre.y() - half.y(), m_centre.x() + half.x(),
            m_centre.y() + half.y()};
}

void MapView::resize(QSizeF size)
{
    m_size = size;
}

void MapView::setCentre(QPointF mapPoint)
{
    if (isFinite(mapPoint))
        m_centre = mapPoint;
}

void MapView::setUnitsPerPixel(double units)
{
    const double metres = 1 / m_crs.metresPerUnit();
    if (std::isfinite(units))
        m_unitsPerPixel = std::clamp(units, 0.001 * metres, 200000 * metres);
}

void MapView::zoomAt(QPointF pixel, double factor)
{
    if (!(factor > 0))
        return;
    const QPointF fixed = toMap(pixel);
    setUnitsPerPixel(m_unitsPerPixel / factor);
    m_centre += fixed - toMap(pixel);
}

void MapView::pan(QPointF pixels)
{
    m_centre += QPointF(-pixels.x(), pixels.y()) * m_unitsPerPixel;
}

void MapView::fit(const Extent& extent, double margin)
{
    const double width = extent.east - extent.west;
    const double height = extent.north - extent.south;
    if (!std::isfinite(width) || !std::isfinite(height) || width < 0 || height < 0 ||
        m_size.isEmpty())
        return;
    m_centre = {(extent.west + extent.east) / 2, (extent.south + extent.north) / 2};
    const double room = std::max(0.1, 1 - 2 * margin);
    const double units =
        std::max(width / (m_size.width() * room), height / (m_size.height() * room));
    if (units > 0)
        setUnitsPerPixel(units);
}

void MapView::fitLonLat(const Extent& degrees, double margin)
{
    constexpr int Steps = 20;
    const double east = degrees.east < degrees.west ? degrees.east + 360 : degrees.east;
    std::vector<QPointF> points;
    for (int i = 0; i <= Steps; ++i)
        for (int k = 0; k <= Steps; ++k)
            points.emplace_back(degrees.west + (east - degrees.west) * i / Steps,
                                degrees.south + (degrees.north - degrees.south) * k / Steps);
    m_fromWgs84.forward(points);
    Extent box;
    for (const QPointF& point : points)
        if (isFinite(point))
            box.add(point);
    if (!box.isEmpty())
        fit(box, margin);
}

MapView MapView::in(const Crs& crs) const
{
    MapView other(crs, m_size);
    const auto centre = toLonLat({m_size.width() / 2, m_size.height() / 2});
    if (!centre)
        return other;
    QPointF point = *centre;
    other.m_fromWgs84.forward(std::span(&point, 1));
    if (!isFinite(point))
        return other;
    other.m_centre = point;
    const double wanted = metresPerPixel();
    for (int i = 0; i < 4; ++i)
        if (const double now = other.metresPerPixel(); wanted > 0 && now > 0)
            other.setUnitsPerPixel(other.m_unitsPerPixel * wanted / now);
    return other;
}

QPointF MapView::toMap(QPointF pixel) const
{
    return {m_centre.x() + (pixel.x() - m_size.width() / 2) * m_unitsPerPixel,
            m_centre.y() - (pixel.y() - m_size.height() / 2) * m_unitsPerPixel};
}

QPointF MapView::toPixel(QPointF mapPoint) const
{
    return {m_size.width() / 2 + (mapPoint.x() - m_centre.x()) / m_unitsPerPixel,
            m_size.height() / 2 - (mapPoint.y() - m_centre.y()) / m_unitsPerPixel};
}

std::optional<QPointF> MapView::toLonLat(QPointF pixel) const
{
    QPointF point = toMap(pixel);
    if (const double turn = m_crs.turn();
        turn > 0 && (std::fabs(point.y()) > turn / 4 || std::fabs(point.x()) > turn * 1.5))
        return std::nullopt;
    m_fromWgs84.inverse(std::span(&point, 1));
    if (!isFinite(point) || std::fabs(point.y()) > 90)
        return std::nullopt;
    return point;
}

std::optional<QPointF> MapView::fromLonLat(QPointF degrees) const
{
    m_fromWgs84.forward(std::span(&degrees, 1));
    if (!isFinite(degrees))
        return std::nullopt;
    return toPixel(degrees);
}

double MapView::metresPerPixel() const
{
    const QPointF middle(m_size.width() / 2, m_size.height() / 2);
    const auto left = toLonLat(middle - QPointF(0.5, 0));
    const auto right = toLonLat(middle + QPointF(0.5, 0));
    return left && right ? geodesicMetres(*left, *right) : 0;
}

double MapView::scaleDenominator() const
{
    return metresPerPixel() / MetresPerLogicalPixel;
}

void MapView::setScaleDenominator(double denominator)
{
    const double now = scaleDenominator();
    if (now > 0 && denominator > 0)
        setUnitsPerPixel(m_unitsPerPixel * denominator / now);
}

} // namespace geo
