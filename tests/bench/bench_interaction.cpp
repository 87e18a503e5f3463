// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the window feels: for some seconds the map of a project is dragged and zoomed by events at
// sixty a second, with rests between the gestures. Printed are the times from an event to the map
// painted as it says (the last picture shifted or scaled), from the end of a gesture to the sharp
// picture, and the longest time that the window did not answer; then the mouse is moved to places
// of the map, and the times until the unit under it is outlined. One JSON line.
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
constexpr int Hovers = 200;

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

// A window on a project, and what is done to its map.
class Session
{
public:
    Session(const QString& file, QSize size, unsigned seed)
        : m_window(m_workspace)
        , m_canvas(*m_window.canvas())
        , m_painted(m_canvas)
        , m_random(seed)
    {
        m_window.resize(size);
        m_window.show();
        bool loaded = false;
        QObject::connect(&m_workspace, &widgets::Workspace::failed, &m_window,
                         [](const QString& message) { qFatal("%s", qPrintable(message)); });
        QObject::connect(&m_workspace, &widgets::Workspace::projectChanged, &m_window,
                         [&] { loaded = m_workspace.isOpen(); });
        m_workspace.open(file);
        waitUntil([&] { return loaded; });
        settle();
        fitLayer();
    }

    void gestures(qint64 ms)
    {
        QElapsedTimer all;
        all.start();
        m_pulse.take();
        int notches = 0;
        for (int gesture = 1; all.elapsed() < ms; ++gesture) {
            if (gesture % 2 == 0)
                drag();
            else
                zoom(notches);
        }
        m_told.insert(QStringLiteral("longest_pause_ms"), m_pulse.take());
        tell(QStringLiteral("to_picture"), m_toPicture);
        tell(QStringLiteral("to_sharp"), m_toSharp);
        m_told.insert(QStringLiteral("events"), qint64(m_toPicture.size()));
        m_told.insert(QStringLiteral("sites"), qint64(m_workspace.state().sites->size()));
    }

    // At three scales, as a unit of many points takes longer to outline than one of few.
    void hovers()
    {
        std::vector<double> times;
        for (const double scale : {1.0, 8.0, 8.0}) {
            if (scale == 1)
                fitLayer();
            else
                m_canvas.zoom(scale);
            settle();
            std::uniform_real_distribution<double> share(0.1, 0.9);
            for (int i = 0; i < Hovers; ++i) {
                const QPointF at(share(m_random) * m_canvas.width(),
                                 share(m_random) * m_canvas.height());
                const QPainterPath before = m_canvas.outline();
                const double ms = timed([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, {}); });
                if (ms >= 0 && m_canvas.outline() != before && !m_canvas.outline().isEmpty())
                    times.push_back(ms);
            }
        }
        tell(QStringLiteral("to_outline"), times);
        m_told.insert(QStringLiteral("outlined"), qint64(times.size()));
    }

    const QJsonObject& told() const { return m_told; }

private:
    void settle()
    {
        QCoreApplication::processEvents();
        waitUntil([&] { return m_workspace.jobs().isIdle() && !m_canvas.isDrawing(); });
    }

    void fitLayer()
    {
        if (!m_workspace.layers().empty() && m_workspace.layers().begin()->second.features)
            m_canvas.fitLonLat(m_workspace.layers().begin()->second.features->extent());
        settle();
    }

    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons held)
    {
        QCoreApplication::postEvent(&m_canvas, new QMouseEvent(type, at, m_canvas.mapToGlobal(at),
                                                               button, held, Qt::NoModifier));
    }

    // Milliseconds from an event to the map painted; -1: it was not.
    template <typename Send>
    double timed(Send&& send)
    {
        QElapsedTimer frame;
        frame.start();
        double ms = -1;
        m_painted.then = [&] {
            if (ms < 0)
                ms = bench::milliseconds(frame);
        };
        send();
        waitUntil([&] { return ms >= 0; }, 100);
        m_painted.then = {};
        waitUntil([&] { return frame.elapsed() >= FrameMs; }, FrameMs);
        return ms;
    }

    void rest()
    {
        QElapsedTimer rest;
        rest.start();
        QCoreApplication::processEvents();
        waitUntil([&] { return !m_canvas.isDrawing(); }, 5000);
        m_toSharp.push_back(bench::milliseconds(rest));
        waitUntil([&] { return rest.elapsed() >= RestMs; }, RestMs);
    }

    void drag()
    {
        std::uniform_real_distribution<double> way(-14, 14);
        QPointF at(m_canvas.width() / 2.0, m_canvas.height() / 2.0);
        const QPointF step(way(m_random), way(m_random));
        mouse(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
        for (int i = 0; i < EventsOfGesture; ++i) {
            at += step;
            keep(timed([&] { mouse(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); }));
        }
        mouse(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
        rest();
    }

    // Some way in, then out again.
    void zoom(int& notches)
    {
        const int sign = notches >= 24 ? -1 : notches <= 0 ? 1 : m_random() % 3 == 0 ? -1 : 1;
        const QPointF at(m_canvas.width() / 2.0, m_canvas.height() / 2.0);
        for (int i = 0; i < EventsOfGesture / 5; ++i) {
            keep(timed([&] {
                QCoreApplication::postEvent(&m_canvas, new QWheelEvent(at, m_canvas.mapToGlobal(at),
                                                                       {}, {0, 120 * sign},
                                                                       Qt::NoButton, Qt::NoModifier,
                                                                       Qt::NoScrollPhase, false));
            }));
            notches += sign;
            QElapsedTimer between;
            between.start();
            waitUntil([&] { return between.elapsed() >= 4 * FrameMs; }, 4 * FrameMs);
        }
        rest();
    }

    // The press that begins a drag moves nothing.
    void keep(double ms)
    {
        if (ms >= 0)
            m_toPicture.push_back(ms);
    }

    void tell(const QString& what, const std::vector<double>& values)
    {
        m_told.insert(what + QStringLiteral("_median_ms"), percentile(values, 0.5));
        m_told.insert(what + QStringLiteral("_p95_ms"), percentile(values, 0.95));
        m_told.insert(what + QStringLiteral("_most_ms"), percentile(values, 1));
    }

    Pulse m_pulse;
    widgets::Workspace m_workspace;
    widgets::MainWindow m_window;
    widgets::MapCanvas& m_canvas;
    Painted m_painted;
    std::mt19937 m_random;
    std::vector<double> m_toPicture;
    std::vector<double> m_toSharp;
    QJsonObject m_told;
};

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

    const QStringList size = options.value(QStringLiteral("size")).split(u'x');
    Session session(options.positionalArguments().first(),
                    {size.value(0).toInt(), size.value(1).toInt()},
                    options.value(QStringLiteral("seed")).toUInt());
    session.gestures(options.value(QStringLiteral("seconds")).toLongLong() * 1000);
    session.hovers();
    std::printf("%s\n", QJsonDocument(session.told()).toJson(QJsonDocument::Compact).constData());
    return 0;
}
