// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace geo {

// What is refused before GDAL sees it. `name` is the file as a person knows it, `member` as GDAL
// does. All throw base::Error.

// Not there, a link to nothing, a device or pipe (reading one may never end), without leave to
// read. Folders pass.
void refuseWhatIsNoFile(const QString& path);

// Internal to this room, from here on.

// XML that defines entities (a few bytes can stand for gigabytes, or for another file), MapInfo
// tables that only point to others, and compressed text.
void refuseForeignReferences(const QString& name, const QString& member);

// A member that unpacks to more than `archiveBytes` can honestly hold.
void refuseBomb(const QString& name, const QString& member, qint64 memberBytes,
                qint64 archiveBytes);

// How many members of a .zip have a name that leads out of it; GDAL passes over those without a
// word.
qint64 membersOutside(const QString& gdalPath);

// Whether a name within an archive stays within it.
bool staysInside(const QString& memberName);

} // namespace geo
