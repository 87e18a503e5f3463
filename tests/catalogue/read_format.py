#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a project file as docs/file-format.md describes it, with nothing of Veta.

    read_format.py FILE

prints the canonical digest of the shared tables on the first line, then one line an entry, in the
order of its chain: number, hash as it is kept, hash as it is worked out here.
"""
import hashlib
import json
import math
import sqlite3
import struct
import sys


def canonical(value):
    if isinstance(value, float):
        if abs(value) <= 2**53 and value == math.floor(value):
            value = int(value)
        else:
            return b"R" + struct.pack(">d", value)
    if isinstance(value, int):
        return b"I" + struct.pack(">q", value)
    if isinstance(value, str):
        return b"T" + value.encode()
    return b"B" + bytes(value)


def is_shared(name):
    return not name.startswith(("veta_", "gpkg_", "sqlite_", "rtree_"))


def digest(database):
    total = 0
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in filter(is_shared, names):
        rows = database.execute(f'SELECT * FROM "{table}"')
        columns = [column[0] for column in rows.description]
        for row in rows:
            head = table.encode() + b"\0" + struct.pack(">q", row[0])
            for column, value in zip(columns, row):
                if value is not None:
                    cell = head + column.encode() + b"\0" + canonical(value)
                    total += int.from_bytes(hashlib.blake2b(cell, digest_size=32).digest(), "little")
    return hashlib.sha256((total % 2**256).to_bytes(32, "little")).hexdigest()


def compact(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def entry_hash(row):
    return hashlib.sha256(compact({
        "author": row["author"],
        "copy": row["copy_id"],
        "delegation": row["delegation"],
        "digest": row["digest"],
        "heads": compact(json.loads(row["heads"])),
        "kind": row["kind"],
        "made_at": row["made_at"],
        "number": row["number"],
        "payload": row["payload_digest"],
        "previous": row["previous"] or "",
        "schema": row["schema_version"],
        "sentence": compact(json.loads(row["sentence"])),
        "target": row["target"] or "",
    }).encode()).hexdigest()


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    print(digest(database))
    for row in database.execute("SELECT * FROM veta_entry ORDER BY copy_id, number"):
        print(row["number"], row["hash"], entry_hash(row))


main()
