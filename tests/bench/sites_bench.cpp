// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "veta_bench.h"

#include "base/error.h"
#include "geo/map_renderer.h"
#include "geo/operation.h"
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <cstdio>
#include <cstring>

namespace bench {

namespace {

// A number of sites (32 bits), then their longitudes and latitudes in turn (64 bits each), all
// little endian: what the peers' make_data.sh writes.
std::shared_ptr<const geo::Sites> sitesOf(const QString& path, const geo::Crs& crs)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(QStringLiteral("%1 cannot be read.").arg(path), file.errorString());
    const QByteArray bytes = file.readAll();
    std::uint32_t count = 0;
    if (bytes.size() < qsizetype(sizeof count))
        throw base::Error(QStringLiteral("%1 is too short.").arg(path));
    std::memcpy(&count, bytes.constData(), sizeof count);
    if (bytes.size() < qsizetype(sizeof count + std::size_t(count) * sizeof(QPointF)))
        throw base::Error(QStringLiteral("%1 is too short.").arg(path));
    std::vector<QPointF> points(count);
    std::memcpy(points.data(), bytes.constData() + sizeof count, count * sizeof(QPointF));
    geo::Operation::between(crs, geo::Crs::wgs84()).forward(points);

    const char* const kinds[] = {"mine", "deposit", "prospect", "processing_plant", "waste"};
    const char* const stages[] = {"production", "exploration", "closed", "construction", ""};
    auto sites = std::make_shared<geo::Sites>(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        geo::SiteSymbol& site = (*sites)[i];
        site.id = i + 1;
        site.lonLat = points[i];
        site.kind = QString::fromLatin1(kinds[i % 5]);
        site.stage = QString::fromLatin1(stages[i / 5 % 5]);
    }
    return sites;
}

} // namespace

int sites(const QStringList& arguments)
{
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral(
        "How long a frame of many sites takes, each with its symbol and clustered: the median of "
        "warm frames at the full extent, from a snapshot to a picture."));
    const auto add = [&](const char* name, const char* fallback, const char* words) {
        options.addOption({QLatin1String(name), QLatin1String(words), QLatin1String(name),
                           QLatin1String(fallback)});
    };
    add("file", "", "sites.bin");
    add("from", "EPSG:4267", "the CRS of its degrees");
    add("crs", "EPSG:6372", "of the map");
    add("size", "1920x1080", "of the picture");
    add("frames", "15", "of each");
    add("png", "", "folder to keep the pictures in");
    options.addHelpOption();
    options.process(arguments);
    const auto value = [&](const char* name) { return options.value(QLatin1String(name)); };

    const QStringList size = value("size").split(u'x');
    geo::MapSnapshot snapshot(geo::MapView(geo::Crs::fromText(value("crs")),
                                           QSizeF(size.value(0).toInt(), size.value(1).toInt())));
    snapshot.sites = sitesOf(value("file"), geo::Crs::fromText(value("from")));
    snapshot.decorations = {false, false, false, false, true, false};
    geo::Extent extent;
    for (const geo::SiteSymbol& site : *snapshot.sites)
        extent.add(site.lonLat);
    snapshot.view.fitLonLat(extent, 0);

    geo::PreparedCache cache;
    base::Progress progress;
    QString line;
    for (const bool clustered : {false, true}) {
        snapshot.siteDrawing.clustered = clustered;
        std::vector<double> times;
        double first = 0;
        QImage picture;
        for (int i = 0; i <= std::max(1, value("frames").toInt()); ++i) {
            QElapsedTimer clock;
            clock.start();
            picture = QImage(snapshot.view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
            picture.fill(Qt::white);
            QPainter painter(&picture);
            geo::drawSites(snapshot, cache, painter, progress);
            painter.end();
            (i == 0 ? first : times.emplace_back()) = milliseconds(clock);
        }
        const QString name = QLatin1String(clustered ? "clustered" : "plain");
        line += QStringLiteral("%1%2 %3")
                    .arg(QLatin1String(line.isEmpty() ? "" : " "), name)
                    .arg(median(times), 0, 'f', 2);
        const QJsonObject told{{"view", name},
                               {"sites", qint64(snapshot.sites->size())},
                               {"first_ms", first},
                               {"least_ms", *std::min_element(times.begin(), times.end())},
                               {"most_ms", *std::max_element(times.begin(), times.end())}};
        std::fprintf(stderr, "%s\n",
                     QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
        if (!value("png").isEmpty())
            picture.save(QDir(value("png")).filePath(name + QStringLiteral(".png")));
    }
    std::printf("%s\n", qPrintable(line));
    return 0;
}

} // namespace bench
