// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "veta_bench.h"

#include "base/error.h"
#include "base/os.h"
#include "geo/layer_cooking.h"
#include "geo/vector_source.h"
#include "tests/support/map_truth.h"
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

namespace bench {

namespace {

geo::FeatureLayer read(const QString& path, const QString& sublayer)
{
    geo::VectorSource source = geo::VectorSource::open(path, sublayer);
    if (!source.crs())
        throw base::Error(QStringLiteral("%1 names no CRS.").arg(source.fileName()));
    base::Progress progress;
    return geo::FeatureLayer::read(
        source, geo::Operation::between(*source.crs(), geo::Crs::wgs84(), source.degrees()),
        progress);
}

void print(const QJsonObject& line)
{
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

int truth(const QStringList& arguments)
{
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral(
        "Whether the fills of a layer of polygons are right, at the full extent and at a tenth and "
        "a hundredth of its width about the place of --centre: pixels drawn by chance against "
        "GEOS, and the noise against QPainter at four times the resolution, in decibels, with the "
        "level that is drawn and with every point. A JSON line for each view."));
    const auto add = [&](const char* name, const char* fallback, const char* words) {
        options.addOption({QLatin1String(name), QLatin1String(words), QLatin1String(name),
                           QLatin1String(fallback)});
    };
    add("layer", "", "the file");
    add("sublayer", "", "which of its layers");
    add("crs", "EPSG:6372", "of the map");
    add("size", "1920x1080", "of the picture");
    add("centre", "-108.6,31.3", "of the closer views, in degrees of WGS 84");
    add("pixels", "100000", "drawn by chance, in each view");
    add("seed", "0", "of pixels and colours");
    options.addHelpOption();
    options.process(arguments);
    const auto value = [&](const char* name) { return options.value(QLatin1String(name)); };

    const geo::FeatureLayer features = read(value("layer"), value("sublayer"));
    const QStringList size = value("size").split(u'x');
    geo::MapView view(geo::Crs::fromText(value("crs")),
                      QSizeF(size.value(0).toInt(), size.value(1).toInt()));
    base::Progress progress;
    const geo::CookedLayer layer = geo::cookLayer(features, view.fromWgs84(), progress);
    const unsigned seed = value("seed").toUInt();
    const std::vector<QColor> colors = support::randomColors(features.size(), seed);
    support::PolygonsInGeos geos(features, view.fromWgs84());
    const QStringList at = value("centre").split(u',');
    QPointF centre(at.value(0).toDouble(), at.value(1).toDouble());
    view.fromWgs84().forward(std::span(&centre, 1));
    for (const double share : {1.0, 0.1, 0.01}) {
        view.fit(layer.box(), 0);
        view.setUnitsPerPixel(view.unitsPerPixel() * share);
        if (share < 1)
            view.setCentre(centre);
        const QImage image = support::painted(layer, colors, view);
        const std::size_t level = layer.levelFor(view.unitsPerPixel());
        const double same = support::psnr(image, support::supersampled(layer, colors, view, level));
        const double whole = support::psnr(image, support::supersampled(layer, colors, view, 0));
        const support::PixelCheck check =
            support::checkPixels(image, view, colors, geos, value("pixels").toInt(), seed + 1);
        print({{"layer", features.fileName()},
               {"features", qint64(features.size())},
               {"share", share},
               {"level", qint64(level)},
               {"psnr_same_level", same},
               {"psnr_every_point", whole},
               {"pixels", value("pixels").toInt()},
               {"asked", check.asked},
               {"held", check.held},
               {"wrong", check.wrong}});
    }
    print({{"peak_mb", base::peakMemoryBytes() / 1048576}});
    return 0;
}

} // namespace bench
