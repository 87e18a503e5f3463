#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the two layers into one GeoPackage, the same bytes each time."""
import json
import os
import sys

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z")

CITATION = "Natural Earth 1:10m admin-1 (public domain), simplified to 1.5 km"


def layer(data, srs, name, title, fields, rows):
    out = data.CreateLayer(name, srs, ogr.wkbMultiPolygon,
                           ["IDENTIFIER=" + title, "DESCRIPTION=" + CITATION, "GEOMETRY_NAME=geom", "SPATIAL_INDEX=NO"])
    for f in fields:
        out.CreateField(ogr.FieldDefn(f, ogr.OFTString))
    for properties, geometry in sorted(rows, key=lambda r: r[0][fields[0]]):
        f = ogr.Feature(out.GetLayerDefn())
        for k in fields:
            f.SetField(k, properties[k])
        g = ogr.CreateGeometryFromJson(json.dumps(geometry))
        g = ogr.ForceToMultiPolygon(g if g.IsValid() else g.MakeValid())
        assert g.IsValid(), properties
        f.SetGeometry(g)
        out.CreateFeature(f)


def main(states, countries, target):
    if os.path.exists(target):
        os.remove(target)
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4326)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(target, ["VERSION=1.2", "ADD_GPKG_OGR_CONTENTS=NO"])
    rows = []
    for f in json.load(open(countries))["features"]:
        p = f["properties"]
        rows.append(({"iso_a2": p["country"], "iso_a3": p["iso_a3"], "name": p["country_name"],
                      "name_es": p["country_name_es"], "source": CITATION}, f["geometry"]))
    layer(data, srs, "countries", "Countries", ["iso_a2", "iso_a3", "name", "name_es", "source"], rows)
    rows = []
    for f in json.load(open(states))["features"]:
        p = f["properties"]
        if p["keep"] and f["geometry"]:
            rows.append(({"code": p["code"], "country": p["country"], "name": p["name"], "name_es": p["name_es"],
                          "source": CITATION}, f["geometry"]))
    layer(data, srs, "states", "States and provinces", ["code", "country", "name", "name_es", "source"], rows)
    data = None
    print(target, os.path.getsize(target), "bytes")


main(*sys.argv[1:])
