// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window feels: for some seconds the map of a project is dragged and zoomed by events at
// sixty a second, with rests between the gestures. Printed are the times from an event to the map
// painted as it says (the last picture shifted or scaled), from the end of a gesture to the sharp
// picture, and the longest time that the window did not answer; one JSON line.
//   bench_interaction FILE.veta.gpkg [--seconds 20] [--size 1920x1080] [--seed 1]
// Run it on a display (xvfb-run counts) or with QT_QPA_PLATFORM=offscreen.
#include "catalogue/settings.h"
#include "tests/support/pulse.h"
#include "veta_bench.h"
#include "widgets/main_window.h"
#include "widgets/map_canvas.h"
#include "widgets/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cstdio>
#include <random>

namespace {

constexpr int FrameMs = 16;
constexpr int EventsOfGesture = 30; // half a second
constexpr int RestMs = 700;

void waitUntil(const std::function<bool()>& done, int most = 120000)
{
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < most)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

// Tells when the map was painted: what is posted while it is being painted runs right after.
class Painted : public QObject
{
public:
    explicit Painted(QObject& canvas) { canvas.installEventFilter(this); }
    std::function<void()> then;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && then)
            QMetaObject::invokeMethod(
                this, [this] { return then ? then() : void(); }, Qt::QueuedConnection);
        return false;
    }
};

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::size_t(share * double(values.size() - 1))];
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("VetaBench"));
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("a project file"));
    options.addOption(
        {QStringLiteral("size"), QString(), QStringLiteral("size"), QStringLiteral("1920x1080")});
    options.addOption(
        {QStringLiteral("seconds"), QString(), QStringLiteral("seconds"), QStringLiteral("20")});
    options.addOption(
        {QStringLiteral("seed"), QString(), QStringLiteral("seed"), QStringLiteral("1")});
    options.addHelpOption();
    options.process(application);
    if (options.positionalArguments().size() != 1)
        options.showHelp(2);

    Pulse pulse;
    widgets::Workspace workspace;
    widgets::MainWindow window(workspace);
    const QStringList size = options.value(QStringLiteral("size")).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    bool loaded = false;
    QObject::connect(&workspace, &widgets::Workspace::failed, &window,
                     [](const QString& message) { qFatal("%s", qPrintable(message)); });
    QObject::connect(&workspace, &widgets::Workspace::projectChanged, &window,
                     [&] { loaded = workspace.isOpen(); });
    workspace.open(options.positionalArguments().first());
    waitUntil([&] { return loaded; });
    widgets::MapCanvas& canvas = *window.canvas();
    const auto settle = [&] {
        QCoreApplication::processEvents();
        waitUntil([&] { return workspace.jobs().isIdle() && !canvas.isDrawing(); });
    };
    settle();
    if (!workspace.layers().empty() && workspace.layers().begin()->second.features)
        canvas.fitLonLat(workspace.layers().begin()->second.features->extent());
    settle();

    std::mt19937 random(options.value(QStringLiteral("seed")).toUInt());
    std::uniform_real_distribution<double> way(-14, 14);
    std::vector<double> toPicture;
    std::vector<double> toSharp;
    Painted painted(canvas);
    QElapsedTimer all;
    all.start();
    const qint64 most = options.value(QStringLiteral("seconds")).toLongLong() * 1000;
    pulse.take();
    int gestures = 0;
    int notches = 0;
    while (all.elapsed() < most) {
        QPointF at(canvas.width() / 2.0, canvas.height() / 2.0);
        const bool drags = ++gestures % 2 == 0;
        // Some way in, then out again.
        const int sign = notches >= 24 ? -1 : notches <= 0 ? 1 : random() % 3 == 0 ? -1 : 1;
        const QPointF step(way(random), way(random));
        const auto mouse = [&](QEvent::Type type, Qt::MouseButton button, Qt::MouseButtons held) {
            QCoreApplication::postEvent(&canvas, new QMouseEvent(type, at, canvas.mapToGlobal(at),
                                                                 button, held, Qt::NoModifier));
        };
        if (drags)
            mouse(QEvent::MouseButtonPress, Qt::LeftButton, Qt::LeftButton);
        for (int i = 0; i < EventsOfGesture; ++i) {
            QElapsedTimer frame;
            frame.start();
            bool shown = false;
            painted.then = [&] {
                if (!shown)
                    toPicture.push_back(bench::milliseconds(frame));
                shown = true;
            };
            if (drags) {
                at += step;
                mouse(QEvent::MouseMove, Qt::NoButton, Qt::LeftButton);
            } else if (i % 5 == 0) {
                QCoreApplication::postEvent(&canvas, new QWheelEvent(at, canvas.mapToGlobal(at), {},
                                                                     {0, 120 * sign}, Qt::NoButton,
                                                                     Qt::NoModifier,
                                                                     Qt::NoScrollPhase, false));
                notches += sign;
            } else {
                shown = true; // nothing to show
            }
            waitUntil([&] { return shown; }, 1000);
            waitUntil([&] { return frame.elapsed() >= FrameMs; }, FrameMs);
        }
        painted.then = {};
        QElapsedTimer rest;
        rest.start();
        if (drags)
            mouse(QEvent::MouseButtonRelease, Qt::LeftButton, Qt::NoButton);
        QCoreApplication::processEvents();
        waitUntil([&] { return !canvas.isDrawing(); }, 5000);
        toSharp.push_back(bench::milliseconds(rest));
        waitUntil([&] { return rest.elapsed() >= RestMs; }, RestMs);
    }
    const QJsonObject told{{QStringLiteral("sites"), qint64(workspace.state().sites->size())},
                           {QStringLiteral("events"), qint64(toPicture.size())},
                           {QStringLiteral("to_picture_median_ms"), percentile(toPicture, 0.5)},
                           {QStringLiteral("to_picture_p95_ms"), percentile(toPicture, 0.95)},
                           {QStringLiteral("to_picture_most_ms"), percentile(toPicture, 1)},
                           {QStringLiteral("to_sharp_median_ms"), percentile(toSharp, 0.5)},
                           {QStringLiteral("to_sharp_p95_ms"), percentile(toSharp, 0.95)},
                           {QStringLiteral("to_sharp_most_ms"), percentile(toSharp, 1)},
                           {QStringLiteral("longest_pause_ms"), pulse.take()}};
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
