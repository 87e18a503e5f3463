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

constexpr int StyleVersion = 2;

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char*>, N>;

constexpr Names<StyleKind, 3> KindNames{{{StyleKind::Single, "single"},
                                         {StyleKind::Categorised, "categorised"},
                                         {StyleKind::FromColorColumn, "color_column"}}};
constexpr Names<Dash, 4> DashNames{{{Dash::Solid, "solid"},
                                    {Dash::Dashed, "dashed"},
                                    {Dash::Dotted, "dotted"},
                                    {Dash::DashDotted, "dash_dotted"}}};
constexpr Names<PointShape, 5> ShapeNames{{{PointShape::Circle, "circle"},
                                           {PointShape::Square, "square"},
                                           {PointShape::Triangle, "triangle"},
                                           {PointShape::Diamond, "diamond"},
                                           {PointShape::Cross, "cross"}}};
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
    if (symbol.shape != plain.shape)
        json.insert(QLatin1String("shape"), nameOf(ShapeNames, symbol.shape));
    if (symbol.pointSize != plain.pointSize)
        json.insert(QLatin1String("size"), symbol.pointSize);
    return json;
}

Symbol symbolOf(const QJsonObject& json)
{
    Symbol symbol;
    symbol.fill = colorOf(json, "fill", symbol.fill);
    symbol.stroke = colorOf(json, "stroke", symbol.stroke);
    symbol.strokeWidth = numberOf(json, "strokeWidth", symbol.strokeWidth, 100);
    symbol.dash = valueOf(DashNames, json, "dash", symbol.dash);
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

bool operator==(const Style& a, const Style& b)
{
    return a.kind == b.kind && a.symbol == b.symbol && a.field == b.field &&
           a.nameField == b.nameField && a.categories == b.categories &&
           a.otherColor == b.otherColor && a.labelField == b.labelField && a.raster == b.raster &&
           a.blend == b.blend;
}

QString styleToJson(const Style& style)
{
    const Style plain;
    const bool old = style.blend == Blend::Normal && isOldRasterStyle(style.raster);
    QJsonObject json{{QLatin1String("version"), old ? 1 : StyleVersion},
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
    for (const Category& category : style.categories) {
        QJsonObject each{{QLatin1String("value"), category.value},
                         {QLatin1String("color"), toJson(category.color)}};
        if (!category.label.en.isEmpty())
            each.insert(QLatin1String("en"), category.label.en);
        if (!category.label.es.isEmpty())
            each.insert(QLatin1String("es"), category.label.es);
        if (!category.visible)
            each.insert(QLatin1String("visible"), false);
        categories.append(each);
    }
    if (!categories.isEmpty())
        json.insert(QLatin1String("categories"), categories);
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
        const std::optional<QColor> color = colorOf(each, "color", std::nullopt);
        if (!color)
            refuse(QStringLiteral("category %1 has no colour").arg(category.value));
        category.color = *color;
        category.label = {each.value(QLatin1String("en")).toString(),
                          each.value(QLatin1String("es")).toString()};
        category.visible = each.value(QLatin1String("visible")).toBool(true);
        style.categories.push_back(std::move(category));
    }
    style.raster = rasterStyleFromJson(json.value(QLatin1String("raster")).toObject());
    style.blend = valueOf(BlendNames, json, "blend", style.blend);
    return style;
}

} // namespace geo
