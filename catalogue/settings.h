// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/crs.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

namespace catalogue {

class Edit;
class ReadAccess;

// What a project file says of itself as a whole. Keys are the file's own (docs/file-format.md).
std::optional<QString> readSetting(const ReadAccess& access, const QString& key);
void writeSetting(Edit& edit, const QString& key, const std::optional<QString>& value);
// Settings that there may be several of, each a row of its own so that two copies merge: their keys
// are "KIND:NAME". By name, in the order of the alphabet.
std::vector<std::pair<QString, QString>> readNamedSettings(const ReadAccess& access,
                                                           const QString& kind);
void writeNamedSetting(Edit& edit, const QString& kind, const QString& name, const QString& value);
// Throws base::Error where there is none of that name.
void removeNamedSetting(Edit& edit, const QString& kind, const QString& name);

QString readTitle(const ReadAccess& access);
void writeTitle(Edit& edit, const QString& title);

inline const QString DefaultMapCrs = QStringLiteral("EPSG:6372"); // Mexico ITRF2008 / LCC
geo::Crs readMapCrs(const ReadAccess& access);
void writeMapCrs(Edit& edit, const geo::Crs& crs);

QStringList readMineralsOfInterest(const ReadAccess& access); // commodity keys
void writeMineralsOfInterest(Edit& edit, const QStringList& commodities);

// What stands in header and footer of what is written; empty: nothing.
QString readHandling(const ReadAccess& access);
void writeHandling(Edit& edit, const QString& handling);

} // namespace catalogue
