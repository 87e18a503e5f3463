// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/raster_state.h"
#include "geo/source_crs.h"
#include "geo/text.h"
#include <QLocale>
#include <QRect>
#include <algorithm>
#include <cmath>
#include <span>

namespace geo {

namespace {

constexpr int MostSampled = 512;        // pixels either way
constexpr double PixelsToSample = 16e6; // beyond, some windows of a raster stand for all of it
constexpr double PixelsToSay = 150e6;   // some seconds to decode

// Where values that interpolation smeared from "no data" into the rest begin: far from the middle
// half of all, and on the way to that value. nullopt: nothing lies there. `known`: sorted.
std::optional<double> smearLimit(const std::vector<float>& known, double noData)
{
    const auto at = [&](double share) {
        return double(known[std::size_t(share * double(known.size() - 1))]);
    };
    const double low = at(0.25);
    const double high = at(0.75);
    const bool below = noData < low;
    if (!std::isfinite(noData) || (!below && noData <= high))
        return std::nullopt;
    // Of what is real, a mine in a plain lies farthest off: a few quarters of the heights, but only
    // a hundredth of the way to -9999. Of a float's lowest value any part of the way is too far.
    constexpr double FarInSpreads = 50;
    constexpr double FarthestInSpreads = 1000;
    constexpr double PartOfTheWay = 0.05;
    const double spread = high - low;
    const double way = std::abs(noData - (below ? low : high));
    const double far =
        std::max(FarInSpreads * spread, std::min(PartOfTheWay * way, FarthestInSpreads * spread));
    if (far == 0 || far >= way)
        return std::nullopt;
    const double limit = below ? low - far : high + far;
    return (below ? double(known.front()) < limit : double(known.back()) > limit)
               ? std::optional(limit)
               : std::nullopt;
}

template <typename Scaled>
ValueDistribution distributionOf(std::span<const float> sorted, Scaled&& scaled)
{
    constexpr std::size_t Parts = 1000;
    ValueDistribution found;
    const double last = double(sorted.size() - 1);
    const auto between = [&](double place) {
        const auto below = std::min(std::size_t(place), sorted.size() - 1);
        const auto above = std::min(below + 1, sorted.size() - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * float(place - double(below));
    };
    for (std::size_t i = 0; i <= Parts; ++i)
        found.parts.push_back(scaled(between(double(i) / double(Parts) * last)));
    std::sort(found.parts.begin(), found.parts.end()); // a scale may be negative
    double sum = 0;
    for (const float value : sorted)
        sum += double(scaled(value));
    found.mean = sum / double(sorted.size());
    double squares = 0;
    for (const float value : sorted)
        squares += std::pow(double(scaled(value)) - found.mean, 2);
    found.deviation = std::sqrt(squares / double(sorted.size()));
    return found;
}

} // namespace

std::shared_ptr<const RasterSource::State::Statistics>
RasterSource::State::sample(base::Progress& progress)
{
    const std::scoped_lock lock(mutex);
    if (const auto known = statistics.load())
        return known;
    const QSize sampleSize(std::min(MostSampled, size.width()),
                           std::min(MostSampled, size.height()));
    const GdalComplaints complaints;
    const GdalDataset dataset = open();
    GDALRasterBandH band = GDALGetRasterBand(dataset.get(), 1);
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.pfnProgress = gdalProgress;
    extra.pProgressData = &progress;
    std::vector<float> known;
    const auto take = [&](QRect window, QSize pixels) {
        const std::size_t count = std::size_t(pixels.width()) * std::size_t(pixels.height());
        std::vector<float> values(count);
        std::vector<GByte> mask(count);
        const auto read = [&](GDALRasterBandH from, void* into, GDALDataType type) {
            progress.check();
            const CPLErr error = GDALRasterIOEx(
                from, GF_Read, window.x(), window.y(), window.width(), window.height(), into,
                pixels.width(), pixels.height(), type, 0, 0, &extra);
            progress.check();
            if (error != CE_None)
                failed(complaints);
        };
        read(band, values.data(), GDT_Float32);
        read(GDALGetMaskBand(band), mask.data(), GDT_Byte);
        for (std::size_t i = 0; i < count; ++i)
            if (mask[i] != 0 && std::isfinite(values[i]))
                known.push_back(values[i]);
    };
    // Every so many pixels of a large raster without overviews would be all of it to decode: small
    // windows say nearly as much.
    if (isLongToShow(PixelsToSample)) {
        constexpr int Windows = 16; // either way
        constexpr int Side = MostSampled / Windows;
        for (int row = 0; row < Windows; ++row)
            for (int column = 0; column < Windows; ++column)
                take({int(qint64(size.width() - Side) * column / (Windows - 1)),
                      int(qint64(size.height() - Side) * row / (Windows - 1)), Side, Side},
                     {Side, Side});
    }
    if (known.empty())
        take(QRect(QPoint(), size), sampleSize);
    const auto keep = [this](Statistics found) {
        auto kept = std::make_shared<const Statistics>(std::move(found));
        statistics.store(kept);
        return kept;
    };
    Statistics found;
    found.sampled = sampleSize != size;
    if (known.empty())
        return keep(std::move(found));
    std::sort(known.begin(), known.end());
    auto first = known.begin();
    auto last = known.end();
    if (const auto limit = noData && !coloured ? smearLimit(known, *noData) : std::nullopt) {
        const bool below = *noData < *limit;
        const auto edge = std::partition_point(first, last, [&](float value) {
            return below ? double(value) < *limit : double(value) <= *limit;
        });
        const auto far = below ? std::pair(first, edge) : std::pair(edge, last);
        found.farOut = std::pair(double(scaled(*far.first)), double(scaled(*(far.second - 1))));
        found.farOutCount = qint64(double(far.second - far.first) * double(size.width()) /
                                   double(sampleSize.width()) * double(size.height()) /
                                   double(sampleSize.height()));
        (below ? first : last) = edge;
    }
    found.values =
        distributionOf(std::span(first, last), [this](float value) { return scaled(value); });
    return keep(std::move(found));
}

double ValueDistribution::percentile(double percent) const
{
    const double place = std::clamp(percent / 100, 0.0, 1.0) * double(parts.size() - 1);
    const std::size_t below = std::min(std::size_t(place), parts.size() - 2);
    return double(parts[below]) +
           (double(parts[below + 1]) - double(parts[below])) * (place - double(below));
}

std::optional<ValueDistribution> RasterSource::distribution(base::Progress& progress) const
{
    return m_state->sample(progress)->values;
}

std::optional<ValueDistribution> RasterSource::knownDistribution() const
{
    const auto known = m_state->statistics.load();
    return known ? known->values : std::nullopt;
}

std::optional<std::pair<double, double>> RasterSource::valueRange(base::Progress& progress) const
{
    const auto values = distribution(progress);
    if (!values)
        return std::nullopt;
    return std::pair(values->percentile(2), values->percentile(98));
}

std::vector<base::Issue> RasterSource::issues(base::Progress& progress) const
{
    std::vector<base::Issue> issues = m_state->issues;
    const std::optional<Crs> crs = m_operation ? std::optional(m_operation->from()) : m_state->crs;
    if (crs) {
        if (!degrees())
            throw base::Error(
                crs->isGeographic()
                    ? Text::tr("The coordinates of “%1” are not degrees, so “%2” is hardly its "
                               "reference system. Give the one they are in; often that is a UTM "
                               "zone.")
                          .arg(fileName(), crs->name())
                    : Text::tr("“%1” lies nowhere that “%2” has a meaning, so this is hardly its "
                               "reference system. Give another one.")
                          .arg(fileName(), crs->name()));
        reportUnnamedDatum(*crs, fileName(), issues);
    }
    const auto sample = m_state->sample(progress);
    const State::Statistics& statistics = *sample;
    const auto tell = [&](base::Severity severity, const QString& text) {
        issues.push_back({severity, text, {fileName(), 0, {}, {}}});
    };
    if (m_state->isLongToShow(PixelsToSay))
        tell(base::Severity::Note,
             Text::tr("It has %1 by %2 pixels and no overviews, so it takes a while until it is "
                      "seen as a whole. gdaladdo makes overviews.")
                 .arg(QLocale().toString(m_state->size.width()),
                      QLocale().toString(m_state->size.height())));
    if (!statistics.values)
        tell(base::Severity::Warning,
             Text::tr("It holds no value: every pixel says that there is none."));
    if (statistics.farOut) {
        const QLocale locale;
        const QString text =
            statistics.sampled
                ? Text::tr("About %1 values lie far from all others, towards the value that "
                           "stands for none (%2): from %3 to %4. They are hardly real, and do not "
                           "count for the colours; mask them before you measure.")
                : Text::tr("%1 values lie far from all others, towards the value that stands for "
                           "none (%2): from %3 to %4. They are hardly real, and do not count for "
                           "the colours; mask them before you measure.");
        tell(base::Severity::Warning,
             text.arg(locale.toString(statistics.farOutCount), locale.toString(*noData()),
                      locale.toString(statistics.farOut->first),
                      locale.toString(statistics.farOut->second)));
    }
    return issues;
}

} // namespace geo
