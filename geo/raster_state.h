// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/raster_source.h"
#include "geo/raster_window.h"
#include "geo/source_file.h"
#include <QDateTime>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace geo {

// Internal to this room: a raster of a source, found and not yet read.
struct RasterEntry
{
    QString staged;    // the member as GDAL is to open it
    QString part;      // GDAL's name of a dataset within it; empty: the whole
    QString shortName; // as it was called before another member took the same name
    RasterSublayer sublayer;
};

// `wanted`: only those members are looked into that can hold a raster of that name; empty: all.
// `issues`: what could not be opened beside the others. Throws base::Error where there is none.
std::vector<RasterEntry> rasterEntries(SourceFile& file, const QString& wanted,
                                       std::vector<base::Issue>& issues);

struct RasterSource::State
{
    explicit State(SourceFile sourceFile);
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    SourceFile file;
    QString staged;
    QString part;
    QString name;
    QString driver;
    QSize size;
    int bands = 0;
    int overviews = 0; // of the first band
    std::array<double, 6> transform{};
    std::optional<Crs> crs;
    std::optional<double> noData;
    double scale = 1; // of the first band: value = offset + scale * what is stored
    double offset = 0;
    bool coloured = false;
    bool palette = false;
    bool categories = false; // its values are codes
    QString unit;
    std::uint64_t id;  // in the cache of tiles
    QDateTime changed; // the file on disk when it was opened; not valid: bytes in memory
    std::vector<base::Issue> issues; // of opening it

    // Of the first band, from a sample of it.
    struct Statistics
    {
        std::optional<ValueDistribution> values;
        std::optional<std::pair<double, double>> farOut; // the least and greatest of those values
        qint64 farOutCount = 0;
        bool sampled = false;
    };
    std::mutex mutex; // while a sample is read
    std::atomic<std::shared_ptr<const Statistics>> statistics;

    static std::shared_ptr<State> of(SourceFile file, const QString& sublayer);
    GdalDataset open() const { return file.open(staged, {}, part); }
    // The same, sure to be what was opened first. Throws base::Error where the file has changed.
    GdalDataset openAgain() const;
    PixelGrid grid(const RasterTarget& target, const Operation& toWgs84) const;
    // Columns once around the globe; 0 where they are not degrees.
    double turn(const Crs& sourceCrs) const;
    float scaled(float stored) const { return float(offset + scale * double(stored)); }
    std::shared_ptr<const Statistics> sample(base::Progress& progress);
    // To see it as a whole so many pixels and more have to be decoded.
    bool isLongToShow(double pixels) const;
    [[noreturn]] void failed(const GdalComplaints& complaints) const;

private:
    void describe(GDALDatasetH dataset);
    void renderOnce(GDALDatasetH dataset);
    void readPrj();
};

} // namespace geo
