// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/raster_state.h"
#include "geo/source_crs.h"
#include "geo/text.h"
#include <QFileInfo>
#include <algorithm>
#include <cpl_string.h>

namespace geo {

namespace {

// What GDAL lists as a dataset's parts: their names, as it opens them.
QStringList partsOf(GDALDatasetH dataset)
{
    char** const list = GDALGetMetadata(dataset, "SUBDATASETS"); // netCDF knows no single items
    QStringList parts;
    for (int i = 1;; ++i) {
        const char* name = CSLFetchNameValue(
            list, QStringLiteral("SUBDATASET_%1_NAME").arg(i).toLatin1().constData());
        if (!name)
            return parts;
        parts << QString::fromUtf8(name);
    }
}

// "GPKG:/a/b.gpkg:dem", "NETCDF:"/a/b.nc":z", "PDF:2:/a/b.pdf": the part that is not the file.
QString partName(const QString& part, const QString& staged)
{
    const qsizetype at = part.indexOf(staged);
    QString rest = part.mid(at + staged.size());
    while (rest.startsWith(u'"') || rest.startsWith(u':') || rest.startsWith(u'/'))
        rest.remove(0, 1);
    if (!rest.isEmpty())
        return rest;
    const QStringList before = part.left(at).split(u':', Qt::SkipEmptyParts);
    return QStringLiteral("page %1").arg(before.value(1));
}

RasterSublayer describe(GDALDatasetH dataset, const QString& name)
{
    RasterSublayer sublayer;
    sublayer.name = name;
    sublayer.size = QSize(GDALGetRasterXSize(dataset), GDALGetRasterYSize(dataset));
    sublayer.bands = GDALGetRasterCount(dataset);
    sublayer.crs = crsOf(GDALGetSpatialRef(dataset));
    double transform[6];
    sublayer.hasPlace = GDALGetGeoTransform(dataset, transform) == CE_None &&
                        transform[1] * transform[5] != transform[2] * transform[4];
    return sublayer;
}

std::vector<RasterEntry> entriesIn(const SourceFile& file, const QString& member,
                                   const QString& staged)
{
    const GdalComplaints complaints;
    const GdalDataset dataset = file.open(staged);
    const bool pages =
        qstrcmp(GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get())), "PDF") == 0;
    std::vector<RasterEntry> entries;
    const QStringList parts = partsOf(dataset.get());
    if (parts.size() > 1 && (pages || GDALGetRasterCount(dataset.get()) == 0)) {
        for (const QString& part : parts) {
            if (!part.contains(staged))
                continue;
            const GdalDataset opened = file.open(staged, {}, part);
            if (GDALGetRasterCount(opened.get()) > 0)
                entries.push_back(
                    {staged, part, {}, describe(opened.get(), partName(part, staged))});
        }
        return entries;
    }
    if (GDALGetRasterCount(dataset.get()) > 0)
        entries.push_back({staged, {}, {}, describe(dataset.get(), file.shortName(member))});
    return entries;
}

} // namespace

std::vector<RasterEntry> rasterEntries(SourceFile& file, const QString& wanted,
                                       std::vector<base::Issue>& issues)
{
    std::vector<RasterEntry> entries;
    std::optional<base::Error> failure;
    std::vector<base::Issue> failures;
    issues.insert(issues.end(), file.issues().begin(), file.issues().end());
    const QStringList members = file.membersFor(wanted);
    for (const QString& member : members) {
        try {
            std::vector<RasterEntry> found = entriesIn(file, member, file.stage(member, issues));
            for (RasterEntry& entry : found) {
                entry.shortName = entry.sublayer.name;
                if (file.members().size() > 1) {
                    const QString own = found.size() == 1 ? QString() : u'/' + entry.sublayer.name;
                    entry.sublayer.name = file.memberName(member) + own;
                    entry.shortName = file.shortName(member) + own;
                }
                entries.push_back(std::move(entry));
            }
        } catch (const base::Error& error) {
            if (!failure)
                failure = error;
            failures.push_back({base::Severity::Warning,
                                Text::tr("“%1” in the archive “%2” could not be opened. %3")
                                    .arg(file.memberName(member), file.name(), error.message()),
                                {file.name(), 0, {}, {}}});
        }
    }
    if (entries.empty() && failure)
        throw base::Error(*failure);
    if (entries.empty())
        throw base::Error(Text::tr("“%1” holds no picture and no grid. If it holds several, save "
                                   "the one you need as a file of its own.")
                              .arg(file.name()));
    // Thumbnails and axes that lie beside maps.
    if (std::any_of(entries.begin(), entries.end(),
                    [](const RasterEntry& entry) { return entry.sublayer.hasPlace; }))
        std::erase_if(entries, [](const RasterEntry& entry) { return !entry.sublayer.hasPlace; });
    issues.insert(issues.end(), failures.begin(), failures.end());
    return entries;
}

} // namespace geo
