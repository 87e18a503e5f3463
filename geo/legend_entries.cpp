// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/legend.h"

#include "base/error.h"
#include "geo/color.h"
#include "geo/cooked_layer.h"
#include "geo/graduated_style.h"
#include "geo/pixel_geometry.h"
#include "geo/prepared_layer.h"
#include "geo/prepared_sites.h"
#include "geo/raster_source.h"
#include "geo/styled_features.h"
#include <QHash>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <map>

namespace geo {

namespace {

Swatch swatchOf(GeometryKind kind)
{
    return kind == GeometryKind::Line    ? Swatch::Line
           : kind == GeometryKind::Point ? Swatch::Point
                                         : Swatch::Area;
}

base::Label inBoth(const char* text)
{
    return {base::Translation(base::Language::English).text("Geo", text),
            base::Translation(base::Language::Spanish).text("Geo", text)};
}

LegendEntry entryOf(const MapLayer& layer, const std::optional<QColor>& color)
{
    LegendEntry entry;
    const GeometryKind kind = layer.features->kind();
    entry.swatch = swatchOf(kind);
    entry.symbol = color ? colored(layer.style.symbol, *color, kind) : layer.style.symbol;
    return entry;
}

// What the others wear stands last, whatever their number.
void sortByCount(std::vector<LegendEntry>& entries)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const LegendEntry& a, const LegendEntry& b) {
                         return a.count.value_or(0) > b.count.value_or(0);
                     });
}

// Which features are looked at; nullptr: all of them.
using Seen = std::vector<bool>;

bool counts(const Seen* seen, std::size_t feature)
{
    return seen == nullptr || (*seen)[feature];
}

std::vector<LegendEntry> categoryEntries(const MapLayer& layer, const Seen* seen)
{
    const FeatureTable& features = *layer.features;
    const Style& style = layer.style;
    const Column* column = features.column(style.field);
    const NameColumns names(features, style.nameField);
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < style.categories.size(); ++i)
        places.insert(style.categories[i].value, i);
    std::vector<qint64> numbers(style.categories.size(), 0);
    std::vector<base::Label> found(style.categories.size());
    qint64 others = 0;
    for (std::size_t feature = 0; feature < features.size(); ++feature) {
        if (!counts(seen, feature))
            continue;
        const auto place = column ? places.constFind(column->text(feature)) : places.cend();
        if (place == places.cend()) {
            ++others;
            continue;
        }
        if (numbers[*place]++ == 0 && names.exist())
            found[*place] = names.label(feature);
    }
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < style.categories.size(); ++i) {
        const Category& category = style.categories[i];
        if (!category.visible || numbers[i] == 0)
            continue;
        LegendEntry entry = entryOf(layer, category.color);
        entry.value = category.value;
        entry.count = numbers[i];
        const auto first = [](const QString& a, const QString& b, const QString& c) {
            return !a.isEmpty() ? a : !b.isEmpty() ? b : c;
        };
        const QString value = category.value;
        entry.label = {first(category.label.en, found[i].en, value),
                       first(category.label.es, found[i].es, value)};
        entries.push_back(std::move(entry));
    }
    if (!style.ordered)
        sortByCount(entries);
    if (others > 0 && style.otherColor) {
        LegendEntry entry = entryOf(layer, style.otherColor);
        entry.label = inBoth(QT_TRANSLATE_NOOP("Geo", "Others"));
        entry.count = others;
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<LegendEntry> colorEntries(const MapLayer& layer, const Seen* seen)
{
    const FeatureTable& features = *layer.features;
    const Style& style = layer.style;
    const Column* column = features.column(style.field);
    const NameColumns names(features, style.nameField);
    std::map<std::pair<QRgb, QString>, std::size_t> places;
    std::vector<LegendEntry> entries;
    std::vector<qint64> numbers;
    qint64 others = 0;
    QHash<QString, std::optional<QColor>> parsed;
    for (std::size_t feature = 0; feature < features.size(); ++feature) {
        if (!counts(seen, feature))
            continue;
        const QString text = column ? column->text(feature) : QString();
        auto known = parsed.constFind(text);
        if (known == parsed.cend())
            known = parsed.insert(text, parseColor(text));
        const std::optional<QColor> color = *known;
        if (!color) {
            ++others;
            continue;
        }
        const base::Label name = names.exist() ? names.label(feature) : base::Label{text, text};
        const auto [place, isNew] = places.try_emplace({color->rgba(), name.en}, entries.size());
        if (isNew) {
            entries.push_back(entryOf(layer, color));
            entries.back().label = name;
            entries.back().value = text;
            numbers.push_back(0);
        }
        ++numbers[place->second];
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i].count = numbers[i];
    sortByCount(entries);
    if (others > 0 && style.otherColor) {
        LegendEntry entry = entryOf(layer, style.otherColor);
        entry.label = inBoth(QT_TRANSLATE_NOOP("Geo", "No colour stated"));
        entry.count = others;
        entries.push_back(std::move(entry));
    }
    return entries;
}

// In their own order, the empty ones too: a scale without gaps is read more easily.
std::vector<LegendEntry> classEntries(const MapLayer& layer, const Seen* seen)
{
    const FeatureTable& features = *layer.features;
    const Style& style = layer.style;
    const Column* column = features.column(style.field);
    std::vector<qint64> numbers(style.classes.size(), 0);
    qint64 others = 0;
    for (std::size_t feature = 0; feature < features.size(); ++feature) {
        if (!counts(seen, feature))
            continue;
        const std::optional<double> value = column ? column->number(feature) : std::nullopt;
        const auto found =
            std::find_if(style.classes.begin(), style.classes.end(),
                         [&](const ValueClass& range) { return value && range.holds(*value); });
        if (found == style.classes.end())
            ++others;
        else
            ++numbers[std::size_t(found - style.classes.begin())];
    }
    const std::vector<base::Label> ranges = rangeLabels(style.classes);
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < style.classes.size(); ++i) {
        if (!style.classes[i].visible)
            continue;
        LegendEntry entry = entryOf(layer, style.classes[i].color);
        entry.label = ranges[i];
        entry.count = numbers[i];
        entries.push_back(std::move(entry));
    }
    if (others > 0 && style.otherColor) {
        LegendEntry entry = entryOf(layer, style.otherColor);
        entry.label = inBoth(QT_TRANSLATE_NOOP("Geo", "No value, or another"));
        entry.count = others;
        entries.push_back(std::move(entry));
    }
    return entries;
}

LegendEntry rampEntry(const RasterSource& raster, const RasterStyle& style)
{
    LegendEntry entry;
    entry.swatch = Swatch::Ramp;
    if (style.look == RasterLook::Hillshade) {
        entry.label = inBoth(QT_TRANSLATE_NOOP("Geo", "Relief"));
        return entry;
    }
    entry.ramp = style.ramp;
    entry.reversed = style.reversed;
    const QString unit = raster.unit();
    entry.label = {unit, unit};
    if (const auto range = rampRange(style, raster.knownDistribution()))
        entry.label = {valueRangeText(*range, unit, base::Language::English),
                       valueRangeText(*range, unit, base::Language::Spanish)};
    return entry;
}

// Says that a layer is schematic, unless its title says so itself.
base::Label schematicTitle(const base::Label& title)
{
    const base::Label pattern = inBoth(QT_TRANSLATE_NOOP("Geo", "%1 (schematic)"));
    const QString spanish = title.es.isEmpty() ? title.en : title.es;
    const auto says = [](const QString& words, const QString& with) {
        return words.contains(with.arg(QString()).trimmed(), Qt::CaseInsensitive);
    };
    if (says(title.en, pattern.en) || says(spanish, pattern.es))
        return title;
    return {pattern.en.arg(title.en), pattern.es.arg(spanish)};
}

std::vector<LegendEntry> entriesOf(const MapLayer& layer, const Seen* seen)
{
    if (!layer.features) {
        if (!layer.raster || layer.raster->isColoured())
            return {};
        return {rampEntry(*layer.raster, layer.style.raster)};
    }
    switch (layer.style.kind) {
    case StyleKind::Categorised:
        return categoryEntries(layer, seen);
    case StyleKind::FromColorColumn:
        return colorEntries(layer, seen);
    case StyleKind::Graduated:
        return classEntries(layer, seen);
    case StyleKind::Single:
        break;
    }
    LegendEntry entry = entryOf(layer, std::nullopt);
    entry.label = layer.title;
    entry.count = qint64(layer.features->size());
    return {entry};
}

// Whether any of a feature, whose box meets the view, lies in it.
bool isInSight(const CookedLayer& layer, const CookedLayer::Feature& feature, const MapView& view)
{
    const Extent extent = view.extent();
    const QRectF frame(extent.west, extent.south, extent.width(), extent.height());
    const Extent box = layer.toMap(feature.box);
    if (box.west >= extent.west && box.east <= extent.east && box.south >= extent.south &&
        box.north <= extent.north)
        return true;
    const std::size_t level = layer.levelFor(view.unitsPerPixel());
    const QPointF middle = frame.center();
    bool holdsMiddle = false; // of an odd number of rings: it is within, and all around it
    std::vector<QPointF> points;
    for (const CookedLayer::Part& part : layer.parts(feature)) {
        layer.assemble(part, level, points);
        const bool area = part.kind == PartKind::Outer || part.kind == PartKind::Hole;
        if (part.kind == PartKind::Point || points.size() == 1) {
            if (std::any_of(points.begin(), points.end(),
                            [&](QPointF point) { return frame.contains(point); }))
                return true;
            continue;
        }
        for (std::size_t i = area ? 0 : 1; i < points.size(); ++i) {
            const QPointF a = points[i == 0 ? points.size() - 1 : i - 1];
            const QPointF b = points[i];
            double from = 0;
            double to = 1;
            if (clipSegment(a, b, frame, from, to))
                return true;
            if (area && (a.y() > middle.y()) != (b.y() > middle.y()) &&
                middle.x() < a.x() + (middle.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
                holdsMiddle = !holdsMiddle;
        }
    }
    return holdsMiddle;
}

// `seen` says which features of a layer count.
template <class SeenOf>
Legend legendOf(const MapSnapshot& snapshot, SeenOf seenOf)
{
    Legend legend;
    const auto part = [&legend](const base::Label& title, std::vector<LegendEntry> entries) {
        LegendEntry heading;
        heading.swatch = Swatch::Heading;
        heading.label = title;
        legend.entries.push_back(std::move(heading));
        std::move(entries.begin(), entries.end(), std::back_inserter(legend.entries));
    };
    if (snapshot.sites) {
        auto entries = siteEntries(*snapshot.sites, snapshot.siteWords, snapshot.siteDrawing);
        if (!entries.empty())
            part(inBoth(QT_TRANSLATE_NOOP("Geo", "Sites")), std::move(entries));
    }
    for (auto layer = snapshot.layers.rbegin(); layer != snapshot.layers.rend(); ++layer) {
        if (!layer->visible || layer->opacity <= 0)
            continue;
        const std::optional<Seen> seen = seenOf(*layer);
        if (seen && std::find(seen->begin(), seen->end(), true) == seen->end())
            continue;
        auto entries = entriesOf(*layer, seen ? &*seen : nullptr);
        base::Label title = layer->title;
        if (layer->schematic)
            title = schematicTitle(layer->title);
        // One symbol needs no heading: it bears the layer's name itself.
        if (layer->features && layer->style.kind == StyleKind::Single) {
            entries.front().label = title;
            entries.front().count.reset();
            std::move(entries.begin(), entries.end(), std::back_inserter(legend.entries));
        } else {
            part(title, std::move(entries));
        }
    }
    return legend;
}

} // namespace

QString valueRangeText(std::pair<double, double> range, const QString& unit,
                       base::Language language)
{
    const double width = std::abs(range.second - range.first);
    const int decimals = width > 0 ? std::clamp(2 - int(std::floor(std::log10(width))), 0, 9) : 0;
    const QLocale locale = base::localeOf(language);
    const auto number = [&](double value) {
        return width > 0 ? locale.toString(value == 0 ? 0 : value, 'f', decimals)
                         : locale.toString(value, 'g', 6);
    };
    const QString ends = QStringLiteral("%1 – %2").arg(number(range.first), number(range.second));
    return unit.isEmpty() ? ends : ends + QChar(QChar::Nbsp) + unit;
}

std::vector<LegendEntry> legendEntries(const MapLayer& layer)
{
    return entriesOf(layer, nullptr);
}

Legend legendOf(const MapSnapshot& snapshot)
{
    return legendOf(snapshot, [](const MapLayer&) { return std::optional<Seen>(); });
}

Legend legendInSight(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress)
{
    MapSnapshot shown = snapshot;
    if (snapshot.sites) {
        const auto prepared = cache.sites(snapshot.sites, snapshot.view, progress);
        Sites sites;
        for (const SeenSite& site :
             sitesInView(*prepared, snapshot.view, QRectF(QPointF(), snapshot.view.size())))
            sites.push_back((*snapshot.sites)[site.index]);
        shown.sites = std::make_shared<const Sites>(std::move(sites));
    }
    return legendOf(shown, [&](const MapLayer& layer) -> std::optional<Seen> {
        if (!layer.features)
            return std::nullopt;
        try {
            const auto cooked = cache.layer(layer.features, snapshot.view, progress);
            Seen seen(layer.features->size(), false);
            cooked->featureTree().query(
                cooked->toQuanta(snapshot.view.extent()), [&](std::uint32_t i) {
                    const CookedLayer::Feature& feature = cooked->features()[i];
                    seen[feature.source] = isInSight(*cooked, feature, snapshot.view);
                });
            return seen;
        } catch (const base::Error&) { // drawing it will say so
            return std::nullopt;
        }
    });
}

} // namespace geo
