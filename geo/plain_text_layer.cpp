// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/plain_text_layer.h"

#include "base/error.h"
#include "geo/text.h"
#include <QByteArray>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cpl_vsi.h>
#include <ogr_api.h>

namespace geo {

namespace {

constexpr qsizetype Chunk = 1 << 20;
constexpr qsizetype LongestLine = 1 << 14;
constexpr int MostColumns = 32;
constexpr std::size_t MostNumbers = 40'000'000;
constexpr std::size_t MostFeatures = 4'000'000; // GDAL keeps some 200 bytes of each
constexpr qsizetype HeadBytes = 1 << 14;

// The lines of a file, one at a time, each cut at a length that no line of coordinates has.
class Lines
{
public:
    explicit Lines(const QString& gdalPath)
        : m_file(VSIFOpenL(gdalPath.toUtf8().constData(), "rb"))
    {
    }
    ~Lines()
    {
        if (m_file)
            VSIFCloseL(m_file);
    }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    bool next(QByteArray& line)
    {
        line.clear();
        for (;;) {
            if (m_at == m_buffer.size() && !fill())
                return !line.isEmpty();
            qsizetype end = m_at;
            while (end < m_buffer.size() && m_buffer[end] != '\n' && m_buffer[end] != '\r')
                ++end;
            const qsizetype room = LongestLine - line.size();
            line.append(m_buffer.constData() + m_at, std::min(room, end - m_at));
            m_at = end;
            if (m_at < m_buffer.size()) {
                ++m_at;
                return true;
            }
        }
    }

private:
    bool fill()
    {
        if (!m_file)
            return false;
        m_buffer.resize(Chunk);
        m_buffer.resize(qsizetype(VSIFReadL(m_buffer.data(), 1, std::size_t(Chunk), m_file)));
        m_at = 0;
        return !m_buffer.isEmpty();
    }

    VSILFILE* m_file;
    QByteArray m_buffer;
    qsizetype m_at = 0;
};

bool isSeparator(char c)
{
    return c == ' ' || c == '\t' || c == ',' || c == ';';
}

// The numbers a line begins with; whether anything but numbers is on it.
struct Numbers
{
    std::array<double, MostColumns> values{};
    int count = 0;
    bool pure = true;
};

Numbers numbersOf(QByteArrayView line)
{
    Numbers numbers;
    const char* at = line.data();
    const char* const end = at + line.size();
    while (numbers.count < MostColumns) {
        while (at < end && isSeparator(*at))
            ++at;
        if (at == end)
            return numbers;
        const char* const start = *at == '+' ? at + 1 : at;
        double value = 0;
        const auto [stop, error] = std::from_chars(start, end, value);
        if (error != std::errc() || (stop < end && !isSeparator(*stop))) {
            numbers.pure = false;
            return numbers;
        }
        numbers.values[std::size_t(numbers.count++)] = value;
        at = stop;
    }
    return numbers;
}

bool isNothing(QByteArrayView line)
{
    return line.trimmed().isEmpty() || line.startsWith('#') || line.startsWith('%');
}

struct Segment
{
    QByteArray name;
    std::size_t first = 0; // of points
    std::size_t count = 0;
};

struct Parsed
{
    int columns = 0;
    bool segmented = false;
    qint64 lines = 0;
    qint64 skipped = 0;
    QList<QByteArray> titles;   // of the columns, where a line of words begins the file
    std::vector<double> values; // `columns` to a point
    std::vector<Segment> segments;

    std::size_t points() const { return columns ? values.size() / std::size_t(columns) : 0; }
};

// Of a line of words above the numbers.
QList<QByteArray> titlesOf(QByteArray line)
{
    for (char& c : line)
        c = isSeparator(c) ? ' ' : c;
    return line.simplified().split(' ');
}

// "-L"label" and the like are GMT's options; the label alone is a name.
QByteArray segmentName(QByteArrayView header)
{
    const QByteArray text = header.trimmed().toByteArray();
    const qsizetype label = text.indexOf("-L");
    if (label < 0)
        return text;
    QByteArray name = text.mid(label + 2);
    if (!name.startsWith('"'))
        return name.left(name.indexOf(' '));
    const qsizetype end = name.indexOf('"', 1);
    return end < 0 ? name.mid(1) : name.mid(1, end - 1);
}

Parsed parse(const QString& gdalPath, const QString& name)
{
    Parsed parsed;
    Lines lines(gdalPath);
    QByteArray line;
    bool broken = true; // the next point begins a segment
    QByteArray title;
    while (lines.next(line)) {
        if (isNothing(line))
            continue;
        if (line.startsWith('>')) {
            parsed.segmented = true;
            broken = true;
            title = segmentName(QByteArrayView(line).sliced(1));
            continue;
        }
        ++parsed.lines;
        const Numbers numbers = numbersOf(line);
        if (parsed.columns == 0 && numbers.count >= 2)
            parsed.columns = numbers.count;
        if (parsed.columns == 0 && numbers.count == 0 && parsed.lines == 1) {
            parsed.titles = titlesOf(line);
            continue;
        }
        if (numbers.count < 2 || numbers.count < parsed.columns) {
            ++parsed.skipped;
            continue;
        }
        if (!std::isfinite(numbers.values[0]) || !std::isfinite(numbers.values[1])) {
            broken = true; // a line of NaN parts segments, too
            continue;
        }
        if (broken) {
            parsed.segments.push_back({title, parsed.points(), 0});
            broken = false;
        }
        ++parsed.segments.back().count;
        parsed.values.insert(parsed.values.end(), numbers.values.begin(),
                             numbers.values.begin() + parsed.columns);
        if (parsed.values.size() > MostNumbers ||
            (!parsed.segmented && parsed.points() > MostFeatures))
            throw base::Error(
                Text::tr("“%1” has more than %2 points, which is more than can be kept in "
                         "memory. Take the part you need out of it first.")
                    .arg(name, QLocale().toString(qint64(parsed.points()))));
    }
    return parsed;
}

bool namesLatitude(const QByteArray& title)
{
    return title.toLower().startsWith("lat") || title.toLower() == "y";
}

GdalDataset emptyDataset()
{
    return GdalDataset(
        GDALCreate(GDALGetDriverByName("Memory"), "", 0, 0, 0, GDT_Unknown, nullptr));
}

void addField(OGRLayerH layer, const QByteArray& name, OGRFieldType type)
{
    OGRFieldDefnH field = OGR_Fld_Create(name.constData(), type);
    OGR_L_CreateField(layer, field, TRUE);
    OGR_Fld_Destroy(field);
}

} // namespace

bool isPlainTextLayer(const QString& gdalPath)
{
    const QString suffix = QFileInfo(gdalPath).suffix().toLower();
    if (suffix != QLatin1String("txt") && suffix != QLatin1String("xyz") &&
        suffix != QLatin1String("xy") && suffix != QLatin1String("dat") &&
        suffix != QLatin1String("gmt"))
        return false;
    const QByteArray head = firstBytes(gdalPath, HeadBytes);
    if (head.startsWith("# @VGMT") || head.contains('\0'))
        return false;
    QList<QByteArray> lines = QByteArray(head).replace('\r', '\n').split('\n');
    if (head.size() == HeadBytes)
        lines.removeLast();
    int good = 0;
    int bad = 0;
    for (const QByteArray& line : lines)
        if (!isNothing(line) && !line.startsWith('>'))
            ++(numbersOf(line).count >= 2 ? good : bad);
    return good > 0 && good > 4 * (bad - 1); // one line of titles is none
}

GdalDataset readPlainTextLayer(const QString& gdalPath, const QString& name)
{
    const Parsed parsed = parse(gdalPath, name);
    const bool titled = parsed.titles.size() == parsed.columns;
    const bool turned =
        titled && namesLatitude(parsed.titles[0]) && !namesLatitude(parsed.titles[1]);
    const auto x = [&](std::size_t i) {
        return parsed.values[i * std::size_t(parsed.columns) + (turned ? 1 : 0)];
    };
    const auto y = [&](std::size_t i) {
        return parsed.values[i * std::size_t(parsed.columns) + (turned ? 0 : 1)];
    };
    const auto isRing = [&](const Segment& segment) {
        const std::size_t last = segment.first + segment.count - 1;
        return segment.count >= 4 && x(segment.first) == x(last) && y(segment.first) == y(last);
    };
    const bool rings =
        parsed.segmented && std::all_of(parsed.segments.begin(), parsed.segments.end(), isRing);
    const bool anyLone = std::any_of(parsed.segments.begin(), parsed.segments.end(),
                                     [](const Segment& segment) { return segment.count == 1; });
    const OGRwkbGeometryType type = !parsed.segmented ? wkbPoint
                                    : rings           ? wkbPolygon
                                    : anyLone         ? wkbUnknown
                                                      : wkbLineString;
    GdalDataset dataset = emptyDataset();
    OGRLayerH layer = GDALDatasetCreateLayer(
        dataset.get(), QFileInfo(gdalPath).completeBaseName().toUtf8().constData(), nullptr, type,
        nullptr);
    if (parsed.skipped > 0)
        GDALSetMetadataItem(layer, SkippedLines, QByteArray::number(parsed.skipped).constData(),
                            "");
    if (parsed.segmented)
        addField(layer, "name", OFTString);
    else
        for (int column = 2; column < parsed.columns; ++column)
            addField(layer,
                     titled        ? parsed.titles[column]
                     : column == 2 ? QByteArray("z")
                                   : "v" + QByteArray::number(column + 1),
                     OFTReal);
    const auto keep = [&](OGRFeatureH feature, OGRGeometryH geometry) {
        OGR_F_SetGeometryDirectly(feature, geometry);
        const OGRErr error = OGR_L_CreateFeature(layer, feature);
        OGR_F_Destroy(feature);
        if (error != OGRERR_NONE)
            throw base::Error(Text::tr("“%1” does not fit into memory. Take the part you need out "
                                       "of it first.")
                                  .arg(name));
    };
    if (!parsed.segmented) {
        for (std::size_t i = 0; i < parsed.points(); ++i) {
            OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
            for (int column = 2; column < parsed.columns; ++column)
                OGR_F_SetFieldDouble(
                    feature, column - 2,
                    parsed.values[i * std::size_t(parsed.columns) + std::size_t(column)]);
            OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
            OGR_G_SetPoint_2D(point, 0, x(i), y(i));
            keep(feature, point);
        }
        return dataset;
    }
    for (const Segment& segment : parsed.segments) {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        OGR_F_SetFieldString(feature, 0, segment.name.constData());
        const bool lone = segment.count == 1;
        OGRGeometryH line = OGR_G_CreateGeometry(lone    ? wkbPoint
                                                 : rings ? wkbLinearRing
                                                         : wkbLineString);
        for (std::size_t i = segment.first; i < segment.first + segment.count; ++i)
            lone ? OGR_G_SetPoint_2D(line, 0, x(i), y(i)) : OGR_G_AddPoint_2D(line, x(i), y(i));
        if (rings) {
            OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
            OGR_G_AddGeometryDirectly(polygon, line);
            line = polygon;
        }
        keep(feature, line);
    }
    return dataset;
}

} // namespace geo
