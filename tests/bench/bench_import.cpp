// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast a table of sites is imported, beside what a peer needs to bring the same file into a
// GeoPackage with a spatial index (which keeps no journal, no sources and no records).
//   bench_import FILE [--crs EPSG:4326] [--peer ogr2ogr|qgis|none] [--x longitude --y latitude]
//                [--repeat 3]
// Printed: rows, the median of our import and of the peer in turn, rows a second, the ratio, and
// the most memory that ours took. QGIS reads plain CSV only, and its start-up is not counted.
#include "base/error.h"
#include "base/os.h"
#include "catalogue/site_import.h"
#include "tests/support/median.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

namespace {

void run(const QCommandLineParser& options)
{
    const QString path = QFileInfo(options.positionalArguments().value(0)).absoluteFilePath();
    const QTemporaryDir folder;
    const bool zipped = path.endsWith(QLatin1String(".zip"));
    std::vector<double> ours;
    std::vector<double> theirs;
    qint64 rows = 0;
    qint64 memory = 0; // of the first import; a process that made several has more
    for (int round = 0; round < options.value(QStringLiteral("repeat")).toInt(); ++round) {
        base::Progress progress;
        auto file = catalogue::ProjectFile::create(
            folder.filePath(QStringLiteral("%1.veta.gpkg").arg(round)), QStringLiteral("bench"),
            {QStringLiteral("US"), QStringLiteral("bench")});
        QElapsedTimer clock;
        clock.start();
        const auto table = std::make_shared<const catalogue::ImportTable>(
            catalogue::ImportTable::open(path, {}, progress));
        catalogue::ImportMapping mapping = catalogue::proposeImport(*table).front().mapping;
        if (options.isSet(QStringLiteral("crs")))
            mapping.crs = options.value(QStringLiteral("crs"));
        const catalogue::ImportOutcome outcome = catalogue::importSites(
            *file, {QStringLiteral("US"), QStringLiteral("bench")},
            catalogue::importSteps(path, table, mapping, progress), progress);
        ours.push_back(double(clock.elapsed()) / 1000);
        rows = outcome.rows;
        if (round == 0) {
            memory = base::peakMemoryBytes();
            std::printf("%lld rows: %lld imported, %zu set aside\n", static_cast<long long>(rows),
                        static_cast<long long>(outcome.imported), outcome.setAside.size());
        }
        const QString peer = options.value(QStringLiteral("peer"));
        if (peer == QLatin1String("none"))
            continue;
        const QString out = folder.filePath(QStringLiteral("peer%1.gpkg").arg(round));
        if (peer == QLatin1String("qgis")) {
            QProcess qgis;
            qgis.start(QStringLiteral(VETA_SOURCE_DIR "/tests/bench/qgis_import.py"),
                       {path, out, options.value(QStringLiteral("crs")),
                        options.value(QStringLiteral("x")), options.value(QStringLiteral("y")),
                        QStringLiteral("location_wkt"),
                        options.value(QStringLiteral("crs-column"))});
            qgis.waitForFinished(-1);
            theirs.push_back(qgis.readAllStandardOutput().trimmed().toDouble());
            if (qgis.exitCode() != 0 || theirs.back() <= 0)
                throw base::Error(QStringLiteral("QGIS failed: ") +
                                  QString::fromUtf8(qgis.readAllStandardError()));
            continue;
        }
        clock.restart();
        const int code = QProcess::execute(
            QStringLiteral("ogr2ogr"),
            {QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("GPKG"), out,
             zipped ? QStringLiteral("/vsizip/") + path : path, QStringLiteral("-nln"),
             QStringLiteral("sites"), QStringLiteral("-oo"),
             QStringLiteral("X_POSSIBLE_NAMES=") + options.value(QStringLiteral("x")),
             QStringLiteral("-oo"),
             QStringLiteral("Y_POSSIBLE_NAMES=") + options.value(QStringLiteral("y")),
             QStringLiteral("-oo"), QStringLiteral("GEOM_POSSIBLE_NAMES=location_wkt"),
             QStringLiteral("-a_srs"), options.value(QStringLiteral("crs"))});
        theirs.push_back(double(clock.elapsed()) / 1000);
        if (code != 0)
            throw base::Error(QStringLiteral("ogr2ogr failed."));
    }
    std::printf("veta    %6.2f s  %8.0f rows/s  %lld MB\n", support::median(ours),
                double(rows) / support::median(ours), static_cast<long long>(memory >> 20));
    if (!theirs.empty())
        std::printf("peer    %6.2f s  %8.0f rows/s\nratio   %6.2f\n", support::median(theirs),
                    double(rows) / support::median(theirs),
                    support::median(ours) / support::median(theirs));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("a table of sites"));
    options.addOption(
        {QStringLiteral("crs"), QString(), QStringLiteral("crs"), QStringLiteral("EPSG:4326")});
    options.addOption({QStringLiteral("peer"), QStringLiteral("ogr2ogr, qgis or none"),
                       QStringLiteral("name"), QStringLiteral("ogr2ogr")});
    options.addOption(
        {QStringLiteral("repeat"), QString(), QStringLiteral("count"), QStringLiteral("3")});
    options.addOption({QStringLiteral("x"), QStringLiteral("the peer's column of longitudes"),
                       QStringLiteral("column"), QStringLiteral("longitude")});
    options.addOption({QStringLiteral("y"), QStringLiteral("the peer's column of latitudes"),
                       QStringLiteral("column"), QStringLiteral("latitude")});
    options.addOption({QStringLiteral("crs-column"),
                       QStringLiteral("QGIS's column of coordinate systems; a name that no column "
                                      "has: all rows are brought in by --crs"),
                       QStringLiteral("column"), QStringLiteral("crs")});
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
