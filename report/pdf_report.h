// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/shortlist_report.h"

namespace report {

// The shortlist on A4 pages, in the language of `words`: title, map, ranking, one section per
// shortlisted project with its figures and their sources, and the list of sources. The same content
// gives the same bytes. Throws base::Error naming the file, which is then as it was; and
// base::Cancelled.
void writePdf(const ShortlistContent& content, const base::Translation& words, const QString& path,
              base::Progress& progress);

// The number of pages it has.
int pdfPageCount(const ShortlistContent& content, const base::Translation& words,
                 base::Progress& progress);

} // namespace report
