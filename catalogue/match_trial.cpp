// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/match_trial.h"

#include "base/error.h"
#include "catalogue/csv.h"
#include "catalogue/match_compare.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QHash>
#include <algorithm>

namespace catalogue {

double MatchFigures::precision() const
{
    return foundPairs > 0 ? double(rightPairs) / double(foundPairs) : 0;
}

double MatchFigures::recall() const
{
    return truePairs > 0 ? double(rightPairs) / double(truePairs) : 0;
}

double MatchFigures::f1() const
{
    const double sum = precision() + recall();
    return sum > 0 ? 2 * precision() * recall() / sum : 0;
}

MatchFigures evaluateCopies(const CopiedRecords& copied, const std::optional<MatchModel>& model,
                            double leastBits, base::Progress& progress)
{
    const MatchTable table(copied.records, progress);
    const DuplicateSearch search = findDuplicates(table, model, leastBits, progress);
    MatchFigures figures;
    figures.leastBits = leastBits;
    figures.truePairs = qint64(copied.truth.size());
    figures.foundPairs = qint64(search.pairs.size());
    for (const DuplicatePair& pair : search.pairs) {
        const std::pair ids(table.record(pair.a).id, table.record(pair.b).id);
        if (std::binary_search(copied.truth.begin(), copied.truth.end(), ids))
            ++figures.rightPairs;
    }
    return figures;
}

std::vector<JudgedPair> judgedPairs(const QByteArray& csv, std::vector<base::Issue>& issues)
{
    CsvReader reader(csv, csvSeparatorOf(csv));
    CsvReader::Record row;
    if (!reader.next(row))
        throw base::Error(Text::tr("This table of judged pairs is empty."));
    QHash<QString, size_t> columns;
    for (size_t i = 0; i < row.fields.size(); ++i)
        columns.insert(QString::fromUtf8(row.fields[i]).remove(QChar(0xFEFF)).trimmed(), i);
    for (const char* needed : {"verdict", "a_name", "b_name", "a_lon", "b_lon"})
        if (!columns.contains(QLatin1String(needed)))
            throw base::Error(Text::tr("A table of judged pairs needs the column %1.")
                                  .arg(QLatin1String(needed)));
    std::vector<JudgedPair> pairs;
    while (reader.next(row)) {
        const auto text = [&](const QString& column) {
            const auto found = columns.find(column);
            return found == columns.end() || *found >= row.fields.size()
                       ? QString()
                       : csvUnescaped(QString::fromUtf8(row.fields[*found])).trimmed();
        };
        JudgedPair pair;
        pair.name = text(QStringLiteral("pair"));
        pair.part = text(QStringLiteral("part"));
        pair.reason = text(QStringLiteral("reason"));
        const QString verdict = text(QStringLiteral("verdict"));
        pair.same = verdict == QLatin1String("same");
        bool understood = pair.same || verdict == QLatin1String("different");
        QString culprit = understood ? QString() : QStringLiteral("verdict");
        const auto readRecord = [&](const QString& side, MatchRecord& record) {
            const auto of = [&](const char* column) { return text(side + QLatin1String(column)); };
            if (const QString name = of("_name"); !name.isEmpty())
                record.names << name;
            bool goodX = true;
            bool goodY = true;
            const QString lon = of("_lon");
            const QString lat = of("_lat");
            if (!lon.isEmpty() || !lat.isEmpty())
                record.lonLat = QPointF(lon.toDouble(&goodX), lat.toDouble(&goodY));
            if (!goodX || !goodY)
                culprit = side + (goodX ? QLatin1String("_lat") : QLatin1String("_lon"));
            for (const QString& word : of("_commodities").split(u';', Qt::SkipEmptyParts)) {
                const QString key = commodities().keyFor(word.trimmed());
                const QString commodity = key.isEmpty() ? folded(word) : key;
                if (!record.commodities.contains(commodity))
                    record.commodities << commodity;
            }
            record.country = countries().keyFor(of("_country"));
            record.admin1 = of("_state");
            record.kind = siteKinds().keyFor(of("_kind"));
            record.depositType = of("_deposit_type");
        };
        readRecord(QStringLiteral("a"), pair.a);
        readRecord(QStringLiteral("b"), pair.b);
        if (!culprit.isEmpty()) {
            issues.push_back({base::Severity::Warning,
                              Text::tr("This pair is left out: its verdict is neither “same” nor "
                                       "“different”, or a coordinate is no number."),
                              {{}, row.line, culprit, text(culprit)}});
            continue;
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

void weighJudged(std::vector<JudgedPair>& pairs, std::vector<MatchRecord> among,
                 const std::optional<MatchModel>& model, base::Progress& progress)
{
    // Their ids come behind all others'; what is the same record in the catalogue stays beside it.
    base::Id next = 1;
    for (const MatchRecord& record : among)
        next = std::max(next, record.id + 1);
    const base::Id first = next;
    for (JudgedPair& pair : pairs)
        for (MatchRecord* record : {&pair.a, &pair.b}) {
            record->id = next++;
            among.push_back(*record);
        }
    const bool alone = size_t(next - first) == among.size();
    const MatchTable table(std::move(among), progress);
    const MatchModel used = model   ? *model
                            : alone ? MatchModel::builtIn()
                                    : estimateModel(table, progress);
    for (JudgedPair& pair : pairs)
        pair.bits = used.bits(
            compareRecords(table, *table.rowOf(pair.a.id), *table.rowOf(pair.b.id), used));
}

MatchFigures judgedFigures(const std::vector<JudgedPair>& pairs, const QString& part,
                           double leastBits)
{
    MatchFigures figures;
    figures.leastBits = leastBits;
    for (const JudgedPair& pair : pairs) {
        if (!part.isEmpty() && pair.part != part)
            continue;
        const bool found = pair.bits >= leastBits;
        figures.truePairs += pair.same ? 1 : 0;
        figures.foundPairs += found ? 1 : 0;
        figures.rightPairs += found && pair.same ? 1 : 0;
    }
    return figures;
}

} // namespace catalogue
