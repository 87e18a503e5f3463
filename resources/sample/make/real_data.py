# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the public data sets the sample takes its facts from, each row by the id it is cited by.

The folder is VETA_REAL_DATA, else ../shared/data beside the repository.
"""
import csv
import io
import json
import os
import re
import subprocess
import zipfile
from functools import lru_cache

csv.field_size_limit(10**9)
HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.dirname(HERE)
ROOT = os.environ.get("VETA_REAL_DATA") or os.path.normpath(os.path.join(HERE, "../../../../shared/data"))


def path(name):
    return os.path.join(ROOT, name)


def rows_of(stream):
    return list(csv.DictReader(stream))


def zipped(name, member, encoding="utf-8"):
    with zipfile.ZipFile(path(name)) as z:
        return rows_of(io.StringIO(z.read(member).decode(encoding, "replace")))


@lru_cache(None)
def minmod_sites():
    return {(r["dataset"], r["record_id"]): r for r in zipped("sites/minmod_sites.csv.zip", "minmod_sites.csv")}


@lru_cache(None)
def minmod_inventory():
    table = {}
    for r in zipped("sites/minmod_inventory.csv.zip", "minmod_inventory.csv"):
        table.setdefault((r["dataset"], r["record_id"]), []).append(r)
    return table


@lru_cache(None)
def porcu():
    with open(path("sites/usgs_ofr2008_1155_porcu.csv"), encoding="utf-8", newline="") as f:
        return {r["DepositID"]: r for r in rows_of(f)}


@lru_cache(None)
def mineplant():
    with open(path("sites/usgs_mineplant_us_2003.csv"), encoding="utf-8") as f:
        return {r["id"]: r for r in rows_of(f)}


@lru_cache(None)
def lithium(table):
    return zipped("sites/usgs_lithium_us_2019_csv.zip", member_of("sites/usgs_lithium_us_2019_csv.zip", table + ".csv"),
                  "cp1252" if table in ("Descr_Sum", "GeolMinOcc", "References") else "utf-8")


def member_of(name, end):
    with zipfile.ZipFile(path(name)) as z:
        return next(m for m in z.namelist() if m.endswith(end))


@lru_cache(None)
def fineprint(sheet):
    """Rows of a sheet by their row number in the workbook; the header is row 1."""
    out = subprocess.run(["ogr2ogr", "-f", "CSV", "/vsistdout/", path("sites/fineprint_detailed_data_mining.xlsx"), sheet,
                          "-oo", "HEADERS=DISABLE", "-oo", "FIELD_TYPES=STRING"], check=True, capture_output=True).stdout.decode()
    table = list(csv.reader(io.StringIO(out)))
    if table[0][0] == "Field1":
        table = table[1:]
    head = table[0]
    return {i: dict(zip(head, row)) for i, row in enumerate(table[1:], 2)}


@lru_cache(None)
def localities():
    """INEGI localities by CVEGEO: name and the point INEGI gives for them."""
    archive = zipfile.ZipFile(path("sites/mx_inegi_localidades_2025.geojsonl.zip"))
    table = {}
    pattern = re.compile(rb'"cvegeo":"(\d+)".*?"nom_loc":"(.*?)".*?"latitud":"([^"]+)","longitud":"([^"]+)"')
    with archive.open(archive.namelist()[0]) as f:
        for line in f:
            m = pattern.search(line[:800])
            if m:
                table[m[1].decode()] = {"name": json.loads(b'"' + m[2] + b'"'), "lat": m[3].decode(), "lon": m[4].decode()}
    return table


def point(wkt):
    """Longitude and latitude of a WKT POINT or of the first point of a MULTIPOINT."""
    m = re.search(r"\(\s*\(?\s*(-?[\d.]+)\s+(-?[\d.]+)", wkt)
    return float(m[1]), float(m[2])
