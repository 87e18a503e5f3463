// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_text.h"

#include "geo/feature_builder.h"
#include "geo/text_encoding.h"
#include "geo/workbook.h"
#include <cmath>
#include <ogr_api.h>

namespace geo {

namespace {

struct GeometryDestroyer
{
    void operator()(void* geometry) const
    {
        OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry));
    }
};
using GeometryHandle = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, GeometryDestroyer>;

GeometryHandle middleOf(OGRGeometryH geometry)
{
    // Of several lines, the longest.
    if (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) == wkbMultiLineString) {
        OGRGeometryH longest = nullptr;
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
            if (!longest || OGR_G_Length(part) > OGR_G_Length(longest))
                longest = part;
        }
        geometry = longest;
    }
    return GeometryHandle(
        static_cast<GeometryHandle::pointer>(OGR_G_Value(geometry, OGR_G_Length(geometry) / 2)));
}

// One point for what lies anywhere; null where GEOS finds none.
GeometryHandle pointOf(OGRGeometryH geometry)
{
    switch (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
        return GeometryHandle(static_cast<GeometryHandle::pointer>(OGR_G_Clone(geometry)));
    case wkbLineString:
    case wkbMultiLineString:
        return middleOf(geometry);
    default:
        break;
    }
    GeometryHandle point(static_cast<GeometryHandle::pointer>(OGR_G_PointOnSurface(geometry)));
    if (point && !OGR_G_IsEmpty(static_cast<OGRGeometryH>(point.get())))
        return point;
    // A ring that crosses itself.
    const GeometryHandle mended(static_cast<GeometryHandle::pointer>(OGR_G_MakeValid(geometry)));
    if (mended)
        point.reset(static_cast<GeometryHandle::pointer>(
            OGR_G_PointOnSurface(static_cast<OGRGeometryH>(mended.get()))));
    return point;
}

} // namespace

std::optional<QString> fieldText(void* given, int field, const QString& encoding)
{
    auto* feature = static_cast<OGRFeatureH>(given);
    if (!OGR_F_IsFieldSetAndNotNull(feature, field))
        return std::nullopt;
    OGRFieldDefnH definition = OGR_F_GetFieldDefnRef(feature, field);
    switch (OGR_Fld_GetType(definition)) {
    case OFTInteger:
    case OFTInteger64:
        return QString::number(OGR_F_GetFieldAsInteger64(feature, field));
    case OFTReal: {
        const double value = OGR_F_GetFieldAsDouble(feature, field);
        if (!std::isfinite(value))
            return std::nullopt;
        // What was a float in the file is the shortest text of a float.
        return OGR_Fld_GetSubType(definition) == OFSTFloat32 ? shortestText(float(value))
                                                             : shortestText(value);
    }
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
        return dateTimeText(feature, field);
    default: {
        QString text = encoding.isEmpty()
                           ? decodeText(OGR_F_GetFieldAsString(feature, field), {})
                           : decodeAs(OGR_F_GetFieldAsString(feature, field), encoding);
        return text.isEmpty() ? std::nullopt : std::optional(std::move(text));
    }
    }
}

FeaturePlace placeOf(void* feature)
{
    OGRGeometryH geometry = OGR_F_GetGeometryRef(static_cast<OGRFeatureH>(feature));
    if (!geometry || OGR_G_IsEmpty(geometry))
        return {};
    const GeometryHandle straight(static_cast<GeometryHandle::pointer>(
        OGR_G_HasCurveGeometry(geometry, TRUE) ? OGR_G_GetLinearGeometry(geometry, 0, nullptr)
                                               : nullptr));
    const GeometryHandle point =
        pointOf(straight ? static_cast<OGRGeometryH>(straight.get()) : geometry);
    auto* found = static_cast<OGRGeometryH>(point.get());
    if (!found || OGR_G_IsEmpty(found))
        return {std::nullopt, true};
    const double x = OGR_G_GetX(found, 0);
    const double y = OGR_G_GetY(found, 0);
    if (!std::isfinite(x) || !std::isfinite(y))
        return {std::nullopt, true};
    return {QStringLiteral("POINT (%1 %2)").arg(shortestText(x), shortestText(y)), false};
}

} // namespace geo
