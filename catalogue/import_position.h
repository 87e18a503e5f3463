// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/import_columns.h"
#include "geo/crs.h"

#include <QHash>
#include <QPointF>

namespace catalogue {

// "POINT (x y)", "POINT Z", or a MULTIPOINT of one point, with or without "SRID=…;" before it.
std::optional<QPointF> parseWktPoint(QByteArrayView text);

// Where a row says its site is; internal to the import.
struct ImportedPosition
{
    std::optional<QPointF> point; // x, y in units of its CRS
    size_t system = 0;            // of PositionReader::systems()
    // Why there is none, though the row says something: a reason of setAsideText(), or null.
    const char* reason = nullptr;
    bool zero = false; // 0, 0: what programs write for nothing
    QString column;    // where it stands
    // What it says there, where there is a reason or it is zero; else PositionReader::text().
    QString said;
};

class PositionReader
{
public:
    // Throws base::Error where the mapping names a column that is not there, only one of two
    // coordinates, or no CRS for the positions it maps.
    PositionReader(const ImportTable& table, const ImportMapping& mapping);

    ImportedPosition read(const ImportTable::Row& row, const QString& country);
    // What the row says of its position, cut short where it is long.
    QString text(const ImportTable::Row& row) const;
    // The coordinate systems met so far.
    struct System
    {
        QString text; // as geo::Crs::fromText() reads it
        geo::Crs crs;
        bool isUtm = false;
    };
    const std::vector<System>& systems() const { return m_systems; }

private:
    ImportedPosition understand(const ImportTable::Row& row, const QString& country);
    ImportedPosition readWkt(QByteArrayView wkt) const;
    ImportedPosition readPair(const ImportTable::Row& row) const;
    // NaN where it is no number and no angle.
    double coordinate(const ImportTable::Row& row, bool isX, QByteArrayView said,
                      char decimal) const;
    std::optional<size_t> systemOf(const QString& said);
    QString systemText(const ImportTable::Row& row) const;
    std::optional<size_t> zoneSystem(const QString& zone, const QString& datum, double northing,
                                     const QString& country);
    static void checkZone(ImportedPosition& position);
    static void checkDegrees(ImportedPosition& position, const QString& country);

    const ImportMapping m_mapping;
    QString m_fileName;
    ImportField m_wkt, m_x, m_y, m_xMinutes, m_xSeconds, m_xHemisphere, m_yMinutes, m_ySeconds,
        m_yHemisphere, m_zone, m_crs;
    std::vector<System> m_systems;
    QHash<QString, int> m_systemOf; // -1: not known
    int m_unknown = 0;              // of those, searched in vain
};

} // namespace catalogue
