// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QString>
#include <map>
#include <optional>
#include <utility>

namespace catalogue {
class Edit;
class ReadAccess;
} // namespace catalogue

namespace shortlist {

struct Mark
{
    double value = 0; // 0 to 1
    QString reason;
};

// Weights and marks of one delegation. They are read and written through this alone, so that a
// sealed round can keep them elsewhere.
class JudgementStore
{
public:
    explicit JudgementStore(base::Id delegation)
        : m_owner(delegation)
    {
    }
    base::Id owner() const { return m_owner; }

    // By criterion, as they were given; only their ratios count.
    std::map<base::Id, double> readWeights(const catalogue::ReadAccess& access) const;
    // Throws base::Error for a negative weight. 0 is a weight; nullopt takes it away.
    void writeWeight(catalogue::Edit& edit, base::Id criterion, std::optional<double> weight) const;

    // By project and criterion.
    std::map<std::pair<base::Id, base::Id>, Mark>
    readMarks(const catalogue::ReadAccess& access) const;
    void writeMark(catalogue::Edit& edit, base::Id project, base::Id criterion,
                   const std::optional<Mark>& mark) const;

private:
    base::Id m_owner;
};

} // namespace shortlist
