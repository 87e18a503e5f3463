// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "geo/geometry.h"
#include "geo/style.h"
#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace geo {

enum class SldVersion { V1_0, V1_1 };

// Styles as other programs keep them: style_qml.h (QGIS) and style_sld.h (OGC).

// A style that was read. What could not be carried over is said in `issues`, each with the line of
// the file; a class's own words stand in both languages, as files have only one.
struct StyleFile
{
    Style style;
    GeometryKind kind = GeometryKind::None; // what it is meant for; None: not said
    std::optional<double> opacity;          // of the layer, 0 to 1
    std::vector<base::Issue> issues;
};

// A style to be written, with all that it takes from the layer filled in.
struct StyleToWrite
{
    Style style;
    GeometryKind kind = GeometryKind::Polygon;
    double opacity = 1; // of the layer
    QString name;       // the layer's
    base::Language language = base::Language::English;
};
// Label field and names of categories as that language has them (NameColumns).
StyleToWrite styleToWrite(const FeatureTable& layer, const Style& style, double opacity,
                          const QString& name, base::Language language);

struct StyleBytes
{
    QByteArray bytes;                // UTF-8
    std::vector<base::Issue> issues; // what the format cannot say
};

inline constexpr qint64 LargestStyleFile = 16 << 20; // bytes

// QML or SLD, by what the file holds. Throws base::Error where it cannot be read, is larger than
// LargestStyleFile, or is no style of features.
StyleFile readStyleFile(const QString& path);
StyleFile readStyle(const QByteArray& bytes, const QString& fileName);
// By the ending of the name: ".qml", or ".sld" in a version of it. Throws base::Error for another
// one, and where the file cannot be written. Returns what the format cannot say.
std::vector<base::Issue> writeStyleFile(const QString& path, const StyleToWrite& style,
                                        SldVersion version = SldVersion::V1_1);

// Fitted to a layer: what is meant for another kind of geometry, and fields that the layer has not,
// are said as issues; what draws nothing for want of a colour gets one.
void fitToLayer(StyleFile& file, const FeatureTable& layer, const QString& fileName);

} // namespace geo
