// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style.h"

#include "geo/color.h"
#include "geo/feature_layer.h"
#include <QSet>
#include <algorithm>
#include <map>

namespace geo {

namespace {

constexpr std::size_t MostCategories = 60;

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

const Column* columnNamed(const FeatureLayer& layer, const QString& name)
{
    for (const Column& column : layer.columns())
        if (plain(column.field().name) == name)
            return &column;
    return nullptr;
}

bool holdsColors(const FeatureLayer& layer, const Column& column)
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
QString nameFieldOf(const FeatureLayer& layer, const QString& except)
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

} // namespace

Style proposeStyle(const FeatureLayer& layer)
{
    Style style;
    style.symbol = plainSymbol(layer.kind());
    for (const QString& name : colorNames()) {
        const Column* column = columnNamed(layer, name);
        if (!column || !holdsColors(layer, *column))
            continue;
        style.kind = StyleKind::FromColorColumn;
        style.field = column->field().name;
        style.nameField = nameFieldOf(layer, style.field);
        letColoursSpeak(style.symbol, layer.kind());
        return style;
    }
    for (const QString& name : unitNames()) {
        const Column* column = columnNamed(layer, name);
        if (!column || column->field().type == FieldType::Real)
            continue;
        std::map<QString, qint64> values;
        for (std::size_t feature = 0; feature < layer.size(); ++feature)
            if (!column->isMissing(feature) && values.size() <= MostCategories)
                ++values[column->text(feature)];
        if (values.size() < 2 || values.size() > MostCategories)
            continue;
        style.kind = StyleKind::Categorised;
        style.field = column->field().name;
        style.nameField = nameFieldOf(layer, style.field);
        style.categories = categoriesOf(values);
        letColoursSpeak(style.symbol, layer.kind());
        return style;
    }
    return style;
}

} // namespace geo
