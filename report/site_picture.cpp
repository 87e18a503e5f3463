// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/site_picture.h"

#include "catalogue/vocabulary.h"
#include "geo/symbols.h"

#include <QHash>
#include <algorithm>
#include <array>
#include <cmath>

namespace report {

namespace {

constexpr QRgb NoColor = 0xffc4c4c4; // of what is not known

// By commodityClasses(); after Okabe & Ito (2008), and the two greys of energy and industrial
// minerals that leave the rest apart.
QRgb classColor(const QString& key)
{
    static const QHash<QString, QRgb> colors{
        {QStringLiteral("battery"), 0xff0072b2},  {QStringLiteral("base"), 0xffd55e00},
        {QStringLiteral("precious"), 0xffe6b800}, {QStringLiteral("rare_earth"), 0xffcc79a7},
        {QStringLiteral("alloy"), 0xff56b4e9},    {QStringLiteral("technology"), 0xff009e73},
        {QStringLiteral("energy"), 0xff4b3a6b},   {QStringLiteral("industrial"), 0xff7f6a55},
    };
    return colors.value(key, NoColor);
}

// Five steps of a ramp whose lightness falls evenly (viridis; Smith and van der Walt 2015), the
// best the darkest.
constexpr std::array<QRgb, 5> ScoreColors{0xfffde725, 0xff5ec962, 0xff21918c, 0xff3b528b,
                                          0xff440154};
std::size_t scoreStep(double score)
{
    return std::size_t(std::clamp(std::floor(score * 5), 0.0, 4.0));
}

// A tenfold of ore is a step; an area twice as large, roughly.
struct SizeStep
{
    double below; // tonnes
    std::uint8_t size;
    const char* english;
};
constexpr std::array<SizeStep, 4> SizeSteps{
    {{1e6, 3, QT_TRANSLATE_NOOP("Report", "less than 1 Mt, or not stated")},
     {1e7, 5, QT_TRANSLATE_NOOP("Report", "1 to 10 Mt")},
     {1e8, 7, QT_TRANSLATE_NOOP("Report", "10 to 100 Mt")},
     {INFINITY, 9, QT_TRANSLATE_NOOP("Report", "100 Mt and more")}}};
constexpr std::uint8_t UnknownSize = 3;

base::Label inBoth(const char* text)
{
    return {base::Translation(base::Language::English).text("Report", text),
            base::Translation(base::Language::Spanish).text("Report", text)};
}

// Later stages first, then more ore.
float priorityOf(const catalogue::SiteSummary& site, const SiteScores& scores)
{
    float priority = scores.contains(site.id) ? 100 : 0;
    if (site.tonnes && *site.tonnes > 0)
        priority += float(std::clamp(std::log10(*site.tonnes), 0.0, 12.0));
    switch (geo::stageFill(site.stage)) {
    case geo::StageFill::Full:
        return priority + 3;
    case geo::StageFill::Half:
        return priority + 2;
    case geo::StageFill::Core:
        return priority + 1;
    case geo::StageFill::Hollow:
    case geo::StageFill::Struck:
    case geo::StageFill::Unknown:
        break;
    }
    return priority;
}

} // namespace

SiteScores siteScores(const shortlist::Round& round, const shortlist::Evaluation& evaluation)
{
    SiteScores scores;
    const std::size_t count = std::min(round.candidates.size(), evaluation.candidates.size());
    for (std::size_t i = 0; i < count; ++i)
        if (const auto score = evaluation.candidates[i].jointScore)
            for (const catalogue::Member& member : round.candidates[i].project.members) {
                const auto [found, isNew] = scores.try_emplace(member.site, *score);
                found->second = std::max(found->second, *score);
            }
    return scores;
}

std::shared_ptr<const geo::Sites> mapSites(const catalogue::SiteList& list,
                                           const std::vector<size_t>& rows,
                                           const catalogue::SiteDisplay& display,
                                           const SiteScores& scores)
{
    QHash<QString, QRgb> byCommodity;
    const auto commodityColor = [&](const catalogue::SiteSummary& site) {
        if (site.commodities.empty())
            return NoColor;
        const QString& main = site.commodities.front();
        auto known = byCommodity.constFind(main);
        if (known == byCommodity.cend())
            known = byCommodity.insert(main, classColor(catalogue::commodityClass(main)));
        return *known;
    };
    auto sites = std::make_shared<geo::Sites>();
    sites->reserve(rows.size());
    for (const size_t row : rows) {
        const catalogue::SiteSummary& site = list[row];
        if (!site.lonLat)
            continue;
        geo::SiteSymbol symbol{site.id, *site.lonLat, site.kind, site.stage, site.name};
        switch (display.colors) {
        case catalogue::SiteColors::Kind:
            break;
        case catalogue::SiteColors::CommodityClass:
            symbol.color = commodityColor(site);
            break;
        case catalogue::SiteColors::Score: {
            const auto score = scores.find(site.id);
            symbol.color = score == scores.end() ? NoColor : ScoreColors[scoreStep(score->second)];
            break;
        }
        }
        if (display.sizes == catalogue::SiteSizes::Tonnes) {
            symbol.size = UnknownSize;
            if (site.tonnes)
                symbol.size =
                    std::find_if(SizeSteps.begin(), SizeSteps.end(), [&](const auto& each) {
                        return *site.tonnes < each.below;
                    })->size;
        }
        symbol.priority = priorityOf(site, scores);
        sites->push_back(std::move(symbol));
    }
    return sites;
}

geo::SiteDrawing siteDrawing(const catalogue::SiteDisplay& display)
{
    geo::SiteDrawing drawing;
    drawing.clustered = display.clustered;
    switch (display.colors) {
    case catalogue::SiteColors::Kind:
        break;
    case catalogue::SiteColors::CommodityClass:
        drawing.colorsOf = inBoth(QT_TRANSLATE_NOOP("Report", "Colour: main commodity"));
        for (const catalogue::Term& term : catalogue::commodityClasses().terms())
            drawing.colors.push_back({classColor(term.key), term.label});
        drawing.colors.push_back(
            {NoColor, inBoth(QT_TRANSLATE_NOOP("Report", "Commodity not stated"))});
        break;
    case catalogue::SiteColors::Score:
        drawing.colorsOf = inBoth(QT_TRANSLATE_NOOP("Report", "Colour: joint score"));
        for (std::size_t step = ScoreColors.size(); step-- > 0;) {
            const auto range = [step](base::Language language) {
                const QLocale locale = base::localeOf(language);
                return QStringLiteral("%1 – %2").arg(locale.toString(double(step) / 5, 'f', 1),
                                                     locale.toString(double(step + 1) / 5, 'f', 1));
            };
            drawing.colors.push_back(
                {ScoreColors[step],
                 {range(base::Language::English), range(base::Language::Spanish)}});
        }
        drawing.colors.push_back(
            {NoColor, inBoth(QT_TRANSLATE_NOOP("Report", "In no project with a score"))});
        break;
    }
    if (display.sizes == catalogue::SiteSizes::Tonnes) {
        drawing.sizesOf = inBoth(QT_TRANSLATE_NOOP("Report", "Size: ore of the largest estimate"));
        for (const SizeStep& step : SizeSteps)
            drawing.sizes.emplace_back(step.size, inBoth(step.english));
    }
    return drawing;
}

} // namespace report
