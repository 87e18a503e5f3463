// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/table_listing.h"

#include "geo/kml_links.h"
#include "geo/text.h"
#include "geo/text_encoding.h"
#include "geo/vector_entries.h"
#include <QFileInfo>
#include <algorithm>
#include <ogr_api.h>

namespace geo {

namespace {

bool isWorkbook(const QString& member)
{
    const QString suffix = suffixOf(member);
    return suffix == QLatin1String("xlsx") || suffix == QLatin1String("ods");
}

std::vector<TableEntry> tablesOf(const SourceFile& file, const OpenedMember& opened)
{
    std::vector<TableEntry> entries;
    const SheetReading reading;
    const GdalComplaints complaints;
    const int count = GDALDatasetGetLayerCount(opened.dataset.get());
    const bool gpx = suffixOf(opened.member) == QLatin1String("gpx");
    // An OpenDocument file is read whole by now.
    if (suffixOf(opened.member) == QLatin1String("ods") && complaints.failed())
        refuseSheet(file, complaints.text());
    for (int i = 0; i < count; ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(opened.dataset.get(), i);
        TableEntry entry;
        entry.member = opened.member;
        entry.layer = decodeText(OGR_L_GetName(layer), {});
        entry.info.name = entry.layer;
        entry.info.hasPlaces = !opened.workbook && OGR_L_GetGeomType(layer) != wkbNone;
        const SheetFacts* facts = opened.workbook ? opened.workbook->sheet(entry.layer) : nullptr;
        const GIntBig rows = facts ? facts->rows : OGR_L_GetFeatureCount(layer, gpx ? TRUE : FALSE);
        // A GPX always has all kinds of layers, and mostly features of one.
        if (gpx && (rows == 0 || entry.layer.endsWith(QLatin1String("_points"))))
            continue;
        if (rows >= 0)
            entry.info.rows = rows;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

QString suffixOf(const QString& path)
{
    return QFileInfo(path).suffix().toLower();
}

bool isTable(const QString& member)
{
    const QString suffix = suffixOf(member);
    if (suffix == QLatin1String("tab"))
        return firstBytes(member, 16).toLower().contains("!table");
    if (suffix == QLatin1String("json")) {
        const GdalComplaints complaints;
        const char* const drivers[] = {"GeoJSON", "GeoJSONSeq", "TopoJSON", nullptr};
        return GDALIdentifyDriverEx(member.toUtf8().constData(), GDAL_OF_VECTOR, drivers,
                                    nullptr) != nullptr;
    }
    return true;
}

OpenedMember openTableMember(SourceFile& file, const QString& member)
{
    const SheetReading reading;
    OpenedMember opened;
    opened.member = member;
    opened.staged = file.stage(member, opened.issues);
    if (isWorkbook(member)) {
        opened.workbook = Workbook::examine(opened.staged, file.name());
        opened.dataset = file.open(opened.workbook->gdalPath());
        return opened;
    }
    opened.dataset = file.open(opened.staged, vectorOpenOptions(opened.staged));
    if (const QStringList links = networkLinks(file, member, opened.staged); !links.isEmpty()) {
        const QString text = networkLinksText(file.name(), links);
        bool isEmpty = true;
        for (int i = 0; i < GDALDatasetGetLayerCount(opened.dataset.get()); ++i)
            isEmpty = isEmpty && OGR_L_GetFeatureCount(GDALDatasetGetLayer(opened.dataset.get(), i),
                                                       FALSE) == 0;
        if (isEmpty && file.members().size() == 1)
            throw base::Error(text);
        opened.issues.push_back({base::Severity::Warning, text, {file.name(), 0, {}, {}}});
    }
    opened.denied = deniesCrs(opened.dataset.get(), opened.staged);
    return opened;
}

void refuseSheet(const SourceFile& file, const QString& cause)
{
    throw base::Error(Text::tr("A sheet of “%1” cannot be read whole: it is damaged, or a stray "
                               "cell lies far outside its table. Open it in a spreadsheet program "
                               "and save the sheet you need as CSV.")
                          .arg(file.name()),
                      cause);
}

TableListing listTableMembers(SourceFile& file)
{
    TableListing listing;
    for (const QString& member : file.members()) {
        if (file.isArchive() && !isTable(member))
            continue;
        try {
            OpenedMember opened = openTableMember(file, member);
            std::vector<TableEntry> found = tablesOf(file, opened);
            if (file.members().size() > 1)
                for (TableEntry& entry : found)
                    entry.info.name = found.size() == 1 ? file.memberName(member)
                                                        : file.memberName(member) +
                                                              QLatin1Char('/') + entry.layer;
            std::move(found.begin(), found.end(), std::back_inserter(listing.entries));
            listing.last = std::move(opened);
        } catch (const base::Error& error) {
            listing.failures.push_back(error);
        }
    }
    if (listing.entries.empty() && !listing.failures.empty())
        throw base::Error(listing.failures.back());
    if (listing.entries.empty())
        throw base::Error(
            Text::tr("“%1” holds no table with rows in it. Choose another file.").arg(file.name()));
    return listing;
}

void refuseTableChoice(const SourceFile& file, const std::vector<TableEntry>& entries,
                       const QString& wanted)
{
    QStringList names;
    for (const TableEntry& entry : entries)
        names << entry.info.name;
    constexpr qsizetype MostNames = 40;
    if (names.size() > MostNames)
        names = names.first(MostNames) << QStringLiteral("…");
    const QString list = names.join(QStringLiteral(", "));
    if (wanted.isEmpty())
        throw base::Error(
            Text::tr("“%1” holds several tables. Say which one: %2.").arg(file.name(), list));
    throw base::Error(Text::tr("“%1” holds no table “%2”. Choose one of these: %3.")
                          .arg(file.name(), wanted, list));
}

} // namespace geo
