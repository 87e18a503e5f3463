// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs_list.h"

#include "base/error.h"
#include "geo/proj_handle.h"
#include "geo/text.h"
#include <QStringList>
#include <algorithm>
#include <memory>
#include <proj.h>

namespace geo {

namespace {

using CrsInfos = std::unique_ptr<PROJ_CRS_INFO*, decltype(&proj_crs_info_list_destroy)>;

void append(std::vector<CrsEntry>& entries, const ProjContext& context, const char* authority)
{
    int count = 0;
    const CrsInfos infos(
        proj_get_crs_info_list_from_database(context.get(), authority, nullptr, &count),
        &proj_crs_info_list_destroy);
    for (int i = 0; infos && i < count; ++i) {
        const PROJ_CRS_INFO& info = *infos.get()[i];
        const bool geographic = info.type == PJ_TYPE_GEOGRAPHIC_2D_CRS;
        if (info.deprecated || (!geographic && info.type != PJ_TYPE_PROJECTED_CRS))
            continue;
        CrsEntry entry;
        entry.code = QStringLiteral("%1:%2").arg(QString::fromUtf8(info.auth_name),
                                                 QString::fromUtf8(info.code));
        entry.name = QString::fromUtf8(info.name);
        entry.area = QString::fromUtf8(info.area_name);
        entry.isGeographic = geographic;
        if (info.bbox_valid)
            entry.degrees = Extent{info.west_lon_degree, info.south_lat_degree,
                                   info.east_lon_degree, info.north_lat_degree};
        entries.push_back(std::move(entry));
    }
}

// Lower case, words of letters and digits with one space between; "NAD_1927" is "nad 1927".
QString plain(const QString& text)
{
    QString result;
    bool gap = false;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (letter.isLetterOrNumber()) {
            if (gap && !result.isEmpty())
                result += u' ';
            result += letter.toLower();
        }
        if (!letter.isMark())
            gap = !letter.isLetterOrNumber();
    }
    return result;
}

// Square degrees; the whole globe where nothing is stated.
double sizeOf(const CrsEntry& entry)
{
    if (!entry.degrees)
        return 360.0 * 180;
    const double width = entry.degrees->east - entry.degrees->west;
    return (width < 0 ? width + 360 : width) * (entry.degrees->north - entry.degrees->south);
}

} // namespace

std::vector<CrsEntry> listCrs()
{
    const ProjContext context;
    std::vector<CrsEntry> entries;
    for (const char* authority : {"EPSG", "ESRI"})
        append(entries, context, authority);
    if (entries.empty())
        throw base::Error(Text::tr("The list of coordinate reference systems cannot be read. "
                                   "Install PROJ's data again (package proj-data)."),
                          context.complaint());
    std::sort(entries.begin(), entries.end(), [](const CrsEntry& a, const CrsEntry& b) {
        return std::tie(a.name, a.code) < std::tie(b.name, b.code);
    });
    return entries;
}

std::vector<CrsEntry> searchCrs(const std::vector<CrsEntry>& entries, const QString& text,
                                std::size_t most)
{
    const QString wanted = plain(text);
    if (wanted.isEmpty())
        return {};
    const QStringList words = wanted.split(u' ');
    std::vector<std::pair<bool, const CrsEntry*>> found; // by code, entry
    for (const CrsEntry& entry : entries) {
        const QString code = plain(entry.code);
        const QString all = code + u' ' + plain(entry.name) + u' ' + plain(entry.area);
        if (!std::all_of(words.begin(), words.end(),
                         [&](const QString& word) { return all.contains(word); }))
            continue;
        found.emplace_back(code.startsWith(wanted) || code.section(u' ', 1).startsWith(wanted),
                           &entry);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        if (a.first != b.first)
            return a.first;
        if (a.first) // the whole code before one that only begins so
            return a.second->code.size() < b.second->code.size();
        return sizeOf(*a.second) < sizeOf(*b.second);
    });
    std::vector<CrsEntry> result;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
        result.push_back(*found[i].second);
    return result;
}

} // namespace geo
