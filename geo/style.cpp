// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style.h"

#include "base/error.h"
#include "geo/text.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <utility>

namespace geo {

namespace {

constexpr int StyleVersion = 3;

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char*>, N>;

constexpr Names<StyleKind, 4> KindNames{{{StyleKind::Single, "single"},
                                         {StyleKind::Categorised, "categorised"},
                                         {StyleKind::FromColorColumn, "color_column"},
                                         {StyleKind::Graduated, "graduated"}}};
constexpr Names<BreakMethod, 4> MethodNames{{{BreakMethod::Quantile, "quantile"},
                                             {BreakMethod::EqualInterval, "equal_interval"},
                                             {BreakMethod::Jenks, "jenks"},
                                             {BreakMethod::ByHand, "by_hand"}}};
constexpr Names<ValueRamp, 5> ValueRampNames{{{ValueRamp::Viridis, "viridis"},
                                              {ValueRamp::Cividis, "cividis"},
                                              {ValueRamp::Ochre, "ochre"},
                                              {ValueRamp::Grey, "grey"},
                                              {ValueRamp::BlueOrange, "blue_orange"}}};
constexpr Names<Dash, 4> DashNames{{{Dash::Solid, "solid"},
                                    {Dash::Dashed, "dashed"},
                                    {Dash::Dotted, "dotted"},
                                    {Dash::DashDotted, "dash_dotted"}}};
constexpr Names<PointShape, 5> ShapeNames{{{PointShape::Circle, "circle"},
                                           {PointShape::Square, "square"},
                                           {PointShape::Triangle, "triangle"},
                                           {PointShape::Diamond, "diamond"},
                                           {PointShape::Cross, "cross"}}};
constexpr Names<Hatch, 8> HatchNames{{{Hatch::None, "none"},
                                      {Hatch::Horizontal, "horizontal"},
                                      {Hatch::Vertical, "vertical"},
                                      {Hatch::Rising, "rising"},
                                      {Hatch::Falling, "falling"},
                                      {Hatch::Cross, "cross"},
                                      {Hatch::DiagonalCross, "diagonal_cross"},
                                      {Hatch::Dots, "dots"}}};
constexpr Names<Blend, 2> BlendNames{{{Blend::Normal, "normal"}, {Blend::Multiply, "multiply"}}};

template <typename Enum, std::size_t N>
QString nameOf(const Names<Enum, N>& names, Enum value)
{
    for (const auto& [each, name] : names)
        if (each == value)
            return QString::fromLatin1(name);
    return {};
}

[[noreturn]] void refuse(const QString& cause)
{
    throw base::Error(Text::tr("A layer's style in this file cannot be understood. Choose a new "
                               "style for the layer."),
                      cause);
}

template <typename Enum, std::size_t N>
Enum valueOf(const Names<Enum, N>& names, const QJsonObject& object, const char* key,
             Enum otherwise)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isUndefined())
        return otherwise;
    for (const auto& [each, name] : names)
        if (value.toString() == QLatin1String(name))
            return each;
    refuse(QStringLiteral("%1: %2").arg(QLatin1String(key), value.toString()));
}

QJsonValue toJson(const std::optional<QColor>& color)
{
    if (!color)
        return QJsonValue::Null;
    return color->name(color->alpha() == 255 ? QColor::HexRgb : QColor::HexArgb);
}

std::optional<QColor> colorOf(const QJsonObject& object, const char* key,
                              const std::optional<QColor>& otherwise)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isUndefined())
        return otherwise;
    if (value.isNull())
        return std::nullopt;
    const QString text = value.toString();
    const QColor color = text.startsWith(u'#') ? QColor(text) : QColor();
    if (!color.isValid())
        refuse(QStringLiteral("%1: %2").arg(QLatin1String(key), text));
    return color;
}

double numberOf(const QJsonObject& object, const char* key, double otherwise, double most)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isUndefined())
        return otherwise;
    const double number = value.toDouble(-1);
    if (!value.isDouble() || !(number >= 0 && number <= most))
        refuse(QStringLiteral("%1 is no length").arg(QLatin1String(key)));
    return number;
}

QJsonObject toJson(const Symbol& symbol)
{
    const Symbol plain;
    QJsonObject json;
    if (symbol.fill != plain.fill)
        json.insert(QLatin1String("fill"), toJson(symbol.fill));
    if (symbol.stroke != plain.stroke)
        json.insert(QLatin1String("stroke"), toJson(symbol.stroke));
    if (symbol.strokeWidth != plain.strokeWidth)
        json.insert(QLatin1String("strokeWidth"), symbol.strokeWidth);
    if (symbol.dash != plain.dash)
        json.insert(QLatin1String("dash"), nameOf(DashNames, symbol.dash));
    if (symbol.casing)
        json.insert(QLatin1String("casing"), toJson(symbol.casing));
    if (symbol.casingWidth != plain.casingWidth)
        json.insert(QLatin1String("casingWidth"), symbol.casingWidth);
    if (symbol.hatch != plain.hatch)
        json.insert(QLatin1String("hatch"), nameOf(HatchNames, symbol.hatch));
    if (symbol.hatchColor != plain.hatchColor)
        json.insert(QLatin1String("hatchColor"), toJson(symbol.hatchColor));
    if (symbol.shape != plain.shape)
        json.insert(QLatin1String("shape"), nameOf(ShapeNames, symbol.shape));
    if (symbol.pointSize != plain.pointSize)
        json.insert(QLatin1String("size"), symbol.pointSize);
    return json;
}

// What a category and a class of numbers have in common.
template <typename Part>
void addPart(QJsonArray& list, QJsonObject each, const Part& part)
{
    each.insert(QLatin1String("color"), toJson(part.color));
    if (!part.label.en.isEmpty())
        each.insert(QLatin1String("en"), part.label.en);
    if (!part.label.es.isEmpty())
        each.insert(QLatin1String("es"), part.label.es);
    if (!part.visible)
        each.insert(QLatin1String("visible"), false);
    list.append(each);
}

template <typename Part>
void readPart(const QJsonObject& each, Part& part)
{
    const std::optional<QColor> color = colorOf(each, "color", std::nullopt);
    if (!color)
        refuse(QStringLiteral("a category has no colour"));
    part.color = *color;
    part.label = {each.value(QLatin1String("en")).toString(),
                  each.value(QLatin1String("es")).toString()};
    part.visible = each.value(QLatin1String("visible")).toBool(true);
}

std::optional<double> boundOf(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

Symbol symbolOf(const QJsonObject& json)
{
    Symbol symbol;
    symbol.fill = colorOf(json, "fill", symbol.fill);
    symbol.stroke = colorOf(json, "stroke", symbol.stroke);
    symbol.strokeWidth = numberOf(json, "strokeWidth", symbol.strokeWidth, 100);
    symbol.dash = valueOf(DashNames, json, "dash", symbol.dash);
    symbol.casing = colorOf(json, "casing", symbol.casing);
    symbol.casingWidth = numberOf(json, "casingWidth", symbol.casingWidth, 100);
    symbol.hatch = valueOf(HatchNames, json, "hatch", symbol.hatch);
    symbol.hatchColor =
        colorOf(json, "hatchColor", symbol.hatchColor).value_or(Symbol().hatchColor);
    symbol.shape = valueOf(ShapeNames, json, "shape", symbol.shape);
    symbol.pointSize = numberOf(json, "size", symbol.pointSize, 200);
    return symbol;
}

} // namespace

bool operator==(const Category& a, const Category& b)
{
    return a.value == b.value && a.color == b.color && a.label.en == b.label.en &&
           a.label.es == b.label.es && a.visible == b.visible;
}

bool operator==(const ValueClass& a, const ValueClass& b)
{
    return a.lower == b.lower && a.upper == b.upper && a.color == b.color &&
           a.label.en == b.label.en && a.label.es == b.label.es && a.visible == b.visible;
}

bool operator==(const Style& a, const Style& b)
{
    return a.kind == b.kind && a.symbol == b.symbol && a.field == b.field &&
           a.nameField == b.nameField && a.categories == b.categories && a.ordered == b.ordered &&
           a.classes == b.classes && a.grading == b.grading && a.otherColor == b.otherColor &&
           a.labelField == b.labelField && a.raster == b.raster && a.blend == b.blend;
}

namespace {

// The first version that can draw it.
int versionOf(const Style& style)
{
    if (style.symbol.casing || style.symbol.hatch != Hatch::None)
        return StyleVersion;
    const bool first = style.kind != StyleKind::Graduated && style.blend == Blend::Normal &&
                       isOldRasterStyle(style.raster);
    return first ? 1 : 2;
}

} // namespace

QString styleToJson(const Style& style)
{
    const Style plain;
    QJsonObject json{{QLatin1String("version"), versionOf(style)},
                     {QLatin1String("kind"), nameOf(KindNames, style.kind)}};
    const auto text = [&json](const char* key, const QString& value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(key), value);
    };
    text("field", style.field);
    text("nameField", style.nameField);
    text("labelField", style.labelField);
    if (style.otherColor != plain.otherColor)
        json.insert(QLatin1String("other"), toJson(style.otherColor));
    if (const QJsonObject symbol = toJson(style.symbol); !symbol.isEmpty())
        json.insert(QLatin1String("symbol"), symbol);
    QJsonArray categories;
    for (const Category& category : style.categories)
        addPart(categories, {{QLatin1String("value"), category.value}}, category);
    if (!categories.isEmpty())
        json.insert(QLatin1String("categories"), categories);
    if (style.ordered)
        json.insert(QLatin1String("ordered"), true);
    QJsonArray classes;
    for (const ValueClass& range : style.classes) {
        QJsonObject each;
        if (range.lower)
            each.insert(QLatin1String("from"), *range.lower);
        if (range.upper)
            each.insert(QLatin1String("to"), *range.upper);
        addPart(classes, each, range);
    }
    if (!classes.isEmpty())
        json.insert(QLatin1String("classes"), classes);
    if (style.grading.method != plain.grading.method)
        json.insert(QLatin1String("method"), nameOf(MethodNames, style.grading.method));
    if (style.grading.ramp != plain.grading.ramp)
        json.insert(QLatin1String("ramp"), nameOf(ValueRampNames, style.grading.ramp));
    if (style.grading.reversed)
        json.insert(QLatin1String("reversed"), true);
    const QJsonObject raster = rasterStyleToJson(style.raster);
    if (!raster.isEmpty())
        json.insert(QLatin1String("raster"), raster);
    if (style.blend != plain.blend)
        json.insert(QLatin1String("blend"), nameOf(BlendNames, style.blend));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Style styleFromJson(const QString& text)
{
    QJsonParseError parse{};
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &parse);
    if (!document.isObject())
        refuse(parse.errorString());
    const QJsonObject json = document.object();
    const int version = json.value(QLatin1String("version")).toInt();
    if (version > StyleVersion)
        throw base::Error(Text::tr("A layer's style was made by a newer version of Veta (style "
                                   "version %1). Open the file with that version, or choose a new "
                                   "style for the layer.")
                              .arg(version));
    if (version < 1)
        refuse(QStringLiteral("no version"));
    Style style;
    style.kind = valueOf(KindNames, json, "kind", style.kind);
    style.field = json.value(QLatin1String("field")).toString();
    style.nameField = json.value(QLatin1String("nameField")).toString();
    style.labelField = json.value(QLatin1String("labelField")).toString();
    if (style.kind != StyleKind::Single && style.field.isEmpty())
        refuse(QStringLiteral("no field"));
    style.otherColor = colorOf(json, "other", style.otherColor);
    style.symbol = symbolOf(json.value(QLatin1String("symbol")).toObject());
    const QJsonArray categories = json.value(QLatin1String("categories")).toArray();
    for (const auto& value : categories) {
        const QJsonObject each = value.toObject();
        Category category;
        category.value = each.value(QLatin1String("value")).toString();
        readPart(each, category);
        style.categories.push_back(std::move(category));
    }
    style.ordered = json.value(QLatin1String("ordered")).toBool();
    const QJsonArray classes = json.value(QLatin1String("classes")).toArray();
    for (const auto& value : classes) {
        const QJsonObject each = value.toObject();
        ValueClass range;
        range.lower = boundOf(each, "from");
        range.upper = boundOf(each, "to");
        readPart(each, range);
        style.classes.push_back(std::move(range));
    }
    style.grading.method = valueOf(MethodNames, json, "method", style.grading.method);
    style.grading.ramp = valueOf(ValueRampNames, json, "ramp", style.grading.ramp);
    style.grading.reversed = json.value(QLatin1String("reversed")).toBool();
    style.raster = rasterStyleFromJson(json.value(QLatin1String("raster")).toObject());
    style.blend = valueOf(BlendNames, json, "blend", style.blend);
    return style;
}

} // namespace geo
