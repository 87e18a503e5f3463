// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <chrono>
#include <functional>
#include <memory>

namespace geo {

class FeatureTable;

// What is shown of a large layer while it is still being read, or made ready for a map of another
// CRS: now and then the features that came since, their points on a grid of about a pixel of a
// picture of the whole layer, so that neighbours still meet, and with the fields that are asked
// for. Such a part is drawn like any layer and thrown away when all is there.
struct LayerDrafts
{
    static constexpr std::chrono::milliseconds Soon{60};
    static constexpr double Cells = 2048; // of the grid, along the longer side of the layer

    QStringList fields;
    // On the thread that reads or makes ready.
    std::function<void(std::shared_ptr<const FeatureTable>)> show;
    // When the first one comes, at the earliest; each other one takes three times as long as the
    // one before, up to a second.
    std::chrono::milliseconds first = Soon;
};

} // namespace geo
