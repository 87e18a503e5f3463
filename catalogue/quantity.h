// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

// Units of tonnage and grade, as files spell them, by the table
// resources/vocabularies/quantity_units.json. docs/units.md is its page.

namespace catalogue {

// What a mass or a grade is of.
struct Substance
{
    QString commodity;  // vocabulary commodities
    QString formula;    // as the file names it: Li2O, U3O8, Cu
    QString measuredAs; // what the commodity is measured as: Li, U, Cu; K2O for potash
    double factor = 1;  // mass of measuredAs that a mass 1 of formula holds
    bool operator==(const Substance&) const = default;
};

struct TonnageUnit
{
    double tonnesPerUnit = 1; // metric; of substance.measuredAs, where one is named
    QString basis;            // "dry", "wet", "recoverable" (after mining losses); else empty
    QString of;               // "ore", "concentrate", "contained"; empty where it is not said
    Substance substance;      // of "kt LCE"; empty for most
    bool operator==(const TonnageUnit&) const = default;
};

struct GradeUnit
{
    QString unit;            // vocabulary grade_units
    double factor = 1;       // figure × factor is a grade in unit, of substance.measuredAs
    Substance substance;     // of "% Cu", "% Li2O"; empty where the unit is all that is said
    bool equivalent = false; // "% CuEq": other metals count in it, so it is no grade of copper
    bool operator==(const GradeUnit&) const = default;
};

enum class UnitProblem {
    None,
    Missing,      // empty, "n/a"
    Unknown,      // not in the table
    Ambiguous,    // "tons", "oz/t": more than one meaning, and nobody said which
    OtherQuantity // a grade's unit where a tonnage is asked for, or the other way round
};

template <typename Unit>
struct UnitReading
{
    std::optional<Unit> unit; // set exactly when the problem is None
    UnitProblem problem = UnitProblem::Unknown;
};

// What ambiguous words mean in one file, by the table's keys: {"ton": "short_ton", "mt": "tonne"}.
using UnitMeanings = std::map<QString, QString>;

// Reads spellings. It remembers those it met, so it belongs to one thread.
class UnitReader
{
public:
    // Throws base::Error for a word or a meaning that the table does not have.
    explicit UnitReader(UnitMeanings meanings = {});
    UnitReading<TonnageUnit> tonnage(const QString& spelling);
    UnitReading<GradeUnit> grade(const QString& spelling);

private:
    UnitMeanings m_meanings;
    QHash<QString, UnitReading<TonnageUnit>> m_tonnages;
    QHash<QString, UnitReading<GradeUnit>> m_grades;
};

// "Li2O", "lithium oxide (Li2O)", "TREO", "cobre": what a column of commodities or materials says
// its figures are of. nullopt where the table does not have it.
std::optional<Substance> substanceOf(const QString& text);

// Why the figure was set aside and what to do, for the person. Empty for None.
QString unitProblemText(UnitProblem problem, const QString& spelling);

// The table, for documentation and for a dialog.
struct QuantityUnit
{
    enum class Kind { Tonnage, Grade };
    Kind kind = Kind::Tonnage;
    QString key;
    base::Label label;
    double factor = 1;     // tonnes, or `unit`; without meaning where mayBe is not empty
    QString unit;          // "t", or a key of grade_units; empty where mayBe is not
    QStringList spellings; // the table's own; case and accents are free, but for those in `exact`
    QStringList exact;
    QString word;       // of an ambiguous one: the word whose meaning decides
    UnitMeanings mayBe; // of an ambiguous one: by what `word` means, the key of the unit
};
const std::vector<QuantityUnit>& quantityUnits();
const std::vector<Substance>& substances();

} // namespace catalogue
