// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QStringList>
#include <algorithm>
#include <vector>

namespace bench {

inline double milliseconds(const QElapsedTimer& clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

// One job each, with the arguments behind its name; the exit code.
int render(const QStringList& arguments);
int start(const QStringList& arguments);
int sites(const QStringList& arguments);
int truth(const QStringList& arguments);
int duplicates(const QStringList& arguments);

} // namespace bench
