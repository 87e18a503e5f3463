// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/layer_file.h"

#include "base/error.h"
#include "base/parallel.h"
#include "geo/text.h"
#include <QDataStream>
#include <QFile>
#include <QSaveFile>
#include <array>
#include <cstring>
#include <type_traits>
#include <xxhash.h>

namespace geo {

namespace {

constexpr std::size_t Alignment = 64;

struct Opening
{
    std::array<char, 8> magic{'V', 'E', 'T', 'A', 'L', 'A', 'Y', 'R'};
    std::uint32_t version = LayerFile::Version;
    std::uint32_t byteOrder = 0x01020304;
    std::uint64_t fileSize = 0;
    std::uint64_t headSize = 0;
    std::uint64_t headSum = 0;
};
static_assert(std::is_trivially_copyable_v<Opening> && sizeof(Opening) == 40);

using Bytes = std::span<const std::byte>;

quint64 sumOf(Bytes bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::size_t aligned(std::size_t offset)
{
    return (offset + Alignment - 1) / Alignment * Alignment;
}

template <typename Self, typename Visit>
void eachOfColumn(Self& arrays, Visit&& visit)
{
    visit(arrays.text);
    visit(arrays.wordEnds);
    visit(arrays.words);
    visit(arrays.integers);
    visit(arrays.missing);
    visit(arrays.reals);
}

struct Section
{
    quint64 offset = 0;
    quint64 size = 0; // bytes
    quint64 sum = 0;
};

void setUp(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
}

QDataStream& operator<<(QDataStream& stream, const Extent& extent)
{
    return stream << extent.west << extent.south << extent.east << extent.north;
}

QDataStream& operator>>(QDataStream& stream, Extent& extent)
{
    return stream >> extent.west >> extent.south >> extent.east >> extent.north;
}

void writeHead(QDataStream& stream, const LayerFile& file)
{
    stream << file.key << file.sourceDigest << quint8(file.language) << quint8(file.kind)
           << file.extent << file.fileName << file.sublayer;
    stream << quint32(file.issues.size());
    for (const base::Issue& issue : file.issues)
        stream << quint8(issue.severity) << issue.text << issue.where.file << issue.where.line
               << issue.where.column << issue.where.value;
    const OperationInfo& way = file.toWgs84;
    stream << way.key << way.name << way.accuracyMetres.has_value()
           << way.accuracyMetres.value_or(0) << way.ballpark << way.area;
    stream << quint32(file.columns.size());
    for (const Column& column : file.columns)
        stream << column.field().name << quint8(column.field().type);
    const CookedLayer::Head& head = file.cooked.head();
    stream << head.origin << head.quantum;
    for (const double resolution : head.resolutions)
        stream << resolution;
    stream << head.box << head.hasOverlaps << head.hasAlone << head.hasLinesOrPoints;
}

template <typename Value>
Value readByte(QDataStream& stream)
{
    quint8 byte = 0;
    stream >> byte;
    return Value(byte);
}

std::vector<Field> readHead(QDataStream& stream, LayerFile& file, CookedLayer::Head& head)
{
    stream >> file.key >> file.sourceDigest;
    file.language = readByte<base::Language>(stream);
    file.kind = readByte<GeometryKind>(stream);
    stream >> file.extent >> file.fileName >> file.sublayer;
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        base::Issue issue;
        issue.severity = readByte<base::Severity>(stream);
        stream >> issue.text >> issue.where.file >> issue.where.line >> issue.where.column >>
            issue.where.value;
        file.issues.push_back(std::move(issue));
    }
    OperationInfo& way = file.toWgs84;
    bool stated = false;
    double metres = 0;
    stream >> way.key >> way.name >> stated >> metres >> way.ballpark >> way.area;
    if (stated)
        way.accuracyMetres = metres;
    std::vector<Field> fields;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        Field field;
        stream >> field.name;
        field.type = readByte<FieldType>(stream);
        fields.push_back(std::move(field));
    }
    stream >> head.origin >> head.quantum;
    for (double& resolution : head.resolutions)
        stream >> resolution;
    stream >> head.box >> head.hasOverlaps >> head.hasAlone >> head.hasLinesOrPoints;
    return fields;
}

// A mapped file; what its arrays look at.
struct Mapped
{
    QFile file;
    Bytes bytes;

    static std::shared_ptr<const Mapped> open(const QString& path)
    {
        auto mapped = std::make_shared<Mapped>();
        mapped->file.setFileName(path);
        if (!mapped->file.open(QIODevice::ReadOnly) ||
            mapped->file.size() < qint64(sizeof(Opening)))
            return nullptr;
        const uchar* start = mapped->file.map(0, mapped->file.size());
        if (!start)
            return nullptr;
        mapped->bytes = std::as_bytes(std::span(start, std::size_t(mapped->file.size())));
        return mapped;
    }
};

bool sumsHold(Bytes bytes, const std::vector<Section>& sections)
{
    // An array that lies there twice is looked at once.
    std::vector<Section> different;
    for (const Section& section : sections)
        if (different.empty() || section.offset > different.back().offset ||
            different.back().size == 0)
            different.push_back(section);
    std::atomic<bool> hold{true};
    const base::Progress unhurried;
    base::inParallel(different.size(), 1, unhurried, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && hold; ++i)
            if (sumOf(bytes.subspan(different[i].offset, different[i].size)) != different[i].sum)
                hold = false;
    });
    return hold;
}

std::vector<Bytes> arraysOf(const LayerFile& file)
{
    std::vector<Bytes> arrays{std::as_bytes(std::span(file.kinds))};
    const auto collect = [&](const auto& array) { arrays.push_back(std::as_bytes(array)); };
    for (const Column& column : file.columns)
        eachOfColumn(column.arrays(), collect);
    CookedLayer::Arrays::each(file.cooked.arrays(), collect);
    return arrays;
}

// A level that is the same as the finer one lies there once: the number of the first.
std::size_t firstLike(const std::vector<Bytes>& arrays, std::size_t i)
{
    for (std::size_t k = 0; k < i && !arrays[i].empty(); ++k)
        if (arrays[k].data() == arrays[i].data() && arrays[k].size() == arrays[i].size())
            return k;
    return i;
}

// Hands out the sections of a file as arrays, one after the other.
class ArrayReader
{
public:
    ArrayReader(Bytes bytes, const std::vector<Section>& sections)
        : m_bytes(bytes)
        , m_sections(sections)
    {
    }

    template <typename Value>
    void operator()(std::span<const Value>& array)
    {
        if (m_next >= m_sections.size() || m_sections[m_next].size % sizeof(Value) != 0) {
            m_good = false;
            return;
        }
        const Section& section = m_sections[m_next++];
        array = {reinterpret_cast<const Value*>(m_bytes.data() + section.offset),
                 section.size / sizeof(Value)};
    }
    bool isGood() const { return m_good && m_next == m_sections.size(); }

private:
    Bytes m_bytes;
    const std::vector<Section>& m_sections;
    std::size_t m_next = 0;
    bool m_good = true;
};

} // namespace

qint64 LayerFile::arrayBytes() const
{
    const std::vector<Bytes> arrays = arraysOf(*this);
    std::size_t size = 0;
    for (std::size_t i = 0; i < arrays.size(); ++i)
        if (firstLike(arrays, i) == i)
            size = aligned(size + arrays[i].size());
    return qint64(size);
}

void LayerFile::write(const QString& path) const
{
    const std::vector<Bytes> arrays = arraysOf(*this);
    std::vector<Section> sections(arrays.size());
    const base::Progress unhurried;
    base::inParallel(arrays.size(), 1, unhurried, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            sections[i].sum = sumOf(arrays[i]);
    });
    // The places of the arrays take the same room whatever they are.
    const auto headOf = [&] {
        QByteArray head;
        QDataStream stream(&head, QIODevice::WriteOnly);
        setUp(stream);
        writeHead(stream, *this);
        stream << quint32(sections.size());
        for (const Section& section : sections)
            stream << section.offset << section.size << section.sum;
        return head;
    };
    Opening opening;
    opening.headSize = std::uint64_t(headOf().size());
    std::size_t end = aligned(sizeof(Opening) + opening.headSize);
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        if (firstLike(arrays, i) != i) {
            sections[i] = sections[firstLike(arrays, i)];
            continue;
        }
        sections[i].offset = end;
        sections[i].size = arrays[i].size();
        end = aligned(end + arrays[i].size());
    }
    opening.fileSize = end;
    const QByteArray head = headOf();
    opening.headSum = sumOf(std::as_bytes(std::span(head.data(), std::size_t(head.size()))));

    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    qint64 written = 0;
    const auto put = [&](const void* data, std::size_t size) {
        good = good && file.write(static_cast<const char*>(data), qint64(size)) == qint64(size);
        written += qint64(size);
    };
    const auto fill = [&] {
        static constexpr std::array<char, Alignment> Zeros{};
        put(Zeros.data(), aligned(std::size_t(written)) - std::size_t(written));
    };
    put(&opening, sizeof opening);
    put(head.data(), std::size_t(head.size()));
    fill();
    for (std::size_t i = 0; i < arrays.size(); ++i)
        if (firstLike(arrays, i) == i) {
            put(arrays[i].data(), arrays[i].size());
            fill();
        }
    if (!good || !file.commit())
        throw base::Error(Text::tr("“%1” could not be written: %2").arg(path, file.errorString()));
}

std::optional<LayerFile> LayerFile::map(const QString& path, const QByteArray& key)
{
    const std::shared_ptr<const Mapped> mapped = Mapped::open(path);
    if (!mapped)
        return std::nullopt;
    const Bytes bytes = mapped->bytes;
    Opening opening;
    std::memcpy(&opening, bytes.data(), sizeof opening);
    const Opening expected;
    if (opening.magic != expected.magic || opening.version != expected.version ||
        opening.byteOrder != expected.byteOrder || opening.fileSize != bytes.size() ||
        opening.headSize > bytes.size() - sizeof opening ||
        sumOf(bytes.subspan(sizeof opening, opening.headSize)) != opening.headSum)
        return std::nullopt;

    LayerFile file;
    CookedLayer::Head head;
    QDataStream stream(QByteArray::fromRawData(
        reinterpret_cast<const char*>(bytes.data()) + sizeof opening, qsizetype(opening.headSize)));
    setUp(stream);
    const std::vector<Field> fields = readHead(stream, file, head);
    quint32 count = 0;
    stream >> count;
    std::vector<Section> sections;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        Section section;
        stream >> section.offset >> section.size >> section.sum;
        if (section.offset > bytes.size() || section.size > bytes.size() - section.offset ||
            section.offset % Alignment != 0)
            return std::nullopt;
        sections.push_back(section);
    }
    if (stream.status() != QDataStream::Ok || file.key != key || !sumsHold(bytes, sections))
        return std::nullopt;

    ArrayReader next(bytes, sections);
    std::span<const GeometryKind> kinds;
    next(kinds);
    file.kinds.assign(kinds.begin(), kinds.end());
    for (const Field& field : fields) {
        Column::Arrays arrays;
        eachOfColumn(arrays, next);
        file.columns.emplace_back(field, arrays, mapped);
    }
    CookedLayer::Arrays arrays;
    CookedLayer::Arrays::each(arrays, next);
    if (!next.isGood())
        return std::nullopt;
    file.cooked = CookedLayer(head, arrays, mapped);
    return file;
}

} // namespace geo
