// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/claim_rule.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/settings.h"
#include "catalogue/site_store.h"
#include "catalogue/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <climits>

namespace catalogue {

namespace {

constexpr std::array<const char*, ClaimRule::Tests> Keys{"expert", "rank", "newer"};
const QString OrderSetting = QStringLiteral("claim_rule");

std::vector<Claim> claimsOf(const ReadAccess& access, base::Id site, const QString& field)
{
    std::vector<Claim> claims;
    SQLite::Statement row(access.database(),
                          "SELECT id, value, source_id, reference, claimed_on, author, preferred, "
                          "chosen_by FROM main.claims WHERE site_id = ? AND field = ? ORDER BY id");
    row.bind(1, int64_t(site));
    row.bind(2, field.toStdString());
    while (row.executeStep())
        claims.push_back({row.getColumn(0).getInt64(), field, textAt(row, 1), citationAt(row, 2),
                          textAt(row, 4), textAt(row, 5), row.getColumn(6).getInt() != 0,
                          textAt(row, 7)});
    return claims;
}

} // namespace

std::vector<ClaimRule::Test> claimTestsFrom(const QStringList& keys)
{
    std::vector<ClaimRule::Test> tests;
    for (const QString& key : keys) {
        const auto at = std::find_if(Keys.begin(), Keys.end(), [&](const char* known) {
            return key.trimmed() == QLatin1String(known);
        });
        const auto test = ClaimRule::Test(at - Keys.begin());
        if (at == Keys.end() || std::find(tests.begin(), tests.end(), test) != tests.end())
            break;
        tests.push_back(test);
    }
    if (tests.size() != Keys.size() || keys.size() != qsizetype(Keys.size()))
        throw base::Error(Text::tr("The order of claims names expert, rank and newer, each once."));
    return tests;
}

QStringList claimTestKeys(const std::vector<ClaimRule::Test>& tests)
{
    QStringList keys;
    for (const ClaimRule::Test test : tests)
        keys << QString::fromLatin1(Keys[size_t(test)]);
    return keys;
}

void writeClaimOrder(Edit& edit, const std::vector<ClaimRule::Test>& order)
{
    const QJsonArray keys = QJsonArray::fromStringList(claimTestKeys(order));
    writeSetting(edit, OrderSetting,
                 QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact)));
}

ClaimRule::ClaimRule(const ReadAccess& access)
    : m_order{Test::Expert, Test::Rank, Test::Newer}
{
    QStringList keys;
    const QString kept = readSetting(access, OrderSetting).value_or(QString());
    for (const QJsonValue& key : QJsonDocument::fromJson(kept.toUtf8()).array())
        keys << key.toString();
    if (!keys.isEmpty())
        try {
            m_order = claimTestsFrom(keys);
        } catch (const base::Error&) {
            // Of a later version: the usual order.
        }
    SQLite::Statement row(access.database(),
                          "SELECT id, rank, COALESCE(published, accessed) FROM main.sources");
    while (row.executeStep())
        m_sources[row.getColumn(0).getInt64()] = {integerAt(row, 1), textAt(row, 2)};
}

QString ClaimRule::inWords() const
{
    QStringList words;
    for (const Test test : m_order)
        switch (test) {
        case Test::Expert:
            words << Text::tr("what a person chose");
            break;
        case Test::Rank:
            words << Text::tr("the source of the lower rank");
            break;
        case Test::Newer:
            words << Text::tr("the newer one");
            break;
        }
    return words.join(Text::tr(", else "));
}

QString ClaimRule::dateOf(const Claim& claim) const
{
    if (!claim.claimedOn.isEmpty() || !claim.cite.source)
        return claim.claimedOn;
    const auto source = m_sources.find(*claim.cite.source);
    return source == m_sources.end() ? QString() : source->second.date;
}

int ClaimRule::rankOf(const Claim& claim) const
{
    const auto source = claim.cite.source ? m_sources.find(*claim.cite.source) : m_sources.end();
    return source == m_sources.end() ? INT_MAX : source->second.rank.value_or(INT_MAX);
}

bool ClaimRule::comesBefore(const Claim& a, const Claim& b) const
{
    for (const Test test : m_order)
        switch (test) {
        case Test::Expert:
            if (a.chosenBy.isEmpty() != b.chosenBy.isEmpty())
                return !a.chosenBy.isEmpty();
            break;
        case Test::Rank:
            if (rankOf(a) != rankOf(b))
                return rankOf(a) < rankOf(b);
            break;
        case Test::Newer:
            if (dateOf(a) != dateOf(b))
                return dateOf(a) > dateOf(b); // ISO 8601 sorts as text
            break;
        }
    return a.preferred && !b.preferred; // nothing tells them apart: what stands, stands
}

bool ClaimRule::apply(Edit& edit, base::Id site, const QString& field) const
{
    std::vector<Claim> claims = claimsOf(edit, site, field);
    if (claims.empty())
        return false;
    const bool isClaimed = std::any_of(claims.begin(), claims.end(),
                                       [](const Claim& claim) { return claim.preferred; });
    const std::optional<Site> before = readSite(edit, site);
    if (!before)
        return false;
    const QString stood = siteFieldText(*before, field);
    if (!isClaimed && !stood.isEmpty()) // cited by the site as a whole
        claims.push_back({0, field, stood, before->cite, {}, {}, true, {}});
    const auto first =
        std::min_element(claims.begin(), claims.end(),
                         [this](const Claim& a, const Claim& b) { return comesBefore(a, b); });
    if (first->preferred)
        return false;
    preferClaim(edit, first->id, first->chosenBy);
    return first->value != stood;
}

qint64 ClaimRule::applyToAll(Edit& edit, base::Progress& progress) const
{
    std::vector<std::pair<base::Id, QString>> fields;
    {
        SQLite::Statement row(edit.database(), "SELECT DISTINCT site_id, field FROM main.claims "
                                               "ORDER BY site_id, field");
        while (row.executeStep())
            fields.emplace_back(row.getColumn(0).getInt64(), textAt(row, 1));
    }
    progress.begin(Text::tr("Choosing among claims"), qint64(fields.size()));
    qint64 changed = 0;
    qint64 done = 0;
    for (const auto& [site, field] : fields) {
        progress.check();
        changed += apply(edit, site, field) ? 1 : 0;
        progress.advance(++done);
    }
    return changed;
}

} // namespace catalogue
