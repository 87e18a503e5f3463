#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the sample: every key and cite resolves, points lie where they say, provinces leave no gap.

Prints what is wrong and exits 1. tests/sample/ checks the same in C++; this needs only python3-gdal.
"""
import json
import math
import os
import sys
from collections import Counter

from osgeo import ogr

ogr.UseExceptions()
SAMPLE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KINDS = {"mine", "deposit", "prospect", "processing_plant", "smelter_refinery", "manufacturing_plant", "waste_tailings"}
STAGES = {"exploration", "advanced_exploration", "pre_feasibility", "feasibility", "permitting", "construction", "production",
          "care_and_maintenance", "closed"}
CATEGORIES = {"exploration_target", "inferred", "indicated", "measured", "measured_indicated", "indicated_inferred", "measured_inferred", "measured_indicated_inferred", "probable", "proved", "proved_probable", "unclassified"}
GRADE_UNITS = {"percent", "g/t", "ppm", "mg/L", "kg/t"}
ROLES = {"main", "by_product", "trace", "input", "product"}
TOLERANCE_KM = 5

wrong = []


def check(condition, sentence):
    if not condition:
        wrong.append(sentence)


def read(name):
    with open(os.path.join(SAMPLE, name), encoding="utf-8") as f:
        return json.load(f)


def cites_in(value):
    if isinstance(value, dict):
        if set(value) == {"source", "ref"}:
            yield value
        for v in value.values():
            yield from cites_in(v)
    elif isinstance(value, list):
        for v in value:
            yield from cites_in(v)


def distance_km(geometry, lon, lat):
    """Distance of a point to a polygon, on a plane stretched for its latitude: fine for a few kilometres."""
    scale = math.cos(math.radians(lat))
    moved = geometry.Clone()
    for i in range(moved.GetGeometryCount()):
        polygon = moved.GetGeometryRef(i)
        for j in range(polygon.GetGeometryCount()):
            ring = polygon.GetGeometryRef(j)
            for k in range(ring.GetPointCount()):
                ring.SetPoint_2D(k, ring.GetX(k) * scale, ring.GetY(k))
    p = ogr.CreateGeometryFromWkt(f"POINT ({lon * scale} {lat})")
    return moved.Distance(p) * 111.2


def area_of(g):
    """Area of a geometry's polygons; neighbours meet in lines and points."""
    if g.GetGeometryType() in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        return g.Area()
    return sum(area_of(g.GetGeometryRef(i)) for i in range(g.GetGeometryCount())) if g.GetGeometryType() == ogr.wkbGeometryCollection else 0.0


def layer_of(dataset, name):
    return [(f.items(), f.GetGeometryRef().Clone()) for f in dataset.GetLayerByName(name)]


def sources_and_sites():
    sources = {s["key"]: s for s in read("sources.json")}
    sites = read("sites.json")
    check(len(sources) == len(read("sources.json")), "a source key stands twice")
    for s in sources.values():
        check(s["kind"] in ("dataset", "page"), f"{s['key']}: kind")
        check(s.get("title") and s.get("publisher") and s.get("url"), f"{s['key']}: title, publisher or url missing")
        check(s["kind"] != "page" or s.get("read_on"), f"{s['key']}: a page without the day it was read")
    keys = Counter(s["key"] for s in sites)
    check(max(keys.values()) == 1, f"site keys twice: {[k for k, n in keys.items() if n > 1]}")
    check(len(sites) >= 120, f"only {len(sites)} sites")
    countries = Counter(s["country"] for s in sites)
    check(len(set(countries) - {"US", "MX"}) >= 2, "fewer than two third countries")
    used = set()
    data = ogr.Open(os.path.join(SAMPLE, "boundaries/boundaries.gpkg"))
    country_shapes = {p["iso_a2"]: g for p, g in layer_of(data, "countries")}
    state_shapes = {(p["country"], p[n]): g for p, g in layer_of(data, "states") for n in ("name", "name_es")}
    for s in sites:
        where = s["key"]
        check(s["kind"] in KINDS and s.get("kind_cite"), f"{where}: kind")
        check(s.get("stage") is None or (s["stage"] in STAGES and s.get("stage_cite")), f"{where}: stage")
        for h in s["status_history"]:
            check(h["stage"] in STAGES and h.get("cite"), f"{where}: status history")
        check(len({(c["commodity"], c["role"]) for c in s["commodities"]}) == len(s["commodities"]), f"{where}: a commodity twice")
        for c in s["commodities"]:
            check(c["role"] in ROLES and c.get("cite"), f"{where}: commodity {c}")
        for e in s["estimates"]:
            check(e["category"] in CATEGORIES and e.get("cite"), f"{where}: estimate {e}")
            check(e.get("tonnes") != 0 and e.get("grade") != 0 and e.get("contained_tonnes") != 0, f"{where}: a zero that should be missing")
            check((e.get("grade") is None) == (e.get("grade_unit") is None), f"{where}: grade without unit")
            check(e.get("grade_unit") is None or e["grade_unit"] in GRADE_UNITS, f"{where}: grade unit {e.get('grade_unit')}")
            check(e.get("tonnes") or e.get("grade") or e.get("contained_tonnes"), f"{where}: an empty estimate")
            share = {"percent": 100, "g/t": 1e6, "ppm": 1e6}.get(e.get("grade_unit"))
            check(share is None or e["grade"] <= share, f"{where}: grade above the whole")
            check(e.get("tonnes") is None or 1e4 < e["tonnes"] < 5e10, f"{where}: {e['commodity']} {e.get('tonnes')} t")
        for p in s["processes"]:
            check(p.get("process") and p.get("cite") and p.get("capacity_tpa") != 0, f"{where}: process {p}")
        for o in s["owners"]:
            check(o.get("name") and o.get("cite"), f"{where}: owner {o}")
            check(o.get("share_percent") is None or 0 < o["share_percent"] <= 100, f"{where}: share of {o['name']}")
        check(sum(o.get("share_percent") or 0 for o in s["owners"]) <= 100, f"{where}: owners hold more than the whole")
        for n in s["aliases"]:
            check(n.get("name") and n.get("cite"), f"{where}: alias {n}")
        used |= {k for k in sources if k in s.get("note", "")}
        for c in cites_in(s):
            used.add(c["source"])
            check(c["source"] in sources, f"{where}: unknown source {c['source']}")
            check(c["ref"].strip(), f"{where}: a cite without a place in {c['source']}")
        check((s["lon"] is None) == (s["lat"] is None) == (s["position_cite"] is None), f"{where}: half a position")
        if s["lon"] is None:
            continue
        check(s["country"] in country_shapes, f"{where}: no shape of {s['country']}")
        state = state_shapes.get((s["country"], s["admin1"]))
        check(state is not None, f"{where}: no state {s['admin1']} in {s['country']}")
        for name, shape in ((s["country"], country_shapes.get(s["country"])), (s["admin1"], state)):
            if shape is not None:
                d = distance_km(shape, s["lon"], s["lat"])
                check(d <= TOLERANCE_KM, f"{where}: {d:.1f} km outside {name}")
    print(len(sites), "sites:", dict(countries), dict(Counter(s["kind"] for s in sites)),
          "estimates", sum(len(s["estimates"]) for s in sites), "with stage", sum("stage" in s for s in sites),
          "without position", sum(s["lon"] is None for s in sites))
    return sources, {s["key"]: s for s in sites}, used


def places(sources):
    used = set()
    for name, least in (("border_crossings", 20), ("ports", 15)):
        features = read(f"places/{name}.geojson")["features"]
        check(len(features) >= least, f"only {len(features)} {name}")
        check(len({f["properties"]["code"] for f in features}) == len(features), f"{name}: a code twice")
        for f in features:
            p = f["properties"]
            check(p["name_en"] and p["name_es"] and p["country"], f"{name}: {p}")
            check(p["source"] in sources and p["ref"], f"{name}: cite of {p['name_en']}")
            used.add(p["source"])
        print(len(features), name)
    return used


def projects_and_round(sites):
    if not os.path.exists(os.path.join(SAMPLE, "projects.json")):
        return
    projects = read("projects.json")
    check(len(projects) >= 15, f"only {len(projects)} projects")
    across = 0
    for p in projects:
        for field in ("name", "name_es", "summary_en", "summary_es"):
            check(p.get(field), f"{p['key']}: {field} missing")
        check(sorted(m["order"] for m in p["members"]) == list(range(1, len(p["members"]) + 1)), f"{p['key']}: order of members")
        for m in p["members"]:
            check(m["site"] in sites, f"{p['key']}: unknown site {m['site']}")
            check(m["role"] in ("extraction", "processing", "manufacturing"), f"{p['key']}: role {m['role']}")
        countries = {sites[m["site"]]["country"] for m in p["members"] if m["site"] in sites}
        across += {"US", "MX"} <= countries
    check(across >= 4, f"only {across} projects across the border")
    print(len(projects), "projects,", across, "across the border")
    game = read("round.json")
    check(len(game["delegations"]) >= 2, "fewer than two delegations")
    check(len(game["gates"]) >= 4 and len(game["criteria"]) >= 6, "too few gates or criteria")
    criteria = {c["key"] for c in game["criteria"]}
    for item in game["delegations"] + game["gates"] + game["criteria"]:
        check(item.get("name_en") and item.get("name_es") and item["name_en"] != "" , f"{item['key']}: names")
    for c in game["criteria"]:
        points = c["value_function"]["points"]
        check(all(0 <= y <= 1 for _, y in points), f"{c['key']}: values outside 0 to 1")
        check([x for x, _ in points] == sorted(x for x, _ in points), f"{c['key']}: points not in order")
        rising = points[0][1] <= points[-1][1]
        check(rising == (c["direction"] == "maximise"), f"{c['key']}: direction and value function disagree")
    for delegation, weights in game["weights"].items():
        check(delegation in {d["key"] for d in game["delegations"]}, f"weights of {delegation}")
        check(set(weights) == criteria, f"weights of {delegation} for {set(weights) ^ criteria}")
        check(abs(sum(weights.values()) - 100) < 1e-9, f"weights of {delegation} add up to {sum(weights.values())}")
    for d in game["decisions"]:
        check(d["project"] in {p["key"] for p in projects}, f"decision on {d['project']}")
        check(d["decision"] in ("shortlisted", "reserve", "deferred", "declined") and d["reason_en"] and d["reason_es"], f"decision {d}")


def provinces(sources):
    path = os.path.join(SAMPLE, "provinces.geojson")
    if not os.path.exists(path):
        return set()
    collection = read("provinces.geojson")
    check("schematic" in collection["title_en"].lower() and "esquemático" in collection["title_es"].lower(), "provinces: not labelled schematic")
    shapes, used = {}, set()
    for f in collection["features"]:
        p = f["properties"]
        for field in ("unit", "name_en", "name_es", "age_en", "age_es", "lithology_en", "lithology_es", "color", "cite", "outline_follows"):
            check(p.get(field), f"province {p.get('unit')}: {field} missing")
        check(p["cite"] in sources, f"province {p['unit']}: unknown source {p['cite']}")
        used.add(p["cite"])
        g = ogr.CreateGeometryFromJson(json.dumps(f["geometry"]))
        check(g.IsValid(), f"province {p['unit']}: not valid")
        shapes[p["unit"]] = g
    check(len(shapes) == len(collection["features"]), "province unit twice")
    colors = Counter(f["properties"]["color"].upper() for f in collection["features"])
    check(max(colors.values()) == 1, f"province colours twice: {[c for c, n in colors.items() if n > 1]}")
    vertices = sum(len(r) - 1 for f in collection["features"] for polygon in (
        [f["geometry"]["coordinates"]] if f["geometry"]["type"] == "Polygon" else f["geometry"]["coordinates"]) for r in polygon)
    distinct = len({tuple(xy) for f in collection["features"] for polygon in (
        [f["geometry"]["coordinates"]] if f["geometry"]["type"] == "Polygon" else f["geometry"]["coordinates"]) for r in polygon for xy in r})
    check(len(shapes) >= 25, f"only {len(shapes)} provinces")
    check(distinct >= 1500, f"only {distinct} vertices")
    units = sorted(shapes)
    overlap = 0.0
    for i, a in enumerate(units):
        for b in units[i + 1:]:
            if shapes[a].Intersects(shapes[b]):
                area = area_of(shapes[a].Intersection(shapes[b]))
                overlap += area
                check(area == 0, f"provinces {a} and {b} overlap by {area} square degrees")
    union = None
    for g in shapes.values():
        union = g.Clone() if union is None else union.Union(g)
    total = sum(g.Area() for g in shapes.values())
    polygons = [union] if union.GetGeometryType() == ogr.wkbPolygon else [union.GetGeometryRef(i) for i in range(union.GetGeometryCount())]
    outline = ogr.CreateGeometryFromJson(json.dumps(collection["outline"]))
    check(all(p.GetGeometryCount() == 1 for p in polygons), "a gap inside the provinces")
    check(abs(union.Area() - total) < 1e-9 * total, f"areas do not add up: {union.Area()} {total}")
    check(outline.SymDifference(union).Area() < 1e-5 * total, f"provinces differ from their outline by {outline.SymDifference(union).Area()}")
    data = ogr.Open(os.path.join(SAMPLE, "boundaries/boundaries.gpkg"))
    lands = {p["iso_a2"]: g for p, g in layer_of(data, "countries") if p["iso_a2"] in ("US", "MX")}
    crossing = [u for u in units if all(shapes[u].Intersection(lands[c]).Area() > 0.05 for c in lands)]
    check(len(crossing) >= 8, f"only {crossing} cross the border")
    print(len(shapes), "provinces,", vertices, "vertices in rings,", distinct, "distinct, overlap", overlap, "crossing:", ", ".join(crossing))
    return used


def main():
    sources, sites, used = sources_and_sites()
    used |= places(sources)
    projects_and_round(sites)
    used |= provinces(sources)
    used |= {"natural-earth", "veta-provinces"}  # cited by the layers themselves
    check(set(sources) == used or not os.path.exists(os.path.join(SAMPLE, "provinces.geojson")), f"sources nobody cites: {sorted(set(sources) - used)}")
    size = sum(os.path.getsize(os.path.join(SAMPLE, "boundaries", n)) for n in os.listdir(os.path.join(SAMPLE, "boundaries")))
    check(size < 3e6, f"boundaries take {size} bytes")
    for w in wrong:
        print("WRONG", w)
    sys.exit(1 if wrong else 0)


main()
