// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/site_import.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/csv.h"
#include "catalogue/import_notes.h"
#include "catalogue/import_reading.h"
#include "catalogue/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <deque>
#include <map>

namespace catalogue {

namespace {

constexpr size_t PreviewRows = 100;
constexpr size_t MostPoints = 100000;
constexpr qint64 Steps = 1000; // of the progress of reading a table
// What rows set aside may take of the memory, roughly: a row, a field without its letters, all.
constexpr qint64 AsideRowBytes = 1000;
constexpr qint64 AsideFieldBytes = 64;
constexpr qint64 MostAsideBytes = qint64(1) << 30;

base::Id sourceIdOf(const ImportTable& table)
{
    return base::hashedId({"sources", table.digest().toUtf8(), table.table().toUtf8()});
}

base::Id recordIdOf(base::Id source, const QString& key)
{
    return base::hashedId({"records", base::idBytes(source), key.toUtf8()});
}

base::Id siteIdOf(base::Id source, const QString& key)
{
    return base::hashedId({"sites", base::idBytes(source), key.toUtf8()});
}

// Writes what was understood.
class Writer
{
public:
    explicit Writer(Edit& edit)
        : m_edit(edit)
    {
    }

    void writeSite(ImportedRow& row, base::Id source, base::Id record, const QByteArray& content)
    {
        const base::Id site = siteIdOf(row.sourceKey, row.key);
        const Citation cite{source, row.key};
        row.site.id = site;
        row.site.cite = cite;
        addSite(m_edit, row.site);
        writeRecord(row, source, record, site, content);
        writeParts(row, site, site, cite);
        if (!row.externalId.value.isEmpty() && !row.externalId.system.isEmpty()) {
            ExternalId external = row.externalId;
            external.id = child("site_external_ids", site, 1);
            addExternalId(m_edit, site, external);
        }
    }

    // Figures about a site that another table holds; their ids go by their own record.
    void writeFigures(const ImportedRow& row, base::Id source, base::Id record, base::Id site,
                      const QByteArray& content)
    {
        Citation cite{source, row.joinKey};
        if (!row.page.isEmpty())
            cite.reference += QStringLiteral(", p. ") + row.page;
        writeRecord(row, source, record, site, content);
        writeParts(row, site, record, cite);
        if (!row.site.stage.isEmpty())
            addStageReport(
                m_edit, site,
                {child("site_stages", record, 1), row.site.stage, row.site.stageDate, cite});
        if (!row.site.depositType.isEmpty())
            addClaim(m_edit, site,
                     {child("claims", record, 1),
                      QStringLiteral("deposit_type"),
                      row.site.depositType,
                      cite,
                      {},
                      {},
                      false});
    }

    // True where there was such a row, which this one takes the place of.
    bool takePlaceOf(base::Id aside) { return removeRow(m_edit, "set_aside", aside); }

    void setAside(const SetAside& row, bool mayBeThere)
    {
        if (!mayBeThere || !rowExists(m_edit, "set_aside", row.id))
            addSetAside(m_edit, row);
    }

private:
    static base::Id child(const char* table, base::Id parent, int number)
    {
        return base::hashedId({table, base::idBytes(parent), base::idBytes(number)});
    }

    void writeRecord(const ImportedRow& row, base::Id source, base::Id record, base::Id site,
                     const QByteArray& content)
    {
        RowValues(m_edit, "records")
            .setId("source_id", source)
            .setId("site_id", site)
            .set("record_key", row.key)
            .setId("line", row.line)
            .setUtf8("content", content)
            .insert(record);
    }

    void writeParts(const ImportedRow& row, base::Id site, base::Id parent, const Citation& cite)
    {
        int number = 0;
        for (const QString& alias : row.aliases)
            addSiteName(m_edit, site, {child("site_names", parent, ++number), alias, {}, cite});
        for (SiteCommodity commodity : row.commodities) {
            commodity.cite = cite;
            if (parent != site) // of another table: the site may have it already
                commodity.id = child("site_commodities", parent, *commodity.position);
            addSiteCommodity(m_edit, site, commodity);
        }
        number = 0;
        for (Estimate estimate : row.estimates) {
            estimate.id = child("estimates", parent, ++number);
            estimate.cite = cite;
            addEstimate(m_edit, site, estimate);
        }
        if (row.process) {
            SiteProcess process = *row.process;
            process.id = child("site_processes", parent, 1);
            process.cite = cite;
            addSiteProcess(m_edit, site, process);
        }
        if (!row.owner.isEmpty())
            addSiteOwner(m_edit, site,
                         {child("site_owners", parent, 1), row.owner, {}, {}, {}, {}, cite});
    }

    Edit& m_edit;
};

const QString DecimalSigns = QStringLiteral("decimal_signs");

// How the columns of numbers that are read wrote them: a few rows alone would not tell.
QJsonObject signsOf(const ImportStep& step)
{
    namespace f = import_field;
    static const QStringList numbers{f::X,        f::Y,        f::XMinutes,       f::XSeconds,
                                     f::YMinutes, f::YSeconds, f::Tonnes,         f::Grade,
                                     f::Cutoff,   f::Capacity, f::ContainedTonnes};
    QJsonObject signs;
    const auto add = [&](const std::vector<ImportMapping::Part>& parts) {
        for (const ImportMapping::Part& part : parts)
            if (const auto index = step.table->columnIndex(part.column);
                index && numbers.contains(part.field))
                signs.insert(part.column, QString(QLatin1Char(step.table->decimalSign(*index))));
    };
    if (!step.mapping.decimal.isEmpty())
        return signs;
    add(step.mapping.parts);
    for (const auto& parts : step.mapping.estimates)
        add(parts);
    return signs;
}

Source sourceOf(const ImportStep& step, base::Id id,
                const std::vector<ImportOutcome::System>& systems)
{
    const ImportTable& table = *step.table;
    Source source;
    source.id = id;
    source.kind = QStringLiteral("dataset");
    source.title = table.table().isEmpty()
                       ? table.fileName()
                       : table.fileName() + QStringLiteral(": ") + table.table();
    source.fileName = table.fileName();
    source.digest = table.digest();
    source.columns = table.columns();
    const ImportPreset* preset = step.preset ? step.preset.get() : presetBehind(step.mapping);
    if (preset != nullptr) {
        source.preset = preset->name;
        if (!preset->sourceTitle.isEmpty())
            source.title = preset->sourceTitle + QStringLiteral(": ") + source.title;
        source.publisher = preset->publisher;
        source.published = preset->published;
        source.licence = preset->licence;
        source.url = preset->url;
    }
    QJsonObject applied = QJsonDocument::fromJson(toJson(step.mapping)).object();
    QJsonArray operations;
    for (const ImportOutcome::System& system : systems) {
        QJsonObject operation{{QStringLiteral("crs"), system.crs},
                              {QStringLiteral("operation"), system.operation.key}};
        if (system.operation.accuracyMetres)
            operation.insert(QStringLiteral("accuracy_m"), *system.operation.accuracyMetres);
        operations.append(operation);
    }
    applied.insert(QStringLiteral("operations"), operations);
    if (const QJsonObject signs = signsOf(step); !signs.isEmpty())
        applied.insert(DecimalSigns, signs);
    source.mapping = QString::fromUtf8(QJsonDocument(applied).toJson(QJsonDocument::Compact));
    if (systems.size() == 1) {
        source.crs = systems.front().crs;
        source.operation = systems.front().operation.key;
        source.positionAccuracyMetres = systems.front().operation.accuracyMetres;
    }
    return source;
}

// Goes through the tables, one after the other; writes where there is an edit.
class Run
{
public:
    // Goes through the positions of all tables, for which no digest of a large file is waited for.
    Run(const std::vector<ImportStep>& steps, Edit* edit, const std::optional<size_t>& most,
        base::Progress& progress)
        : m_steps(steps)
        , m_edit(edit)
        , m_most(most)
        , m_progress(progress)
    {
        if (edit != nullptr)
            m_writer.emplace(*edit);
        for (const ImportStep& step : steps) {
            m_progress.begin(Text::tr("Reading %1").arg(step.table->fileName()), Steps);
            m_readings.emplace_back(step, most, progress);
        }
    }

    ImportOutcome all(const KnownRecords& known)
    {
        m_known = &known;
        m_outcome.source = ownSourceOf(*m_steps.front().table);
        if (m_edit != nullptr)
            m_edit->beginBulk();
        for (size_t i = 0; i < m_steps.size(); ++i)
            one(m_steps[i], m_readings[i]);
        for (base::Issue& note : unreadTables(m_steps))
            m_outcome.issues.push_back(std::move(note));
        if (m_edit != nullptr) {
            m_progress.begin(Text::tr("Writing %1").arg(m_steps.front().table->fileName()));
            m_edit->endBulk(m_progress);
        }
        return std::move(m_outcome);
    }

private:
    // The first rows are shown before the digest of a large file is known.
    base::Id ownSourceOf(const ImportTable& table) const
    {
        const bool asksKnown = !m_known->sources.empty() || !m_known->siteOfRecord.empty();
        return m_edit != nullptr || !m_most || asksKnown ? sourceIdOf(table) : 0;
    }

    void one(const ImportStep& step, ImportReading& reading)
    {
        const ImportTable& table = *step.table;
        const base::Id source = ownSourceOf(table);
        const bool isKnown = m_known->sources.contains(source);
        m_outcome.issues.insert(m_outcome.issues.end(), table.issues().begin(),
                                table.issues().end());
        if (m_edit != nullptr && !isKnown)
            addSource(*m_edit, sourceOf(step, source, reading.systems()));
        m_progress.begin(m_edit != nullptr ? Text::tr("Importing %1").arg(table.fileName())
                                           : Text::tr("Checking %1").arg(table.fileName()),
                         Steps);
        reading.takeAll(source, [&](UnderstoodRow& each) { take(step, source, isKnown, each); });
        const auto append = [](auto& all, const auto& more) {
            all.insert(all.end(), more.begin(), more.end());
        };
        append(m_outcome.systems, reading.systems());
        append(m_outcome.issues, unreadNotes(table, step.mapping));
        append(m_outcome.issues, reading.issues());
        append(m_outcome.words, reading.words());
    }

    void take(const ImportStep& step, base::Id source, bool isKnown, UnderstoodRow& each)
    {
        ImportedRow& row = each.row;
        ++m_outcome.rows;
        const bool joins = !step.mapping.joins.isEmpty();
        const base::Id record = row.reason.isEmpty() ? recordIdOf(row.sourceKey, row.key) : 0;
        const bool isThere = record != 0 && m_known->siteOfRecord.contains(record);
        base::Id site = 0;
        if (joins && row.reason.isEmpty() && !isThere) {
            site = siteOfKey(step, row.joinKey);
            if (site == 0) {
                row.reason = QStringLiteral("unknown_site");
                row.value = row.joinKey;
            }
        }
        const bool replaces = m_writer && row.mended && m_writer->takePlaceOf(*row.mended);
        if (&step == &m_steps.front() && m_outcome.preview.size() < PreviewRows)
            m_outcome.preview.push_back(
                {row.line, row.site, row.commodities, row.estimates, row.reason, row.column});
        if (!row.reason.isEmpty()) {
            setAside(source, isKnown, each);
            if (m_asideBytes > MostAsideBytes)
                throw base::Error(
                    Text::tr("%1 of the first %2 rows of “%3” cannot be taken, which is more than "
                             "can be kept for mending; nothing was imported. The first of them: %4 "
                             "Look whether it is the right table, and what its columns mean.")
                        .arg(m_outcome.setAside.size())
                        .arg(m_outcome.rows)
                        .arg(step.table->fileName(),
                             setAsideText(m_outcome.setAside.front().reason)));
            return;
        }
        if (!joins && m_steps.size() > 1) // what the tables that follow can join
            m_sites.emplace(record, isThere ? m_known->siteOfRecord.at(record)
                                            : siteIdOf(row.sourceKey, row.key));
        if (isThere) {
            ++m_outcome.alreadyThere;
            return;
        }
        m_outcome.mended += replaces || (!m_writer && row.mended) ? 1 : 0;
        if (joins) {
            ++m_outcome.attached;
            if (m_writer)
                m_writer->writeFigures(row, source, record, site, each.content);
        } else {
            ++m_outcome.imported;
            m_outcome.withoutPosition += row.site.lonLat ? 0 : 1;
            if (row.site.lonLat)
                keepPoint(*row.site.lonLat);
            if (m_writer)
                m_writer->writeSite(row, source, record, each.content);
        }
        if (m_edit != nullptr)
            m_edit->flushBulk(m_progress);
    }

    // 0: there is none.
    base::Id siteOfKey(const ImportStep& step, const QString& key) const
    {
        const ImportTable& first = *m_steps.front().table;
        if (&step != &m_steps.front() && step.mapping.joins == first.table()) {
            const auto own = m_sites.find(recordIdOf(ownSourceOf(first), key));
            return own != m_sites.end() ? own->second : 0;
        }
        for (const base::Id source : m_known->joined) {
            const auto found = m_known->siteOfRecord.find(recordIdOf(source, key));
            if (found != m_known->siteOfRecord.end())
                return found->second;
        }
        return 0;
    }

    // All of them, or every n-th of very many.
    void keepPoint(const QPointF& point)
    {
        if (m_points++ % m_everyPoint != 0)
            return;
        std::vector<QPointF>& points = m_outcome.points;
        if (points.size() == MostPoints) {
            m_everyPoint *= 2;
            for (size_t i = 0; 2 * i < points.size(); ++i)
                points[i] = points[2 * i];
            points.resize((points.size() + 1) / 2);
        }
        points.push_back(point);
    }

    void setAside(base::Id source, bool isKnown, const UnderstoodRow& each)
    {
        const ImportedRow& row = each.row;
        SetAside aside;
        aside.source = source;
        aside.line = row.line;
        aside.column = row.column;
        aside.value = row.value;
        aside.reason = row.reason;
        aside.fields = each.fields;
        m_asideBytes +=
            AsideRowBytes + AsideFieldBytes * qint64(aside.fields.size()) + 2 * each.content.size();
        // Several rows of a table may stand in one line of its file.
        const int same = m_linesAside[{source, row.line}]++;
        aside.id =
            same == 0
                ? base::hashedId({"set_aside", base::idBytes(source), base::idBytes(row.line)})
                : base::hashedId({"set_aside", base::idBytes(source), base::idBytes(row.line),
                                  base::idBytes(same)});
        if (m_writer)
            m_writer->setAside(aside, isKnown);
        m_outcome.setAside.push_back(std::move(aside));
    }

    const std::vector<ImportStep>& m_steps;
    const KnownRecords* m_known = nullptr; // while all() runs
    Edit* m_edit;
    std::optional<size_t> m_most;
    base::Progress& m_progress;
    std::optional<Writer> m_writer;
    std::deque<ImportReading> m_readings; // by step
    size_t m_points = 0;
    size_t m_everyPoint = 1;
    qint64 m_asideBytes = 0;                        // in memory, here and in what is told of them
    std::unordered_map<base::Id, base::Id> m_sites; // of the first table's records
    std::map<std::pair<base::Id, qint64>, int> m_linesAside;
    ImportOutcome m_outcome;
};

} // namespace

KnownRecords readKnownRecords(const ReadAccess& access, const std::vector<ImportStep>& steps)
{
    KnownRecords known;
    std::unordered_set<base::Id> wanted;
    for (const ImportStep& step : steps)
        wanted.insert(sourceIdOf(*step.table));
    for (const Source& source : readSources(access)) {
        if (wanted.contains(source.id))
            known.sources.insert(source.id);
        const bool joined = std::any_of(steps.begin(), steps.end(), [&](const ImportStep& step) {
            return !step.mapping.joins.isEmpty() && step.mapping.joins == source.preset;
        });
        if (joined)
            known.joined.push_back(source.id);
    }
    // A mended row comes back under the source it was set aside from.
    const bool mends = std::any_of(steps.begin(), steps.end(), [](const ImportStep& step) {
        return step.table->columnIndex(QStringLiteral("veta_set_aside")).has_value();
    });
    forEachRecord(access, [&](base::Id record, base::Id source, base::Id site) {
        if (mends || known.sources.contains(source) ||
            std::find(known.joined.begin(), known.joined.end(), source) != known.joined.end())
            known.siteOfRecord.emplace(record, site);
    });
    return known;
}

ImportOutcome planImport(const std::vector<ImportStep>& steps, const KnownRecords& known,
                         base::Progress& progress, const std::optional<size_t>& most)
{
    return Run(steps, nullptr, most, progress).all(known);
}

Sentence importSentence(const ImportTable& table)
{
    return {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Imported sites from %1")),
            {table.fileName()}};
}

ImportOutcome importSites(Edit& edit, const std::vector<ImportStep>& steps,
                          base::Progress& progress)
{
    Run run(steps, &edit, {}, progress);
    return run.all(readKnownRecords(edit, steps));
}

ImportOutcome importSites(ProjectFile& file, const Author& author,
                          const std::vector<ImportStep>& steps, base::Progress& progress)
{
    ImportOutcome outcome;
    file.edit(author, EntryKind::Import, importSentence(*steps.front().table),
              [&](Edit& edit) { outcome = importSites(edit, steps, progress); });
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
    // Columns of an earlier export are written anew, but for what the ids are hashed from.
    std::vector<bool> own;
    std::optional<size_t> first;
    CsvLine header;
    for (const QString& column : columns) {
        if (column == QLatin1String("veta_source"))
            first = own.size();
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
            .integer(first && *first < row.fields.size() && row.fields[*first]
                         ? row.fields[*first]->toLongLong()
                         : row.source)
            .integer(row.id);
        csv += line.bytes();
    }
    return csv;
}

ImportMapping mendMapping(const Source& source)
{
    if (source.mapping.isEmpty())
        throw base::Error(Text::tr("How “%1” was read is not known, so its rows cannot be mended "
                                   "here. Import its file again.")
                              .arg(source.title));
    ImportMapping mapping = importMappingFromJson(source.mapping.toUtf8());
    if (!mapping.joins.isEmpty() && !source.preset.isEmpty())
        mapping.joins = source.preset; // its other tables are not read again
    return mapping;
}

std::map<QString, char> mendSigns(const Source& source)
{
    const QJsonObject signs =
        QJsonDocument::fromJson(source.mapping.toUtf8())[DecimalSigns].toObject();
    std::map<QString, char> byColumn;
    for (auto sign = signs.begin(); sign != signs.end(); ++sign)
        if (const QByteArray said = sign->toString().toLatin1(); said.size() == 1)
            byColumn[sign.key()] = said.front();
    return byColumn;
}

} // namespace catalogue
