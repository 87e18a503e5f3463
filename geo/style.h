// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/class_breaks.h"
#include "geo/color_ramp.h"
#include "geo/raster_style.h"
#include <QColor>
#include <QString>
#include <optional>
#include <vector>

namespace geo {

class FeatureTable;

enum class Dash { Solid, Dashed, Dotted, DashDotted };
enum class PointShape { Circle, Square, Triangle, Diamond, Cross };
// Lines or dots over an area, at a distance that no zoom changes.
enum class Hatch { None, Horizontal, Vertical, Rising, Falling, Cross, DiagonalCross, Dots };

// How a feature is drawn, before a category or a colour column has its say. Lengths are logical
// pixels (1/96 inch). A colour that is absent is not drawn.
struct Symbol
{
    std::optional<QColor> fill = QColor(0xd9, 0xd4, 0xc7);   // polygons and points
    std::optional<QColor> stroke = QColor(0x6b, 0x66, 0x5c); // outlines and lines
    double strokeWidth = 0.6;
    Dash dash = Dash::Solid;
    std::optional<QColor> casing; // of lines: a wider line below all of them
    double casingWidth = 1;       // so much to be seen of it on either side
    Hatch hatch = Hatch::None;    // of areas, over the fill
    QColor hatchColor = QColor(0x4d, 0x48, 0x40);
    PointShape shape = PointShape::Circle;
    double pointSize = 6;
    bool operator==(const Symbol&) const = default;
};

// What a category's own colour is put into.
enum class ColorPart { Fill, Hatch, Stroke };

// One value of the styled field, as text, and its colour: the fill of a polygon or point, or of a
// polygon without one its hatch, else its outline; the stroke of a line. Features of an invisible
// category are not drawn.
struct Category
{
    QString value;
    QColor color;
    base::Label label;
    bool visible = true;
};
bool operator==(const Category& a, const Category& b);

enum class StyleKind {
    Single,          // symbol, for every feature
    Categorised,     // by the value of `field`: `categories`, else `otherColor`
    FromColorColumn, // `field` holds the colour itself: see color.h
    Graduated,       // by the number in `field`: `classes`, else `otherColor`
};

// A range of numbers and its colour, worn as a category's. It holds what is not below `lower` and
// not above `upper`; a bound that is absent leaves that side open. A value that two classes hold,
// as the bound between neighbours, belongs to the first of them.
struct ValueClass
{
    std::optional<double> lower;
    std::optional<double> upper;
    QColor color;
    base::Label label; // empty: the range itself
    bool visible = true;
    bool holds(double value) const
    {
        return (!lower || value >= *lower) && (!upper || value <= *upper);
    }
};
bool operator==(const ValueClass& a, const ValueClass& b);

// How a graduated style's classes were found, to be found again; nothing is drawn by it.
struct Grading
{
    BreakMethod method = BreakMethod::Quantile;
    ValueRamp ramp = ValueRamp::Viridis;
    bool reversed = false; // the ramp from its other end
    bool operator==(const Grading&) const = default;
};

// How a layer's colours meet those below it.
enum class Blend {
    Normal,
    Multiply, // they darken each other, as a geological map printed over a relief
};

// Where nameField or labelField names no field, but NAME_en and NAME_es are there, those two are
// meant, each in its language.
struct Style
{
    StyleKind kind = StyleKind::Single;
    Symbol symbol;
    QString field;                    // all but Single
    QString nameField;                // names the legend's entries; empty: the value itself
    std::vector<Category> categories; // Categorised; FromColorColumn needs none
    bool ordered = false; // the legend keeps the order of categories; else the commonest are first
    std::vector<ValueClass> classes; // Graduated; in the legend's order
    Grading grading;
    std::optional<QColor> otherColor = QColor(0xcf, 0xcf, 0xcf); // absent: others are not drawn
    QString labelField; // text drawn on the features; empty: none
    RasterStyle raster;
    Blend blend = Blend::Normal;
};
bool operator==(const Style& a, const Style& b);

// Compact JSON for the project file's styles table, keys in English, colours "#RRGGBB" or
// "#AARRGGBB", anything at its default left out:
//   {"version": 1, "kind": "single" | "categorised" | "color_column" | "graduated", "field": …,
//    "nameField": …, "labelField": …, "other": colour | null,
//    "symbol": {"fill": colour | null, "stroke": colour | null, "strokeWidth": px,
//               "dash": "solid" | "dashed" | "dotted" | "dash_dotted",
//               "casing": colour, "casingWidth": px,
//               "hatch": "horizontal" | "vertical" | "rising" | "falling" | "cross" |
//                        "diagonal_cross" | "dots", "hatchColor": colour,
//               "shape": "circle" | "square" | "triangle" | "diamond" | "cross", "size": px},
//    "categories": [{"value": …, "color": …, "en": …, "es": …, "visible": false}],
//    "ordered": true,
//    "classes": [{"from": …, "to": …, "color": …, "en": …, "es": …, "visible": false}],
//    "method": "quantile" | "equal_interval" | "jenks" | "by_hand",
//    "ramp": "viridis" | "cividis" | "ochre" | "grey" | "blue_orange", "reversed": true,
//    "raster": {…, see raster_style.h}, "blend": "multiply"}
// A style with a hatch or a casing has version 3; one that is graduated, multiplies, or whose
// raster isOldRasterStyle() denies, version 2, so that a Veta that cannot draw it says so; all
// others have 1.
QString styleToJson(const Style& style);
// Unknown keys are ignored. Throws base::Error for text that is no such style or a later version.
Style styleFromJson(const QString& json);

// A first style for a layer: its own colours where a column of it holds them (areafillrgb, ArFlRGB,
// color …), else categories of the field that looks like a unit's or a type's code (at most 60
// values), else one colour. Two categories share a colour only beyond 36.
Style proposeStyle(const FeatureTable& layer);

// The same when a person has chosen. Each reads the field of every feature.
constexpr std::size_t MostCategories = 60;
Style singleStyle(const FeatureTable& layer);
// Categories of a field, by value; of more than MostCategories values the commonest, and the rest
// are others. Throws base::Error where the layer has no such field.
Style categorisedStyle(const FeatureTable& layer, const QString& field);
// The colours that a field holds. Throws base::Error where it does not.
Style colorColumnStyle(const FeatureTable& layer, const QString& field);
// The fields whose values are colours, four in five at the least.
std::vector<QString> colorFields(const FeatureTable& layer);

// Classes of a field's numbers in the colours of a ramp (class_breaks.h); fewer where there are few
// different ones. Throws base::Error where the layer has no such field or it holds no number.
Style graduatedStyle(const FeatureTable& layer, const QString& field, const Grading& grading,
                     std::size_t classes);
// The same from bounds that a person gave, in any order: n + 1 of them for n classes.
std::vector<ValueClass> classesBetween(std::vector<double> bounds, const Grading& grading);
// The fields that hold numbers.
std::vector<QString> numberFields(const FeatureTable& layer);

} // namespace geo
