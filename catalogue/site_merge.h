// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QString>

namespace catalogue {

class Edit;
class ReadAccess;

// Two records of one mine made one, and taken apart again (docs/file-format.md, site_merges).
//
// Of the site that goes, all rows that belong to it go over to the one that stays; its records too.
// A value of its own row that differs stays as a claim with its citation, an empty field of the
// other is filled with it, its name becomes an alias. Nothing is lost: the row that went and what
// was done are kept in site_merges.
//
// All throw base::Error where a site or a merge is not there (any more), or a site would be merged
// with itself.
void mergeSites(Edit& edit, base::Id stays, base::Id goes, const QString& reason,
                const QString& author);
// The site that went comes back with its own id, its rows and whatever was changed in them
// meanwhile. Fields of the other that were filled are empty again unless somebody changed them
// since. Works in any order: where the site it was merged into has itself been merged, that merge
// is made anew without it.
void splitSite(Edit& edit, base::Id gone);
// The name of a site that was merged into another; its number where it has none.
QString mergedSiteName(const ReadAccess& access, base::Id gone);
// Where a site's rows are now: the id itself, or that of the site it was merged into (and that one
// into …). nullopt where there is neither.
std::optional<base::Id> currentSite(const ReadAccess& access, base::Id id);

} // namespace catalogue
