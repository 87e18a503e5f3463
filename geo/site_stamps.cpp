// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/site_stamps.h"

#include "base/os.h"
#include "base/parallel.h"
#include "geo/stamp.h"
#include <algorithm>
#include <cmath>
#include <cstring>

namespace geo {

namespace {

// Sites to a million logical pixels of picture beyond which symbols shrink, then are dots.
constexpr double ManySites = 3000;
constexpr double TooManySites = 12000;
constexpr double Rim = 5;     // around a symbol, both sides together
constexpr double DotSize = 5; // without its ground
constexpr int DotGround = 4;  // around it, both sides together
constexpr std::size_t Block = 8192;

// What is laid down, one after the other over all sites.
struct Pass
{
    std::vector<Stamp> stamps; // by look
    bool dimmed = false;       // which sites
};

std::vector<Pass> passesFor(const PreparedSites& prepared, Density density, double ratio,
                            bool anyDimmed)
{
    std::vector<Pass> passes;
    for (const bool dimmed : {true, false}) {
        if (dimmed && !anyDimmed)
            continue;
        Pass ground{{}, dimmed};
        Pass shape{{}, dimmed};
        for (const PreparedSites::Look& each : prepared.looks) {
            SiteLook look = each.look;
            look.dimmed = dimmed;
            const double size = symbolSize(density, each.size);
            if (density == Density::Dots) {
                const SiteDot dot = siteDot(look, int(size) + DotGround, ratio);
                ground.stamps.emplace_back(dot.ground);
                shape.stamps.emplace_back(dot.shape);
            } else {
                shape.stamps.emplace_back(siteImage(look, int(size + Rim), ratio));
            }
        }
        if (density == Density::Dots)
            passes.push_back(std::move(ground));
        passes.push_back(std::move(shape));
    }
    return passes;
}

} // namespace

Density densityOf(const QSizeF& picture, std::size_t count)
{
    const double perMillion =
        double(count) * 1e6 / std::max(1.0, picture.width() * picture.height());
    return perMillion > TooManySites ? Density::Dots
           : perMillion > ManySites  ? Density::SmallSymbols
                                     : Density::Symbols;
}

double symbolSize(Density density, std::uint8_t quarters)
{
    const double usual = density == Density::Symbols        ? SymbolSize
                         : density == Density::SmallSymbols ? SmallSize
                                                            : DotSize;
    return std::round(usual * quarters / 4);
}

QImage stampedSites(const Sites& sites, const PreparedSites& prepared,
                    const std::vector<SeenSite>& seen, Density density, const QSizeF& size,
                    double devicePixelRatio, base::Progress& progress)
{
    QImage picture((size * devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    base::expectFilled(picture.bits(), picture.sizeInBytes());
    picture.setDevicePixelRatio(devicePixelRatio);
    const bool anyDimmed = std::any_of(
        seen.begin(), seen.end(), [&](const SeenSite& site) { return sites[site.index].dimmed; });
    const std::vector<Pass> passes = passesFor(prepared, density, devicePixelRatio, anyDimmed);

    inStrips(picture, progress, [&](const PictureStrip& strip) {
        std::memset(strip.pixels + strip.top * strip.stride, 0,
                    std::size_t((strip.bottom - strip.top) * strip.stride) * sizeof(QRgb));
        std::size_t done = 0;
        for (const Pass& pass : passes) {
            for (const SeenSite& site : seen) {
                if (++done % Block == 0)
                    progress.check();
                if (!anyDimmed || sites[site.index].dimmed == pass.dimmed)
                    pass.stamps[prepared.look[site.index]].lay(strip, site.at * devicePixelRatio);
            }
        }
    });
    return picture;
}

} // namespace geo
