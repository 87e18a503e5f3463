// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include <QByteArray>
#include <QString>
#include <vector>

namespace geo {

// A file within a .zip that somebody gave us.
struct ArchiveMember
{
    QString name; // its path in the archive, with ending
    qint64 bytes = 0;
};

// Files alone, by name; hidden ones and those of macOS' own left out. Throws base::Error naming the
// archive where it cannot be read.
std::vector<ArchiveMember> listArchive(const QString& path);

// A member's content. Throws base::Error where there is none of that name, where it is damaged or
// larger than `mostBytes` (an archive of a few bytes can unpack to more than a disk holds);
// base::Cancelled.
QByteArray readArchiveMember(const QString& path, const QString& name, qint64 mostBytes,
                             base::Progress& progress);

// Its first bytes; fewer where it is shorter, none where there is none of that name.
QByteArray readArchiveHead(const QString& path, const QString& name, qsizetype most);

} // namespace geo
