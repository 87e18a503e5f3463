// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/site_import.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <map>

namespace cli {

namespace {

class Import : public Command
{
    std::string m_file;
    std::string m_source;
    std::string m_layer;
    std::string m_preset;
    std::string m_map;
    std::string m_crs;
    std::string m_rejects;
    std::string m_save;
    bool m_dryRun = false;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("import", "Import a table of sites (CSV, also zipped)");
        addFile(*sub, m_file);
        sub->add_option("SOURCE", m_source, "The table: CSV with a header line, or a .zip of it")
            ->required();
        sub->add_option("--layer", m_layer, "Which table of an archive that holds several");
        auto* preset = sub->add_option("--preset", m_preset, "minmod-sites or plain");
        sub->add_option("--map", m_map,
                        "MAPPING.json, or the name of one saved in the project file; without it "
                        "and --preset the headers decide")
            ->excludes(preset);
        sub->add_option("--crs", m_crs, "CRS of positions whose row names none, as EPSG:4326");
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
        const catalogue::ImportTable table = catalogue::ImportTable::open(
            toQString(m_source), toQString(m_layer), context.progress());
        catalogue::ImportMapping mapping = mappingFor(*file, table);
        if (!m_crs.empty())
            mapping.crs = toQString(m_crs);
        const catalogue::ImportOutcome outcome =
            m_dryRun ? catalogue::planImport(table, mapping, context.progress())
                     : catalogue::importSites(*file, *author, table, mapping, context.progress());
        if (!m_rejects.empty())
            writeRejects(table, outcome);
        if (!m_save.empty() && !m_dryRun) {
            mapping.name = toQString(m_save);
            file->edit(*author, catalogue::EntryKind::Edit,
                       {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Saved the mapping %1")),
                        {mapping.name}},
                       [&](catalogue::Edit& edit) { catalogue::saveImportMapping(edit, mapping); });
        }
        tell(context, table, mapping, outcome);
    }

private:
    catalogue::ImportMapping mappingFor(const catalogue::ProjectFile& file,
                                        const catalogue::ImportTable& table) const
    {
        if (!m_preset.empty())
            return catalogue::presetMapping(toQString(m_preset), table.columns());
        if (m_map.empty())
            return catalogue::proposeMapping(table.columns());
        const QString name = toQString(m_map);
        if (QFile json(name); QFileInfo(name).isFile()) {
            if (!json.open(QIODevice::ReadOnly))
                throw base::Error(QStringLiteral("“%1” cannot be read.").arg(name),
                                  json.errorString());
            return catalogue::importMappingFromJson(json.readAll());
        }
        std::optional<catalogue::ImportMapping> found;
        file.read([&](const catalogue::ReadAccess& access) {
            for (const catalogue::SavedMapping& saved : catalogue::readImportMappings(access))
                if (saved.mapping.name == name)
                    found = saved.mapping;
        });
        if (!found)
            throw base::Error(QStringLiteral("There is no file “%1”, nor a mapping of that name in "
                                             "the project file.")
                                  .arg(name));
        return *found;
    }

    void writeRejects(const catalogue::ImportTable& table,
                      const catalogue::ImportOutcome& outcome) const
    {
        QSaveFile rejects(toQString(m_rejects));
        const QByteArray csv = catalogue::setAsideCsv(table.columns(), outcome.setAside);
        if (!rejects.open(QIODevice::WriteOnly) || rejects.write(csv) != csv.size() ||
            !rejects.commit())
            throw base::Error(QStringLiteral("“%1” could not be written.%2")
                                  .arg(toQString(m_rejects),
                                       m_dryRun
                                           ? QString()
                                           : QStringLiteral(" The sites were imported, and the "
                                                            "rows set aside are kept in the "
                                                            "project file.")),
                              rejects.errorString());
    }

    void tell(Context& context, const catalogue::ImportTable& table,
              const catalogue::ImportMapping& mapping,
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
            context.table({QStringLiteral("rows"), QStringLiteral("imported"),
                           QStringLiteral("without position"), QStringLiteral("already there"),
                           QStringLiteral("mended"), QStringLiteral("set aside")},
                          {{count(outcome.rows), count(outcome.imported),
                            count(outcome.withoutPosition), count(outcome.alreadyThere),
                            count(outcome.mended), count(qint64(outcome.setAside.size()))}});
        QJsonObject reasonCounts;
        for (const auto& [reason, number] : reasons) {
            line(QStringLiteral("set aside: %1  %2")
                     .arg(number)
                     .arg(catalogue::setAsideText(reason)));
            reasonCounts.insert(reason, number);
        }
        QJsonArray systems;
        for (const catalogue::ImportOutcome::System& system : outcome.systems) {
            line(QStringLiteral("positions: %1  %2 %3  %4")
                     .arg(system.rows)
                     .arg(system.crs, system.name,
                          system.operation.accuracyMetres
                              ? QStringLiteral("±%1 m").arg(*system.operation.accuracyMetres)
                              : QStringLiteral("accuracy not stated")));
            QJsonObject value{{QStringLiteral("crs"), system.crs},
                              {QStringLiteral("rows"), system.rows},
                              {QStringLiteral("operation"), system.operation.key}};
            if (system.operation.accuracyMetres)
                value.insert(QStringLiteral("accuracy_m"), *system.operation.accuracyMetres);
            systems.append(value);
        }
        std::vector<base::Issue> issues = outcome.issues;
        QJsonArray aside;
        for (const catalogue::SetAside& row : outcome.setAside) {
            issues.push_back({base::Severity::Warning,
                              catalogue::setAsideText(row.reason),
                              {table.fileName(), row.line, row.column, row.value}});
            aside.append(QJsonObject{{QStringLiteral("line"), row.line},
                                     {QStringLiteral("column"), row.column},
                                     {QStringLiteral("value"), row.value},
                                     {QStringLiteral("reason"), row.reason}});
        }
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
