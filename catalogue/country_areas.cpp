// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/country_areas.h"

#include "base/error.h"
#include "catalogue/boundaries.h"
#include "catalogue/vocabulary.h"
#include "geo/feature_layer.h"

#include <QHash>
#include <algorithm>
#include <bitset>
#include <cmath>
#include <vector>

namespace catalogue {

namespace {

// The degrees of the globe that a country touches.
constexpr int Width = 360;
constexpr int Height = 180;
using Cells = std::bitset<size_t(Width) * Height>;

size_t cellOf(int column, int row)
{
    return size_t(std::clamp(row, 0, Height - 1)) * Width + size_t((column + Width) % Width);
}

int columnOf(double lon)
{
    return int(std::floor(lon + 180));
}

int rowOf(double lat)
{
    return int(std::floor(lat + 90));
}

void addEdge(Cells& cells, const QPointF& from, const QPointF& to)
{
    const double length = std::max(std::abs(to.x() - from.x()), std::abs(to.y() - from.y()));
    const int steps = int(std::min(length * 4, 4.0 * Width)) + 1;
    for (int i = 0; i <= steps; ++i) {
        const QPointF at = from + (to - from) * i / steps;
        cells.set(cellOf(columnOf(at.x()), rowOf(at.y())));
    }
}

// The cells whose middle lies within the rings.
void addInside(Cells& cells, const geo::FeatureLayer& layer, size_t feature)
{
    for (int row = 0; row < Height; ++row) {
        const double y = row - 90 + 0.5;
        std::vector<double> crossings;
        for (const geo::FeatureLayer::Part& part : layer.parts(feature)) {
            const auto points = layer.points(part);
            for (size_t i = 1; i < points.size(); ++i)
                if ((points[i - 1].y() <= y) != (points[i].y() <= y))
                    crossings.push_back(points[i - 1].x() +
                                        (y - points[i - 1].y()) /
                                            (points[i].y() - points[i - 1].y()) *
                                            (points[i].x() - points[i - 1].x()));
        }
        std::sort(crossings.begin(), crossings.end());
        for (size_t i = 1; i < crossings.size(); i += 2)
            for (int column = columnOf(crossings[i - 1]); column <= columnOf(crossings[i]);
                 ++column)
                cells.set(cellOf(column, row));
    }
}

Cells withNeighbours(const Cells& cells)
{
    Cells wider;
    for (int row = 0; row < Height; ++row)
        for (int column = 0; column < Width; ++column)
            if (cells[cellOf(column, row)])
                for (int y = row - 1; y <= row + 1; ++y)
                    for (int x = column - 1; x <= column + 1; ++x)
                        wider.set(cellOf(x, y));
    return wider;
}

QHash<QString, Cells> readAreas()
{
    QHash<QString, Cells> areas;
    base::Progress quiet;
    const geo::FeatureLayer& layer = *boundaries(quiet).countries;
    const geo::Column* names = layer.column(QStringLiteral("name"));
    for (size_t i = 0; names != nullptr && i < layer.size(); ++i) {
        const QString country = countries().keyFor(names->text(i));
        if (country.isEmpty())
            continue;
        Cells& cells = areas[country];
        for (const geo::FeatureLayer::Part& part : layer.parts(i)) {
            const auto points = layer.points(part);
            for (size_t k = 1; k < points.size(); ++k)
                addEdge(cells, points[k - 1], points[k]);
        }
        addInside(cells, layer, i);
    }
    for (Cells& cells : areas)
        cells = withNeighbours(cells);
    return areas;
}

const QHash<QString, Cells>& areas()
{
    static const QHash<QString, Cells> read = readAreas();
    return read;
}

} // namespace

bool mayLieIn(const QString& country, const QPointF& lonLat)
{
    const auto area = areas().constFind(country);
    if (area == areas().constEnd())
        return true;
    return std::abs(lonLat.x()) <= 180 && std::abs(lonLat.y()) <= 90 &&
           (*area)[cellOf(columnOf(lonLat.x()), rowOf(lonLat.y()))];
}

bool hasBoundary(const QString& country)
{
    return areas().contains(country);
}

} // namespace catalogue
