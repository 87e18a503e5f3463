// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shortlist/measure.h"

namespace catalogue {
class Edit;
class ReadAccess;
} // namespace catalogue

namespace shortlist {

// What a measure must be; the bounds are inclusive. A word is compared by its place in
// stageOrder().
struct Condition
{
    std::optional<double> atLeast;
    std::optional<double> atMost;
    QString atLeastWord;
    QString atMostWord;
    QStringList oneOf; // words
    bool operator==(const Condition&) const = default;
};
// {"at_least": 1} or {"at_least": "pre_feasibility"}, "at_most", {"one_of": […]}
QString conditionToJson(const Condition& condition);
Condition conditionFromJson(const QString& json);

// A yes/no rule a project must pass.
struct Gate
{
    base::Id id = 0;
    base::Label name;
    Measure measure;
    Condition condition;
    bool enabled = true;
    int position = 0;
    const QString& nameIn(base::Language language) const;
};

enum class GateOutcome { Passed, Failed, Unknown };
struct GateResult
{
    base::Id gate = 0;
    GateOutcome outcome = GateOutcome::Unknown;
    QString reason; // a sentence for the reader
    Measured measured;
};
GateResult judge(const Gate& gate, const Measured& measured, const base::Translation& words);

std::vector<Gate> readGates(const catalogue::ReadAccess& access); // by position
// By id or by its name in either language. Throws base::Error where none or several answer.
base::Id findGate(const catalogue::ReadAccess& access, const QString& text);
// Both throw base::Error for a bound that is no stage.
base::Id addGate(catalogue::Edit& edit, const Gate& gate); // position 0: last
void updateGate(catalogue::Edit& edit, const Gate& gate);
void removeGate(catalogue::Edit& edit, base::Id id);

} // namespace shortlist
