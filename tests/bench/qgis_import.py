#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""QGIS brings a table of sites into a GeoPackage, as its user would by Export; a peer of bench_import.

    qgis_import.py TABLE.csv OUT.gpkg CRS X_COLUMN Y_COLUMN WKT_COLUMN CRS_COLUMN

Reads the WKT column where the table has it, else the two others. Where the table has WKT and the CRS
column, "Geometry by expression" moves each row from what stands there (CRS where nothing does) to
WGS 84, in one pass: a QGIS layer has one CRS, and a selection and export for each takes three times
as long. Prints the seconds it took without starting up. Needs the package python3-qgis."""
import csv
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append("/usr/share/qgis/python/plugins")
from qgis.core import QgsApplication, QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

table, out, crs, x, y, wkt, crs_column = sys.argv[1:]
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
with open(table, newline="", encoding="utf-8") as file:
    header = next(csv.reader(file))
moves = wkt in header and crs_column in header
if moves:
    from processing.core.Processing import Processing
    import processing
    Processing.initialize()
    place = "geomType=none"
elif wkt in header:
    place = f"wktField={wkt}&crs={crs}"
else:
    place = f"xField={x}&yField={y}&crs={crs}"
start = time.perf_counter()
layer = QgsVectorLayer(
    f"file://{table}?type=csv&delimiter=,&detectTypes=yes&{place}"
    "&spatialIndex=no&subsetIndex=no&watchFile=no", "sites", "delimitedtext")
assert layer.isValid()
if moves:
    own = f"if(\"{crs_column}\" is null or \"{crs_column}\" = '', '{crs}', \"{crs_column}\")"
    processing.run("native:geometrybyexpression", {
        "INPUT": layer, "OUTPUT_GEOMETRY": 2, "OUTPUT": out,
        "EXPRESSION": f"transform(geom_from_wkt(\"{wkt}\"), {own}, 'EPSG:4326')"})
else:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "sites"
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, out, QgsCoordinateTransformContext(), options)
    assert result[0] == QgsVectorFileWriter.NoError, result
print(time.perf_counter() - start, flush=True)
os._exit(0)
