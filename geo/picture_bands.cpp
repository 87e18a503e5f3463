// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/picture_bands.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr int MostPixels = 1 << 21; // of a band
constexpr int LeastRows = 64;
constexpr double Slack = 1e-3; // of a pixel, that going there and back through matrices may cost

} // namespace

QSize pixelSize(const MapSnapshot& snapshot)
{
    const QSizeF size = snapshot.view.size() * snapshot.devicePixelRatio;
    return {std::max(1, int(std::lround(size.width()))),
            std::max(1, int(std::lround(size.height())))};
}

QRect pixelsInSight(const MapSnapshot& snapshot, const QPainter& painter)
{
    const QRect all(QPoint(), pixelSize(snapshot));
    if (!painter.hasClipping())
        return all;
    const QRectF clip = painter.clipBoundingRect();
    const double ratio = snapshot.devicePixelRatio;
    const auto first = [&](double at) { return std::floor(std::max(0.0, at) * ratio + Slack); };
    const auto last = [&](double at, int end) {
        return std::ceil(std::min(at * ratio, double(end)) - Slack) - 1;
    };
    if (!(clip.right() > 0 && clip.bottom() > 0 && clip.left() * ratio < all.width() &&
          clip.top() * ratio < all.height()))
        return {};
    return QRect(QPoint(int(first(clip.left())), int(first(clip.top()))),
                 QPoint(int(last(clip.right(), all.width())),
                        int(last(clip.bottom(), all.height())))) &
           all;
}

std::vector<QRect> bandsInSight(const MapSnapshot& snapshot, const QPainter& painter, int overlap)
{
    const QRect seen = pixelsInSight(snapshot, painter);
    std::vector<QRect> bands;
    if (seen.isEmpty())
        return bands;
    const int rows = std::max(LeastRows, MostPixels / seen.width());
    for (int top = 0; top < seen.height(); top += rows) {
        const int above = top == 0 ? 0 : overlap;
        bands.emplace_back(seen.left(), seen.top() + top - above, seen.width(),
                           std::min(rows, seen.height() - top) + above);
    }
    return bands;
}

MapView viewOf(const MapSnapshot& snapshot, const QRect& pixels)
{
    const QRectF place = placeOf(snapshot, pixels);
    MapView view = snapshot.view;
    view.setCentre(snapshot.view.toMap(place.center()));
    view.resize(place.size());
    return view;
}

QRectF placeOf(const MapSnapshot& snapshot, const QRect& pixels)
{
    const double ratio = snapshot.devicePixelRatio;
    return {QPointF(pixels.topLeft()) / ratio, QSizeF(pixels.size()) / ratio};
}

} // namespace geo
