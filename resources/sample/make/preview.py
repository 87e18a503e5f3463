#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out the example round in the plainest way and prints the rankings: shows that the weights disagree.

The program's own shortlist room decides what counts; this is a second opinion with great-circle distances.
Needs the public data for the two countries' lists (real_data.py).
"""
import csv
import json
import math
import os

from osgeo import ogr

import real_data as real

SAMPLE = real.SAMPLE
KEYS = {"Rare earths": "rare_earths"}


def read(name):
    with open(os.path.join(SAMPLE, name), encoding="utf-8") as f:
        return json.load(f)


def lists():
    table = {"us_2025": set(), "mx_scarce_2026": set(), "mx_produced_2026": set()}
    with open(real.path("economics/critical_minerals_lists_us_mx.csv"), encoding="utf-8") as f:
        for r in csv.DictReader(f):
            for name in table:
                if r[name] == "1":
                    table[name].add(r["mineral"].lower().replace(" ", "_"))
                    if r["group"] == "REE":
                        table[name].add("rare_earths")
    return table


def km(a, b):
    la, lb = math.radians(a[1]), math.radians(b[1])
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(math.radians(b[0] - a[0]) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


SITES = {s["key"]: s for s in read("sites.json")}
ROUND = read("round.json")
LISTS = lists()
PLACES = {n: [f["geometry"]["coordinates"] for f in read(f"places/{n}.geojson")["features"]] for n in ("border_crossings", "ports")}
UNITS = [(f["properties"], ogr.CreateGeometryFromJson(json.dumps(f["geometry"]))) for f in read("provinces.geojson")["features"]]
STAGES = ["care_and_maintenance", "exploration", "advanced_exploration", "pre_feasibility", "feasibility", "permitting", "construction", "production"]


def measure(m, project):
    """The number, or the word, that a measure finds; None where the catalogue does not know."""
    members = [(SITES[x["site"]], x["role"]) for x in project["members"]]
    chosen = [s for s, role in members if role in m.get("roles", ("extraction", "processing", "manufacturing"))
              and s["country"] == m.get("country", s["country"])]
    kind = m["kind"]
    if kind == "commodities_on_list":
        wanted = set().union(*(LISTS[n] for n in m["lists"]))
        return len({c["commodity"] for s in chosen for c in s["commodities"] if c["commodity"] in wanted})
    if kind == "estimates":
        return sum(len(s["estimates"]) for s in chosen)
    if kind == "members":
        return len(chosen)
    if kind == "countries":
        return len({s["country"] for s in chosen} & set(m["among"]))
    if kind == "tonnes":
        return max((e["tonnes"] for s in chosen for e in s["estimates"] if e.get("tonnes")), default=None)
    if kind == "stage":
        return max((STAGES.index(s["stage"]) for s in chosen if s.get("stage") in STAGES), default=None)
    if kind == "distance_km":
        return min((km((s["lon"], s["lat"]), p) for s in chosen if s["lon"] is not None for p in PLACES[m["layer"]]), default=None)
    if kind == "unit_attribute":
        s = chosen[0]
        at = ogr.CreateGeometryFromWkt(f"POINT ({s['lon']} {s['lat']})") if s["lon"] is not None else None
        return next((p[m["field"]] for p, g in UNITS if at and g.Contains(at)), None)
    raise KeyError(kind)


def value(f, x):
    points = f["points"]
    if "of" in f and isinstance(x, str):
        x = next((i for i, words in enumerate(f["of"]) if x in words), 0)
    if f["kind"] == "steps":
        return [v for at, v in points if at <= x][-1] if x >= points[0][0] else points[0][1]
    if x <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1][1]


def passes(gate, project):
    x = measure(gate["measure"], project)
    if x is None:
        return None
    least, most = gate["condition"].get("at_least"), gate["condition"].get("at_most")
    if isinstance(least, str):
        least = STAGES.index(least)
    return (least is None or x >= least) and (most is None or x <= most)


projects = read("projects.json")
scores = {}
for p in projects:
    found = {c["key"]: measure(c["measure"], p) for c in ROUND["criteria"]}
    values = {c["key"]: value(c["value_function"], found[c["key"]]) for c in ROUND["criteria"] if found[c["key"]] is not None}
    gates = "".join({True: "+", False: "-", None: "?"}[passes(g, p)] for g in ROUND["gates"] if g.get("enabled", True))
    row = {d: sum(w[k] * values[k] for k in values) / sum(w[k] for k in values) for d, w in ROUND["weights"].items()}
    scores[p["key"]] = (row, gates, len(values), found)
ranks = {d: {k: i for i, k in enumerate(sorted(scores, key=lambda k: -scores[k][0][d]), 1)} for d in ROUND["weights"]}
for k in sorted(scores, key=lambda k: -sum(scores[k][0].values())):
    row, gates, n, found = scores[k]
    print(f"{k:26s} gates {gates}  known {n}/{len(ROUND['criteria'])}  " + "  ".join(f"{d} {row[d]:.2f} (#{ranks[d][k]})" for d in row),
          {a: (round(b) if isinstance(b, float) else b) for a, b in found.items()})
