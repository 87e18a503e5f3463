// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/sample_sites.h"

#include "base/digest.h"
#include "base/error.h"
#include "catalogue/access.h"
#include "catalogue/project.h"
#include "catalogue/project_file.h"
#include "catalogue/settings.h"
#include "catalogue/site_store.h"
#include "catalogue/text.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

namespace catalogue {

namespace {

struct SampleLayer
{
    const char* key;
    const char* path;
    const char* sublayer;
    const char* purpose;
    const char* en;
    const char* es;
    bool schematic;
    const char* citation;
};

// From the bottom.
constexpr std::array<SampleLayer, 5> SampleLayers{{
    {"provinces", "provinces.geojson", "provinces", "geology", "Geological provinces (schematic)",
     "Provincias geológicas (esquemático)", true, "Veta"},
    {"states", "boundaries/boundaries.gpkg", "states", "boundaries", "States", "Estados", false,
     "Natural Earth, public domain"},
    {"countries", "boundaries/boundaries.gpkg", "countries", "boundaries", "Countries", "Países",
     false, "Natural Earth, public domain"},
    {"ports", "places/ports.geojson", "ports", "places", "Main ports", "Puertos principales", false,
     "World Port Index, National Geospatial-Intelligence Agency"},
    {"border_crossings", "places/border_crossings.geojson", "border_crossings", "places",
     "Border crossings", "Cruces fronterizos", false,
     "Bureau of Transportation Statistics, Border Crossing Data"},
}};

geo::Style styleOf(const QString& key)
{
    geo::Style style;
    if (key == QLatin1String("provinces")) {
        style.kind = geo::StyleKind::FromColorColumn;
        style.field = QStringLiteral("color");
        style.nameField = QStringLiteral("name");
        style.symbol.stroke = QColor(0x8a, 0x84, 0x78);
        style.symbol.strokeWidth = 0.5;
    } else if (key == QLatin1String("states") || key == QLatin1String("countries")) {
        const bool country = key == QLatin1String("countries");
        style.symbol.fill.reset();
        style.symbol.stroke = country ? QColor(0x33, 0x33, 0x33) : QColor(0x70, 0x70, 0x70);
        style.symbol.strokeWidth = country ? 1.4 : 0.5;
        style.symbol.dash = country ? geo::Dash::Solid : geo::Dash::Dashed;
    } else {
        const bool port = key == QLatin1String("ports");
        style.symbol.fill = port ? QColor(0x2b, 0x6c, 0xb0) : QColor(0xff, 0xff, 0xff);
        style.symbol.stroke = QColor(0x22, 0x22, 0x22);
        style.symbol.shape = port ? geo::PointShape::Triangle : geo::PointShape::Square;
        style.symbol.pointSize = 5;
    }
    return style;
}

QJsonArray arrayOf(const char* path)
{
    return QJsonDocument::fromJson(sampleFile(QString::fromLatin1(path))).array();
}

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

std::optional<double> real(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<int> integer(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

Citation cite(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    if (object.isEmpty())
        return {};
    return {sampleId("sources", text(object, "source")), text(object, "ref")};
}

Citation citeIn(const QJsonObject& object, const char* key = "cite")
{
    return cite(object.value(QLatin1String(key)));
}

// Rows of a site are numbered in its list; their ids come from that.
base::Id rowId(const char* table, const QString& site, qsizetype number)
{
    return sampleId(table, site + QLatin1Char('/') + QString::number(number));
}

void addSource(Edit& edit, const QJsonObject& object)
{
    Source source;
    source.id = sampleId("sources", text(object, "key"));
    source.kind = text(object, "kind");
    source.title = text(object, "title");
    source.publisher = text(object, "publisher");
    source.published = text(object, "date");
    source.licence = text(object, "licence");
    source.url = text(object, "url");
    source.accessed = text(object, "read_on");
    source.note = text(object, "note");
    catalogue::addSource(edit, source);
}

// A field whose source is another one than the site's own is a claim of its own.
void claimField(Edit& edit, const QString& key, const Site& site, const char* field,
                const QString& value, const Citation& cited)
{
    if (value.isEmpty() || !cited.source || cited == site.cite)
        return;
    Claim claim;
    claim.id = sampleId("claims", key + QLatin1Char('/') + QLatin1String(field));
    claim.field = QString::fromLatin1(field);
    claim.value = value;
    claim.cite = cited;
    claim.preferred = true;
    addClaim(edit, site.id, claim);
}

template <class Add>
void eachRow(const QJsonObject& object, const char* list, Add&& add)
{
    const QJsonArray rows = object.value(QLatin1String(list)).toArray();
    for (qsizetype i = 0; i < rows.size(); ++i)
        add(rows[i].toObject(), i);
}

void addSite(Edit& edit, const QJsonObject& object)
{
    const QString key = text(object, "key");
    Site site;
    site.id = sampleId("sites", key);
    site.name = text(object, "name");
    site.kind = text(object, "kind");
    site.stage = text(object, "stage");
    site.stageDate = text(object, "status_date");
    site.country = text(object, "country");
    site.admin1 = text(object, "admin1");
    site.positionAccuracyMetres = real(object, "position_accuracy_m");
    site.cite = citeIn(object, "kind_cite");
    site.note = text(object, "note");
    const std::optional<double> lon = real(object, "lon");
    const std::optional<double> lat = real(object, "lat");
    if (lon && lat)
        site.lonLat = QPointF(*lon, *lat);
    catalogue::addSite(edit, site);
    claimField(edit, key, site, "stage", site.stage, citeIn(object, "stage_cite"));
    if (site.lonLat)
        claimField(edit, key, site, "position",
                   QStringLiteral("%1 %2").arg(QString::number(*lon, 'g', 12),
                                               QString::number(*lat, 'g', 12)),
                   citeIn(object, "position_cite"));

    eachRow(object, "aliases", [&](const QJsonObject& row, qsizetype i) {
        addSiteName(
            edit, site.id,
            {rowId("site_names", key, i), text(row, "name"), text(row, "lang"), citeIn(row)});
    });
    eachRow(object, "external_ids", [&](const QJsonObject& row, qsizetype i) {
        addExternalId(edit, site.id,
                      {rowId("site_external_ids", key, i), text(row, "system"), text(row, "id")});
    });
    eachRow(object, "commodities", [&](const QJsonObject& row, qsizetype i) {
        addSiteCommodity(edit, site.id,
                         {0, text(row, "commodity"), text(row, "role"), int(i) + 1, citeIn(row)});
    });
    eachRow(object, "estimates", [&](const QJsonObject& row, qsizetype i) {
        Estimate estimate;
        estimate.id = rowId("estimates", key, i);
        estimate.commodity = text(row, "commodity");
        estimate.category = text(row, "category");
        estimate.tonnes = real(row, "tonnes");
        estimate.grade = real(row, "grade");
        estimate.gradeUnit = text(row, "grade_unit");
        estimate.containedTonnes = real(row, "contained_tonnes");
        estimate.effectiveDate = text(row, "effective_date");
        estimate.code = text(row, "code");
        estimate.cite = citeIn(row);
        estimate.note = text(row, "note");
        addEstimate(edit, site.id, estimate);
    });
    eachRow(object, "processes", [&](const QJsonObject& row, qsizetype i) {
        addSiteProcess(edit, site.id,
                       {rowId("site_processes", key, i), text(row, "process"), text(row, "feed"),
                        text(row, "product"), real(row, "capacity_tpa"), integer(row, "year"),
                        citeIn(row)});
    });
    eachRow(object, "owners", [&](const QJsonObject& row, qsizetype i) {
        addSiteOwner(edit, site.id,
                     {rowId("site_owners", key, i),
                      text(row, "name"),
                      real(row, "share_percent"),
                      text(row, "country"),
                      {},
                      text(row, "as_of"),
                      citeIn(row)});
    });
    eachRow(object, "status_history", [&](const QJsonObject& row, qsizetype i) {
        addStageReport(
            edit, site.id,
            {rowId("site_stages", key, i), text(row, "stage"), text(row, "date"), citeIn(row)});
    });
}

void addProject(Edit& edit, const QJsonObject& object)
{
    const QString key = text(object, "key");
    Project project;
    project.id = sampleId("projects", key);
    project.name = {text(object, "name"), text(object, "name_es")};
    project.summary = {text(object, "summary_en"), text(object, "summary_es")};
    eachRow(object, "members", [&](const QJsonObject& row, qsizetype i) {
        project.members.push_back({rowId("project_members", key, i),
                                   sampleId("sites", text(row, "site")), text(row, "role"),
                                   row.value(QLatin1String("order")).toInt()});
    });
    catalogue::addProject(edit, project);
}

bool isBoundary(const SampleLayer& layer)
{
    return QLatin1String(layer.purpose) == QLatin1String("boundaries");
}

Layer layerOf(const SampleLayer& sample, double position, base::Progress& progress)
{
    const QString path = QString::fromLatin1(sample.path);
    LayerProposal proposal = proposeEmbeddedLayer(sampleFile(path), QFileInfo(path).fileName(),
                                                  QString::fromLatin1(sample.sublayer), progress);
    Layer layer = proposal.layer;
    const QString key = QString::fromLatin1(sample.key);
    layer.id = sampleId("layers", key);
    layer.purpose = QString::fromLatin1(sample.purpose);
    layer.name = {QString::fromUtf8(sample.en), QString::fromUtf8(sample.es)};
    layer.schematic = sample.schematic;
    layer.citation = QString::fromUtf8(sample.citation);
    layer.position = position;
    layer.style = styleOf(key);
    return layer;
}

void addSampleLayer(Edit& edit, const SampleLayer& sample, double position,
                    base::Progress& progress)
{
    addLayer(edit, layerOf(sample, position, progress));
}

} // namespace

base::Id sampleId(const char* table, const QString& key)
{
    return base::hashedId({table, "sample", key.toUtf8()});
}

QByteArray sampleFile(const QString& path)
{
    QFile file(QStringLiteral(":/sample/") + path);
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(Text::tr("The program is not whole: “%1” is missing in it. Install it "
                                   "again.")
                              .arg(file.fileName()));
    return file.readAll();
}

void putSampleBlobs(ProjectFile& file)
{
    for (const SampleLayer& layer : SampleLayers) {
        const QString path = QString::fromLatin1(layer.path);
        file.putBlob(sampleFile(path), QLatin1Char('.') + QFileInfo(path).suffix());
    }
}

void addSampleSites(Edit& edit, base::Progress& progress)
{
    const QJsonArray sites = arrayOf("sites.json");
    progress.begin(Text::tr("Building the sample project"), sites.size());
    for (const QJsonValue& source : arrayOf("sources.json"))
        addSource(edit, source.toObject());
    qint64 done = 0;
    for (const QJsonValue& site : sites) {
        progress.check();
        addSite(edit, site.toObject());
        progress.advance(++done);
    }
    for (const QJsonValue& project : arrayOf("projects.json"))
        addProject(edit, project.toObject());
    double position = 1;
    for (const SampleLayer& layer : SampleLayers)
        addSampleLayer(edit, layer, position++, progress);
}

void addBoundaries(ProjectFile& file, const Author& author, base::Progress& progress)
{
    for (const SampleLayer& layer : SampleLayers)
        if (isBoundary(layer))
            file.putBlob(sampleFile(QString::fromLatin1(layer.path)), QStringLiteral(".gpkg"));
    file.edit(author, EntryKind::Edit,
              {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the boundaries")), {}},
              [&](Edit& edit) {
                  double position = 1;
                  for (const SampleLayer& layer : SampleLayers)
                      if (isBoundary(layer))
                          addSampleLayer(edit, layer, position++, progress);
              });
}

std::vector<LoadedLayer> ownBoundaries(base::Progress& progress)
{
    std::vector<LoadedLayer> boundaries;
    for (const SampleLayer& sample : SampleLayers)
        if (isBoundary(sample)) {
            const QString path = QString::fromLatin1(sample.path);
            boundaries.push_back(loadLayer({layerOf(sample, 1, progress),
                                            {},
                                            sampleFile(path),
                                            QLatin1Char('.') + QFileInfo(path).suffix(),
                                            nullptr,
                                            {}},
                                           progress));
        }
    return boundaries;
}

} // namespace catalogue
