// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/map_bookmarks.h"

#include "catalogue/settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace catalogue {

namespace {

const QString Kind = QStringLiteral("bookmark");

} // namespace

std::vector<MapBookmark> readBookmarks(const ReadAccess& access)
{
    std::vector<MapBookmark> bookmarks;
    for (const auto& [name, value] : readNamedSettings(access, Kind)) {
        const QJsonObject json = QJsonDocument::fromJson(value.toUtf8()).object();
        const auto number = [&json](const char* key) {
            return json.value(QLatin1String(key)).toDouble(NAN);
        };
        const geo::Extent degrees{number("west"), number("south"), number("east"), number("north")};
        if (std::isfinite(degrees.west) && std::isfinite(degrees.east) &&
            degrees.south < degrees.north)
            bookmarks.push_back({name, degrees});
    }
    return bookmarks;
}

void writeBookmark(Edit& edit, const MapBookmark& bookmark)
{
    const QJsonObject json{{QStringLiteral("west"), bookmark.degrees.west},
                           {QStringLiteral("south"), bookmark.degrees.south},
                           {QStringLiteral("east"), bookmark.degrees.east},
                           {QStringLiteral("north"), bookmark.degrees.north}};
    writeNamedSetting(edit, Kind, bookmark.name,
                      QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void removeBookmark(Edit& edit, const QString& name)
{
    removeNamedSetting(edit, Kind, name);
}

} // namespace catalogue
