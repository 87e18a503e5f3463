// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "geo/crs_proposal.h"

namespace cli {

// A CRS is for a person to say: `text` as the error, with what may be answered.
[[noreturn]] void refuseForCrs(Context& context, const QString& text,
                               const geo::CrsProposal& proposal);

} // namespace cli
