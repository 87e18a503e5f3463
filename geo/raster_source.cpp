// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_source.h"

#include "base/error.h"
#include "geo/gdal_session.h"
#include "geo/source_crs.h"
#include "geo/text.h"
#include <algorithm>
#include <cmath>
#include <gdal.h>
#include <mutex>

namespace geo {

namespace {

constexpr int GridStep = 16; // pixels of the target between points that are moved exactly

// A window of the source as it was read: `size` pixels for `width` x `height` of the file's.
struct Window
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    QSize size;
};

// The column nearest to `middle` among those that are the same place, `turn` apart.
double inTurn(double column, double middle, double turn)
{
    return turn == 0 ? column : middle + std::remainder(column - middle, turn);
}

// Source pixel coordinates of target pixels, exact at the corners of a grid and linear between.
class PixelGrid
{
public:
    // `turn`: what of the source goes round the globe, in columns of it; 0 where it does not lie in
    // degrees along its rows. A raster may run from 0 to 360 degrees.
    PixelGrid(const RasterTarget& target, const Operation& toWgs84,
              const std::array<double, 6>& pixelOf, double turn, int sourceColumns)
        : m_turn(turn)
        , m_middle(sourceColumns / 2.0)
        , m_columns((target.size.width() + GridStep - 1) / GridStep + 1)
        , m_rows((target.size.height() + GridStep - 1) / GridStep + 1)
        , m_points(std::size_t(m_columns) * std::size_t(m_rows))
    {
        const double perColumn = target.extent.width() / target.size.width();
        const double perRow = target.extent.height() / target.size.height();
        std::size_t at = 0;
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column, ++at)
                m_points[at] = {target.extent.west + column * GridStep * perColumn,
                                target.extent.north - row * GridStep * perRow};
        target.fromWgs84.inverse(m_points);
        toWgs84.inverse(m_points);
        for (QPointF& point : m_points)
            point = {inTurn(pixelOf[0] + point.x() * pixelOf[1] + point.y() * pixelOf[2], m_middle,
                            m_turn),
                     pixelOf[3] + point.x() * pixelOf[4] + point.y() * pixelOf[5]};
    }

    // Of the middle of a target pixel.
    QPointF at(int x, int y) const
    {
        const double u = (x + 0.5) / GridStep;
        const double v = (y + 0.5) / GridStep;
        const int column = std::min(int(u), m_columns - 2);
        const int row = std::min(int(v), m_rows - 2);
        const QPointF* upper = m_points.data() + std::size_t(row) * std::size_t(m_columns) + column;
        const QPointF* lower = upper + m_columns;
        const double a = u - column;
        const double b = v - row;
        if (m_turn == 0)
            return (upper[0] * (1 - a) + upper[1] * a) * (1 - b) +
                   (lower[0] * (1 - a) + lower[1] * a) * b;
        const auto beside = [&](QPointF point) {
            return QPointF(inTurn(point.x(), upper[0].x(), m_turn), point.y());
        };
        const QPointF between = (upper[0] * (1 - a) + beside(upper[1]) * a) * (1 - b) +
                                (beside(lower[0]) * (1 - a) + beside(lower[1]) * a) * b;
        return {inTurn(between.x(), m_middle, m_turn), between.y()};
    }

    // The place where the source's columns begin again lies within the target.
    bool goesRound() const
    {
        if (m_turn == 0)
            return false;
        const auto far = [&](const QPointF& a, const QPointF& b) {
            return std::abs(a.x() - b.x()) > m_turn / 2;
        };
        for (std::size_t i = 1; i < m_points.size(); ++i)
            if ((i % std::size_t(m_columns) != 0 && far(m_points[i - 1], m_points[i])) ||
                (i >= std::size_t(m_columns) &&
                 far(m_points[i - std::size_t(m_columns)], m_points[i])))
                return true;
        return false;
    }

    const std::vector<QPointF>& points() const { return m_points; }

private:
    double m_turn;
    double m_middle;
    int m_columns;
    int m_rows;
    std::vector<QPointF> m_points;
};

std::array<double, 6> inverted(const std::array<double, 6>& g)
{
    const double determinant = g[1] * g[5] - g[2] * g[4];
    return {(g[2] * g[3] - g[0] * g[5]) / determinant,  g[5] / determinant,  -g[2] / determinant,
            (-g[1] * g[3] + g[0] * g[4]) / determinant, -g[4] / determinant, g[1] / determinant};
}

// What part of the source a target needs, and how finely; an empty size where they do not meet.
Window windowFor(const PixelGrid& grid, QSize source, QSize target)
{
    Extent box;
    for (const QPointF& point : grid.points())
        if (std::isfinite(point.x()) && std::isfinite(point.y()))
            box.add(point);
    if (box.isEmpty())
        return {};
    if (grid.goesRound()) {
        box.west = std::min(box.west, 0.0);
        box.east = std::max(box.east, double(source.width()));
    }
    const double left = std::clamp(std::floor(box.west) - 1, 0.0, double(source.width()));
    const double right = std::clamp(std::ceil(box.east) + 1, 0.0, double(source.width()));
    const double top = std::clamp(std::floor(box.south) - 1, 0.0, double(source.height()));
    const double bottom = std::clamp(std::ceil(box.north) + 1, 0.0, double(source.height()));
    if (right - left < 1 || bottom - top < 1)
        return {};
    // File pixels to a target pixel, as the whole box has them.
    const double across = std::max(1.0, box.width() / target.width());
    const double down = std::max(1.0, box.height() / target.height());
    return {
        left, top, right - left, bottom - top,
        QSize(std::max(1, int((right - left) / across)), std::max(1, int((bottom - top) / down)))};
}

// Premultiplied means of two pixels' channels.
QRgb mixed(QRgb a, QRgb b, double share)
{
    const auto channel = [&](int x, int y) { return int(std::lround(x + (y - x) * share)); };
    return qRgba(channel(qRed(a), qRed(b)), channel(qGreen(a), qGreen(b)),
                 channel(qBlue(a), qBlue(b)), channel(qAlpha(a), qAlpha(b)));
}

} // namespace

struct RasterSource::State
{
    explicit State(SourceFile sourceFile)
        : file(std::move(sourceFile))
        , member(file.members().constFirst())
    {
    }

    SourceFile file;
    QString member;
    QString driver;
    QSize size;
    int bands = 0;
    std::array<double, 6> transform{};
    std::optional<Crs> crs;
    std::optional<double> noData;
    bool coloured = false;
    bool palette = false;
    QString unit;
    std::mutex mutex; // of what follows
    std::optional<std::optional<std::pair<double, double>>> range;

    GdalDataset open() const { return file.open(member); }
    PixelGrid grid(const RasterTarget& target, const Operation& toWgs84) const;
    // Columns once around the globe; 0 where they are not degrees.
    double turn(const Crs& sourceCrs) const;
    static std::shared_ptr<State> of(SourceFile file);

    [[noreturn]] void failed(const GdalComplaints& complaints) const
    {
        throw base::Error(Text::tr("“%1” could not be read to its end. It may be damaged, or the "
                                   "disk it is on is gone.")
                              .arg(file.name()),
                          complaints.text());
    }
};

double RasterSource::State::turn(const Crs& sourceCrs) const
{
    if (transform[2] != 0 || transform[4] != 0)
        return 0;
    return sourceCrs.turn() / std::abs(transform[1]);
}

PixelGrid RasterSource::State::grid(const RasterTarget& target, const Operation& toWgs84) const
{
    return {target, toWgs84, inverted(transform), turn(toWgs84.from()), size.width()};
}

std::shared_ptr<RasterSource::State> RasterSource::State::of(SourceFile file)
{
    auto state = std::make_shared<State>(std::move(file));
    const GdalComplaints complaints;
    const GdalDataset dataset = state->open();
    state->driver =
        QString::fromLatin1(GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get())));
    state->size = QSize(GDALGetRasterXSize(dataset.get()), GDALGetRasterYSize(dataset.get()));
    state->bands = GDALGetRasterCount(dataset.get());
    if (state->bands == 0)
        throw base::Error(Text::tr("“%1” holds no picture and no grid. If it holds several, save "
                                   "the one you need as a file of its own.")
                              .arg(state->file.name()));
    if (GDALGetGeoTransform(dataset.get(), state->transform.data()) != CE_None ||
        state->transform[1] * state->transform[5] == state->transform[2] * state->transform[4])
        throw base::Error(Text::tr("“%1” does not say where on the ground it lies. Put its world "
                                   "file beside it, or georeference it in a GIS first.")
                              .arg(state->file.name()));
    state->crs = crsOf(GDALGetSpatialRef(dataset.get()));
    GDALRasterBandH band = GDALGetRasterBand(dataset.get(), 1);
    int has = 0;
    const double noData = GDALGetRasterNoDataValue(band, &has);
    if (has)
        state->noData = noData;
    const GDALColorInterp meaning = GDALGetRasterColorInterpretation(band);
    state->palette = GDALGetRasterColorTable(band) != nullptr && meaning == GCI_PaletteIndex;
    state->coloured =
        state->palette || (state->bands >= 3 && GDALGetRasterDataType(band) == GDT_Byte);
    state->unit = QString::fromUtf8(GDALGetRasterUnitType(band));
    return state;
}

RasterSource::RasterSource(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
    if (m_state->crs)
        m_operation = Operation::between(*m_state->crs, Crs::wgs84(), degrees());
}

RasterSource RasterSource::open(const QString& path)
{
    return RasterSource(State::of(SourceFile::onDisk(path, SourceKind::Raster)));
}

RasterSource RasterSource::openBytes(const QByteArray& bytes, const QString& fileName)
{
    return RasterSource(State::of(SourceFile::inMemory(bytes, fileName, SourceKind::Raster)));
}

QString RasterSource::fileName() const
{
    return m_state->file.name();
}

QString RasterSource::driver() const
{
    return m_state->driver;
}

QSize RasterSource::size() const
{
    return m_state->size;
}

int RasterSource::bands() const
{
    return m_state->bands;
}

std::optional<Crs> RasterSource::crs() const
{
    return m_state->crs;
}

std::array<double, 6> RasterSource::geoTransform() const
{
    return m_state->transform;
}

std::optional<double> RasterSource::noData() const
{
    return m_state->noData;
}

bool RasterSource::isColoured() const
{
    return m_state->coloured;
}

QString RasterSource::unit() const
{
    return m_state->unit;
}

std::optional<Extent> RasterSource::degrees() const
{
    const std::optional<Crs> crs = m_operation ? m_operation->from() : m_state->crs;
    if (!crs)
        return std::nullopt;
    const std::array<double, 6>& g = m_state->transform;
    Extent extent;
    for (const int x : {0, m_state->size.width()})
        for (const int y : {0, m_state->size.height()})
            extent.add({g[0] + x * g[1] + y * g[2], g[3] + x * g[4] + y * g[5]});
    return roughDegrees(*crs, extent);
}

void RasterSource::setOperation(const Operation& toWgs84)
{
    m_operation = toWgs84;
}

const std::optional<Operation>& RasterSource::operation() const
{
    return m_operation;
}

QImage RasterSource::readWarped(const RasterTarget& target, base::Progress& progress) const
{
    if (!m_state->coloured) {
        const auto range = valueRange(progress);
        const RasterValues values = readValues(target, progress);
        QImage image(values.size, QImage::Format_ARGB32_Premultiplied);
        std::size_t at = 0;
        for (int y = 0; y < image.height(); ++y) {
            auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x, ++at) {
                const double value = double(values.values[at]);
                if (std::isnan(value) || !range) {
                    row[x] = 0;
                    continue;
                }
                const double span = range->second - range->first;
                const double share = span > 0 ? (value - range->first) / span : 0.5;
                const int grey = int(std::lround(std::clamp(share, 0.0, 1.0) * 255));
                row[x] = qRgb(grey, grey, grey);
            }
        }
        return image;
    }

    QImage image(target.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const PixelGrid grid = m_state->grid(target, m_operation.value());
    const Window window = windowFor(grid, m_state->size, target.size);
    if (window.size.isEmpty())
        return image;
    progress.check();

    const GdalComplaints complaints;
    const GdalDataset dataset = m_state->open();
    const std::size_t count = std::size_t(window.size.width()) * std::size_t(window.size.height());
    const auto read = [&](GDALRasterBandH band, bool average) {
        std::vector<GByte> bytes(count);
        GDALRasterIOExtraArg extra;
        INIT_RASTERIO_EXTRA_ARG(extra);
        extra.eResampleAlg = average ? GRIORA_Average : GRIORA_NearestNeighbour;
        extra.pfnProgress = gdalProgress;
        extra.pProgressData = &progress;
        const CPLErr error = GDALRasterIOEx(
            band, GF_Read, int(window.x), int(window.y), int(window.width), int(window.height),
            bytes.data(), window.size.width(), window.size.height(), GDT_Byte, 0, 0, &extra);
        progress.check();
        if (error != CE_None)
            m_state->failed(complaints);
        return bytes;
    };
    GDALRasterBandH first = GDALGetRasterBand(dataset.get(), 1);
    std::vector<QRgb> pixels(count);
    const std::vector<GByte> mask = read(GDALGetMaskBand(first), false);
    if (m_state->palette) {
        GDALColorTableH table = GDALGetRasterColorTable(first);
        const std::vector<GByte> index = read(first, false);
        const int colors = GDALGetColorEntryCount(table);
        for (std::size_t i = 0; i < count; ++i) {
            if (mask[i] == 0 || index[i] >= colors)
                continue;
            const GDALColorEntry* entry = GDALGetColorEntry(table, index[i]);
            pixels[i] = qPremultiply(qRgba(entry->c1, entry->c2, entry->c3, entry->c4));
        }
    } else {
        const std::vector<GByte> red = read(first, true);
        const std::vector<GByte> green = read(GDALGetRasterBand(dataset.get(), 2), true);
        const std::vector<GByte> blue = read(GDALGetRasterBand(dataset.get(), 3), true);
        for (std::size_t i = 0; i < count; ++i)
            pixels[i] = qPremultiply(qRgba(red[i], green[i], blue[i], mask[i]));
    }

    const double perX = window.size.width() / window.width;
    const double perY = window.size.height() / window.height;
    const int width = window.size.width();
    const int height = window.size.height();
    const auto pixel = [&](int x, int y) {
        return pixels[std::size_t(std::clamp(y, 0, height - 1)) * std::size_t(width) +
                      std::size_t(std::clamp(x, 0, width - 1))];
    };
    for (int y = 0; y < image.height(); ++y) {
        if (y % 32 == 0)
            progress.check();
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const QPointF at = grid.at(x, y);
            if (!(at.x() >= 0 && at.y() >= 0 && at.x() < m_state->size.width() &&
                  at.y() < m_state->size.height()))
                continue;
            const double u = (at.x() - window.x) * perX;
            const double v = (at.y() - window.y) * perY;
            if (m_state->palette) { // codes have no mean
                row[x] = pixel(int(u), int(v));
                continue;
            }
            const double left = std::floor(u - 0.5);
            const double top = std::floor(v - 0.5);
            const int i = int(left);
            const int j = int(top);
            row[x] =
                mixed(mixed(pixel(i, j), pixel(i + 1, j), u - 0.5 - left),
                      mixed(pixel(i, j + 1), pixel(i + 1, j + 1), u - 0.5 - left), v - 0.5 - top);
        }
    }
    return image;
}

RasterValues RasterSource::readValues(const RasterTarget& target, base::Progress& progress) const
{
    constexpr float Missing = std::numeric_limits<float>::quiet_NaN();
    RasterValues result{target.size, {}};
    result.values.assign(std::size_t(target.size.width()) * std::size_t(target.size.height()),
                         Missing);
    const PixelGrid grid = m_state->grid(target, m_operation.value());
    const Window window = windowFor(grid, m_state->size, target.size);
    if (window.size.isEmpty())
        return result;
    progress.check();

    const GdalComplaints complaints;
    const GdalDataset dataset = m_state->open();
    GDALRasterBandH band = GDALGetRasterBand(dataset.get(), 1);
    const std::size_t count = std::size_t(window.size.width()) * std::size_t(window.size.height());
    std::vector<float> values(count);
    std::vector<GByte> mask(count);
    // Overviews serve; a value is always one that the file holds.
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.pfnProgress = gdalProgress;
    extra.pProgressData = &progress;
    const auto read = [&](GDALRasterBandH from, void* into, GDALDataType type) {
        const CPLErr error = GDALRasterIOEx(
            from, GF_Read, int(window.x), int(window.y), int(window.width), int(window.height),
            into, window.size.width(), window.size.height(), type, 0, 0, &extra);
        progress.check();
        if (error != CE_None)
            m_state->failed(complaints);
    };
    read(band, values.data(), GDT_Float32);
    read(GDALGetMaskBand(band), mask.data(), GDT_Byte);

    const double perX = window.size.width() / window.width;
    const double perY = window.size.height() / window.height;
    std::size_t to = 0;
    for (int y = 0; y < target.size.height(); ++y) {
        if (y % 32 == 0)
            progress.check();
        for (int x = 0; x < target.size.width(); ++x, ++to) {
            const QPointF at = grid.at(x, y);
            const double u = (at.x() - window.x) * perX;
            const double v = (at.y() - window.y) * perY;
            if (!(u >= 0 && v >= 0 && u < window.size.width() && v < window.size.height()))
                continue;
            const std::size_t from =
                std::size_t(v) * std::size_t(window.size.width()) + std::size_t(u);
            if (mask[from] != 0)
                result.values[to] = values[from];
        }
    }
    return result;
}

std::optional<std::pair<double, double>> RasterSource::valueRange(base::Progress& progress) const
{
    const std::scoped_lock lock(m_state->mutex);
    if (m_state->range)
        return *m_state->range;
    constexpr int Most = 512; // pixels of the sample either way
    const QSize sample(std::min(Most, m_state->size.width()),
                       std::min(Most, m_state->size.height()));
    const GdalComplaints complaints;
    const GdalDataset dataset = m_state->open();
    GDALRasterBandH band = GDALGetRasterBand(dataset.get(), 1);
    const std::size_t count = std::size_t(sample.width()) * std::size_t(sample.height());
    std::vector<float> values(count);
    std::vector<GByte> mask(count);
    progress.check();
    if (GDALRasterIO(band, GF_Read, 0, 0, m_state->size.width(), m_state->size.height(),
                     values.data(), sample.width(), sample.height(), GDT_Float32, 0,
                     0) != CE_None ||
        GDALRasterIO(GDALGetMaskBand(band), GF_Read, 0, 0, m_state->size.width(),
                     m_state->size.height(), mask.data(), sample.width(), sample.height(), GDT_Byte,
                     0, 0) != CE_None)
        m_state->failed(complaints);
    progress.check();
    std::vector<float> known;
    known.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        if (mask[i] != 0 && std::isfinite(values[i]))
            known.push_back(values[i]);
    if (known.empty()) {
        m_state->range.emplace(std::nullopt);
        return std::nullopt;
    }
    std::sort(known.begin(), known.end());
    const auto at = [&](double share) {
        return double(known[std::size_t(share * double(known.size() - 1))]);
    };
    m_state->range.emplace(std::pair(at(0.02), at(0.98)));
    return *m_state->range;
}

std::vector<std::optional<double>> RasterSource::valueAt(QPointF lonLat) const
{
    std::vector<std::optional<double>> values(std::size_t(m_state->bands));
    std::array<QPointF, 1> point{lonLat};
    m_operation.value().inverse(point);
    const std::array<double, 6> g = inverted(m_state->transform);
    const double x = inTurn(g[0] + point[0].x() * g[1] + point[0].y() * g[2],
                            m_state->size.width() / 2.0, m_state->turn(m_operation->from()));
    const double y = g[3] + point[0].x() * g[4] + point[0].y() * g[5];
    if (!(x >= 0 && y >= 0 && x < m_state->size.width() && y < m_state->size.height()))
        return values;
    const GdalComplaints complaints;
    const GdalDataset dataset = m_state->open();
    for (int i = 0; i < m_state->bands; ++i) {
        GDALRasterBandH band = GDALGetRasterBand(dataset.get(), i + 1);
        double value = 0;
        GByte mask = 0;
        if (GDALRasterIO(band, GF_Read, int(x), int(y), 1, 1, &value, 1, 1, GDT_Float64, 0, 0) !=
                CE_None ||
            GDALRasterIO(GDALGetMaskBand(band), GF_Read, int(x), int(y), 1, 1, &mask, 1, 1,
                         GDT_Byte, 0, 0) != CE_None)
            m_state->failed(complaints);
        if (mask != 0)
            values[std::size_t(i)] = value;
    }
    return values;
}

} // namespace geo
