// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check_run.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QSet>
#include <algorithm>
#include <array>

namespace catalogue {

namespace {

// Names that say that there is none.
bool isPlaceholder(const QString& name)
{
    static const QSet<QString> words{QStringLiteral("unknown"),
                                     QStringLiteral("unnamed"),
                                     QStringLiteral("no name"),
                                     QStringLiteral("unnamed prospect"),
                                     QStringLiteral("unnamed mine"),
                                     QStringLiteral("unnamed occurrence"),
                                     QStringLiteral("unnamed deposit"),
                                     QStringLiteral("unknown prospect"),
                                     QStringLiteral("unknown mine"),
                                     QStringLiteral("unnamed location"),
                                     QStringLiteral("prospect"),
                                     QStringLiteral("mine"),
                                     QStringLiteral("na"),
                                     QStringLiteral("n a"),
                                     QStringLiteral("none"),
                                     QStringLiteral("test"),
                                     QStringLiteral("desconocido"),
                                     QStringLiteral("desconocida"),
                                     QStringLiteral("sin nombre"),
                                     QStringLiteral("sn"),
                                     QStringLiteral("s n"),
                                     QStringLiteral("no disponible"),
                                     QStringLiteral("mina"),
                                     QStringLiteral("prospecto")};
    return words.contains(folded(name));
}

void checkMissing(CheckRun& run)
{
    for (const CheckedSite& site : run.sites) {
        if (!site.lonLat)
            run.add(Rule::PositionMissing, site,
                    QT_TRANSLATE_NOOP("Text", "The site has no position: no map shows it."));
        if (site.name.isEmpty())
            run.add(Rule::NameMissing, site, QT_TRANSLATE_NOOP("Text", "The site has no name."));
        else if (run.wants(Rule::NameMissing) && isPlaceholder(site.name))
            run.add(Rule::NameMissing, site,
                    QT_TRANSLATE_NOOP("Text", "The site is called “%1”, which is no name."),
                    {site.name});
        if (site.kind.isEmpty())
            run.add(Rule::KindMissing, site,
                    QT_TRANSLATE_NOOP("Text", "It is not said what kind of site this is."));
        if (!site.hasCommodity)
            run.add(Rule::CommodityMissing, site,
                    QT_TRANSLATE_NOOP("Text", "The site has no commodity."));
    }
}

// Windows-1252 as bytes; nullopt for text that was never that.
std::optional<QByteArray> windows1252(const QString& text)
{
    static const QString high = QStringLiteral(
        "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d"
        "\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a"
        "\u0153\u009d\u017e\u0178");
    QByteArray bytes;
    for (const QChar each : text) {
        const qsizetype place = high.indexOf(each);
        if (place >= 0)
            bytes += char(0x80 + place);
        else if (each.unicode() < 0x100)
            bytes += char(each.unicode());
        else
            return {};
    }
    return bytes;
}

// Text that was UTF-8 and was read as Windows-1252, put right: "CafÃ©" is "Café". Empty where it
// is nothing of the kind.
QString ungarbled(const QString& text)
{
    if (std::none_of(text.begin(), text.end(), [](QChar each) {
            return each.unicode() == 0xc2 || each.unicode() == 0xc3 || each.unicode() == 0xc5 ||
                   each.unicode() == 0xe2;
        }))
        return {};
    const auto bytes = windows1252(text);
    if (!bytes)
        return {};
    const QString right = QString::fromUtf8(*bytes);
    return right.contains(QChar::ReplacementCharacter) || right.size() >= text.size() ? QString()
                                                                                      : right;
}

void checkTexts(CheckRun& run)
{
    struct Texts
    {
        const char* table;
        const char* column;
        const char* site; // the column that holds it
    };
    static constexpr std::array<Texts, 6> All{{{"sites", "name", "id"},
                                               {"sites", "admin1", "id"},
                                               {"sites", "deposit_type", "id"},
                                               {"sites", "note", "id"},
                                               {"site_names", "name", "site_id"},
                                               {"site_owners", "name", "site_id"}}};
    for (const Texts& texts : All) {
        // What is plain ASCII cannot be garbled so: SQLite passes most rows over.
        const std::string column = texts.column;
        std::string sql = "SELECT id, ";
        sql.append(texts.site).append(", ").append(column).append(" FROM main.");
        sql.append(texts.table).append(" WHERE LENGTH(CAST(").append(column);
        sql.append(" AS BLOB)) > LENGTH(").append(column).append(") ORDER BY 2, 1");
        run.each(sql.c_str(), [&](SQLite::Statement& row) {
            const QString text = textAt(row, 2);
            const QString right = ungarbled(text);
            if (right.isEmpty() && !text.contains(QChar::ReplacementCharacter))
                return;
            Finding& finding =
                run.add(Rule::TextGarbled, texts.table, row.getColumn(0).getInt64(),
                        row.getColumn(1).getInt64(),
                        QT_TRANSLATE_NOOP("Text", "The text “%1” was read in the wrong "
                                                  "encoding."),
                        {text.left(120)});
            if (!right.isEmpty()) {
                finding.fix = {{QString::fromLatin1(texts.column), text, right}};
                finding.fixText = QT_TRANSLATE_NOOP("Text", "Write it as it was meant: %1");
            }
        });
    }
}

void checkKeys(CheckRun& run)
{
    struct Keys
    {
        const char* table;
        const char* column;
        const char* site; // the column that holds it; nullptr: it has none
        const Vocabulary& (*words)();
    };
    static constexpr std::array<Keys, 20> All{
        {{"sites", "kind", "id", siteKinds},
         {"sites", "stage", "id", stages},
         {"sites", "country", "id", countries},
         {"site_commodities", "commodity", "site_id", commodities},
         {"site_commodities", "role", "site_id", commodityRoles},
         {"estimates", "commodity", "site_id", commodities},
         {"estimates", "category", "site_id", estimateCategories},
         {"estimates", "grade_unit", "site_id", gradeUnits},
         {"estimates", "cutoff_unit", "site_id", gradeUnits},
         {"site_owners", "country", "site_id", countries},
         {"site_stages", "stage", "site_id", stages},
         {"site_permits", "kind", "site_id", permitKinds},
         {"site_permits", "status", "site_id", permitStatuses},
         {"site_offtakes", "country", "site_id", countries},
         {"site_offtakes", "commodity", "site_id", commodities},
         {"project_members", "role", "site_id", memberRoles},
         {"sources", "kind", nullptr, sourceKinds},
         {"layers", "purpose", nullptr, layerPurposes},
         {"decisions", "decision", nullptr, decisionKinds},
         {"countries_of_concern", "country", nullptr, countries}}};
    for (const Keys& keys : All) {
        const std::string from = std::string(" FROM main.") + keys.table + " WHERE " + keys.column;
        QStringList unknown;
        run.each((std::string("SELECT DISTINCT ") + keys.column + from + " IS NOT NULL").c_str(),
                 [&](SQLite::Statement& row) {
                     if (keys.words().find(textAt(row, 0)) == nullptr)
                         unknown << textAt(row, 0);
                 });
        for (const QString& key : unknown) {
            const QString meant = keys.words().keyFor(key);
            SQLite::Statement row(run.access.database(),
                                  std::string("SELECT id, ") +
                                      (keys.site != nullptr ? keys.site : "0") + from +
                                      " = ? ORDER BY 2, 1");
            row.bind(1, key.toStdString());
            while (row.executeStep()) {
                Finding& finding = run.add(
                    Rule::UnknownKey, keys.table, row.getColumn(0).getInt64(),
                    row.getColumn(1).getInt64(),
                    QT_TRANSLATE_NOOP(
                        "Text", "“%1” (%3: %2) is no word that this version of the program knows."),
                    {key,
                     QStringLiteral("!") + QLatin1String(keys.table) + u'.' +
                         QLatin1String(keys.column),
                     QStringLiteral("!") + QLatin1String(keys.table)});
                if (!meant.isEmpty()) {
                    finding.fix = {{QString::fromLatin1(keys.column), key, meant}};
                    finding.fixText = QT_TRANSLATE_NOOP("Text", "Write the key that is meant: %1");
                }
            }
        }
    }
}

// "3/2011", "12.05.2010" and the like, where only one reading is possible; else empty.
QString isoDate(const QString& text)
{
    const QString plain = text.trimmed();
    for (const char* format : {"yyyy/MM/dd", "yyyy/M/d", "yyyyMMdd", "yyyy.MM.dd"})
        if (const QDate date = QDate::fromString(plain, QLatin1String(format)); date.isValid())
            return date.toString(Qt::ISODate);
    if (plain.size() > 10 && firstDay(plain.left(10)) && (plain[10] == u'T' || plain[10] == u' '))
        return plain.left(10);
    if (plain != text && firstDay(plain))
        return plain;
    for (const char* separator : {"/", ".", "-"}) {
        const QStringList parts = plain.split(QLatin1String(separator));
        if (parts.size() != 3 || parts[2].size() != 4)
            continue;
        const int first = parts[0].toInt();
        const int second = parts[1].toInt();
        if ((first > 12) == (second > 12) && first != second)
            return {}; // the day or the month first?
        const QDate date(parts[2].toInt(),
                         std::min(first, second) > 12 ? 0
                         : first > 12                 ? second
                                                      : first,
                         first > 12 ? first : second);
        return date.isValid() ? date.toString(Qt::ISODate) : QString();
    }
    return {};
}

void checkDates(CheckRun& run)
{
    struct Dates
    {
        const char* table;
        const char* column;
        const char* site; // the column that holds it; nullptr: it has none
        bool mayBeAhead = false;
    };
    static constexpr std::array<Dates, 12> All{{{"sites", "stage_date", "id"},
                                                {"estimates", "effective_date", "site_id"},
                                                {"site_stages", "date", "site_id"},
                                                {"site_owners", "as_of", "site_id"},
                                                {"site_permits", "date", "site_id"},
                                                {"site_permits", "expires", "site_id", true},
                                                {"site_offtakes", "from_date", "site_id", true},
                                                {"site_offtakes", "until_date", "site_id", true},
                                                {"claims", "claimed_on", "site_id", true},
                                                {"sources", "published", nullptr},
                                                {"sources", "accessed", nullptr},
                                                {"decisions", "decided_on", nullptr}}};
    for (const Dates& dates : All) {
        const std::string column = dates.column;
        const std::string from = std::string(" FROM main.") + dates.table + " WHERE " + column;
        struct Odd
        {
            QString date;
            bool isAhead = false;
        };
        std::vector<Odd> odd;
        std::string sql = "SELECT DISTINCT ";
        sql.append(column).append(from).append(" IS NOT NULL");
        run.each(sql.c_str(), [&](SQLite::Statement& row) {
            const QString date = textAt(row, 0);
            const auto first = firstDay(date);
            if (!first)
                odd.push_back({date, false});
            else if (*first > run.today() && !dates.mayBeAhead)
                odd.push_back({date, true});
        });
        for (const Odd& each : odd) {
            SQLite::Statement row(run.access.database(),
                                  std::string("SELECT id, ") +
                                      (dates.site != nullptr ? dates.site : "0") + from +
                                      " = ? ORDER BY 2, 1");
            row.bind(1, each.date.toStdString());
            while (row.executeStep()) {
                const base::Id id = row.getColumn(0).getInt64();
                const base::Id site = row.getColumn(1).getInt64();
                const QStringList args{each.date,
                                       QStringLiteral("!") + QLatin1String(dates.table) + u'.' +
                                           QLatin1String(dates.column),
                                       QStringLiteral("!") + QLatin1String(dates.table)};
                if (each.isAhead) {
                    run.add(Rule::DateInFuture, dates.table, id, site,
                            QT_TRANSLATE_NOOP("Text", "“%1” (%3: %2) lies in the future."), args);
                    continue;
                }
                Finding& finding = run.add(
                    Rule::DateMalformed, dates.table, id, site,
                    QT_TRANSLATE_NOOP("Text", "“%1” (%3: %2) is no date such as 2024, "
                                              "2024-05 or 2024-05-31: it cannot be compared."),
                    args);
                if (const QString right = isoDate(each.date); !right.isEmpty()) {
                    finding.fix = {{QString::fromLatin1(dates.column), each.date, right}};
                    finding.fixText = QT_TRANSLATE_NOOP("Text", "Write the date as %1");
                }
            }
        }
    }
}

} // namespace

void checkSites(CheckRun& run)
{
    run.progress.begin(Text::tr("Checking the sites"));
    const auto mark = [&](const char* sql, bool CheckedSite::*flag) {
        size_t at = 0;
        run.each(sql, [&](SQLite::Statement& row) {
            const base::Id id = row.getColumn(0).getInt64();
            while (at < run.sites.size() && run.sites[at].id < id)
                ++at;
            if (at < run.sites.size() && run.sites[at].id == id)
                run.sites[at].*flag = true;
        });
    };
    mark("SELECT DISTINCT site_id FROM main.site_commodities ORDER BY site_id",
         &CheckedSite::hasCommodity);
    mark("SELECT DISTINCT site_id FROM main.estimates ORDER BY site_id", &CheckedSite::hasEstimate);
    mark("SELECT DISTINCT site_id FROM main.claims WHERE source_id IS NOT NULL OR author IS NOT "
         "NULL ORDER BY site_id",
         &CheckedSite::hasClaim);
    checkMissing(run);
    if (run.wants(Rule::TextGarbled))
        checkTexts(run);
    if (run.wants(Rule::UnknownKey))
        checkKeys(run);
    if (run.wantsAny(Rule::DateMalformed, Rule::DateInFuture))
        checkDates(run);
}

} // namespace catalogue
