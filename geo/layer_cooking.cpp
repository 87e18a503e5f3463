// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/layer_cooking.h"

#include "base/error.h"
#include "base/os.h"
#include "base/parallel.h"
#include "geo/arc_levels.h"
#include "geo/arc_sides.h"
#include "geo/feature_layer.h"
#include "geo/feature_overlaps.h"
#include "geo/operation_grid.h"
#include "geo/prepared_geometry.h"
#include "geo/text.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace geo {

namespace {

constexpr double FinestMetres = 0.01;
constexpr double Span = 4.29e9;            // quanta that a coordinate can tell apart
constexpr double CoarsestPixels = 2048;    // the coarsest level shows the whole layer so many wide
constexpr std::size_t ExactPoints = 50000; // a layer of so many is moved by PROJ itself
constexpr double GridTolerance = 0.02;     // metres: a tenth of a pixel at 1 : 750
constexpr double LevelFactor = 4;          // of one level's resolution to the next
constexpr double WorthKeeping = 0.7;       // share of the finer level's points, at most
constexpr std::size_t SamplePieces = 4096;
constexpr std::size_t FeaturesAtOnce = 8192; // moved before they are added
constexpr std::size_t FeaturesOfThread = 256;
constexpr std::size_t FeaturesPerCheck = 512;
constexpr std::size_t PointsPerCheck = 1 << 16;
constexpr std::size_t PiecesPerCheck = 256;
constexpr std::uint32_t None = CookedLayer::None;
// About how the time is spent, in hundredths.
constexpr qint64 WhenMoved = 25;
constexpr qint64 WhenCut = 60;
constexpr qint64 WhenPieced = 80;
constexpr qint64 WhenSimplified = 100;

bool isRing(PartKind kind)
{
    return kind == PartKind::Outer || kind == PartKind::Hole;
}

// Cuts arcs into pieces, which become the layer's finest level.
void addPieces(const PointRuns& runs, std::size_t firstArc, CookedLayer::Content& content,
               const base::Progress& progress)
{
    CookedLayer::Content::Level& level = content.levels[0];
    if (level.firsts.empty())
        level.firsts.push_back(0);
    base::reserveFilled(level.points,
                        level.points.size() + runs.points.size() + runs.points.size() / 64);
    for (std::size_t i = 0; i < runs.count(); ++i) {
        CookedLayer::Arc& arc = content.arcs[firstArc + i];
        const auto run = runs[i];
        arc.firstPiece = std::uint32_t(content.pieceArcs.size());
        for (std::size_t from = 0; from + 1 < run.size(); from += CookedLayer::PiecePoints - 1) {
            const auto piece = run.subspan(
                from, std::min<std::size_t>(CookedLayer::PiecePoints, run.size() - from));
            if (content.pieceArcs.size() % PiecesPerCheck == 0)
                progress.check();
            CookedBox box;
            for (const CookedPoint& point : piece)
                box.add(point);
            level.points.insert(level.points.end(), piece.begin(), piece.end());
            level.firsts.push_back(std::uint32_t(level.points.size()));
            content.pieceBoxes.push_back(box);
            content.pieceArcs.push_back(std::uint32_t(firstArc + i));
        }
        arc.pieceCount = std::uint32_t(content.pieceArcs.size()) - arc.firstPiece;
    }
}

// The share of points that would be left, by pieces from all over the layer.
double shareLeft(const CookedLayer::Content::Level& level, double area,
                 const base::Progress& progress)
{
    const std::size_t pieces = level.firsts.size() - 1;
    const std::size_t step = std::max<std::size_t>(1, pieces / SamplePieces);
    std::vector<std::uint32_t> firsts{0};
    std::vector<CookedPoint> points;
    for (std::size_t piece = 0; piece < pieces; piece += step) {
        points.insert(points.end(), level.points.begin() + level.firsts[piece],
                      level.points.begin() + level.firsts[piece + 1]);
        firsts.push_back(std::uint32_t(points.size()));
    }
    const std::size_t left = simplifyRuns(firsts, points, area, progress).points.size();
    return points.empty() ? 1 : double(left) / double(points.size());
}

void addLevels(CookedLayer::Content& content, const base::Progress& progress)
{
    CookedBox box;
    for (const CookedLayer::Feature& feature : content.features)
        box.unite(feature.box);
    const double widest = box.isEmpty() ? 1
                                        : std::max(double(box.east) - double(box.west),
                                                   double(box.north) - double(box.south));
    constexpr std::size_t Coarsest = CookedLayer::Levels - 1;
    double quanta = std::max(1.0, widest / CoarsestPixels);
    for (std::size_t level = Coarsest; level > 0; --level, quanta /= LevelFactor)
        content.resolutions[level] = quanta * content.quantum;
    content.resolutions[0] = 0;
    std::size_t finer = 0;
    for (std::size_t level = 1; level <= Coarsest; ++level) {
        const double pixel = content.resolutions[level] / content.quantum;
        const double area = pixel * pixel / 4;
        if (shareLeft(content.levels[finer], area, progress) > WorthKeeping)
            continue; // the finer one serves
        SimplifiedRuns simple = simplifyRuns(content.levels[finer].firsts,
                                             content.levels[finer].points, area, progress);
        finer = level;
        content.levels[level].firsts = std::move(simple.firsts);
        content.levels[level].points = std::move(simple.points);
    }
}

void moveInBlocks(const OperationGrid& grid, std::span<QPointF> points,
                  const base::Progress& progress)
{
    for (std::size_t from = 0; from < points.size(); from += PointsPerCheck) {
        progress.check();
        grid.forward(points.subspan(from, std::min(PointsPerCheck, points.size() - from)));
    }
}

void setFlags(CookedLayer::Content& content, const std::vector<std::uint8_t>& marked)
{
    std::vector<std::uint8_t> shares(content.features.size(), 0);
    for (const CookedLayer::Arc& arc : content.arcs)
        if (arc.left != None && arc.right != None && arc.left != arc.right)
            shares[arc.left] = shares[arc.right] = 1;
    for (std::size_t i = 0; i < content.features.size(); ++i) {
        CookedLayer::Feature& feature = content.features[i];
        const bool area = feature.partCount > 0 && isRing(content.parts[feature.firstPart].kind);
        if (marked[i] != 0)
            feature.flags |= CookedLayer::Overlaps;
        if (area && shares[i] == 0)
            feature.flags |= CookedLayer::Alone;
    }
}

} // namespace

LayerCooker::LayerCooker(const Extent& extent, double metresPerUnit)
    : m_origin(extent.isEmpty() ? QPointF() : extent.centre())
    , m_quantum(FinestMetres / metresPerUnit)
{
    if (!extent.isEmpty())
        m_quantum = std::max(m_quantum, std::max(extent.width(), extent.height()) / Span);
}

CookedPoint LayerCooker::quantised(QPointF point) const
{
    constexpr double Most = 2147483000.0;
    const auto whole = [&](double value) {
        const double quanta = std::clamp(value / m_quantum, -Most, Most);
        return std::int32_t(quanta < 0 ? quanta - 0.5 : quanta + 0.5);
    };
    return {whole(point.x() - m_origin.x()), whole(point.y() - m_origin.y())};
}

void LayerCooker::quantise(PartKind kind, std::span<const QPointF> mapUnits,
                           std::vector<CookedPoint>& quanta) const
{
    const std::size_t first = quanta.size();
    for (const QPointF& point : mapUnits) {
        const CookedPoint next = quantised(point);
        if (kind == PartKind::Point || quanta.size() == first || !(quanta.back() == next))
            quanta.push_back(next);
    }
    if (isRing(kind))
        while (quanta.size() > first + 1 && quanta.back() == quanta[first])
            quanta.pop_back();
}

void LayerCooker::expect(std::size_t points)
{
    base::reserveFilled(m_points, points);
}

void LayerCooker::beginFeature(std::uint32_t source)
{
    RawFeature feature;
    feature.source = source;
    feature.firstPart = std::uint32_t(m_parts.size());
    m_features.push_back(feature);
}

void LayerCooker::add(PartKind kind, std::uint32_t polygon, std::span<const QPointF> mapUnits)
{
    m_quanta.clear();
    quantise(kind, mapUnits, m_quanta);
    add(kind, polygon, std::span<const CookedPoint>(m_quanta));
}

void LayerCooker::add(PartKind kind, std::uint32_t polygon, std::span<const CookedPoint> quanta)
{
    // What lies within a quantum cannot be drawn at any scale.
    const std::size_t least = isRing(kind) ? 3 : kind == PartKind::Line ? 2 : 1;
    if (quanta.size() < least)
        return;
    if (m_points.size() + quanta.size() > std::numeric_limits<std::uint32_t>::max() - (1U << 20))
        throw base::Error(Text::tr("The layer has more points than can be drawn at once. Take the "
                                   "part you need out of it first."));
    RawPart part;
    part.kind = kind;
    part.polygon = polygon;
    part.first = std::uint32_t(m_points.size());
    part.count = std::uint32_t(quanta.size());
    RawFeature& feature = m_features.back();
    for (const CookedPoint& point : quanta)
        feature.box.add(point);
    m_points.insert(m_points.end(), quanta.begin(), quanta.end());
    ++feature.partCount;
    m_parts.push_back(part);
}

void LayerCooker::sortFeatures(const base::Progress& progress)
{
    std::erase_if(m_features, [](const RawFeature& feature) { return feature.partCount == 0; });
    CookedBox all;
    for (const RawFeature& feature : m_features)
        all.unite(feature.box);
    const double width = std::max(1.0, double(all.east) - double(all.west));
    const double height = std::max(1.0, double(all.north) - double(all.south));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
    order.reserve(m_features.size());
    for (std::uint32_t i = 0; i < m_features.size(); ++i) {
        const CookedBox& box = m_features[i].box;
        const double x = (double(box.west) + double(box.east)) / 2 - all.west;
        const double y = (double(box.south) + double(box.north)) / 2 - all.south;
        order.emplace_back(
            hilbertPlace(std::uint32_t(x / width * 65535), std::uint32_t(y / height * 65535)), i);
    }
    base::sortInParallel(order, progress);
    std::vector<RawFeature> sorted;
    sorted.reserve(order.size());
    for (const auto& [place, i] : order)
        sorted.push_back(m_features[i]);
    m_features = std::move(sorted);
}

// Moves the parts into the layer in the order of its features. Rings and lines are handed out as
// runs; until they are cut, a part's `first` is the number of its run.
PointRuns LayerCooker::takeRings(CookedLayer::Content& content, PointRuns& lines,
                                 const base::Progress& progress)
{
    PointRuns rings;
    base::reserveFilled(rings.points, m_points.size());
    content.features.reserve(m_features.size());
    content.parts.reserve(m_parts.size());
    for (const RawFeature& raw : m_features) {
        if (content.features.size() % FeaturesPerCheck == 0)
            progress.check();
        CookedLayer::Feature feature;
        feature.box = raw.box;
        feature.source = raw.source;
        feature.firstPart = std::uint32_t(content.parts.size());
        feature.partCount = raw.partCount;
        content.features.push_back(feature);
        for (const RawPart& own : std::span(m_parts).subspan(raw.firstPart, raw.partCount)) {
            const auto points = std::span(m_points).subspan(own.first, own.count);
            CookedLayer::Part part;
            for (const CookedPoint& point : points)
                part.box.add(point);
            part.kind = own.kind;
            part.polygon = own.polygon;
            part.count = own.count;
            if (own.kind == PartKind::Point) {
                part.first = std::uint32_t(content.points.size());
                content.points.insert(content.points.end(), points.begin(), points.end());
            } else {
                PointRuns& runs = isRing(own.kind) ? rings : lines;
                part.first = std::uint32_t(runs.count());
                runs.points.insert(runs.points.end(), points.begin(), points.end());
                runs.firsts.push_back(std::uint32_t(runs.points.size()));
            }
            content.parts.push_back(part);
        }
    }
    std::vector<CookedPoint>().swap(m_points);
    std::vector<RawPart>().swap(m_parts);
    std::vector<RawFeature>().swap(m_features);
    return rings;
}

CookedLayer LayerCooker::finish(base::Progress& progress)
{
    CookedLayer::Content content;
    content.origin = m_origin;
    content.quantum = m_quantum;
    sortFeatures(progress);
    PointRuns lines;
    RingArcs cut = cutIntoArcs(takeRings(content, lines, progress), progress);
    progress.advance(WhenCut);

    std::vector<std::uint8_t> marked(content.features.size(), 0);
    findSides(cut, content, marked, progress);
    addPieces(cut.arcs, 0, content, progress);
    const auto firstLine = std::uint32_t(content.arcs.size());
    content.arcs.resize(firstLine + lines.count());
    addPieces(lines, firstLine, content, progress);
    cut.arcs = {};
    content.references = std::move(cut.references);
    for (CookedLayer::Part& part : content.parts) {
        if (isRing(part.kind)) {
            const std::uint32_t ring = part.first;
            part.first = cut.firstReferences[ring];
            part.count = cut.firstReferences[ring + 1] - part.first;
        } else if (part.kind == PartKind::Line) {
            const std::uint32_t arc = firstLine + part.first;
            part.first = std::uint32_t(content.references.size());
            part.count = 1;
            content.references.push_back(arc << 1);
        }
    }
    lines = {};
    progress.advance(WhenPieced);
    findOverlaps(content, marked, progress);
    setFlags(content, marked);
    addLevels(content, progress);
    progress.advance(WhenSimplified);
    progress.check();
    return CookedLayer(std::move(content));
}

CookedLayer cookLayer(const FeatureLayer& layer, const Operation& fromWgs84,
                      base::Progress& progress)
{
    progress.begin(Text::tr("Preparing %1 for the map").arg(layer.fileName()), WhenSimplified);
    const double metresPerUnit = fromWgs84.to().metresPerUnit();
    const Extent degrees = layer.extent();
    std::optional<OperationGrid> grid;
    if (layer.pointCount() > ExactPoints && degrees.width() < 180)
        grid = OperationGrid::over(fromWgs84, degrees, GridTolerance / metresPerUnit, progress);
    if (!grid)
        return cookLayer(prepareLayer(layer, fromWgs84, progress), metresPerUnit, progress);
    LayerCooker cooker(fromWgs84.forward(degrees), metresPerUnit);
    cooker.expect(layer.pointCount());
    // Some features are moved by several threads, then added in their order.
    struct Moved
    {
        std::vector<CookedPoint> points;
        std::vector<std::size_t> ends; // by part
    };
    std::uint32_t polygon = 0;
    for (std::size_t begin = 0; begin < layer.size(); begin += FeaturesAtOnce) {
        const std::size_t end = std::min(layer.size(), begin + FeaturesAtOnce);
        std::vector<Moved> moved((end - begin + FeaturesOfThread - 1) / FeaturesOfThread);
        base::inParallel(moved.size(), 1, progress, [&](std::size_t from, std::size_t to) {
            std::vector<QPointF> points;
            for (std::size_t i = from; i < to; ++i) {
                const std::size_t first = begin + i * FeaturesOfThread;
                const std::size_t last = std::min(end, first + FeaturesOfThread);
                for (std::size_t feature = first; feature < last; ++feature)
                    for (const FeatureLayer::Part& part : layer.parts(feature)) {
                        divideEdges(part.kind, layer.points(part), points);
                        moveInBlocks(*grid, points, progress);
                        progress.check();
                        cooker.quantise(part.kind, points, moved[i].points);
                        moved[i].ends.push_back(moved[i].points.size());
                    }
            }
        });
        progress.advance(WhenMoved * qint64(end) / qint64(layer.size()));
        for (std::size_t i = 0; i < moved.size(); ++i) {
            const std::size_t first = begin + i * FeaturesOfThread;
            const std::size_t last = std::min(end, first + FeaturesOfThread);
            std::size_t part = 0;
            std::size_t from = 0;
            for (std::size_t feature = first; feature < last; ++feature) {
                cooker.beginFeature(std::uint32_t(feature));
                for (const FeatureLayer::Part& own : layer.parts(feature)) {
                    polygon += own.kind != PartKind::Hole ? 1 : 0;
                    const std::size_t to = moved[i].ends[part++];
                    cooker.add(
                        own.kind, polygon,
                        std::span<const CookedPoint>(moved[i].points).subspan(from, to - from));
                    from = to;
                }
            }
        }
    }
    return cooker.finish(progress);
}

CookedLayer cookLayer(const PreparedLayer& moved, double metresPerUnit, base::Progress& progress)
{
    LayerCooker cooker(moved.box(), metresPerUnit);
    for (std::size_t i = 0; const PreparedLayer::Feature& feature : moved.features()) {
        if (i++ % FeaturesPerCheck == 0)
            progress.check();
        cooker.beginFeature(feature.source);
        for (const PreparedLayer::Part& part : moved.parts(feature))
            cooker.add(part.kind, part.polygon, moved.points(part));
    }
    return cooker.finish(progress);
}

} // namespace geo
