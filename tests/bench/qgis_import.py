#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""QGIS brings a table of sites into a GeoPackage, as its user would by Export; a peer of bench_import.

    qgis_import.py TABLE.csv OUT.gpkg CRS X_COLUMN Y_COLUMN WKT_COLUMN CRS_COLUMN

Reads the WKT column where the table has it, else the two others. Where the table has the CRS column,
its rows are selected by what stands there (CRS where nothing does) and each selection is exported
from its own CRS to WGS 84, into one layer: a QGIS layer has one CRS. Prints the seconds it took
without starting up. Needs the package python3-qgis."""
import csv
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform,
                       QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer)

table, out, crs, x, y, wkt, crs_column = sys.argv[1:]
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
with open(table, newline="", encoding="utf-8") as file:
    header = next(csv.reader(file))
place = f"wktField={wkt}" if wkt in header else f"xField={x}&yField={y}"
context = QgsCoordinateTransformContext()
start = time.perf_counter()
layer = QgsVectorLayer(
    f"file://{table}?type=csv&delimiter=,&detectTypes=yes&{place}&crs={crs}"
    "&spatialIndex=no&subsetIndex=no&watchFile=no", "sites", "delimitedtext")
assert layer.isValid()


def export(options):
    options.driverName = "GPKG"
    options.layerName = "sites"
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, out, context, options)
    assert result[0] == QgsVectorFileWriter.NoError, result


if crs_column in header:
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    found = layer.uniqueValues(layer.fields().indexFromName(crs_column))
    stated = sorted(str(value) for value in found if value)
    selections = [(name, f"\"{crs_column}\" = '{name}'") for name in stated]
    selections.append((crs, f"\"{crs_column}\" is null or \"{crs_column}\" = ''"))
    for name, rows in selections:
        own = QgsCoordinateReferenceSystem(name)
        layer.setCrs(own)
        layer.selectByExpression(rows)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.onlySelectedFeatures = True
        options.ct = QgsCoordinateTransform(own, wgs84, context)
        if os.path.exists(out):
            options.actionOnExistingFile = QgsVectorFileWriter.AppendToLayerNoNewFields
        export(options)
else:
    export(QgsVectorFileWriter.SaveVectorOptions())
print(time.perf_counter() - start, flush=True)
os._exit(0)
