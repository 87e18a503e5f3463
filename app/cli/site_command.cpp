// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cite_options.h"
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/estimate_totals.h"
#include "catalogue/site_store.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

// "KEY=VALUE" as it was typed; an empty value makes the field missing.
std::vector<std::pair<QString, QString>> assignments(const std::vector<std::string>& given)
{
    std::vector<std::pair<QString, QString>> pairs;
    for (const std::string& each : given) {
        const qsizetype sign = toQString(each).indexOf(u'=');
        if (sign <= 0)
            throw UsageError(
                QStringLiteral("“%1” is not of the form FIELD=VALUE.").arg(toQString(each)));
        pairs.emplace_back(toQString(each).first(sign), toQString(each).mid(sign + 1));
    }
    return pairs;
}

void assign(catalogue::Site& site, const QString& field, const QString& value)
{
    const std::string text = value.toStdString();
    if (field == QLatin1String("name"))
        site.name = value;
    else if (field == QLatin1String("kind"))
        site.kind = parseTerm(catalogue::siteKinds(), text);
    else if (field == QLatin1String("stage"))
        site.stage = parseTerm(catalogue::stages(), text);
    else if (field == QLatin1String("stage_date"))
        site.stageDate = parseDate(text);
    else if (field == QLatin1String("country"))
        site.country = parseTerm(catalogue::countries(), text);
    else if (field == QLatin1String("admin1"))
        site.admin1 = value;
    else if (field == QLatin1String("deposit_type"))
        site.depositType = value;
    else if (field == QLatin1String("note"))
        site.note = value;
    else if (field == QLatin1String("position")) {
        site.lonLat.reset();
        if (!value.isEmpty())
            site.lonLat = parsePlace(text);
    } else {
        throw UsageError(QStringLiteral("“%1” is no field of a site. There are: name, kind, stage, "
                                        "stage_date, country, admin1, deposit_type, position, "
                                        "note, commodities.")
                             .arg(field));
    }
}

// What was there already stays as it is, with its role and source.
std::vector<catalogue::SiteCommodity>
commoditiesOf(const QString& value, const std::vector<catalogue::SiteCommodity>& before,
              const catalogue::Citation& cite)
{
    std::vector<catalogue::SiteCommodity> rows;
    for (const QString& each : value.split(u',', Qt::SkipEmptyParts)) {
        const QStringList parts = each.trimmed().split(u':');
        catalogue::SiteCommodity row;
        row.commodity = parseTerm(catalogue::commodities(), parts[0].toStdString());
        row.role = rows.empty() ? QStringLiteral("main") : QStringLiteral("by_product");
        row.cite = cite;
        for (const catalogue::SiteCommodity& old : before)
            if (old.commodity == row.commodity)
                row = old;
        if (parts.size() > 1)
            row.role = parseTerm(catalogue::commodityRoles(), parts[1].toStdString());
        row.position = int(rows.size()) + 1;
        rows.push_back(row);
    }
    return rows;
}

QJsonValue orNull(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject toJson(const catalogue::EstimateSum& sum)
{
    return {{QStringLiteral("rows"), sum.rows},
            {QStringLiteral("ore_tonnes"), orNull(sum.oreTonnes)},
            {QStringLiteral("contained_tonnes"), orNull(sum.containedTonnes)},
            {QStringLiteral("grade"), orNull(sum.grade)}};
}

QJsonObject toJson(const catalogue::EstimateTotals& totals, const base::Translation& words)
{
    QJsonObject object{{QStringLiteral("commodity"), totals.commodity},
                       {QStringLiteral("date"), totals.date},
                       {QStringLiteral("reserves"), toJson(totals.reserves)},
                       {QStringLiteral("measured_indicated"), toJson(totals.measuredIndicated)},
                       {QStringLiteral("inferred"), toJson(totals.inferred)},
                       {QStringLiteral("mixed"), toJson(totals.mixed)},
                       {QStringLiteral("unclassified"), toJson(totals.unclassified)},
                       {QStringLiteral("screening"),
                        totals.screening ? QJsonValue(toJson(*totals.screening)) : QJsonValue()}};
    if (totals.needsLabel)
        object.insert(QStringLiteral("label"), catalogue::screeningLabel(words));
    return object;
}

class Site : public Command
{
    std::string m_file;
    std::string m_site;
    std::vector<std::string> m_fields;
    CiteOptions m_cite;
    std::string m_commodity;
    std::string m_unit;
    std::string m_category;
    std::string m_date;
    std::string m_code;
    std::optional<double> m_tonnes;
    std::optional<double> m_grade;
    std::optional<double> m_contained;
    CLI::App* m_add = nullptr;
    CLI::App* m_set = nullptr;
    CLI::App* m_estimate = nullptr;
    CLI::App* m_show = nullptr;
    CLI::App* m_remove = nullptr;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "site", "Add, change, show or remove a site, or give it an estimate");
        sub->require_subcommand(1);
        m_add = sub->add_subcommand("add", "Add a site: FIELD=VALUE …");
        m_set = sub->add_subcommand("set", "Change a site: FIELD=VALUE …");
        m_estimate = sub->add_subcommand("estimate", "Add a resource or reserve figure to a site");
        m_show = sub->add_subcommand("show", "Show all that is known of a site, with its sources");
        m_remove = sub->add_subcommand("remove", "Remove a site");
        for (CLI::App* each : {m_add, m_set, m_estimate, m_show, m_remove})
            addFile(*each, m_file);
        for (CLI::App* each : {m_set, m_estimate, m_show, m_remove})
            each->add_option("SITE", m_site, "Its name or number")->required();
        for (CLI::App* each : {m_add, m_set})
            each->add_option(
                    "FIELDS", m_fields,
                    "FIELD=VALUE …: name, kind, stage, stage_date, country, admin1, deposit_type, "
                    "position=LON,LAT, commodities=copper,zinc:by_product, note; an empty value "
                    "makes it missing")
                ->required();
        for (CLI::App* each : {m_add, m_set, m_estimate})
            m_cite.setup(*each);
        m_estimate->add_option("COMMODITY", m_commodity, "Of which commodity")->required();
        m_estimate->add_option("--tonnes", m_tonnes, "Of ore")->check(CLI::NonNegativeNumber);
        m_estimate->add_option("--grade", m_grade, "In --unit")->check(CLI::NonNegativeNumber);
        m_estimate->add_option("--unit", m_unit, "Unit of the grade: percent, g/t …");
        m_estimate->add_option("--contained", m_contained, "Tonnes of the commodity in it")
            ->check(CLI::NonNegativeNumber);
        m_estimate->add_option("--category", m_category, "measured, indicated, inferred …");
        m_estimate->add_option("--date", m_date, "Effective date: 2024, 2024-05, 2024-05-17");
        m_estimate->add_option("--code", m_code, "NI 43-101, S-K 1300, JORC …");
        return sub;
    }

    void run(Context& context) override
    {
        if (m_show->parsed())
            show(context);
        else if (m_estimate->parsed())
            estimate(context);
        else if (m_remove->parsed())
            remove(context);
        else
            write(context);
    }

private:
    void write(Context& context)
    {
        const catalogue::Author author = context.author();
        const auto fields = assignments(m_fields);
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        catalogue::Site site;
        std::vector<catalogue::SiteCommodity> before;
        if (m_set->parsed())
            file->read([&](const catalogue::ReadAccess& access) {
                const catalogue::SiteRecord record =
                    catalogue::readSiteRecord(access,
                                              catalogue::findSite(access, toQString(m_site)))
                        .value();
                site = record.site;
                before = record.commodities;
            });
        std::optional<QString> commodities;
        for (const auto& [field, value] : fields) {
            if (field == QLatin1String("commodities")) {
                commoditiesOf(value, {}, {}); // a word that is not known is said before writing
                commodities = value;
            } else
                assign(site, field, value);
        }
        if (site.name.isEmpty())
            throw UsageError(QStringLiteral("A site needs a name: name=…"));
        const bool adding = m_add->parsed();
        base::Id id = site.id;
        file->edit(author, catalogue::EntryKind::Edit,
                   {adding ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the site %1"))
                           : QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the site %1")),
                    {site.name}},
                   [&](catalogue::Edit& edit) {
                       const catalogue::Citation cite = m_cite.in(edit);
                       if (adding) {
                           site.cite = cite;
                           id = catalogue::addSite(edit, site);
                       } else
                           catalogue::updateSite(edit, site, catalogue::toText(author), cite);
                       if (commodities)
                           catalogue::setSiteCommodities(edit, id,
                                                         commoditiesOf(*commodities, before, cite));
                   });
        context.done(QString::number(id));
        context.value(QJsonObject{{QStringLiteral("id"), id}});
    }

    void estimate(Context& context)
    {
        const catalogue::Author author = context.author();
        catalogue::Estimate estimate;
        estimate.commodity = parseTerm(catalogue::commodities(), m_commodity);
        estimate.category = parseTerm(catalogue::estimateCategories(), m_category);
        estimate.tonnes = m_tonnes;
        estimate.grade = m_grade;
        estimate.gradeUnit = parseTerm(catalogue::gradeUnits(), m_unit);
        estimate.containedTonnes = m_contained;
        estimate.effectiveDate = parseDate(m_date);
        estimate.code = toQString(m_code);
        if (!m_tonnes && !m_grade && !m_contained)
            throw UsageError(QStringLiteral("An estimate needs a figure: --tonnes, --grade or "
                                            "--contained."));
        if (m_grade && m_unit.empty())
            throw UsageError(QStringLiteral("A grade needs its unit: --unit …"));
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        catalogue::Site site;
        file->read([&](const catalogue::ReadAccess& access) {
            site =
                catalogue::readSite(access, catalogue::findSite(access, toQString(m_site))).value();
        });
        base::Id id = 0;
        file->edit(
            author, catalogue::EntryKind::Edit,
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the site %1")), {site.name}},
            [&](catalogue::Edit& edit) {
                estimate.cite = m_cite.in(edit);
                id = catalogue::addEstimate(edit, site.id, estimate);
            });
        context.done(QString::number(id));
        context.value(QJsonObject{{QStringLiteral("id"), id}});
    }

    void remove(Context& context)
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        base::Id id = 0;
        QString name;
        file->read([&](const catalogue::ReadAccess& access) {
            id = catalogue::findSite(access, toQString(m_site));
            name = catalogue::readSite(access, id).value().name;
        });
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the site %1")), {name}},
                   [&](catalogue::Edit& edit) { catalogue::removeSite(edit, id); });
        context.done(QStringLiteral("Removed %1.").arg(name));
        context.value(QJsonObject{{QStringLiteral("id"), id}});
    }

    void show(Context& context)
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        catalogue::SiteRecord record;
        file->read([&](const catalogue::ReadAccess& access) {
            record =
                catalogue::readSiteRecord(access, catalogue::findSite(access, toQString(m_site)))
                    .value();
        });
        const base::Language language = context.language;
        QJsonArray rows;
        std::vector<QStringList> lines;
        const auto put = [&](const QString& field, const QString& value,
                             const catalogue::Citation& cite, const QString& author = {}) {
            if (value.isEmpty())
                return;
            const catalogue::Source* source = record.source(cite);
            QString from = source != nullptr ? source->title : QString();
            if (!cite.reference.isEmpty())
                from += (from.isEmpty() ? QString() : QStringLiteral("; ")) + cite.reference;
            lines.push_back({field, value, from.isEmpty() ? author : from});
            QJsonObject row{{QStringLiteral("field"), field}, {QStringLiteral("value"), value}};
            if (source != nullptr)
                row.insert(QStringLiteral("source"), source->title);
            if (!cite.reference.isEmpty())
                row.insert(QStringLiteral("reference"), cite.reference);
            if (!author.isEmpty())
                row.insert(QStringLiteral("author"), author);
            rows.append(row);
        };
        const catalogue::Site& site = record.site;
        const auto own = [&](const char* field, const QString& value) {
            QString author;
            for (const catalogue::Claim& claim : record.claims)
                if (claim.preferred && claim.field == QLatin1String(field))
                    author = claim.author;
            put(QString::fromLatin1(field), value, record.citeOf(QString::fromLatin1(field)),
                author);
        };
        own("name", site.name);
        for (const catalogue::SiteName& name : record.names)
            put(QStringLiteral("alias"), name.name, name.cite);
        own("kind", catalogue::siteKinds().label(site.kind, language));
        own("stage", catalogue::stages().label(site.stage, language));
        own("stage_date", site.stageDate);
        own("country", catalogue::countries().label(site.country, language));
        own("admin1", site.admin1);
        if (site.lonLat)
            own("position",
                QStringLiteral("%1, %2").arg(QString::number(site.lonLat->x(), 'f', 6),
                                             QString::number(site.lonLat->y(), 'f', 6)));
        own("deposit_type", site.depositType);
        for (const catalogue::SiteCommodity& row : record.commodities)
            put(QStringLiteral("commodity"),
                QStringLiteral("%1 (%2)").arg(
                    catalogue::commodities().label(row.commodity, language),
                    catalogue::commodityRoles().label(row.role, language)),
                row.cite);
        for (const catalogue::Estimate& row : record.estimates) {
            QStringList parts;
            if (row.tonnes)
                parts << QString::number(*row.tonnes, 'f', 0) + QStringLiteral(" t");
            if (row.grade)
                parts << QString::number(*row.grade, 'g', 6) + QLatin1Char(' ') + row.gradeUnit;
            if (row.containedTonnes)
                parts << QString::number(*row.containedTonnes, 'f', 0) +
                             QStringLiteral(" t contained");
            parts << catalogue::commodities().label(row.commodity, language)
                  << catalogue::estimateCategories().label(row.category, language)
                  << row.effectiveDate;
            parts.removeAll(QString());
            put(QStringLiteral("estimate"), parts.join(QStringLiteral(", ")), row.cite);
        }
        QJsonArray sums;
        for (const catalogue::EstimateTotals& totals :
             catalogue::estimateTotals(record.estimates, record.sources)) {
            for (const catalogue::TotalLine& line : catalogue::inWords(totals, context.words())) {
                lines.push_back(
                    {QStringLiteral("sum"),
                     QStringLiteral("%1, %2: %3")
                         .arg(catalogue::commodities().label(totals.commodity, language), line.name,
                              line.text),
                     totals.date});
            }
            sums.append(toJson(totals, context.words()));
        }
        for (const catalogue::SiteProcess& row : record.processes) {
            QStringList parts{row.process, row.product};
            if (row.capacityTonnesPerYear)
                parts << QString::number(*row.capacityTonnesPerYear, 'f', 0) +
                             QStringLiteral(" t/year");
            parts.removeAll(QString());
            put(QStringLiteral("process"), parts.join(QStringLiteral(", ")), row.cite);
        }
        for (const catalogue::SiteOwner& row : record.owners) {
            QStringList parts{row.name, row.country};
            if (row.sharePercent)
                parts << QString::number(*row.sharePercent, 'g', 4) + QStringLiteral(" %");
            parts.removeAll(QString());
            put(QStringLiteral("owner"), parts.join(QStringLiteral(", ")), row.cite);
        }
        for (const catalogue::StageReport& row : record.stages)
            put(QStringLiteral("history"),
                QStringLiteral("%1 %2").arg(catalogue::stages().label(row.stage, language),
                                            row.date),
                row.cite);
        for (const catalogue::Claim& row : record.claims)
            if (!row.preferred)
                put(QStringLiteral("other ") + row.field, row.value, row.cite, row.author);
        own("note", site.note);
        context.table({QStringLiteral("field"), QStringLiteral("value"), QStringLiteral("source")},
                      lines);
        context.value(QJsonObject{{QStringLiteral("id"), site.id},
                                  {QStringLiteral("fields"), rows},
                                  {QStringLiteral("sums"), sums}});
    }
};

} // namespace

std::unique_ptr<Command> makeSite()
{
    return std::make_unique<Site>();
}

} // namespace cli
