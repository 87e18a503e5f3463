# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sites of the sample: which record says what. build.py writes them to ../sites.json."""
import real_data as real
from site_parts import (active_2003, at_fineprint, at_fineprint_sub, at_lithium, at_locality, at_mineplant, at_minmod, at_page, at_porcu,
                        capacity, cite, company_2003, contained_minmod, estimate, estimates_fineprint, estimates_lithium,
                        estimates_minmod, estimates_porcu, minmod_cite, nowhere, owner, process, processed, produced, shipped, stage)

SITES = []


def site(key, name, kind, country, admin1, position, kind_cite, commodities, *, aliases=(), ids=(), estimates=(), processes=(),
         owners=(), stages=(), note=None):
    """Commodities are (key, role) of the kind's source, or (key, role, cite). Stages run from old to new; the last one stands."""
    entry = {"key": key, "name": name, "aliases": [{"name": n, "lang": l, "cite": c} for n, l, c in aliases], "kind": kind,
             "kind_cite": kind_cite}
    if stages:
        last = stages[-1]
        entry.update({"stage": last["stage"], "status_date": last["date"], "stage_cite": last["cite"]})
    entry.update({"country": country, "admin1": admin1, **position,
                  "external_ids": [{"system": s, "id": i} for s, i in ids],
                  "commodities": [{"commodity": c[0], "role": c[1], "cite": c[2] if len(c) > 2 else kind_cite} for c in commodities],
                  "estimates": list(estimates), "processes": list(processes), "owners": list(owners), "status_history": list(stages)})
    if note:
        entry["note"] = note
    SITES.append(entry)


def fp(row):
    r = real.fineprint("general")[row]
    return cite("fineprint-2023", f"general row {row}: {r['mine_fac'].strip()}; {r['source'].strip()}")


def mm(dataset, record):
    return minmod_cite(dataset, record)


def mp(record):
    return cite("usgs-mineplant-2003", f"id {record}: {real.mineplant()[record]['COMMODITY']}")


def pg(key, ref):
    return cite(key, ref)


def fp_mine(key, name, row, country, admin1, commodities, produced_row=None, reserves=(), **more):
    stages = list(more.pop("stages", ()))
    if produced_row:
        stages.append(produced(produced_row))
    estimates = estimates_fineprint(*reserves) + list(more.pop("estimates", ()))
    position = more.pop("position", None) or at_fineprint(row)
    kind_cite = more.pop("kind_cite", None) or fp(row)
    site(key, name, "mine", country, admin1, position, kind_cite, commodities, stages=stages, estimates=estimates, **more)


def plant_2003(key, name, record, kind, admin1, commodities, **more):
    site(key, name, kind, "US", admin1, at_mineplant(record), mp(record), commodities, ids=[("usgs-mineplant-2003", record), *more.pop("ids", ())],
         owners=[company_2003(record)], stages=[*more.pop("stages", ()), active_2003(record)], **more)


# --- Mexico: mines, deposits, prospects -------------------------------------------------------------

fp_mine("buenavista-del-cobre", "Buenavista del Cobre", 23, "MX", "Sonora",
        [("copper", "main"), ("molybdenum", "by_product"), ("silver", "by_product"), ("zinc", "by_product", mm("mudd_jowitt_copper", "buenavista-zinc__1303"))],
        194, (136, 137), aliases=[("Cananea", "es", cite("usgs-porcu-2008", "DepositID 178")), ("Buenavista", None, fp(23))],
        ids=[("usgs-porcu", "178"), ("minmod", "mudd_jowitt_copper/buenavista-del-cobre-cananea__1302")],
        estimates=estimates_porcu("178") + estimates_minmod("mudd_jowitt_copper", "buenavista-zinc__1303", "zinc", "silver",
                                                            note="the Buenavista Zinc deposit alone"))
fp_mine("la-caridad", "La Caridad", 22, "MX", "Sonora",
        [("copper", "main"), ("molybdenum", "by_product"), ("silver", "by_product")], 372, (662, 663),
        position=at_fineprint_sub(19), ids=[("usgs-porcu", "182")], estimates=estimates_porcu("182"),
        note="Row 19 of the sub_sites sheet, the mine's own position, is labelled a refinery there; "
             "it agrees with USGS DepositID 182 within 2 km.")
site("el-arco", "El Arco", "deposit", "MX", "Baja California", at_fineprint(31), fp(31), [("copper", "main"), ("molybdenum", "by_product")],
     ids=[("usgs-porcu", "184"), ("usgs-major-deposits", "1187")], estimates=estimates_fineprint(357, 358) + estimates_porcu("184"),
     note="The company report of 2020 calls it in development and names no stage.")
site("pilares", "Pilares", "deposit", "MX", "Sonora", at_fineprint(33), fp(33), [("copper", "main")],
     aliases=[("Los Pilares, Nacozari", "es", cite("usgs-porcu-2008", "DepositID 181"))], ids=[("usgs-porcu", "181")],
     estimates=estimates_fineprint(1058) + estimates_porcu("181"), note="The company report of 2020 calls it in development and names no stage.")
site("el-boleo", "El Boleo", "mine", "MX", "Baja California Sur", at_minmod("mrdata_sir20105090z", "0"),
     pg("wikipedia-el-boleo", "first paragraph"),
     [("copper", "main"), ("cobalt", "by_product"), ("zinc", "by_product"), ("manganese", "trace")],
     aliases=[("Boleo", "es", mm("mrdata_sir20105090z", "0"))], ids=[("usgs-sir20105090z", "0"), ("usgs-major-deposits", "1188")],
     estimates=estimates_minmod("mudd_jowitt_copper", "el-boleo__1317", "copper", "cobalt", "zinc"),
     processes=[process("copper processing plant", "copper-cobalt-zinc ore", "copper", pg("kores-boleo-2015", "third paragraph: when at full capacity"), 51000, 2015)],
     owners=[owner("Korea Resources Corporation", 74, "KR", "2015", pg("kores-boleo-2015", "second paragraph")),
             owner("Hyundai Hysco and other Korean firms", 16, "KR", "2015", pg("kores-boleo-2015", "second paragraph")),
             owner("Baja Mining", 10, "CA", "2015", pg("kores-boleo-2015", "second paragraph"))],
     stages=[stage("construction", "2012", pg("kores-boleo-2015", "third paragraph: the project began in 2012")),
             stage("production", "2015-01-17", pg("wikipedia-el-boleo", "first paragraph"))])
site("milpillas", "Milpillas", "mine", "MX", "Sonora", at_porcu("175"), pg("penoles-reserves-2020", "third paragraph: a mining unit"), [("copper", "main")],
     ids=[("usgs-porcu", "175")],
     estimates=estimates_minmod("mudd_jowitt_copper", "milpillas__1340", "copper", category="Proven+Probable") + estimates_porcu("175"),
     owners=[owner("Industrias Peñoles", None, None, "2020", pg("penoles-reserves-2020", "third paragraph"))],
     note="The 2008 data set gives 2006 as start-up; the company left it out of its mine life in 2020 and the page does not say why.")
site("piedras-verdes", "Piedras Verdes", "mine", "MX", "Sonora", at_porcu("187"), cite("usgs-porcu-2008", "DepositID 187: start-up 2006"), [("copper", "main")],
     aliases=[("Cobre del Mayo", "es", mm("mudd_jowitt_copper", "piedras-verdes-cobre-del-mayo__1343"))], ids=[("usgs-porcu", "187")],
     estimates=estimates_minmod("mudd_jowitt_copper", "piedras-verdes-cobre-del-mayo__1343", "copper", category="Proven+Probable") + estimates_porcu("187"))
site("cumobabi", "Cumobabi", "deposit", "MX", "Sonora", at_porcu("183"), cite("usgs-porcu-2008", "DepositID 183"),
     [("copper", "main"), ("molybdenum", "main")], aliases=[("Cumpas", "es", cite("usgs-porcu-2008", "DepositID 183"))],
     ids=[("usgs-porcu", "183")], estimates=estimates_porcu("183"))
site("cuatro-hermanos", "Cuatro Hermanos", "deposit", "MX", "Sonora", at_porcu("186"), cite("usgs-porcu-2008", "DepositID 186"),
     [("copper", "main"), ("molybdenum", "by_product")], ids=[("usgs-porcu", "186")],
     estimates=estimates_porcu("186") + estimates_minmod("mudd_jowitt_copper", "cuatro-hermanos__1312", "copper", "molybdenum"))
site("santo-tomas", "Santo Tomás", "prospect", "MX", "Sinaloa", at_porcu("189"), cite("usgs-porcu-2008", "DepositID 189"), [("copper", "main")],
     ids=[("usgs-porcu", "189")], estimates=estimates_porcu("189"))
SONORA_FS = pg("bacanora-fs-filing", "report highlights")
site("sonora-lithium", "Sonora Lithium", "deposit", "MX", "Sonora",
     at_minmod("mining_report", "02ec633583ef811bf4df15f2bd24d489ea20a207cd326c15c39b498d1a9ac3b7c8"),
     pg("bacanora-sonora", "first paragraph"), [("lithium", "main"), ("potash", "by_product")],
     aliases=[("La Ventana", "es", pg("bacanora-sonora", "second paragraph"))],
     estimates=[
         estimate("lithium", "measured", 103000000, 3480, "ppm", "2018-01", "NI 43-101", SONORA_FS, "the company's page (bacanora-sonora, table 2) gives a cut-off of 1,000 ppm Li and says that reserves are included"),
         estimate("lithium", "indicated", 188000000, 3120, "ppm", "2018-01", "NI 43-101", SONORA_FS, "the company's page (bacanora-sonora, table 2) gives a cut-off of 1,000 ppm Li and says that reserves are included")],
     processes=[process("lithium carbonate plant, as planned in the feasibility study", "lithium clay", "lithium carbonate",
                        pg("bacanora-sonora", "first paragraph"), 35000, 2018)],
     owners=[owner("Ganfeng Lithium", None, "CN", "2021", pg("mining-com-ganfeng", "fourth paragraph: acquired Bacanora Lithium in 2021"))],
     stages=[stage("feasibility", "2018-01", pg("bacanora-sonora", "first paragraph"))],
     note="The concessions were cancelled in August 2023 after Mexico nationalised lithium in 2022, and the owner went to arbitration "
          "(source mining-com-ganfeng, third paragraph). Before 2021 Bacanora held 77.5% and Ganfeng 22.5% of Sonora Lithium Ltd "
          "(source bacanora-sonora, second paragraph).")
site("san-nicolas", "San Nicolás", "deposit", "MX", "Zacatecas", at_minmod("mrdata_major_deposits", "1236"),
     pg("mining-com-san-nicolas", "second paragraph"), [("copper", "main"), ("zinc", "main"), ("gold", "by_product"), ("silver", "by_product")],
     ids=[("usgs-major-deposits", "1236"), ("usgs-vms", "1190")],
     estimates=[estimate(c, "proved_probable", 105200000, g, u, "2021", "unclassified", pg("mining-com-san-nicolas", "third paragraph"))
                for c, g, u in (("copper", 1.12, "percent"), ("zinc", 1.48, "percent"), ("gold", 0.4, "g/t"), ("silver", 22, "g/t"))],
     owners=[owner("Teck Resources", 50, "CA", "2023-04", pg("mining-com-san-nicolas", "first paragraph")),
             owner("Agnico Eagle Mines", 50, "CA", "2023-04", pg("mining-com-san-nicolas", "first paragraph"))],
     stages=[stage("pre_feasibility", "2021-03", pg("mining-com-san-nicolas", "fourth paragraph")),
             stage("permitting", "2023-04", pg("mining-com-san-nicolas", "first paragraph: together to advance permitting and development"))])
site("san-agustin-celestite", "San Agustín", "deposit", "MX", "Coahuila", at_minmod("mrdata_major_deposits", "1230"),
     mm("mrdata_major_deposits", "1230"), [("strontium", "main")], ids=[("usgs-major-deposits", "1230")])
site("la-ilusion-san-pedro", "La Ilusión-San Pedro", "deposit", "MX", "Coahuila", at_minmod("mrdata_major_deposits", "1205"),
     mm("mrdata_major_deposits", "1205"), [("strontium", "main")], ids=[("usgs-major-deposits", "1205")])
site("las-cuevas", "Las Cuevas", "mine", "MX", "San Luis Potosí", at_locality("240550084"), pg("mbn-fluorspar", "second paragraph"),
     [("fluorspar", "main")], ids=[("usgs-major-deposits", "1208")],
     owners=[owner("Mexichem", None, None, "2015-10", pg("mbn-fluorspar", "second paragraph"))],
     stages=[stage("production", "2022-12", pg("earth-island-fluoride", "opening: mine and tailings at La Salitrera"))],
     note="The position is that of La Salitrera, named as the place of the mine; USGS record 1208 puts the Zaragoza-Rio Verde district "
          "at 101.1 W 22.533 N, some 80 km away.")
site("encantada-buenavista", "Encantada-Buenavista", "deposit", "MX", "Coahuila", at_minmod("mrdata_ree", "743"), mm("mrdata_ree", "743"),
     [("rare_earths", "trace"), ("strontium", "trace"), ("fluorspar", "main", mm("mrdata_major_deposits", "1193"))],
     ids=[("usgs-ree", "743"), ("usgs-major-deposits", "1193")])
site("aguachile", "Aguachile", "deposit", "MX", "Coahuila", at_minmod("mrdata_major_deposits", "1171"), mm("mrdata_major_deposits", "1171"),
     [("fluorspar", "main")], ids=[("usgs-major-deposits", "1171")])
site("molango", "Molango", "mine", "MX", "Hidalgo", at_minmod("mrdata_major_deposits", "1212"), pg("industrytoday-autlan", "third paragraph"),
     [("manganese", "main")], aliases=[("Unidad Molango", "es", pg("industrytoday-autlan", "third paragraph"))],
     ids=[("usgs-major-deposits", "1212")],
     owners=[owner("Minera Autlán", None, None, "2008", pg("industrytoday-autlan", "third paragraph"))],
     stages=[stage("production", "2007", pg("industrytoday-autlan", "third paragraph: some 900,000 tons of manganese in 2007, all mines"))],
     processes=[process("nodulizing kiln", "manganese carbonate ore", "manganese nodules", pg("autlan-processes", "beneficio"))])
site("naica", "Naica", "mine", "MX", "Chihuahua", at_minmod("mrdata_sedznpb", "313"), pg("tuinterfaz-naica", "first result"),
     [("zinc", "main", mm("mrdata_major_deposits", "1214")), ("lead", "main", mm("mrdata_major_deposits", "1214")),
      ("silver", "main", mm("mrdata_major_deposits", "1214")), ("tungsten", "by_product", mm("world_tin_tungsten_deposit", "513"))],
     ids=[("usgs-sedznpb", "313"), ("usgs-major-deposits", "1214"), ("gsc-tin-tungsten", "513")],
     estimates=estimates_minmod("mudd_jowitt_2017_zinc_lead", "naica__621", "zinc", "lead", "silver")
     + estimates_minmod("world_tin_tungsten_deposit", "513", "tungsten"),
     owners=[owner("Industrias Peñoles", None, None, None, pg("tuinterfaz-naica", "first result"))],
     stages=[stage("care_and_maintenance", None, pg("tuinterfaz-naica", "first result: operations suspended indefinitely after a flood in January"))])
site("bismark", "Bismark", "mine", "MX", "Chihuahua", at_minmod("mrdata_sedznpb", "303"), pg("penoles-reserves-2020", "third paragraph: a mining unit"),
     [(c, r, mm("mrdata_sedznpb", "303")) for c, r in (("zinc", "main"), ("lead", "by_product"), ("copper", "by_product"), ("silver", "by_product"))], ids=[("usgs-sedznpb", "303")],
     estimates=estimates_minmod("mudd_jowitt_copper", "bismark__1300", "zinc", "lead", "copper", "silver", category="Proven+Probable"))
site("sierra-mojada", "Sierra Mojada", "deposit", "MX", "Coahuila", at_minmod("mrdata_sedznpb", "320"), mm("mrdata_sedznpb", "320"),
     [("zinc", "main"), ("silver", "main"), ("lead", "by_product")], ids=[("usgs-sedznpb", "320"), ("usgs-major-deposits", "1245")],
     estimates=estimates_minmod("mudd_jowitt_2017_zinc_lead", "sierra-mojada__641", "zinc", "silver"))
site("tizapa", "Tizapa", "mine", "MX", "México", at_minmod("mrdata_vms", "1161"), pg("penoles-reserves-2020", "fourth paragraph"),
     [(c, r, mm("mrdata_vms", "1161")) for c, r in (("zinc", "main"), ("silver", "main"), ("lead", "by_product"), ("copper", "by_product"), ("gold", "by_product"))], ids=[("usgs-vms", "1161")],
     estimates=estimates_minmod("mudd_jowitt_copper", "tizapa__1360", "zinc", "silver", "lead", "copper", "gold", category="Proven+Probable"))
site("washington-sonora", "Washington", "deposit", "MX", "Sonora", at_minmod("world_tin_tungsten_deposit", "518"),
     mm("world_tin_tungsten_deposit", "518"), [("copper", "main"), ("molybdenum", "by_product"), ("tungsten", "by_product"), ("silver", "by_product")],
     ids=[("gsc-tin-tungsten", "518")],
     estimates=estimates_minmod("world_tin_tungsten_deposit", "518", "copper", "molybdenum", "tungsten", "silver"))
site("el-jaralito", "El Jaralito", "deposit", "MX", "Sonora", at_minmod("world_tin_tungsten_deposit", "510"),
     mm("world_tin_tungsten_deposit", "510"), [("tungsten", "main")], aliases=[("San Antonio", "es", mm("world_tin_tungsten_deposit", "510"))],
     ids=[("gsc-tin-tungsten", "510")], estimates=estimates_minmod("world_tin_tungsten_deposit", "510", "tungsten"))
site("lourdes-graphite", "Lourdes", "deposit", "MX", "Sonora", at_minmod("doi-10-3133-pp1802j", "58"), mm("doi-10-3133-pp1802j", "58"),
     [("graphite", "main")], ids=[("usgs-pp1802j", "58"), ("usgs-major-deposits", "1209")],
     estimates=estimates_minmod("doi-10-3133-pp1802j", "58", "graphite"))
site("tonichi-graphite", "Tonichi", "deposit", "MX", "Sonora", at_minmod("doi-10-3133-pp1802j", "59"), mm("doi-10-3133-pp1802j", "59"),
     [("graphite", "main")], ids=[("usgs-pp1802j", "59"), ("usgs-major-deposits", "1251")],
     estimates=estimates_minmod("doi-10-3133-pp1802j", "59", "graphite"))
site("el-tejon", "El Tejón", "deposit", "MX", "Oaxaca", at_minmod("doi-10-5066-p99rk9su", "el-tejon-production"),
     mm("doi-10-5066-p99rk9su", "el-tejon-production"), [("graphite", "main")], ids=[("usgs-graphite-p99rk9su", "el-tejon-production")],
     estimates=estimates_minmod("doi-10-5066-p99rk9su", "el-tejon-production", "graphite"))
fp_mine("fresnillo", "Fresnillo", 336, "MX", "Zacatecas", [("silver", "main"), ("zinc", "by_product"), ("lead", "by_product"), ("gold", "by_product")],
        3397, (410, 411, 412, 413), ids=[("usgs-major-deposits", "1195")])
fp_mine("saucito", "Saucito", 337, "MX", "Zacatecas", [("silver", "main"), ("zinc", "by_product"), ("lead", "by_product"), ("gold", "by_product")],
        3439, (1283, 1284, 1285, 1286))
fp_mine("cozamin", "Cozamin", 396, "MX", "Zacatecas", [("copper", "main"), ("silver", "by_product"), ("zinc", "by_product"), ("lead", "by_product")],
        4928, (290, 291, 292, 293))
fp_mine("penasquito", "Peñasquito", 412, "MX", "Zacatecas", [("gold", "main"), ("silver", "main"), ("lead", "by_product"), ("zinc", "by_product")],
        3830, (), aliases=[("Penasquito", "en", fp(412))], ids=[("usgs-major-deposits", "1221")])
fp_mine("charcas", "Charcas", 25, "MX", "San Luis Potosí", [("zinc", "main"), ("lead", "by_product"), ("copper", "by_product")],
        aliases=[("IMMSA - Charcas", "es", fp(25))], ids=[("usgs-sedznpb", "308")])
fp_mine("pena-colorada", "Peña Colorada", 595, "MX", "Colima", [("iron", "main")], None, (1042,), ids=[("usgs-major-deposits", "1220")])
fp_mine("san-julian", "San Julián", 338, "MX", "Chihuahua", [("silver", "main"), ("gold", "by_product"), ("lead", "by_product"), ("zinc", "by_product")],
        3479, (1271, 1272, 1273, 1274, 1275, 1276), note="On the border of Chihuahua and Durango, as the source says.")
site("guadalcazar", "Guadalcázar", "deposit", "MX", "San Luis Potosí", at_minmod("world_tin_tungsten_deposit", "511", 5000),
     mm("world_tin_tungsten_deposit", "511"), [("tin", "main")],
     aliases=[("Santa Elena fan", "en", mm("world_tin_tungsten_deposit", "511"))], ids=[("gsc-tin-tungsten", "511")],
     estimates=contained_minmod("world_tin_tungsten_deposit", "511", "tin"),
     note="The data set calls it a basin; its point is within 150 m of the town of Guadalcázar (INEGI locality 240170001).")
site("sierra-de-tamaulipas", "Sierra de Tamaulipas", "prospect", "MX", "Tamaulipas", at_minmod("mrdata_ree", "246", 6000), mm("mrdata_ree", "246"),
     [("rare_earths", "main"), ("niobium", "by_product")], ids=[("usgs-ree", "246")],
     note="The data set lists mines, deposits and occurrences and does not say which this is; its position is given to a tenth of a degree.")
site("el-refugio", "El Refugio", "deposit", "MX", "Guanajuato", at_minmod("mrdata_major_deposits", "1192"), mm("mrdata_major_deposits", "1192"),
     [("fluorspar", "main")], ids=[("usgs-major-deposits", "1192")])
site("mazatan", "Mazatán", "deposit", "MX", "Sonora", at_minmod("mrdata_major_deposits", "1210"), mm("mrdata_major_deposits", "1210"),
     [("barite", "main")], ids=[("usgs-major-deposits", "1210")],
     note="A district; the town of Mazatán (INEGI locality 260370001) lies some 20 km from the data set's point.")
site("laguna-del-rey", "Laguna del Rey", "deposit", "MX", "Coahuila", at_minmod("mrdata_major_deposits", "1207"), mm("mrdata_major_deposits", "1207"),
     [("magnesium", "main"), ("sodium_sulfate", "main")], ids=[("usgs-major-deposits", "1207")],
     note="The data set says magnesia.")
site("san-juan-de-la-costa", "San Juan de la Costa", "deposit", "MX", "Baja California Sur", at_minmod("mrdata_major_deposits", "1232"),
     mm("mrdata_major_deposits", "1232"), [("phosphate", "main")], ids=[("usgs-major-deposits", "1232")])
site("mimosa", "MIMOSA coal mines", "mine", "MX", "Coahuila", at_fineprint(942), fp(942), [("metallurgical_coal", "main"), ("coal", "main")],
     estimates=estimates_fineprint(793), stages=[shipped(523)],
     note="The reserves are of coal; the source does not tell metallurgical from thermal coal in them.")

# --- Mexico: plants -----------------------------------------------------------------------------------

site("la-caridad-metallurgical", "La Caridad metallurgical complex", "smelter_refinery", "MX", "Sonora", at_fineprint_sub(18),
     cite("fineprint-2023", "sub_sites row 18: La Caridad, La Caridad Processing"),
     [("copper", "product", fp(22)), ("gold", "product", cite("fineprint-2023", "processing row 5")), ("silver", "product", cite("fineprint-2023", "processing row 6"))],
     processes=[capacity("smelter", "copper concentrate", "copper anode", 1102), capacity("refinery", "copper anode", "copper cathode", 1103)],
     stages=[processed(4)], note="The source writes capacities in tons.")
site("slp-zinc-refinery", "San Luis Potosí complex", "smelter_refinery", "MX", "San Luis Potosí", at_fineprint(34), fp(34),
     [("zinc", "product"), ("copper", "product"), ("silver", "product"), ("gold", "product"), ("cadmium", "product")],
     processes=[process("zinc refinery", "zinc concentrate", "refined zinc", cite("fineprint-2023", "processing rows 92-97"))],
     stages=[processed(93)])
site("met-mex-torreon", "Met-Mex Torreón", "smelter_refinery", "MX", "Coahuila", at_locality("050350001"), pg("penoles-metals", "Torreón"),
     [("lead", "product"), ("zinc", "product"), ("silver", "product"), ("gold", "product")],
     aliases=[("Metalúrgica Met-Mex Peñoles", "es", pg("penoles-metals", "Key information Met-Mex"))],
     processes=[process("lead smelter", "lead concentrates", "lead bullion", pg("penoles-metals", "Lead smelter: installed capacity"), 180000, 2023),
                process("zinc refinery", "zinc concentrates", "refined zinc", pg("penoles-metals", "Zinc circuit"))],
     owners=[owner("Industrias Peñoles", 100, None, "2023-12", pg("penoles-metals", "Key information Met-Mex"))],
     stages=[stage("production", "2020", pg("penoles-2020", "Metals production: zinc 260.9 kt, lead 111.5 kt"))],
     note="The position is that of the city of Torreón; the plant's own was not read.")
site("bermejillo", "Bermejillo", "processing_plant", "MX", "Durango", at_locality("100130014"), pg("penoles-metals", "Bermejillo"),
     [("copper", "product", pg("penoles-2020", "Bermejillo: copper sulfate")), ("zinc", "product", pg("penoles-2020", "Bermejillo: zinc sulfate")),
      ("antimony", "product", pg("penoles-2020", "Bermejillo: antimony trioxide"))],
     processes=[process("by-product plant", "materials from the Met-Mex circuits and the Aleazin plant", "copper sulfate, zinc sulfate, antimony trioxide",
                        pg("penoles-2020", "Metals Division"))],
     owners=[owner("Industrias Peñoles", None, None, "2020", pg("penoles-2020", "Metals Division"))],
     stages=[stage("production", "2020", pg("penoles-2020", "Metals Division"))],
     note="The position is that of the town of Bermejillo; the plant's own was not read.")
site("aleazin", "Aleazin plant", "manufacturing_plant", "MX", "Coahuila", at_locality("050270001"), pg("penoles-metals", "Ramos Arizpe"),
     [("zinc", "input")], processes=[process("alloying", "refined zinc", "zinc alloys", pg("penoles-metals", "Aleazin plant: alloy production capacity"), 70000, 2023)],
     owners=[owner("Industrias Peñoles", None, None, "2020", pg("penoles-2020", "Metals Division"))],
     stages=[stage("production", "2020", pg("penoles-2020", "Metals Division"))],
     note="The position is that of the town of Ramos Arizpe; the plant's own was not read.")
site("gm-ramos-arizpe", "General Motors Ramos Arizpe complex", "manufacturing_plant", "MX", "Coahuila", at_locality("050270001"),
     pg("gm-ramos-arizpe", "first paragraph"), [],
     processes=[process("vehicle assembly", None, "electric vehicles", pg("gm-ramos-arizpe", "second paragraph")),
                process("drive units, batteries and electric components", None, "electric drive units", pg("gm-ramos-2021", "second paragraph"))],
     owners=[owner("General Motors", None, None, "2024", pg("gm-ramos-arizpe", "first paragraph"))],
     stages=[stage("production", "2024", pg("gm-ramos-arizpe", "second paragraph"))],
     note="The position is that of the town of Ramos Arizpe; the plant's own was not read.")
site("madero-smelter", "Madero smelter", "smelter_refinery", "MX", "Coahuila", nowhere(), pg("uamy-restart", "first paragraph"),
     [("antimony", "product")], processes=[process("antimony smelter", "antimony ore", "antimony", pg("uamy-restart", "engineered capacity 200 tons a month"), 2400, 2025)],
     owners=[owner("United States Antimony Corporation", None, None, "2025-04", pg("projectblue-madero", "first paragraph"))],
     stages=[stage("care_and_maintenance", "2024-03", pg("projectblue-madero", "second paragraph: shut down in March 2024")),
             stage("production", "2025-04", pg("projectblue-madero", "first paragraph"))],
     note="No position was read. The capacity is twelve times the 200 tons a month of the source.")
site("matamoros-hf", "Matamoros hydrofluoric acid plant", "processing_plant", "MX", "Tamaulipas", at_locality("280220001"),
     pg("explica-fluorite", "third paragraph"), [("fluorspar", "input")],
     processes=[process("hydrofluoric acid", "fluorspar", "hydrofluoric acid", pg("explica-fluorite", "third paragraph"))],
     owners=[owner("Orbia", None, None, "2020-04", pg("explica-fluorite", "second paragraph"))],
     stages=[stage("production", "2020-04", pg("explica-fluorite", "third paragraph"))],
     note="The position is that of the city of Matamoros; the plant's own was not read.")
site("teziutlan", "Teziutlán ferroalloy plant", "smelter_refinery", "MX", "Puebla", at_locality("211740001"), pg("autlan-teziutlan", "first paragraph"),
     [("manganese", "input", pg("autlan-processes", "Transportación"))],
     aliases=[("Ferroaleaciones Teziutlán", "es", pg("autlan-teziutlan", "first paragraph"))],
     processes=[process("four electric furnaces", "manganese nodules", "manganese ferroalloys", pg("autlan-teziutlan", "second paragraph"))],
     owners=[owner("Autlán", None, None, None, pg("autlan-teziutlan", "first paragraph"))],
     note="The position is that of the town of Teziutlán; the plant's own was not read.")
site("tamos", "Tamós ferroalloy plant", "smelter_refinery", "MX", "Veracruz", at_locality("301230014"), pg("steelorbis-autlan", "second paragraph"),
     [("manganese", "input", pg("autlan-processes", "Transportación"))],
     processes=[process("five electric arc furnaces", "manganese nodules", "ferroalloys", pg("steelorbis-autlan", "second paragraph"))],
     owners=[owner("Minera Autlán", None, "MX", "2022-11", pg("steelorbis-autlan", "first paragraph"))],
     stages=[stage("production", "2022-11", pg("steelorbis-autlan", "second paragraph"))],
     note="The position is that of the town of Tamós; the plant's own was not read.")
site("lazaro-cardenas-steel", "Lázaro Cárdenas steel plant", "smelter_refinery", "MX", "Michoacán", at_fineprint(621), fp(621),
     [("iron", "input")], processes=[process("steelworks", "iron ore", "steel slab", fp(621))], stages=[processed(2134)])
SLP_SMELTER = cite("fineprint-2023", "sub_sites row 30: San Luis Potosi Complex, San Luis Potosi Smelter, production from 1925 to 2010")
site("la-caridad-rod-plant", "La Caridad copper rod plant", "manufacturing_plant", "MX", "Sonora", nowhere(),
     cite("fineprint-2023", "sub_sites row 20: La Caridad, La Caridad Copper Rod Plant"), [("copper", "product", cite("fineprint-2023", "processing row 7"))],
     processes=[capacity("rod plant", None, "copper rod", 1104)], stages=[processed(7)],
     note="No position was read. Row 20 of the sub_sites sheet labels it a mine; its name and its product say what it is. "
          "The source writes the capacity in tons.")
site("slp-copper-smelter", "San Luis Potosí copper smelter", "smelter_refinery", "MX", "San Luis Potosí", nowhere(), SLP_SMELTER,
     [("copper", "product", cite("fineprint-2023", "processing row 159"))],
     processes=[process("smelter", "copper concentrate", "blister copper", cite("fineprint-2023", "processing rows 152, 159, 166, 173, 180, 187"))],
     stages=[processed(159), stage("closed", "2010", SLP_SMELTER)],
     note="The source gives a position for the complex as a whole, which stands with the zinc refinery, and none for the smelter.")
site("nueva-rosita", "Nueva Rosita coal and coke complex", "processing_plant", "MX", "Coahuila", at_fineprint(36), fp(36),
     [("metallurgical_coal", "input")],
     processes=[process("coal washing and coking", "coal", "metallurgical coke", fp(36))],
     note="The source files it under mines and lists pits, a coke facility and a coal washing plant; no output of it was read.")

# --- United States: mines, deposits, prospects ------------------------------------------------------------

fp_mine("morenci", "Morenci", 486, "US", "Arizona", [("copper", "main"), ("molybdenum", "by_product")], 4320, (819, 820))
fp_mine("bagdad", "Bagdad", 487, "US", "Arizona",
        [("copper", "main"), ("molybdenum", "by_product"), ("rhenium", "trace", mp("3637")), ("silver", "by_product", cite("fineprint-2023", "capacity_reserves row 56"))],
        4543, (54, 55, 56), ids=[("usgs-porcu", "55"), ("usmin", "AZ00011")], estimates=estimates_porcu("55"))
fp_mine("safford", "Safford", 488, "US", "Arizona", [("copper", "main")], 4546, (1265,), ids=[("usgs-porcu", "80")])
fp_mine("sierrita", "Sierrita", 489, "US", "Arizona",
        [("copper", "main"), ("molybdenum", "by_product"), ("rhenium", "trace", mp("3634"))], 4549, (1334, 1335, 1336))
fp_mine("chino", "Chino", 491, "US", "New Mexico", [("copper", "main")], 4559, (246, 247, 248, 249))
fp_mine("pinto-valley", "Pinto Valley", 395, "US", "Arizona",
        [("copper", "main"), ("molybdenum", "by_product"), ("silver", "by_product"), ("gold", "by_product")], 4725, (1067, 1068))
site("resolution", "Resolution", "deposit", "US", "Arizona", at_porcu("706"), cite("usgs-porcu-2008", "DepositID 706"),
     [("copper", "main"), ("molybdenum", "by_product", mm("mudd_jowitt_copper", "resolution__2190"))], ids=[("usgs-porcu", "706")],
     estimates=estimates_minmod("mudd_jowitt_copper", "resolution__2190", "copper", "molybdenum"),
     owners=[owner("Rio Tinto", 55, None, "2025", pg("resolution-about", "first paragraph")), owner("BHP", 45, None, "2025", pg("resolution-about", "first paragraph"))],
     stages=[stage("permitting", "2025-04", pg("resolution-about", "third paragraph: advancing through the federal permitting process"))])
site("rosemont", "Rosemont", "deposit", "US", "Arizona", at_fineprint(410), fp(410), [("copper", "main")],
     estimates=estimates_fineprint(1248, 1249, 1250))
site("hermosa", "Hermosa", "deposit", "US", "Arizona", at_minmod("earth_mri_usa", "277"), mm("earth_mri_usa", "277"),
     [("zinc", "main"), ("manganese", "main"), ("lead", "by_product", pg("south32-hermosa", "Project components")), ("silver", "by_product", pg("south32-hermosa", "Project components"))],
     ids=[("usgs-earth-mri", "277")],
     estimates=estimates_minmod("mudd_jowitt_copper", "hermosa-taylor__2116", "zinc", "lead", "silver", note="the Taylor deposit, as compiled in 2018"),
     owners=[owner("South32", 100, None, "2024", pg("south32-hermosa", "About Hermosa"))],
     stages=[stage("feasibility", "2024-02", pg("south32-hermosa", "final investment approval, feasibility study confirming")),
             stage("construction", "2024-02-15", pg("south32-hermosa", "final investment approval to develop the Taylor deposit"))],
     note="The final investment approval of the Taylor deposit stands here as the beginning of construction.")
site("thacker-pass", "Thacker Pass", "deposit", "US", "Nevada", at_lithium("Mo00574"), cite("usgs-lithium-2019", "Loc_Pt NV00118 Mo00574"),
     [("lithium", "main")], aliases=[("Kings Valley", "en", cite("usgs-lithium-2019", "Site NV00118"))], ids=[("usgs-lithium", "NV00118")],
     estimates=estimates_lithium(34, 36) + [
         estimate("lithium", "proved_probable", None, 2540, "ppm", None, "unclassified",
                  pg("stocktitan-thacker", "first paragraph: 14.3 million tonnes of lithium carbonate equivalent at 2,540 ppm Li"),
                  "the page gives 14.3 million tonnes of lithium carbonate equivalent, not the tonnes of ore")],
     processes=[process("lithium carbonate plant, phase 1 as planned", "lithium clay", "lithium carbonate", pg("stocktitan-thacker", "second paragraph"), 40000, None)],
     owners=[owner("General Motors", 38, None, None, pg("argus-thacker", "fourth paragraph"))],
     stages=[stage("pre_feasibility", "2018", cite("usgs-lithium-2019", "Resources OBJECTID 34: CIM reserve, which needs a pre-feasibility study")),
             stage("construction", "2023", pg("stocktitan-thacker", "third paragraph: construction started in early 2023"))])
site("silver-peak", "Silver Peak", "mine", "US", "Nevada", at_lithium("Mf00291"), cite("usgs-lithium-2019", "Loc_Pt NV00144 Mf00291"),
     [("lithium", "main")], aliases=[("Clayton Valley brine operation", "en", cite("usgs-lithium-2019", "Site NV00144"))],
     ids=[("usgs-lithium", "NV00144"), ("usgs-mineplant-2003", "3391")], estimates=estimates_lithium(69),
     owners=[company_2003("3391")],
     stages=[stage("production", "2019", cite("usgs-lithium-2019", "History OID 65: production since 1967 and still ongoing"))])
site("rhyolite-ridge", "Rhyolite Ridge", "deposit", "US", "Nevada", at_lithium("Mo00585"), cite("usgs-lithium-2019", "Loc_Pt NV00127 Mo00585"),
     [("lithium", "main"), ("boron", "main")], ids=[("usgs-lithium", "NV00127")],
     stages=[stage("advanced_exploration", "2018", cite("usgs-lithium-2019", "History OID 56: JORC compliant report, 2016-2018"))],
     note="The data set's figures for it contradict each other and are left out.")
site("fort-cady", "Fort Cady", "deposit", "US", "California", at_lithium("Mo00611"), cite("usgs-lithium-2019", "Loc_Pt CA00002 Mo00611"),
     [("boron", "main"), ("lithium", "by_product")], ids=[("usgs-lithium", "CA00002"), ("usgs-mineplant-2003", "173")],
     stages=[stage("advanced_exploration", "2018", cite("usgs-lithium-2019", "History OID 11: JORC compliant report, 2017-2018"))])
site("mountain-pass", "Mountain Pass", "mine", "US", "California", at_minmod("mrdata_deposit", "CA00041"), mm("mrdata_deposit", "CA00041"),
     [("rare_earths", "main"), ("neodymium", "main", mm("jowitt_ree", "mountain-pass__253")), ("praseodymium", "main", mm("jowitt_ree", "mountain-pass__253")),
      ("barite", "trace", mm("mrdata_major_deposits", "641"))],
     ids=[("usmin", "CA00041"), ("usgs-major-deposits", "641"), ("usgs-ree", "59")],
     estimates=estimates_minmod("jowitt_ree", "mountain-pass__253", "neodymium", "praseodymium", "dysprosium", "lanthanum", "cerium"),
     owners=[owner("MP Materials", None, None, "2022", pg("fortworthinc-mp", "fifth paragraph"))],
     stages=[stage("production", "2020", pg("fortworthinc-mp", "fifth paragraph: some 15% of rare earth content consumed in 2020"))])
site("round-top", "Round Top", "deposit", "US", "Texas", at_minmod("mrdata_deposit", "TX00005"), mm("mrdata_deposit", "TX00005"),
     [("rare_earths", "main"), ("beryllium", "main"), ("niobium", "by_product"), ("tantalum", "by_product"), ("uranium", "trace"), ("tin", "trace"),
      ("gallium", "trace", mm("earth_mri_usa", "532")), ("lithium", "trace", mm("earth_mri_usa", "532"))],
     ids=[("usmin", "TX00005"), ("usgs-earth-mri", "532")],
     estimates=estimates_minmod("jowitt_ree", "round-top__256", "dysprosium", "neodymium", "terbium"),
     owners=[owner("USA Rare Earth", 80, None, "2022-06", pg("tulsaworld-roundtop", "fourth paragraph"))])
site("bear-lodge", "Bear Lodge", "deposit", "US", "Wyoming", at_minmod("mrdata_deposit", "WY00003"), mm("mrdata_deposit", "WY00003"),
     [("rare_earths", "main")], ids=[("usmin", "WY00003")],
     estimates=estimates_minmod("jowitt_ree", "bear-lodge__249", "neodymium", "praseodymium", "dysprosium"))
site("graphite-creek", "Graphite Creek", "deposit", "US", "Alaska", at_minmod("mrdata_deposit", "AK00032"), mm("mrdata_deposit", "AK00032"),
     [("graphite", "main")], ids=[("usmin", "AK00032")])
site("yellow-pine", "Yellow Pine", "deposit", "US", "Idaho", at_minmod("earth_mri_usa", "678"), mm("mrdata_deposit", "ID00001"),
     [("antimony", "main"), ("gold", "main"), ("silver", "by_product"), ("tungsten", "by_product")], ids=[("usmin", "ID00001"), ("usgs-earth-mri", "678")])
site("elk-creek", "Elk Creek", "deposit", "US", "Nebraska", at_minmod("earth_mri_usa", "203"), mm("mrdata_deposit", "NE00001"),
     [("niobium", "main"), ("scandium", "by_product"), ("titanium", "by_product")], ids=[("usmin", "NE00001"), ("usgs-earth-mri", "203")])
fp_mine("eagle", "Eagle", 576, "US", "Michigan", [("nickel", "main"), ("copper", "main")], 6048, (348, 345))
fp_mine("henderson", "Henderson", 493, "US", "Colorado", [("molybdenum", "main")], 4590, (491,))
fp_mine("red-dog", "Red Dog", 190, "US", "Alaska", [("zinc", "main"), ("lead", "main")], 1771, (1227, 1228, 1229))
fp_mine("bingham-canyon", "Bingham Canyon", 145, "US", "Utah",
        [("copper", "main"), ("gold", "by_product"), ("molybdenum", "by_product"), ("silver", "by_product")], 1297, (91, 92, 93, 94), ids=[("usgs-porcu", "36")])
fp_mine("pend-oreille", "Pend Oreille", 191, "US", "Washington", [("zinc", "main"), ("lead", "by_product"), ("germanium", "trace", mm("earth_mri_usa", "475"))],
        1744, (1044, 1045), ids=[("usgs-mineplant-2003", "6836"), ("usgs-earth-mri", "475")])
plant_2003("stillwater", "Stillwater", "305", "mine", "Montana",
           [("palladium", "main", mm("mrdata_major_deposits", "639")), ("platinum", "main", mm("mrdata_major_deposits", "639")),
            ("nickel", "by_product", mp("3442")), ("cobalt", "by_product")],
           aliases=[("J-M Reef", "en", mm("mrdata_major_deposits", "639"))], ids=[("usgs-mineplant-2003", "3442"), ("usgs-major-deposits", "639")],
           note="Nothing later than 2003 was read.")
plant_2003("continental", "Continental", "604", "mine", "Montana",
           [("copper", "main"), ("molybdenum", "by_product", mp("3438")), ("silver", "by_product", mp("6588")), ("rhenium", "trace", mp("3640"))]
           + [(c, "trace", mm("earth_mri_usa", "118")) for c in ("tellurium", "antimony", "arsenic", "zinc")],
           aliases=[("Butte, Continental Pit", "en", mm("earth_mri_usa", "118"))], ids=[("usgs-earth-mri", "118")],
           note="Nothing later than 2003 was read.")
site("gibellini", "Gibellini", "deposit", "US", "Nevada", at_minmod("earth_mri_usa", "237"), mm("earth_mri_usa", "237"), [("vanadium", "main")],
     ids=[("usgs-earth-mri", "237")])
site("stibnite-hill", "Stibnite Hill", "mine", "US", "Montana", at_minmod("earth_mri_usa", "592"), mm("earth_mri_usa", "592"),
     [("antimony", "main"), ("tungsten", "trace")], aliases=[("US Antimony mine", "en", mm("earth_mri_usa", "592"))], ids=[("usgs-earth-mri", "592")])

# --- United States: plants -----------------------------------------------------------------------------------

site("miami-smelter", "Miami smelter", "smelter_refinery", "US", "Arizona", at_mineplant("583"), fp(490), [("copper", "product")],
     ids=[("usgs-mineplant-2003", "583")], processes=[process("smelter", "copper concentrate", "copper", cite("fineprint-2023", "processing row 1661"))],
     owners=[company_2003("583")], stages=[active_2003("583"), processed(1661)])
plant_2003("hayden-smelter", "Hayden smelter", "584", "smelter_refinery", "Arizona", [("copper", "product")],
           aliases=[("Hyden/Ray", None, mp("584"))], note="The data set spells the place Hyden. Nothing later than 2003 was read.")
plant_2003("el-paso-refinery", "El Paso copper refinery", "610", "smelter_refinery", "Texas",
           [("copper", "product")],
           note="The data set lists it as a plant for copper (610) and for selenium (6542).")
plant_2003("clarksville-zinc", "Clarksville zinc plant", "6833", "smelter_refinery", "Tennessee", [("zinc", "product"), ("cadmium", "product", mp("184"))])
plant_2003("cartersville-strontium", "Cartersville strontium plant", "6619", "manufacturing_plant", "Georgia", [("strontium", "input")],
           processes=[process("strontium carbonate", "celestite", "strontium carbonate",
                              pg("usgs-strontium-2000", "Production: the only U.S. producer of strontium compounds from celestite, from imported Mexican ore"))])
plant_2003("thompson-falls", "Thompson Falls antimony plant", "20", "smelter_refinery", "Montana", [("antimony", "product")])
plant_2003("la-porte-antimony", "La Porte antimony plant", "21", "manufacturing_plant", "Texas", [("antimony", "product")])
plant_2003("brownsville-barite", "Brownsville barite plant", "103", "processing_plant", "Texas", [("barite", "product")])
plant_2003("corpus-christi-tio2", "Corpus Christi titanium dioxide plant", "6764", "manufacturing_plant", "Texas", [("titanium", "product")])
plant_2003("henderson-titanium", "Henderson titanium sponge plant", "6765", "smelter_refinery", "Nevada", [("titanium", "product")])
plant_2003("towanda-tungsten", "Towanda tungsten plant", "6775", "manufacturing_plant", "Pennsylvania", [("tungsten", "product")])
plant_2003("fallon-tungsten", "Fallon tungsten plant", "6774", "processing_plant", "Nevada", [("tungsten", "product")])
plant_2003("boyertown-tantalum", "Boyertown tantalum plant", "311", "manufacturing_plant", "Pennsylvania", [("tantalum", "product"), ("niobium", "product")])
plant_2003("marietta-manganese", "Marietta ferroalloy plant", "3404", "smelter_refinery", "Ohio", [("manganese", "product")])
plant_2003("rowley-magnesium", "Rowley magnesium plant", "3403", "smelter_refinery", "Utah", [("magnesium", "product")])
plant_2003("delta-beryllium", "Delta beryllium plant", "170", "processing_plant", "Utah", [("beryllium", "product")])
plant_2003("columbus-smelter", "Columbus smelter and refinery", "3443", "smelter_refinery", "Montana", [("nickel", "product"), ("cobalt", "product", mp("306"))])
plant_2003("corpus-christi-chromium", "Corpus Christi chromium plant", "301", "processing_plant", "Texas", [("chromium", "product")])
plant_2003("point-comfort", "Point Comfort alumina refinery", "14", "smelter_refinery", "Texas", [("aluminum", "product")],
           note="The data set says aluminum and refinery.")
site("giga-nevada", "Gigafactory Nevada", "manufacturing_plant", "US", "Nevada", at_page(-119.440, 39.538, "wikipedia-giga-nevada", "infobox: coordinates", 1000),
     pg("wikipedia-giga-nevada", "first paragraph"), [],
     aliases=[("Giga Nevada", "en", pg("wikipedia-giga-nevada", "title")), ("Gigafactory 1", "en", pg("wikipedia-giga-nevada", "first paragraph"))],
     processes=[process("battery cells and packs", None, "lithium-ion batteries", pg("wikipedia-giga-nevada", "infobox and second paragraph"))],
     owners=[owner("Tesla", None, None, None, pg("wikipedia-giga-nevada", "first paragraph"))],
     stages=[stage("production", "2017-01", pg("wikipedia-giga-nevada", "mass production of cells in January 2017"))])
site("tsmc-arizona", "TSMC Arizona", "manufacturing_plant", "US", "Arizona", at_page(-112.16, 33.78, "wikimili-tsmc-arizona", "infobox: coordinates", 2000),
     pg("wikimili-tsmc-arizona", "first paragraph"), [], aliases=[("Fab 21", "en", pg("wikimili-tsmc-arizona", "infobox"))],
     processes=[process("semiconductor fabrication", None, "integrated circuits", pg("wikimili-tsmc-arizona", "first and second paragraph"))],
     owners=[owner("TSMC", None, None, "2025", pg("wikimili-tsmc-arizona", "infobox"))],
     stages=[stage("production", "2025", pg("wikimili-tsmc-arizona", "as of 2025 the first fab is producing"))])
site("st-gabriel", "St. Gabriel fluorochemical plant", "manufacturing_plant", "US", "Louisiana", nowhere(),
     pg("koura-doe-2022", "third paragraph"), [("fluorspar", "input", pg("explica-fluorite", "third paragraph"))],
     processes=[process("lithium hexafluorophosphate, as proposed", None, "lithium hexafluorophosphate", pg("koura-doe-2022", "third paragraph"), 10000, 2022)],
     owners=[owner("Orbia (Koura)", None, None, "2022-10", pg("koura-doe-2022", "first and third paragraph"))],
     stages=[stage("production", "2022-10", pg("koura-doe-2022", "third paragraph: fluorochemicals since 1991"))],
     note="No position was read. The capacity is that of a plant proposed on the grounds of the existing one.")
site("mp-fort-worth", "MP Materials Fort Worth magnet plant", "manufacturing_plant", "US", "Texas", nowhere(),
     pg("fortworthinc-mp", "third paragraph"), [("rare_earths", "input", pg("fortworthinc-mp", "first paragraph"))],
     processes=[process("metal, alloy and magnets", "rare earth oxides", "neodymium-iron-boron magnets", pg("industrialheating-mp", "second paragraph"), 1000, 2022)],
     owners=[owner("MP Materials", None, None, "2022", pg("fortworthinc-mp", "first paragraph"))],
     stages=[stage("construction", "2022-04", pg("industrialheating-mp", "first paragraph"))],
     note="No position was read.")

# --- third countries ---------------------------------------------------------------------------------------

fp_mine("highland-valley", "Highland Valley Copper", 185, "CA", "British Columbia", [("copper", "main"), ("molybdenum", "by_product")], 1708, (495, 496))
site("trail", "Trail Operations", "smelter_refinery", "CA", "British Columbia", at_fineprint(189), fp(189), [("zinc", "product"), ("lead", "product")],
     processes=[process("smelter and refinery", "zinc and lead concentrates", "refined zinc, refined lead", cite("fineprint-2023", "processing rows 623-662"))],
     stages=[processed(623)])
site("fort-saskatchewan", "Fort Site", "smelter_refinery", "CA", "Alberta", at_fineprint(1132), fp(1132), [("nickel", "product"), ("cobalt", "product")],
     processes=[process("refinery", "mixed sulfide", "refined nickel, refined cobalt", cite("fineprint-2023", "processing rows 3806 and 3826"))],
     stages=[processed(3806)])
site("mactung", "Mactung", "deposit", "CA", "Yukon", at_minmod("world_tin_tungsten_deposit", "235"), mm("world_tin_tungsten_deposit", "235"),
     [("tungsten", "main")], ids=[("gsc-tin-tungsten", "235"), ("usgs-major-deposits", "1048")],
     note="The data set gives four pairs of tonnage and grade for 2007 and does not say which is which: left out.")
site("strange-lake", "Strange Lake", "deposit", "CA", "Québec", at_minmod("mrdata_ree", "250"), mm("mrdata_ree", "250"),
     [("rare_earths", "main"), ("niobium", "by_product")], ids=[("usgs-ree", "250")],
     estimates=estimates_minmod("jowitt_ree", "strange-lake__123", "neodymium", "dysprosium", "praseodymium"),
     note="On the border of Quebec and Labrador.")
site("escondida", "Escondida", "mine", "CL", "Antofagasta", at_porcu("297"), cite("usgs-porcu-2008", "DepositID 297: start-up 1990"), [("copper", "main"), ("gold", "by_product")],
     ids=[("usgs-porcu", "297"), ("usgs-major-deposits", "1119")], estimates=estimates_porcu("297"))
site("altonorte", "Altonorte", "smelter_refinery", "CL", "Antofagasta", at_fineprint(539), fp(539), [("copper", "product")],
     processes=[process("smelter", "copper concentrate", "copper", fp(539))])
fp_mine("cerro-verde", "Cerro Verde", 495, "PE", "Arequipa", [("copper", "main"), ("molybdenum", "by_product"), ("silver", "by_product")], 4364, (232, 233, 234))
site("ilo", "Ilo", "smelter_refinery", "PE", "Moquegua", at_fineprint(35), fp(35), [("copper", "product"), ("silver", "product")],
     processes=[process("smelter and refinery", "copper concentrate", "copper cathode", cite("fineprint-2023", "processing rows 188-195"))], stages=[processed(192)])
fp_mine("wodgina", "Wodgina", 681, "AU", "Western Australia", [("lithium", "main")])
site("mount-weld", "Mount Weld", "deposit", "AU", "Western Australia", at_minmod("mrdata_carbonatite", "3"), mm("mrdata_major_deposits", "54"),
     [("rare_earths", "main")], ids=[("usgs-major-deposits", "54"), ("usgs-ree", "135")],
     estimates=estimates_minmod("jowitt_ree", "mount-weld-cld__7", "neodymium", "praseodymium", "dysprosium", note="the Central Lanthanide Deposit"))
site("temco", "TEMCO", "smelter_refinery", "AU", "Tasmania", at_fineprint(347), fp(347), [("manganese", "product")],
     aliases=[("Tasmanian Electro Metallurgical Company", "en", fp(347))],
     processes=[process("smelter", None, "high-carbon ferromanganese, silicomanganese, sinter", fp(347))])
site("salar-de-atacama", "Salar de Atacama", "deposit", "CL", "Antofagasta", at_minmod("mrdata_major_deposits", "1135"),
     mm("mrdata_major_deposits", "1135"), [("lithium", "main"), ("potash", "main")], ids=[("usgs-major-deposits", "1135")],
     note="A salt flat: USGS MRDS records 10106744 (Chepica) and 10230880 (Minsal) on it stand 17 and 28 km from this point.")
site("san-rafael", "San Rafael", "deposit", "PE", "Puno", at_minmod("world_tin_tungsten_deposit", "582"), mm("world_tin_tungsten_deposit", "582"),
     [("tin", "main"), ("copper", "by_product")], ids=[("gsc-tin-tungsten", "582"), ("usgs-major-deposits", "1274")],
     estimates=estimates_minmod("world_tin_tungsten_deposit", "582", "tin", "copper"))
