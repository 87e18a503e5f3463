// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <optional>
#include <vector>

namespace report {

// A sheet of paper that has a name: ISO 216 (A4 to A0), ANSI/ASME Y14.1 (letter to E) and legal.
struct Paper
{
    QString key;        // "A4", "Letter", "ANSI C": the same in both languages
    QSizeF millimetres; // upright
};
const std::vector<Paper>& papers();

inline constexpr double LeastPaperMillimetres = 50;
inline constexpr double MostPaperMillimetres = 2000;

// The size that a person says, upright or as it is said: the name of a paper in any case, with or
// without its space, or width x height in millimetres or inches ("420x297mm", "11 x 17 in",
// millimetres where no unit stands). nullopt for anything else, and for what is smaller or larger
// than a sheet can be.
std::optional<QSizeF> parsePaper(const QString& text);

// Its name, whichever way it is turned; empty for a size without one.
QString paperName(const QSizeF& millimetres);

} // namespace report
