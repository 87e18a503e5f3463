// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/state_areas.h"

#include "base/error.h"
#include "catalogue/boundaries.h"
#include "catalogue/layer.h"
#include "catalogue/project_file.h"
#include "catalogue/vocabulary.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <limits>
#include <mutex>

namespace catalogue {

namespace {

constexpr size_t CountryLayer = 0;
constexpr size_t StateLayer = 1;
constexpr size_t MostFeatures = 20'000; // of a project's layer: districts, not parcels

struct OwnIndexes
{
    std::shared_ptr<const AreaIndex> countries;
    std::shared_ptr<const AreaIndex> states;
};

const OwnIndexes& ownIndexes(base::Progress& progress)
{
    static std::mutex mutex;
    static std::optional<OwnIndexes> kept;
    const Boundaries& read = boundaries(progress);
    const std::lock_guard lock(mutex);
    if (!kept)
        kept = OwnIndexes{std::make_shared<const AreaIndex>(read.countries, progress),
                          std::make_shared<const AreaIndex>(read.states, progress)};
    return *kept;
}

// Territories that have a key, and a polygon, of their own.
constexpr std::array<std::pair<const char*, const char*>, 3> Territories{
    {{"PR", "US"}, {"GL", "DK"}, {"GF", "FR"}}};

// What states are called besides the names of Natural Earth: former names, the names in full,
// the abbreviations of INEGI and the SGM, and of the United States' Government Publishing Office.
struct OtherName
{
    const char* code;
    const char* name;
};
constexpr std::array<OtherName, 74> OtherNames{{
    {"MX-DIF", "Distrito Federal"},
    {"MX-DIF", "D.F."},
    {"MX-DIF", "CDMX"},
    {"MX-DIF", "Mexico City"},
    {"MX-DIF", "Federal District"},
    {"MX-MEX", "Edo. de México"},
    {"MX-MEX", "Edo. Méx."},
    {"MX-MEX", "Edomex"},
    {"MX-MEX", "State of Mexico"},
    {"MX-MEX", "Mexico State"},
    {"MX-COA", "Coahuila de Zaragoza"},
    {"MX-COA", "Coah."},
    {"MX-MIC", "Michoacán de Ocampo"},
    {"MX-MIC", "Mich."},
    {"MX-VER", "Veracruz de Ignacio de la Llave"},
    {"MX-VER", "Veracruz-Llave"},
    {"MX-VER", "Ver."},
    {"MX-QUE", "Querétaro de Arteaga"},
    {"MX-QUE", "Querétaro Arteaga"},
    {"MX-QUE", "Qro."},
    {"MX-AGU", "Ags."},
    {"MX-BCN", "B.C."},
    {"MX-BCN", "Baja California Norte"},
    {"MX-BCN", "Baja California (Norte)"},
    {"MX-BCS", "B.C.S."},
    {"MX-BCS", "Baja California Territorio Sur"},
    {"MX-CAM", "Camp."},
    {"MX-CHH", "Chih."},
    {"MX-CHP", "Chis."},
    {"MX-COL", "Col."},
    {"MX-DUR", "Dgo."},
    {"MX-GRO", "Gro."},
    {"MX-GUA", "Gto."},
    {"MX-HID", "Hgo."},
    {"MX-JAL", "Jal."},
    {"MX-MOR", "Mor."},
    {"MX-NAY", "Nay."},
    {"MX-NLE", "N.L."},
    {"MX-OAX", "Oax."},
    {"MX-PUE", "Pue."},
    {"MX-ROO", "Q. Roo"},
    {"MX-SIN", "Sin."},
    {"MX-SLP", "S.L.P."},
    {"MX-SON", "Son."},
    {"MX-TAB", "Tab."},
    {"MX-TAM", "Tamps."},
    {"MX-TLA", "Tlax."},
    {"MX-YUC", "Yuc."},
    {"MX-ZAC", "Zac."},
    {"US-DC", "Washington, D.C."},
    {"CA-NL", "Newfoundland"},
    {"CA-NL", "Labrador"},
    {"CA-NT", "NWT"},
    {"CA-YT", "Yukon Territory"},
    {"CA-PE", "PEI"},
    {"US-AZ", "Ariz."},
    {"US-CA", "Calif."},
    {"US-CO", "Colo."},
    {"US-FL", "Fla."},
    {"US-ID", "Ida."},
    {"US-IL", "Ill."},
    {"US-MN", "Minn."},
    {"US-MT", "Mont."},
    {"US-NV", "Nev."},
    {"US-NM", "N. Mex."},
    {"US-NC", "N. Car."},
    {"US-OK", "Okla."},
    {"US-OR", "Oreg."},
    {"US-TN", "Tenn."},
    {"US-TX", "Tex."},
    {"US-WA", "Wash."},
    {"US-WA", "Washington State"},
    {"US-WI", "Wis."},
    {"US-WY", "Wyo."},
}};

// Columns of a boundary layer that may hold the names of its polygons.
bool mayHoldNames(const QString& column)
{
    static const QRegularExpression names(
        QStringLiteral("^(name.*|nombre.*|nom_?(ent|geo|mun).*|.*state.*|.*estado.*|.*entidad.*|"
                       "adm(in)?_?[12].*|provinc.*|depart.*|region.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    return names.match(column).hasMatch();
}

} // namespace

StateAreas::StateAreas(const ProjectFile& file, const ReadAccess& access, base::Progress& progress)
{
    const OwnIndexes& own = ownIndexes(progress);
    m_layers = {own.countries, own.states};
    const geo::FeatureLayer& countryLayer = own.countries->layer();
    if (const geo::Column* keys = countryLayer.column(QStringLiteral("iso_a2")))
        for (size_t i = 0; i < countryLayer.size(); ++i)
            m_countries.insert(keys->text(i), i);

    const geo::FeatureLayer& layer = own.states->layer();
    const geo::Column* codes = layer.column(QStringLiteral("code"));
    const geo::Column* countries = layer.column(QStringLiteral("country"));
    const geo::Column* english = layer.column(QStringLiteral("name"));
    const geo::Column* spanish = layer.column(QStringLiteral("name_es"));
    if (codes == nullptr || countries == nullptr || english == nullptr || spanish == nullptr)
        return;
    for (size_t i = 0; i < layer.size(); ++i) {
        const Area area{StateLayer, i};
        Names& names = m_states[countries->text(i)];
        const QString code = codes->text(i);
        std::vector<QString> all{folded(english->text(i)), folded(spanish->text(i)),
                                 folded(code.section(u'-', 1))};
        for (const OtherName& other : OtherNames)
            if (code == QLatin1String(other.code))
                all.push_back(folded(QString::fromUtf8(other.name)));
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        for (const QString& name : all)
            names.byName[name].push_back(area);
        names.all.emplace_back(area, english->text(i));
    }
    addProjectLayers(file, access, progress);
}

void StateAreas::addProjectLayers(const ProjectFile& file, const ReadAccess& access,
                                  base::Progress& progress)
{
    for (const Layer& layer : readLayers(access)) {
        if (layer.kind != LayerKind::Vector || layer.purpose != QLatin1String("boundaries"))
            continue;
        LoadedLayer loaded = loadLayer(layerContent(file, layer), progress);
        const auto features = measurableFeatures(loaded.features, progress);
        if (!features || features->size() > MostFeatures ||
            features->kind() != geo::GeometryKind::Polygon)
            continue;
        const size_t place = m_layers.size();
        m_layers.push_back(std::make_shared<const AreaIndex>(features, progress));
        for (const geo::Column& column : features->columns()) {
            if (!mayHoldNames(column.field().name))
                continue;
            for (size_t i = 0; i < features->size(); ++i) {
                const QString name = folded(column.text(i));
                std::vector<Area>& areas = m_own[name];
                if (!name.isEmpty() &&
                    (areas.empty() || areas.back().layer != place || areas.back().feature != i))
                    areas.push_back({place, i});
            }
        }
    }
    m_own.remove(QString());
}

bool StateAreas::contains(const Area& area, const QPointF& lonLat) const
{
    return m_layers[area.layer]->contains(area.feature, lonLat);
}

double StateAreas::metresTo(const std::vector<Area>& areas, const QPointF& lonLat,
                            double most) const
{
    double least = std::numeric_limits<double>::infinity();
    for (const Area& area : areas)
        least = std::min(least, m_layers[area.layer]->metresTo(area.feature, lonLat, most));
    return least;
}

double StateAreas::metresToCountry(const QString& country, const QPointF& lonLat, double most) const
{
    double least = std::numeric_limits<double>::infinity();
    const auto look = [&](const QString& key) {
        if (const auto area = m_countries.constFind(key); area != m_countries.constEnd())
            least = std::min(least, m_layers[CountryLayer]->metresTo(*area, lonLat, most));
    };
    look(country);
    for (const auto& [territory, of] : Territories)
        if (least > 0 && country == QLatin1String(of))
            look(QLatin1String(territory));
    return least;
}

QString StateAreas::countryAt(const QPointF& lonLat) const
{
    for (auto it = m_countries.constBegin(); it != m_countries.constEnd(); ++it)
        if (m_layers[CountryLayer]->contains(it.value(), lonLat))
            return it.key();
    return {};
}

bool StateAreas::belongTogether(const QString& country, const QString& other)
{
    return country == other ||
           std::any_of(Territories.begin(), Territories.end(), [&](const auto& pair) {
               const QLatin1String territory(pair.first);
               const QLatin1String of(pair.second);
               return (country == territory && other == of) ||
                      (country == of && other == territory);
           });
}

const std::vector<StateAreas::Area>* StateAreas::find(const Names& names, const QString& text)
{
    const auto found = names.byName.constFind(folded(text));
    return found == names.byName.constEnd() ? nullptr : &*found;
}

std::vector<StateAreas::Area> StateAreas::states(const QString& country, const QString& name) const
{
    std::vector<Area> areas;
    if (name.isEmpty())
        return areas;
    const auto known = m_states.constFind(country);
    const auto add = [&](const QString& text) {
        if (known != m_states.constEnd())
            if (const std::vector<Area>* found = find(*known, text)) {
                areas.insert(areas.end(), found->begin(), found->end());
                return;
            }
        if (const auto own = m_own.constFind(folded(text)); own != m_own.constEnd())
            areas.insert(areas.end(), own->begin(), own->end());
    };
    add(name);
    if (!areas.empty())
        return areas;
    static const QRegularExpression joint(QStringLiteral("\\s*[;/|,&]\\s*|\\s+(?:and|y|e|-)\\s+"));
    const QStringList parts = name.split(joint, Qt::SkipEmptyParts);
    if (parts.size() > 1)
        for (const QString& part : parts)
            add(part);
    return areas;
}

QString StateAreas::countryOfState(const QString& name) const
{
    QString country;
    for (auto it = m_states.constBegin(); it != m_states.constEnd(); ++it)
        if (find(it.value(), name) != nullptr) {
            if (!country.isEmpty())
                return {};
            country = it.key();
        }
    return country;
}

QString StateAreas::stateAt(const QString& country, const QPointF& lonLat) const
{
    const auto known = m_states.constFind(country);
    if (known != m_states.constEnd())
        for (const auto& [area, name] : known->all)
            if (contains(area, lonLat))
                return name;
    return {};
}

} // namespace catalogue
