// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/graduated_style.h"
#include "geo/style_file.h"

#include <QFile>
#include <QStringList>

// Styles that can be written to the files of other programs and read again without loss.
namespace support {

inline geo::StyleToWrite styleSample(geo::StyleKind kind, geo::GeometryKind geometry)
{
    geo::StyleToWrite sample;
    sample.kind = geometry;
    sample.name = QStringLiteral("Geología & more");
    geo::Style& style = sample.style;
    style.kind = kind;
    style.symbol.strokeWidth = 1.3;
    style.symbol.stroke = QColor(10, 20, 30);
    if (geometry == geo::GeometryKind::Line)
        style.symbol.fill.reset();
    if (kind == geo::StyleKind::Categorised || kind == geo::StyleKind::Graduated)
        style.otherColor.reset();
    if (kind != geo::StyleKind::Single)
        style.field = QStringLiteral("a \"field\"");
    if (kind == geo::StyleKind::Categorised) {
        style.categories = {{QStringLiteral("Qal"), QColor(255, 255, 200), {}, true},
                            {QStringLiteral("Kg \"x\" <&> ñ"),
                             QColor(240, 128, 128),
                             {QStringLiteral("Granite"), QStringLiteral("Granite")},
                             true},
                            {QStringLiteral("Tv"), QColor(88, 166, 24), {}, false}};
        style.otherColor = QColor(200, 201, 202);
        style.ordered = true;
    }
    if (kind == geo::StyleKind::Graduated) {
        style.grading = {geo::BreakMethod::ByHand, geo::ValueRamp::Cividis, true};
        style.classes = geo::classesBetween({0.1, 2.5, 1.0 / 3 + 40, 9e6}, style.grading);
        style.classes[1].visible = false;
        style.classes[2].label = {QStringLiteral("high"), QStringLiteral("high")};
    }
    if (kind == geo::StyleKind::FromColorColumn)
        style.otherColor =
            geometry == geo::GeometryKind::Line ? style.symbol.stroke : style.symbol.fill;
    // What every feature's own colour stands in for is not kept.
    if (kind == geo::StyleKind::Categorised || kind == geo::StyleKind::Graduated) {
        const QColor first = kind == geo::StyleKind::Categorised ? style.categories[0].color
                                                                 : style.classes[0].color;
        (geometry == geo::GeometryKind::Line ? style.symbol.stroke : style.symbol.fill) = first;
    }
    return sample;
}

// Areas with each hatch, over a fill and alone, and cased lines.
inline std::vector<geo::StyleToWrite> hatchesAndCasings()
{
    std::vector<geo::StyleToWrite> samples;
    for (const auto kind : {geo::StyleKind::Single, geo::StyleKind::Categorised}) {
        for (const geo::Hatch hatch :
             {geo::Hatch::Horizontal, geo::Hatch::Vertical, geo::Hatch::Rising, geo::Hatch::Falling,
              geo::Hatch::Cross, geo::Hatch::DiagonalCross, geo::Hatch::Dots}) {
            auto area = styleSample(kind, geo::GeometryKind::Polygon);
            area.style.symbol.hatch = hatch;
            area.style.symbol.hatchColor = QColor(9, 8, 7, 204);
            samples.push_back(area);
            // Without a fill the hatch has a class's colour.
            area.style.symbol.fill.reset();
            if (kind == geo::StyleKind::Categorised)
                area.style.symbol.hatchColor = area.style.categories.front().color;
            samples.push_back(area);
        }
        auto line = styleSample(kind, geo::GeometryKind::Line);
        line.style.symbol.casing = QColor(250, 251, 252);
        line.style.symbol.casingWidth = 1.3;
        line.style.symbol.dash = geo::Dash::Dashed;
        samples.push_back(line);
    }
    return samples;
}

inline QByteArray styleData(const char* name)
{
    QFile file(QStringLiteral(VETA_SOURCE_DIR "/tests/data/styles/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QStringList textsOf(const std::vector<base::Issue>& issues)
{
    QStringList texts;
    for (const base::Issue& issue : issues)
        texts << issue.text;
    return texts;
}

} // namespace support
