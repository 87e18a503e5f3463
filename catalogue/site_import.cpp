// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/site_import.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/csv.h"
#include "catalogue/import_row.h"
#include "catalogue/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace catalogue {

namespace {

constexpr size_t PreviewRows = 100;
constexpr int RowsPerPiece = 2000;
// Positions this far outside the area a projected system is made for are hardly meant for it.
constexpr double DegreesBeyondArea = 5;

base::Id sourceIdOf(const ImportTable& table)
{
    return base::hashedId({"sources", table.digest().toUtf8(), table.member().toUtf8()});
}

// One coordinate system of the file, and the one operation all its positions take.
struct Way
{
    QString crs; // as kept in the project file
    QString name;
    geo::Extent extent;
    qint64 rows = 0;
    std::optional<geo::Operation> operation;
    std::optional<geo::Extent> area;
};

bool liesNear(const geo::Extent& area, const QPointF& lonLat)
{
    if (lonLat.y() < area.south - DegreesBeyondArea || lonLat.y() > area.north + DegreesBeyondArea)
        return false;
    const double west = area.west - DegreesBeyondArea;
    const double east = area.east + DegreesBeyondArea;
    const bool crosses = area.west > area.east;
    return crosses ? lonLat.x() >= west || lonLat.x() <= east
                   : lonLat.x() >= west && lonLat.x() <= east;
}

// Where the positions of each system lie decides which operation is pinned for it.
std::vector<Way> waysOf(const ImportTable& table, const ImportMapping& mapping, base::Id source,
                        base::Progress& progress)
{
    RowReader reader(table, mapping, source);
    std::vector<Way> ways;
    table.forEachRow(progress, [&](const ImportTable::Row& row) {
        const ImportedRow read = reader.read(row);
        if (!read.position || !read.aside.reason.isEmpty())
            return;
        ways.resize(std::max(ways.size(), *read.crs + 1));
        ways[*read.crs].extent.add(*read.position);
        ++ways[*read.crs].rows;
    });
    ways.resize(reader.systems().size());
    for (size_t i = 0; i < ways.size(); ++i) {
        const geo::Crs& crs = reader.systems()[i].crs;
        ways[i].crs = reader.systems()[i].text;
        ways[i].name = crs.name();
        if (ways[i].rows > 0)
            ways[i].operation = geo::Operation::between(crs, geo::Crs::wgs84(),
                                                        geo::roughDegrees(crs, ways[i].extent));
        if (!crs.isGeographic())
            ways[i].area = crs.areaOfUse();
        ways[i].rows = 0;
    }
    return ways;
}

// To degrees, through the pinned operation; where that cannot be, the row is set aside.
void place(ImportedRow& row, std::vector<Way>& ways)
{
    Way& way = ways[*row.crs];
    QPointF point = *row.position;
    const QString said = row.aside.value;
    if (way.operation && !way.operation->isIdentity())
        way.operation->forward(std::span(&point, 1));
    if (!way.operation || !std::isfinite(point.x()) || !std::isfinite(point.y()) ||
        std::abs(point.x()) > 180 || std::abs(point.y()) > 90 ||
        (way.area && !liesNear(*way.area, point))) {
        row.aside.reason = QStringLiteral("position_out_of_range");
        row.aside.value = said;
        return;
    }
    ++way.rows;
    row.site.lonLat = point;
    if (!way.operation->isIdentity())
        row.site.positionAccuracyMetres = way.operation->info().accuracyMetres;
}

QString toJsonList(const std::vector<std::optional<QString>>& fields)
{
    QJsonArray list;
    for (const auto& field : fields)
        list.append(field ? QJsonValue(*field) : QJsonValue());
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

// Writes what was understood.
class Writer
{
public:
    Writer(Edit& edit, base::Id source)
        : m_edit(edit)
        , m_source(source)
    {
    }

    static base::Id idOf(const char* table, const ImportedRow& row)
    {
        return base::hashedId({table, base::idBytes(row.sourceKey), row.key.toUtf8()});
    }

    bool isThere(const ImportedRow& row)
    {
        SQLite::Statement& known = m_edit.statement("SELECT 1 FROM main.records WHERE id = ?");
        known.bind(1, int64_t(idOf("records", row)));
        const bool found = known.executeStep();
        known.reset();
        return found;
    }

    void write(const ImportedRow& row)
    {
        const base::Id site = idOf("sites", row);
        const Citation cite{m_source, row.key};
        Site written = row.site;
        written.id = site;
        written.cite = cite;
        addSite(m_edit, written);
        RowValues(m_edit, "records")
            .setId("source_id", m_source)
            .setId("site_id", site)
            .set("record_key", row.key)
            .setId("line", row.line)
            .set("content", toJsonList(row.fields))
            .insert(idOf("records", row));
        int number = 0;
        for (const QString& alias : row.aliases)
            addSiteName(m_edit, site, {child("site_names", site, ++number), alias, {}, cite});
        for (SiteCommodity commodity : row.commodities) {
            commodity.cite = cite;
            addSiteCommodity(m_edit, site, commodity);
        }
        if (row.estimate) {
            Estimate estimate = *row.estimate;
            estimate.id = child("estimates", site, 1);
            estimate.cite = cite;
            addEstimate(m_edit, site, estimate);
        }
        if (!row.owner.isEmpty())
            addSiteOwner(m_edit, site,
                         {child("site_owners", site, 1), row.owner, {}, {}, {}, {}, cite});
        if (!row.externalId.value.isEmpty() && !row.externalId.system.isEmpty()) {
            ExternalId external = row.externalId;
            external.id = child("site_external_ids", site, 1);
            addExternalId(m_edit, site, external);
        }
        flushNowAndThen();
    }

    // True where there was such a row, which this one takes the place of.
    bool takePlaceOf(base::Id aside) { return removeRow(m_edit, "set_aside", aside); }

    void setAside(const SetAside& row)
    {
        if (!rowExists(m_edit, "set_aside", row.id))
            addSetAside(m_edit, row);
        flushNowAndThen();
    }

private:
    static base::Id child(const char* table, base::Id site, int number)
    {
        return base::hashedId({table, base::idBytes(site), base::idBytes(number)});
    }

    void flushNowAndThen()
    {
        if (++m_written % RowsPerPiece == 0)
            m_edit.flush();
    }

    Edit& m_edit;
    base::Id m_source;
    qint64 m_written = 0;
};

Source sourceOf(const ImportTable& table, const ImportMapping& mapping,
                const ImportOutcome& outcome)
{
    Source source;
    source.id = outcome.source;
    source.kind = QStringLiteral("dataset");
    source.title = table.member().isEmpty() ? table.fileName() : table.member();
    source.fileName = table.fileName();
    source.digest = table.digest();
    source.preset = importPresets().contains(mapping.name) ? mapping.name : QString();
    source.columns = table.columns();
    QJsonObject applied = QJsonDocument::fromJson(toJson(mapping)).object();
    QJsonArray operations;
    for (const ImportOutcome::System& system : outcome.systems) {
        QJsonObject operation{{QStringLiteral("crs"), system.crs},
                              {QStringLiteral("operation"), system.operation.key}};
        if (system.operation.accuracyMetres)
            operation.insert(QStringLiteral("accuracy_m"), *system.operation.accuracyMetres);
        operations.append(operation);
    }
    applied.insert(QStringLiteral("operations"), operations);
    source.mapping = QString::fromUtf8(QJsonDocument(applied).toJson(QJsonDocument::Compact));
    if (outcome.systems.size() == 1) {
        source.crs = outcome.systems.front().crs;
        source.operation = outcome.systems.front().operation.key;
        source.positionAccuracyMetres = outcome.systems.front().operation.accuracyMetres;
    }
    return source;
}

// Reads all rows; `writer` is null where nothing shall be written.
ImportOutcome run(const ImportTable& table, const ImportMapping& mapping, base::Progress& progress,
                  Writer* writer, const std::function<void(const ImportOutcome&)>& begin)
{
    ImportOutcome outcome;
    outcome.source = sourceIdOf(table);
    outcome.issues = table.issues();
    progress.begin(Text::tr("Reading %1").arg(table.fileName()), 1000);
    std::vector<Way> ways = waysOf(table, mapping, outcome.source, progress);
    RowReader reader(table, mapping, outcome.source);
    const auto listSystems = [&] {
        outcome.systems.clear();
        for (const Way& way : ways)
            if (way.operation)
                outcome.systems.push_back({way.crs, way.name, way.rows, way.operation->info()});
    };
    listSystems();
    if (begin)
        begin(outcome);
    progress.begin(writer != nullptr ? Text::tr("Importing %1").arg(table.fileName())
                                     : Text::tr("Checking %1").arg(table.fileName()),
                   1000);
    table.forEachRow(progress, [&](const ImportTable::Row& each) {
        ++outcome.rows;
        ImportedRow row = reader.read(each);
        if (row.position && row.aside.reason.isEmpty())
            place(row, ways);
        const bool replaces = writer != nullptr && row.mended && writer->takePlaceOf(*row.mended);
        if (!row.aside.reason.isEmpty()) {
            SetAside aside = row.aside;
            aside.source = outcome.source;
            aside.line = row.line;
            aside.fields = std::move(row.fields);
            aside.id = base::hashedId(
                {"set_aside", base::idBytes(aside.source), base::idBytes(aside.line)});
            if (writer != nullptr)
                writer->setAside(aside);
            outcome.setAside.push_back(std::move(aside));
            return;
        }
        if (writer != nullptr && writer->isThere(row)) {
            ++outcome.alreadyThere;
            return;
        }
        ++outcome.imported;
        outcome.withoutPosition += row.site.lonLat ? 0 : 1;
        outcome.mended += replaces || (writer == nullptr && row.mended) ? 1 : 0;
        if (outcome.preview.size() < PreviewRows)
            outcome.preview.push_back({row.line, row.site, row.commodities, row.estimate});
        if (writer != nullptr)
            writer->write(row);
    });
    listSystems();
    const std::vector<base::Issue> issues = reader.issues();
    outcome.issues.insert(outcome.issues.end(), issues.begin(), issues.end());
    return outcome;
}

} // namespace

ImportOutcome planImport(const ImportTable& table, const ImportMapping& mapping,
                         base::Progress& progress)
{
    return run(table, mapping, progress, nullptr, {});
}

Sentence importSentence(const ImportTable& table)
{
    return {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Imported sites from %1")),
            {table.fileName()}};
}

ImportOutcome importSites(Edit& edit, const ImportTable& table, const ImportMapping& mapping,
                          base::Progress& progress)
{
    Writer writer(edit, sourceIdOf(table));
    return run(table, mapping, progress, &writer, [&](const ImportOutcome& outcome) {
        if (!rowExists(edit, "sources", outcome.source))
            addSource(edit, sourceOf(table, mapping, outcome));
    });
}

ImportOutcome importSites(ProjectFile& file, const Author& author, const ImportTable& table,
                          const ImportMapping& mapping, base::Progress& progress)
{
    ImportOutcome outcome;
    file.edit(author, EntryKind::Import, importSentence(table),
              [&](Edit& edit) { outcome = importSites(edit, table, mapping, progress); });
    return outcome;
}

QByteArray setAsideCsv(const std::vector<QString>& columns, const std::vector<SetAside>& rows)
{
    const auto add = [](CsvLine& line, const QString& field) {
        bool isNumber = false; // which no spreadsheet runs
        field.toDouble(&isNumber);
        if (isNumber)
            line.raw(field);
        else
            line.text(field);
    };
    // Columns of an earlier export are written anew.
    std::vector<bool> own;
    CsvLine header;
    for (const QString& column : columns) {
        own.push_back(column.startsWith(QLatin1String("veta_")));
        if (!own.back())
            header.text(column);
    }
    for (const char* name :
         {"veta_line", "veta_column", "veta_value", "veta_reason", "veta_source", "veta_set_aside"})
        header.raw(QString::fromLatin1(name));
    QByteArray csv = "\xEF\xBB\xBF" + header.bytes();
    for (const SetAside& row : rows) {
        CsvLine line;
        // What was cut apart wrongly stands as it came; a person puts it right.
        for (size_t i = 0; i < columns.size(); ++i)
            if (!own[i])
                add(line, i < row.fields.size() ? row.fields[i].value_or(QString()) : QString());
        for (size_t i = columns.size(); i < row.fields.size(); ++i)
            add(line, row.fields[i].value_or(QString()));
        line.integer(row.line)
            .text(row.column)
            .text(row.value)
            .text(setAsideText(row.reason))
            .integer(row.source)
            .integer(row.id);
        csv += line.bytes();
    }
    return csv;
}

} // namespace catalogue
