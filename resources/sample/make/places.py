# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Border crossings (BTS) and ports (World Port Index) as GeoJSON points."""
import csv

import real_data as real

# World Port Index numbers: the large and medium ports of Mexico, those of the Gulf and of the Pacific coast
# that load ore, concentrate or containers, and the larger ones of the US and Canada.
PORTS = ["15990", "15850", "15830", "15810", "15770", "15765", "15730", "9360", "9380", "9370", "9405", "15870", "9510",
         "16080", "16340", "17730", "16940", "9240", "9150", "8770", "8860", "8280", "8210", "18150", "2235", "6340"]
MORE = ("Corpus Christi", "Brownsville", "San Diego", "Long Beach", "Prince Rupert", "Freeport")
SPANISH = {"Lazaro Cardenas": "Lázaro Cárdenas", "Mazatlan": "Mazatlán", "Santa Rosalia": "Santa Rosalía", "New Orleans": "Nueva Orleans",
           "Houston": "Houston", "Los Angeles": "Los Ángeles"}
COUNTRIES = {"Mexico": "MX", "United States": "US", "Canada": "CA"}


def collection(name, title_en, title_es, features):
    return {"type": "FeatureCollection", "name": name, "title_en": title_en, "title_es": title_es, "features": features}


def feature(lon, lat, properties):
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [round(float(lon), 5), round(float(lat), 5)]}, "properties": properties}


def crossings():
    with open(real.path("context/us_mexico_border_crossings.csv"), encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    features = []
    for r in sorted(rows, key=lambda r: r["port_code"]):
        if r["port_name"] in ("Cross Border Xpress", "Calexico"):
            continue  # a foot bridge to an airport; Calexico carries the coordinates of Calexico East
        features.append(feature(r["longitude"], r["latitude"], {
            "code": r["port_code"], "name_en": r["port_name"], "name_es": r["port_name"], "country": "US", "admin1": r["state"],
            "trucks_2021": int(r["trucks_2021"]), "trains_2021": int(r["trains_2021"]), "year": 2021,
            "source": "bts-border-crossings", "ref": f"port code {r['port_code']}"}))
    return collection("border_crossings", "Border crossings", "Cruces fronterizos", features)


def ports():
    with open(real.path("context/nga_world_port_index_northamerica.csv"), encoding="utf-8-sig") as f:
        rows = list(csv.DictReader(f))
    features = []
    for r in sorted(rows, key=lambda r: int(r["World Port Index Number"])):
        name = r["Main Port Name"].strip()
        if r["World Port Index Number"] not in PORTS and name not in MORE:
            continue
        properties = {"code": r["World Port Index Number"], "name_en": name, "name_es": SPANISH.get(name, name),
                      "country": COUNTRIES[r["Country Code"].strip()], "harbor_size": r["Harbor Size"].strip(),
                      "source": "nga-wpi", "ref": f"World Port Index {r['World Port Index Number']}"}
        depth = float(r["Cargo Pier Depth (m)"] or 0)
        if depth > 0:  # 0 means not known there
            properties["cargo_pier_depth_m"] = depth
        features.append(feature(r["Longitude"], r["Latitude"], properties))
    return collection("ports", "Main ports", "Puertos principales", features)
