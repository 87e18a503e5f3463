// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/shortlist_report.h"

namespace report {

// The shortlist as a table for a spreadsheet: RFC 4180, UTF-8, CRLF, numbers in C locale, one row
// per project, a column per criterion with its unit in the header. Text that a spreadsheet would
// run is preceded by an apostrophe.
QByteArray csvOf(const ShortlistContent& content, const base::Translation& words,
                 bool byteOrderMark);
// Throws base::Error naming the file; what was there is then as it was.
void writeCsv(const ShortlistContent& content, const base::Translation& words, const QString& path,
              bool byteOrderMark = true);

} // namespace report
