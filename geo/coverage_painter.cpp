// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/coverage_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace geo {

namespace {

constexpr double Far = 8192;      // pixels; beyond, edges are cut before they are added up
constexpr double Margin = 64;     // pixels out of sight where they are cut
constexpr float FadeBelow = 3;    // outlines of features smaller than this fade
constexpr float NoneBelow = 0.8F; // and of these are gone
constexpr std::size_t PiecesPerCheck = 2048;

} // namespace

CoveragePainter::CoveragePainter(const CookedLayer& layer, const CoverageColors& colors,
                                 const ToPixels& toPixels, int width, double outlineWidth,
                                 double devicePixelRatio)
    : m_layer(layer)
    , m_colors(colors)
    , m_width(width)
    , m_outlineWidth(outlineWidth)
    , m_ratio(float(devicePixelRatio))
    , m_pitch(width + Block + 2)
    , m_level(layer.levelFor(1 / toPixels.pixelsPerUnit))
    , m_scale(layer.quantum() * toPixels.pixelsPerUnit)
    , m_left((layer.origin().x() - toPixels.left) * toPixels.pixelsPerUnit)
    , m_originTop((toPixels.top - layer.origin().y()) * toPixels.pixelsPerUnit)
{
}

void CoveragePainter::begin(int rows)
{
    const std::size_t cells = std::size_t(m_pitch) * std::size_t(rows);
    if (m_sums.size() < cells) {
        m_sums.assign(cells, Lanes{});
        m_lines.assign(cells, 0);
        m_touched.assign(std::size_t(m_pitch / Block + 1) * std::size_t(rows), 0);
    }
    m_rows = rows;
}

void CoveragePainter::addUp(int top, int rows, What what, const base::Progress& progress)
{
    begin(rows);
    m_what = what;
    m_top = m_originTop - top;
    const auto quanta = [](double pixels, double scale) {
        return std::int32_t(std::clamp(pixels / scale, -2147483000.0, 2147483000.0));
    };
    // All that is to the left of the picture has its say in it.
    CookedBox inSight;
    inSight.west = std::numeric_limits<std::int32_t>::min();
    inSight.east = quanta(m_width + 2 - m_left, m_scale);
    inSight.south = quanta(m_top - rows - 2, m_scale);
    inSight.north = quanta(m_top + 2, m_scale);
    const std::int32_t west = quanta(-2 - m_left, m_scale);
    std::size_t pieces = 0;
    try {
        m_layer.pieceTree().query(inSight, [&](std::uint32_t piece) {
            if (++pieces % PiecesPerCheck == 0)
                progress.check();
            addPiece(piece, {west, inSight.south, inSight.east, inSight.north});
        });
    } catch (...) {
        m_sums.clear();
        throw;
    }
}

float CoveragePainter::outlineOf(const CookedLayer::Arc& arc) const
{
    float weight = 0;
    for (const std::uint32_t feature : {arc.left, arc.right}) {
        if (feature == CookedLayer::None || m_colors.outlined[feature] == 0)
            continue;
        const CookedBox& box = m_layer.features()[feature].box;
        const auto across = float(std::max(double(box.east) - double(box.west),
                                           double(box.north) - double(box.south)) *
                                  m_scale) /
                            m_ratio;
        weight = std::max(weight,
                          std::clamp((across - NoneBelow) / (FadeBelow - NoneBelow), 0.0F, 1.0F));
    }
    // Squared: many small features make a dark map of light colours otherwise.
    return weight * weight * float(m_outlineWidth);
}

void CoveragePainter::addPiece(std::uint32_t piece, const CookedBox& inSight)
{
    const CookedLayer::Arc& arc = m_layer.arcs()[m_layer.arcOf(piece)];
    if (arc.left == CookedLayer::None && arc.right == CookedLayer::None)
        return;
    const auto fillOf = [this](std::uint32_t feature) {
        return feature == CookedLayer::None || !m_what.fills ? CoverageColors::Nothing
                                                             : m_colors.fill[feature];
    };
    const std::uint32_t left = fillOf(arc.left);
    const std::uint32_t right = fillOf(arc.right);
    const CookedBox& box = m_layer.pieceBox(piece);
    const Lanes difference = m_colors.fills[left] - m_colors.fills[right];
    const auto run = m_layer.points(m_level, piece);
    if (run.size() < 2)
        return;
    const auto pixelX = [this](std::int32_t x) { return x * m_scale + m_left; };
    const auto pixelY = [this](std::int32_t y) { return m_top - y * m_scale; };
    const bool far = pixelX(box.west) < -Far || pixelX(box.east) > m_width + Far ||
                     pixelY(box.north) < -Far || pixelY(box.south) > m_rows + Far;
    if (box.east < inSight.west) {
        // To the left of the picture only how far it goes down counts, not by what way.
        if (left != right)
            addRun<true, false>(std::array{run.front(), run.back()}, difference, 0, far);
        return;
    }
    const float outline = m_what.outlines ? outlineOf(arc) : 0;
    if (left != right && outline > 0)
        addRun<true, true>(run, difference, outline, far);
    else if (left != right)
        addRun<true, false>(run, difference, 0, far);
    else if (outline > 0)
        addRun<false, true>(run, difference, outline, far);
}

template <bool Fill, bool Outline>
void CoveragePainter::addRun(std::span<const CookedPoint> run, Lanes difference, float outline,
                             bool far)
{
    if (far) {
        const auto at = [this](CookedPoint point) {
            return QPointF(point.x * m_scale + m_left, m_top - point.y * m_scale);
        };
        for (std::size_t i = 1; i < run.size(); ++i)
            addFar<Fill, Outline>(at(run[i - 1]), at(run[i]), difference, outline);
        return;
    }
    const auto at = [this](CookedPoint point) {
        return Point{float(point.x * m_scale + m_left), float(m_top - point.y * m_scale)};
    };
    Point before = at(run[0]);
    for (std::size_t i = 1; i < run.size(); ++i) {
        const Point now = at(run[i]);
        add<Fill, Outline>(before, now, difference, outline);
        before = now;
    }
}

// An edge that reaches far out of sight: cut while its numbers are still exact enough.
template <bool Fill, bool Outline>
void CoveragePainter::addFar(QPointF from, QPointF to, Lanes difference, float outline)
{
    const auto cutAt = [](QPointF a, QPointF b, double share) { return a + (b - a) * share; };
    // Above and below nothing counts.
    const auto cutRows = [&](double limit, bool above) {
        const bool fromOut = above ? from.y() < limit : from.y() > limit;
        const bool toOut = above ? to.y() < limit : to.y() > limit;
        if (fromOut && toOut)
            return false;
        if (fromOut)
            from = cutAt(from, to, (limit - from.y()) / (to.y() - from.y()));
        else if (toOut)
            to = cutAt(from, to, (limit - from.y()) / (to.y() - from.y()));
        return true;
    };
    if (!cutRows(-Margin, true) || !cutRows(m_rows + Margin, false))
        return;
    const double right = m_width + Margin;
    if (from.x() > right && to.x() > right)
        return;
    if (from.x() > right)
        from = cutAt(from, to, (right - from.x()) / (to.x() - from.x()));
    else if (to.x() > right)
        to = cutAt(from, to, (right - from.x()) / (to.x() - from.x()));
    const auto addCut = [&](QPointF a, QPointF b) {
        add<Fill, Outline>({float(a.x()), float(a.y())}, {float(b.x()), float(b.y())}, difference,
                           outline);
    };
    const auto moved = [](QPointF point) { return QPointF(-Margin, point.y()); };
    if (from.x() >= -Margin && to.x() >= -Margin)
        return addCut(from, to);
    if (from.x() < -Margin && to.x() < -Margin)
        return addCut(moved(from), moved(to));
    const QPointF edge = cutAt(from, to, (-Margin - from.x()) / (to.x() - from.x()));
    if (from.x() < -Margin) {
        addCut(moved(from), edge);
        addCut(edge, to);
    } else {
        addCut(from, edge);
        addCut(edge, moved(to));
    }
}

void CoveragePainter::addEdge(Point from, Point to, Lanes difference)
{
    if (from.y == to.y)
        return;
    const auto width = float(m_width);
    const auto bottom = float(m_rows);
    const int touchedPitch = m_pitch / Block + 1;
    Lanes perRow = difference;
    if (from.y > to.y) {
        std::swap(from, to);
        perRow = -perRow;
    }
    if (to.y <= 0 || from.y >= bottom || std::min(from.x, to.x) >= width)
        return;
    const float slope = (to.x - from.x) / (to.y - from.y);
    if (from.y < 0) {
        from.x -= from.y * slope;
        from.y = 0;
    }
    if (to.y > bottom) {
        to.x = from.x + (bottom - from.y) * slope;
        to.y = bottom;
    }
    const int lastRow = int(std::ceil(to.y));
    float x = from.x;
    float y = from.y;
    for (int row = int(from.y); row < lastRow; ++row) {
        const float nextY = std::min(float(row + 1), to.y);
        const float height = nextY - y;
        const float nextX = x + slope * height;
        Lanes* sums = m_sums.data() + std::ptrdiff_t(row) * m_pitch;
        std::uint8_t* touched = m_touched.data() + std::ptrdiff_t(row) * touchedPitch;
        float a = std::min(x, nextX);
        float b = std::max(x, nextX);
        x = nextX;
        y = nextY;
        if (b <= 0) {
            sums[0] += perRow * height;
            touch(touched, 0);
            continue;
        }
        if (a >= width)
            continue;
        float inside = height; // of the edge, in sight
        if (a < 0) {
            const float outside = height * (-a / (b - a));
            sums[0] += perRow * outside;
            inside -= outside;
            a = 0;
            touch(touched, 0);
        }
        if (b > width) {
            inside -= inside * ((b - width) / (b - a));
            b = width;
        }
        const int first = int(a);
        const int last = int(b);
        touch(touched, first);
        touch(touched, last + 1);
        if (first == last) {
            const Lanes whole = perRow * inside;
            const Lanes beyond = whole * ((a + b) * 0.5F - float(first));
            sums[first] += whole - beyond;
            sums[first + 1] += beyond;
            continue;
        }
        const float perPixel = inside / (b - a); // rows
        for (int block = first / Block + 1; block < last / Block; ++block)
            touched[block] = 1;
        const float firstWide = float(first + 1) - a;
        const Lanes whole = perRow * (firstWide * perPixel);
        const Lanes near = whole * (firstWide * 0.5F);
        sums[first] += near;
        Lanes carry = whole - near;
        const Lanes half = perRow * (perPixel * 0.5F);
        for (int i = first + 1; i < last; ++i) {
            sums[i] += carry + half;
            carry = half;
        }
        const float lastWide = b - float(last);
        const Lanes rest = perRow * (lastWide * perPixel);
        const Lanes beyond = rest * (lastWide * 0.5F);
        sums[last] += carry + (rest - beyond);
        sums[last + 1] += beyond;
    }
}

// A line is walked along its longer side, pixel by pixel; across it covers half its width either
// way of where it is in the middle of that pixel.
void CoveragePainter::addOutline(Point from, Point to, float width)
{
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const bool steep = std::fabs(dy) >= std::fabs(dx);
    const float along = steep ? dy : dx;
    if (along == 0)
        return;
    const float slope = (steep ? dx : dy) / along;
    const float half = width * 0.5F * std::sqrt(1 + slope * slope);
    float begin = steep ? from.y : from.x;
    float end = steep ? to.y : to.x;
    float across = steep ? from.x : from.y;
    if (begin > end) {
        std::swap(begin, end);
        across = steep ? to.x : to.y;
    }
    const auto limit = float(steep ? m_rows : m_width);
    const int acrossLimit = steep ? m_width : m_rows;
    if (begin < 0) {
        across -= begin * slope;
        begin = 0;
    }
    end = std::min(end, limit);
    const int touchedPitch = m_pitch / Block + 1;
    for (int i = int(begin); begin < end; ++i) {
        const float next = std::min(float(i + 1), end);
        const float length = next - begin;
        const float middle = across + slope * length * 0.5F;
        const float low = std::max(0.0F, middle - half);
        const float high = std::min(float(acrossLimit), middle + half);
        begin = next;
        across += slope * length;
        if (!(low < high))
            continue;
        const int first = int(low);
        const int last = std::min(int(high), acrossLimit - 1);
        const auto deposit = [&](int k, float share) {
            const int row = steep ? i : k;
            const int column = steep ? k : i;
            m_lines[std::size_t(row) * std::size_t(m_pitch) + std::size_t(column)] +=
                length * share;
            touch(m_touched.data() + std::ptrdiff_t(row) * touchedPitch, column);
        };
        if (first == last) {
            deposit(first, high - low);
            continue;
        }
        deposit(first, float(first + 1) - low);
        for (int k = first + 1; k < last; ++k)
            deposit(k, 1);
        deposit(last, high - float(last));
    }
}

void CoveragePainter::paintOutlines(QImage& target, double opacity)
{
    const int touchedPitch = m_pitch / Block + 1;
    const float outlineAlpha = m_colors.outline[3] / 255;
    for (int row = 0; row < m_rows; ++row) {
        float* lines = m_lines.data() + std::ptrdiff_t(row) * m_pitch;
        std::uint8_t* touched = m_touched.data() + std::ptrdiff_t(row) * touchedPitch;
        auto* out = reinterpret_cast<QRgb*>(target.scanLine(row));
        for (int from = 0; from < m_width; from += Block) {
            if (touched[from / Block] == 0)
                continue;
            touched[from / Block] = 0;
            for (int x = from; x < std::min(m_width, from + Block); ++x) {
                if (!(lines[x] > 0))
                    continue;
                const float share = std::min(1.0F, lines[x]) * float(opacity);
                lines[x] = 0;
                const Lanes below = lanesOf(out[x]);
                out[x] = pixelOf(below + (m_colors.outline - below * outlineAlpha) * share);
            }
        }
        std::fill(lines + m_width, lines + m_pitch, 0.0F);
        std::fill(touched + (m_width - 1) / Block + 1, touched + touchedPitch, std::uint8_t(0));
    }
}

void CoveragePainter::paint(QImage& target, double opacity, What what, std::span<const QRect> later)
{
    if (!what.fills)
        return paintOutlines(target, opacity);
    m_later.assign(std::size_t(m_width / Block) + 1, what.outlines ? 0 : 1);
    for (const QRect& place : later)
        std::fill(m_later.begin() + place.left() / Block,
                  m_later.begin() + place.right() / Block + 1, std::uint8_t(1));
    const int touchedPitch = m_pitch / Block + 1;
    const Lanes share = lanes(float(opacity));
    const float outlineAlpha = m_colors.outline[3] / 255;
    const bool opaque = opacity >= 1;
    // Over what stands there: of a colour as it is added up, sums of rounding included.
    const auto settled = [](Lanes sum) {
        if (sum[3] > 255)
            return sum * (255 / sum[3]);
        return sum[3] < 0 ? Lanes{} : sum;
    };
    const auto over = [&](Lanes color, QRgb below) {
        const Lanes scaled = color * share;
        return pixelOf(scaled + lanesOf(below) * (1 - scaled[3] / 255));
    };
    for (int row = 0; row < m_rows; ++row) {
        Lanes* sums = m_sums.data() + std::ptrdiff_t(row) * m_pitch;
        float* lines = m_lines.data() + std::ptrdiff_t(row) * m_pitch;
        std::uint8_t* touched = m_touched.data() + std::ptrdiff_t(row) * touchedPitch;
        auto* out = reinterpret_cast<QRgb*>(target.scanLine(row));
        Lanes sum{};
        for (int from = 0; from < m_width; from += Block) {
            const int to = std::min(m_width, from + Block);
            if (touched[from / Block] == 0) {
                const Lanes color = settled(sum);
                if (color[3] < 0.25F)
                    continue;
                if (opaque && color[3] > 254.5F) {
                    std::fill(out + from, out + to, pixelOf(color) | 0xff000000U);
                    continue;
                }
                for (int x = from; x < to; ++x)
                    out[x] = over(color, out[x]);
                continue;
            }
            const bool isLater = m_later[std::size_t(from / Block)] != 0;
            touched[from / Block] = isLater ? 1 : 0;
            const float shown = isLater ? 0 : 1;
            for (int x = from; x < to; ++x) {
                sum += sums[x];
                Lanes color = settled(sum);
                color +=
                    (m_colors.outline - color * outlineAlpha) * std::min(1.0F, lines[x] * shown);
                out[x] = opaque && color[3] > 254.5F ? pixelOf(color) | 0xff000000U
                                                     : over(color, out[x]);
            }
            std::fill(sums + from, sums + to, Lanes{});
            if (!isLater)
                std::fill(lines + from, lines + to, 0.0F);
        }
        std::fill(sums + m_width, sums + m_pitch, Lanes{});
        std::fill(lines + m_width, lines + m_pitch, 0.0F);
        std::fill(touched + (m_width - 1) / Block + 1, touched + touchedPitch, std::uint8_t(0));
    }
}

} // namespace geo
