// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landing_map.h"

#include "geo/feature_layer.h"
#include "geo/vector_source.h"
#include "widgets/job.h"
#include "widgets/map_canvas.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>
#include <cmath>

namespace widgets {

namespace {

constexpr size_t MostPoints = 300;
constexpr double LeastWidth = 16;  // degrees in view, so that one sees where on Earth it is
constexpr double LeastHeight = 12; // degrees
constexpr double LikelyRank = 0.4;
constexpr double Edge = 0.02; // of the frame around the points

QColor strong()
{
    return {0xb4, 0x23, 0x18};
}

QJsonObject feature(const char* type, const QJsonArray& coordinates)
{
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("properties"), QJsonObject()},
            {QStringLiteral("geometry"),
             QJsonObject{{QStringLiteral("type"), QString::fromLatin1(type)},
                         {QStringLiteral("coordinates"), coordinates}}}};
}

// The points, and a frame around them, in degrees of WGS 84.
QByteArray geoJsonOf(const std::vector<QPointF>& lonLats, const geo::Extent& degrees)
{
    QJsonArray points;
    const size_t step = std::max<size_t>(1, lonLats.size() / MostPoints);
    for (size_t i = 0; i < lonLats.size(); i += step)
        points.append(QJsonArray{lonLats[i].x(), lonLats[i].y()});
    const double east = degrees.east < degrees.west ? degrees.east + 360 : degrees.east;
    const double margin = Edge * std::max(east - degrees.west, degrees.north - degrees.south);
    const double west = degrees.west - margin;
    const double right = east + margin;
    const double south = std::max(-90.0, degrees.south - margin);
    const double north = std::min(90.0, degrees.north + margin);
    const QJsonArray frame{QJsonArray{west, south}, QJsonArray{right, south},
                           QJsonArray{right, north}, QJsonArray{west, north},
                           QJsonArray{west, south}};
    const QJsonObject all{
        {QStringLiteral("type"), QStringLiteral("FeatureCollection")},
        {QStringLiteral("features"),
         QJsonArray{feature("MultiPoint", points), feature("Polygon", QJsonArray{frame})}}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

geo::MapLayer dataLayer(const std::shared_ptr<const geo::FeatureLayer>& features, bool current)
{
    geo::MapLayer layer;
    layer.features = features;
    geo::Symbol& symbol = layer.style.symbol;
    symbol.shape = geo::PointShape::Circle;
    if (current) {
        symbol.fill = QColor(strong().red(), strong().green(), strong().blue(), 28);
        symbol.stroke = strong();
        symbol.strokeWidth = 2;
        symbol.pointSize = 6;
    } else {
        symbol.fill.reset();
        symbol.stroke = QColor(0x60, 0x60, 0x60);
        symbol.strokeWidth = 0.8;
        symbol.dash = geo::Dash::Dashed;
        symbol.pointSize = 2;
        layer.opacity = 0.7;
    }
    return layer;
}

} // namespace

LandingMap::LandingMap(const catalogue::Boundaries& boundaries, base::Language language,
                       QWidget* parent)
    : QWidget(parent)
    , m_boundaries(boundaries)
    , m_language(language)
    , m_canvas(new MapCanvas)
{
    m_canvas->setMinimumSize(300, 240);
    m_canvas->setAccessibleName(tr("Where the data would lie"));
    m_canvas->setToolTip(tr("Thick and red: where the data would lie in the coordinate system that "
                            "is chosen. Thin and grey: in the "
                            "others."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    setFocusProxy(m_canvas);
}

LandingMap::Shown LandingMap::shownOf(const geo::CrsCandidate& candidate)
{
    Shown shown;
    shown.degrees = candidate.degrees;
    shown.rank = candidate.rank;
    if (!candidate.degrees || candidate.lonLats.empty())
        return shown;
    geo::VectorSource source = geo::VectorSource::openBytes(
        geoJsonOf(candidate.lonLats, *candidate.degrees), QStringLiteral("points.geojson"));
    base::Progress progress;
    shown.features = std::make_shared<const geo::FeatureLayer>(geo::FeatureLayer::read(
        source, geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()), progress));
    return shown;
}

void LandingMap::setCandidates(const std::vector<geo::CrsCandidate>& candidates)
{
    m_shown.clear();
    for (const geo::CrsCandidate& candidate : candidates)
        m_shown.push_back(shownOf(candidate));
    m_current = -1;
    fit(false);
    show();
}

void LandingMap::addCandidate(const geo::CrsCandidate& candidate)
{
    m_shown.push_back(shownOf(candidate));
    show();
}

void LandingMap::setCurrent(int candidate)
{
    if (m_current == candidate)
        return;
    m_current = candidate;
    if (candidate >= 0 && m_shown[size_t(candidate)].degrees &&
        !isInView(*m_shown[size_t(candidate)].degrees))
        fit(true);
    show();
}

bool LandingMap::isInView(const geo::Extent& degrees) const
{
    const QRectF picture(m_canvas->rect());
    const auto seen = [&](QPointF lonLat) {
        const auto pixel = m_canvas->view().fromLonLat(lonLat);
        return pixel && picture.contains(*pixel);
    };
    return seen({degrees.west, degrees.south}) && seen({degrees.east, degrees.north}) &&
           seen({degrees.west, degrees.north}) && seen({degrees.east, degrees.south});
}

geo::MapLayer LandingMap::baseLayer(const std::shared_ptr<const geo::FeatureLayer>& features,
                                    bool states) const
{
    geo::MapLayer layer;
    layer.features = features;
    geo::Symbol& symbol = layer.style.symbol;
    if (states) {
        symbol.fill.reset();
        symbol.stroke = QColor(0xb8, 0xb2, 0xa4);
        symbol.strokeWidth = 0.5;
        layer.style.labelField = m_language == base::Language::Spanish ? QStringLiteral("name_es")
                                                                       : QStringLiteral("name");
    } else {
        symbol.fill = QColor(0xf4, 0xf1, 0xe8);
        symbol.stroke = QColor(0x7a, 0x74, 0x68);
        symbol.strokeWidth = 1;
    }
    return layer;
}

void LandingMap::show()
{
    geo::MapSnapshot content(m_canvas->view());
    content.background = QColor(0xdf, 0xe8, 0xee);
    content.language = m_language;
    content.decorations.northArrow = false;
    content.decorations.graticule = true;
    content.layers.push_back(baseLayer(m_boundaries.countries, false));
    content.layers.push_back(baseLayer(m_boundaries.states, true));
    for (int i = 0; i < int(m_shown.size()); ++i)
        if (i != m_current && m_shown[size_t(i)].features)
            content.layers.push_back(dataLayer(m_shown[size_t(i)].features, false));
    if (m_current >= 0 && m_current < int(m_shown.size()) && m_shown[size_t(m_current)].features)
        content.layers.push_back(dataLayer(m_shown[size_t(m_current)].features, true));
    m_canvas->setContent(content);
}

void LandingMap::fit(bool withCurrent)
{
    geo::Extent all;
    bool across = false;
    const double best = m_shown.empty() ? 0 : m_shown.front().rank;
    for (int i = 0; i < int(m_shown.size()); ++i)
        if (const Shown& shown = m_shown[size_t(i)];
            shown.degrees && (shown.rank >= LikelyRank * best || (withCurrent && i == m_current))) {
            across = across || shown.degrees->west > shown.degrees->east;
            if (!across)
                all.unite(*shown.degrees);
        }
    if (across)
        all = {-180, -85, 180, 85};
    if (all.isEmpty())
        all = {-130, 12, -60, 55};
    const QPointF middle = all.centre();
    const double width = std::max(LeastWidth, all.width()) / 2;
    const double height = std::max(LeastHeight, all.height()) / 2;
    all = {std::max(-180.0, middle.x() - width), std::max(-89.0, middle.y() - height),
           std::min(180.0, middle.x() + width), std::min(89.0, middle.y() + height)};
    // An equal-area map of North America; the plain net of degrees for what lies beyond.
    const bool american = all.west > -175 && all.east < -40 && all.south > 5;
    const geo::Crs crs =
        american ? geo::Crs::fromText(QStringLiteral("ESRI:102008")) : geo::Crs::wgs84();
    if (m_canvas->view().crs() != crs)
        m_canvas->setContent(geo::MapSnapshot(geo::MapView(crs, m_canvas->size())));
    geo::MapView view(crs, m_canvas->size());
    view.fitLonLat(all);
    m_canvas->setView(view);
}

} // namespace widgets
