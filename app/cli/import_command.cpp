// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/crs_refusal.h"
#include "app/cli/words.h"

#include "catalogue/access.h"
#include "catalogue/import_crs.h"
#include "catalogue/site_import.h"
#include "catalogue/table_choice.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <map>

namespace cli {

namespace {

constexpr qint64 MostListed = 20; // rows of one reason

class Import : public Command
{
    std::string m_file;
    std::string m_source;
    std::string m_layer;
    std::string m_preset;
    std::string m_encoding;
    std::string m_map;
    std::string m_crs;
    std::string m_decimal;
    std::string m_rejects;
    std::string m_save;
    bool m_dryRun = false;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "import", "Import a table of sites: CSV, XLSX, a layer of points, MinMod JSON");
        addFile(*sub, m_file);
        sub->add_option("SOURCE", m_source,
                        "The table: CSV with a header line, a workbook, a layer, or a .zip of it")
            ->required();
        sub->add_option("--layer", m_layer, "Which table of an archive that holds several");
        sub->add_option("--encoding", m_encoding,
                        "Character set of a text, as windows-1252, where its content misleads");
        QStringList presets;
        for (const catalogue::ImportPreset& each : catalogue::importPresets())
            presets << each.name;
        auto* preset =
            sub->add_option("--preset", m_preset, presets.join(QStringLiteral(", ")).toStdString());
        sub->add_option("--map", m_map,
                        "MAPPING.json or a preset of your own, or the name of one saved in the "
                        "project file; without it "
                        "and --preset the headers and values decide")
            ->excludes(preset);
        sub->add_option("--crs", m_crs, "CRS of positions whose row names none, as EPSG:4326");
        sub->add_option("--decimal", m_decimal,
                        "Decimal sign of its numbers, . or , where their look does not tell")
            ->check(CLI::IsMember({".", ","}));
        sub->add_option("--rejects", m_rejects,
                        "Write the rows set aside to this CSV, to be mended and imported again");
        sub->add_option("--save-map", m_save, "Save the mapping in the project file by this name");
        sub->add_flag("--dry-run", m_dryRun, "Say what would be imported and change nothing");
        return sub;
    }

    void run(Context& context) override
    {
        std::optional<catalogue::Author> author;
        if (!m_dryRun)
            author = context.author();
        const auto file = context.open(m_file, m_dryRun ? catalogue::OpenMode::ReadOnly
                                                        : catalogue::OpenMode::ReadWrite);
        QString note;
        const std::shared_ptr<const catalogue::ImportTable> table = openTable(context, note);
        QString reason;
        std::shared_ptr<const catalogue::ImportPreset> own;
        catalogue::ImportMapping mapping = mappingFor(*file, *table, reason, own);
        if (!m_crs.empty())
            mapping.crs = toQString(m_crs);
        if (!m_decimal.empty())
            mapping.decimal = toQString(m_decimal);
        if (catalogue::lacksCrs(mapping))
            askForCrs(context, *table, mapping);
        const std::vector<catalogue::ImportStep> steps =
            catalogue::importSteps(toQString(m_source), table, mapping, context.progress(), own);
        catalogue::ImportOutcome outcome;
        if (m_dryRun) {
            catalogue::KnownRecords known;
            file->read([&](const catalogue::ReadAccess& access) {
                known = catalogue::readKnownRecords(access, steps);
            });
            outcome = catalogue::planImport(steps, known, context.progress());
        } else {
            outcome = catalogue::importSites(*file, *author, steps, context.progress());
        }
        if (!note.isEmpty())
            outcome.issues.insert(outcome.issues.begin(), {base::Severity::Note, note, {}});
        if (!m_rejects.empty())
            writeRejects(*table, outcome);
        if (!m_save.empty() && !m_dryRun) {
            mapping = catalogue::savedAs(toQString(m_save), mapping);
            file->edit(*author, catalogue::EntryKind::Edit,
                       {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Saved the mapping %1")),
                        {mapping.name}},
                       [&](catalogue::Edit& edit) { catalogue::saveImportMapping(edit, mapping); });
        }
        tell(context, *table, mapping, reason, outcome);
    }

private:
    // Without --layer, of several tables the one that is clearly that of sites.
    std::shared_ptr<const catalogue::ImportTable> openTable(Context& context, QString& note) const
    {
        const QString path = toQString(m_source);
        QString name = toQString(m_layer);
        if (name.isEmpty()) {
            const catalogue::TableChoice choice = catalogue::chooseTable(path, context.progress());
            if (!choice.isClear)
                refuseChoice(path, choice.equals);
            name = choice.tables.value(choice.likely);
            if (!choice.note.isEmpty())
                note = choice.note + QLatin1Char(' ') + Words::tr("Choose another with --layer.");
        }
        return std::make_shared<const catalogue::ImportTable>(
            catalogue::ImportTable::open(path, {name, toQString(m_encoding)}, context.progress()));
    }

    [[noreturn]] static void refuseChoice(const QString& path, QStringList names)
    {
        constexpr qsizetype MostNames = 40;
        if (names.size() > MostNames)
            names = names.first(MostNames) << QStringLiteral("…");
        throw base::Error(Words::tr("“%1” holds several tables, and more than one may "
                                    "be the one of sites. Say which one with --layer: "
                                    "%2.")
                              .arg(QFileInfo(path).fileName(), names.join(QStringLiteral(", "))));
    }

    catalogue::ImportMapping mappingFor(const catalogue::ProjectFile& file,
                                        const catalogue::ImportTable& table, QString& reason,
                                        std::shared_ptr<const catalogue::ImportPreset>& own) const
    {
        if (!m_preset.empty())
            return catalogue::presetMapping(toQString(m_preset), table);
        if (m_map.empty()) {
            const catalogue::ImportProposal proposal = catalogue::proposeImport(table).front();
            reason = proposal.reason;
            return proposal.mapping;
        }
        const QString name = toQString(m_map);
        if (QFile json(name); QFileInfo(name).isFile()) {
            if (!json.open(QIODevice::ReadOnly))
                throw base::Error(
                    QCoreApplication::translate("Cli", "“%1” cannot be read.").arg(name),
                    json.errorString());
            const QByteArray content = json.readAll();
            if (!QJsonDocument::fromJson(content)[QStringLiteral("mapping")].isObject())
                return catalogue::importMappingFromJson(content);
            own = std::make_shared<const catalogue::ImportPreset>(
                catalogue::importPresetFromJson(content));
            return catalogue::presetMapping(*own, table);
        }
        std::optional<catalogue::ImportMapping> found;
        file.read([&](const catalogue::ReadAccess& access) {
            for (const catalogue::SavedMapping& saved : catalogue::readImportMappings(access))
                if (saved.mapping.name == name)
                    found = saved.mapping;
        });
        if (!found)
            throw base::Error(QCoreApplication::translate(
                                  "Cli", "There is no file “%1”, nor a mapping of that name in "
                                         "the project file.")
                                  .arg(name));
        return *found;
    }

    [[noreturn]] void askForCrs(Context& context, const catalogue::ImportTable& table,
                                const catalogue::ImportMapping& mapping) const
    {
        const catalogue::ImportCrsQuestion question = catalogue::askForCrs(
            toQString(m_source), table, mapping, context.language, context.progress());
        if (question.proposal.isSwapped)
            throw base::Error(Words::tr("“%1” cannot be imported as it is. %2")
                                  .arg(table.fileName(), question.proposal.finding));
        refuseForCrs(context,
                     Words::tr("“%1” does not say in which coordinate system its positions are. "
                               "Say it with --crs, as in --crs EPSG:4326; ask whoever made the "
                               "file where you do not know.")
                         .arg(table.fileName()),
                     question.proposal);
    }

    void writeRejects(const catalogue::ImportTable& table,
                      const catalogue::ImportOutcome& outcome) const
    {
        QSaveFile rejects(toQString(m_rejects));
        const QByteArray csv = catalogue::setAsideCsv(table.columns(), outcome.setAside);
        if (!rejects.open(QIODevice::WriteOnly) || rejects.write(csv) != csv.size() ||
            !rejects.commit())
            throw base::Error(Words::tr("“%1” could not be written.%2")
                                  .arg(toQString(m_rejects),
                                       m_dryRun ? QString()
                                                : Words::tr(" The sites were imported, and the "
                                                            "rows set aside are kept in the "
                                                            "project file.")),
                              rejects.errorString());
    }

    void tell(Context& context, const catalogue::ImportTable& table,
              const catalogue::ImportMapping& mapping, const QString& reason,
              const catalogue::ImportOutcome& outcome) const
    {
        const auto count = [](qint64 number) { return QString::number(number); };
        std::map<QString, qint64> reasons;
        for (const catalogue::SetAside& row : outcome.setAside)
            ++reasons[row.reason];
        const auto line = [&](const QString& text) {
            if (m_dryRun)
                context.line(text);
            else
                context.done(text);
        };
        if (m_dryRun || !context.quiet)
            context.table(
                {Words::tr("rows"), Words::tr("imported"), Words::tr("without position"),
                 Words::tr("attached"), Words::tr("already there"), Words::tr("mended"),
                 Words::tr("set aside")},
                {{count(outcome.rows), count(outcome.imported), count(outcome.withoutPosition),
                  count(outcome.attached), count(outcome.alreadyThere), count(outcome.mended),
                  count(qint64(outcome.setAside.size()))}});
        if (!reason.isEmpty())
            line(
                Words::tr("taken for: %1  %2")
                    .arg(mapping.name.isEmpty() ? Words::tr("its headers") : mapping.name, reason));
        QJsonObject reasonCounts;
        for (const auto& [reason, number] : reasons) {
            line(Words::tr("set aside: %1  %2").arg(number).arg(catalogue::setAsideText(reason)));
            reasonCounts.insert(reason, number);
        }
        QJsonArray systems;
        for (const catalogue::ImportOutcome::System& system : outcome.systems) {
            line(Words::tr("positions: %1  %2 %3  %4")
                     .arg(system.rows)
                     .arg(system.crs, system.name,
                          system.operation.accuracyMetres
                              ? QStringLiteral("±%1 m").arg(*system.operation.accuracyMetres)
                              : Words::tr("accuracy not stated")));
            QJsonObject value{{QStringLiteral("crs"), system.crs},
                              {QStringLiteral("rows"), system.rows},
                              {QStringLiteral("operation"), system.operation.key}};
            if (system.operation.accuracyMetres)
                value.insert(QStringLiteral("accuracy_m"), *system.operation.accuracyMetres);
            systems.append(value);
        }
        std::vector<base::Issue> issues = outcome.issues;
        QJsonArray aside;
        std::map<QString, qint64> listed;
        for (const catalogue::SetAside& row : outcome.setAside) {
            if (++listed[row.reason] <= MostListed)
                issues.push_back({base::Severity::Warning,
                                  catalogue::setAsideText(row.reason),
                                  {table.fileName(), row.line, row.column, row.value}});
            aside.append(QJsonObject{{QStringLiteral("line"), row.line},
                                     {QStringLiteral("column"), row.column},
                                     {QStringLiteral("value"), row.value},
                                     {QStringLiteral("reason"), row.reason}});
        }
        for (const auto& [reason, number] : listed)
            if (number > MostListed)
                issues.push_back({base::Severity::Warning,
                                  QStringLiteral("%1 (%2 more rows; --rejects writes them all)")
                                      .arg(catalogue::setAsideText(reason))
                                      .arg(number - MostListed),
                                  {table.fileName(), 0, {}, {}}});
        // By spelling, what was not understood of the units: each is a row to mend.
        std::map<std::pair<QString, QString>, qint64> spellings;
        for (const catalogue::SetAside& row : outcome.setAside)
            if (row.reason.contains(QLatin1String("unit")))
                ++spellings[{row.reason, row.value}];
        for (const auto& [spelling, number] : spellings)
            line(Words::tr("unit not taken: %1  “%2”  %3")
                     .arg(number)
                     .arg(spelling.second, catalogue::setAsideText(spelling.first)));
        QJsonArray words;
        for (const catalogue::ImportWord& word : outcome.words)
            words.append(QJsonObject{{QStringLiteral("field"), word.field},
                                     {QStringLiteral("word"), word.word},
                                     {QStringLiteral("key"), word.key},
                                     {QStringLiteral("known"), word.isKnown},
                                     {QStringLiteral("rows"), word.count}});
        QJsonArray notes;
        for (const base::Issue& issue : outcome.issues)
            notes.append(base::toJson(issue));
        context.issues(issues);
        context.value(QJsonObject{{QStringLiteral("dry_run"), m_dryRun},
                                  {QStringLiteral("source"), outcome.source},
                                  {QStringLiteral("encoding"), table.encoding()},
                                  {QStringLiteral("mapping"),
                                   QJsonDocument::fromJson(catalogue::toJson(mapping)).object()},
                                  {QStringLiteral("rows"), outcome.rows},
                                  {QStringLiteral("imported"), outcome.imported},
                                  {QStringLiteral("without_position"), outcome.withoutPosition},
                                  {QStringLiteral("attached"), outcome.attached},
                                  {QStringLiteral("reason"), reason},
                                  {QStringLiteral("format"), table.format()},
                                  {QStringLiteral("words"), words},
                                  {QStringLiteral("already_there"), outcome.alreadyThere},
                                  {QStringLiteral("mended"), outcome.mended},
                                  {QStringLiteral("set_aside"), qint64(outcome.setAside.size())},
                                  {QStringLiteral("reasons"), reasonCounts},
                                  {QStringLiteral("systems"), systems},
                                  {QStringLiteral("rows_set_aside"), aside},
                                  {QStringLiteral("issues"), notes}});
    }
};

} // namespace

std::unique_ptr<Command> makeImport()
{
    return std::make_unique<Import>();
}

} // namespace cli
