// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace support {

// GeoJSON of squares side by side, of so many points that there are drafts of them and that they
// are kept. `field` holds one of nine words; `colored`: another one holds colours.
inline QByteArray cells(const QByteArray& field = "unit", bool colored = false)
{
    constexpr int Side = 50;
    constexpr int OfEdge = 40;
    constexpr double Size = 0.1; // degrees
    const auto at = [](double x, double y) {
        return QByteArray("[") + QByteArray::number(x, 'f', 5) + "," +
               QByteArray::number(y, 'f', 5) + "]";
    };
    QByteArray features;
    for (int i = 0; i < Side * Side; ++i) {
        const double x = -112 + i % Side * Size;
        const double y = 24 + i / Side * Size;
        QByteArray ring;
        for (int k = 0; k < 4 * OfEdge; ++k) {
            const double along = k % OfEdge * Size / OfEdge;
            const int edge = k / OfEdge;
            const double right = edge == 0   ? along
                                 : edge == 1 ? Size
                                 : edge == 2 ? Size - along
                                             : 0;
            const double up = edge == 0 ? 0 : edge == 1 ? along : edge == 2 ? Size : Size - along;
            ring += at(x + right, y + up) + ",";
        }
        features += QByteArray(i > 0 ? "," : "") + R"({"type":"Feature","properties":{")" + field +
                    R"(":"U)" + QByteArray::number(i % 9) + "\"" +
                    (colored ? R"(,"rgb":"255;170;0")" : "") +
                    R"(},"geometry":{"type":"Polygon","coordinates":[[)" + ring + at(x, y) + "]]}}";
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's own file cannot be written: %s", qPrintable(path));
}

} // namespace support
