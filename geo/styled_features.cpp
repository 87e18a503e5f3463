// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/styled_features.h"

#include "geo/color.h"
#include <QHash>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace geo {

namespace {

// The colour of each feature; nullopt: not drawn.
using ColorOf = std::function<std::optional<QColor>(std::size_t)>;

ColorOf byCategory(const Column& column, const Style& style)
{
    QHash<QString, std::optional<QColor>> colors;
    for (const Category& category : style.categories)
        colors.insert(category.value,
                      category.visible ? std::optional(category.color) : std::nullopt);
    const std::optional<QColor> other = style.otherColor;
    return [&column, colors, other](std::size_t feature) {
        const auto found = colors.constFind(column.text(feature));
        return found == colors.cend() ? other : *found;
    };
}

ColorOf byColorColumn(const Column& column, const Style& style)
{
    auto known = std::make_shared<QHash<QString, std::optional<QColor>>>();
    const std::optional<QColor> other = style.otherColor;
    return [&column, known, other](std::size_t feature) {
        const QString text = column.text(feature);
        const auto found = known->constFind(text);
        if (found != known->cend())
            return *found;
        const std::optional<QColor> parsed = parseColor(text);
        return *known->insert(text, parsed ? parsed : other);
    };
}

ColorOf byNumber(const Column& column, const Style& style)
{
    return [&column, classes = style.classes,
            other = style.otherColor](std::size_t feature) -> std::optional<QColor> {
        const std::optional<double> value = column.number(feature);
        if (value)
            for (const ValueClass& range : classes)
                if (range.holds(*value))
                    return range.visible ? std::optional(range.color) : std::nullopt;
        return other;
    };
}

ColorOf colorsOf(const Column* column, const Style& style)
{
    if (column && style.kind == StyleKind::Categorised)
        return byCategory(*column, style);
    if (column && style.kind == StyleKind::Graduated)
        return byNumber(*column, style);
    if (column)
        return byColorColumn(*column, style);
    return [other = style.otherColor](std::size_t) { return other; };
}

} // namespace

std::optional<Symbol> casingOf(const Symbol& symbol)
{
    if (!symbol.casing || symbol.casing->alpha() == 0 || !(symbol.casingWidth > 0) ||
        !symbol.stroke || !(symbol.strokeWidth > 0))
        return std::nullopt;
    Symbol casing = symbol;
    casing.stroke = symbol.casing;
    casing.strokeWidth = symbol.strokeWidth + 2 * symbol.casingWidth;
    casing.dash = Dash::Solid;
    casing.casing.reset();
    return casing;
}

ColorPart coloredPart(const Symbol& symbol, GeometryKind kind)
{
    if (kind == GeometryKind::Line)
        return ColorPart::Stroke;
    if (kind != GeometryKind::Polygon || symbol.fill)
        return ColorPart::Fill;
    return symbol.hatch != Hatch::None ? ColorPart::Hatch : ColorPart::Stroke;
}

Symbol colored(const Symbol& symbol, const QColor& color, GeometryKind kind)
{
    Symbol result = symbol;
    switch (coloredPart(symbol, kind)) {
    case ColorPart::Fill:
        result.fill = color;
        break;
    case ColorPart::Hatch:
        result.hatchColor = color;
        break;
    case ColorPart::Stroke:
        result.stroke = color;
        break;
    }
    return result;
}

StyledFeatures styleFeatures(const FeatureTable& layer, const Style& style, base::Language language)
{
    StyledFeatures styled;
    styled.symbol = style.symbol;
    styled.look.reserve(layer.size());
    const Column* column = style.kind == StyleKind::Single ? nullptr : layer.column(style.field);
    if (style.kind == StyleKind::Single) {
        styled.looks = {style.symbol};
        styled.look.assign(layer.size(), 0);
    } else {
        const ColorOf colorOf = colorsOf(column, style);
        std::map<std::pair<QRgb, GeometryKind>, std::uint32_t> looks;
        const auto lookOf = [&](std::size_t feature) {
            const std::optional<QColor> color = colorOf(feature);
            if (!color)
                return StyledFeatures::NotDrawn;
            const GeometryKind kind = layer.kind(feature);
            const auto [found, isNew] =
                looks.try_emplace({color->rgba(), kind}, std::uint32_t(styled.looks.size()));
            if (isNew)
                styled.looks.push_back(colored(style.symbol, *color, kind));
            return found->second;
        };
        // All features of one word and kind look the same.
        constexpr std::size_t Kinds = std::size_t(GeometryKind::Polygon) + 1;
        constexpr std::uint32_t NotAsked = StyledFeatures::NotDrawn - 1;
        const bool words = column && column->field().type == FieldType::Text;
        std::vector<std::uint32_t> known(words ? column->wordCount() * Kinds : 0, NotAsked);
        for (std::size_t feature = 0; feature < layer.size(); ++feature) {
            if (!words || column->isMissing(feature)) {
                styled.look.push_back(lookOf(feature));
                continue;
            }
            std::uint32_t& look =
                known[column->word(feature) * Kinds + std::size_t(layer.kind(feature))];
            if (look == NotAsked)
                look = lookOf(feature);
            styled.look.push_back(look);
        }
    }
    styled.names = NameColumns(layer, style.labelField);
    styled.language = language;
    return styled;
}

NameColumns::NameColumns(const FeatureTable& layer, const QString& field)
{
    if (field.isEmpty())
        return;
    const auto named = [&](const QString& name) {
        const Column* column = layer.column(name);
        return column ? std::optional(*column) : std::nullopt;
    };
    m_en = named(field);
    if (m_en)
        return;
    m_en = named(field + QStringLiteral("_en"));
    m_es = named(field + QStringLiteral("_es"));
}

base::Label NameColumns::label(std::size_t feature) const
{
    const QString en = m_en ? m_en->text(feature) : QString();
    const QString es = m_es ? m_es->text(feature) : QString();
    return {en.isEmpty() ? es : en, es.isEmpty() ? en : es};
}

QString NameColumns::text(std::size_t feature, base::Language language) const
{
    return label(feature).in(language);
}

} // namespace geo
