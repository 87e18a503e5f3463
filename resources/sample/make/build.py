#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ../sources.json, ../sites.json and ../places/*.geojson from the data sets and pages they cite.

Needs the public data sets (VETA_REAL_DATA, see real_data.py) and gdal-bin. The results are in the
repository; this is run again only when a fact changes.
"""
import json
import os

import places
import sites
import sources
from real_data import SAMPLE


def write(name, value):
    with open(os.path.join(SAMPLE, name), "w", encoding="utf-8") as f:
        json.dump(value, f, ensure_ascii=False, indent=1)
        f.write("\n")


def drop_missing(value):
    """Missing is absent; only position and grade say null, so that a reader sees they are known to be missing."""
    kept_null = {"lon", "lat", "position_accuracy_m", "position_cite", "share_percent"}
    if isinstance(value, dict):
        return {k: drop_missing(v) for k, v in value.items() if v is not None or k in kept_null}
    if isinstance(value, list):
        return [drop_missing(v) for v in value]
    return value


write("sources.json", drop_missing(sources.SOURCES))
write("sites.json", drop_missing(sites.SITES))
write("places/border_crossings.geojson", places.crossings())
write("places/ports.geojson", places.ports())
print(len(sources.SOURCES), "sources,", len(sites.SITES), "sites")
