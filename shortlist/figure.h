// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shortlist/measure.h"

namespace shortlist {

// What was measured as a reader sees it: number with unit, stage or unit in words; what was not
// found is "not known".
QString figureText(const Measure& what, const Measured& measured, const base::Translation& words);
// The unit of a measure for a column's header, in words; empty for a count or a word.
QString unitText(const Measure& what, const base::Translation& words);
// "0.713" with the reader's decimal sign; an en dash for nothing.
QString scoreText(const std::optional<double>& score, const base::Translation& words);

} // namespace shortlist
