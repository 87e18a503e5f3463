// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_builder.h"

#include "base/error.h"
#include "base/os.h"
#include "base/parallel.h"
#include "geo/source_crs.h"
#include "geo/text.h"
#include <QLocale>
#include <cmath>
#include <ogr_api.h>

namespace geo {

namespace {

constexpr double LongestEdgeMetres =
    2000; // of a projected CRS; then 0.1 m off at most at 60 degrees
constexpr int MostPieces = 256;
// Twice and more round the globe, and more than zone 60 with its number before its eastings. A
// transverse Mercator takes such a thing for a place somewhere.
constexpr double FarthestMetres = 1e8;
constexpr std::size_t Block = 1 << 18;       // points moved at once
constexpr std::size_t MovedAtOnce = 1 << 14; // by one of the threads that share a block
constexpr qint64 LongestDraftMs = 1000;
constexpr std::size_t TellingFeatures = 1000;
constexpr double GridTolerance = 1e-8; // degrees: a millimetre
constexpr std::size_t WordsPerCheck = 8192;
constexpr std::size_t PointsPerCheck = 1 << 16;
constexpr qint64 MostTextBytes = qint64(1) << 30;

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

} // namespace

QString dateTimeText(void* feature, int field)
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

FeatureLayerBuilder::FeatureLayerBuilder(const VectorSource::State& source,
                                         const Operation& operation, std::size_t mostPoints,
                                         const base::Progress& progress, const LayerDrafts* drafts)
    : m_source(source)
    , m_progress(progress)
    , m_mostPoints(mostPoints)
    , m_layer(operation)
    , m_wordNumbers(source.fields.size())
    , m_longestEdge(operation.from().isGeographic()
                        ? HUGE_VAL
                        : LongestEdgeMetres / operation.from().metresPerUnit())
    , m_reach(operation.from().isGeographic() ? HUGE_VAL
                                              : FarthestMetres / operation.from().metresPerUnit())
    , m_drafts(drafts)
{
    m_nextDraftMs = drafts ? drafts->first.count() : 0;
    m_sinceDraft.start();
    m_layer.m_fileName = source.file.name();
    m_layer.m_sublayer = source.name;
    for (const Field& field : source.fields) {
        Column::Content column;
        column.field = field;
        m_columns.push_back(std::move(column));
    }
}

void FeatureLayerBuilder::add(void* feature)
{
    if (m_layer.m_features.size() >= m_mostPoints / FeatureLayer::PointsOfFeature)
        throw base::Error(
            Text::tr("“%1” has more than %2 features, which is more than can be kept in "
                     "memory. Take the part you need out of it first.")
                .arg(m_layer.m_fileName, QLocale().toString(qint64(m_layer.m_features.size()))));
    addValues(feature);
    FeatureLayer::Feature kept;
    kept.firstPart = std::uint32_t(m_layer.m_parts.size());
    m_featureFirstPart = kept.firstPart;
    const std::size_t firstPoint = m_layer.m_points.size();
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    m_bad = false;
    m_far = false;
    bool whole = true;
    if (geometry && OGR_G_HasCurveGeometry(geometry, TRUE)) {
        const GeometryHandle straight(
            static_cast<GeometryHandle::pointer>(OGR_G_GetLinearGeometry(geometry, 0, nullptr)));
        whole = straight && addGeometry(static_cast<OGRGeometryH>(straight.get()));
    } else if (geometry) {
        whole = addGeometry(geometry);
    }
    kept.partCount = std::uint32_t(m_layer.m_parts.size()) - kept.firstPart;
    if (m_bad || m_far) {
        ++(m_bad ? m_badNumbers : m_outOfReach);
        m_layer.m_parts.resize(kept.firstPart);
        m_layer.m_points.resize(firstPoint);
        kept.partCount = 0;
    } else if (kept.partCount == 0) {
        ++(geometry && !OGR_G_IsEmpty(geometry) ? m_degenerate : m_withoutPlace);
    } else if (!whole) {
        ++m_degenerate;
    }
    GeometryKind kind = GeometryKind::None;
    for (std::uint32_t i = kept.firstPart; i < kept.firstPart + kept.partCount; ++i)
        kind = std::max(kind, kindOf(m_layer.m_parts[i].kind));
    m_layer.m_features.push_back(kept);
    m_layer.m_kinds.push_back(kind);
    if (m_layer.m_points.size() - m_movedPoints > Block)
        moveBlock();
}

void FeatureLayerBuilder::addValues(void* feature)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Column::Content& column = m_columns[i];
        const int number = m_source.fieldNumbers[i];
        const bool missing = !OGR_F_IsFieldSetAndNotNull(feature, number);
        if (column.field.type == FieldType::Integer) {
            column.integers.push_back(missing ? 0 : OGR_F_GetFieldAsInteger64(feature, number));
            column.missing.push_back(missing ? 1 : 0);
            continue;
        }
        if (column.field.type == FieldType::Real) {
            const double value = missing ? std::nan("") : OGR_F_GetFieldAsDouble(feature, number);
            column.reals.push_back(std::isfinite(value) ? value : std::nan(""));
            continue;
        }
        if (missing) {
            column.words.push_back(Column::NoWord);
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
            found = m_wordNumbers[i].insert(bytes, std::uint32_t(m_wordNumbers[i].size()));
        }
        column.words.push_back(*found);
    }
}

// Returns whether all of it could be used.
bool FeatureLayerBuilder::addGeometry(void* geometry)
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

bool FeatureLayerBuilder::addPolygon(void* polygon)
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

bool FeatureLayerBuilder::addRun(void* simple, PartKind kind)
{
    const int count = OGR_G_GetPointCount(simple);
    if (count == 0 || m_bad)
        return kind == PartKind::Point;
    if (std::size_t(count) > PointsPerCheck)
        m_progress.check();
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
    m_far = m_far || std::any_of(m_run.begin(), m_run.end(), [this](QPointF point) {
                return std::max(std::fabs(point.x()), std::fabs(point.y())) > m_reach;
            });
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
    std::vector<QPointF>& points = m_layer.m_points;
    if (std::isinf(m_longestEdge) && points.size() + m_run.size() <= points.capacity() &&
        points.size() + m_run.size() <= m_mostPoints) {
        points.insert(points.end(), m_run.begin(), m_run.end());
    } else {
        addPoint(m_run[0]);
        for (std::size_t i = 1; i < m_run.size(); ++i) {
            if (i % PointsPerCheck == 0)
                m_progress.check();
            addEdge(m_run[i - 1], m_run[i]);
        }
    }
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
    if (m_layer.m_points.size() == m_layer.m_points.capacity())
        makeRoom();
    m_layer.m_points.push_back(point);
}

// Room for all that is to come, as far as the features so far tell: to move hundreds of megabytes
// again and again would take as long as reading them.
void FeatureLayerBuilder::makeRoom()
{
    const std::size_t points = m_layer.m_points.size();
    const std::size_t features = m_layer.m_features.size();
    std::size_t room = std::max<std::size_t>(1024, 2 * points);
    if (features > TellingFeatures && m_source.count) {
        const double expected = double(points) / double(features) *
                                double(std::max<qint64>(*m_source.count, qint64(features)));
        room = std::max(room, std::size_t(std::min(double(m_mostPoints), expected * 1.02)));
    }
    base::reserveFilled(m_layer.m_points, std::min(room, m_mostPoints));
}

// A straight edge of a projected CRS is a curve in degrees. Its points between depend on its ends
// alone and not on its direction, so that neighbours still meet.
void FeatureLayerBuilder::addEdge(QPointF from, QPointF to)
{
    // hypot() is slow, and most edges are short even along both sides.
    const bool mayBeLong =
        std::fabs(to.x() - from.x()) + std::fabs(to.y() - from.y()) > m_longestEdge;
    const double length = mayBeLong ? std::hypot(to.x() - from.x(), to.y() - from.y()) : 0;
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

void FeatureLayerBuilder::makeGrid()
{
    OGREnvelope box;
    if (m_layer.m_operation.isIdentity() ||
        OGR_L_GetExtent(static_cast<OGRLayerH>(m_source.layer), &box, FALSE) != OGRERR_NONE)
        return;
    m_grid = OperationGrid::over(m_layer.m_operation, {box.MinX, box.MinY, box.MaxX, box.MaxY},
                                 GridTolerance, m_progress);
}

void FeatureLayerBuilder::moveBlock()
{
    std::vector<QPointF>& points = m_layer.m_points;
    const auto block = std::span(points).subspan(m_movedPoints);
    if (m_movedPoints == 0 && block.size() > Block)
        makeGrid();
    base::inParallel(block.size(), MovedAtOnce, m_progress, [&](std::size_t from, std::size_t to) {
        const auto part = block.subspan(from, to - from);
        if (m_grid)
            m_grid->forward(part);
        else
            m_layer.m_operation.forward(part);
    });
    m_movedPoints = points.size();
    for (; m_settledFeatures < m_layer.m_features.size(); ++m_settledFeatures)
        settle(m_settledFeatures);
    if (m_drafts && m_sinceDraft.elapsed() >= m_nextDraftMs)
        showDraft();
}

void FeatureLayerBuilder::showDraft()
{
    if (m_draftCell == 0) {
        Extent degrees;
        OGREnvelope box;
        if (OGR_L_GetExtent(static_cast<OGRLayerH>(m_source.layer), &box, FALSE) == OGRERR_NONE)
            degrees = m_layer.m_operation.forward({box.MinX, box.MinY, box.MaxX, box.MaxY});
        else // how large the whole will be is not known
            for (std::size_t i = 0; i < m_settledFeatures; ++i)
                degrees.unite(m_layer.m_features[i].box);
        m_draftCell = std::max({degrees.width(), degrees.height(), 1e-6}) / LayerDrafts::Cells;
    }
    m_drafts->show(
        std::make_shared<const FeatureLayer>(draftOf(m_draftFeatures, m_settledFeatures)));
    m_draftFeatures = m_settledFeatures;
    m_nextDraftMs = std::min(LongestDraftMs, m_nextDraftMs * 3);
    m_sinceDraft.restart();
}

FeatureLayer FeatureLayerBuilder::draftOf(std::size_t begin, std::size_t end) const
{
    FeatureLayer draft = m_layer.onGrid(begin, end, m_draftCell);
    copyColumns(begin, end, draft);
    return draft;
}

// Those that are asked for. In which character set the text is, is settled at the end; until then
// it is read as the file says.
void FeatureLayerBuilder::copyColumns(std::size_t begin, std::size_t end, FeatureLayer& draft) const
{
    const auto part = [&](auto& copy, const auto& whole) {
        if (!whole.empty())
            copy.assign(whole.begin() + std::ptrdiff_t(begin), whole.begin() + std::ptrdiff_t(end));
    };
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column::Content& whole = m_columns[i];
        if (!m_drafts->fields.contains(whole.field.name, Qt::CaseInsensitive))
            continue;
        Column::Content column;
        column.field = whole.field;
        part(column.words, whole.words);
        part(column.integers, whole.integers);
        part(column.missing, whole.missing);
        part(column.reals, whole.reals);
        std::vector<const QByteArray*> words(std::size_t(m_wordNumbers[i].size()));
        for (auto word = m_wordNumbers[i].cbegin(); word != m_wordNumbers[i].cend(); ++word)
            words[*word] = &word.key();
        for (const QByteArray* word : words) {
            column.text += decodeText(*word, m_source.encoding).toStdU16String();
            column.wordEnds.push_back(std::uint32_t(column.text.size()));
        }
        draft.m_columns.emplace_back(std::move(column));
    }
}

void FeatureLayerBuilder::settle(std::size_t index)
{
    FeatureLayer::Feature& feature = m_layer.m_features[index];
    if (feature.partCount == 0)
        return;
    Extent box;
    const auto parts = std::span(m_layer.m_parts).subspan(feature.firstPart, feature.partCount);
    for (const FeatureLayer::Part& part : parts)
        for (const QPointF& point : m_layer.points(part)) {
            if (!isFinite(point) || std::fabs(point.y()) > 90 + 1e-6 ||
                std::fabs(point.x()) > 540) {
                ++m_outOfReach;
                dropPlace(index);
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

void FeatureLayerBuilder::dropPlace(std::size_t index)
{
    FeatureLayer::Feature& feature = m_layer.m_features[index];
    feature.partCount = 0;
    feature.box = {};
    m_layer.m_kinds[index] = GeometryKind::None;
}

void FeatureLayerBuilder::tell(std::vector<base::Issue>& issues, base::Severity severity,
                               const QString& text) const
{
    issues.push_back({severity, text, {m_layer.m_fileName, 0, {}, {}}});
}

void FeatureLayerBuilder::report(std::vector<base::Issue>& issues, qint64 count,
                                 const QString& text) const
{
    if (count > 0)
        tell(issues, base::Severity::Warning, text.arg(QLocale().toString(count)));
}

// All text of a layer is in one character set; which, is settled when all of it is known.
void FeatureLayerBuilder::settleText(std::vector<base::Issue>& issues)
{
    EncodingChooser chooser;
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(static_cast<OGRLayerH>(m_source.layer));
    const auto rawName = [&](std::size_t column) {
        return QByteArrayView(
            OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, m_source.fieldNumbers[column])));
    };
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        chooser.add(rawName(i));
        qsizetype added = 0;
        for (auto word = m_wordNumbers[i].keyBegin(); word != m_wordNumbers[i].keyEnd(); ++word) {
            if (added++ % WordsPerCheck == 0)
                m_progress.check();
            chooser.add(*word);
        }
    }
    const EncodingChooser::Choice choice = chooser.choose(m_source.encoding);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Column::Content& column = m_columns[i];
        std::vector<const QByteArray*> words(std::size_t(m_wordNumbers[i].size()));
        for (auto word = m_wordNumbers[i].cbegin(); word != m_wordNumbers[i].cend(); ++word)
            words[*word] = &word.key();
        column.wordEnds.reserve(words.size());
        for (const QByteArray* word : words) {
            if (column.wordEnds.size() % WordsPerCheck == 0)
                m_progress.check();
            column.text += decodeAs(*word, choice.encoding).toStdU16String();
            column.wordEnds.push_back(std::uint32_t(column.text.size()));
        }
        m_wordNumbers[i].clear();
        // The number that tells two equal names apart stays.
        const QString early = decodeText(rawName(i), m_source.encoding);
        column.field.name =
            decodeAs(rawName(i), choice.encoding) + column.field.name.mid(early.size());
    }
    if (choice.denied)
        tell(issues, base::Severity::Warning,
             Text::tr("The file says that its text is in %1, but its bytes are not. They were read "
                      "as %2.")
                 .arg(m_source.encoding, encodingTitle(choice.encoding)));
    else if (!choice.plain && m_source.encoding.isEmpty() &&
             choice.encoding != QLatin1String("UTF-8"))
        tell(issues, base::Severity::Note,
             Text::tr("The file does not say in which character set its text is. It was read as "
                      "%1.")
                 .arg(encodingTitle(choice.encoding)));
    report(issues, choice.damaged,
           Text::tr("%1 texts are damaged: some of their bytes are no text in UTF-8."));
}

void FeatureLayerBuilder::reportPlaces(std::vector<base::Issue>& issues) const
{
    const Crs& crs = m_layer.m_operation.from();
    const auto total = qint64(m_layer.m_features.size());
    if (m_outOfReach > 0 && m_outOfReach + m_withoutPlace + m_badNumbers == total)
        throw base::Error(
            crs.isGeographic()
                ? Text::tr("The coordinates of “%1” are not degrees, so “%2” is hardly its "
                           "reference system. Give the one they are in; often that is a UTM zone.")
                      .arg(m_layer.m_fileName, crs.name())
                : Text::tr("No feature of “%1” lies where “%2” has a meaning, so this is "
                           "hardly its reference system. Give another one.")
                      .arg(m_layer.m_fileName, crs.name()),
            QStringLiteral("%1 of %2 out of reach").arg(m_outOfReach).arg(total));
    reportUnnamedDatum(crs, m_layer.m_fileName, issues);
    report(issues, m_withoutPlace, Text::tr("%1 features have no place."));
    report(issues, m_badNumbers,
           Text::tr("%1 features were left off the map: a coordinate is no number."));
    report(issues, m_outOfReach,
           crs.isGeographic()
               ? Text::tr("%1 features were left off the map: their coordinates are not degrees, "
                          "although the file says that they are. They stand in the table.")
               : Text::tr("%1 features were left off the map: they lie outside the reach of the "
                          "reference system."));
    report(issues, m_degenerate,
           Text::tr("%1 features have a line of one point, or a ring of fewer than four; those "
                    "parts were left out."));
}

FeatureLayer FeatureLayerBuilder::finish(std::vector<base::Issue>* issues)
{
    m_drafts = nullptr; // the whole is there in a moment
    moveBlock();
    std::vector<base::Issue> found = m_source.issues;
    reportPlaces(found);
    settleText(found);
    if (issues)
        issues->insert(issues->end(), found.begin(), found.end());
    for (Column::Content& column : m_columns)
        m_layer.m_columns.emplace_back(std::move(column));
    std::size_t counts[4] = {};
    std::vector<Extent> boxes;
    boxes.reserve(m_layer.m_features.size());
    for (const FeatureLayer::Feature& feature : m_layer.m_features) {
        boxes.push_back(feature.box);
    }
    for (const GeometryKind kind : m_layer.m_kinds)
        ++counts[std::size_t(kind)];
    for (const GeometryKind kind : {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon})
        if (counts[std::size_t(kind)] > 0 &&
            (m_layer.m_kind == GeometryKind::None ||
             counts[std::size_t(kind)] > counts[std::size_t(m_layer.m_kind)]))
            m_layer.m_kind = kind;
    m_layer.m_index = SpatialIndex(boxes, m_progress);
    m_layer.m_extent = m_layer.m_index.extent();
    if (m_layer.m_points.capacity() > m_layer.m_points.size() / 4 * 5)
        m_layer.m_points.shrink_to_fit();
    m_layer.m_parts.shrink_to_fit();
    m_layer.m_features.shrink_to_fit();
    return std::move(m_layer);
}

} // namespace geo
