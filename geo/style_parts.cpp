// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_parts.h"

#include "geo/styled_features.h"
#include "geo/text.h"
#include <QSet>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr qsizetype MostNamed = 5;
constexpr double WidestStroke = 100; // as styleFromJson() has them
constexpr double LargestPoint = 200;

// Without the colour that tells classes apart.
Symbol without(const Symbol& symbol, GeometryKind kind)
{
    return colored(symbol, Qt::black, kind);
}

// To a millionth of a pixel, so that a length that went through points comes back as it was.
double rounded(double pixels)
{
    return std::round(pixels * 1e6) / 1e6;
}

} // namespace

LeftOut::LeftOut(QString fileName)
    : m_fileName(std::move(fileName))
{
}

void LeftOut::add(const QString& what, qint64 line, const QString& whose)
{
    auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                              [&](const Entry& each) { return each.what == what; });
    if (entry == m_entries.end())
        entry = m_entries.insert(m_entries.end(), {what, line, {}, 0});
    if (whose.isEmpty() || entry->whose.contains(whose))
        return;
    if (entry->whose.size() < MostNamed)
        entry->whose << whose;
    else
        ++entry->more;
}

std::vector<base::Issue> LeftOut::issues() const
{
    std::vector<base::Issue> issues;
    for (const Entry& entry : m_entries) {
        const QString names = entry.whose.join(QStringLiteral(", "));
        base::Issue issue;
        issue.text = entry.whose.isEmpty() ? QStringLiteral("%1.").arg(entry.what)
                     : entry.more == 0
                         ? QStringLiteral("%1 (%2).").arg(entry.what, names)
                         : Text::tr("%1 (%2 and %3 more).").arg(entry.what, names).arg(entry.more);
        issue.where.file = m_fileName;
        issue.where.line = entry.line;
        issues.push_back(std::move(issue));
    }
    return issues;
}

std::optional<QColor> carriedColor(const Symbol& symbol, GeometryKind kind)
{
    switch (coloredPart(symbol, kind)) {
    case ColorPart::Hatch:
        return symbol.hatchColor;
    case ColorPart::Stroke:
        return symbol.stroke;
    case ColorPart::Fill:
        break;
    }
    return symbol.fill;
}

void composeClasses(StyleFile& file, const std::vector<ReadClass>& classes, LeftOut& leftOut)
{
    if (classes.empty())
        return;
    // A filled one, if there is any: what has no fill can be drawn clear, not the other way round.
    const auto better = [&](const ReadClass& each) {
        return each.visible && !each.others && carriedColor(each.symbol, file.kind) &&
               (file.kind == GeometryKind::Line || each.symbol.fill);
    };
    auto model = std::find_if(classes.begin(), classes.end(), better);
    if (model == classes.end())
        model = classes.begin();
    Style& style = file.style;
    style.ordered = style.kind == StyleKind::Categorised; // as the file's legend has them
    style.symbol = model->symbol;
    style.otherColor.reset();
    const ColorPart part = coloredPart(style.symbol, file.kind);
    QSet<QString> known;
    for (const ReadClass& each : classes) {
        if (each.visible && without(each.symbol, file.kind) != without(model->symbol, file.kind))
            leftOut.add(Text::tr("Some classes differ in more than their colour; all are drawn as "
                                 "“%1”")
                            .arg(model->name()),
                        each.line, each.name());
        const bool hatchAlone = !each.symbol.fill && each.symbol.hatch != Hatch::None;
        if (part == ColorPart::Fill && hatchAlone)
            leftOut.add(Text::tr("A hatch becomes an even colour"), each.line, each.name());
        const std::optional<QColor> own = part == ColorPart::Stroke ? each.symbol.stroke
                                          : part == ColorPart::Hatch || hatchAlone
                                              ? std::optional(each.symbol.hatchColor)
                                              : each.symbol.fill;
        const QColor color = own.value_or(QColor(255, 255, 255, 0));
        if (each.others) {
            style.otherColor = each.visible ? std::optional(color) : std::nullopt;
        } else if (style.kind == StyleKind::Graduated) {
            style.classes.push_back(
                {each.lower, each.upper, color, {each.label, each.label}, each.visible});
        } else {
            for (const QString& value : each.values) {
                if (known.contains(value)) {
                    leftOut.add(Text::tr("A value stands in several classes; the first one counts"),
                                each.line, value);
                    continue;
                }
                known.insert(value);
                const QString label = each.label == value ? QString() : each.label;
                style.categories.push_back({value, color, {label, label}, each.visible});
            }
        }
    }
    // Labels that only say the range are said in the reader's own numbers instead.
    for (ValueClass& range : style.classes) {
        QString digits = range.label.en;
        digits.remove(QLatin1String("e+")).remove(QLatin1String("e-"));
        if (std::none_of(digits.begin(), digits.end(), [](QChar c) { return c.isLetter(); }))
            range.label = {};
    }
    std::vector<QColor> colors;
    for (const ValueClass& range : style.classes)
        colors.push_back(range.color);
    if (const std::optional<RampFound> found = rampOf(colors)) {
        style.grading.ramp = found->ramp;
        style.grading.reversed = found->reversed;
    }
}

Dash nearestDash(std::span<const double> pattern)
{
    if (pattern.size() < 2)
        return pattern.empty() ? Dash::Solid : Dash::Dashed;
    if (pattern.size() > 2 && pattern[0] != pattern[2])
        return Dash::DashDotted;
    return pattern[0] < pattern[1] ? Dash::Dotted : Dash::Dashed;
}

double boundedWidth(double pixels)
{
    return std::isfinite(pixels) ? std::clamp(rounded(pixels), 0.0, WidestStroke)
                                 : Symbol().strokeWidth;
}

double boundedSize(double pixels)
{
    return std::isfinite(pixels) ? std::clamp(rounded(pixels), 0.0, LargestPoint)
                                 : Symbol().pointSize;
}

QColor withOpacity(QColor color, double opacity)
{
    if (std::isfinite(opacity))
        color.setAlpha(int(std::lround(color.alpha() * std::clamp(opacity, 0.0, 1.0))));
    return color;
}

} // namespace geo
