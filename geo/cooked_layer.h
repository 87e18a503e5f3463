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
// whose ends stay, so neighbours never part, or is the same as the finer one where that would leave
// out little.
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
        std::array<Level, Levels> levels; // one without `firsts` is the same as the finer one
        std::vector<CookedPoint> points;  // of parts of PartKind::Point
        std::vector<CookedBox> featureTree;
        std::vector<CookedBox> pieceTree;
    };

    // The same as it is read: without pointers of its own, so that all of it may lie in a file.
    struct Head
    {
        QPointF origin;
        double quantum = 1;
        std::array<double, Levels> resolutions{};
        Extent box; // map units
        bool hasOverlaps = false;
        bool hasAlone = false;
        bool hasLinesOrPoints = false;
    };
    struct Arrays
    {
        std::span<const Feature> features;
        std::span<const Part> parts;
        std::span<const std::uint32_t> references;
        std::span<const Arc> arcs;
        std::span<const std::uint32_t> pieceArcs;
        std::span<const CookedBox> pieceBoxes;
        std::array<std::span<const std::uint32_t>, Levels> firsts;
        std::array<std::span<const CookedPoint>, Levels> levels;
        std::span<const CookedPoint> points;
        std::span<const CookedBox> featureBoxes;
        std::span<const CookedBox> featureTree;
        std::span<const CookedBox> pieceTree;

        // visit(array) for each of them, always in the same order.
        template <typename Self, typename Visit>
        static void each(Self& self, Visit&& visit)
        {
            visit(self.features);
            visit(self.parts);
            visit(self.references);
            visit(self.arcs);
            visit(self.pieceArcs);
            visit(self.pieceBoxes);
            for (std::size_t i = 0; i < Levels; ++i) {
                visit(self.firsts[i]);
                visit(self.levels[i]);
            }
            visit(self.points);
            visit(self.featureBoxes);
            visit(self.featureTree);
            visit(self.pieceTree);
        }
    };

    CookedLayer();
    // Builds the trees; the rest must be complete.
    explicit CookedLayer(Content content);
    // `owner` keeps what the arrays look at.
    CookedLayer(const Head& head, const Arrays& arrays, std::shared_ptr<const void> owner);
    const Head& head() const { return m_head; }
    const Arrays& arrays() const { return m_arrays; }

    std::span<const Feature> features() const { return m_arrays.features; }
    std::span<const Part> parts(const Feature& feature) const
    {
        return m_arrays.parts.subspan(feature.firstPart, feature.partCount);
    }
    std::span<const Arc> arcs() const { return m_arrays.arcs; }
    std::uint32_t arcOf(std::uint32_t piece) const { return m_arrays.pieceArcs[piece]; }
    std::size_t pieceCount() const { return m_arrays.pieceArcs.size(); }
    const CookedBox& pieceBox(std::uint32_t piece) const { return m_arrays.pieceBoxes[piece]; }
    std::span<const CookedPoint> points(std::size_t level, std::uint32_t piece) const
    {
        const std::uint32_t first = m_arrays.firsts[level][piece];
        return m_arrays.levels[level].subspan(first, m_arrays.firsts[level][piece + 1] - first);
    }
    std::span<const CookedPoint> pointsOf(const Part& part) const // of PartKind::Point
    {
        return m_arrays.points.subspan(part.first, part.count);
    }
    BoxTree featureTree() const { return {m_arrays.featureBoxes, m_arrays.featureTree}; }
    BoxTree pieceTree() const { return {m_arrays.pieceBoxes, m_arrays.pieceTree}; }
    std::size_t pointCount(std::size_t level) const { return m_arrays.levels[level].size(); }
    bool hasOverlaps() const { return m_head.hasOverlaps; } // any feature with the flag
    bool hasAlone() const { return m_head.hasAlone; }

    bool hasLinesOrPoints() const { return m_head.hasLinesOrPoints; }

    // The coarsest level that is as fine as a picture of so many map units a pixel shows.
    std::size_t levelFor(double unitsPerPixel) const;
    double resolution(std::size_t level) const { return m_head.resolutions[level]; }

    QPointF origin() const { return m_head.origin; }
    double quantum() const { return m_head.quantum; }
    QPointF toMap(CookedPoint point) const
    {
        return {m_head.origin.x() + m_head.quantum * point.x,
                m_head.origin.y() + m_head.quantum * point.y};
    }
    Extent toMap(const CookedBox& box) const;
    // Around an extent of the map, rounded outwards and held within the numbers.
    CookedBox toQuanta(const Extent& extent) const;
    const Extent& box() const { return m_head.box; } // map units

    // A ring (not closed by a repeated point), line or points of a part at a level, in map units.
    void assemble(const Part& part, std::size_t level, std::vector<QPointF>& points) const;

private:
    std::shared_ptr<const void> m_owner;
    Head m_head;
    Arrays m_arrays;
};

} // namespace geo
