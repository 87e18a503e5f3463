// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/sld_filter.h"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

std::optional<double> number(const QString& text)
{
    bool good = false;
    const double value = text.toDouble(&good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> boundary(const XmlNode& between, QStringView name)
{
    const XmlNode* bound = between.child(name);
    if (!bound)
        return std::nullopt;
    const XmlNode* literal = bound->child(u"Literal");
    return number(literal ? literal->text : bound->text);
}

std::optional<SldFilter> comparison(const XmlNode& node)
{
    const XmlNode* property = node.child(u"PropertyName");
    if (!property || property->text.isEmpty())
        return std::nullopt;
    SldFilter said;
    said.field = property->text;
    if (node.name == QLatin1String("PropertyIsNull") ||
        node.name == QLatin1String("PropertyIsNil")) {
        said.values = {QString()};
        return said;
    }
    if (node.name == QLatin1String("PropertyIsBetween")) {
        said.lower = boundary(node, u"LowerBoundary");
        said.upper = boundary(node, u"UpperBoundary");
        return said.lower && said.upper ? std::optional(said) : std::nullopt;
    }
    const XmlNode* literal = node.child(u"Literal");
    if (!literal || node.children.size() != 2)
        return std::nullopt;
    if (node.name == QLatin1String("PropertyIsEqualTo")) {
        said.values = {literal->text};
        return said;
    }
    const bool greater = node.name.startsWith(QLatin1String("PropertyIsGreaterThan"));
    const bool less = node.name.startsWith(QLatin1String("PropertyIsLessThan"));
    const std::optional<double> bound = number(literal->text);
    if ((!greater && !less) || !bound)
        return std::nullopt;
    // 5 < FIELD is FIELD > 5.
    const bool turned = &node.children.front() == literal;
    if (greater != turned) {
        said.lower = bound;
    } else {
        said.upper = bound;
        said.belowUpper = !node.name.endsWith(QLatin1String("OrEqualTo"));
    }
    return said;
}

std::optional<SldFilter> condition(const XmlNode& node);

// Either of several values, or both of two bounds.
std::optional<SldFilter> combination(const XmlNode& node)
{
    const bool either = node.name == QLatin1String("Or");
    std::optional<SldFilter> all;
    for (const XmlNode& child : node.children) {
        std::optional<SldFilter> one = condition(child);
        if (!one || (all && one->field != all->field))
            return std::nullopt;
        if (!all) {
            all = std::move(one);
            continue;
        }
        if (either) {
            if (all->values.empty() || one->values.empty())
                return std::nullopt;
            for (const QString& value : one->values)
                if (std::find(all->values.begin(), all->values.end(), value) == all->values.end())
                    all->values.push_back(value);
            continue;
        }
        if (!all->values.empty() || !one->values.empty())
            return std::nullopt;
        if (one->lower && (!all->lower || *one->lower > *all->lower))
            all->lower = one->lower;
        if (one->upper && (!all->upper || *one->upper < *all->upper)) {
            all->upper = one->upper;
            all->belowUpper = one->belowUpper;
        }
    }
    return all;
}

std::optional<SldFilter> condition(const XmlNode& node)
{
    return node.name == QLatin1String("And") || node.name == QLatin1String("Or") ? combination(node)
                                                                                 : comparison(node);
}

} // namespace

std::optional<SldFilter> readSldFilter(const XmlNode& filter)
{
    return filter.children.size() == 1 ? condition(filter.children.front()) : std::nullopt;
}

} // namespace geo
