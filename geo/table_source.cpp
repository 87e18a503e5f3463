// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/table_source.h"

#include "base/error.h"
#include "geo/feature_text.h"
#include "geo/source_crs.h"
#include "geo/table_listing.h"
#include "geo/text.h"
#include "geo/text_encoding.h"
#include "geo/vector_state.h"
#include "geo/workbook.h"
#include <QFileInfo>
#include <QLocale>
#include <QtEndian>
#include <cpl_vsi.h>
#include <ogr_api.h>

namespace geo {

namespace {

constexpr int RowsPerCheck = 128;

struct FeatureDestroyer
{
    void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDestroyer>;

[[noreturn]] void refuseDamaged(const SourceFile& file, const QString& cause)
{
    throw base::Error(Text::tr("“%1” cannot be read to its end: it is damaged or not complete. Get "
                               "a whole copy of it.")
                          .arg(file.name()),
                      cause);
}

} // namespace

struct TableSource::State
{
    explicit State(SourceFile chosen)
        : file(std::move(chosen))
    {
    }

    void note(base::Severity severity, const QString& text)
    {
        issues.push_back({severity, text, {file.name(), 0, {}, {}}});
    }
    void noteSheet();
    void noteTableLength(const QString& member);
    void readHeader(OGRLayerH opened);
    void settleEncoding();
    void checkSheet(qint64 rowsRead, const QString& complaint) const;

    SourceFile file;
    std::optional<Workbook> workbook;
    GdalDataset dataset;
    OGRLayerH layer = nullptr;
    QString name;
    QString sheet; // its name in the workbook
    QString driver;
    QString encoding;
    std::vector<QString> columns;
    std::vector<int> fieldNumbers; // of GDAL, by our column; not of a sheet
    std::optional<Crs> crs;
    std::optional<qint64> rows;
    bool hasPlaces = false;
    std::vector<base::Issue> issues;
    std::size_t issuesOfOpening = 0;
};

void TableSource::State::noteSheet()
{
    const SheetFacts* facts = workbook->sheet(sheet);
    if (!facts)
        return;
    const QLocale locale;
    const auto shown = [&](qint64 number) { return locale.toString(number); };
    if (facts->mergedRanges > 0) {
        QString ranges = facts->merged.join(QStringLiteral(", "));
        if (facts->mergedRanges > facts->merged.size())
            ranges += QStringLiteral(", …");
        note(base::Severity::Note,
             Text::tr("The sheet “%1” has %2 merged ranges (%3): the value counts for the first "
                      "cell of each, and the others are empty.")
                 .arg(name, shown(facts->mergedRanges), ranges));
    }
    if (facts->formulasWithoutResult > 0)
        note(base::Severity::Warning,
             Text::tr("%1 cells of the sheet “%2” hold a formula whose result was not saved, and "
                      "count as empty. Open the file in a spreadsheet program and save it there.")
                 .arg(shown(facts->formulasWithoutResult), name));
    if (facts->cutTexts > 0)
        note(base::Severity::Warning,
             Text::tr("%1 cells of the sheet “%2” hold text in several fonts, of which only the "
                      "beginning was read. Open the file in a spreadsheet program and save it "
                      "there.")
                 .arg(shown(facts->cutTexts), name));
    if (facts->widest > MostSheetColumns)
        note(base::Severity::Warning,
             Text::tr("The sheet “%1” has more than %2 columns; those to the right were left off.")
                 .arg(name, shown(MostSheetColumns)));
}

// The header of a dBase table states its rows, and may lie; of a shapefile's, the stage tells.
void TableSource::State::noteTableLength(const QString& member)
{
    QString path = member;
    if (suffixOf(member) == QLatin1String("shp"))
        path = member.chopped(3) + (member.endsWith(QLatin1String("SHP")) ? QStringLiteral("DBF")
                                                                          : QStringLiteral("dbf"));
    constexpr qsizetype HeaderBytes = 12;
    const QByteArray head = firstBytes(path, HeaderBytes);
    VSIStatBufL found;
    if (head.size() < HeaderBytes || VSIStatL(path.toUtf8().constData(), &found) != 0)
        return;
    const qint64 stated = qFromLittleEndian<quint32>(head.constData() + 4);
    const qint64 headerBytes = qFromLittleEndian<quint16>(head.constData() + 8);
    const qint64 rowBytes = qFromLittleEndian<quint16>(head.constData() + 10);
    const qint64 there = rowBytes > 0 ? (qint64(found.st_size) - headerBytes) / rowBytes : stated;
    const qint64 read = rows.value_or(stated);
    const QLocale locale;
    if (there != stated && path == member)
        note(base::Severity::Warning,
             Text::tr("The table of “%1” says it has %2 rows, and there are %3. It was not written "
                      "to its end, or changed by hand; compare it with the original.")
                 .arg(name, locale.toString(stated), locale.toString(there)));
    else if (read != stated && path != member)
        note(base::Severity::Warning,
             Text::tr("“%1” has %2 shapes and %3 rows in its table: values and places may not "
                      "belong together. Copy all files of that name together.")
                 .arg(name, locale.toString(read), locale.toString(stated)));
}

// One for all its texts, as for the map: it has to look at each.
void TableSource::State::settleEncoding()
{
    const QString declared = encodingOf(layer);
    EncodingChooser chooser;
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<int> texts;
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        chooser.add(OGR_Fld_GetNameRef(field));
        if (OGR_Fld_GetType(field) == OFTString)
            texts.push_back(i);
    }
    const GdalComplaints complaints;
    for (;;) {
        const FeatureHandle feature(
            static_cast<FeatureHandle::pointer>(OGR_L_GetNextFeature(layer)));
        if (!feature)
            break;
        for (const int field : texts)
            chooser.add(OGR_F_GetFieldAsString(static_cast<OGRFeatureH>(feature.get()), field));
    }
    const EncodingChooser::Choice choice = chooser.choose(declared);
    encoding = choice.encoding;
    if (choice.denied)
        note(base::Severity::Warning,
             Text::tr("The file says that its text is in %1, but its bytes are not. They were read "
                      "as %2.")
                 .arg(declared, encodingTitle(encoding)));
    else if (!choice.plain && declared.isEmpty() && encoding != QLatin1String("UTF-8"))
        note(base::Severity::Note,
             Text::tr("The file does not say in which character set its text is. It was read as "
                      "%1.")
                 .arg(encodingTitle(encoding)));
    if (choice.damaged > 0)
        note(base::Severity::Warning,
             Text::tr("%1 texts are damaged: some of their bytes are no text in UTF-8.")
                 .arg(QLocale().toString(choice.damaged)));
}

void TableSource::State::readHeader(OGRLayerH opened)
{
    layer = opened;
    driver = QString::fromLatin1(GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get())));
    if (workbook) {
        noteSheet();
        return;
    }
    const bool plain = driver == QLatin1String("ESRI Shapefile");
    if (plain)
        settleEncoding();
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        if (OGR_Fld_GetType(field) == OFTBinary)
            continue;
        columns.push_back(plain ? decodeAs(OGR_Fld_GetNameRef(field), encoding)
                                : decodeText(OGR_Fld_GetNameRef(field), {}));
        fieldNumbers.push_back(i);
    }
}

// GDAL goes on without a row that it cannot take; the workbook's own count tells.
void TableSource::State::checkSheet(qint64 rowsRead, const QString& complaint) const
{
    const SheetFacts* facts = workbook ? workbook->sheet(sheet) : nullptr;
    if (!facts || driver != QLatin1String("XLSX"))
        return;
    const qint64 width = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer));
    if (rowsRead != facts->rows || width < std::min(facts->widest, MostSheetColumns))
        refuseSheet(file, complaint);
}

TableSource::TableSource(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

TableSource::TableSource(TableSource&&) noexcept = default;
TableSource& TableSource::operator=(TableSource&&) noexcept = default;
TableSource::~TableSource() = default;

bool TableSource::reads(const QString& path)
{
    prepareGdal();
    const QFileInfo info(path);
    const QString suffix = suffixOf(path);
    const QStringList& endings = endingsOf(SourceKind::Table);
    if (info.isDir())
        return suffix == QLatin1String("gdb") && endings.contains(suffix);
    if (!info.isFile())
        return false;
    if (suffix != QLatin1String("zip") && suffix != QLatin1String("kmz"))
        return endings.contains(suffix) && isTable(info.absoluteFilePath());
    try {
        const SourceFile file = SourceFile::onDisk(path, SourceKind::Table);
        return std::any_of(file.members().begin(), file.members().end(), isTable);
    } catch (const base::Error&) {
        return false;
    }
}

std::vector<TableInfo> TableSource::listTables(const QString& path)
{
    std::vector<TableInfo> tables;
    SourceFile file = SourceFile::onDisk(path, SourceKind::Table);
    TableListing listing = listTableMembers(file);
    for (TableEntry& entry : listing.entries)
        tables.push_back(std::move(entry.info));
    return tables;
}

TableSource TableSource::open(const QString& path, const QString& table)
{
    auto state = std::make_unique<State>(SourceFile::onDisk(path, SourceKind::Table));
    TableListing listing = listTableMembers(state->file);
    const std::vector<TableEntry>& entries = listing.entries;
    const auto chosen = std::find_if(entries.begin(), entries.end(), [&](const TableEntry& entry) {
        return table.isEmpty() ? entries.size() == 1 : entry.info.name == table;
    });
    if (chosen == entries.end())
        refuseTableChoice(state->file, entries, table);
    const SheetReading reading;
    const GdalComplaints complaints;
    state->issues = state->file.issues();
    for (const base::Error& failure : listing.failures)
        state->note(base::Severity::Warning, failure.message());
    OpenedMember opened = std::move(listing.last);
    if (opened.member != chosen->member)
        opened = openTableMember(state->file, chosen->member);
    state->issues.insert(state->issues.end(), opened.issues.begin(), opened.issues.end());
    state->workbook = std::move(opened.workbook);
    state->dataset = std::move(opened.dataset);
    state->sheet = chosen->layer;
    state->name = chosen->info.name;
    OGRLayerH layer =
        GDALDatasetGetLayerByName(state->dataset.get(), chosen->layer.toUtf8().constData());
    if (!layer)
        refuseTableChoice(state->file, entries, chosen->info.name);
    state->readHeader(layer);
    state->rows = chosen->info.rows;
    state->hasPlaces = chosen->info.hasPlaces;
    if (state->hasPlaces && !opened.denied)
        state->crs = crsOf(OGR_L_GetSpatialRef(layer));
    if (state->driver == QLatin1String("ESRI Shapefile"))
        state->noteTableLength(opened.staged);
    state->issuesOfOpening = state->issues.size();
    return TableSource(std::move(state));
}

QString TableSource::table() const
{
    return m_state->name;
}

const std::vector<QString>& TableSource::columns() const
{
    return m_state->columns;
}

bool TableSource::isSheet() const
{
    return m_state->workbook.has_value();
}

std::optional<Crs> TableSource::crs() const
{
    return m_state->crs;
}

QString TableSource::driver() const
{
    return m_state->driver;
}

QString TableSource::encoding() const
{
    return m_state->encoding;
}

std::optional<qint64> TableSource::rows() const
{
    return m_state->rows;
}

const std::vector<base::Issue>& TableSource::issues() const
{
    return m_state->issues;
}

void TableSource::forEachRow(base::Progress& progress, const Visitor& visit)
{
    State& state = *m_state;
    const SheetReading reading;
    GdalComplaints complaints;
    state.issues.resize(state.issuesOfOpening);
    const qint64 expected = state.rows.value_or(0);
    progress.begin(Text::tr("Reading %1").arg(state.file.name()), expected);
    progress.check();
    OGR_L_ResetReading(state.layer);
    std::vector<std::optional<QString>> fields(state.fieldNumbers.size());
    qint64 row = 0;
    qint64 badPlaces = 0;
    for (;;) {
        const FeatureHandle handle(
            static_cast<FeatureHandle::pointer>(OGR_L_GetNextFeature(state.layer)));
        if (!handle)
            break;
        auto* feature = static_cast<OGRFeatureH>(handle.get());
        FeaturePlace place;
        if (state.workbook) {
            fields.resize(std::size_t(OGR_F_GetFieldCount(feature)));
            for (std::size_t i = 0; i < fields.size(); ++i)
                fields[i] = OGR_F_IsFieldSetAndNotNull(feature, int(i))
                                ? cellText(decodeText(OGR_F_GetFieldAsString(feature, int(i)), {}),
                                           state.workbook->dateShift())
                                : std::nullopt;
        } else {
            for (std::size_t i = 0; i < fields.size(); ++i)
                fields[i] = fieldText(feature, state.fieldNumbers[i], state.encoding);
            if (state.hasPlaces)
                place = placeOf(feature);
            badPlaces += place.bad ? 1 : 0;
        }
        if (!visit(++row, fields, place.wkt))
            return;
        if (row % RowsPerCheck == 0) {
            progress.advance(row);
            progress.check();
        }
    }
    state.checkSheet(row, complaints.text());
    if (!state.workbook &&
        ((complaints.failed() && (!state.rows || row < expected)) || (row == 0 && expected > 0)))
        refuseDamaged(state.file, complaints.text());
    if (!state.workbook && complaints.failed())
        state.note(base::Severity::Warning,
                   Text::tr("Some features could not be read whole: %1").arg(complaints.text()));
    if (badPlaces > 0)
        state.note(base::Severity::Warning,
                   Text::tr("%1 features of “%2” have a place that cannot be used: a coordinate is "
                            "no number, or a shape is none.")
                       .arg(QLocale().toString(badPlaces), state.name));
    progress.advance(row);
}

} // namespace geo
