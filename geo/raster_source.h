// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "geo/crs.h"
#include "geo/operation.h"
#include <QByteArray>
#include <QImage>
#include <QPointF>
#include <QSize>
#include <QString>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace geo {

// Where a raster is wanted: an extent of a map, in `size` pixels.
struct RasterTarget
{
    Operation fromWgs84; // to the map's CRS
    Extent extent;       // map units
    QSize size;
};

// A grid of values for a target, by rows from the top; NaN where there is none.
struct RasterValues
{
    QSize size;
    std::vector<float> values;
};

// How the values of a band are spread.
struct ValueDistribution
{
    double mean = 0;
    double deviation = 0;     // standard
    std::vector<float> parts; // least, the ends of equal parts of the values, greatest
    double percentile(double percent) const; // linear between parts
};

// One raster of a file that may hold several.
struct RasterSublayer
{
    QString name;
    QSize size; // pixels
    int bands = 0;
    std::optional<Crs> crs; // nullopt: the file does not say
    bool hasPlace = false;  // false: a mere picture, which open() refuses
};

// A picture or grid that someone gave us: TIFF, PNG or JPEG (placed by themselves or by a world
// file), ESRI grids (text, binary folders, .flt), netCDF and GMT grids, Surfer grids, the pages of
// a GeoPDF, the tiles of a GeoPackage or MBTiles; also inside a .zip. Nothing but the file, its
// archive and its namesakes in the same folder is ever opened, nothing is written, no network. Once
// its operation is set, reading is safe from several threads at once, each with a dataset of its
// own.
class RasterSource
{
public:
    // Throws base::Error naming the file if it cannot be read. `issues`: what of it could not be
    // opened while the rest could.
    static std::vector<RasterSublayer> listSublayers(const QString& path,
                                                     std::vector<base::Issue>* issues = nullptr);
    static std::vector<RasterSublayer> listSublayers(const QByteArray& bytes,
                                                     const QString& fileName);

    // Without a name: the only one; throws base::Error listing the names if there are several, and
    // naming the file if it cannot be read, is no raster, or has no position.
    static RasterSource open(const QString& path, const QString& sublayer = {});
    static RasterSource openBytes(const QByteArray& bytes, const QString& fileName,
                                  const QString& sublayer = {});

    QString fileName() const; // without folder
    QString sublayer() const;
    QString driver() const; // GDAL's name of the format
    QSize size() const;     // pixels
    int bands() const;
    // nullopt: the file does not say, and a person has to, through setOperation(). Never guessed.
    std::optional<Crs> crs() const;
    // x = g0 + column * g1 + row * g2, y = g3 + column * g4 + row * g5, of pixel corners.
    std::array<double, 6> geoTransform() const;
    std::optional<double> noData() const; // of the first band
    // True: its own colours (RGB, a palette); false: values of one quantity, to be drawn by a ramp.
    bool isColoured() const;
    QString unit() const; // of the first band, as the file states it
    // Roughly where it lies, in degrees; nullopt without CRS.
    std::optional<Extent> degrees() const;

    // The pinned operation from the raster's CRS to WGS 84; needed by all that follows. open()
    // takes the best one where the file states a CRS.
    void setOperation(const Operation& toWgs84);
    const std::optional<Operation>& operation() const;

    // As it lies in the target, ARGB32_Premultiplied: colours as they are, a single quantity in
    // greys from its 2nd to its 98th percentile; transparent where it has no value. Uses the file's
    // overviews, and keeps what it decodes for the next time, under a limit that all rasters share.
    // Throws base::Error, base::Cancelled.
    QImage readWarped(const RasterTarget& target, base::Progress& progress) const;
    // The first band's values in the target: of the cell that each pixel lies in, and where pixels
    // are larger than cells, of a mean of about as many.
    RasterValues readValues(const RasterTarget& target, base::Progress& progress) const;
    // Of the first band, from a sample of it and without what noData() was smeared into; nullopt
    // where it holds no value. Kept after the first call.
    std::optional<ValueDistribution> distribution(base::Progress& progress) const;
    // The same where it is known already: reads nothing, for a window's thread.
    std::optional<ValueDistribution> knownDistribution() const;
    // Its 2nd and 98th percentile.
    std::optional<std::pair<double, double>> valueRange(base::Progress& progress) const;
    // What of it is missing, assumed or hardly real. Throws base::Error where it lies nowhere that
    // its CRS has a meaning.
    std::vector<base::Issue> issues(base::Progress& progress) const;
    // One to a band, at a place; nullopt outside, and where there is no value.
    std::vector<std::optional<double>> valueAt(QPointF lonLat) const;
    // The first band's, where the piece of it around the place was decoded already: reads nothing,
    // for a window's thread.
    struct PlaceValue
    {
        bool known = false;
        std::optional<double> value;
    };
    PlaceValue knownValueAt(QPointF lonLat) const;
    // Decodes that piece. Throws base::Error, base::Cancelled.
    void readAround(QPointF lonLat, base::Progress& progress) const;

    struct State; // known to this room alone
    State& state() const { return *m_state; }

private:
    explicit RasterSource(std::shared_ptr<State> state);
    std::optional<QPointF> pixelAt(QPointF lonLat) const; // nullopt: outside
    std::shared_ptr<State> m_state;
    std::optional<Operation> m_operation;
};

} // namespace geo
