#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ../provinces.geojson from the lines of provinces_drawing.py: schematic, not to be measured from.

Each line is smoothed through its points (Catmull-Rom) and made gently irregular, the same way every time.
All lines and the coast are noded together and polygonised, so that neighbours share every vertex; each
province is the one polygon that its seed point lies in. check.py proves that nothing overlaps or is left out.
"""
import hashlib
import json
import math
import os
import sys

from osgeo import ogr

from provinces_drawing import FRAME, LINES, NODES, PROVINCES

ogr.UseExceptions()
SAMPLE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SPACING = 0.13  # degrees between vertices, some 13 km
WIGGLE = 0.15   # sideways, as a part of a segment's length
COAST = 0.05    # degrees to which the coast is simplified


def points(line):
    return [NODES[p] if isinstance(p, str) else p for p in line]


def smooth(line):
    """Catmull-Rom through the points, two steps a span."""
    p = points(line)
    if len(p) == 2:
        return p
    ends = [(2 * p[0][0] - p[1][0], 2 * p[0][1] - p[1][1])] + p + [(2 * p[-1][0] - p[-2][0], 2 * p[-1][1] - p[-2][1])]
    out = []
    for i in range(1, len(ends) - 2):
        a, b, c, d = ends[i - 1:i + 3]
        for step in range(2):
            t = step / 2
            out.append(tuple(0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t
                                    + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3) for k in (0, 1)))
    return out + [p[-1]]


def shake(a, b):
    """-1 to 1, from the two ends alone."""
    digest = hashlib.sha256(f"{a[0]:.6f} {a[1]:.6f} {b[0]:.6f} {b[1]:.6f}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2 ** 31 - 1


def refine(a, b):
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    if length < SPACING:
        return [a]
    offset = WIGGLE * shake(a, b)
    middle = ((a[0] + b[0]) / 2 - (b[1] - a[1]) * offset, (a[1] + b[1]) / 2 + (b[0] - a[0]) * offset)
    return refine(a, middle) + refine(middle, b)


def drawn(line):
    p = smooth(line)
    out = []
    for a, b in zip(p, p[1:]):
        out += refine(a, b)
    return [(round(x, 4), round(y, 4)) for x, y in out + [p[-1]]]


def as_line(p):
    g = ogr.Geometry(ogr.wkbLineString)
    for x, y in p:
        g.AddPoint_2D(x, y)
    return g


def largest(g):
    parts = [g.GetGeometryRef(i).Clone() for i in range(g.GetGeometryCount())] if g.GetGeometryType() == ogr.wkbMultiPolygon else [g]
    return max(parts, key=lambda q: q.Area())


def outer(polygon):
    ring = polygon.GetGeometryRef(0)
    return [(ring.GetX(i), ring.GetY(i)) for i in range(ring.GetPointCount())]


def land():
    """Mainland of the US and Mexico: islands and inner rings left out, the coast as of the sample's boundaries."""
    data = ogr.Open(os.path.join(SAMPLE, "boundaries/boundaries.gpkg"))
    union = None
    for f in data.GetLayerByName("countries"):
        if f.GetField("iso_a2") in ("US", "MX", "GT", "BZ", "CA"):
            g = largest(f.GetGeometryRef().Clone())
            union = g if union is None else union.Union(g)
    return outer(largest(largest(union).SimplifyPreserveTopology(COAST)))


def polygon_of(p):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in p:
        ring.AddPoint_2D(round(x, 4), round(y, 4))
    g = ogr.Geometry(ogr.wkbPolygon)
    g.AddGeometry(ring)
    return g


def clean(value):
    """Coordinates to four decimals, some 10 m: what is drawn at 1:5,000,000 has no more to say."""
    if isinstance(value, (int, float)):
        return round(value, 4)
    return [clean(v) for v in value]


def main():
    frame = polygon_of(drawn(FRAME))
    outline = largest(polygon_of(land()).Intersection(frame))
    net = as_line(outer(outline))
    for name, line in LINES.items():
        net = net.Union(as_line(drawn(line)))
    # Where lines cross the coast the crossing is rounded too, and the net noded again, until it stands still.
    for _ in range(3):
        rounded = ogr.Geometry(ogr.wkbMultiLineString)
        for i in range(net.GetGeometryCount()):
            line = net.GetGeometryRef(i)
            p = [(round(line.GetX(k), 4), round(line.GetY(k), 4)) for k in range(line.GetPointCount())]
            p = [q for k, q in enumerate(p) if k == 0 or q != p[k - 1]]
            if len(p) > 1:
                rounded.AddGeometry(as_line(p))
        net = rounded.Union(as_line(outer(outline)[:2]))  # a union nodes its lines
    faces = net.Polygonize()
    faces = [faces.GetGeometryRef(i).Clone() for i in range(faces.GetGeometryCount())]
    grown = outline.Buffer(0.001)
    faces = [f for f in faces if f.PointOnSurface().Within(grown)]
    taken, features = {}, []
    for code, (seed, color, en, es, age_en, age_es, rock_en, rock_es, source, follows) in PROVINCES.items():
        at = ogr.CreateGeometryFromWkt(f"POINT ({seed[0]} {seed[1]})")
        inside = [i for i, f in enumerate(faces) if f.Contains(at)]
        assert len(inside) == 1, f"{code}: its seed lies in {len(inside)} faces"
        assert inside[0] not in taken, f"{code} and {taken.get(inside[0])} lie in one face"
        taken[inside[0]] = code
    shapes = {code: faces[i] for i, code in taken.items()}
    for i, face in enumerate(faces):  # slivers between a line and the coast belong to the neighbour they share most with
        if i in taken:
            continue
        best = max(shapes, key=lambda c: shapes[c].Intersection(face).Length() if shapes[c].Touches(face) else -1)
        print(f"  a sliver of {face.Area():.4f} square degrees at {face.Centroid().GetX():.2f} {face.Centroid().GetY():.2f} goes to {best}", file=sys.stderr)
        assert face.Area() < 0.12, "too large for a sliver"
        shapes[best] = shapes[best].Union(face)
    for code, (seed, color, en, es, age_en, age_es, rock_en, rock_es, source, follows) in PROVINCES.items():
        geometry = json.loads(shapes[code].ExportToJson(["COORDINATE_PRECISION=4"]))
        features.append({"type": "Feature", "properties": {
            "unit": code, "name_en": en, "name_es": es, "age_en": age_en, "age_es": age_es, "lithology_en": rock_en, "lithology_es": rock_es,
            "color": color, "cite": source, "outline_follows": follows, "schematic": 1}, "geometry": geometry})
    collection = {"type": "FeatureCollection", "name": "provinces",
                  "title_en": "Geological provinces (schematic)", "title_es": "Provincias geológicas (esquemático)",
                  "note_en": "Schematic: drawn for this sample at about 1:5,000,000. Not a survey map.",
                  "note_es": "Esquemático: dibujado para esta muestra a escala aproximada 1:5,000,000. No es un mapa oficial.",
                  "outline": json.loads(outline.ExportToJson(["COORDINATE_PRECISION=4"])), "features": features}
    with open(os.path.join(SAMPLE, "provinces.geojson"), "w", encoding="utf-8") as f:
        json.dump({k: v for k, v in collection.items() if k not in ("features", "outline")}, f, ensure_ascii=False, indent=1)
        f.seek(f.tell() - 2)
        f.write(',\n "outline": ' + json.dumps(clean_geometry(collection["outline"])))
        f.write(',\n "features": [\n' + ",\n".join(json.dumps({**x, "geometry": clean_geometry(x["geometry"])}, ensure_ascii=False) for x in features) + "\n]}\n")
    print(len(features), "provinces,", sum(s.GetGeometryRef(0).GetPointCount() - 1 for s in shapes.values()), "vertices")


def clean_geometry(g):
    return {"type": g["type"], "coordinates": clean(g["coordinates"])}


main()
