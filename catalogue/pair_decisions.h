// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "catalogue/author.h"

namespace catalogue {

class Edit;
class ProjectFile;
class ReadAccess;

// A person's word on two records that look alike: merged, apart, later (vocabulary pair_decisions).
struct PairDecision
{
    base::Id site = 0; // the lower id
    base::Id other = 0;
    QString decision;
    QString reason;
    QString author;
    QString decidedOn;
};
std::vector<PairDecision> readPairDecisions(const ReadAccess& access); // by site, then other
// Of two ids in either order; empty where there is none. Takes what readPairDecisions() gave.
QString decisionOf(const std::vector<PairDecision>& decisions, base::Id a, base::Id b);

// Remembered, so that the pair does not come back. mergeSites() (site_merge.h) makes two one.
void keepApart(Edit& edit, base::Id a, base::Id b, const QString& reason, const QString& author);
void decideLater(Edit& edit, base::Id a, base::Id b, const QString& reason, const QString& author);
// Any of them; `day` is ISO 8601. Replaces what was decided before.
void decidePair(Edit& edit, base::Id a, base::Id b, const QString& decision, const QString& reason,
                const QString& author, const QString& day);
void forgetDecision(Edit& edit, base::Id a, base::Id b);

// Decisions out of a CSV with the columns site, other, decision and, if one will, reason; others
// are passed over, so that a list of pairs can be filled in and given back. `site` stays, `other`
// goes. A site that was merged before, in this table or earlier, stands for the one that holds its
// rows now. Rows without a decision are counted and passed over. What cannot be done is left out
// and becomes an issue with its line; all the rest is one entry of the journal. Throws base::Error
// where it is no such table.
struct DecidedPairs
{
    qint64 merged = 0;
    qint64 apart = 0;
    qint64 later = 0;
    qint64 undecided = 0;
    std::vector<base::Issue> issues;
};
DecidedPairs decidePairs(ProjectFile& file, const Author& author, const QByteArray& csv,
                         const QString& fileName, base::Progress& progress);

} // namespace catalogue
