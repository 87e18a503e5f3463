// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/quantity.h"

#include <QSet>

namespace catalogue {

// resources/vocabularies/quantity_units.json, ready to be looked up by the words of a spelling,
// folded and joined by single spaces. Read when first asked for, never changed.
struct QuantityTable
{
    struct Unit
    {
        QuantityUnit info;
        QString basis; // of a mass: "dry", "wet"; else empty
    };
    static const QuantityTable& instance(); // throws base::Error
    // Throws base::Error also where two units claim one spelling.
    static QuantityTable fromJson(const QByteArray& json);

    std::map<QString, Unit> masses; // by key
    std::map<QString, Unit> grades;
    QHash<QString, QString> massSpellings; // key
    QHash<QString, QString> exactMasses;   // one word, case as written; key
    QHash<QString, QString> gradeSpellings;
    QHash<QString, double> multipliers;
    QHash<QString, QString> bases;
    QHash<QString, QString> materials;
    QHash<QString, size_t> substanceSpellings; // without any space; place in substances
    std::vector<Substance> substances;
    QSet<QString> nothing; // lower case
    std::vector<QuantityUnit> all;
};

enum class UnitCase { Kept, Folded };

// The words of a spelling: compatibility forms made plain (m³, Li₂O), accents, brackets,
// underscores, hyphens, footnote marks and closing points taken away, "1,000" as 1000 and "000's"
// as 000s.
QStringList unitWords(const QString& spelling, UnitCase letters);
// So too, the case kept, with every "%" a word of its own: "%Cu", "Cu%".
QStringList gradeWords(const QString& spelling);

} // namespace catalogue
