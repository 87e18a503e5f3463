// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/layer_style.h"
#include "app/cli/words.h"

#include "catalogue/access.h"
#include "geo/feature_table.h"
#include "geo/graduated_style.h"
#include "geo/legend.h"
#include "geo/style_sld.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <map>

namespace cli {

namespace {

template <typename Enum>
using KeyedBy = std::map<std::string, Enum>;

const KeyedBy<geo::BreakMethod> Methods{{"quantile", geo::BreakMethod::Quantile},
                                        {"equal_interval", geo::BreakMethod::EqualInterval},
                                        {"jenks", geo::BreakMethod::Jenks}};
const KeyedBy<geo::ValueRamp> Ramps{{"viridis", geo::ValueRamp::Viridis},
                                    {"cividis", geo::ValueRamp::Cividis},
                                    {"ochre", geo::ValueRamp::Ochre},
                                    {"grey", geo::ValueRamp::Grey},
                                    {"blue_orange", geo::ValueRamp::BlueOrange}};
const KeyedBy<geo::Dash> Dashes{{"solid", geo::Dash::Solid},
                                {"dashed", geo::Dash::Dashed},
                                {"dotted", geo::Dash::Dotted},
                                {"dash_dotted", geo::Dash::DashDotted}};
const KeyedBy<geo::Hatch> Hatches{{"none", geo::Hatch::None},
                                  {"horizontal", geo::Hatch::Horizontal},
                                  {"vertical", geo::Hatch::Vertical},
                                  {"rising", geo::Hatch::Rising},
                                  {"falling", geo::Hatch::Falling},
                                  {"cross", geo::Hatch::Cross},
                                  {"diagonal_cross", geo::Hatch::DiagonalCross},
                                  {"dots", geo::Hatch::Dots}};
const KeyedBy<geo::PointShape> Shapes{{"circle", geo::PointShape::Circle},
                                      {"square", geo::PointShape::Square},
                                      {"triangle", geo::PointShape::Triangle},
                                      {"diamond", geo::PointShape::Diamond},
                                      {"cross", geo::PointShape::Cross}};

template <typename Enum>
std::vector<std::string> keysOf(const KeyedBy<Enum>& words)
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : words)
        keys.push_back(key);
    return keys;
}

// "#RRGGBB", "#AARRGGBB" or "none".
std::optional<QColor> parseColor(const std::string& text)
{
    if (text == "none")
        return std::nullopt;
    const QString name = toQString(text);
    const QColor color = name.startsWith(u'#') ? QColor(name) : QColor();
    if (!color.isValid())
        throw UsageError(
            Words::tr("“%1” is no colour. Write it as #RRGGBB or #AARRGGBB, or none.").arg(name));
    return color;
}

auto loadFeatures(const catalogue::ProjectFile& file, const catalogue::Layer& layer,
                  Context& context)
{
    catalogue::LoadedLayer loaded =
        catalogue::loadLayer(catalogue::layerContent(file, layer), context.progress());
    if (!loaded.features)
        throw base::Error(loaded.problem.isEmpty()
                              ? Words::tr("“%1” has no features to draw: it is a picture.")
                                    .arg(layer.nameIn(base::Language::English))
                              : loaded.problem);
    return loaded;
}

void write(catalogue::ProjectFile& file, const catalogue::Author& author,
           const catalogue::Layer& layer)
{
    file.edit(author, catalogue::EntryKind::Edit,
              {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the layer %1")),
               {layer.nameIn(base::Language::English)}},
              [&](catalogue::Edit& edit) { catalogue::updateLayer(edit, layer); });
}

} // namespace

void LayerStyle::setup(CLI::App& layer)
{
    m_command = layer.add_subcommand("style", "Show, change, read or save how a layer is drawn");
    m_command->require_subcommand(1);
    m_show = m_command->add_subcommand("show", "List what the layer's legend says");
    m_set = m_command->add_subcommand("set", "Change colours, classes, symbol and labels");
    m_read = m_command->add_subcommand("read", "Take the style from a .qml or .sld file");
    m_save = m_command->add_subcommand("save", "Write the style as a .qml or .sld file");
    for (CLI::App* each : {m_show, m_set, m_read, m_save}) {
        addFile(*each, m_file);
        each->add_option("LAYER", m_layer, "Its name or number")->required();
    }
    m_read->add_option("STYLE", m_path, "File of QGIS (.qml) or of a map server (.sld)")
        ->required();
    m_save->add_option("STYLE", m_path, "File to write; its ending says which kind")->required();
    m_save->add_option("--sld-version", m_sldVersion, "1.0 or 1.1")
        ->check(CLI::IsMember({"1.0", "1.1"}));
    CLI::Option* single = m_set->add_flag("--single", m_single, "In one colour");
    CLI::Option* category =
        m_set->add_option("--category-field", m_categoryField, "Field to colour by");
    CLI::Option* grade =
        m_set->add_option("--graduated-field", m_gradeField, "Field of numbers to grade by");
    single->excludes(category)->excludes(grade);
    category->excludes(grade);
    m_set->add_option("--method", m_method, "How classes are found")
        ->check(CLI::IsMember(keysOf(Methods)))
        ->needs(grade);
    m_set->add_option("--classes", m_classes, "How many, 2 to 12")
        ->check(CLI::Range(geo::FewestClasses, geo::MostClasses))
        ->needs(grade);
    m_set->add_option("--breaks", m_breaks, "Bounds of the classes by hand, as in 0,10,50")
        ->needs(grade);
    m_set->add_option("--ramp", m_ramp, "Their colours")
        ->check(CLI::IsMember(keysOf(Ramps)))
        ->needs(grade);
    m_set->add_flag("--reversed", m_reversed, "The ramp from its other end")->needs(grade);
    m_set->add_option("--fill", m_fill, "#RRGGBB, #AARRGGBB or none");
    m_set->add_option("--stroke", m_stroke, "Of outlines and lines: #RRGGBB, #AARRGGBB or none");
    m_set->add_option("--stroke-width", m_width, "In pixels of 1/96 inch")
        ->check(CLI::Range(0.0, 100.0));
    m_set->add_option("--dash", m_dash, "Of outlines and lines")
        ->check(CLI::IsMember(keysOf(Dashes)));
    m_set->add_option("--casing", m_casing, "Of lines, wider and below: #RRGGBB or none");
    m_set->add_option("--casing-width", m_casingWidth, "On either side, in pixels of 1/96 inch")
        ->check(CLI::Range(0.0, 100.0));
    m_set->add_option("--hatch", m_hatch, "Of areas, over the fill")
        ->check(CLI::IsMember(keysOf(Hatches)));
    m_set->add_option("--hatch-color", m_hatchColor, "#RRGGBB or #AARRGGBB");
    m_set->add_option("--shape", m_shape, "Of points")->check(CLI::IsMember(keysOf(Shapes)));
    m_set->add_option("--size", m_size, "Of points, in pixels of 1/96 inch")
        ->check(CLI::Range(0.0, 200.0));
    m_set->add_option("--others", m_others, "Colour of what is in no class, or none");
    m_set->add_option("--label-field", m_label, "Field written on the map; empty: none");
    m_set->add_option("--hide", m_hide, "Category that is not drawn; may be repeated");
}

void LayerStyle::run(Context& context)
{
    if (m_show->parsed())
        show(context);
    else if (m_set->parsed())
        set(context);
    else if (m_read->parsed())
        read(context);
    else
        save(context);
}

catalogue::Layer LayerStyle::find(const catalogue::ProjectFile& file) const
{
    catalogue::Layer found;
    file.read([&](const catalogue::ReadAccess& access) {
        const base::Id id = catalogue::findLayer(access, toQString(m_layer));
        for (const catalogue::Layer& layer : catalogue::readLayers(access))
            if (layer.id == id)
                found = layer;
    });
    return found;
}

void LayerStyle::show(Context& context) const
{
    const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
    const catalogue::Layer layer = find(*file);
    const catalogue::LoadedLayer loaded = loadFeatures(*file, layer, context);
    std::vector<QStringList> rows;
    for (const geo::LegendEntry& entry : geo::legendEntries(catalogue::mapLayer(loaded))) {
        const bool hatchAlone = !entry.symbol.fill && entry.symbol.hatch != geo::Hatch::None;
        const QColor color =
            hatchAlone ? entry.symbol.hatchColor
                       : entry.symbol.fill.value_or(entry.symbol.stroke.value_or(QColor()));
        rows.push_back({entry.label.in(context.language),
                        color.isValid()
                            ? color.name(color.alpha() == 255 ? QColor::HexRgb : QColor::HexArgb)
                            : Words::tr("none"),
                        entry.count ? QString::number(*entry.count) : QString()});
    }
    context.table({Words::tr("class"), Words::tr("colour"), Words::tr("features")}, rows);
    context.value(QJsonDocument::fromJson(geo::styleToJson(layer.style).toUtf8()).object());
}

// What the layer is coloured by, if the options say so.
void LayerStyle::classify(geo::Style& style, const geo::FeatureTable& features) const
{
    geo::Style fresh;
    if (m_single) {
        fresh = geo::singleStyle(features);
    } else if (!m_categoryField.empty()) {
        fresh = geo::categorisedStyle(features, toQString(m_categoryField));
    } else if (!m_gradeField.empty()) {
        geo::Grading grading{Methods.at(m_method), Ramps.at(m_ramp), m_reversed};
        fresh = geo::graduatedStyle(features, toQString(m_gradeField), grading, m_classes);
        if (!m_breaks.empty()) {
            grading.method = geo::BreakMethod::ByHand;
            std::vector<double> bounds;
            for (const QString& part : toQString(m_breaks).split(u',')) {
                bool good = false;
                bounds.push_back(part.toDouble(&good));
                if (!good)
                    throw UsageError(Words::tr("“%1” is no list of numbers, as in 0,10,50.")
                                         .arg(toQString(m_breaks)));
            }
            if (bounds.size() < geo::FewestClasses + 1 || bounds.size() > geo::MostClasses + 1)
                throw UsageError(Words::tr("Give the bounds of 2 to 12 classes, as in 0,10,50."));
            fresh.grading = grading;
            fresh.classes = geo::classesBetween(std::move(bounds), grading);
        }
    } else {
        return;
    }
    fresh.labelField = style.labelField;
    fresh.raster = style.raster;
    style = fresh;
}

void LayerStyle::drawWith(geo::Style& style) const
{
    if (!m_fill.empty())
        style.symbol.fill = parseColor(m_fill);
    if (!m_stroke.empty())
        style.symbol.stroke = parseColor(m_stroke);
    if (m_width)
        style.symbol.strokeWidth = *m_width;
    if (!m_dash.empty())
        style.symbol.dash = Dashes.at(m_dash);
    if (!m_casing.empty())
        style.symbol.casing = parseColor(m_casing);
    if (m_casingWidth)
        style.symbol.casingWidth = *m_casingWidth;
    if (!m_hatch.empty())
        style.symbol.hatch = Hatches.at(m_hatch);
    if (!m_hatchColor.empty())
        style.symbol.hatchColor = parseColor(m_hatchColor).value_or(QColor(Qt::transparent));
    if (!m_shape.empty())
        style.symbol.shape = Shapes.at(m_shape);
    if (m_size)
        style.symbol.pointSize = *m_size;
    if (!m_others.empty())
        style.otherColor = parseColor(m_others);
    if (m_label)
        style.labelField = toQString(*m_label);
    for (const std::string& value : m_hide) {
        bool found = false;
        for (geo::Category& category : style.categories)
            if (category.value == toQString(value)) {
                category.visible = false;
                found = true;
            }
        if (!found)
            throw UsageError(Words::tr("The style has no category “%1”.").arg(toQString(value)));
    }
}

void LayerStyle::set(Context& context)
{
    const catalogue::Author author = context.author();
    const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
    catalogue::Layer layer = find(*file);
    const catalogue::LoadedLayer loaded = loadFeatures(*file, layer, context);
    classify(layer.style, *loaded.features);
    drawWith(layer.style);
    write(*file, author, layer);
    context.done(QString::number(layer.id));
    context.value(QJsonObject{{QStringLiteral("id"), layer.id}});
}

void LayerStyle::read(Context& context)
{
    const catalogue::Author author = context.author();
    const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
    catalogue::Layer layer = find(*file);
    const catalogue::LoadedLayer loaded = loadFeatures(*file, layer, context);
    geo::StyleFile style = geo::readStyleFile(toQString(m_path));
    geo::fitToLayer(style, *loaded.features, QFileInfo(toQString(m_path)).fileName());
    style.style.raster = layer.style.raster;
    layer.style = style.style;
    layer.opacity = style.opacity.value_or(layer.opacity);
    write(*file, author, layer);
    context.issues(style.issues);
    context.done(QString::number(layer.id));
    QJsonArray issues;
    for (const base::Issue& issue : style.issues)
        issues.append(base::toJson(issue));
    context.value(
        QJsonObject{{QStringLiteral("id"), layer.id}, {QStringLiteral("issues"), issues}});
}

void LayerStyle::save(Context& context) const
{
    const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
    const catalogue::Layer layer = find(*file);
    const catalogue::LoadedLayer loaded = loadFeatures(*file, layer, context);
    const auto version = m_sldVersion == "1.0" ? geo::SldVersion::V1_0 : geo::SldVersion::V1_1;
    const std::vector<base::Issue> left =
        geo::writeStyleFile(toQString(m_path),
                            geo::styleToWrite(*loaded.features, layer.style, layer.opacity,
                                              layer.nameIn(context.language), context.language),
                            version);
    context.issues(left);
    context.done(Words::tr("Wrote %1.").arg(toQString(m_path)));
    QJsonArray issues;
    for (const base::Issue& issue : left)
        issues.append(base::toJson(issue));
    context.value(QJsonObject{{QStringLiteral("file"), toQString(m_path)},
                              {QStringLiteral("issues"), issues}});
}

} // namespace cli
