// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/data_check.h"

#include "catalogue/check_run.h"
#include "catalogue/field_names.h"
#include "catalogue/gpkg_point.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace catalogue {

namespace {

using base::Severity;

struct RuleInfo
{
    const char* key;
    Severity severity;
};

// In the order of Rule.
constexpr std::array<RuleInfo, RuleCount> Rules{{
    {"position_zero", Severity::Error},
    {"position_out_of_range", Severity::Error},
    {"position_swapped", Severity::Error},
    {"position_sign", Severity::Error},
    {"position_other_country", Severity::Error},
    {"position_in_sea", Severity::Warning},
    {"position_other_state", Severity::Warning},
    {"position_few_decimals", Severity::Warning},
    {"position_shared", Severity::Warning},
    {"state_unknown", Severity::Note},
    {"country_missing", Severity::Note},
    {"state_missing", Severity::Note},
    {"grade_above_whole", Severity::Error},
    {"grade_implausible", Severity::Warning},
    {"grade_without_unit", Severity::Warning},
    {"figure_not_positive", Severity::Error},
    {"cutoff_above_grade", Severity::Warning},
    {"tonnes_thousandfold", Severity::Error},
    {"tonnes_implausible", Severity::Warning},
    {"contained_above_tonnes", Severity::Error},
    {"contained_mismatch", Severity::Warning},
    {"reserves_above_resources", Severity::Warning},
    {"estimate_twice", Severity::Warning},
    {"estimate_empty", Severity::Warning},
    {"estimate_without_date", Severity::Warning},
    {"estimate_without_source", Severity::Warning},
    {"estimate_without_category", Severity::Warning},
    {"estimate_other_commodity", Severity::Note},
    {"estimate_old", Severity::Note},
    {"claim_without_source", Severity::Warning},
    {"claims_both_preferred", Severity::Warning},
    {"claim_not_in_force", Severity::Warning},
    {"site_without_source", Severity::Warning},
    {"fact_without_source", Severity::Note},
    {"source_incomplete", Severity::Note},
    {"rows_set_aside", Severity::Note},
    {"dangling_reference", Severity::Error},
    {"position_missing", Severity::Note},
    {"name_missing", Severity::Note},
    {"kind_missing", Severity::Note},
    {"commodity_missing", Severity::Note},
    {"text_garbled", Severity::Warning},
    {"unknown_key", Severity::Warning},
    {"date_malformed", Severity::Warning},
    {"date_in_future", Severity::Warning},
    {"stage_stale", Severity::Warning},
    {"stage_undated", Severity::Note},
    {"stage_not_latest", Severity::Warning},
    {"permit_expired", Severity::Warning},
    {"owners_above_whole", Severity::Error},
    {"offtake_above_whole", Severity::Error},
    {"member_incomplete", Severity::Warning},
    {"project_without_sites", Severity::Note},
    {"attachment_missing", Severity::Error},
    {"attachment_changed", Severity::Warning},
    {"attachment_adrift", Severity::Warning},
    {"layer_missing", Severity::Error},
    {"layer_changed", Severity::Warning},
    {"waiver_unused", Severity::Note},
}};

const Term& termOf(Rule rule)
{
    static const Term none;
    const Term* term = checkRules().find(ruleKey(rule));
    return term != nullptr ? *term : none;
}

QString waiverKey(const QString& rule, const QString& table, base::Id row)
{
    return rule + u' ' + table + u' ' + QString::number(row);
}

// "@commodities/copper" is a vocabulary key, "!position;stage" are fields; all else stands as it
// is.
QString argText(const QString& arg)
{
    if (arg.startsWith(u'!')) {
        QStringList words;
        for (const QString& key : arg.mid(1).split(u';', Qt::SkipEmptyParts))
            words << (key.contains(u'.') ? fieldLabel(key.section(u'.', 0, 0), key.section(u'.', 1))
                                         : tableLabel(key));
        return words.join(QStringLiteral(", "));
    }
    const qsizetype slash = arg.indexOf(u'/');
    if (arg.startsWith(u'@') && slash > 0)
        if (const Vocabulary* words = vocabularyNamed(arg.mid(1, slash - 1)))
            return words->label(arg.mid(slash + 1), base::currentLanguage());
    return arg;
}

QString filled(const char* text, const QStringList& args)
{
    QString result = Text::tr(text);
    // All at once, so that a "%1" in a name stays what it is.
    QString out;
    for (qsizetype i = 0; i < result.size(); ++i) {
        const int number =
            result[i] == u'%' && i + 1 < result.size() ? result[i + 1].digitValue() : -1;
        if (number >= 1 && number <= args.size()) {
            out += argText(args[number - 1]);
            ++i;
        } else {
            out += result[i];
        }
    }
    return out;
}

} // namespace

QString ruleKey(Rule rule)
{
    return QString::fromLatin1(Rules[size_t(rule)].key);
}

base::Severity severityOf(Rule rule)
{
    return Rules[size_t(rule)].severity;
}

QString ruleName(Rule rule, base::Language language)
{
    return termOf(rule).label.in(language);
}

QString ruleExplanation(Rule rule, base::Language language)
{
    return termOf(rule).note.in(language);
}

std::optional<Rule> ruleOf(const QString& key)
{
    for (size_t i = 0; i < RuleCount; ++i)
        if (key == QLatin1String(Rules[i].key))
            return Rule(i);
    return {};
}

QString findingText(const Finding& finding)
{
    return filled(finding.text, finding.args);
}

QString fixText(const Finding& finding)
{
    if (!finding.isFixable())
        return {};
    QString value = finding.fix.empty() ? QString() : finding.fix.front().value;
    if (!finding.fix.empty() && finding.fix.front().field == QLatin1String("country"))
        value = countries().label(value, base::currentLanguage());
    return filled(finding.fixText, {value});
}

qint64 DataCheck::open() const
{
    qint64 sum = 0;
    for (const Counted& each : m_counts)
        sum += each.open;
    return sum;
}

qint64 DataCheck::open(base::Severity severity) const
{
    qint64 sum = 0;
    for (size_t i = 0; i < RuleCount; ++i)
        if (Rules[i].severity == severity)
            sum += m_counts[i].open;
    return sum;
}

qint64 DataCheck::waived() const
{
    qint64 sum = 0;
    for (const Counted& each : m_counts)
        sum += each.waived;
    return sum;
}

Finding& DataCheck::add(Rule rule, const char* table, base::Id row, const char* text,
                        const QStringList& args)
{
    settle();
    m_last = {};
    m_last.rule = rule;
    m_last.table = table;
    m_last.row = row;
    m_last.text = text;
    m_last.args = args;
    m_hasLast = true;
    return m_last;
}

void DataCheck::settle()
{
    if (!m_hasLast)
        return;
    m_hasLast = false;
    if (!wants(m_last.rule))
        return;
    Counted& counted = m_counts[size_t(m_last.rule)];
    if (!m_waivers.isEmpty())
        if (const auto known = m_waivers.find(
                waiverKey(ruleKey(m_last.rule), QString::fromLatin1(m_last.table), m_last.row));
            known != m_waivers.end()) {
            known->isUsed = true;
            m_last.waiver = known->waiver;
        }
    if (m_last.waiver) {
        ++counted.waived;
    } else {
        ++counted.open;
        if (m_last.isFixable())
            ++counted.fixable;
    }
    if (m_options.mostKept == 0 || size_t(counted.kept) < m_options.mostKept) {
        ++counted.kept;
        m_findings.push_back(std::move(m_last));
    }
}

void DataCheck::close()
{
    settle();
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Finding& a, const Finding& b) { return a.rule < b.rule; });
}

void CheckRun::each(const char* sql, const std::function<void(SQLite::Statement&)>& visit) const
{
    constexpr qint64 Block = 4096;
    SQLite::Statement row(access.database(), sql);
    for (qint64 count = 0; row.executeStep(); ++count) {
        if (count % Block == 0)
            progress.check();
        visit(row);
    }
}

void CheckRun::readSites()
{
    progress.begin(Text::tr("Reading the sites"));
    QHash<QString, QString> words; // that repeat, kept once
    const auto shared = [&words](const QString& text) { return *words.insert(text, text); };
    each("SELECT id, geom, name, kind, stage, stage_date, country, admin1, position_accuracy_m, "
         "source_id, reference FROM main.sites ORDER BY id",
         [&](SQLite::Statement& row) {
             CheckedSite site;
             site.id = row.getColumn(0).getInt64();
             const SQLite::Column geometry = row.getColumn(1);
             if (!geometry.isNull())
                 if (const auto position = decodeGpkgPoint(QByteArrayView(
                         static_cast<const char*>(geometry.getBlob()), geometry.getBytes())))
                     site.lonLat = QPointF(position->lon, position->lat);
             site.name = textAt(row, 2);
             site.kind = shared(textAt(row, 3));
             site.stage = shared(textAt(row, 4));
             site.stageDate = shared(textAt(row, 5));
             site.country = shared(textAt(row, 6));
             site.admin1 = shared(textAt(row, 7));
             site.accuracyMetres = realAt(row, 8);
             site.source = idAt(row, 9);
             site.hasReference = !row.getColumn(10).isNull();
             sites.push_back(std::move(site));
         });
    check.m_sites = qint64(sites.size());
}

const CheckedSite* CheckRun::site(base::Id id) const
{
    const auto found =
        std::lower_bound(sites.begin(), sites.end(), id,
                         [](const CheckedSite& site, base::Id wanted) { return site.id < wanted; });
    return found != sites.end() && found->id == id ? &*found : nullptr;
}

Finding& CheckRun::add(Rule rule, const CheckedSite& site, const char* text,
                       const QStringList& args)
{
    Finding& finding = check.add(rule, "sites", site.id, text, args);
    finding.site = site.id;
    finding.subject = site.name;
    return finding;
}

Finding& CheckRun::add(Rule rule, const char* table, base::Id row, base::Id siteId,
                       const char* text, const QStringList& args)
{
    Finding& finding = check.add(rule, table, row, text, args);
    finding.site = siteId;
    if (const CheckedSite* found = site(siteId))
        finding.subject = found->name;
    return finding;
}

QString checkNumber(double value)
{
    const QLocale locale = base::localeOf(base::Language::English); // Mexico writes them alike
    if (std::abs(value) >= 1e5 || value == std::round(value))
        return locale.toString(value, 'f', 0);
    return locale.toString(value, 'g', 5);
}

std::optional<QDate> firstDay(const QString& date)
{
    const QString whole = date + QStringLiteral("-01-01").mid(date.size() == 4   ? 0
                                                              : date.size() == 7 ? 3
                                                                                 : 6);
    if (whole.size() != 10)
        return {};
    const QDate day = QDate::fromString(whole, Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

std::optional<QDate> lastDay(const QString& date)
{
    const auto first = firstDay(date);
    if (!first)
        return {};
    return date.size() == 4   ? first->addYears(1).addDays(-1)
           : date.size() == 7 ? first->addMonths(1).addDays(-1)
                              : *first;
}

DataCheck checkTables(const ProjectFile& file, const CheckOptions& options,
                      base::Progress& progress)
{
    DataCheck check(options);
    file.read([&](const ReadAccess& access) {
        CheckRun run(file, access, check, progress);
        struct Kept
        {
            QString key;
            QString rule;
            base::Id id;
        };
        std::vector<Kept> waivers;
        run.each("SELECT id, rule, table_name, row_id, reason, author, waived_on FROM "
                 "main.waivers ORDER BY id",
                 [&](SQLite::Statement& row) {
                     const Waiver waiver{row.getColumn(0).getInt64(), textAt(row, 4),
                                         textAt(row, 5), textAt(row, 6)};
                     const QString key =
                         waiverKey(textAt(row, 1), textAt(row, 2), row.getColumn(3).getInt64());
                     check.m_waivers.insert(key, {std::make_shared<const Waiver>(waiver), false});
                     waivers.push_back({key, textAt(row, 1), waiver.id});
                 });
        run.readSites();
        checkSites(run);
        checkPositions(run);
        checkEstimates(run);
        checkSources(run);
        checkStatus(run);
        checkNamedFiles(run);
        check.settle();
        if (run.wants(Rule::WaiverUnused))
            for (const Kept& waiver : waivers) {
                const auto rule = ruleOf(waiver.rule);
                // What is found on files is not known yet.
                if (check.m_waivers.value(waiver.key).isUsed ||
                    (rule && (!check.wants(*rule) ||
                              (*rule >= Rule::AttachmentMissing && *rule <= Rule::LayerChanged))))
                    continue;
                Finding& finding = check.add(
                    Rule::WaiverUnused, "waivers", waiver.id,
                    QT_TRANSLATE_NOOP("Text", "The finding that was let stand is no longer "
                                              "there: %1. The reason was: %2"),
                    {QStringLiteral("@check_rules/") + waiver.rule,
                     check.m_waivers.value(waiver.key).waiver->reason});
                finding.removal = true;
                finding.fixText = QT_TRANSLATE_NOOP("Text", "Remove the waiver");
            }
    });
    check.close();
    return check;
}

DataCheck checkData(const ProjectFile& file, const CheckOptions& options, base::Progress& progress)
{
    DataCheck check = checkTables(file, options, progress);
    checkFiles(check, progress);
    return check;
}

} // namespace catalogue
