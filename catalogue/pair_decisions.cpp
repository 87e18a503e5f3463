// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/pair_decisions.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/csv.h"
#include "catalogue/project_file.h"
#include "catalogue/site_merge.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QDate>
#include <QHash>
#include <algorithm>

namespace catalogue {

namespace {

base::Id pairId(base::Id a, base::Id b)
{
    return base::hashedId(
        {"site_pairs", base::idBytes(std::min(a, b)), base::idBytes(std::max(a, b))});
}

struct Wanted
{
    qint64 line = 0;
    QString site;
    QString other;
    QString decision;
    QString reason;
};

std::vector<Wanted> wantedRows(const QByteArray& csv)
{
    CsvReader reader(csv, csvSeparatorOf(csv));
    CsvReader::Record row;
    QHash<QString, size_t> columns;
    if (reader.next(row))
        for (size_t i = 0; i < row.fields.size(); ++i)
            columns.insert(
                QString::fromUtf8(row.fields[i]).remove(QChar(0xFEFF)).trimmed().toLower(), i);
    for (const char* needed : {"site", "other", "decision"})
        if (!columns.contains(QLatin1String(needed)))
            throw base::Error(
                Text::tr("A table of decisions needs the columns site, other and "
                         "decision; %1 is missing. The command duplicates writes such "
                         "a table with --csv.")
                    .arg(QLatin1String(needed)));
    std::vector<Wanted> rows;
    while (reader.next(row)) {
        const auto text = [&](const char* column) {
            const auto found = columns.find(QLatin1String(column));
            return found == columns.end() || *found >= row.fields.size()
                       ? QString()
                       : csvUnescaped(QString::fromUtf8(row.fields[*found])).trimmed();
        };
        rows.push_back(
            {row.line, text("site"), text("other"), text("decision").toLower(), text("reason")});
    }
    return rows;
}

} // namespace

std::vector<PairDecision> readPairDecisions(const ReadAccess& access)
{
    std::vector<PairDecision> decisions;
    SQLite::Statement row(access.database(),
                          "SELECT site, other, decision, reason, author, decided_on "
                          "FROM main.site_pairs ORDER BY site, other");
    while (row.executeStep())
        decisions.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getInt64(),
                             textAt(row, 2), textAt(row, 3), textAt(row, 4), textAt(row, 5)});
    return decisions;
}

QString decisionOf(const std::vector<PairDecision>& decisions, base::Id a, base::Id b)
{
    const std::pair wanted(std::min(a, b), std::max(a, b));
    const auto found = std::lower_bound(decisions.begin(), decisions.end(), wanted,
                                        [](const PairDecision& each, const auto& pair) {
                                            return std::pair(each.site, each.other) < pair;
                                        });
    return found != decisions.end() && std::pair(found->site, found->other) == wanted
               ? found->decision
               : QString();
}

void decidePair(Edit& edit, base::Id a, base::Id b, const QString& decision, const QString& reason,
                const QString& author, const QString& day)
{
    if (a == b)
        throw base::Error(Text::tr("Both numbers are of one site."));
    RowValues(edit, "site_pairs")
        .setId("site", std::min(a, b))
        .setId("other", std::max(a, b))
        .set("decision", decision)
        .set("reason", reason)
        .set("author", author)
        .set("decided_on", day)
        .put(pairId(a, b));
}

void keepApart(Edit& edit, base::Id a, base::Id b, const QString& reason, const QString& author)
{
    decidePair(edit, a, b, QStringLiteral("apart"), reason, author,
               QDate::currentDate().toString(Qt::ISODate));
}

void decideLater(Edit& edit, base::Id a, base::Id b, const QString& reason, const QString& author)
{
    decidePair(edit, a, b, QStringLiteral("later"), reason, author,
               QDate::currentDate().toString(Qt::ISODate));
}

void forgetDecision(Edit& edit, base::Id a, base::Id b)
{
    removeRow(edit, "site_pairs", pairId(a, b));
}

DecidedPairs decidePairs(ProjectFile& file, const Author& author, const QByteArray& csv,
                         const QString& fileName, base::Progress& progress)
{
    const std::vector<Wanted> rows = wantedRows(csv);
    DecidedPairs outcome;
    const auto decide = [&](Edit& edit, const Wanted& row) {
        const auto siteOf = [&](const QString& text) {
            bool isNumber = false;
            const base::Id id = text.toLongLong(&isNumber);
            const std::optional<base::Id> site = isNumber ? currentSite(edit, id) : std::nullopt;
            if (!site)
                throw base::Error(Text::tr("There is no site of the number “%1”.").arg(text));
            return *site;
        };
        const QString decision = pairDecisions().keyFor(row.decision);
        if (decision.isEmpty())
            throw base::Error(
                Text::tr("“%1” is no decision: merge, apart or later.").arg(row.decision));
        const base::Id site = siteOf(row.site);
        const base::Id other = siteOf(row.other);
        if (site == other) {
            if (row.site == row.other)
                throw base::Error(Text::tr("Both numbers are of one site."));
            if (decision == QLatin1String("merged"))
                throw base::Error(Text::tr("These two have been merged already."));
            throw base::Error(Text::tr("These two have been merged; split them first."));
        }
        if (decision == QLatin1String("merged")) {
            mergeSites(edit, site, other, row.reason, toText(author));
            ++outcome.merged;
        } else if (decision == QLatin1String("apart")) {
            keepApart(edit, site, other, row.reason, toText(author));
            ++outcome.apart;
        } else {
            decideLater(edit, site, other, row.reason, toText(author));
            ++outcome.later;
        }
    };
    const qint64 count = std::count_if(rows.begin(), rows.end(),
                                       [](const Wanted& row) { return !row.decision.isEmpty(); });
    outcome.undecided = qint64(rows.size()) - count;
    file.edit(
        author, EntryKind::Edit,
        {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Decided on %1 pairs of records that look "
                                                     "alike (%2)")),
         {QString::number(count), fileName}},
        [&](Edit& edit) {
            for (const Wanted& row : rows) {
                progress.check();
                if (row.decision.isEmpty())
                    continue;
                edit.database().exec("SAVEPOINT decision");
                try {
                    decide(edit, row);
                    edit.database().exec("RELEASE decision");
                } catch (const base::Error& error) {
                    edit.database().exec("ROLLBACK TO decision; RELEASE decision");
                    outcome.issues.push_back(
                        {base::Severity::Warning,
                         error.message(),
                         {fileName, row.line, {}, row.site + u' ' + row.other}});
                }
            }
        });
    return outcome;
}

} // namespace catalogue
