#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""QGIS brings a table of sites into a GeoPackage, as its user would by Export; a peer of bench_import.

    qgis_import.py TABLE.csv OUT.gpkg CRS X_COLUMN Y_COLUMN WKT_COLUMN

Reads the WKT column where the table has it, else the two others. Prints the seconds it took without
starting up. Needs the package python3-qgis."""
import csv
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

table, out, crs, x, y, wkt = sys.argv[1:]
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
with open(table, newline="", encoding="utf-8") as file:
    has_wkt = wkt in next(csv.reader(file))
place = f"wktField={wkt}" if has_wkt else f"xField={x}&yField={y}"
start = time.perf_counter()
layer = QgsVectorLayer(
    f"file://{table}?type=csv&delimiter=,&detectTypes=yes&{place}&crs={crs}"
    "&spatialIndex=no&subsetIndex=no&watchFile=no", "sites", "delimitedtext")
assert layer.isValid()
options = QgsVectorFileWriter.SaveVectorOptions()
options.driverName = "GPKG"
options.layerName = "sites"
result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, out, QgsCoordinateTransformContext(), options)
assert result[0] == QgsVectorFileWriter.NoError, result
print(time.perf_counter() - start, flush=True)
os._exit(0)
