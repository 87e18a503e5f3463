// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/duplicates.h"
#include "catalogue/match_compare.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QLocale>
#include <cmath>

namespace catalogue {

namespace {

QString number(double value, int decimals, base::Language language)
{
    return base::localeOf(language).toString(value, 'f', decimals);
}

QString length(double metres, base::Language language)
{
    return metres < 995 ? QStringLiteral("%1 m").arg(number(metres, 0, language))
                        : QStringLiteral("%1 km").arg(
                              number(metres / 1000, metres < 99500 ? 1 : 0, language));
}

QString namesText(const Comparison& pair, base::Language language)
{
    const QString score = number(double(pair.nameScore), 2, language);
    if (pair.level[size_t(MatchField::Names)] == match_level::OtherNumber)
        return Text::tr("names %1, but for another number or part").arg(score);
    return Text::tr("names %1").arg(score);
}

QString placeText(const MatchTable& table, size_t a, size_t b, const Comparison& pair,
                  const MatchModel& model, base::Language language)
{
    if (pair.level[size_t(MatchField::Place)] == match_level::Missing)
        return Text::tr("a position is missing");
    const auto uncertainty = [&](size_t row) {
        return length(
            std::max<double>(model.leastUncertaintyMetres, table.row(row).uncertaintyMetres),
            language);
    };
    const QString apart = length(double(pair.metres), language);
    const QString first = uncertainty(a);
    const QString second = uncertainty(b);
    return first == second
               ? Text::tr("%1 apart, both positions ± %2").arg(apart, first)
               : Text::tr("%1 apart, positions ± %2 and ± %3").arg(apart, first, second);
}

QString commoditiesText(const MatchRecord& a, const MatchRecord& b, uint8_t level,
                        base::Language language)
{
    if (level == match_level::KinCommodities)
        return Text::tr("commodities of one group");
    QStringList shared;
    for (const QString& commodity : a.commodities)
        if (b.commodities.contains(commodity))
            shared << commodities().label(commodity, language);
    if (shared.isEmpty())
        return Text::tr("no commodity in common");
    constexpr qsizetype Most = 4;
    if (shared.size() > Most)
        shared = shared.first(Most) << QStringLiteral("…");
    return Text::tr("commodities share %1").arg(shared.join(QStringLiteral(", ")));
}

QString otherText(const MatchRecord& a, const MatchRecord& b, MatchField field, uint8_t level,
                  base::Language language)
{
    using namespace match_level;
    switch (field) {
    case MatchField::Kind:
        return level == SameKind ? Text::tr("both: %1").arg(siteKinds().label(a.kind, language))
                                 : Text::tr("kinds: %1 and %2")
                                       .arg(siteKinds().label(a.kind, language),
                                            siteKinds().label(b.kind, language));
    case MatchField::Stage:
        return level == SameStage ? Text::tr("one stage") : Text::tr("different stages");
    case MatchField::Region:
        return level == SameState     ? Text::tr("one state")
               : level == SameCountry ? Text::tr("different states")
                                      : Text::tr("different countries");
    case MatchField::DepositType:
        return level == SameType   ? Text::tr("one type of deposit")
               : level == AkinType ? Text::tr("similar types of deposit")
                                   : Text::tr("different types of deposit");
    default:
        return level == SharedId ? Text::tr("one number in another catalogue")
                                 : Text::tr("different numbers in one catalogue");
    }
}

} // namespace

std::vector<MatchReason> explain(const MatchTable& table, size_t a, size_t b,
                                 const MatchModel& model, base::Language language)
{
    const Comparison pair = compareRecords(table, a, b, model);
    const MatchRecord& first = table.record(a);
    const MatchRecord& second = table.record(b);
    std::vector<MatchReason> reasons;
    for (size_t i = 0; i < MatchFieldCount; ++i) {
        const MatchField field = MatchField(i);
        const uint8_t level = pair.level[i];
        const double bits = model.bits(field, level) + double(pair.extraBits[i]);
        if (level == match_level::Missing && pair.extraBits[i] == 0)
            continue;
        const QString text =
            field == MatchField::Names         ? namesText(pair, language)
            : field == MatchField::Place       ? placeText(table, a, b, pair, model, language)
            : field == MatchField::Commodities ? commoditiesText(first, second, level, language)
                                               : otherText(first, second, field, level, language);
        reasons.push_back({text, bits});
    }
    reasons.push_back({Text::tr("before comparing"), model.priorBits});
    return reasons;
}

QString toText(const std::vector<MatchReason>& reasons, base::Language language)
{
    QStringList parts;
    for (const MatchReason& reason : reasons)
        parts << reason.text + u' ' +
                     (reason.bits < 0 ? QStringLiteral("−") : QStringLiteral("+")) +
                     number(std::abs(reason.bits), 1, language);
    return parts.join(QStringLiteral("; "));
}

} // namespace catalogue
