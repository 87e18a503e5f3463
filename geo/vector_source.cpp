// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/vector_source.h"

#include "base/error.h"
#include "geo/operation.h"
#include "geo/plain_text_layer.h"
#include "geo/sublayer_choice.h"
#include "geo/text.h"
#include "geo/text_encoding.h"
#include "geo/vector_entries.h"
#include "geo/vector_state.h"
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <ogr_api.h>

namespace geo {

namespace {

std::optional<FieldType> typeOf(OGRFieldDefnH field)
{
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
    case OFTInteger64:
        return FieldType::Integer;
    case OFTReal:
        return FieldType::Real;
    case OFTBinary:
        return std::nullopt;
    default:
        return FieldType::Text;
    }
}

[[noreturn]] void refuseChoice(const SourceFile& file, const std::vector<VectorEntry>& entries,
                               const QString& wanted)
{
    QStringList names;
    for (const VectorEntry& entry : entries)
        names << entry.sublayer.name;
    refuseSublayer(file.name(), names, wanted);
}

const VectorEntry* chosenOf(const std::vector<VectorEntry>& entries, const QString& wanted,
                            bool renamed)
{
    // Of bytes kept elsewhere, a lone layer may be called by the name the file had at first.
    if (entries.size() == 1 && (wanted.isEmpty() || renamed))
        return entries.data();
    const VectorEntry* chosen = nullptr;
    for (const VectorEntry& entry : entries)
        if (entry.sublayer.name == wanted)
            return &entry;
        else if (entry.shortName == wanted && !wanted.isEmpty())
            chosen = chosen ? nullptr : &entry;
    return chosen;
}

// Each field by a name of its own.
QString uniqueName(const std::vector<Field>& fields, const QString& name)
{
    const auto taken = [&](const QString& wanted) {
        return std::any_of(fields.begin(), fields.end(),
                           [&](const Field& field) { return field.name == wanted; });
    };
    QString unique = name;
    for (int again = 2; taken(unique); ++again)
        unique = QStringLiteral("%1 (%2)").arg(name).arg(again);
    return unique;
}

// Empty where it is not finite.
Extent extentOf(const OGREnvelope& box)
{
    if (!std::isfinite(box.MinX) || !std::isfinite(box.MinY) || !std::isfinite(box.MaxX) ||
        !std::isfinite(box.MaxY))
        return {};
    return {box.MinX, box.MinY, box.MaxX, box.MaxY};
}

// GDAL does the same, but cannot be interrupted.
Extent extentOfAll(OGRLayerH layer, const base::Progress& progress)
{
    constexpr int FeaturesPerCheck = 128;
    Extent extent;
    OGR_L_ResetReading(layer);
    for (qint64 i = 0;; ++i) {
        if (i % FeaturesPerCheck == 0)
            progress.check();
        OGRFeatureH feature = OGR_L_GetNextFeature(layer);
        if (!feature)
            break;
        OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
        if (geometry && !OGR_G_IsEmpty(geometry)) {
            OGREnvelope box;
            OGR_G_GetEnvelope(geometry, &box);
            extent.unite(extentOf(box));
        }
        OGR_F_Destroy(feature);
    }
    OGR_L_ResetReading(layer);
    return extent;
}

} // namespace

QString encodingOf(void* layer)
{
    const auto item = [&](const char* name) {
        return QString::fromLatin1(GDALGetMetadataItem(layer, name, "SHAPEFILE"));
    };
    const QString page = item("ENCODING_FROM_CPG");
    if (!page.isEmpty() || item("LDID_VALUE") == QLatin1String("87"))
        return page;
    return item("ENCODING_FROM_LDID");
}

VectorSource::VectorSource(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

VectorSource::VectorSource(VectorSource&&) noexcept = default;
VectorSource& VectorSource::operator=(VectorSource&&) noexcept = default;
VectorSource::~VectorSource() = default;

std::vector<Sublayer> VectorSource::listSublayers(const QString& path,
                                                  std::vector<base::Issue>* issues)
{
    SourceFile file = SourceFile::onDisk(path, SourceKind::Vector);
    std::vector<base::Issue> found;
    std::vector<Sublayer> sublayers;
    for (VectorEntry& entry : vectorEntries(file, {}, found))
        sublayers.push_back(std::move(entry.sublayer));
    if (issues)
        issues->insert(issues->end(), found.begin(), found.end());
    return sublayers;
}

std::vector<Sublayer> VectorSource::listSublayers(const QByteArray& bytes, const QString& fileName)
{
    SourceFile file = SourceFile::inMemory(bytes, fileName, SourceKind::Vector);
    std::vector<base::Issue> issues;
    std::vector<Sublayer> sublayers;
    for (VectorEntry& entry : vectorEntries(file, {}, issues))
        sublayers.push_back(std::move(entry.sublayer));
    return sublayers;
}

VectorSource VectorSource::open(const QString& path, const QString& sublayer)
{
    return choose(std::make_unique<State>(SourceFile::onDisk(path, SourceKind::Vector)), sublayer);
}

VectorSource VectorSource::openBytes(const QByteArray& bytes, const QString& fileName,
                                     const QString& sublayer)
{
    return choose(
        std::make_unique<State>(SourceFile::inMemory(bytes, fileName, SourceKind::Vector)),
        sublayer);
}

VectorSource VectorSource::choose(std::unique_ptr<State> state, const QString& sublayer)
{
    std::vector<VectorEntry> entries = vectorEntries(state->file, sublayer, state->issues);
    const VectorEntry* chosen = chosenOf(entries, sublayer, state->file.isInMemory());
    if (!chosen)
        refuseChoice(state->file, entries, sublayer);
    const GdalComplaints complaints;
    state->dataset = chosen->dataset;
    if (!state->dataset)
        state->dataset = state->file.open(chosen->staged, vectorOpenOptions(chosen->staged));
    OGRLayerH layer = GDALDatasetGetLayer(state->dataset.get(), chosen->number);
    if (!layer)
        refuseChoice(state->file, entries, chosen->sublayer.name);
    state->layer = layer;
    state->name = chosen->sublayer.name;
    GDALDriverH driver = GDALGetDatasetDriver(state->dataset.get());
    state->driver = QString::fromLatin1(driver ? GDALGetDriverShortName(driver) : "");
    state->encoding = encodingOf(layer);
    state->crs = chosen->sublayer.crs;
    state->kind = chosen->sublayer.kind;
    state->count = chosen->sublayer.featureCount;
    const QByteArray skipped = GDALGetMetadataItem(layer, SkippedLines, "");
    if (!skipped.isEmpty())
        state->issues.push_back({base::Severity::Warning,
                                 Text::tr("%1 lines hold no coordinates and were left out.")
                                     .arg(QLocale().toString(skipped.toLongLong())),
                                 {state->file.name(), 0, {}, {}}});
    if (state->driver == QLatin1String("MBTiles"))
        state->issues.push_back({base::Severity::Note,
                                 Text::tr("Its features are cut where tiles meet, and one near an "
                                          "edge may stand in two tiles: do not count them."),
                                 {state->file.name(), 0, {}, {}}});
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        const std::optional<FieldType> type = typeOf(field);
        if (!type)
            continue;
        const QString name = decodeText(OGR_Fld_GetNameRef(field), state->encoding);
        state->fields.push_back({uniqueName(state->fields, name), *type});
        state->fieldNumbers.push_back(i);
    }
    return VectorSource(std::move(state));
}

QString VectorSource::fileName() const
{
    return m_state->file.name();
}

QString VectorSource::sublayer() const
{
    return m_state->name;
}

QString VectorSource::driver() const
{
    return m_state->driver;
}

const std::vector<Field>& VectorSource::fields() const
{
    return m_state->fields;
}

std::optional<qint64> VectorSource::featureCount() const
{
    return m_state->count;
}

std::optional<GeometryKind> VectorSource::kind() const
{
    return m_state->kind;
}

std::optional<Crs> VectorSource::crs() const
{
    return m_state->crs;
}

QString VectorSource::encoding() const
{
    return m_state->encoding;
}

const std::vector<base::Issue>& VectorSource::issues() const
{
    return m_state->issues;
}

std::optional<Extent> VectorSource::extent(const base::Progress& progress) const
{
    const GdalComplaints complaints;
    OGREnvelope box;
    const Extent extent = OGR_L_GetExtent(m_state->layer, &box, FALSE) == OGRERR_NONE
                              ? extentOf(box)
                              : extentOfAll(m_state->layer, progress);
    return extent.isEmpty() ? std::nullopt : std::optional(extent);
}

std::optional<Extent> VectorSource::degrees(const base::Progress& progress) const
{
    const std::optional<Extent> box = crs() ? extent(progress) : std::nullopt;
    return box ? roughDegrees(*crs(), *box) : std::nullopt;
}

} // namespace geo
