// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_position.h"

#include "base/error.h"
#include "catalogue/country_areas.h"
#include "catalogue/import_crs.h"
#include "catalogue/text.h"
#include "geo/place_text.h"

#include <QRegularExpression>
#include <array>
#include <cmath>

namespace catalogue {

namespace {

namespace f = import_field;

bool isZero(const QPointF& point)
{
    return std::abs(point.x()) < 1e-9 && std::abs(point.y()) < 1e-9;
}

bool isWestern(const QString& country)
{
    return country == QLatin1String("MX") || country == QLatin1String("US") ||
           country == QLatin1String("CA");
}

// For columns of plain numbers, the usual case: "POINT (x y)" without the detour of an expression.
std::optional<QPointF> plainPoint(QByteArrayView text)
{
    const auto skip = [&](char c) {
        while (text.startsWith(' '))
            text = text.sliced(1);
        const bool found = text.startsWith(c);
        if (found)
            text = text.sliced(1);
        return found;
    };
    if (!text.startsWith("POINT"))
        return {};
    text = text.sliced(5);
    if (!skip('('))
        return {};
    text = text.trimmed();
    const qsizetype blank = text.indexOf(' ');
    const qsizetype end = text.indexOf(')');
    if (blank < 1 || end < blank || end != text.size() - 1)
        return {};
    const auto x = parseNumber(text.first(blank));
    const auto y = parseNumber(text.sliced(blank + 1, end - blank - 1).trimmed());
    return x && y ? std::optional(QPointF(*x, *y)) : std::nullopt;
}

// PROJ searches its tables for a third of a second for a name it does not have: a column that holds
// other things is not searched to its end.
constexpr int MostUnknown = 4;

constexpr qsizetype MostSaid = 500;

} // namespace

std::optional<QPointF> parseWktPoint(QByteArrayView text)
{
    if (const auto point = plainPoint(text))
        return point;
    static const QRegularExpression form(
        QStringLiteral(
            "^\\s*(?:SRID=\\d+;)?\\s*(?:POINT|MULTIPOINT)\\s*(?:Z|M|ZM)?\\s*\\(\\s*\\(?"
            "\\s*([^\\s(),]+)\\s+([^\\s(),]+)(?:\\s+[^\\s(),]+){0,2}\\s*\\)?\\s*\\)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match =
        form.match(QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 1000))));
    if (!match.hasMatch())
        return {};
    bool okX = false;
    bool okY = false;
    const QPointF point(match.capturedView(1).toDouble(&okX), match.capturedView(2).toDouble(&okY));
    if (!okX || !okY || !std::isfinite(point.x()) || !std::isfinite(point.y()))
        return {};
    return point;
}

PositionReader::PositionReader(const ImportTable& table, const ImportMapping& mapping)
    : m_mapping(mapping)
    , m_fileName(table.fileName())
{
    const ImportColumns columns(table, mapping.parts, mapping.decimal);
    m_wkt = columns[f::Wkt];
    m_x = columns[f::X];
    m_y = columns[f::Y];
    m_xMinutes = columns[f::XMinutes];
    m_xSeconds = columns[f::XSeconds];
    m_xHemisphere = columns[f::XHemisphere];
    m_yMinutes = columns[f::YMinutes];
    m_ySeconds = columns[f::YSeconds];
    m_yHemisphere = columns[f::YHemisphere];
    m_zone = columns[f::UtmZone];
    m_crs = columns[f::Crs];
    if (!mapping.joins.isEmpty())
        return;
    if (!mapping.crs.isEmpty() && !systemOf(mapping.crs))
        geo::Crs::fromText(mapping.crs); // says what is wrong with it
    if (lacksCrs(mapping))
        throw base::Error(
            Text::tr("“%1” does not say in which coordinate system its positions are. "
                     "Say it: EPSG:4326 for degrees of WGS 84, for example.")
                .arg(m_fileName));
    if (m_x.isMapped() != m_y.isMapped())
        throw base::Error(
            Text::tr("The mapping reads only one of the two coordinates. Map both, or "
                     "neither."));
}

std::optional<size_t> PositionReader::systemOf(const QString& said)
{
    auto found = m_systemOf.constFind(said);
    if (found == m_systemOf.constEnd()) {
        int index = -1;
        const bool searches = m_unknown < MostUnknown;
        const std::optional<QString> known = geo::crsText(said, searches);
        try {
            // What is no CRS by its looks may still be one that a person named for all rows.
            if (!known && said != m_mapping.crs)
                throw base::Error(QString());
            const geo::Crs crs = geo::Crs::fromText(known.value_or(said));
            for (size_t i = 0; i < m_systems.size() && index < 0; ++i)
                if (m_systems[i].crs == crs)
                    index = int(i);
            if (index < 0) {
                index = int(m_systems.size());
                m_systems.push_back(
                    {crs.toText(), crs, crs.name().contains(QLatin1String("UTM zone"))});
            }
        } catch (const base::Error&) {
            index = -1; // the row says so
            m_unknown += known ? 0 : 1;
        }
        found = m_systemOf.insert(said, index);
    }
    return *found >= 0 ? std::optional(size_t(*found)) : std::nullopt;
}

// What the row says of its CRS: its own column, or the mapping's. Empty: nothing.
QString PositionReader::systemText(const ImportTable::Row& row) const
{
    const QString named = m_crs.text(row);
    return named.isEmpty() ? m_mapping.crs : named;
}

namespace {

// The letter S is a band north of the equator as well as the southern hemisphere, and often there
// is no letter: then the country decides, else what is possible.
bool isNorthern(const geo::UtmZone& zone, double northing, const QString& country)
{
    if (zone.north)
        return *zone.north;
    constexpr double MetresPerDegree = 110'600;
    constexpr double FalseNorthing = 10'000'000;
    constexpr int DegreesPerZone = 6;
    constexpr int MiddleOfFirst = -177;
    if (hasBoundary(country)) {
        const double lon = MiddleOfFirst + DegreesPerZone * (zone.zone - 1);
        const auto lies = [&](double lat) {
            for (const int side : {-3, 0, 3})
                if (mayLieIn(country, {std::clamp(lon + side, -179.9, 179.9), lat}))
                    return true;
            return false;
        };
        const bool north = lies(northing / MetresPerDegree);
        const bool south = lies((northing - FalseNorthing) / MetresPerDegree);
        if (north != south)
            return north;
    }
    constexpr double BandSBegins = 3'530'000; // 32 degrees
    constexpr double BandSEnds = 4'440'000;   // 40 degrees
    constexpr double NorthEnds = 9'350'000;   // 84 degrees
    return zone.letterS ? northing > BandSBegins && northing < BandSEnds : northing < NorthEnds;
}

} // namespace

std::optional<size_t> PositionReader::zoneSystem(const QString& said, const QString& datum,
                                                 double northing, const QString& country)
{
    std::optional<geo::UtmZone> zone = geo::parseUtmZone(said);
    if (!zone)
        return {};
    zone->north = isNorthern(*zone, northing, country);
    const auto crs = geo::utmCrs(*zone, datum);
    return crs ? systemOf(*crs) : std::nullopt;
}

ImportedPosition PositionReader::readWkt(QByteArrayView wkt) const
{
    ImportedPosition position;
    position.column = m_wkt.columnName();
    position.point = parseWktPoint(wkt);
    if (!position.point &&
        wkt.last(std::min<qsizetype>(wkt.size(), 5)).compare("EMPTY", Qt::CaseInsensitive) != 0)
        position.reason = "bad_geometry";
    return position;
}

double PositionReader::coordinate(const ImportTable::Row& row, bool isX, QByteArrayView said,
                                  char decimal) const
{
    const auto part = [&](const ImportField& field) {
        QByteArrayView text;
        return field.number(row, &text);
    };
    const auto minutes = part(isX ? m_xMinutes : m_yMinutes);
    const auto seconds = part(isX ? m_xSeconds : m_ySeconds);
    const QString hemisphere = (isX ? m_xHemisphere : m_yHemisphere).text(row);
    std::optional<double> value = parseNumber(said, decimal);
    if (value && (minutes || seconds || !hemisphere.isEmpty()))
        value = geo::angleOf(value, minutes, seconds, hemisphere);
    if (!value)
        value =
            geo::parseAngle(QString::fromUtf8(said),
                            isX != m_mapping.swapped ? geo::Axis::Longitude : geo::Axis::Latitude);
    return value.value_or(std::nan(""));
}

ImportedPosition PositionReader::readPair(const ImportTable::Row& row) const
{
    ImportedPosition position;
    QByteArrayView saidX;
    QByteArrayView saidY;
    const auto quickX = m_x.number(row, &saidX);
    const auto quickY = m_y.number(row, &saidY);
    if (saidX.isEmpty() && saidY.isEmpty())
        return position;
    position.column = saidX.isEmpty() ? m_y.columnName() : m_x.columnName();
    if (saidX.isEmpty() || saidY.isEmpty()) {
        position.reason = "half_a_position";
        return position;
    }
    const bool parts = m_xMinutes.isMapped() || m_xHemisphere.isMapped() || m_yMinutes.isMapped() ||
                       m_yHemisphere.isMapped();
    QPointF point(
        quickX && !parts ? *quickX : coordinate(row, true, saidX, m_x.slotList().front().decimal),
        quickY && !parts ? *quickY : coordinate(row, false, saidY, m_y.slotList().front().decimal));
    if (std::isnan(point.x()) || std::isnan(point.y())) {
        const bool isX = std::isnan(point.x());
        position.column = (isX ? m_x : m_y).columnName();
        position.said = QString::fromUtf8(isX ? saidX : saidY).left(MostSaid);
        position.reason = parseNumber(isX ? saidX : saidY) ? "ambiguous_number" : "not_a_number";
        return position;
    }
    if (m_mapping.swapped)
        point = {point.y(), point.x()};
    if (m_mapping.westward && point.x() > 0)
        point.setX(-point.x());
    position.point = point;
    return position;
}

QString PositionReader::text(const ImportTable::Row& row) const
{
    if (const QByteArrayView wkt = m_wkt.bytes(row); !wkt.isEmpty())
        return QString::fromUtf8(wkt.first(std::min(wkt.size(), MostSaid)));
    return (QString::fromUtf8(m_x.bytes(row)) + QLatin1Char(' ') +
            QString::fromUtf8(m_y.bytes(row)))
        .trimmed()
        .left(MostSaid);
}

ImportedPosition PositionReader::read(const ImportTable::Row& row, const QString& country)
{
    ImportedPosition position = understand(row, country);
    if (position.said.isEmpty() && (position.zero || position.reason != nullptr))
        position.said = text(row);
    return position;
}

ImportedPosition PositionReader::understand(const ImportTable::Row& row, const QString& country)
{
    const QByteArrayView wkt = m_wkt.bytes(row);
    ImportedPosition position = wkt.isEmpty() ? readPair(row) : readWkt(wkt);
    if (!position.point || position.reason != nullptr)
        return position;
    if (isZero(*position.point)) {
        position.zero = true;
        position.point.reset();
        return position;
    }
    const QString zone = m_zone.text(row);
    const QString named = systemText(row);
    if (zone.isEmpty() && named.isEmpty()) {
        position.reason = "no_crs";
        position.column = m_crs.isMapped() ? m_crs.columnName() : position.column;
        return position;
    }
    const auto system =
        zone.isEmpty() ? systemOf(named) : zoneSystem(zone, named, position.point->y(), country);
    if (!system) {
        position.reason = "unknown_crs";
        position.column = m_zone.isMapped() ? m_zone.columnName() : m_crs.columnName();
        position.said = zone.isEmpty() ? named : zone;
        return position;
    }
    position.system = *system;
    if (m_systems[*system].isUtm)
        checkZone(position);
    if (!m_systems[*system].crs.isGeographic())
        return position;
    checkDegrees(position, country);
    if (position.reason == QByteArrayView("position_out_of_range") && wkt.isEmpty() &&
        std::abs(position.point->x()) <= 180)
        position.column = (m_mapping.swapped ? m_x : m_y).columnName();
    return position;
}

// Kilometres, degrees and exchanged columns are no metres of a zone.
void PositionReader::checkZone(ImportedPosition& position)
{
    const auto fits = [](double easting, double northing) {
        constexpr double West = 50'000;
        constexpr double East = 950'000;
        constexpr double North = 10'000'000;
        return easting >= West && easting <= East && northing >= 0 && northing <= North;
    };
    const QPointF& point = *position.point;
    if (!fits(point.x(), point.y()))
        position.reason = fits(point.y(), point.x()) ? "position_swapped" : "position_out_of_range";
}

void PositionReader::checkDegrees(ImportedPosition& position, const QString& country)
{
    double& x = position.point->rx();
    const double y = position.point->y();
    if (x > 180 && x <= 360)
        x -= 360; // longitudes that run from 0 to 360
    if (std::abs(y) > 90 && std::abs(y) <= 180 && std::abs(x) <= 90)
        position.reason = "position_swapped";
    else if (std::abs(x) > 180 || std::abs(y) > 90)
        position.reason = "position_out_of_range";
    else if (x > 50 && y > 0 && isWestern(country) && !mayLieIn(country, {x, y}))
        position.reason = "longitude_without_sign";
    else if (std::abs(x) <= 90 && hasBoundary(country) && !mayLieIn(country, {x, y}) &&
             mayLieIn(country, {y, x}))
        position.reason = "position_swapped";
}

} // namespace catalogue
