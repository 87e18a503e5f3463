// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/crs_refusal.h"
#include "app/cli/layer_look.h"
#include "app/cli/layer_style.h"
#include "app/cli/words.h"

#include "catalogue/access.h"
#include "catalogue/boundaries.h"
#include "catalogue/layer.h"

#include "geo/feature_layer.h"
#include "geo/raster_source.h"
#include "geo/source_layers.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

class Layer : public Command
{
    std::string m_file;
    std::string m_source;
    std::string m_layer;
    std::string m_sublayer;
    std::string m_crs;
    std::string m_operation;
    std::string m_nameEn;
    std::string m_nameEs;
    std::string m_citation;
    std::string m_colorField;
    std::string m_categoryField;
    std::optional<double> m_opacity;
    std::optional<bool> m_visible;
    std::optional<size_t> m_index;
    LayerLook m_look;
    bool m_overrideCrs = false;
    bool m_embed = false;
    bool m_schematic = false;
    CLI::App* m_add = nullptr;
    CLI::App* m_set = nullptr;
    CLI::App* m_list = nullptr;
    CLI::App* m_operations = nullptr;
    CLI::App* m_sublayers = nullptr;
    CLI::App* m_relocate = nullptr;
    CLI::App* m_remove = nullptr;
    LayerStyle m_style;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("layer", "Add, change, list or remove layers");
        sub->require_subcommand(1);
        m_add = sub->add_subcommand("add", "Add a vector or raster file");
        m_set = sub->add_subcommand("set", "Change how a layer is shown");
        m_list = sub->add_subcommand("list", "List the layers, from the top");
        m_operations =
            sub->add_subcommand("operations", "List the ways from a layer's CRS to WGS 84");
        m_sublayers =
            sub->add_subcommand("sublayers", "List what a file, folder or archive holds to show");
        m_relocate = sub->add_subcommand("relocate", "Say where a layer's file is now");
        m_remove = sub->add_subcommand("remove", "Remove a layer");
        for (CLI::App* each : {m_add, m_set, m_list, m_operations, m_relocate, m_remove})
            addFile(*each, m_file);
        for (CLI::App* each : {m_set, m_operations, m_relocate, m_remove})
            each->add_option("LAYER", m_layer, "Its name or number")->required();
        for (CLI::App* each : {m_add, m_sublayers, m_relocate})
            each->add_option("SOURCE", m_source, "The file to show")->required();
        m_add->add_option("--layer,--sublayer", m_sublayer,
                          "Which layer of a file that holds several");
        m_add->add_option("--crs", m_crs, "Its CRS, where the file does not state one");
        m_add->add_flag("--override-crs", m_overrideCrs,
                        "--crs stands, although the file states another one");
        m_add->add_flag("--embed", m_embed, "Keep the file's bytes in the project file");
        m_add->add_flag("--schematic", m_schematic, "It is drawn for orientation only");
        for (CLI::App* each : {m_add, m_set}) {
            each->add_option("--name-en,--name", m_nameEn, "Name in English");
            each->add_option("--name-es", m_nameEs, "Name in Spanish");
            each->add_option("--citation", m_citation, "Where it comes from");
            each->add_option("--color-field", m_colorField, "Field that holds colours");
            each->add_option("--category-field", m_categoryField, "Field to colour by");
            each->add_option("--opacity", m_opacity, "0 to 1")->check(CLI::Range(0.0, 1.0));
            m_look.addTo(*each);
            each->add_option("--visible", m_visible, "true or false");
            each->add_option("--operation", m_operation,
                             "Number of the way to WGS 84, from layer operations");
        }
        m_style.setup(*sub);
        m_set->add_option("--index", m_index, "Its place, from the bottom, from 0");
        return sub;
    }

    void run(Context& context) override
    {
        if (m_add->parsed())
            add(context);
        else if (m_set->parsed())
            set(context);
        else if (m_list->parsed())
            list(context);
        else if (m_operations->parsed())
            operations(context);
        else if (m_sublayers->parsed())
            sublayers(context);
        else if (m_relocate->parsed())
            relocate(context);
        else if (m_style.parsed())
            m_style.run(context);
        else
            remove(context);
    }

private:
    // What the options say of the layer; `ways` to choose the operation from.
    void apply(catalogue::Layer& layer, const std::vector<geo::OperationInfo>& ways) const
    {
        if (!m_operation.empty()) {
            bool ok = false;
            const int number = toQString(m_operation).toInt(&ok);
            if (!ok || number < 1 || number > int(ways.size()))
                throw UsageError(Words::tr("There is no way to WGS 84 numbered “%1”; there "
                                           "are %2: see veta-cli layer operations.")
                                     .arg(toQString(m_operation))
                                     .arg(ways.size()));
            const geo::OperationInfo& chosen = ways[size_t(number) - 1];
            if (!chosen.usable())
                throw base::Error(Words::tr("“%1” needs %2, which is not installed here. "
                                            "Install it, or choose another way.")
                                      .arg(chosen.name, grids(chosen)));
            layer.operation = chosen.key;
            layer.accuracyMetres = chosen.accuracyMetres;
        }
        if (!m_nameEn.empty())
            layer.name.en = toQString(m_nameEn);
        if (!m_nameEs.empty())
            layer.name.es = toQString(m_nameEs);
        if (!m_citation.empty())
            layer.citation = toQString(m_citation);
        if (m_opacity)
            layer.opacity = *m_opacity;
        if (m_visible)
            layer.visible = *m_visible;
        if (m_schematic)
            layer.schematic = true;
        m_look.apply(layer.style);
    }

    // The colours of a field, which takes the layer's content to know.
    void colour(catalogue::Layer& layer, const catalogue::LoadedLayer& loaded) const
    {
        if (m_colorField.empty() && m_categoryField.empty())
            return;
        if (!loaded.features)
            throw base::Error(loaded.problem.isEmpty()
                                  ? Words::tr("“%1” has no fields to colour by: it is a picture.")
                                        .arg(layer.nameIn(base::Language::English))
                                  : loaded.problem);
        const geo::Blend blend = layer.style.blend;
        layer.style = m_colorField.empty()
                          ? geo::categorisedStyle(*loaded.features, toQString(m_categoryField))
                          : geo::colorColumnStyle(*loaded.features, toQString(m_colorField));
        layer.style.blend = blend;
    }

    static QString grids(const geo::OperationInfo& info)
    {
        return QStringList(info.missingGrids.begin(), info.missingGrids.end())
            .join(QStringLiteral(", "));
    }

    static std::vector<geo::OperationInfo> waysOf(const catalogue::LoadedLayer& loaded)
    {
        std::optional<geo::Extent> degrees;
        if (loaded.features && !loaded.features->extent().isEmpty())
            degrees = loaded.features->extent();
        else if (loaded.raster)
            degrees = loaded.raster->degrees();
        return geo::Operation::candidates(geo::Crs::fromText(loaded.layer.crs), geo::Crs::wgs84(),
                                          degrees);
    }

    void operations(Context& context) const
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const catalogue::Layer layer = find(*file);
        const catalogue::LoadedLayer loaded =
            catalogue::loadLayer(catalogue::layerContent(*file, layer), context.progress());
        std::vector<QStringList> rows;
        QJsonArray values;
        for (const geo::OperationInfo& info : waysOf(loaded)) {
            const bool pinned = info.key == layer.operation;
            QString remark = pinned ? Words::tr("in use") : QString();
            if (info.ballpark)
                remark = Words::tr("ballpark: no change of datum") + QLatin1Char(' ') + remark;
            if (!info.usable())
                remark = Words::tr("needs %1, which is not installed").arg(grids(info));
            rows.push_back({QString::number(rows.size() + 1), info.name,
                            info.accuracyMetres ? QStringLiteral("±%1 m").arg(*info.accuracyMetres)
                                                : Words::tr("not stated"),
                            remark.trimmed(), info.area});
            QJsonObject value{{QStringLiteral("number"), qint64(rows.size())},
                              {QStringLiteral("name"), info.name},
                              {QStringLiteral("operation"), info.key},
                              {QStringLiteral("area"), info.area},
                              {QStringLiteral("ballpark"), info.ballpark},
                              {QStringLiteral("usable"), info.usable()},
                              {QStringLiteral("in_use"), pinned}};
            if (info.accuracyMetres)
                value.insert(QStringLiteral("accuracy_m"), *info.accuracyMetres);
            values.append(value);
        }
        context.table({Words::tr("number"), Words::tr("way to WGS 84"), Words::tr("accuracy"),
                       Words::tr("remark"), Words::tr("where it is meant to be used")},
                      rows);
        context.value(values);
    }

    // The CRS is for a person to say: the error, with what may be answered.
    [[noreturn]] void askForCrs(Context& context, const catalogue::LayerProposal& proposal) const
    {
        const geo::CrsProposal asked =
            catalogue::proposeCrs(*proposal.crsEvidence, context.language, context.progress());
        if (asked.isSwapped)
            throw base::Error(Words::tr("“%1” cannot be added as it is. %2")
                                  .arg(toQString(m_source), asked.finding));
        const QString text =
            proposal.crsEvidence->stated
                ? Words::tr("“%1” states a coordinate system that its coordinates contradict. Say "
                            "the right one with --crs and --override-crs; ask whoever made the "
                            "file where you do not know.")
                : Words::tr("“%1” does not say in which coordinate system it is. Say it "
                            "with --crs, as in --crs EPSG:4326; ask whoever made the file "
                            "where you do not know.");
        refuseForCrs(context, text.arg(toQString(m_source)), asked);
    }

    void add(Context& context)
    {
        const catalogue::Author author = context.author();
        std::optional<geo::Crs> crs;
        if (!m_crs.empty())
            crs = geo::Crs::fromText(toQString(m_crs));
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        if (m_overrideCrs && !crs)
            throw UsageError(Words::tr("--override-crs needs --crs."));
        if (m_embed && QFileInfo(toQString(m_source)).suffix().toLower() == QLatin1String("shp"))
            throw UsageError(Words::tr("“%1” is one of the several files of a shapefile. Put "
                                       "them in a .zip and embed that.")
                                 .arg(toQString(m_source)));
        if (m_embed && QFileInfo(toQString(m_source)).isDir())
            throw UsageError(Words::tr("“%1” is a folder. Put it in a .zip and embed that.")
                                 .arg(toQString(m_source)));
        catalogue::LayerProposal proposal =
            catalogue::proposeLayer(toQString(m_file), toQString(m_source), toQString(m_sublayer),
                                    crs, m_overrideCrs, context.progress());
        catalogue::Layer& layer = proposal.layer;
        if (proposal.crsEvidence)
            askForCrs(context, proposal);
        if (crs && layer.crs != crs->toText())
            throw UsageError(Words::tr("“%1” states that it is in %2. Leave --crs out, or "
                                       "add --override-crs if you know the file to be wrong.")
                                 .arg(toQString(m_source), layer.crs));
        apply(layer, proposal.operations);
        if (!m_colorField.empty() || !m_categoryField.empty())
            colour(layer,
                   catalogue::loadLayer(catalogue::layerContent(*file, layer), context.progress()));
        base::Id id = 0;
        if (m_embed) {
            QFile bytes(toQString(m_source));
            if (!bytes.open(QIODevice::ReadOnly))
                throw base::Error(Words::tr("“%1” cannot be read.").arg(toQString(m_source)));
            layer.digest = file->putBlob(bytes.readAll(),
                                         QLatin1Char('.') + QFileInfo(bytes.fileName()).suffix());
            layer.embedded = true;
            layer.path.clear();
        }
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the layer %1")),
                    {layer.nameIn(base::Language::English)}},
                   [&](catalogue::Edit& edit) { id = catalogue::addLayer(edit, layer); });
        for (const geo::OperationInfo& info : proposal.operations)
            if (info.key == layer.operation && !info.name.isEmpty())
                context.say(Words::tr("From %1 by: %2 (%3)%4")
                                .arg(crsTitle(geo::Crs::fromText(layer.crs)), info.name,
                                     info.accuracyMetres
                                         ? QStringLiteral("±%1 m").arg(*info.accuracyMetres)
                                         : Words::tr("accuracy not stated"),
                                     info.ballpark ? Words::tr(", ballpark: no change of datum")
                                                   : QString()));
        context.issues(proposal.issues);
        context.done(QString::number(id));
        QJsonObject value{{QStringLiteral("id"), id},
                          {QStringLiteral("crs"), layer.crs},
                          {QStringLiteral("operation"), layer.operation}};
        if (layer.accuracyMetres)
            value.insert(QStringLiteral("accuracy_m"), *layer.accuracyMetres);
        context.value(value);
    }

    static QString crsTitle(const geo::Crs& crs)
    {
        return crs.code().isEmpty() ? crs.name() : crs.code();
    }

    // For scripts; geo::kindText() is for a person.
    static QString kindKey(const std::optional<geo::GeometryKind>& kind)
    {
        switch (kind.value_or(geo::GeometryKind::None)) {
        case geo::GeometryKind::Point:
            return QStringLiteral("points");
        case geo::GeometryKind::Line:
            return QStringLiteral("lines");
        case geo::GeometryKind::Polygon:
            return QStringLiteral("polygons");
        case geo::GeometryKind::None:
            break;
        }
        return QStringLiteral("mixed");
    }

    void sublayers(Context& context) const
    {
        const geo::SourceLayers found = geo::listLayers(toQString(m_source));
        std::vector<QStringList> rows;
        QJsonArray values;
        for (const geo::SourceLayer& layer : found.layers) {
            const QString crs = layer.crs ? crsTitle(*layer.crs) : QString();
            QJsonObject value{{QStringLiteral("name"), layer.name},
                              {QStringLiteral("type"),
                               layer.raster ? QStringLiteral("raster") : QStringLiteral("vector")}};
            QString size = QStringLiteral("?");
            if (layer.raster) {
                size = QStringLiteral("%1 x %2").arg(layer.size.width()).arg(layer.size.height());
                value.insert(QStringLiteral("width"), layer.size.width());
                value.insert(QStringLiteral("height"), layer.size.height());
                value.insert(QStringLiteral("bands"), layer.bands);
            } else {
                value.insert(QStringLiteral("geometry"), kindKey(layer.kind));
                if (layer.featureCount) {
                    size = QString::number(*layer.featureCount);
                    value.insert(QStringLiteral("features"), *layer.featureCount);
                }
            }
            if (layer.crs)
                value.insert(QStringLiteral("crs"), layer.crs->toText());
            rows.push_back({layer.name, layer.raster ? Words::tr("raster") : Words::tr("vector"),
                            layer.raster ? QString() : geo::kindText(layer), size,
                            crs.isEmpty() ? Words::tr("not stated") : crs});
            values.append(value);
        }
        context.table({Words::tr("name"), Words::tr("type"), Words::tr("geometry"),
                       Words::tr("size"), Words::tr("crs")},
                      rows);
        context.issues(found.issues);
        context.value(values);
    }

    catalogue::Layer find(const catalogue::ProjectFile& file) const
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

    void set(Context& context)
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        catalogue::Layer layer = find(*file);
        std::vector<geo::OperationInfo> ways;
        if (!m_operation.empty() || !m_colorField.empty() || !m_categoryField.empty()) {
            const catalogue::LoadedLayer loaded =
                catalogue::loadLayer(catalogue::layerContent(*file, layer), context.progress());
            ways = waysOf(loaded);
            colour(layer, loaded);
        }
        apply(layer, ways);
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the layer %1")),
                    {layer.nameIn(base::Language::English)}},
                   [&](catalogue::Edit& edit) {
                       catalogue::updateLayer(edit, layer);
                       if (m_index)
                           catalogue::moveLayer(edit, layer.id, *m_index);
                   });
        context.done(QString::number(layer.id));
        context.value(QJsonObject{{QStringLiteral("id"), layer.id}});
    }

    void list(Context& context)
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        std::vector<catalogue::Layer> layers;
        file->read(
            [&](const catalogue::ReadAccess& access) { layers = catalogue::readLayers(access); });
        QJsonArray values;
        std::vector<QStringList> rows;
        for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
            rows.push_back({QString::number(layer->id), layer->nameIn(context.language),
                            layer->visible ? Words::tr("shown") : Words::tr("hidden"),
                            QString::number(layer->opacity), layer->crs,
                            layer->accuracyMetres
                                ? QStringLiteral("±%1 m").arg(*layer->accuracyMetres)
                                : QStringLiteral("?"),
                            layer->embedded ? Words::tr("(embedded)") : layer->path});
            QJsonObject value{{QStringLiteral("id"), layer->id},
                              {QStringLiteral("name_en"), layer->name.en},
                              {QStringLiteral("name_es"), layer->name.es},
                              {QStringLiteral("visible"), layer->visible},
                              {QStringLiteral("opacity"), layer->opacity},
                              {QStringLiteral("crs"), layer->crs},
                              {QStringLiteral("operation"), layer->operation},
                              {QStringLiteral("embedded"), layer->embedded},
                              {QStringLiteral("path"), layer->path}};
            if (layer->accuracyMetres)
                value.insert(QStringLiteral("accuracy_m"), *layer->accuracyMetres);
            values.append(value);
        }
        context.table({QStringLiteral("id"), Words::tr("name"), Words::tr("shown"),
                       Words::tr("opacity"), Words::tr("crs"), Words::tr("accuracy"),
                       Words::tr("file")},
                      rows);
        context.value(values);
    }

    void relocate(Context& context)
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const catalogue::LayerRelocation moved = catalogue::relocateLayer(
            toQString(m_file), find(*file), toQString(m_source), context.progress());
        const catalogue::Layer& layer = moved.layer;
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(
                        QT_TRANSLATE_NOOP("Journal", "Said where the file of the layer %1 is now")),
                    {layer.nameIn(base::Language::English)}},
                   [&](catalogue::Edit& edit) { catalogue::updateLayer(edit, layer); });
        context.issues(moved.issues);
        context.done(layer.path);
        context.value(QJsonObject{{QStringLiteral("id"), layer.id},
                                  {QStringLiteral("path"), layer.path},
                                  {QStringLiteral("same_content"), moved.sameContent}});
    }

    void remove(Context& context)
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const catalogue::Layer layer = find(*file);
        const QString name = layer.nameIn(base::Language::English);
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the layer %1")), {name}},
                   [&](catalogue::Edit& edit) { catalogue::removeLayer(edit, layer.id); });
        context.done(Words::tr("Removed %1.").arg(name));
        context.value(QJsonObject{{QStringLiteral("id"), layer.id}});
    }
};

} // namespace

std::unique_ptr<Command> makeLayer()
{
    return std::make_unique<Layer>();
}

} // namespace cli
