# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a site, each read from the data set it cites, so that no figure is typed by hand.

A figure that does not stand in the data set raises KeyError here: nothing can be cited that was not read.
"""
import real_data as real
from sources import MINMOD_SOURCES

COMMODITIES = {  # the sources' names -> vocabulary keys
    "copper": "copper", "cu": "copper", "copper cathode": "copper", "molybdenum": "molybdenum", "mo": "molybdenum",
    "silver": "silver", "ag": "silver", "gold": "gold", "au": "gold", "lead": "lead", "pb": "lead", "zinc": "zinc", "zn": "zinc",
    "nickel": "nickel", "cobalt": "cobalt", "iron": "iron", "tungsten": "tungsten", "graphite": "graphite", "lithium": "lithium",
    "li": "lithium", "lanthanum": "lanthanum", "cerium": "cerium", "neodymium": "neodymium", "praseodymium": "praseodymium",
    "dysprosium": "dysprosium", "terbium": "terbium", "tin": "tin", "2e pgm": "platinum_group", "manganese": "manganese",
    "copper anode": "copper", "copper rod": "copper", "coal": "coal",
}
TONNES = {"kt": 1e3, "mt": 1e6, "t": 1.0, "tonnes": 1.0, "tons": 1.0, "metric tons": 1.0, "million tonnes": 1e6, "million metric tons": 1e6,
          "million tonnes ": 1e6}


def cite(source, ref):
    return {"source": source, "ref": str(ref)}


def number(text):
    """A number as the source gives it, without the noise that spreadsheets add in the 10th digit."""
    value = float(str(text).replace(",", ""))
    value = float(f"{value:.7g}")
    return int(value) if value == int(value) else value


# --- positions ------------------------------------------------------------------------------------

def at_fineprint(row):
    r = real.fineprint("general")[row]
    return coordinates(r["longitude"], r["latitude"], cite("fineprint-2023", f"general row {row}: {r['mine_fac'].strip()}"))


def at_fineprint_sub(row):
    r = real.fineprint("sub_sites")[row]
    return coordinates(r["longitude"], r["latitude"], cite("fineprint-2023", f"sub_sites row {row}: {r['mine_fac'].strip()}, {r['sub_site'].strip()}"))


def at_minmod(dataset, record, accuracy=None):
    lon, lat = real.point(real.minmod_sites()[dataset, record]["location_wkt"])
    return coordinates(lon, lat, minmod_cite(dataset, record), accuracy)


def at_porcu(record):
    r = real.porcu()[record]
    return coordinates(r["LongitudeDecimal"], r["LatitudeDecimal"], cite("usgs-porcu-2008", f"DepositID {record}"))


def at_mineplant(record):
    r = real.mineplant()[record]
    return coordinates(r["LONGITUDE"], r["LATITUDE"], cite("usgs-mineplant-2003", f"id {record}"))


def at_lithium(feature):
    r = next(r for r in real.lithium("Loc_Pt") if r["Ftr_ID *"] == feature)
    return coordinates(r["Long_WGS84"], r["Lat_WGS84"], cite("usgs-lithium-2019", f"Loc_Pt {r['Site_ID *']} {feature}"))


def at_locality(cvegeo):
    """The town a page names, where nobody could read the plant's own position: good to some 5 km."""
    r = real.localities()[cvegeo]
    return coordinates(r["lon"], r["lat"], cite("inegi-localities-2025", f"CVEGEO {cvegeo}: {r['name']}"), 5000)


def at_page(lon, lat, source, ref, accuracy=None):
    return coordinates(lon, lat, cite(source, ref), accuracy)


def nowhere():
    return {"lon": None, "lat": None, "position_accuracy_m": None, "position_cite": None}


def coordinates(lon, lat, where, accuracy=None):
    return {"lon": round(float(lon), 6), "lat": round(float(lat), 6), "position_accuracy_m": accuracy, "position_cite": where}


def minmod_cite(dataset, record):
    return cite(MINMOD_SOURCES[dataset], f"{dataset} {record}")


# --- estimates ------------------------------------------------------------------------------------

def estimates_porcu(record):
    """Production, reserves and resources together: what the source gives, in no category."""
    r = real.porcu()[record]
    found = []
    for column, commodity, unit in (("Copper grade", "copper", "percent"), ("Molybdenum grade", "molybdenum", "percent"),
                                    ("Gold grade", "gold", "g/t"), ("Silver grade", "silver", "g/t")):
        if float(r[column] or 0) > 0:  # 0 is "not known" there
            found.append({"commodity": commodity, "category": "unclassified", "tonnes": number(float(r["Tonnage"]) * 1e6),
                          "grade": number(r[column]), "grade_unit": unit, "effective_date": None, "code": "unclassified",
                          "cite": cite("usgs-porcu-2008", f"DepositID {record}"),
                          "note": "production, reserves and resources together"})
    return found


def estimates_fineprint(*rows):
    """Mineral reserves as the company reported them: proved and probable together."""
    found = []
    for row in rows:
        r = real.fineprint("capacity_reserves")[row]
        unit = r["grade_unit"].strip()
        note = "mineral reserves as reported; the source does not name the code"
        if r["sub_site"].strip():
            note = f"{r['sub_site'].strip()}; {note}"
        found.append({"commodity": COMMODITIES[(r["commodity"].strip() or r["minerals_and_ores"].strip()).lower()], "category": "proved_probable",
                      "tonnes": number(float(r["reserves_mineral_value"]) * TONNES[r["reserves_mineral_unit"].strip().lower()]),
                      "grade": number(r["grade"]) if unit else None, "grade_unit": {"%": "percent", "g/t": "g/t", "": None}[unit],
                      "effective_date": str(int(float(r["reserves_year"]))), "code": "unclassified",
                      "cite": cite("fineprint-2023", f"capacity_reserves row {row}; {r['source'].strip()}"), "note": note})
    return found


def estimates_minmod(dataset, record, *commodities, category=None, note=None):
    """The record's rows for these commodities; MinMod's `category` picks among them."""
    found = []
    for commodity in commodities:
        rows = [r for r in real.minmod_inventory()[dataset, record]
                if r["commodity"].lower() == commodity and r["ore_value"] and (category is None or r["category"] == category)]
        pairs = {(r["ore_value"], r["grade_value"]) for r in rows}
        assert len(pairs) == 1, f"{dataset} {record} {commodity}: which of {pairs}?"
        r = rows[0]
        unit = r["ore_unit"].strip().lower()
        scale = {"mt": 1e6, "million tonnes": 1e6, "million metric tons": 1e6, "tonnes": 1.0, "metric tons": 1.0}[unit]
        grade_unit = r["grade_unit"].strip().lower()
        if grade_unit.startswith("%") or grade_unit in ("percent", "wt-pct"):
            grade_unit = "percent"
        elif grade_unit.startswith("g/t") or grade_unit == "grams/metric ton":
            grade_unit = "g/t"
        else:
            assert grade_unit.endswith("ppm"), grade_unit
            grade_unit = "ppm"
        words = r["category"]
        if words == "Proven+Probable":
            klass = "proved_probable"
        elif words in ("", "Inferred+Indicated+Measured", "Inferred+Measured+Indicated", "Measured+Indicated+Inferred"):
            klass = "unclassified"
        else:
            klass = words.lower()
        remarks = ["measured, indicated and inferred together"] if klass == "unclassified" and words else []
        if r["commodity_observed"] == "WO3":
            remarks.append("grade is of WO3")
        if note:
            remarks.append(note)
        found.append({"commodity": COMMODITIES[commodity], "category": klass, "tonnes": number(float(r["ore_value"]) * scale),
                      "grade": number(f"{float(r['grade_value']):.5g}"), "grade_unit": grade_unit,
                      "effective_date": r["date"] or None, "code": "unclassified", "cite": minmod_cite(dataset, record),
                      "note": "; ".join(remarks) or None})
    return found


def contained_minmod(dataset, record, commodity):
    """A record that gives the metal itself, which it writes as ore of 100 percent."""
    r, = (r for r in real.minmod_inventory()[dataset, record] if r["commodity"].lower() == commodity)
    assert float(r["grade_value"]) == 100 and r["grade_unit"] == "percent" and r["ore_unit"] == "metric tons"
    return [estimate(COMMODITIES[commodity], "unclassified", None, None, None, r["date"] or None, "unclassified", minmod_cite(dataset, record),
                     "the metal itself, which the data set gives as ore of 100 percent", number(r["ore_value"]))]


LITHIUM_CLASSES = {"Proven plus Probable": "proved_probable", "Inferred": "inferred", "Indicated": "indicated",
                   "Measured": "measured", "Demonstrated": "measured_indicated", "Unclassified": "unclassified"}


def estimates_lithium(*objects):
    found = []
    for key in objects:
        r = next(r for r in real.lithium("Resources") if r["OBJECTID *"] == str(key))
        assert not r["Mat_Amnt"].startswith("-"), "a negative amount is the source's mark for a computed one"
        estimate = {"commodity": COMMODITIES[r["CntSICom"].lower()], "category": LITHIUM_CLASSES[r["Rsrc_Class"]],
                    "tonnes": None, "grade": None, "grade_unit": None, "effective_date": r["Rsrc_Date"],
                    "code": {"CIM": "NI 43-101"}.get(r["Rsrc_Code"], "unclassified"),
                    "cite": cite("usgs-lithium-2019", f"Resources OBJECTID {key}"), "note": r["Rsrc_Descr"]}
        assert r["Mat_Units"] in ("tonnes", "metric tons")
        if r["Mat_Type"] != "commodity" and r["Grade"] != "<Null>":
            estimate["tonnes"] = number(r["Mat_Amnt"])
            estimate["grade"] = number(r["Grade"])
            estimate["grade_unit"] = {"parts per million": "ppm", "percent": "percent", "milligrams per liter": "mg/L"}[r["Grade_Unit"]]
        # .111 is that table's mark for "significant digits as written"
        estimate["contained_tonnes"] = number(r["Contained"].replace(".111", ""))
        found.append(estimate)
    return found


def estimate(commodity, category, tonnes, grade, unit, date, code, where, note=None, contained=None):
    e = {"commodity": commodity, "category": category, "tonnes": tonnes, "grade": grade, "grade_unit": unit,
         "effective_date": date, "code": code, "cite": where, "note": note}
    if contained is not None:
        e["contained_tonnes"] = contained
    return e


# --- stages, processes, owners --------------------------------------------------------------------

def produced(row):
    """Production in the year of a row of the fineprint sheet `commodities`."""
    r = real.fineprint("commodities")[row]
    assert float(r["value"]) > 0
    year = str(int(float(r["year"])))
    return {"stage": "production", "date": year,
            "cite": cite("fineprint-2023", f"commodities row {row}: {r['commodity'].strip()} {number(r['value'])} {r['unit'].strip()} in {year}")}


def processed(row):
    """Output in the year of a row of the fineprint sheet `processing`."""
    r = real.fineprint("processing")[row]
    year = str(int(float(r["year"])))
    what = f"{r['process_output'].strip() or r['process_input'].strip()} {number(r['process_output_value'] or r['process_input_value'])} " \
           f"{(r['process_output_unit'] if r['process_output_value'] else r['process_input_unit']).strip()} in {year}"
    return {"stage": "production", "date": year, "cite": cite("fineprint-2023", f"processing row {row}: {what}")}


def shipped(row):
    """Deliveries in the year of a row of the fineprint sheet `transport`."""
    r = real.fineprint("transport")[row]
    year = str(int(float(r["year"])))
    return {"stage": "production", "date": year,
            "cite": cite("fineprint-2023", f"transport row {row}: {r['product'].strip()} {number(r['value'])} {r['unit'].strip()} "
                                           f"to {r['transport_to'].strip()} in {year}")}


def active_2003(record):
    real.mineplant()[record]
    return {"stage": "production", "date": "2003", "cite": cite("usgs-mineplant-2003", f"id {record}, active mines and plants of 2003")}


def stage(name, date, where):
    return {"stage": name, "date": date, "cite": where}


def capacity(process, feed, product, row):
    r = real.fineprint("capacity_reserves")[row]
    return {"process": process, "feed": feed, "product": product,
            "capacity_tpa": number(float(r["processing_capacity_value"]) * TONNES[r["processing_capacity_unit"].strip().lower()]),
            "year": int(float(r["processing_capacity_year"])),
            "cite": cite("fineprint-2023", f"capacity_reserves row {row}; {r['source'].strip()}")}


def process(name, feed, product, where, tonnes=None, year=None):
    return {"process": name, "feed": feed, "product": product, "capacity_tpa": tonnes, "year": year, "cite": where}


def company_2003(record):
    r = real.mineplant()[record]
    return {"name": r["COMPANY_NA"].strip(), "share_percent": None, "country": None, "as_of": "2003",
            "cite": cite("usgs-mineplant-2003", f"id {record}")}


def owner(name, share, country, as_of, where):
    return {"name": name, "share_percent": share, "country": country, "as_of": as_of, "cite": where}
