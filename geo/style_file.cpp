// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_file.h"

#include "base/error.h"
#include "geo/feature_table.h"
#include "geo/style_qml.h"
#include "geo/style_sld.h"
#include "geo/styled_features.h"
#include "geo/text.h"
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

namespace geo {

namespace {

constexpr qsizetype RootWithin = 4096; // bytes of a file that hold its first element

QString languageField(const FeatureTable& layer, const QString& field, base::Language language)
{
    if (field.isEmpty() || layer.column(field))
        return field;
    const QString own = field + u'_' + base::languageCode(language);
    return layer.column(own) ? own : QString();
}

void nameCategories(const FeatureTable& layer, Style& style, base::Language language)
{
    const Column* column = layer.column(style.field);
    const NameColumns names(layer, style.nameField);
    if (!column || !names.exist())
        return;
    QHash<QString, std::size_t> unnamed;
    for (std::size_t i = 0; i < style.categories.size(); ++i)
        if (style.categories[i].label.in(language).isEmpty())
            unnamed.insert(style.categories[i].value, i);
    for (std::size_t feature = 0; feature < layer.size() && !unnamed.isEmpty(); ++feature) {
        const auto found = unnamed.constFind(column->text(feature));
        if (found == unnamed.cend())
            continue;
        style.categories[*found].label = names.label(feature);
        unnamed.erase(found);
    }
}

base::Issue issueOf(const QString& fileName, const QString& text)
{
    base::Issue issue;
    issue.text = text;
    issue.where.file = fileName;
    return issue;
}

} // namespace

StyleToWrite styleToWrite(const FeatureTable& layer, const Style& style, double opacity,
                          const QString& name, base::Language language)
{
    StyleToWrite result{style, layer.kind(), opacity, name, language};
    result.style.labelField = languageField(layer, style.labelField, language);
    if (style.kind == StyleKind::Categorised)
        nameCategories(layer, result.style, language);
    if (const Column* column = layer.column(style.field))
        result.style.field = column->field().name; // as the file spells it: others look closely
    return result;
}

StyleFile readStyle(const QByteArray& bytes, const QString& fileName)
{
    const QByteArray beginning = bytes.first(std::min(bytes.size(), RootWithin));
    const bool isSld =
        beginning.contains("StyledLayerDescriptor") || beginning.contains("FeatureTypeStyle");
    if (!isSld && !beginning.contains("qgis"))
        throw base::Error(
            Text::tr("“%1” is neither a style of QGIS (.qml) nor an SLD (.sld).").arg(fileName));
    return isSld ? readSld(bytes, fileName) : readQml(bytes, fileName);
}

StyleFile readStyleFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(
            Text::tr("“%1” cannot be read. Is it there, and may you read it?").arg(name),
            file.errorString());
    return readStyle(file.read(LargestStyleFile + 1), name);
}

std::vector<base::Issue> writeStyleFile(const QString& path, const StyleToWrite& style,
                                        SldVersion version)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != QLatin1String("qml") && suffix != QLatin1String("sld"))
        throw base::Error(Text::tr("“%1” does not say what it shall be. End its name in .qml for "
                                   "QGIS or in .sld for map servers.")
                              .arg(QFileInfo(path).fileName()));
    const StyleBytes made =
        suffix == QLatin1String("qml") ? writeQml(style) : writeSld(style, version);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(made.bytes) != made.bytes.size() ||
        !file.commit())
        throw base::Error(
            Text::tr("“%1” cannot be written. Is there room, and may you write there?").arg(path),
            file.errorString());
    return made.issues;
}

void fitToLayer(StyleFile& file, const FeatureTable& layer, const QString& fileName)
{
    const GeometryKind kind = layer.kind();
    Style& style = file.style;
    if (file.kind != GeometryKind::None && kind != GeometryKind::None && file.kind != kind) {
        file.issues.push_back(issueOf(
            fileName, Text::tr("The style is made for another kind of geometry than the layer’s; "
                               "its colours are kept.")));
        if (kind == GeometryKind::Line && !style.symbol.stroke)
            style.symbol.stroke = style.symbol.fill;
        if (kind != GeometryKind::Line && !style.symbol.fill)
            style.symbol.fill = style.symbol.stroke;
    }
    const auto missing = [&](const QString& field) {
        return !field.isEmpty() && !layer.column(field);
    };
    if (style.kind != StyleKind::Single && missing(style.field))
        file.issues.push_back(
            issueOf(fileName, Text::tr("The layer has no field “%1” to colour by; "
                                       "all its features are others.")
                                  .arg(style.field)));
    if (missing(style.labelField) && !NameColumns(layer, style.labelField).exist()) {
        file.issues.push_back(issueOf(
            fileName,
            Text::tr("The layer has no field “%1” to write on the map.").arg(style.labelField)));
        style.labelField.clear();
    }
}

} // namespace geo
