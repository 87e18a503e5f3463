#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Picks from Natural Earth admin-1 what the sample draws, and gives it stable codes and Spanish names."""
import json
import sys

# ISO 3166-1 alpha-2, name, Spanish name. North America, and South America and Australia for their sites.
COUNTRIES = {
    "US": ("United States", "Estados Unidos"), "MX": ("Mexico", "México"), "CA": ("Canada", "Canadá"),
    "GT": ("Guatemala", "Guatemala"), "BZ": ("Belize", "Belice"), "SV": ("El Salvador", "El Salvador"),
    "HN": ("Honduras", "Honduras"), "NI": ("Nicaragua", "Nicaragua"), "CR": ("Costa Rica", "Costa Rica"),
    "PA": ("Panama", "Panamá"), "CU": ("Cuba", "Cuba"), "JM": ("Jamaica", "Jamaica"), "HT": ("Haiti", "Haití"),
    "DO": ("Dominican Republic", "República Dominicana"), "PR": ("Puerto Rico", "Puerto Rico"),
    "BS": ("Bahamas", "Bahamas"), "GL": ("Greenland", "Groenlandia"),
    "CO": ("Colombia", "Colombia"), "VE": ("Venezuela", "Venezuela"), "GY": ("Guyana", "Guyana"),
    "SR": ("Suriname", "Surinam"), "GF": ("French Guiana", "Guayana Francesa"), "EC": ("Ecuador", "Ecuador"),
    "PE": ("Peru", "Perú"), "BO": ("Bolivia", "Bolivia"), "BR": ("Brazil", "Brasil"),
    "PY": ("Paraguay", "Paraguay"), "UY": ("Uruguay", "Uruguay"), "AR": ("Argentina", "Argentina"),
    "CL": ("Chile", "Chile"), "AU": ("Australia", "Australia"),
}
STATES_OF = {"US", "MX", "CA", "CL", "PE", "AU"}  # the countries with sites; the others are drawn whole
# Natural Earth 4 still has the Federal District, and no name for one islet.
RENAMED = {"Distrito Federal": ("Ciudad de México", "Ciudad de México")}


def main(source, target):
    features = []
    for f in json.load(open(source, encoding="utf-8"))["features"]:
        p = f["properties"]
        code = p["iso_a2"]
        if p["adm0_a3"] == "PRI":
            code = "PR"
        if p["adm0_a3"] == "GRL":
            code = "GL"
        if p["iso_3166_2"].startswith("FR-GF") or p["name"] in ("Guyane française", "French Guiana"):
            code = "GF"
        if code not in COUNTRIES or f["geometry"] is None:
            continue
        name = p["name"] or ""
        name_es = p.get("name_es") or name
        name, name_es = RENAMED.get(name, (name, name_es))
        if not name:
            continue  # unnamed rocks, below what is drawn
        country, country_es = COUNTRIES[code]
        features.append({"type": "Feature", "geometry": f["geometry"], "properties": {
            "code": p["iso_3166_2"] or p["adm1_code"], "name": name, "name_es": name_es, "country": code,
            "iso_a3": p["adm0_a3"], "country_name": country, "country_name_es": country_es,
            "keep": 1 if code in STATES_OF else 0}})
    json.dump({"type": "FeatureCollection", "features": features}, open(target, "w", encoding="utf-8"))


main(*sys.argv[1:])
