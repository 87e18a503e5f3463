// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/layer.h"

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
    bool m_embed = false;
    bool m_schematic = false;
    CLI::App* m_add = nullptr;
    CLI::App* m_set = nullptr;
    CLI::App* m_list = nullptr;
    CLI::App* m_remove = nullptr;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("layer", "Add, change, list or remove layers");
        sub->require_subcommand(1);
        m_add = sub->add_subcommand("add", "Add a vector or raster file");
        m_set = sub->add_subcommand("set", "Change how a layer is shown");
        m_list = sub->add_subcommand("list", "List the layers, from the top");
        m_remove = sub->add_subcommand("remove", "Remove a layer");
        for (CLI::App* each : {m_add, m_set, m_list, m_remove})
            addFile(*each, m_file);
        m_add->add_option("SOURCE", m_source, "The file to show")->required();
        m_add->add_option("--layer", m_sublayer, "Which layer of a file that holds several");
        m_add->add_option("--crs", m_crs, "Its CRS, where the file does not state one");
        m_add->add_option("--operation", m_operation,
                          "Number of the way to WGS 84, from the list that is printed");
        m_add->add_flag("--embed", m_embed, "Keep the file's bytes in the project file");
        m_add->add_flag("--schematic", m_schematic, "It is drawn for orientation only");
        for (CLI::App* each : {m_set, m_remove})
            each->add_option("LAYER", m_layer, "Its name or number")->required();
        for (CLI::App* each : {m_add, m_set}) {
            each->add_option("--name-en,--name", m_nameEn, "Name in English");
            each->add_option("--name-es", m_nameEs, "Name in Spanish");
            each->add_option("--citation", m_citation, "Where it comes from");
            each->add_option("--color-field", m_colorField, "Field that holds colours");
            each->add_option("--category-field", m_categoryField, "Field to colour by");
            each->add_option("--opacity", m_opacity, "0 to 1")->check(CLI::Range(0.0, 1.0));
            each->add_option("--visible", m_visible, "true or false");
        }
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
        else
            remove(context);
    }

private:
    void apply(catalogue::Layer& layer) const
    {
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
        if (!m_colorField.empty()) {
            layer.style.kind = geo::StyleKind::FromColorColumn;
            layer.style.field = toQString(m_colorField);
            layer.style.categories.clear();
        } else if (!m_categoryField.empty()) {
            layer.style.kind = geo::StyleKind::Categorised;
            layer.style.field = toQString(m_categoryField);
            layer.style.categories.clear();
        }
        if (m_schematic)
            layer.schematic = true;
    }

    void add(Context& context)
    {
        const catalogue::Author author = context.author();
        std::optional<geo::Crs> crs;
        if (!m_crs.empty())
            crs = geo::Crs::fromText(toQString(m_crs));
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        catalogue::LayerProposal proposal =
            catalogue::proposeLayer(toQString(m_file), toQString(m_source), toQString(m_sublayer),
                                    crs, false, context.progress());
        catalogue::Layer& layer = proposal.layer;
        if (layer.crs.isEmpty())
            throw base::Error(
                QStringLiteral("“%1” does not say in which coordinate system it is. Say it: --crs "
                               "EPSG:…")
                    .arg(toQString(m_source)));
        if (!m_operation.empty()) {
            bool ok = false;
            const int number = toQString(m_operation).toInt(&ok);
            if (!ok || number < 1 || number > int(proposal.operations.size()))
                throw UsageError(QStringLiteral("There is no way to WGS 84 numbered “%1”.")
                                     .arg(toQString(m_operation)));
            const geo::OperationInfo& chosen = proposal.operations[size_t(number) - 1];
            layer.operation = chosen.key;
            layer.accuracyMetres = chosen.accuracyMetres;
        }
        apply(layer);
        base::Id id = 0;
        if (m_embed) {
            QFile bytes(toQString(m_source));
            if (!bytes.open(QIODevice::ReadOnly))
                throw base::Error(QStringLiteral("“%1” cannot be read.").arg(toQString(m_source)));
            layer.digest = file->putBlob(bytes.readAll(),
                                         QLatin1Char('.') + QFileInfo(bytes.fileName()).suffix());
            layer.embedded = true;
            layer.path.clear();
        }
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the layer %1")),
                    {layer.nameIn(base::Language::English)}},
                   [&](catalogue::Edit& edit) { id = catalogue::addLayer(edit, layer); });
        int number = 0;
        for (const geo::OperationInfo& info : proposal.operations) {
            ++number;
            const QString accuracy = info.accuracyMetres
                                         ? QStringLiteral("±%1 m").arg(*info.accuracyMetres)
                                         : QStringLiteral("accuracy not stated");
            QString text =
                QStringLiteral("%1%2. %3 (%4)")
                    .arg(info.key == layer.operation ? QStringLiteral("* ") : QStringLiteral("  "))
                    .arg(number)
                    .arg(info.name, accuracy);
            if (info.ballpark)
                text += QStringLiteral(" – ballpark, no change of datum");
            if (!info.usable())
                text += QStringLiteral(" – needs %1, which is not installed")
                            .arg(QStringList(info.missingGrids.begin(), info.missingGrids.end())
                                     .join(QStringLiteral(", ")));
            context.say(text);
        }
        context.line(QString::number(id));
        QJsonObject value{{QStringLiteral("id"), id},
                          {QStringLiteral("crs"), layer.crs},
                          {QStringLiteral("operation"), layer.operation}};
        if (layer.accuracyMetres)
            value.insert(QStringLiteral("accuracy_m"), *layer.accuracyMetres);
        context.value(value);
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
        apply(layer);
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the layer %1")),
                    {layer.nameIn(base::Language::English)}},
                   [&](catalogue::Edit& edit) {
                       catalogue::updateLayer(edit, layer);
                       if (m_index)
                           catalogue::moveLayer(edit, layer.id, *m_index);
                   });
        context.line(QString::number(layer.id));
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
                            layer->visible ? QStringLiteral("shown") : QStringLiteral("hidden"),
                            QString::number(layer->opacity), layer->crs,
                            layer->accuracyMetres
                                ? QStringLiteral("±%1 m").arg(*layer->accuracyMetres)
                                : QStringLiteral("?"),
                            layer->embedded ? QStringLiteral("(embedded)") : layer->path});
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
        context.table({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("shown"),
                       QStringLiteral("opacity"), QStringLiteral("crs"), QStringLiteral("accuracy"),
                       QStringLiteral("file")},
                      rows);
        context.value(values);
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
        context.line(QStringLiteral("Removed %1.").arg(name));
        context.value(QJsonObject{{QStringLiteral("id"), layer.id}});
    }
};

} // namespace

std::unique_ptr<Command> makeLayer()
{
    return std::make_unique<Layer>();
}

} // namespace cli
