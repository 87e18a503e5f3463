// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the window takes from its making to the first whole map and table of a project file, and
// the longest time it did not answer meanwhile; then the same while it is panned, filtered, sorted
// and searched.
//   bench_window FILE.veta.gpkg [--size 1600x950] [--steps 20] [--seed 1] [--since $(date +%s.%N)]
// Run it on a display (xvfb-run counts) or with QT_QPA_PLATFORM=offscreen.
#include "base/os.h"
#include "catalogue/settings.h"
#include "geo/map_view.h"
#include "tests/support/pulse.h"
#include "widgets/main_window.h"
#include "widgets/map_canvas.h"
#include "widgets/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QElapsedTimer>
#include <cstdio>
#include <random>
#include <thread>

namespace {

void waitUntil(const std::function<bool()>& done)
{
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < 120000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("VetaBench"));
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("a project file"));
    options.addOption(
        {QStringLiteral("size"), QString(), QStringLiteral("size"), QStringLiteral("1600x950")});
    options.addOption(
        {QStringLiteral("steps"), QString(), QStringLiteral("count"), QStringLiteral("20")});
    options.addOption(
        {QStringLiteral("seed"), QString(), QStringLiteral("seed"), QStringLiteral("1")});
    options.addOption({QStringLiteral("since"),
                       QStringLiteral("when the process was started, in seconds of the epoch: "
                                      "times then count from there"),
                       QStringLiteral("seconds")});
    options.addHelpOption();
    options.process(application);
    if (options.positionalArguments().size() != 1)
        options.showHelp(2);

    const double before = options.isSet(QStringLiteral("since"))
                              ? double(QDateTime::currentMSecsSinceEpoch()) -
                                    options.value(QStringLiteral("since")).toDouble() * 1000 -
                                    double(clock.elapsed())
                              : 0;
    const auto sinceStart = [&] { return before + double(clock.nsecsElapsed()) / 1e6; };
    // As the program does.
    const std::jthread looksUp([] {
        const geo::MapView usual(geo::Crs::fromText(catalogue::DefaultMapCrs), {1, 1});
    });
    Pulse pulse;
    widgets::Workspace workspace;
    widgets::MainWindow window(workspace);
    const QStringList size = options.value(QStringLiteral("size")).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    QCoreApplication::processEvents();
    std::printf("%-26s %8.0f ms\n", "window shown", sinceStart());
    bool loaded = false;
    QObject::connect(&workspace, &widgets::Workspace::failed, &window,
                     [](const QString& message) { qFatal("%s", qPrintable(message)); });
    QObject::connect(&workspace, &widgets::Workspace::projectChanged, &window,
                     [&] { loaded = workspace.isOpen(); });
    workspace.open(options.positionalArguments().first());
    waitUntil([&] { return loaded; });
    std::printf("%-26s %8.0f ms  (%zu sites)\n", "table shown", sinceStart(),
                workspace.state().sites->size());
    double firstDraft = 0;
    int drafts = 0;
    QObject::connect(&workspace, &widgets::Workspace::draftsChanged, &window, [&] { ++drafts; });
    QObject::connect(window.canvas(), &widgets::MapCanvas::drawingChanged, &window,
                     [&](bool drawing) {
                         if (!drawing && drafts > 0 && firstDraft == 0)
                             firstDraft = sinceStart();
                     });
    waitUntil([&] {
        return workspace.layers().size() == workspace.state().layers.size() &&
               !window.canvas()->isDrawing();
    });
    if (drafts > 0)
        std::printf("%-26s %8.0f ms  (%d in all)\n", "first draft shown", firstDraft, drafts);
    std::printf("%-26s %8.0f ms  (%lld MB)\n", "map shown", sinceStart(),
                static_cast<long long>(base::peakMemoryBytes() >> 20));
    waitUntil([&] { return workspace.jobs().isIdle() && !window.canvas()->isDrawing(); });
    std::printf("%-26s %8.0f ms\n", "all files checked", sinceStart());
    std::printf("%-26s %8.1f ms\n", "longest pause, opening", pulse.take());

    std::mt19937 random(options.value(QStringLiteral("seed")).toUInt());
    const int steps = options.value(QStringLiteral("steps")).toInt();
    const auto settle = [&] {
        QCoreApplication::processEvents();
        waitUntil([&] { return workspace.jobs().isIdle() && !window.canvas()->isDrawing(); });
    };
    const auto measure = [&](const char* name, const std::function<void(int)>& step) {
        settle();
        pulse.take();
        QElapsedTimer whole;
        whole.start();
        for (int i = 0; i < steps; ++i) {
            step(i);
            settle();
        }
        const double each = double(whole.nsecsElapsed()) / 1e6 / steps;
        std::printf("%-26s %8.1f ms each, longest pause %.1f ms\n", name, each, pulse.take());
    };
    std::uniform_real_distribution<double> way(-200, 200);
    measure("pan", [&](int) { window.canvas()->pan({way(random), way(random)}); });
    measure("zoom", [&](int i) { window.canvas()->zoom(i % 2 == 0 ? 3 : 1.0 / 3); });
    measure("filter by country", [&](int i) {
        catalogue::SiteFilter filter;
        if (i % 2 == 0)
            filter.countries = {QStringLiteral("MX")};
        workspace.setFilter(filter);
    });
    measure("filter by text", [&](int i) {
        catalogue::SiteFilter filter;
        filter.text = QStringLiteral("san %1").arg(QChar(u'a' + i % 26));
        workspace.setFilter(filter);
    });
    workspace.setFilter({});
    measure("select", [&](int) {
        const auto& sites = workspace.state().sites->sites();
        if (!sites.empty())
            workspace.selectSites({sites[random() % sites.size()].id});
    });
    std::printf("%-26s %8lld MB\n", "peak memory",
                static_cast<long long>(base::peakMemoryBytes() >> 20));
    return 0;
}
