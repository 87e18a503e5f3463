// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/value.h"

#include <QString>

namespace catalogue {

class Vocabulary;

// The shared tables, their columns and what stands in them, in the words of the language that the
// program speaks (tr()).

QString tableLabel(const QString& table);                        // "Estimate"
QString fieldLabel(const QString& table, const QString& column); // "Tonnes of ore"
// The words that a column holds the keys of; nullptr for one of free text or numbers.
const Vocabulary* vocabularyOf(const QString& table, const QString& column);
// A value as a reader writes it: a key by its label, a number in their locale, a point in degrees,
// yes or no; at most `most` characters. A dash where there is none.
QString valueLabel(const QString& table, const QString& column, const Value& value,
                   base::Language language, qsizetype most = 200);

} // namespace catalogue
