// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/box_tree.h"
#include "geo/extent.h"
#include "geo/geometry.h"
#include <QPointF>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace geo {

// A layer's features made ready to be drawn in one CRS: see docs/map-engine.md.
//
//   feature ── parts ── arcs, in either direction ── pieces ── points, once for each level
//
// A part is a ring, a line or some points. Rings are cut into arcs where neighbours begin and cease
// to share an edge, so that an edge is there once and two features refer to it. An arc knows the
// feature on either side. It is stored in pieces of at most PiecePoints points, whose boxes are the
// leaves of a tree. Level 0 holds every point; each further level is simplified within the piece,
// whose ends stay, so neighbours never part.
//
// Coordinates are whole quanta from an origin: map units = origin + quantum x coordinate.
// A value that is cheap to copy; it never changes, and any thread may read it.
class CookedLayer
{
public:
    static constexpr std::uint32_t None = 0xffffffff; // no feature on that side
    static constexpr std::uint32_t PiecePoints = 256;
    static constexpr std::size_t Levels = 6;

    enum Flag : std::uint32_t {
        // Meets an earlier feature's inside, or its own rings cross: to be painted over the rest
        // by itself. What is without this flag overlaps nothing else without it.
        Overlaps = 1,
        // Shares no edge with another feature.
        Alone = 2,
    };
    struct Feature
    {
        CookedBox box;
        std::uint32_t source = 0; // its place in the layer it was cooked from
        std::uint32_t firstPart = 0;
        std::uint32_t partCount = 0;
        std::uint32_t flags = 0;
    };
    struct Part
    {
        CookedBox box;
        std::uint32_t first = 0; // of the arc references; of the points where it is PartKind::Point
        std::uint32_t count = 0;
        std::uint32_t polygon = 0; // rings of one polygon share it; an outer ring comes first
        PartKind kind = PartKind::Point;
    };
    struct Arc
    {
        std::uint32_t left = None; // features, looking along the arc with y upwards
        std::uint32_t right = None;
        std::uint32_t firstPiece = 0;
        std::uint32_t pieceCount = 0;
    };

    // What a layer is made of, while it is made.
    struct Content
    {
        struct Level
        {
            std::vector<std::uint32_t> firsts; // by piece, and one more for the end
            std::vector<CookedPoint> points;
        };
        QPointF origin;
        double quantum = 1;
        std::array<double, Levels> resolutions{}; // of each level, map units
        std::vector<Feature> features;            // neighbours together
        std::vector<Part> parts;
        std::vector<std::uint32_t> references; // twice the arc, plus one where it runs backwards
        std::vector<Arc> arcs;
        std::vector<std::uint32_t> pieceArcs; // by piece
        std::vector<CookedBox> pieceBoxes;
        std::array<Level, Levels> levels;
        std::vector<CookedPoint> points; // of parts of PartKind::Point
        std::vector<CookedBox> featureTree;
        std::vector<CookedBox> pieceTree;
    };

    CookedLayer();
    // Builds the trees; the rest must be complete.
    explicit CookedLayer(Content content);

    std::span<const Feature> features() const { return m_features; }
    std::span<const Part> parts(const Feature& feature) const
    {
        return m_parts.subspan(feature.firstPart, feature.partCount);
    }
    std::span<const Arc> arcs() const { return m_arcs; }
    std::uint32_t arcOf(std::uint32_t piece) const { return m_pieceArcs[piece]; }
    std::size_t pieceCount() const { return m_pieceArcs.size(); }
    const CookedBox& pieceBox(std::uint32_t piece) const { return m_pieceBoxes[piece]; }
    std::span<const CookedPoint> points(std::size_t level, std::uint32_t piece) const
    {
        const std::uint32_t first = m_firsts[level][piece];
        return m_points[level].subspan(first, m_firsts[level][piece + 1] - first);
    }
    std::span<const CookedPoint> pointsOf(const Part& part) const // of PartKind::Point
    {
        return m_loosePoints.subspan(part.first, part.count);
    }
    BoxTree featureTree() const { return {m_featureBoxes, m_featureTree}; }
    BoxTree pieceTree() const { return {m_pieceBoxes, m_pieceTree}; }
    std::size_t pointCount(std::size_t level) const { return m_points[level].size(); }
    bool hasOverlaps() const { return m_hasOverlaps; } // any feature with the flag
    bool hasAlone() const { return m_hasAlone; }

    // The coarsest level that is as fine as a picture of so many map units a pixel shows.
    std::size_t levelFor(double unitsPerPixel) const;
    double resolution(std::size_t level) const { return m_resolutions[level]; }

    QPointF origin() const { return m_origin; }
    double quantum() const { return m_quantum; }
    QPointF toMap(CookedPoint point) const
    {
        return {m_origin.x() + m_quantum * point.x, m_origin.y() + m_quantum * point.y};
    }
    Extent toMap(const CookedBox& box) const;
    // Around an extent of the map, rounded outwards and held within the numbers.
    CookedBox toQuanta(const Extent& extent) const;
    const Extent& box() const { return m_box; } // map units

    // A ring (not closed by a repeated point), line or points of a part at a level, in map units.
    void assemble(const Part& part, std::size_t level, std::vector<QPointF>& points) const;

private:
    std::shared_ptr<const void> m_owner; // keeps what the spans look at
    QPointF m_origin;
    double m_quantum = 1;
    Extent m_box;
    bool m_hasOverlaps = false;
    bool m_hasAlone = false;
    std::array<double, Levels> m_resolutions{};
    std::span<const Feature> m_features;
    std::span<const Part> m_parts;
    std::span<const std::uint32_t> m_references;
    std::span<const Arc> m_arcs;
    std::span<const std::uint32_t> m_pieceArcs;
    std::span<const CookedBox> m_pieceBoxes;
    std::array<std::span<const std::uint32_t>, Levels> m_firsts;
    std::array<std::span<const CookedPoint>, Levels> m_points;
    std::span<const CookedPoint> m_loosePoints;
    std::span<const CookedBox> m_featureBoxes;
    std::span<const CookedBox> m_featureTree;
    std::span<const CookedBox> m_pieceTree;
};

} // namespace geo
