// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "veta_bench.h"

#include "base/os.h"
#include "catalogue/access.h"
#include "catalogue/layer.h"
#include "catalogue/project_file.h"
#include "catalogue/settings.h"
#include "geo/cooked_layer.h"
#include "geo/feature_table.h"
#include "geo/layer_store.h"
#include "geo/map_renderer.h"
#include "geo/map_snapshot.h"
#include <QCommandLineParser>
#include <QDateTime>
#include <cstdio>

namespace bench {

int start(const QStringList& arguments)
{
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral(
        "From the start of the process to the first picture of a project's layers at their full "
        "extent, each as it comes from the user's cache (or its file, the first time)."));
    options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("a project file"));
    options.addOption({QStringLiteral("since"),
                       QStringLiteral("when the process was started: $(date +%s.%N)"),
                       QStringLiteral("seconds")});
    options.addOption({QStringLiteral("size"), QStringLiteral("of the picture"),
                       QStringLiteral("size"), QStringLiteral("1920x1080")});
    options.addOption({QStringLiteral("png"), QStringLiteral("where to keep the picture"),
                       QStringLiteral("file")});
    options.addHelpOption();
    options.process(arguments);
    const double since = options.value(QStringLiteral("since")).toDouble() * 1000;
    const auto told = [&](const char* what) {
        std::printf("%-24s %8.1f ms\n", what, double(QDateTime::currentMSecsSinceEpoch()) - since);
    };
    told("main");
    base::Progress progress;
    const auto file = catalogue::ProjectFile::open(options.positionalArguments().value(0),
                                                   catalogue::OpenMode::ReadOnly, progress);
    std::vector<catalogue::Layer> layers;
    geo::Crs crs = geo::Crs::wgs84();
    file->read([&](const catalogue::ReadAccess& access) {
        crs = catalogue::readMapCrs(access);
        layers = catalogue::readLayers(access);
    });
    told("project read");
    const QStringList size = options.value(QStringLiteral("size")).split(u'x');
    geo::MapSnapshot snapshot(
        geo::MapView(crs, QSizeF(size.value(0).toInt(), size.value(1).toInt())));
    told("map CRS known");
    const catalogue::LayerCache cache{geo::LayerStore::ofUser(), snapshot.view.fromWgs84(), {}};
    geo::Extent degrees;
    for (const catalogue::Layer& layer : layers) {
        const catalogue::LoadedLayer loaded =
            catalogue::loadLayer(catalogue::layerContent(*file, layer), progress, cache);
        if (loaded.features)
            degrees.unite(loaded.features->extent());
        snapshot.layers.push_back(catalogue::mapLayer(loaded));
    }
    told("layers there");
    snapshot.view.fitLonLat(degrees);
    geo::PreparedCache prepared;
    const QImage picture = geo::renderLayers(snapshot, prepared, progress);
    told("first picture");
    std::printf("%-24s %8lld MB\n", "peak memory",
                static_cast<long long>(base::peakMemoryBytes() >> 20));
    if (options.isSet(QStringLiteral("png")))
        picture.save(options.value(QStringLiteral("png")));
    return 0;
}

} // namespace bench
