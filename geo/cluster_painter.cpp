// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/cluster_painter.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include "geo/pixel_lanes.h"
#include "geo/stamp.h"
#include "geo/symbols.h"
#include <QFontMetricsF>
#include <QPainter>
#include <cmath>
#include <map>
#include <numbers>

namespace geo {

namespace {

// Logical pixels.
constexpr double RingWidth = 4;
constexpr double HaloWidth = 1; // beyond the circle
constexpr double EdgeWidth = 1;
constexpr int HaloAlpha = 220;
const QColor Ink(0x1f, 0x1f, 0x1f);

QPointF onPixel(QPointF at)
{
    return {std::floor(at.x()) + 0.5, std::floor(at.y()) + 0.5};
}

QFont numberFont(const QString& text)
{
    return mapFont(text.size() > 5 ? 10 : 11, FontWeight::Bold);
}

// A number's figures as stamps, side by side at whole pixels.
class Figures
{
public:
    Figures(double ratio, base::Language language)
        : m_ratio(ratio)
        , m_language(language)
    {
    }

    struct Figure
    {
        Stamp stamp;
        double width; // device pixels
    };
    struct Number
    {
        std::vector<const Figure*> figures;
        double width = 0;
    };
    Number number(qint64 value)
    {
        const QString text = base::localeOf(m_language).toString(value);
        const QFont font = numberFont(text);
        Number number;
        for (const QChar letter : text) {
            number.figures.push_back(&figure(letter, font));
            number.width += number.figures.back()->width;
        }
        return number;
    }

private:
    const Figure& figure(QChar letter, const QFont& font)
    {
        const std::pair<ushort, int> key(letter.unicode(), font.pixelSize());
        const auto known = m_figures.find(key);
        if (known != m_figures.end())
            return known->second;
        // In the middle of a square, where a stamp is held.
        constexpr int Side = 21;
        const int side = int(std::lround(Side * m_ratio));
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(m_ratio);
        image.fill(Qt::transparent);
        const QFontMetricsF metrics(font);
        const double width = std::round(metrics.horizontalAdvance(letter) * m_ratio);
        const double middle = std::floor(Side / 2.0) + 0.5;
        QPainter painter(&image);
        drawMapText(painter, font, {middle - width / m_ratio / 2, middle + metrics.capHeight() / 2},
                    letter, Ink);
        painter.end();
        return m_figures.try_emplace(key, Figure{Stamp(image), width}).first->second;
    }

    double m_ratio;
    base::Language m_language;
    std::map<std::pair<ushort, int>, Figure> m_figures;
};

float share(double value)
{
    return float(std::clamp(value, 0.0, 1.0));
}

Lanes mixed(Lanes below, Lanes above, float part)
{
    return below + (above - below) * lanes(part);
}

// A circle's ring in device pixels.
class Circle
{
public:
    Circle(const SiteCluster& cluster, double ratio)
        : m_at(onPixel(cluster.at) * ratio)
        , m_outer(cluster.radius * ratio)
        , m_inner((cluster.radius - RingWidth) * ratio)
        , m_halo(HaloWidth * ratio)
        , m_edge(EdgeWidth * ratio / 2)
    {
        double until = 0;
        for (const auto& [kind, count] : cluster.kinds) {
            until += double(count) / double(cluster.count);
            m_parts.emplace_back(until, lanesOf(siteColor(kind)));
        }
    }

    void lay(const PictureStrip& strip) const
    {
        const double reach = m_outer + m_halo + 1;
        const int firstRow = std::max(strip.top, int(std::floor(m_at.y() - reach)));
        const int lastRow = std::min(strip.bottom, int(std::ceil(m_at.y() + reach)));
        const int first = std::max(0, int(std::floor(m_at.x() - reach)));
        const int last = std::min(strip.width, int(std::ceil(m_at.x() + reach)));
        for (int y = firstRow; y < lastRow; ++y) {
            QRgb* const row = strip.pixels + y * strip.stride;
            const double dy = y + 0.5 - m_at.y();
            for (int x = first; x < last; ++x) {
                const double dx = x + 0.5 - m_at.x();
                const double distance = std::sqrt(dx * dx + dy * dy);
                if (distance < m_inner - m_edge - 0.5)
                    row[x] = 0xffffffff;
                else if (distance < reach)
                    row[x] = over(pixelOf(at(dx, dy, distance)), row[x]);
            }
        }
    }

private:
    Lanes at(double dx, double dy, double distance) const
    {
        const Lanes white = lanes(255);
        Lanes value =
            white * lanes(float(HaloAlpha) / 255 * share(m_outer + m_halo + 0.5 - distance));
        value = mixed(value, ring(dx, dy, distance), share(m_outer + 0.5 - distance));
        value = mixed(value, white, share(m_inner + 0.5 - distance));
        const Lanes ink = lanesOf(Ink);
        value = mixed(value, ink, share(m_edge + 0.5 - std::abs(distance - m_inner)));
        return mixed(value, ink, share(m_edge + 0.5 - std::abs(distance - m_outer)));
    }

    // Halfway between what lies a quarter of a pixel to either side, so that parts meet smoothly.
    Lanes ring(double dx, double dy, double distance) const
    {
        constexpr double Turn = 2 * std::numbers::pi;
        const double part = double(std::atan2(float(dx), float(-dy))) / Turn;
        const double step = 0.25 / (Turn * distance);
        return mixed(partAt(part - step), partAt(part + step), 0.5F);
    }
    Lanes partAt(double part) const
    {
        part -= std::floor(part);
        for (const auto& [until, color] : m_parts)
            if (part < until)
                return color;
        return m_parts.back().second;
    }

    QPointF m_at;
    double m_outer;
    double m_inner;
    double m_halo;
    double m_edge;
    std::vector<std::pair<double, Lanes>> m_parts;
};

} // namespace

void drawCluster(QPainter& painter, const SiteCluster& cluster, base::Language language)
{
    const QPointF at = onPixel(cluster.at);
    const auto circle = [&](double radius) {
        return QRectF(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, HaloAlpha));
    painter.drawEllipse(circle(cluster.radius + HaloWidth));
    double part = 0;
    for (const auto& [kind, count] : cluster.kinds) {
        const double from = part;
        part += double(count) / double(cluster.count);
        painter.setBrush(siteColor(kind));
        if (cluster.kinds.size() == 1)
            painter.drawEllipse(circle(cluster.radius));
        else
            painter.drawPie(circle(cluster.radius), int(std::lround((90 - from * 360) * 16)),
                            int(std::lround((from - part) * 360 * 16)));
    }
    painter.setPen(QPen(Ink, EdgeWidth));
    painter.setBrush(Qt::white);
    painter.drawEllipse(circle(cluster.radius - RingWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(circle(cluster.radius));
    const QString text = base::localeOf(language).toString(cluster.count);
    const QFont font = numberFont(text);
    const QFontMetricsF metrics(font);
    drawMapText(painter, font,
                {at.x() - metrics.horizontalAdvance(text) / 2, at.y() + metrics.capHeight() / 2},
                text, Ink);
    painter.restore();
}

void layClusters(QImage& picture, const std::vector<SiteCluster>& clusters, base::Language language,
                 base::Progress& progress)
{
    const double ratio = picture.devicePixelRatio();
    Figures figures(ratio, language);
    std::vector<Circle> circles;
    std::vector<Figures::Number> numbers;
    for (const SiteCluster& cluster : clusters) {
        circles.emplace_back(cluster, ratio);
        numbers.push_back(figures.number(cluster.count));
    }
    inStrips(picture, progress, [&](const PictureStrip& strip) {
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            progress.check();
            circles[i].lay(strip);
            QPointF at = onPixel(clusters[i].at) * ratio;
            at.rx() -= numbers[i].width / 2;
            for (const Figures::Figure* figure : numbers[i].figures) {
                figure->stamp.lay(strip, {at.x() + figure->width / 2, at.y()});
                at.rx() += figure->width;
            }
        }
    });
}

} // namespace geo
