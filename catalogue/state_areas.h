// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/area_index.h"

#include <QHash>
#include <QString>

namespace catalogue {

class ProjectFile;
class ReadAccess;

// Where countries and states lie, as far as the program (boundaries()) and a project's own boundary
// layers know: schematic lines, so that what lies within BoundaryMetres of one may be on either
// side.
class StateAreas
{
public:
    // Natural Earth 1:10,000,000 is drawn to some kilometres and was simplified to 1.5 km more.
    static constexpr double BoundaryMetres = 5000;

    // Throws base::Error, base::Cancelled. A layer of the project that cannot be read is passed
    // over: that it cannot is said elsewhere.
    StateAreas(const ProjectFile& file, const ReadAccess& access, base::Progress& progress);

    // A polygon of one of the layers.
    struct Area
    {
        size_t layer = 0;
        size_t feature = 0;
    };
    bool contains(const Area& area, const QPointF& lonLat) const;
    double metresTo(const std::vector<Area>& areas, const QPointF& lonLat, double most) const;

    // Whether the program knows where the country lies, and its states.
    bool knows(const QString& country) const { return m_countries.contains(country); }
    bool knowsStates(const QString& country) const { return m_states.contains(country); }
    // 0 within (or in a territory of it that has a key of its own); infinite beyond `most`, and for
    // a country that is not known.
    double metresToCountry(const QString& country, const QPointF& lonLat, double most) const;
    // The key of the country that holds a place; empty in the sea and where none is known.
    QString countryAt(const QPointF& lonLat) const;
    // Whether one is a territory of the other (Puerto Rico of the United States).
    static bool belongTogether(const QString& country, const QString& other);

    // What a country's state may be called: in either language, by its code ("AZ"), by a known
    // other name; several joined by ; / or "and" are all of them. Empty where it is not known.
    std::vector<Area> states(const QString& country, const QString& name) const;
    // The country that has a state of that name; empty where none or several have.
    QString countryOfState(const QString& name) const;
    // The name of the state that holds a place.
    QString stateAt(const QString& country, const QPointF& lonLat) const;

private:
    struct Names
    {
        QHash<QString, std::vector<Area>> byName; // folded
        std::vector<std::pair<Area, QString>> all;
    };
    static const std::vector<Area>* find(const Names& names, const QString& text);
    void addProjectLayers(const ProjectFile& file, const ReadAccess& access,
                          base::Progress& progress);

    std::vector<std::shared_ptr<const AreaIndex>> m_layers; // 0 countries, 1 states, own ones
    QHash<QString, size_t> m_countries;                     // to a feature of layer 0
    QHash<QString, Names> m_states;                         // by country
    QHash<QString, std::vector<Area>> m_own;                // of the project's layers, any country
};

} // namespace catalogue
