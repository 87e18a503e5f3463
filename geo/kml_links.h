// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace geo {

class SourceFile;

// Internal to this room. The data kept elsewhere that a KML points to (network links, OGC 12-007r2,
// 13.2); those that lie in the same archive, where they are read anyway, left out. The first few,
// none twice; empty for what is no KML.
QStringList networkLinks(const SourceFile& file, const QString& member, const QString& staged);

// That they are not fetched, and what to do.
QString networkLinksText(const QString& fileName, const QStringList& links);

} // namespace geo
