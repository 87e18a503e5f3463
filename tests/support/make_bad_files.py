#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are not as they should be, for tests/app/bad_files_test.cpp and the fuzz targets.

    make_bad_files.py FOLDER [--line-mb N]

Standard library alone; the same bytes each time. --line-mb: how long the line of one_line.csv is
and how much follows the quotation mark of open_quote.csv; 1 by default.
"""
import argparse
import io
import os
import random
import sqlite3
import struct
import zipfile
import zlib

WGS84 = (
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
)
HEADER = "id,name,longitude,latitude,commodity\r\n"
NAMES = ["El Boleo", "La Caridad", "Cananea", "Peña Colorada", "Morenci", "Bagdad"]


def table(rows):
    """A table of sites as it should be; seeded."""
    random_ = random.Random(7)
    text = HEADER
    for number in range(rows):
        text += "%d,%s,%.4f,%.4f,Cu\r\n" % (
            number,
            random_.choice(NAMES),
            random_.uniform(-115, -105),
            random_.uniform(25, 33),
        )
    return text.encode()


def zip_of(members):
    """Of (name, bytes or an iterable of them), without the time of day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info._compresslevel = 1  # ZipFile.open() has no argument for it
            if isinstance(content, str):
                content = content.encode()
            with archive.open(info, "w") as member:
                for block in [content] if isinstance(content, bytes) else content:
                    member.write(block)
    return out.getvalue()


def xlsx(sheet, shared=None):
    """A workbook of one sheet (ECMA-376, part 1). `sheet`: what worksheet holds."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    if isinstance(sheet, str):
        sheet = (start + '<worksheet xmlns="%s">%s</worksheet>' % (main, sheet)).encode()
    members = [
        (
            "[Content_Types].xml",
            start
            + '<Types xmlns="%s/content-types">' % package
            + '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>' % kind
            + '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/>'
            % kind
            + "</Types>",
        ),
        (
            "_rels/.rels",
            start + '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" '
            'Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>'
            % (package, office),
        ),
        (
            "xl/workbook.xml",
            start + '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Sites" sheetId="1" '
            'r:id="rId1"/></sheets></workbook>' % (main, office),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            start + '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" '
            'Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
            % (package, office),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ]
    if shared is not None:
        members.append(("xl/sharedStrings.xml", start + shared))
    return zip_of(members)


def rows_of(rows, extra=""):
    """sheetData of texts and numbers; a cell of (formula, result) has both."""
    text = "<sheetData>"
    for number, row in enumerate(rows, 1):
        text += '<row r="%d">' % number
        for column, cell in enumerate(row):
            at = "%s%d" % ("ABCDEFGH"[column], number)
            if isinstance(cell, tuple):
                result = "" if cell[1] is None else "<v>%s</v>" % cell[1]
                text += '<c r="%s"><f>%s</f>%s</c>' % (at, cell[0], result)
            elif isinstance(cell, str):
                text += '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (at, cell)
            elif cell is not None:
                text += '<c r="%s"><v>%r</v></c>' % (at, cell)
        text += "</row>"
    return text + "</sheetData>" + extra


def bomb_sheet(rows):
    """Cells that all name one shared text: each costs the reader its whole length."""
    cells = '<c t="s"><v>0</v></c>' * 100
    return "<sheetData>" + "".join("<row>%s</row>" % cells for _ in range(rows)) + "</sheetData>"


def png(width=4, height=4):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data
            + struct.pack(">I", zlib.crc32(kind + data))
        )

    lines = b"".join(b"\0" + b"\x80\x40\x20" * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def shapefile(points):
    """.shp and .shx of points (ESRI Shapefile Technical Description, July 1998)."""
    bounds = [
        min(x for x, _ in points), min(y for _, y in points),
        max(x for x, _ in points), max(y for _, y in points), 0, 0, 0, 0,
    ]

    def header(words):
        return (
            struct.pack(">I20xI", 9994, words) + struct.pack("<II", 1000, 1)
            + struct.pack("<8d", *bounds)
        )

    records = b"".join(
        struct.pack(">II", i, 10) + struct.pack("<Idd", 1, x, y)
        for i, (x, y) in enumerate(points, 1)
    )
    index = b"".join(struct.pack(">II", 50 + 14 * i, 10) for i in range(len(points)))
    return header(50 + len(records) // 2) + records, header(50 + len(index) // 2) + index


def dbf(names, claimed=None):
    """One field of text, 20 bytes wide. `claimed`: records, whatever there are."""
    field = struct.pack("<11sc4xBB14x", b"NAME", b"C", 20, 0)
    head = struct.pack(
        "<BBBBIHH20x", 3, 124, 1, 1, len(names) if claimed is None else claimed,
        32 + len(field) + 1, 21,
    )
    rows = b"".join(b" " + name.encode("cp1252").ljust(20) for name in names)
    return head + field + b"\r" + rows + b"\x1a"


def tiff(width, height, pixels):
    """A GeoTIFF of one grey strip in degrees of WGS 84 (TIFF 6.0; OGC 19-008r4)."""
    doubles = struct.pack("<3d", 0.01, 0.01, 0) + struct.pack("<6d", 0, 0, 0, -112, 28, 0)
    keys = struct.pack("<16H", 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)
    entries = [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
        (273, 4, 1, None), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, len(pixels)),
        (33550, 12, 3, 0), (33922, 12, 6, 24), (34735, 3, 16, 72),
    ]
    after = 8 + 2 + 12 * len(entries) + 4
    out = struct.pack("<2sHI", b"II", 42, 8) + struct.pack("<H", len(entries))
    for tag, kind, count, value in entries:
        if tag == 273:
            value = after + len(doubles) + len(keys)
        elif count > 2:
            value += after
        out += struct.pack("<HHII", tag, kind, count, value)
    return out + struct.pack("<I", 0) + doubles + keys + pixels


def geopackage():
    """A GeoPackage of two points (OGC 12-128r18)."""
    database = sqlite3.connect(":memory:")
    database.executescript("""
        PRAGMA page_size = 512;
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
            organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
            identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
            m TINYINT NOT NULL);
        CREATE TABLE mines (fid INTEGER PRIMARY KEY, geom POINT, name TEXT);
        INSERT INTO gpkg_contents VALUES ('mines', 'features', 'mines', '',
            '2024-01-01T00:00:00.000Z', -112, 27, -110, 31, 4326);
        INSERT INTO gpkg_geometry_columns VALUES ('mines', 'geom', 'POINT', 4326, 0, 0);
    """)
    database.execute(
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, ?, NULL)",
        (WGS84,),
    )
    for name, x, y in (("El Boleo", -112.27, 27.34), ("Cananea", -110.3, 30.95)):
        blob = b"GP\0\1" + struct.pack("<I", 4326) + struct.pack("<BIdd", 1, 1, x, y)
        database.execute("INSERT INTO mines (geom, name) VALUES (?, ?)", (blob, name))
    database.commit()
    return database.serialize()


def kml(inside, before=""):
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n%s'
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>%s</Document></kml>\n'
        % (before, inside)
    ).encode()


PLACEMARK = (
    "<Placemark><name>%s</name><Point><coordinates>-112.27,27.34</coordinates></Point></Placemark>"
)


def xml_bomb(doctype, depth=9):
    """A billion laughs."""
    lines = '<!ENTITY a0 "ha">'
    for level in range(1, depth + 1):
        lines += '<!ENTITY a%d "%s">' % (level, ("&a%d;" % (level - 1)) * 10)
    return "<!DOCTYPE %s [%s]>" % (doctype, lines)


def minmod(sites):
    return (
        "["
        + ",".join(
            '{"source_id": "mrdata::mrds", "record_id": "%d", "name": "%s", '
            '"location_info": {"location": "POINT (%.3f %.3f)", '
            '"crs": {"normalized_uri": "Q11902211", "observed_name": "EPSG:4326"}}, '
            '"mineral_inventory": [{"commodity": {"observed_name": "Copper"}}]}'
            % (i, NAMES[i % len(NAMES)], -112 + i / 10, 28 + i / 10)
            for i in range(sites)
        )
        + "]"
    ).encode()


def files(line_mb):
    """Every file of the corpus: name, bytes."""
    good = table(40)
    long_text = b"x" * (1 << 20)

    # Tables of text.
    yield "good.csv", good
    yield "empty.csv", b""
    yield "no_header.csv", good.split(b"\r\n", 1)[1]
    yield "header_only.csv", HEADER.encode()
    yield "nul_bytes.csv", good[:200] + b"\0\0\0\0" + good[200:]
    yield "one_line.csv", b"id,name," + long_text * line_mb
    yield "wide.csv", (
        ",".join("column%d" % i for i in range(10000)) + "\n" + ",".join(["1"] * 10000) + "\n"
    ).encode()
    yield "open_quote.csv", good + b'99,"never closed,-110,30,Cu\r\n' + (
        b"100,Name,-110.5,30.5,Cu\r\n" * (line_mb * 40000)
    )
    for name, encoding in (("le", "utf-16-le"), ("be", "utf-16-be")):
        words = good.decode().encode(encoding)
        yield "utf16%s.csv" % name, words
        yield "utf16%s_bom.csv" % name, "\ufeff".encode(encoding) + words
    yield "cut.csv", good[:-20]
    yield "systems.csv", (
        "name,longitude,latitude,crs\n"
        + "".join("A%d,-110,30,Datum of the year %d\n" % (i, i) for i in range(2000))
    ).encode()
    yield "coordinates.csv", (
        HEADER + "1,Zero,0,0,Cu\r\n2,Nan,NaN,NaN,Cu\r\n3,Huge,1e308,1e308,Cu\r\n"
        "4,Infinite,inf,-inf,Cu\r\n5,Too far,1e400,27,Cu\r\n6,Good,-110.5,31.25,Cu\r\n"
    ).encode()
    yield "names.csv", (
        HEADER + '1,"La ""Ñata"", S.A.",-110,30,Cu\r\n2,"two\nlines",-110,30,Cu\r\n'
        "3,=HYPERLINK(1),-110,30,Cu\r\n4,'; DROP TABLE sites; --,-110,30,Cu\r\n"
        "5,<b>%s%n %1</b>,-110,30,Cu\r\n6,\u202egnp.exe,-110,30,Cu\r\n"
    ).encode()
    yield "año \"nuevo\" d'été\nsegunda línea %1.csv", b""

    # What is something else than its name says.
    for ending in ("csv", "shp", "tif", "xlsx", "json", "kml", "gpkg", "zip"):
        yield "picture." + ending, png()

    # Workbooks.
    head = ["id", "name", "longitude", "latitude", "commodity"]
    rows = [head, [1, "El Boleo", -112.27, 27.34, "Cu"], [2, "Cananea", -110.3, 30.95, "Cu"]]
    workbook = xlsx(rows_of(rows))
    yield "good.xlsx", workbook
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    yield "bomb.xlsx", xlsx(
        bomb_sheet(1000),
        '<sst xmlns="%s"><si><t>%s</t></si></sst>' % (main, "boom" * 8000),
    )
    yield "far_away.xlsx", xlsx(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576">'
        "<v>1</v></c></row></sheetData>"
    )
    yield "formulas.xlsx", xlsx(
        rows_of([head, [1, "With result", ("A1+1", -112.27), 27.34, "Cu"],
                 [2, "Without", ('HYPERLINK("http://example.org")', None), 30.95, "Cu"]])
    )
    yield "merged.xlsx", xlsx(
        rows_of([["Sites of Sonora"]] + rows + [[3, "Merged", -110.1, None, "Cu"]],
                '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="C5:D5"/>'
                "</mergeCells>")
    )
    yield "entities.xlsx", xlsx(
        ('<?xml version="1.0"?>%s<worksheet xmlns="http://schemas.openxmlformats.org/'
         'spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t>'
         "</is></c></row></sheetData></worksheet>" % xml_bomb("worksheet")).encode()
    )
    yield "cut.xlsx", workbook[: len(workbook) // 2]

    # Layers.
    points = [(-112.27, 27.34), (-110.3, 30.95)]
    shp, shx = shapefile(points)
    for name, table_ in (("lying", dbf(NAMES[:2], 2_000_000_000)), ("good", dbf(NAMES[:2])),
                         ("cut", dbf(NAMES[:2])[:50])):
        yield name + ".shp", shp if name != "cut" else shp[:120]
        yield name + ".shx", shx
        yield name + ".dbf", table_
        yield name + ".prj", WGS84.encode()
    # Of eight pixels, and claiming 10^9 a side: GDAL's own limit is 2^31.
    yield "huge.tif", tiff(10**9, 10**9, b"\0" * 8)
    whole = tiff(8, 8, bytes(range(64)))
    yield "good.tif", whole
    yield "cut.tif", whole[:150]
    yield "cut.png", png()[:40]
    yield "cut.gpkg", geopackage()[:3000]
    yield "good.gpkg", geopackage()
    yield "network_link.kml", kml(
        "<NetworkLink><name>More</name><Link><href>http://192.0.2.1/more.kml</href></Link>"
        "</NetworkLink>" + PLACEMARK % "El Boleo"
    )
    yield "bomb.kml", kml(PLACEMARK % "&a9;", xml_bomb("kml"))
    yield "bomb.kmz", zip_of([("doc.kml", kml(PLACEMARK % "&a9;", xml_bomb("kml")))])
    yield "cut.kml", kml(PLACEMARK % "El Boleo" * 3)[:300]
    geojson = (
        b'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": '
        b'{"name": "El Boleo"}, "geometry": {"type": "Point", "coordinates": [-112.27, 27.34]}}'
    )
    yield "good.geojson", geojson + b"]}"
    yield "cut.geojson", geojson[:-30]
    yield "deep.geojson", (
        b'{"type": "Polygon", "coordinates": ' + b"[" * 200000 + b"]" * 200000 + b"}"
    )
    yield "bad_points.geojson", (
        b'{"type": "FeatureCollection", "features": ['
        + b",".join(
            b'{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": '
            b"[" + each + b"]}}"
            for each in (b"0, 0", b"1e308, 1e308", b"-1e308, 1e400", b"-110, 30")
        )
        + b"]}"
    )
    yield "cut.fgb", b"fgb\x03fgb\x00" + struct.pack("<I", 200) + b"\x18\0\0\0"

    # Archives.
    slip = zip_of([("../../evil.csv", good), ("/tmp/evil.csv", good)])
    yield "slip.zip", slip
    yield "slip_and_good.zip", zip_of([("../evil.csv", good), ("sites.csv", good)])
    yield "cut.zip", zip_of([("sites.csv", good)])[:300]
    yield "bomb.zip", zip_of([("sites.csv", [HEADER.encode()] + [b"1" * (1 << 20)] * 1100)])

    # Mineral sites in JSON.
    yield "good.json", minmod(3)
    yield "minmod_cut.json", minmod(3)[:-60]
    yield "minmod_deep.json", (
        b'[{"source_id": "a", "record_id": ' + b"[" * 100000 + b"]" * 100000 + b"}]"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--line-mb", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    for name, content in files(options.line_mb):
        with open(os.path.join(options.folder, name), "wb") as file:
            file.write(content)


if __name__ == "__main__":
    main()
