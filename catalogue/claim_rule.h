// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "catalogue/site.h"

#include <QStringList>
#include <map>
#include <vector>

namespace catalogue {

class Edit;
class ReadAccess;

// By what one of several claims of a field stands: tests one after another, the first that tells
// them apart decides. A project has one such order, which people can change.
class ClaimRule
{
public:
    enum class Test {
        Expert, // what a person chose
        Rank,   // of its source: the lower one; a source without a rank comes last
        Newer   // by the claim's date, else by that of its source
    };
    static constexpr std::size_t Tests = 3;

    // The project's order, and the sources as they are now.
    explicit ClaimRule(const ReadAccess& access);

    const std::vector<Test>& order() const { return m_order; }
    QString inWords() const; // "what a person chose, else …"
    bool comesBefore(const Claim& a, const Claim& b) const;

    // Makes the claim stand that comes first of those of a field, the value that stands included.
    // True where the site's value is another now.
    bool apply(Edit& edit, base::Id site, const QString& field) const;
    // The same of every field that somebody claims: after the rule or a rank was changed. Returns
    // how many values changed.
    qint64 applyToAll(Edit& edit, base::Progress& progress) const;

private:
    struct SourceRank
    {
        std::optional<int> rank;
        QString date;
    };
    QString dateOf(const Claim& claim) const;
    int rankOf(const Claim& claim) const;

    std::vector<Test> m_order;
    std::map<base::Id, SourceRank> m_sources;
};

// The words of the file: expert, rank, newer. Throws base::Error where one is missing, there twice,
// or unknown.
std::vector<ClaimRule::Test> claimTestsFrom(const QStringList& keys);
QStringList claimTestKeys(const std::vector<ClaimRule::Test>& tests);
void writeClaimOrder(Edit& edit, const std::vector<ClaimRule::Test>& order);

} // namespace catalogue
