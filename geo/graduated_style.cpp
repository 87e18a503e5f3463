// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/graduated_style.h"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr int MostDecimals = 12;
constexpr double Largest = 1e15; // beyond it digits after the point say nothing

// Decimals that keep every bound within a hundredth of the narrowest class.
int decimalsFor(const std::vector<double>& bounds)
{
    double narrowest = 0;
    for (std::size_t i = 1; i < bounds.size(); ++i)
        if (const double width = bounds[i] - bounds[i - 1];
            width > 0 && (narrowest == 0 || width < narrowest))
            narrowest = width;
    if (narrowest == 0)
        narrowest = bounds.empty() ? 1 : std::max(std::abs(bounds.front()) / 10, 1e-10);
    for (int decimals = 0; decimals < MostDecimals; ++decimals) {
        const double unit = std::pow(10, decimals);
        if (std::all_of(bounds.begin(), bounds.end(), [&](double bound) {
                return std::abs(std::round(bound * unit) / unit - bound) <= narrowest / 100;
            }))
            return decimals;
    }
    return MostDecimals;
}

QString numberText(double number, int decimals, const QLocale& locale)
{
    const double size = std::abs(number);
    if (size >= Largest || (size > 0 && size < std::pow(10, -decimals)))
        return locale.toString(number, 'g', 6);
    return locale.toString(number, 'f', decimals);
}

} // namespace

std::vector<double> boundsOf(const std::vector<ValueClass>& classes)
{
    std::vector<double> bounds;
    for (const ValueClass& range : classes)
        for (const std::optional<double>& bound : {range.lower, range.upper})
            if (bound)
                bounds.push_back(*bound);
    std::sort(bounds.begin(), bounds.end());
    const bool single = bounds.size() == 2; // one class of one value has its bound twice
    if (!single)
        bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    return bounds;
}

std::vector<base::Label> rangeLabels(const std::vector<ValueClass>& classes)
{
    const int decimals = decimalsFor(boundsOf(classes));
    const auto words = [decimals](const ValueClass& range, const base::Translation& translation) {
        const QLocale locale = base::localeOf(translation.language());
        const auto text = [&](const std::optional<double>& bound) {
            return numberText(bound.value_or(0), decimals, locale);
        };
        if (range.lower && range.upper && *range.lower == *range.upper)
            return text(range.lower);
        if (range.lower && range.upper)
            return translation.text("Geo", QT_TRANSLATE_NOOP("Geo", "%1 – %2"))
                .arg(text(range.lower), text(range.upper));
        if (range.upper)
            return translation.text("Geo", QT_TRANSLATE_NOOP("Geo", "up to %1"))
                .arg(text(range.upper));
        if (range.lower)
            return translation.text("Geo", QT_TRANSLATE_NOOP("Geo", "over %1"))
                .arg(text(range.lower));
        return translation.text("Geo", QT_TRANSLATE_NOOP("Geo", "any number"));
    };
    const base::Translation english(base::Language::English);
    const base::Translation spanish(base::Language::Spanish);
    std::vector<base::Label> labels;
    for (const ValueClass& range : classes) {
        base::Label label = range.label;
        if (label.en.isEmpty())
            label.en = label.es.isEmpty() ? words(range, english) : label.es;
        if (label.es.isEmpty())
            label.es = range.label.en.isEmpty() ? words(range, spanish) : label.en;
        labels.push_back(std::move(label));
    }
    return labels;
}

void colorClasses(std::vector<ValueClass>& classes, const Grading& grading)
{
    const std::vector<QColor> colors = rampColors(grading.ramp, classes.size(), grading.reversed);
    for (std::size_t i = 0; i < classes.size(); ++i)
        classes[i].color = colors[i];
}

std::vector<ValueClass> classesBetween(std::vector<double> bounds, const Grading& grading)
{
    std::erase_if(bounds, [](double bound) { return !std::isfinite(bound); });
    std::sort(bounds.begin(), bounds.end());
    std::vector<ValueClass> classes;
    for (std::size_t i = 1; i < bounds.size(); ++i) {
        ValueClass range;
        range.lower = bounds[i - 1];
        range.upper = bounds[i];
        classes.push_back(std::move(range));
    }
    colorClasses(classes, grading);
    return classes;
}

} // namespace geo
