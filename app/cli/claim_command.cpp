// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cite_options.h"
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/claim_rule.h"
#include "catalogue/site_store.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// What several sources and people say of one field, and which of it stands.
class Claim : public Command
{
    std::string m_file;
    std::string m_site;
    std::string m_field;
    std::string m_value;
    std::string m_date;
    std::optional<std::string> m_order;
    qint64 m_claim = 0;
    CiteOptions m_cite;
    CLI::App* m_list = nullptr;
    CLI::App* m_add = nullptr;
    CLI::App* m_prefer = nullptr;
    CLI::App* m_rule = nullptr;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "claim", "What sources and people say of a site's fields, and which of it stands");
        sub->require_subcommand(1);
        m_list = sub->add_subcommand("list", "List the claims of a site");
        m_add = sub->add_subcommand("add", "Add what a source says of a field; the rule decides "
                                           "whether it stands");
        m_prefer = sub->add_subcommand("prefer", "Choose the claim that stands");
        m_rule = sub->add_subcommand("rule", "Show or change by what one of several claims stands");
        for (CLI::App* each : {m_list, m_add, m_prefer, m_rule})
            addFile(*each, m_file);
        for (CLI::App* each : {m_list, m_add})
            each->add_option("SITE", m_site, "Its name or number")->required();
        m_add
            ->add_option("FIELD", m_field,
                         "name, kind, stage, stage_date, country, admin1, deposit_type, note or "
                         "position")
            ->required();
        m_add->add_option("VALUE", m_value, "As the source has it; a position as LON,LAT")
            ->required();
        m_add->add_option("--date", m_date, "When it was said: 2024, 2024-05, 2024-05-17");
        m_cite.setup(*m_add);
        m_prefer->add_option("CLAIM", m_claim, "Its number, as list prints it")->required();
        m_rule->add_option("ORDER", m_order,
                           "expert, rank and newer in the order wanted: expert,newer,rank");
        return sub;
    }

    void run(Context& context) override
    {
        if (m_list->parsed())
            list(context);
        else if (m_add->parsed())
            add(context);
        else if (m_prefer->parsed())
            prefer(context);
        else
            rule(context);
    }

private:
    void list(Context& context) const
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        catalogue::SiteRecord record;
        file->read([&](const catalogue::ReadAccess& access) {
            record =
                catalogue::readSiteRecord(access, catalogue::findSite(access, toQString(m_site)))
                    .value();
        });
        std::vector<QStringList> rows;
        QJsonArray values;
        for (const catalogue::Claim& claim : record.claims) {
            const catalogue::Source* source = record.source(claim.cite);
            const QString title = source != nullptr ? source->title : QString();
            rows.push_back({QString::number(claim.id), claim.field, claim.value,
                            claim.preferred ? QStringLiteral("stands") : QString(), title,
                            claim.cite.reference, claim.claimedOn, claim.author, claim.chosenBy});
            values.append(QJsonObject{{QStringLiteral("id"), claim.id},
                                      {QStringLiteral("field"), claim.field},
                                      {QStringLiteral("value"), orNull(claim.value)},
                                      {QStringLiteral("stands"), claim.preferred},
                                      {QStringLiteral("source"), orNull(title)},
                                      {QStringLiteral("reference"), orNull(claim.cite.reference)},
                                      {QStringLiteral("claimed_on"), orNull(claim.claimedOn)},
                                      {QStringLiteral("author"), orNull(claim.author)},
                                      {QStringLiteral("chosen_by"), orNull(claim.chosenBy)}});
        }
        context.table({QStringLiteral("claim"), QStringLiteral("field"), QStringLiteral("value"),
                       QStringLiteral("stands"), QStringLiteral("source"),
                       QStringLiteral("reference"), QStringLiteral("date"),
                       QStringLiteral("author"), QStringLiteral("chosen by")},
                      rows);
        context.value(values);
    }

    // As claims hold it: keys of vocabularies, dates of ISO 8601, a position as "lon lat".
    QString value() const
    {
        const QString field = toQString(m_field);
        if (field == QLatin1String("position")) {
            catalogue::Site site;
            site.lonLat = parsePlace(m_value);
            return catalogue::siteFieldText(site, field);
        }
        if (field == QLatin1String("kind"))
            return parseTerm(catalogue::siteKinds(), m_value);
        if (field == QLatin1String("stage"))
            return parseTerm(catalogue::stages(), m_value);
        if (field == QLatin1String("country"))
            return parseTerm(catalogue::countries(), m_value);
        if (field == QLatin1String("stage_date"))
            return parseDate(m_value);
        if (!catalogue::isClaimedField(field))
            throw UsageError(
                QStringLiteral("“%1” is no field that is claimed. There are: %2.")
                    .arg(field, catalogue::claimedFields().join(QStringLiteral(", "))));
        return toQString(m_value);
    }

    void add(Context& context) const
    {
        const catalogue::Author author = context.author();
        const QString text = value();
        const QString date = parseDate(m_date);
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        catalogue::Site site;
        file->read([&](const catalogue::ReadAccess& access) {
            site =
                catalogue::readSite(access, catalogue::findSite(access, toQString(m_site))).value();
        });
        base::Id id = 0;
        bool stands = false;
        const QString field = toQString(m_field);
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added a claim on the site %1")),
                    {site.name}},
                   [&](catalogue::Edit& edit) {
                       const catalogue::Citation cite = m_cite.in(edit);
                       id =
                           catalogue::addClaim(edit, site.id,
                                               {0,
                                                field,
                                                text,
                                                cite,
                                                date,
                                                cite.source ? QString() : catalogue::toText(author),
                                                false,
                                                {}});
                       catalogue::ClaimRule(edit).apply(edit, site.id, field);
                       stands = catalogue::siteFieldText(catalogue::readSite(edit, site.id).value(),
                                                         field) == text;
                   });
        context.done(stands ? QStringLiteral("%1: it stands.").arg(id)
                            : QStringLiteral("%1: it stands beside what stood before.").arg(id));
        context.value(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("stands"), stands}});
    }

    void prefer(Context& context) const
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Chose a claim that stands")), {}},
                   [&](catalogue::Edit& edit) {
                       catalogue::preferClaim(edit, m_claim, catalogue::toText(author));
                   });
        context.done(QStringLiteral("The claim %1 stands.").arg(m_claim));
        context.value(QJsonObject{{QStringLiteral("id"), m_claim}});
    }

    void rule(Context& context) const
    {
        if (!m_order) {
            const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
            file->read([&](const catalogue::ReadAccess& access) {
                const catalogue::ClaimRule rule(access);
                context.line(rule.inWords());
                context.value(QJsonObject{
                    {QStringLiteral("order"),
                     QJsonArray::fromStringList(catalogue::claimTestKeys(rule.order()))}});
            });
            return;
        }
        const catalogue::Author author = context.author();
        const auto order = catalogue::claimTestsFrom(toQString(*m_order).split(u','));
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        qint64 changed = 0;
        file->edit(
            author, catalogue::EntryKind::Edit,
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed by what claims stand")), {}},
            [&](catalogue::Edit& edit) {
                catalogue::writeClaimOrder(edit, order);
                changed = catalogue::ClaimRule(edit).applyToAll(edit, context.progress());
            });
        context.done(QStringLiteral("%1 values changed.").arg(changed));
        context.value(QJsonObject{{QStringLiteral("changed"), changed}});
    }
};

class Source : public Command
{
    std::string m_file;
    std::string m_source;
    std::optional<int> m_rank;
    std::optional<std::string> m_title;
    std::optional<std::string> m_publisher;
    std::optional<std::string> m_published;
    std::optional<std::string> m_licence;
    std::optional<std::string> m_url;
    CLI::App* m_list = nullptr;
    CLI::App* m_set = nullptr;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("source", "List the sources, or change one");
        sub->require_subcommand(1);
        m_list = sub->add_subcommand("list", "List the sources that figures cite");
        m_set = sub->add_subcommand("set", "Change what is said of a source, or its rank");
        for (CLI::App* each : {m_list, m_set})
            addFile(*each, m_file);
        m_set->add_option("SOURCE", m_source, "Its title or number")->required();
        m_set
            ->add_option("--rank", m_rank,
                         "How far it is believed, 1 first; 0: no rank. Claims are chosen anew")
            ->check(CLI::NonNegativeNumber);
        m_set->add_option("--title", m_title, "What it is called");
        m_set->add_option("--publisher", m_publisher, "Who published it");
        m_set->add_option("--published", m_published, "When: 2024, 2024-05, 2024-05-17");
        m_set->add_option("--licence", m_licence, "Under which it may be used");
        m_set->add_option("--url", m_url, "Its address");
        return sub;
    }

    void run(Context& context) override
    {
        if (m_list->parsed())
            list(context);
        else
            set(context);
    }

private:
    void list(Context& context) const
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        std::vector<QStringList> rows;
        QJsonArray values;
        file->read([&](const catalogue::ReadAccess& access) {
            for (const catalogue::Source& each : catalogue::readSources(access)) {
                rows.push_back({QString::number(each.id), each.title, each.publisher,
                                each.published, each.rank ? QString::number(*each.rank) : QString(),
                                catalogue::sourceKinds().label(each.kind, context.language)});
                values.append(QJsonObject{
                    {QStringLiteral("id"), each.id},
                    {QStringLiteral("kind"), each.kind},
                    {QStringLiteral("title"), each.title},
                    {QStringLiteral("publisher"), orNull(each.publisher)},
                    {QStringLiteral("published"), orNull(each.published)},
                    {QStringLiteral("licence"), orNull(each.licence)},
                    {QStringLiteral("url"), orNull(each.url)},
                    {QStringLiteral("file_name"), orNull(each.fileName)},
                    {QStringLiteral("rank"), each.rank ? QJsonValue(*each.rank) : QJsonValue()}});
            }
        });
        context.table({QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("publisher"),
                       QStringLiteral("published"), QStringLiteral("rank"), QStringLiteral("kind")},
                      rows);
        context.value(values);
    }

    void set(Context& context) const
    {
        const catalogue::Author author = context.author();
        if (!m_rank && !m_title && !m_publisher && !m_published && !m_licence && !m_url)
            throw UsageError(QStringLiteral("Say what to change: --rank, --title, --publisher, "
                                            "--published, --licence, --url."));
        if (m_title && m_title->empty())
            throw UsageError(QStringLiteral("A title may not be empty."));
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        std::optional<catalogue::Source> source;
        const QString wanted = toQString(m_source);
        file->read([&](const catalogue::ReadAccess& access) {
            for (const catalogue::Source& each : catalogue::readSources(access))
                if (each.title.compare(wanted, Qt::CaseInsensitive) == 0 ||
                    QString::number(each.id) == wanted)
                    source = each;
        });
        if (!source)
            throw base::Error(
                QStringLiteral("There is no source “%1”. veta-cli source list names them.")
                    .arg(wanted));
        if (m_rank)
            source->rank = *m_rank > 0 ? m_rank : std::nullopt;
        if (m_title)
            source->title = toQString(*m_title);
        if (m_publisher)
            source->publisher = toQString(*m_publisher);
        if (m_published)
            source->published = parseDate(*m_published);
        if (m_licence)
            source->licence = toQString(*m_licence);
        if (m_url)
            source->url = toQString(*m_url);
        qint64 changed = 0;
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the source %1")),
                    {source->title}},
                   [&](catalogue::Edit& edit) {
                       catalogue::updateSource(edit, *source);
                       if (m_rank || m_published)
                           changed =
                               catalogue::ClaimRule(edit).applyToAll(edit, context.progress());
                   });
        context.done(
            QStringLiteral("Changed %1; %2 values changed.").arg(source->title).arg(changed));
        context.value(
            QJsonObject{{QStringLiteral("id"), source->id}, {QStringLiteral("changed"), changed}});
    }
};

} // namespace

std::unique_ptr<Command> makeClaim()
{
    return std::make_unique<Claim>();
}

std::unique_ptr<Command> makeSource()
{
    return std::make_unique<Source>();
}

} // namespace cli
