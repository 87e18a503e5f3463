// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a frame of a layer takes: milliseconds from a snapshot to a picture, at the full extent
// of the layer and at a tenth and a hundredth of it, the middle of the picture drawn by the seed.
//   bench_frame FILE [--layer NAME] [--size 1920x1080] [--seed 1] [--frames 9] [--crs EPSG:6372]
//               [--sites COUNT] [--png FOLDER]
// --sites adds that many sites, spread over the layer by the seed. Printed: what was read, the time
// of the first frame (which projects the layer), then the median, least and most of the frames.
#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/map_renderer.h"
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <algorithm>
#include <cstdio>
#include <random>

namespace {

double milliseconds(const QElapsedTimer& clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

std::shared_ptr<const geo::Sites> sitesOver(const geo::Extent& degrees, int count,
                                            std::mt19937& random)
{
    const QString kinds[] = {QStringLiteral("mine"), QStringLiteral("deposit"),
                             QStringLiteral("prospect"), QStringLiteral("processing_plant")};
    const QString stages[] = {QStringLiteral("production"), QStringLiteral("exploration"),
                              QString()};
    std::uniform_real_distribution<double> lon(degrees.west, degrees.east);
    std::uniform_real_distribution<double> lat(degrees.south, degrees.north);
    geo::Sites sites;
    for (int i = 0; i < count; ++i) {
        const QPointF at(lon(random), lat(random));
        sites.push_back({i + 1, at, kinds[random() % 4], stages[random() % 3],
                         QStringLiteral("Site %1").arg(i + 1), false});
    }
    return std::make_shared<const geo::Sites>(std::move(sites));
}

void run(const QCommandLineParser& options)
{
    base::Progress progress;
    QElapsedTimer clock;
    clock.start();
    geo::VectorSource source = geo::VectorSource::open(options.positionalArguments().value(0),
                                                       options.value(QStringLiteral("layer")));
    if (!source.crs())
        throw base::Error(QStringLiteral("%1 names no CRS.").arg(source.fileName()));
    geo::MapLayer layer;
    layer.features = std::make_shared<const geo::FeatureLayer>(geo::FeatureLayer::read(
        source, geo::Operation::between(*source.crs(), geo::Crs::wgs84(), source.degrees()),
        progress));
    layer.style = geo::proposeStyle(*layer.features);
    std::printf("%s: %zu features, %zu points, read in %.0f ms\n",
                qPrintable(layer.features->fileName()), layer.features->size(),
                layer.features->pointCount(), milliseconds(clock));

    const QStringList size = options.value(QStringLiteral("size")).split(u'x');
    geo::MapSnapshot snapshot(geo::MapView(geo::Crs::fromText(options.value(QStringLiteral("crs"))),
                                           QSizeF(size.value(0).toInt(), size.value(1).toInt())));
    snapshot.layers = {layer};
    std::mt19937 random(options.value(QStringLiteral("seed")).toUInt());
    const int sites = options.value(QStringLiteral("sites")).toInt();
    if (sites > 0)
        snapshot.sites = sitesOver(layer.features->extent(), sites, random);
    const int frames = std::max(1, options.value(QStringLiteral("frames")).toInt());
    geo::PreparedCache cache;
    snapshot.view.fitLonLat(layer.features->extent());
    const geo::MapView whole = snapshot.view;
    clock.restart();
    geo::renderMap(snapshot, cache, progress);
    std::printf("%-10s %8.1f ms\n", "first", milliseconds(clock));
    for (const auto& [name, share] :
         {std::pair("full", 1.0), std::pair("tenth", 0.1), std::pair("hundredth", 0.01)}) {
        std::vector<double> times;
        QImage picture;
        for (int i = 0; i < frames; ++i) {
            snapshot.view = whole;
            std::uniform_real_distribution<double> middle(-0.3, 0.3);
            const geo::Extent seen = whole.extent();
            const double x = middle(random) * seen.width();
            const double y = middle(random) * seen.height();
            if (share < 1)
                snapshot.view.setCentre(whole.centre() + QPointF(x, y));
            snapshot.view.setUnitsPerPixel(whole.unitsPerPixel() * share);
            clock.restart();
            picture = geo::renderMap(snapshot, cache, progress);
            times.push_back(milliseconds(clock));
        }
        std::sort(times.begin(), times.end());
        std::printf("%-10s %8.1f ms  (%.1f to %.1f, %d frames)\n", name, times[times.size() / 2],
                    times.front(), times.back(), frames);
        if (options.isSet(QStringLiteral("png")))
            picture.save(QDir(options.value(QStringLiteral("png")))
                             .filePath(QStringLiteral("frame_%1.png").arg(QLatin1String(name))));
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("a vector layer"));
    const auto add = [&](const char* name, const char* fallback) {
        options.addOption(
            {QLatin1String(name), QString(), QLatin1String(name), QLatin1String(fallback)});
    };
    add("layer", "");
    add("size", "1920x1080");
    add("seed", "1");
    add("frames", "9");
    add("crs", "EPSG:6372");
    add("sites", "0");
    options.addOption({QStringLiteral("png"), QString(), QStringLiteral("folder")});
    options.addHelpOption();
    options.process(application);
    if (options.positionalArguments().size() != 1)
        options.showHelp(2);
    try {
        run(options);
    } catch (const base::Error& error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.message()));
        return 1;
    }
    return 0;
}
