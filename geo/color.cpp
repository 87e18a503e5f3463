// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/color.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <array>
#include <cmath>
#include <numbers>

namespace geo {

QColor fromOklch(double lightness, double chroma, double hueDegrees)
{
    const double hue = hueDegrees * std::numbers::pi / 180;
    const double a = chroma * std::cos(hue);
    const double b = chroma * std::sin(hue);
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    const auto channel = [](double linear) {
        const double value =
            linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
        return int(std::lround(std::fmin(std::fmax(value, 0), 1) * 255));
    };
    return QColor(channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                  channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                  channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

const std::vector<QColor>& categoryPalette()
{
    static const std::vector<QColor> palette = [] {
        struct Tier
        {
            double lightness, chroma, firstHue;
        };
        // Neighbouring hues differ in lightness too; tiers are turned against each other.
        constexpr std::array<Tier, 3> Tiers{
            {{0.84, 0.075, 20}, {0.70, 0.095, 30}, {0.92, 0.05, 40}}};
        std::vector<QColor> colors;
        for (const Tier& tier : Tiers)
            for (int i = 0; i < 12; ++i) // 150 degrees a step: each follows its opposite
                colors.push_back(fromOklch(tier.lightness - (i % 2 == 0 ? 0.0 : 0.045), tier.chroma,
                                           tier.firstHue + 150 * i));
        return colors;
    }();
    return palette;
}

std::size_t categorySlot(const QString& value)
{
    // A hash whose bytes are the same on every machine and in every version of Qt.
    const QByteArray digest =
        QCryptographicHash::hash(value.trimmed().toUtf8(), QCryptographicHash::Sha256);
    std::size_t number = 0;
    for (int i = 0; i < 4; ++i)
        number = number << 8 | static_cast<unsigned char>(digest[i]);
    return number % categoryPalette().size();
}

QColor categoryColor(const QString& value)
{
    return categoryPalette()[categorySlot(value)];
}

std::optional<QColor> parseColor(QStringView text)
{
    text = text.trimmed();
    static const QRegularExpression hex(QStringLiteral("^#?([0-9a-fA-F]{6})$|^#([0-9a-fA-F]{3})$"));
    static const QRegularExpression three(
        QStringLiteral("^(?:rgb\\s*\\(\\s*)?(\\d{1,3})(?:\\s*[;,/]\\s*|\\s+)(\\d{1,3})"
                       "(?:\\s*[;,/]\\s*|\\s+)(\\d{1,3})\\s*\\)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto numbers = three.match(text);
    if (numbers.hasMatch()) {
        const int r = numbers.capturedView(1).toInt();
        const int g = numbers.capturedView(2).toInt();
        const int b = numbers.capturedView(3).toInt();
        if (r > 255 || g > 255 || b > 255)
            return std::nullopt;
        return QColor(r, g, b);
    }
    if (hex.match(text).hasMatch())
        return QColor(text.startsWith(u'#') ? text.toString() : u'#' + text.toString());
    return std::nullopt;
}

} // namespace geo
