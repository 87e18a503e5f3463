// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "catalogue/author.h"

#include <QString>

namespace shortlist {

// Makes the sample project file: real sites of both countries and others, candidate projects, and
// an example round on which two delegations disagree. Throws base::Error where the file exists or
// cannot be written; nothing is left behind then.
void createSample(const QString& path, const catalogue::Author& author, base::Progress& progress);

} // namespace shortlist
