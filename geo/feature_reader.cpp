// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_layer.h"

#include "base/error.h"
#include "geo/text.h"
#include "geo/vector_state.h"
#include <QHash>
#include <cmath>
#include <ogr_api.h>

namespace geo {

namespace {

constexpr double LongestEdgeMetres =
    2000; // of a projected CRS; then 0.1 m off at most at 60 degrees
constexpr int MostPieces = 256;
constexpr std::size_t Block = 1 << 16; // points moved at once
constexpr int FeaturesPerCheck = 128;
constexpr qint64 MostTextBytes = qint64(1) << 30;

struct FeatureDestroyer
{
    void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDestroyer>;

struct GeometryDestroyer
{
    void operator()(void* geometry) const
    {
        OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry));
    }
};
using GeometryHandle = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, GeometryDestroyer>;

bool isFinite(QPointF point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

GeometryKind kindOf(PartKind part)
{
    switch (part) {
    case PartKind::Point:
        return GeometryKind::Point;
    case PartKind::Line:
        return GeometryKind::Line;
    case PartKind::Outer:
    case PartKind::Hole:
        return GeometryKind::Polygon;
    }
    return GeometryKind::None;
}

QString dateTimeText(OGRFeatureH feature, int field)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (!OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second,
                                    &zone))
        return {};
    const auto two = [](int number) {
        return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    };
    const QString date =
        QStringLiteral("%1-%2-%3").arg(year, 4, 10, QLatin1Char('0')).arg(two(month), two(day));
    const QString time = QStringLiteral("%1:%2:%3").arg(two(hour), two(minute), two(int(second)));
    // GDAL: 100 is UTC, each unit a quarter of an hour; 0 and 1 are unknown and local time.
    QString offset;
    if (zone == 100)
        offset = QStringLiteral("Z");
    else if (zone > 1)
        offset = QStringLiteral("%1%2:%3")
                     .arg(zone > 100 ? QLatin1Char('+') : QLatin1Char('-'))
                     .arg(two(std::abs(zone - 100) / 4), two(std::abs(zone - 100) % 4 * 15));
    switch (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field))) {
    case OFTDate:
        return date;
    case OFTTime:
        return time;
    default:
        return date + QLatin1Char('T') + time + offset;
    }
}

} // namespace

// Takes features one by one and makes a FeatureLayer of them.
class FeatureLayerBuilder
{
public:
    FeatureLayerBuilder(const VectorSource::State& source, const Operation& operation,
                        std::size_t mostPoints);

    void add(OGRFeatureH feature);
    FeatureLayer finish(std::vector<base::Issue>* issues);
    std::size_t points() const { return m_layer.m_points.size(); }

private:
    void addValues(OGRFeatureH feature);
    bool addGeometry(OGRGeometryH geometry);
    bool addRun(OGRGeometryH simple, PartKind kind);
    bool addPolygon(OGRGeometryH polygon);
    void addPoint(QPointF point);
    void addEdge(QPointF from, QPointF to);
    void moveBlock();
    void settle(FeatureLayer::Feature& feature);
    void dropPlace(FeatureLayer::Feature& feature);
    void report(std::vector<base::Issue>* issues, qint64 count, const QString& text) const;

    const VectorSource::State& m_source;
    std::size_t m_mostPoints;
    FeatureLayer m_layer;
    std::vector<QHash<QByteArray, std::uint32_t>> m_wordNumbers; // by column
    qint64 m_textBytes = 0;
    double m_longestEdge; // in the source's units; infinite: edges stay
    bool m_bad = false;   // the feature at hand holds a coordinate that is no number
    std::vector<QPointF> m_run;
    std::size_t m_featureFirstPart = 0;
    std::size_t m_movedPoints = 0;
    std::size_t m_settledFeatures = 0;
    qint64 m_withoutPlace = 0;
    qint64 m_badNumbers = 0;
    qint64 m_outOfReach = 0;
    qint64 m_degenerate = 0;
};

FeatureLayerBuilder::FeatureLayerBuilder(const VectorSource::State& source,
                                         const Operation& operation, std::size_t mostPoints)
    : m_source(source)
    , m_mostPoints(mostPoints)
    , m_layer(operation)
    , m_wordNumbers(source.fields.size())
    , m_longestEdge(operation.from().isGeographic()
                        ? HUGE_VAL
                        : LongestEdgeMetres / operation.from().metresPerUnit())
{
    m_layer.m_fileName = source.file.name();
    m_layer.m_sublayer = source.name;
    for (const Field& field : source.fields) {
        Column column;
        column.m_field = field;
        m_layer.m_columns.push_back(std::move(column));
    }
}

void FeatureLayerBuilder::add(OGRFeatureH feature)
{
    addValues(feature);
    FeatureLayer::Feature kept;
    kept.firstPart = std::uint32_t(m_layer.m_parts.size());
    m_featureFirstPart = kept.firstPart;
    const std::size_t firstPoint = m_layer.m_points.size();
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    m_bad = false;
    bool whole = true;
    if (geometry && OGR_G_HasCurveGeometry(geometry, TRUE)) {
        const GeometryHandle straight(
            static_cast<GeometryHandle::pointer>(OGR_G_GetLinearGeometry(geometry, 0, nullptr)));
        whole = straight && addGeometry(static_cast<OGRGeometryH>(straight.get()));
    } else if (geometry) {
        whole = addGeometry(geometry);
    }
    kept.partCount = std::uint32_t(m_layer.m_parts.size()) - kept.firstPart;
    if (m_bad) {
        ++m_badNumbers;
        m_layer.m_parts.resize(kept.firstPart);
        m_layer.m_points.resize(firstPoint);
        kept.partCount = 0;
    } else if (kept.partCount == 0) {
        ++(geometry && !OGR_G_IsEmpty(geometry) ? m_degenerate : m_withoutPlace);
    } else if (!whole) {
        ++m_degenerate;
    }
    for (std::uint32_t i = kept.firstPart; i < kept.firstPart + kept.partCount; ++i)
        kept.kind = std::max(kept.kind, kindOf(m_layer.m_parts[i].kind));
    m_layer.m_features.push_back(kept);
    if (m_layer.m_points.size() - m_movedPoints > Block)
        moveBlock();
}

void FeatureLayerBuilder::addValues(OGRFeatureH feature)
{
    for (std::size_t i = 0; i < m_layer.m_columns.size(); ++i) {
        Column& column = m_layer.m_columns[i];
        const int number = m_source.fieldNumbers[i];
        const bool missing = !OGR_F_IsFieldSetAndNotNull(feature, number);
        if (column.m_field.type == FieldType::Integer) {
            column.m_integers.push_back(missing ? 0 : OGR_F_GetFieldAsInteger64(feature, number));
            column.m_missing.push_back(missing);
            continue;
        }
        if (column.m_field.type == FieldType::Real) {
            const double value = missing ? std::nan("") : OGR_F_GetFieldAsDouble(feature, number);
            column.m_reals.push_back(std::isfinite(value) ? value : std::nan(""));
            continue;
        }
        if (missing) {
            column.m_word.push_back(Column::NoWord);
            continue;
        }
        const OGRFieldType type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, number));
        const bool dated = type == OFTDate || type == OFTTime || type == OFTDateTime;
        const QByteArray bytes = dated ? dateTimeText(feature, number).toUtf8()
                                       : QByteArray(OGR_F_GetFieldAsString(feature, number));
        auto found = m_wordNumbers[i].constFind(bytes);
        if (found == m_wordNumbers[i].constEnd()) {
            m_textBytes += bytes.size();
            if (m_textBytes > MostTextBytes)
                throw base::Error(Text::tr("“%1” holds more text than can be kept in memory. Take "
                                           "the part you need out of it first.")
                                      .arg(m_layer.m_fileName));
            found = m_wordNumbers[i].insert(bytes, std::uint32_t(column.m_words.size()));
            column.m_words.push_back(decodeText(bytes, m_source.encoding));
        }
        column.m_word.push_back(*found);
    }
}

// Returns whether all of it could be used.
bool FeatureLayerBuilder::addGeometry(OGRGeometryH geometry)
{
    switch (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
        return addRun(geometry, PartKind::Point);
    case wkbLineString:
        return addRun(geometry, PartKind::Line);
    case wkbPolygon:
    case wkbTriangle:
        return addPolygon(geometry);
    default:
        break;
    }
    bool whole = true;
    const int count = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < count; ++i)
        whole = addGeometry(OGR_G_GetGeometryRef(geometry, i)) && whole;
    return whole;
}

bool FeatureLayerBuilder::addPolygon(OGRGeometryH polygon)
{
    const int rings = OGR_G_GetGeometryCount(polygon);
    bool whole = true;
    for (int i = 0; i < rings; ++i) {
        const bool used =
            addRun(OGR_G_GetGeometryRef(polygon, i), i == 0 ? PartKind::Outer : PartKind::Hole);
        if (!used && i == 0)
            return rings == 0;
        whole = used && whole;
    }
    return whole;
}

bool FeatureLayerBuilder::addRun(OGRGeometryH simple, PartKind kind)
{
    const int count = OGR_G_GetPointCount(simple);
    if (count == 0 || m_bad)
        return kind == PartKind::Point;
    m_run.resize(std::size_t(count));
    OGR_G_GetPoints(simple, &m_run.front().rx(), sizeof(QPointF), &m_run.front().ry(),
                    sizeof(QPointF), nullptr, 0);
    // An empty point is written as two NaNs (OGC 12-128r17); anything else not finite is bad.
    if (kind == PartKind::Point && std::isnan(m_run[0].x()) && std::isnan(m_run[0].y()) &&
        OGR_G_IsEmpty(simple))
        return true;
    if (!std::all_of(m_run.begin(), m_run.end(), isFinite)) {
        m_bad = true;
        return false;
    }
    const bool ring = kind == PartKind::Outer || kind == PartKind::Hole;
    if (ring && m_run.front() != m_run.back())
        m_run.push_back(m_run.front());
    if ((ring && m_run.size() < 4) || (kind == PartKind::Line && m_run.size() < 2))
        return false;
    // The points of a multipoint make one part.
    if (kind == PartKind::Point && !m_layer.m_parts.empty() &&
        m_layer.m_parts.back().kind == PartKind::Point &&
        m_layer.m_parts.size() > m_featureFirstPart) {
        ++m_layer.m_parts.back().count;
        addPoint(m_run[0]);
        return true;
    }
    FeatureLayer::Part part;
    part.kind = kind;
    part.first = std::uint32_t(m_layer.m_points.size());
    addPoint(m_run[0]);
    for (std::size_t i = 1; i < m_run.size(); ++i)
        addEdge(m_run[i - 1], m_run[i]);
    part.count = std::uint32_t(m_layer.m_points.size()) - part.first;
    m_layer.m_parts.push_back(part);
    return true;
}

void FeatureLayerBuilder::addPoint(QPointF point)
{
    if (m_layer.m_points.size() >= m_mostPoints)
        throw base::Error(
            Text::tr("“%1” has more than %2 points, which is more than can be kept in "
                     "memory. Take the part you need out of it first.")
                .arg(m_layer.m_fileName, QLocale().toString(qint64(m_mostPoints))));
    m_layer.m_points.push_back(point);
}

// A straight edge of a projected CRS is a curve in degrees. Its points between depend on its ends
// alone and not on its direction, so that neighbours still meet.
void FeatureLayerBuilder::addEdge(QPointF from, QPointF to)
{
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    if (length > m_longestEdge) {
        const int pieces = int(std::min(double(MostPieces), std::ceil(length / m_longestEdge)));
        const bool turned = std::pair(to.x(), to.y()) < std::pair(from.x(), from.y());
        const QPointF low = turned ? to : from;
        const QPointF way = (turned ? from : to) - low;
        for (int i = 1; i < pieces; ++i)
            addPoint(low + way * (double(turned ? pieces - i : i) / pieces));
    }
    addPoint(to);
}

void FeatureLayerBuilder::moveBlock()
{
    std::vector<QPointF>& points = m_layer.m_points;
    m_layer.m_operation.forward(std::span(points).subspan(m_movedPoints));
    m_movedPoints = points.size();
    for (; m_settledFeatures < m_layer.m_features.size(); ++m_settledFeatures)
        settle(m_layer.m_features[m_settledFeatures]);
}

void FeatureLayerBuilder::settle(FeatureLayer::Feature& feature)
{
    if (feature.partCount == 0)
        return;
    Extent box;
    const auto parts = std::span(m_layer.m_parts).subspan(feature.firstPart, feature.partCount);
    for (const FeatureLayer::Part& part : parts)
        for (const QPointF& point : m_layer.points(part)) {
            if (!isFinite(point) || std::fabs(point.y()) > 90 + 1e-6 ||
                std::fabs(point.x()) > 540) {
                ++m_outOfReach;
                dropPlace(feature);
                return;
            }
            box.add(point);
        }
    // Longitudes that run from 0 to 360 are brought back to -180 to 180, a feature at a time.
    const double shift = -360 * std::floor((box.centre().x() + 180) / 360);
    if (shift != 0) {
        for (const FeatureLayer::Part& part : parts)
            for (std::uint32_t i = part.first; i < part.first + part.count; ++i)
                m_layer.m_points[i].rx() += shift;
        box.west += shift;
        box.east += shift;
    }
    feature.box = box;
}

void FeatureLayerBuilder::dropPlace(FeatureLayer::Feature& feature)
{
    feature.partCount = 0;
    feature.kind = GeometryKind::None;
    feature.box = {};
}

void FeatureLayerBuilder::report(std::vector<base::Issue>* issues, qint64 count,
                                 const QString& text) const
{
    if (issues && count > 0)
        issues->push_back({base::Severity::Warning,
                           text.arg(QLocale().toString(count)),
                           {m_layer.m_fileName, 0, {}, {}}});
}

FeatureLayer FeatureLayerBuilder::finish(std::vector<base::Issue>* issues)
{
    moveBlock();
    const auto total = qint64(m_layer.m_features.size());
    if (m_outOfReach > 0 && m_outOfReach + m_withoutPlace + m_badNumbers == total)
        throw base::Error(Text::tr("No feature of “%1” lies where “%2” has a meaning, so this is "
                                   "hardly its reference system. Give another one.")
                              .arg(m_layer.m_fileName, m_layer.m_operation.from().name()),
                          QStringLiteral("%1 of %2 out of reach").arg(m_outOfReach).arg(total));
    report(issues, m_withoutPlace, Text::tr("%1 features have no place."));
    report(issues, m_badNumbers,
           Text::tr("%1 features were left off the map: a coordinate is no number."));
    report(issues, m_outOfReach,
           Text::tr("%1 features were left off the map: they lie outside the reach of the "
                    "reference system."));
    report(issues, m_degenerate,
           Text::tr("%1 features have a line of one point, or a ring of fewer than four; those "
                    "parts were left out."));
    std::size_t counts[4] = {};
    std::vector<Extent> boxes;
    boxes.reserve(m_layer.m_features.size());
    for (const FeatureLayer::Feature& feature : m_layer.m_features) {
        boxes.push_back(feature.box);
        ++counts[std::size_t(feature.kind)];
    }
    for (const GeometryKind kind : {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon})
        if (counts[std::size_t(kind)] > 0 &&
            (m_layer.m_kind == GeometryKind::None ||
             counts[std::size_t(kind)] > counts[std::size_t(m_layer.m_kind)]))
            m_layer.m_kind = kind;
    m_layer.m_index = SpatialIndex(boxes);
    m_layer.m_points.shrink_to_fit();
    m_layer.m_parts.shrink_to_fit();
    m_layer.m_features.shrink_to_fit();
    return std::move(m_layer);
}

// The one way into an opened source: friend of it.
class FeatureReader
{
public:
    static VectorSource::State& stateOf(VectorSource& source) { return *source.m_state; }
};

FeatureLayer FeatureLayer::read(VectorSource& source, const Operation& toWgs84,
                                base::Progress& progress, std::vector<base::Issue>* issues,
                                std::size_t mostPoints)
{
    VectorSource::State& state = FeatureReader::stateOf(source);
    auto* layer = static_cast<OGRLayerH>(state.layer);
    const qint64 expected = state.count.value_or(0);
    progress.begin(Text::tr("Reading %1").arg(state.file.name()), expected);
    FeatureLayerBuilder builder(state, toWgs84, mostPoints);
    GdalComplaints complaints;
    OGR_L_ResetReading(layer);
    qint64 done = 0;
    std::size_t checkedAt = 0;
    for (;;) {
        const FeatureHandle feature(
            static_cast<FeatureHandle::pointer>(OGR_L_GetNextFeature(layer)));
        if (!feature)
            break;
        builder.add(static_cast<OGRFeatureH>(feature.get()));
        if (++done % FeaturesPerCheck == 0 || builder.points() > checkedAt + Block) {
            checkedAt = builder.points();
            progress.advance(done);
            progress.check();
        }
    }
    if ((complaints.failed() && (!state.count || done < expected)) || (done == 0 && expected > 0))
        throw base::Error(Text::tr("“%1” cannot be read to its end: it is damaged or not complete. "
                                   "Get a whole copy of it.")
                              .arg(state.file.name()),
                          complaints.text());
    progress.check();
    FeatureLayer result = builder.finish(issues);
    if (issues && complaints.failed())
        issues->push_back(
            {base::Severity::Warning,
             Text::tr("Some features could not be read whole: %1").arg(complaints.text()),
             {state.file.name(), 0, {}, {}}});
    progress.advance(done);
    return result;
}

} // namespace geo
