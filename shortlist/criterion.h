// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shortlist/measure.h"

#include <QPointF>

namespace catalogue {
class Edit;
class ReadAccess;
} // namespace catalogue

namespace shortlist {

// How a figure becomes a value from 0 to 1 (Keeney & Raiffa, "Decisions with Multiple Objectives",
// 1976, ch. 3: a single-attribute value function, given by points).
struct ValueFunction
{
    enum class Kind {
        Linear, // straight lines between the points, level outside them
        Steps,  // the value of the last point not above x; below the first one its value
    };
    Kind kind = Kind::Linear;
    std::vector<QPointF> points; // x, value; ascending x
    // Where the figure is a word, x is its place in this list; a place may hold several words, and
    // "*" any other. Empty: the figure is a number.
    std::vector<QStringList> of;
    bool operator==(const ValueFunction&) const = default;

    // nullopt for what is not known, and for a word that stands nowhere.
    std::optional<double> value(const Measured& measured) const;
    double at(double x) const;
};
// {"kind": "linear" | "steps", "points": [[x, value], …], "of": ["word" | ["word", …], …]}
QString valueFunctionToJson(const ValueFunction& function);
// Throws base::Error: no point, x not ascending, a value outside 0 to 1.
ValueFunction valueFunctionFromJson(const QString& json);

enum class Direction { Maximise, Minimise };

// A scored measure.
struct Criterion
{
    base::Id id = 0;
    base::Label name;
    Measure measure;
    QString unit;
    Direction direction = Direction::Maximise;
    ValueFunction valueFunction;
    bool enabled = true;
    int position = 0;
    const QString& nameIn(base::Language language) const;
};
// Throws base::Error where the points rise against the direction.
void checkCriterion(const Criterion& criterion);

std::vector<Criterion> readCriteria(const catalogue::ReadAccess& access); // by position
// By id or by its name in either language. Throws base::Error where none or several answer.
base::Id findCriterion(const catalogue::ReadAccess& access, const QString& text);
base::Id addCriterion(catalogue::Edit& edit, const Criterion& criterion); // position 0: last
void updateCriterion(catalogue::Edit& edit, const Criterion& criterion);
// With its weights and marks.
void removeCriterion(catalogue::Edit& edit, base::Id id);

} // namespace shortlist
