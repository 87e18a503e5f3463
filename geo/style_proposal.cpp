// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style.h"

#include "base/error.h"
#include "geo/color.h"
#include "geo/feature_table.h"
#include "geo/text.h"
#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>

namespace geo {

namespace {

// Names as files spell them, without case and punctuation; better ones first.
const QStringList& colorNames()
{
    static const QStringList names{
        QStringLiteral("areafillrgb"), QStringLiteral("arflrgb"),   QStringLiteral("fillrgb"),
        QStringLiteral("rgb"),         QStringLiteral("rgbcolor"),  QStringLiteral("colorrgb"),
        QStringLiteral("color"),       QStringLiteral("colour"),    QStringLiteral("colorhex"),
        QStringLiteral("hexcolor"),    QStringLiteral("hex"),       QStringLiteral("fillcolor"),
        QStringLiteral("fill"),        QStringLiteral("symbolrgb"), QStringLiteral("stroke")};
    return names;
}

const QStringList& unitNames()
{
    static const QStringList names{
        QStringLiteral("mapunit"),    QStringLiteral("unit"),      QStringLiteral("unitcode"),
        QStringLiteral("unidad"),     QStringLiteral("clave"),     QStringLiteral("generallith"),
        QStringLiteral("genlith"),    QStringLiteral("lithology"), QStringLiteral("litologia"),
        QStringLiteral("lith"),       QStringLiteral("rocktype"),  QStringLiteral("rocktype1"),
        QStringLiteral("tiporoca"),   QStringLiteral("province"),  QStringLiteral("provincia"),
        QStringLiteral("terrane"),    QStringLiteral("terreno"),   QStringLiteral("era"),
        QStringLiteral("age"),        QStringLiteral("edad"),      QStringLiteral("type"),
        QStringLiteral("tipo"),       QStringLiteral("class"),     QStringLiteral("clase"),
        QStringLiteral("category"),   QStringLiteral("categoria"), QStringLiteral("kind"),
        QStringLiteral("featurecla"), QStringLiteral("fclass"),    QStringLiteral("ftype"),
        QStringLiteral("country"),    QStringLiteral("pais"),      QStringLiteral("iso3"),
        QStringLiteral("isoa2")};
    return names;
}

// What names a unit that a code or a colour stands for.
const QStringList& fullNames()
{
    static const QStringList names{
        QStringLiteral("name"),   QStringLiteral("unitname"), QStringLiteral("fullname"),
        QStringLiteral("nombre"), QStringLiteral("mapunit"),  QStringLiteral("unit"),
        QStringLiteral("label"),  QStringLiteral("clave"),    QStringLiteral("unidad")};
    return names;
}

QString plain(const QString& name)
{
    QString result;
    for (const QChar letter : name.normalized(QString::NormalizationForm_D))
        if (letter.isLetterOrNumber())
            result += letter.toLower();
    return result;
}

const Column* columnNamed(const FeatureTable& layer, const QString& name)
{
    for (const Column& column : layer.columns())
        if (plain(column.field().name) == name)
            return &column;
    return nullptr;
}

bool holdsColors(const FeatureTable& layer, const Column& column)
{
    std::size_t stated = 0;
    std::size_t colors = 0;
    for (std::size_t feature = 0; feature < layer.size(); ++feature) {
        const QString text = column.text(feature).trimmed();
        if (text.isEmpty())
            continue;
        ++stated;
        colors += parseColor(text) ? 1 : 0;
    }
    return stated > 0 && colors * 5 >= stated * 4;
}

// A field that names units, or the stem of a pair of fields NAME_en and NAME_es.
QString nameFieldOf(const FeatureTable& layer, const QString& except)
{
    for (const QString& name : fullNames()) {
        if (const Column* column = columnNamed(layer, name);
            column && column->field().name != except)
            return column->field().name;
        const Column* en = columnNamed(layer, name + QStringLiteral("en"));
        if (en && en->field().name.endsWith(QStringLiteral("_en"), Qt::CaseInsensitive))
            return en->field().name.chopped(3);
    }
    return {};
}

// Each value at its own place of the palette, or the next that is free.
std::vector<Category> categoriesOf(const std::map<QString, qint64>& values)
{
    const std::vector<QColor>& palette = categoryPalette();
    std::vector<bool> taken(palette.size(), false);
    std::size_t free = palette.size();
    std::vector<Category> categories;
    for (const auto& [value, count] : values) {
        std::size_t slot = categorySlot(value);
        while (free > 0 && taken[slot])
            slot = (slot + 1) % palette.size();
        if (free > 0) {
            taken[slot] = true;
            --free;
        }
        categories.push_back({value, palette[slot], {}, true});
    }
    return categories;
}

Symbol plainSymbol(GeometryKind kind)
{
    Symbol symbol;
    if (kind == GeometryKind::Line) {
        symbol.fill.reset();
        symbol.stroke = QColor(0x6e, 0x3b, 0x2f);
        symbol.strokeWidth = 1.2;
    } else if (kind == GeometryKind::Point) {
        symbol.fill = QColor(0x5b, 0x7f, 0xa6);
        symbol.stroke = QColor(0xff, 0xff, 0xff);
        symbol.strokeWidth = 1;
    }
    return symbol;
}

// Where areas differ in colour their outlines need only be a breath.
void letColoursSpeak(Symbol& symbol, GeometryKind kind)
{
    if (kind != GeometryKind::Polygon)
        return;
    symbol.stroke = QColor(0x3a, 0x36, 0x30, 0x78);
    symbol.strokeWidth = 0.5;
}

Style byColorColumn(const FeatureTable& layer, const Column& column)
{
    Style style;
    style.symbol = plainSymbol(layer.kind());
    style.kind = StyleKind::FromColorColumn;
    style.field = column.field().name;
    style.nameField = nameFieldOf(layer, style.field);
    letColoursSpeak(style.symbol, layer.kind());
    return style;
}

Style byCategories(const FeatureTable& layer, const Column& column,
                   const std::map<QString, qint64>& values)
{
    Style style;
    style.symbol = plainSymbol(layer.kind());
    style.kind = StyleKind::Categorised;
    style.field = column.field().name;
    style.nameField = nameFieldOf(layer, style.field);
    style.categories = categoriesOf(values);
    letColoursSpeak(style.symbol, layer.kind());
    return style;
}

const Column& columnOf(const FeatureTable& layer, const QString& field)
{
    if (const Column* column = layer.column(field))
        return *column;
    throw base::Error(Text::tr("“%1” has no field “%2”.").arg(layer.fileName(), field));
}

} // namespace

Style proposeStyle(const FeatureTable& layer)
{
    for (const QString& name : colorNames()) {
        const Column* column = columnNamed(layer, name);
        if (column && holdsColors(layer, *column))
            return byColorColumn(layer, *column);
    }
    for (const QString& name : unitNames()) {
        const Column* column = columnNamed(layer, name);
        if (!column || column->field().type == FieldType::Real)
            continue;
        std::map<QString, qint64> values;
        for (std::size_t feature = 0; feature < layer.size(); ++feature)
            if (!column->isMissing(feature) && values.size() <= MostCategories)
                ++values[column->text(feature)];
        if (values.size() >= 2 && values.size() <= MostCategories)
            return byCategories(layer, *column, values);
    }
    return singleStyle(layer);
}

Style singleStyle(const FeatureTable& layer)
{
    Style style;
    style.symbol = plainSymbol(layer.kind());
    return style;
}

Style categorisedStyle(const FeatureTable& layer, const QString& field)
{
    const Column& column = columnOf(layer, field);
    std::map<QString, qint64> values;
    for (std::size_t feature = 0; feature < layer.size(); ++feature)
        if (!column.isMissing(feature))
            ++values[column.text(feature)];
    if (values.size() > MostCategories) {
        std::vector<std::pair<QString, qint64>> ordered(values.begin(), values.end());
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        ordered.resize(MostCategories);
        values = {ordered.begin(), ordered.end()};
    }
    return byCategories(layer, column, values);
}

Style colorColumnStyle(const FeatureTable& layer, const QString& field)
{
    const Column& column = columnOf(layer, field);
    if (!holdsColors(layer, column))
        throw base::Error(Text::tr("The field “%1” holds no colours. Colours are written as "
                                   "255;170;0 or #FFAA00.")
                              .arg(field));
    return byColorColumn(layer, column);
}

std::vector<QString> colorFields(const FeatureTable& layer)
{
    std::vector<QString> fields;
    for (const Column& column : layer.columns())
        if (column.field().type == FieldType::Text && holdsColors(layer, column))
            fields.push_back(column.field().name);
    return fields;
}

Style graduatedStyle(const FeatureTable& layer, const QString& field, const Grading& grading,
                     std::size_t classes)
{
    const Column& column = columnOf(layer, field);
    std::vector<double> values;
    values.reserve(layer.size());
    for (std::size_t feature = 0; feature < layer.size(); ++feature)
        if (const std::optional<double> value = column.number(feature);
            value && std::isfinite(*value))
            values.push_back(*value);
    if (values.empty())
        throw base::Error(
            Text::tr("The field “%1” holds no numbers. Choose one that does, or colour by its "
                     "values instead.")
                .arg(field));
    Style style;
    style.symbol = plainSymbol(layer.kind());
    style.kind = StyleKind::Graduated;
    style.field = column.field().name;
    style.grading = grading;
    letColoursSpeak(style.symbol, layer.kind());
    style.classes =
        classesBetween(classBreaks(std::move(values), grading.method, classes), grading);
    return style;
}

std::vector<QString> numberFields(const FeatureTable& layer)
{
    std::vector<QString> fields;
    for (const Column& column : layer.columns())
        if (column.field().type != FieldType::Text)
            fields.push_back(column.field().name);
    return fields;
}

} // namespace geo
