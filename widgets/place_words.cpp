// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/place_words.h"

#include "geo/crs.h"
#include "geo/operation.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>
#include <map>
#include <mutex>
#include <span>

namespace widgets {

namespace {

struct PlaceTexts
{
    Q_DECLARE_TR_FUNCTIONS(Place)
};

QString sexagesimal(double degrees, const QLocale& locale)
{
    // Rounded once, so that 59.96 seconds are the next minute.
    const qint64 tenths = std::llround(std::abs(degrees) * 36000);
    return QStringLiteral("%1° %2′ %3″")
        .arg(locale.toString(tenths / 36000), locale.toString(tenths / 600 % 60),
             locale.toString(double(tenths % 600) / 10, 'f', 1));
}

// One operation a zone; PROJ looks for it once.
std::optional<QPointF> inUtm(QPointF lonLat, int zone)
{
    static std::mutex mutex;
    static std::map<int, geo::Operation> ways;
    const std::lock_guard lock(mutex);
    const int code = (lonLat.y() < 0 ? 32700 : 32600) + zone;
    auto way = ways.find(code);
    if (way == ways.end())
        way = ways.emplace(code, geo::Operation::between(
                                     geo::Crs::wgs84(),
                                     geo::Crs::fromText(QStringLiteral("EPSG:%1").arg(code))))
                  .first;
    if (way->second.forward(std::span(&lonLat, 1)) != 0)
        return {};
    return lonLat;
}

QString metresWords(QPointF place, const QLocale& locale)
{
    return QStringLiteral("%1 %2  %3 %4")
        .arg(locale.toString(place.x(), 'f', 0), PlaceTexts::tr("E", "east"),
             locale.toString(place.y(), 'f', 0), PlaceTexts::tr("N", "north"));
}

} // namespace

PlaceCrs::PlaceCrs(const geo::Crs& given)
    : crs(given)
    , fromWgs84(geo::Operation::between(geo::Crs::wgs84(), given))
{
}

QString placeText(QPointF lonLat, base::Language language)
{
    const QLocale locale = base::localeOf(language);
    const QString north =
        lonLat.y() < 0 ? PlaceTexts::tr("S", "south") : PlaceTexts::tr("N", "north");
    const QString east = lonLat.x() < 0 ? PlaceTexts::tr("W", "west") : PlaceTexts::tr("E", "east");
    return QStringLiteral("%1° %2  %3° %4")
        .arg(locale.toString(std::abs(lonLat.y()), 'f', 4), north,
             locale.toString(std::abs(lonLat.x()), 'f', 4), east);
}

QString placeWords(QPointF lonLat, PlaceForm form, const geo::MapView& view,
                   base::Language language, const PlaceCrs* other)
{
    const QLocale locale = base::localeOf(language);
    switch (form) {
    case PlaceForm::Degrees:
        break;
    case PlaceForm::DegreesMinutesSeconds: {
        const QString north =
            lonLat.y() < 0 ? PlaceTexts::tr("S", "south") : PlaceTexts::tr("N", "north");
        const QString east =
            lonLat.x() < 0 ? PlaceTexts::tr("W", "west") : PlaceTexts::tr("E", "east");
        return QStringLiteral("%1 %2  %3 %4")
            .arg(sexagesimal(lonLat.y(), locale), north, sexagesimal(lonLat.x(), locale), east);
    }
    case PlaceForm::Utm: {
        const int zone = std::clamp(int(std::floor((lonLat.x() + 180) / 6)) + 1, 1, 60);
        if (std::abs(lonLat.y()) > 84)
            break;
        if (const auto metres = inUtm(lonLat, zone))
            return QStringLiteral("%1 %2  %3")
                .arg(locale.toString(zone),
                     lonLat.y() < 0 ? PlaceTexts::tr("S", "south") : PlaceTexts::tr("N", "north"),
                     metresWords(*metres, locale));
        break;
    }
    case PlaceForm::MapCrs:
        if (view.crs().isGeographic())
            break;
        if (const auto pixel = view.fromLonLat(lonLat))
            return metresWords(view.toMap(*pixel), locale);
        break;
    case PlaceForm::OtherCrs: {
        QPointF place = lonLat;
        if (other == nullptr || other->fromWgs84.forward(std::span(&place, 1)) != 0)
            break;
        return QStringLiteral("%1  %2").arg(other->crs.isGeographic() ? placeText(place, language)
                                                                      : metresWords(place, locale),
                                            other->crs.code());
    }
    }
    return placeText(lonLat, language);
}

QString placeFormName(PlaceForm form)
{
    switch (form) {
    case PlaceForm::Degrees:
        break;
    case PlaceForm::DegreesMinutesSeconds:
        return PlaceTexts::tr("Degrees, minutes and seconds");
    case PlaceForm::Utm:
        return PlaceTexts::tr("UTM, WGS 84");
    case PlaceForm::MapCrs:
        return PlaceTexts::tr("Coordinates of the map");
    case PlaceForm::OtherCrs:
        return PlaceTexts::tr("Another coordinate reference system…");
    }
    return PlaceTexts::tr("Decimal degrees");
}

} // namespace widgets
