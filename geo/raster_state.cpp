// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_state.h"

#include "base/error.h"
#include "geo/raster_tiles.h"
#include "geo/source_crs.h"
#include "geo/sublayer_choice.h"
#include "geo/text.h"
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cpl_string.h>
#include <cpl_vsi.h>

namespace geo {

namespace {

// GDAL holds whole blocks of a file in memory: a row of a grid that claims a thousand million
// columns would be one.
constexpr double MostBlockBytes = 256e6;
constexpr double MostPagePixels = 60e6;
constexpr double PageDotsPerInch = 150; // GDAL's own default

const RasterEntry* chosenOf(const std::vector<RasterEntry>& entries, const QString& wanted,
                            bool renamed)
{
    // Of bytes kept elsewhere, a lone raster may be called by the name the file had at first.
    if (entries.size() == 1 && (wanted.isEmpty() || renamed))
        return entries.data();
    const RasterEntry* chosen = nullptr;
    for (const RasterEntry& entry : entries)
        if (entry.sublayer.name == wanted)
            return &entry;
        else if (entry.shortName == wanted && !wanted.isEmpty())
            chosen = chosen ? nullptr : &entry;
    return chosen;
}

} // namespace

RasterSource::State::State(SourceFile sourceFile)
    : file(std::move(sourceFile))
{
    static std::atomic<std::uint64_t> last{0};
    id = ++last;
    changed = file.lastModified();
}

RasterSource::State::~State()
{
    RasterTileCache::shared().forget(id);
}

GdalDataset RasterSource::State::openAgain() const
{
    GdalDataset dataset = open();
    if (file.lastModified() != changed || GDALGetRasterXSize(dataset.get()) != size.width() ||
        GDALGetRasterYSize(dataset.get()) != size.height() ||
        GDALGetRasterCount(dataset.get()) != bands)
        throw base::Error(Text::tr("“%1” was changed while it was shown. Read the layer again "
                                   "to see what it holds now.")
                              .arg(file.name()));
    return dataset;
}

bool RasterSource::State::isLongToShow(double pixels) const
{
    constexpr int LeastSide = 1024;
    return overviews == 0 && double(size.width()) * double(size.height()) > pixels &&
           std::min(size.width(), size.height()) >= LeastSide;
}

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

std::shared_ptr<RasterSource::State> RasterSource::State::of(SourceFile file,
                                                             const QString& sublayer)
{
    auto state = std::make_shared<State>(std::move(file));
    const std::vector<RasterEntry> entries = rasterEntries(state->file, sublayer, state->issues);
    const RasterEntry* chosen = chosenOf(entries, sublayer, state->file.isInMemory());
    if (!chosen) {
        QStringList names;
        for (const RasterEntry& entry : entries)
            names << entry.sublayer.name;
        refuseSublayer(state->file.name(), names, sublayer);
    }
    state->staged = chosen->staged;
    state->part = chosen->part;
    state->name = chosen->sublayer.name;
    const GdalComplaints complaints;
    const GdalDataset dataset = state->open();
    state->describe(dataset.get());
    if (state->driver == QLatin1String("PDF"))
        state->renderOnce(dataset.get());
    return state;
}

void RasterSource::State::describe(GDALDatasetH dataset)
{
    driver = QString::fromLatin1(GDALGetDriverShortName(GDALGetDatasetDriver(dataset)));
    size = QSize(GDALGetRasterXSize(dataset), GDALGetRasterYSize(dataset));
    bands = GDALGetRasterCount(dataset);
    GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
    overviews = GDALGetOverviewCount(band);
    const GDALDataType type = GDALGetRasterDataType(band);
    int across = 0;
    int down = 0;
    GDALGetBlockSize(band, &across, &down);
    const double blockBytes = double(across) * double(down) * GDALGetDataTypeSizeBytes(type);
    if (blockBytes > MostBlockBytes && driver != QLatin1String("PDF"))
        throw base::Error(Text::tr("“%1” says that it is %2 by %3 pixels, in pieces of %4 MB, "
                                   "which is more than can be read. If that is right, convert it "
                                   "to a tiled GeoTIFF (gdal_translate -co TILED=YES).")
                              .arg(file.name(), QLocale().toString(size.width()),
                                   QLocale().toString(size.height()),
                                   QLocale().toString(qint64(blockBytes / 1e6))));
    if (GDALGetGeoTransform(dataset, transform.data()) != CE_None ||
        transform[1] * transform[5] == transform[2] * transform[4]) {
        file.refuseOtherContent(dataset);
        throw base::Error(Text::tr("“%1” does not say where on the ground it lies. Put its world "
                                   "file beside it, or georeference it in a GIS first.")
                              .arg(file.name()));
    }
    crs = crsOf(GDALGetSpatialRef(dataset));
    if (!crs)
        readPrj();
    int has = 0;
    const double none = GDALGetRasterNoDataValue(band, &has);
    if (has)
        noData = none;
    scale = GDALGetRasterScale(band, nullptr);
    offset = GDALGetRasterOffset(band, nullptr);
    palette = GDALGetRasterColorTable(band) != nullptr &&
              GDALGetRasterColorInterpretation(band) == GCI_PaletteIndex;
    categories = palette || GDALGetRasterCategoryNames(band) != nullptr;
    coloured = palette || (bands >= 3 && type == GDT_Byte);
    unit = QString::fromUtf8(GDALGetRasterUnitType(band));
    if (!coloured && bands > 1)
        issues.push_back({base::Severity::Note,
                          Text::tr("It has %1 bands; the first one is shown.").arg(bands),
                          {file.name(), 0, {}, {}}});
}

// ArcGIS keeps the system of a picture in a .prj beside it, which GDAL reads for grids alone.
void RasterSource::State::readPrj()
{
    constexpr qsizetype MostBytes = 1 << 16;
    const QFileInfo info(staged);
    for (const char* ending : {".prj", ".PRJ"}) {
        const QByteArray text = firstBytes(
            info.path() + u'/' + info.completeBaseName() + QLatin1String(ending), MostBytes);
        if (text.isEmpty())
            continue;
        try {
            crs = Crs::fromText(QString::fromUtf8(text).trimmed());
        } catch (const base::Error&) { // then a person has to say
        }
        return;
    }
}

// A page is drawn anew whenever a file is opened; so it is drawn once, into memory.
void RasterSource::State::renderOnce(GDALDatasetH dataset)
{
    const GdalComplaints complaints;
    QStringList options;
    const double pixels = double(size.width()) * double(size.height());
    if (pixels > MostPagePixels)
        options << QStringLiteral("DPI=%1").arg(
            std::max(1, int(PageDotsPerInch * std::sqrt(MostPagePixels / pixels))));
    const GdalDataset coarser =
        options.isEmpty() ? GdalDataset() : file.open(staged, options, part);
    const QString page = file.makeMemoryPath(QStringLiteral("page.tif"));
    CPLStringList creation;
    creation.AddString("TILED=YES");
    creation.AddString("COMPRESS=LZW");
    const GdalDataset copy(GDALCreateCopy(GDALGetDriverByName("GTiff"), page.toUtf8().constData(),
                                          coarser ? coarser.get() : dataset, FALSE, creation.List(),
                                          nullptr, nullptr));
    if (!copy)
        failed(complaints);
    size = QSize(GDALGetRasterXSize(copy.get()), GDALGetRasterYSize(copy.get()));
    if (GDALGetGeoTransform(copy.get(), transform.data()) != CE_None)
        failed(complaints);
    staged = page;
    part.clear();
}

void RasterSource::State::failed(const GdalComplaints& complaints) const
{
    throw base::Error(Text::tr("“%1” could not be read to its end. It may be damaged, or the "
                               "disk it is on is gone.")
                          .arg(file.name()),
                      complaints.text());
}

} // namespace geo
