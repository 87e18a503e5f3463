// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_painter.h"

#include "base/parallel.h"
#include "geo/strip_painter.h"
#include <QPainter>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace geo {

namespace {

constexpr int StripPixels = 1920 * 45; // what a thread adds up stays in its processor's cache
constexpr double ThinOutline = 1.5;    // pixels; wider ones have corners, and are QPainter's

bool isStroked(const Symbol& look)
{
    return look.stroke && look.stroke->alpha() > 0 && look.strokeWidth > 0;
}

// How one picture is drawn.
struct Plan
{
    Plan(const StyledLayer& styledLayer, const ToPixels& pixels, double ratio, double layerOpacity)
        : layer(styledLayer)
        , toPixels(pixels)
        , devicePixelRatio(ratio)
        , opacity(layerOpacity)
    {
        const Symbol& symbol = layer.styled->symbol;
        const bool thin = symbol.fill && isStroked(symbol) && symbol.dash == Dash::Solid &&
                          symbol.strokeWidth * ratio <= ThinOutline;
        outlineWidth = thin ? symbol.strokeWidth * ratio : 0;
        outlinesByStroke =
            !thin && std::any_of(layer.styled->looks.begin(), layer.styled->looks.end(), isStroked);
        hatched = std::any_of(layer.styled->looks.begin(), layer.styled->looks.end(), isHatched);
    }

    const StyledLayer& layer;
    ToPixels toPixels;
    double devicePixelRatio;
    double opacity;
    double outlineWidth = 0; // of outlines that are added up with the fills; 0: none
    bool outlinesByStroke = false;
    bool hatched = false;
};

// The tool of one thread.
class StripDrawing
{
public:
    StripDrawing(const Plan& plan, int width)
        : m_plan(plan)
        , m_width(width)
        , m_coverage(*plan.layer.layer, plan.layer.colors, plan.toPixels, width, plan.outlineWidth,
                     plan.devicePixelRatio)
    {
    }

    // All that can be done without touching the picture.
    void prepare(int top, int rows, const base::Progress& progress)
    {
        const StyledLayer& layer = m_plan.layer;
        ToPixels toStrip = m_plan.toPixels;
        toStrip.top -= top / toStrip.pixelsPerUnit;
        const StripFrame frame{layer, toStrip, m_plan.devicePixelRatio, progress};
        const QSize size(m_width, rows);
        const bool outlined = m_plan.outlineWidth > 0;
        m_strip = {};
        m_left = {layer.fillsCoverage, outlined};
        if (m_left.fills || m_left.outlines)
            m_coverage.addUp(top, rows, m_left, progress);
        // Only where there are any: a few of them are in most maps.
        const std::vector<QRect> places = placesOf(frame, layer.overlapping, size);
        if (!places.empty()) {
            flush(size, {true, layer.fillsCoverage && !m_plan.hatched}, places);
            for (const QRect& place : places) {
                StripFrame part = frame;
                part.toPixels.left += place.left() / toStrip.pixelsPerUnit;
                layBeside(paintOverlaps(part, place.size()), place.topLeft(), m_strip);
            }
            m_left.outlines = outlined;
        }
        if (m_plan.hatched) { // over the fills, below the outlines
            flush(size, {true, false});
            paintHatches(frame, m_strip);
        }
        if (!layer.alone.empty()) {
            flush(size, {true, true});
            paintSpecks(frame, m_strip);
        }
        if (layer.hasLinesOrPoints || m_plan.outlinesByStroke) {
            flush(size, {true, true});
            paintStrokes(frame, m_plan.outlinesByStroke, m_strip);
        }
    }

    void lay(QImage& rows)
    {
        if (!m_strip.isNull()) {
            flush(m_strip.size(), {true, true});
            QPainter painter(&rows);
            painter.setOpacity(m_plan.opacity);
            painter.drawImage(0, 0, m_strip);
        } else if (m_left.fills || m_left.outlines) {
            m_coverage.paint(rows, m_plan.opacity, {true, true});
        }
    }

private:
    // What was added up and is not painted yet, into a picture of the strip.
    void flush(QSize size, CoveragePainter::What what, std::span<const QRect> later = {})
    {
        if (m_strip.isNull()) {
            m_strip = QImage(size, QImage::Format_ARGB32_Premultiplied);
            m_strip.fill(Qt::transparent);
        }
        what.fills = what.fills && m_left.fills;
        what.outlines = what.outlines && m_left.outlines;
        if (what.fills || what.outlines)
            m_coverage.paint(m_strip, 1, what, later);
        m_left.fills = m_left.fills && !what.fills;
        m_left.outlines = m_left.outlines && !what.outlines;
    }

    const Plan& m_plan;
    int m_width;
    CoveragePainter m_coverage;
    QImage m_strip;
    CoveragePainter::What m_left{false, false}; // added up, not painted yet
};

} // namespace

StyledLayer::StyledLayer(std::shared_ptr<const CookedLayer> cooked,
                         std::shared_ptr<const StyledFeatures> features)
    : layer(std::move(cooked))
    , styled(std::move(features))
{
    colors.fills = {Lanes{}};
    std::vector<std::uint32_t> fillOfLook;
    for (const Symbol& look : styled->looks) {
        fillOfLook.push_back(CoverageColors::Nothing);
        if (!isFilled(look))
            continue;
        fillOfLook.back() = std::uint32_t(colors.fills.size());
        colors.fills.push_back(lanesOf(*look.fill));
    }
    if (isStroked(styled->symbol))
        colors.outline = lanesOf(*styled->symbol.stroke);
    const auto cookedFeatures = layer->features();
    colors.fill.reserve(cookedFeatures.size());
    colors.outlined.reserve(cookedFeatures.size());
    for (const CookedLayer::Feature& feature : cookedFeatures) {
        const std::uint32_t look = styled->look[feature.source];
        const bool drawn = look != StyledFeatures::NotDrawn;
        const bool overlaps = (feature.flags & CookedLayer::Overlaps) != 0;
        const std::uint32_t fill = drawn ? fillOfLook[look] : CoverageColors::Nothing;
        const bool filled = fill != CoverageColors::Nothing;
        colors.fill.push_back(overlaps ? CoverageColors::Nothing : fill);
        colors.outlined.push_back(drawn && isStroked(styled->looks[look]) ? 1 : 0);
        fillsCoverage = fillsCoverage || (filled && !overlaps);
        const auto index = std::uint32_t(colors.fill.size() - 1);
        if (filled && overlaps)
            overlapping.push_back(index);
        if (filled && (feature.flags & CookedLayer::Alone) != 0)
            alone.push_back(index);
    }
    hasLinesOrPoints = layer->hasLinesOrPoints();
}

void drawFeatures(QImage& picture, const StyledLayer& layer, const ToPixels& toPixels,
                  double devicePixelRatio, double opacity, base::Progress& progress,
                  const std::function<void()>& stripDone)
{
    const Plan plan(layer, toPixels, devicePixelRatio, opacity);
    const int width = picture.width();
    // The division depends on the picture alone, never on the machine.
    const int rows = std::clamp(StripPixels / std::max(1, width), 16, 512);
    const int count = (picture.height() + rows - 1) / rows;
    picture.bits();                // its own from here on
    std::shared_mutex pictureLock; // shared by those who write different rows of it
    std::atomic<int> next{0};
    std::mutex mutex;
    std::condition_variable changed;
    std::exception_ptr failure;
    int done = 0;
    int working = 0;

    const auto drawStrips = [&] {
        StripDrawing drawing(plan, width);
        for (int i = next++; i < count; i = next++) {
            progress.check();
            const int top = i * rows;
            const int height = std::min(rows, picture.height() - top);
            drawing.prepare(top, height, progress);
            {
                const std::shared_lock lock(pictureLock);
                QImage target(picture.scanLine(top), width, height, picture.bytesPerLine(),
                              picture.format());
                drawing.lay(target);
            }
            const std::lock_guard lock(mutex);
            ++done;
            changed.notify_one();
        }
    };
    const auto work = [&] {
        try {
            drawStrips();
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure)
                failure = std::current_exception();
            next = count;
        }
        const std::lock_guard lock(mutex);
        --working;
        changed.notify_one();
    };

    const auto threads = int(std::min<std::size_t>(base::workerCount(), std::size_t(count)));
    if (!stripDone) {
        // Nobody to tell: this thread works as well.
        working = threads;
        std::vector<std::jthread> others;
        for (int i = 1; i < threads; ++i)
            others.emplace_back(work);
        work();
    } else {
        working = threads;
        std::vector<std::jthread> pool;
        for (int i = 0; i < threads; ++i)
            pool.emplace_back(work);
        int told = 0;
        for (;;) {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return done > told || working == 0; });
            if (done == told)
                break;
            told = done;
            lock.unlock();
            const std::unique_lock alone(pictureLock);
            stripDone();
        }
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace geo
