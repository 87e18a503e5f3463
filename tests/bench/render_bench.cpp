// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "veta_bench.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/os.h"
#include "geo/cooked_layer.h"
#include "geo/kept_layer.h"
#include "geo/map_renderer.h"
#include "geo/raster_source.h"
#include <QCommandLineParser>
#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

namespace bench {

namespace {

// The twenty categories of the peers' scripts; of any other field its values in turn.
geo::Style styleOf(const geo::FeatureTable& layer, const QString& field, bool outlines)
{
    geo::Style style = geo::categorisedStyle(layer, field);
    const auto color = [](int i) { return QColor(i * 53 % 256, i * 97 % 256, i * 151 % 256); };
    int next = 0;
    for (geo::Category& category : style.categories) {
        bool known = false;
        const int number = category.value.mid(1).toInt(&known);
        category.color = color((known ? number : next++) % 20);
    }
    style.labelField.clear();
    style.symbol.stroke =
        outlines ? std::optional(QColor(0x20, 0x20, 0x20)) : std::optional<QColor>();
    style.symbol.strokeWidth = 0.6;
    return style;
}

// The layer, from the store where it is known there. How it came, in `told`.
std::shared_ptr<const geo::FeatureTable> openLayer(const QString& path, const QString& sublayer,
                                                   const QString& storeFolder,
                                                   const geo::Operation& toMap, QJsonObject& told)
{
    const auto read = [=](const geo::Operation& operation) {
        geo::VectorSource source = geo::VectorSource::open(path, sublayer);
        base::Progress progress;
        return geo::FeatureLayer::read(source, operation, progress);
    };
    QElapsedTimer clock;
    clock.start();
    geo::VectorSource source = geo::VectorSource::open(path, sublayer);
    if (!source.crs())
        throw base::Error(QStringLiteral("%1 names no CRS.").arg(source.fileName()));
    const geo::Operation operation =
        geo::Operation::between(*source.crs(), geo::Crs::wgs84(), source.degrees());
    if (storeFolder.isEmpty()) {
        auto layer = std::make_shared<const geo::FeatureLayer>(read(operation));
        told.insert(QStringLiteral("read_ms"), milliseconds(clock));
        told.insert(QStringLiteral("points"), qint64(layer->pointCount()));
        return layer;
    }
    const auto store =
        std::make_shared<geo::LayerStore>(storeFolder, geo::LayerStore::MostBytesByDefault);
    const auto key = [=] {
        return geo::LayerStore::keyOf(path, sublayer, operation.from().toText(),
                                      operation.info().key);
    };
    const geo::KeptLayer::Source from{
        key(), operation.from(),
        [=](base::Progress&, std::vector<base::Issue>*, const geo::LayerDrafts*) {
            return read(operation);
        },
        [=](base::Progress& progress) { return base::sha256OfFile(path, progress); }, key};
    if (auto known = geo::KeptLayer::open(store, from, toMap)) {
        told.insert(QStringLiteral("mapped_ms"), milliseconds(clock));
        return known;
    }
    auto layer = std::make_shared<const geo::KeptLayer>(
        store, from, std::make_shared<const geo::FeatureLayer>(read(operation)),
        std::vector<base::Issue>());
    told.insert(QStringLiteral("read_ms"), milliseconds(clock));
    return layer;
}

void printJson(const QJsonObject& line)
{
    std::fprintf(stderr, "%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
}

bool isRaster(const QString& path)
{
    try {
        return !geo::RasterSource::listSublayers(path).empty();
    } catch (const base::Error&) {
        return false;
    }
}

struct Subject
{
    geo::MapLayer layer;
    geo::Extent box; // on the map
    QPointF centre;  // of mid and close, on the map
};

Subject featureSubject(geo::MapLayer layer, const geo::MapView& view, geo::PreparedCache& cache,
                       QPointF centre, QJsonObject& told)
{
    base::Progress progress;
    QElapsedTimer clock;
    clock.start();
    const auto cooked = cache.layer(layer.features, view, progress);
    told.insert(QStringLiteral("cook_ms"), milliseconds(clock));
    std::size_t overlapping = 0;
    for (const auto& feature : cooked->features())
        overlapping += (feature.flags & geo::CookedLayer::Overlaps) != 0 ? 1 : 0;
    told.insert(QStringLiteral("layer"), layer.features->fileName());
    told.insert(QStringLiteral("features"), qint64(layer.features->size()));
    told.insert(QStringLiteral("arcs"), qint64(cooked->arcs().size()));
    told.insert(QStringLiteral("overlapping"), qint64(overlapping));
    for (std::size_t i = 0; i < geo::CookedLayer::Levels; ++i)
        told.insert(QStringLiteral("level_%1").arg(i), qint64(cooked->pointCount(i)));
    layer.features->operation().forward(std::span(&centre, 1));
    view.fromWgs84().forward(std::span(&centre, 1));
    return {std::move(layer), cooked->box(), centre};
}

Subject rasterSubject(const QString& path, const QString& sublayer, const geo::MapView& view,
                      QPointF centre, QJsonObject& told)
{
    QElapsedTimer clock;
    clock.start();
    Subject subject;
    subject.layer.raster =
        std::make_shared<const geo::RasterSource>(geo::RasterSource::open(path, sublayer));
    const geo::RasterSource& raster = *subject.layer.raster;
    told.insert(QStringLiteral("open_ms"), milliseconds(clock));
    told.insert(QStringLiteral("layer"), raster.fileName());
    told.insert(QStringLiteral("pixels"), qint64(raster.size().width()) * raster.size().height());
    subject.box = view.fromWgs84().forward(raster.degrees().value());
    raster.operation().value().forward(std::span(&centre, 1));
    view.fromWgs84().forward(std::span(&centre, 1));
    subject.centre = centre;
    return subject;
}

} // namespace

int render(const QStringList& arguments)
{
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral(
        "How long a frame of a layer, features or a raster, takes: the median of warm frames, from "
        "a snapshot to a "
        "picture, at the full extent and at a tenth and a hundredth of its width about the place "
        "of --centre. Details go to the standard error as JSON lines."));
    const auto add = [&](const char* name, const char* fallback, const char* words) {
        options.addOption({QLatin1String(name), QLatin1String(words), QLatin1String(name),
                           QLatin1String(fallback)});
    };
    add("layer", "", "the file");
    add("sublayer", "", "which of its layers");
    add("crs", "EPSG:6372", "of the map");
    add("size", "1920x1080", "of the picture");
    add("views", "full,mid,close", "which to time");
    add("centre", "-108.6,31.3", "of mid and close, in degrees of the layer");
    add("frames", "15", "of each view");
    add("field", "unit", "categories");
    add("layer-style", "", "as the project file keeps it, instead of categories");
    add("store", "", "folder where cooked layers are kept: a known one is not read");
    add("since", "",
        "when the process was started, in seconds of the epoch: tells the time to the first frame");
    add("png", "", "folder to keep the pictures in");
    options.addOption({QStringLiteral("no-outlines"), QStringLiteral("fills alone")});
    options.addHelpOption();
    options.process(arguments);
    const auto value = [&](const char* name) { return options.value(QLatin1String(name)); };

    base::Progress progress;
    QElapsedTimer clock;
    clock.start();
    const QStringList size = value("size").split(u'x');
    geo::MapSnapshot snapshot(geo::MapView(geo::Crs::fromText(value("crs")),
                                           QSizeF(size.value(0).toInt(), size.value(1).toInt())));
    QJsonObject told;
    geo::PreparedCache cache;
    const QStringList at = value("centre").split(u',');
    const QPointF centre(at.value(0).toDouble(), at.value(1).toDouble());
    Subject subject;
    if (isRaster(value("layer"))) {
        subject = rasterSubject(value("layer"), value("sublayer"), snapshot.view, centre, told);
    } else {
        geo::MapLayer layer;
        layer.features = openLayer(value("layer"), value("sublayer"), value("store"),
                                   snapshot.view.fromWgs84(), told);
        layer.style =
            styleOf(*layer.features, value("field"), !options.isSet(QStringLiteral("no-outlines")));
        subject = featureSubject(std::move(layer), snapshot.view, cache, centre, told);
    }
    if (!value("layer-style").isEmpty())
        subject.layer.style = geo::styleFromJson(value("layer-style"));
    snapshot.layers = {subject.layer};
    printJson(told);

    snapshot.view.fit(subject.box, 0);
    const geo::MapView whole = snapshot.view;
    const double fullWidth = subject.box.width();
    QString line;
    for (const QString& name : value("views").split(u',')) {
        snapshot.view = whole;
        const double share = name == QLatin1String("full")  ? 1
                             : name == QLatin1String("mid") ? 0.1
                                                            : 0.01;
        if (share < 1) {
            snapshot.view.setCentre(subject.centre);
            snapshot.view.setUnitsPerPixel(fullWidth * share / whole.size().width());
        }
        std::vector<double> times;
        QImage picture;
        double first = 0;
        for (int i = 0; i <= std::max(1, value("frames").toInt()); ++i) {
            clock.restart();
            picture = geo::renderLayers(snapshot, cache, progress);
            (i == 0 ? first : times.emplace_back()) = milliseconds(clock);
            if (i == 0 && line.isEmpty() && !value("since").isEmpty())
                printJson(
                    {{"first_frame_since_start_ms", double(QDateTime::currentMSecsSinceEpoch()) -
                                                        value("since").toDouble() * 1000}});
        }
        line += QStringLiteral("%1%2 %3")
                    .arg(QLatin1String(line.isEmpty() ? "" : " "), name)
                    .arg(median(times), 0, 'f', 2);
        printJson({{"view", name},
                   {"first_ms", first},
                   {"least_ms", *std::min_element(times.begin(), times.end())},
                   {"most_ms", *std::max_element(times.begin(), times.end())},
                   {"units_per_pixel", snapshot.view.unitsPerPixel()}});
        if (!value("png").isEmpty())
            picture.save(QDir(value("png")).filePath(name + QStringLiteral(".png")));
    }
    printJson({{"peak_mb", base::peakMemoryBytes() / 1048576}});
    std::printf("%s\n", qPrintable(line));
    return 0;
}

} // namespace bench
