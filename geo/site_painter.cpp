// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_renderer.h"

#include "geo/arrow_painter.h"
#include "geo/fonts.h"
#include "geo/label_places.h"
#include "geo/map_decorations.h"
#include "geo/map_text.h"
#include "geo/prepared_sites.h"
#include "geo/symbols.h"
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>

namespace geo {

namespace {

// Logical pixels.
constexpr int SymbolBox = 17;
constexpr int SmallBox = 12;
constexpr double SymbolSize = 12;
constexpr double SmallSize = 7;
// Sites in view to a million logical pixels of picture beyond which symbols shrink, then are dots.
constexpr double ManySites = 3000;
constexpr double TooManySites = 12000;
constexpr std::size_t MostLabels = 300;
constexpr std::size_t Block = 8192;

enum class Density { Symbols, SmallSymbols, Dots };

struct SeenSite
{
    std::uint32_t index;
    QPointF at;
};

std::vector<SeenSite> sitesInView(const MapSnapshot& snapshot, const PreparedSites& prepared,
                                  const QRectF& pixels)
{
    std::vector<SeenSite> seen;
    for (std::uint32_t i = 0; i < prepared.positions.size(); ++i) {
        const QPointF at = snapshot.view.toPixel(prepared.positions[i]);
        // Also false for what is not finite.
        if (at.x() >= pixels.left() && at.x() <= pixels.right() && at.y() >= pixels.top() &&
            at.y() <= pixels.bottom())
            seen.push_back({i, at});
    }
    return seen;
}

QRectF reach(const MapSnapshot& snapshot, double margin)
{
    return QRectF(QPointF(), snapshot.view.size()).adjusted(-margin, -margin, margin, margin);
}

Density densityOf(const MapSnapshot& snapshot, std::size_t count)
{
    const QSizeF size = snapshot.view.size();
    const double perMillion = double(count) * 1e6 / std::max(1.0, size.width() * size.height());
    return perMillion > TooManySites ? Density::Dots
           : perMillion > ManySites  ? Density::SmallSymbols
                                     : Density::Symbols;
}

// Each kind and stage drawn once; a picture of pixels takes them as they are, at whole pixels.
class Sprites
{
public:
    Sprites(const PreparedSites& prepared, Density density, double devicePixelRatio)
    {
        for (const bool dimmed : {false, true})
            for (SiteLook look : prepared.looks) {
                look.dimmed = dimmed;
                m_images.push_back(siteImage(
                    look, density == Density::Symbols ? SymbolBox : SmallBox, devicePixelRatio));
            }
        m_count = prepared.looks.size();
    }
    const QImage& image(std::uint32_t look, bool dimmed) const
    {
        return m_images[look + (dimmed ? m_count : 0)];
    }

private:
    std::vector<QImage> m_images;
    std::size_t m_count = 0;
};

bool isRaster(const QPainter& painter)
{
    return painter.device() && painter.device()->devType() == QInternal::Image;
}

void drawSymbols(const MapSnapshot& snapshot, const PreparedSites& prepared,
                 const std::vector<SeenSite>& seen, Density density, QPainter& painter,
                 base::Progress& progress)
{
    const Sites& sites = *snapshot.sites;
    const bool raster = isRaster(painter);
    const double ratio = snapshot.devicePixelRatio;
    std::optional<Sprites> sprites;
    if (raster)
        sprites.emplace(prepared, density, ratio);
    const double box = density == Density::Symbols ? SymbolBox : SmallBox;
    std::size_t done = 0;
    for (const bool dimmed : {true, false}) {
        for (const SeenSite& site : seen) {
            if (sites[site.index].dimmed != dimmed)
                continue;
            if (++done % Block == 0)
                progress.check();
            const std::uint32_t look = prepared.look[site.index];
            if (raster) {
                const double middle = std::floor(box / 2) + 0.5;
                const QPointF corner(std::round((site.at.x() - middle) * ratio) / ratio,
                                     std::round((site.at.y() - middle) * ratio) / ratio);
                painter.drawImage(corner, sprites->image(look, dimmed));
            } else {
                SiteLook each = prepared.looks[look];
                each.dimmed = dimmed;
                drawSite(painter, site.at, density == Density::Symbols ? SymbolSize : SmallSize,
                         each);
            }
        }
    }
}

// One dot where one or more sites lie, the topmost's colour.
void drawDots(const MapSnapshot& snapshot, const PreparedSites& prepared,
              const std::vector<SeenSite>& seen, QPainter& painter, base::Progress& progress)
{
    constexpr double Cell = 2; // logical pixels
    const Sites& sites = *snapshot.sites;
    const int columns = int(std::ceil(snapshot.view.size().width() / Cell)) + 1;
    const int rows = int(std::ceil(snapshot.view.size().height() / Cell)) + 1;
    constexpr std::uint32_t Empty = 0xffffffff;
    std::vector<std::uint32_t> cells(std::size_t(columns) * std::size_t(rows), Empty);
    for (const SeenSite& site : seen) {
        const int column = int(std::floor(site.at.x() / Cell));
        const int row = int(std::floor(site.at.y() / Cell));
        if (column < 0 || row < 0 || column >= columns || row >= rows)
            continue;
        std::uint32_t& cell = cells[std::size_t(row) * std::size_t(columns) + std::size_t(column)];
        if (cell == Empty || sites[cell].dimmed || !sites[site.index].dimmed)
            cell = site.index;
    }
    std::vector<QColor> colors;
    colors.reserve(prepared.looks.size());
    for (const SiteLook& look : prepared.looks)
        colors.push_back(siteColor(look.kind));
    const QColor pale(0xb8, 0xb8, 0xb8);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const int pass : {0, 1}) { // a pale rim first, so that dots stand off any ground
        std::size_t done = 0;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const std::uint32_t index =
                    cells[std::size_t(row) * std::size_t(columns) + std::size_t(column)];
                if (index == Empty)
                    continue;
                if (++done % Block == 0)
                    progress.check();
                const QPointF at(column * Cell, row * Cell);
                if (pass == 0)
                    painter.fillRect(QRectF(at - QPointF(1, 1), QSizeF(4, 4)), Qt::white);
                else
                    painter.fillRect(QRectF(at, QSizeF(2, 2)),
                                     sites[index].dimmed ? pale : colors[prepared.look[index]]);
            }
        }
    }
    painter.restore();
}

void drawLabels(const MapSnapshot& snapshot, const std::vector<SeenSite>& seen, QPainter& painter,
                LabelPlaces& places)
{
    const Sites& sites = *snapshot.sites;
    const auto rank = [&](const SeenSite& site) {
        const SiteSymbol& symbol = sites[site.index];
        return snapshot.highlighted == symbol.id ? 0 : snapshot.selected.count(symbol.id) ? 1 : 2;
    };
    std::vector<SeenSite> ordered;
    for (const SeenSite& site : seen)
        if (!sites[site.index].label.isEmpty() && !sites[site.index].dimmed &&
            places.isInFrame(site.at) && (seen.size() <= MostLabels || rank(site) < 2))
            ordered.push_back(site);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const SeenSite& a, const SeenSite& b) { return rank(a) < rank(b); });
    for (const SeenSite& site : ordered) {
        const QFont font = mapFont(11, rank(site) < 2 ? FontWeight::Bold : FontWeight::Regular);
        const QString& text = sites[site.index].label;
        QRectF box = textBox(font, text);
        const double gap = SymbolSize / 2 + (rank(site) < 2 ? 8 : 4); // past the ring
        const QPointF at(std::round(site.at.x()), std::round(site.at.y()));
        const double slant = gap * 0.7;
        const QPointF corners[8] = {
            {at.x() + gap, at.y() - box.height() / 2},
            {at.x() - gap - box.width(), at.y() - box.height() / 2},
            {at.x() - box.width() / 2, at.y() - gap - box.height() + 2},
            {at.x() - box.width() / 2, at.y() + gap - 2},
            {at.x() + slant, at.y() - slant - box.height() + 2},
            {at.x() + slant, at.y() + slant - 2},
            {at.x() - slant - box.width(), at.y() - slant - box.height() + 2},
            {at.x() - slant - box.width(), at.y() + slant - 2},
        };
        for (const QPointF& corner : corners) {
            box.moveTopLeft({std::round(corner.x()), std::round(corner.y())});
            if (!places.take(box))
                continue;
            drawHaloText(painter, font, box, text);
            break;
        }
    }
}

} // namespace

PreparedSites prepareSites(const Sites& sites, const MapView& view, base::Progress& progress)
{
    PreparedSites prepared;
    prepared.positions.reserve(sites.size());
    prepared.look.reserve(sites.size());
    std::map<std::pair<QString, QString>, std::uint32_t> looks;
    for (const SiteSymbol& site : sites) {
        prepared.positions.push_back(site.lonLat);
        const auto [found, isNew] =
            looks.try_emplace({site.kind, site.stage}, std::uint32_t(prepared.looks.size()));
        if (isNew)
            prepared.looks.push_back({site.kind, site.stage});
        prepared.look.push_back(found->second);
    }
    for (std::size_t from = 0; from < sites.size(); from += Block) {
        progress.check();
        view.fromWgs84().forward(
            std::span(prepared.positions).subspan(from, std::min(Block, sites.size() - from)));
    }
    return prepared;
}

void drawSites(const MapSnapshot& snapshot, PreparedCache& cache, QPainter& painter,
               base::Progress& progress)
{
    LabelPlaces places(reach(snapshot, 0));
    const std::vector<QRectF> covered = decorationBoxes(snapshot);
    for (const QRectF& box : covered)
        places.block(box);
    std::vector<SeenSite> seen;
    std::shared_ptr<const PreparedSites> prepared;
    if (snapshot.sites) {
        prepared = cache.sites(snapshot.sites, snapshot.view, progress);
        seen = sitesInView(snapshot, *prepared, reach(snapshot, SymbolBox));
        progress.check();
        const Density density = densityOf(snapshot, seen.size());
        if (density == Density::Dots)
            drawDots(snapshot, *prepared, seen, painter, progress);
        else
            drawSymbols(snapshot, *prepared, seen, density, painter, progress);
        // Labels keep clear of the symbols that matter most.
        if (density == Density::Symbols && seen.size() <= MostLabels)
            for (const SeenSite& site : seen)
                places.block(QRectF(site.at - QPointF(6, 6), QSizeF(12, 12)));
    }
    drawArrows(snapshot, painter, places);
    if (!prepared)
        return;
    for (const bool highlighted : {false, true}) {
        for (const SeenSite& site : seen) {
            const SiteSymbol& symbol = (*snapshot.sites)[site.index];
            const bool isHighlighted = snapshot.highlighted == symbol.id;
            const bool isSelected = snapshot.selected.count(symbol.id) > 0;
            if (isHighlighted != highlighted || !(isHighlighted || isSelected))
                continue;
            const QPointF at(std::floor(site.at.x()) + 0.5, std::floor(site.at.y()) + 0.5);
            drawSite(painter, at, SymbolSize,
                     {symbol.kind, symbol.stage, isSelected, isHighlighted, false});
        }
    }
    if (snapshot.decorations.siteLabels) {
        std::erase_if(seen, [&](const SeenSite& site) {
            return std::any_of(covered.begin(), covered.end(),
                               [&](const QRectF& box) { return box.contains(site.at); });
        });
        drawLabels(snapshot, seen, painter, places);
    }
}

std::optional<base::Id> siteAt(const MapSnapshot& snapshot, PreparedCache& cache, QPointF pixel,
                               double tolerance)
{
    if (!snapshot.sites)
        return std::nullopt;
    base::Progress progress;
    const auto prepared = cache.sites(snapshot.sites, snapshot.view, progress);
    const QRectF near(pixel - QPointF(tolerance, tolerance), QSizeF(2 * tolerance, 2 * tolerance));
    std::optional<base::Id> best;
    std::pair<bool, double> bestRank{true, tolerance};
    for (const SeenSite& site : sitesInView(snapshot, *prepared, near)) {
        const SiteSymbol& symbol = (*snapshot.sites)[site.index];
        const QPointF way = site.at - pixel;
        const std::pair<bool, double> rank{symbol.dimmed, std::hypot(way.x(), way.y())};
        if (rank <= bestRank) {
            best = symbol.id;
            bestRank = rank;
        }
    }
    return best;
}

std::vector<base::Id> sitesIn(const MapSnapshot& snapshot, PreparedCache& cache,
                              const QRectF& pixels)
{
    std::vector<base::Id> ids;
    if (!snapshot.sites)
        return ids;
    base::Progress progress;
    const auto prepared = cache.sites(snapshot.sites, snapshot.view, progress);
    for (const SeenSite& site : sitesInView(snapshot, *prepared, pixels.normalized()))
        if (!(*snapshot.sites)[site.index].dimmed)
            ids.push_back((*snapshot.sites)[site.index].id);
    return ids;
}

} // namespace geo
