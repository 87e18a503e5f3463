#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ../projects.json: candidate chains of real sites, put together for this sample and agreed by nobody."""
import json
import os

E, P, M = "extraction", "processing", "manufacturing"
NOTE_EN = " Illustrative combination, not an agreed project."
NOTE_ES = " Combinación ilustrativa, no es un proyecto acordado."

PROJECTS = [
    ("cananea-sonora", "Cananea copper, smelted in Sonora", "Cobre de Cananea, fundido en Sonora",
     "Concentrate of Buenavista del Cobre, smelted at La Caridad, with the El Paso refinery across the border.",
     "Concentrado de Buenavista del Cobre, fundido en La Caridad, con la refinería de El Paso al otro lado de la frontera.",
     [("buenavista-del-cobre", E), ("la-caridad-metallurgical", P), ("el-paso-refinery", P)]),
    ("cananea-arizona", "Cananea copper, smelted in Arizona", "Cobre de Cananea, fundido en Arizona",
     "Concentrate of Buenavista del Cobre, smelted at Miami in Arizona and refined in El Paso.",
     "Concentrado de Buenavista del Cobre, fundido en Miami, Arizona, y refinado en El Paso.",
     [("buenavista-del-cobre", E), ("miami-smelter", P), ("el-paso-refinery", P)]),
    ("milpillas-miami", "Milpillas – Miami copper", "Cobre Milpillas – Miami",
     "Ore of Milpillas, 25 km from the border, to the Miami smelter in Arizona.",
     "Mineral de Milpillas, a 25 km de la frontera, hacia la fundición de Miami en Arizona.",
     [("milpillas", E), ("miami-smelter", P)]),
    ("rosemont-nacozari", "Rosemont – Nacozari copper", "Cobre Rosemont – Nacozari",
     "Concentrate of Rosemont in Arizona to the La Caridad smelter and refinery in Sonora.",
     "Concentrado de Rosemont, Arizona, hacia la fundición y refinería de La Caridad, Sonora.",
     [("rosemont", E), ("la-caridad-metallurgical", P)]),
    ("resolution-el-paso", "Resolution – Miami – El Paso copper", "Cobre Resolution – Miami – El Paso",
     "Concentrate of Resolution to the Miami smelter and the El Paso refinery, all in the United States.",
     "Concentrado de Resolution hacia la fundición de Miami y la refinería de El Paso, todo en Estados Unidos.",
     [("resolution", E), ("miami-smelter", P), ("el-paso-refinery", P)]),
    ("sonora-nevada-batteries", "Sonora lithium – Nevada batteries", "Litio de Sonora – baterías en Nevada",
     "Lithium clay of Bacadéhuachi for cell making at Gigafactory Nevada.",
     "Arcilla con litio de Bacadéhuachi para celdas en la Gigafactory Nevada.",
     [("sonora-lithium", E), ("giga-nevada", M)]),
    ("thacker-ramos-arizpe", "Thacker Pass lithium – Ramos Arizpe vehicles", "Litio de Thacker Pass – vehículos en Ramos Arizpe",
     "Lithium carbonate of Thacker Pass for the electric vehicles assembled in Coahuila.",
     "Carbonato de litio de Thacker Pass para los vehículos eléctricos ensamblados en Coahuila.",
     [("thacker-pass", E), ("gm-ramos-arizpe", M)]),
    ("boleo-nevada-batteries", "El Boleo cobalt – Nevada batteries", "Cobalto de El Boleo – baterías en Nevada",
     "Cobalt and copper of El Boleo for cell making at Gigafactory Nevada.",
     "Cobalto y cobre de El Boleo para celdas en la Gigafactory Nevada.",
     [("el-boleo", E), ("giga-nevada", M)]),
    ("lourdes-nevada-batteries", "Sonora graphite – Nevada batteries", "Grafito de Sonora – baterías en Nevada",
     "Graphite of Lourdes and Tonichi for cell making at Gigafactory Nevada.",
     "Grafito de Lourdes y Tonichi para celdas en la Gigafactory Nevada.",
     [("lourdes-graphite", E), ("tonichi-graphite", E), ("giga-nevada", M)]),
    ("fluorspar-louisiana", "Las Cuevas fluorspar – Matamoros – St. Gabriel", "Fluorita de Las Cuevas – Matamoros – St. Gabriel",
     "Fluorspar of San Luis Potosí, hydrofluoric acid in Matamoros, fluorochemicals and battery salt in Louisiana.",
     "Fluorita de San Luis Potosí, ácido fluorhídrico en Matamoros, fluoroquímicos y sal para baterías en Luisiana.",
     [("las-cuevas", E), ("matamoros-hf", P), ("st-gabriel", M)]),
    ("coahuila-fluorspar", "Coahuila fluorspar – Matamoros", "Fluorita de Coahuila – Matamoros",
     "Fluorspar of Encantada-Buenavista and Aguachile to the acid plant in Matamoros.",
     "Fluorita de Encantada-Buenavista y Aguachile hacia la planta de ácido de Matamoros.",
     [("encantada-buenavista", E), ("aguachile", E), ("matamoros-hf", P)]),
    ("celestite-georgia", "Coahuila celestite – Georgia strontium", "Celestita de Coahuila – estroncio en Georgia",
     "Celestite of San Agustín for strontium carbonate made in Cartersville.",
     "Celestita de San Agustín para carbonato de estroncio hecho en Cartersville.",
     [("san-agustin-celestite", E), ("cartersville-strontium", M)]),
    ("hermosa-torreon", "Hermosa zinc – Torreón – Ramos Arizpe", "Zinc de Hermosa – Torreón – Ramos Arizpe",
     "Zinc and lead of Hermosa in Arizona, refined in Torreón, alloyed in Ramos Arizpe.",
     "Zinc y plomo de Hermosa, Arizona, refinados en Torreón y aleados en Ramos Arizpe.",
     [("hermosa", E), ("met-mex-torreon", P), ("aleazin", M)]),
    ("san-nicolas-slp", "San Nicolás zinc and copper – San Luis Potosí", "Zinc y cobre de San Nicolás – San Luis Potosí",
     "Zinc concentrate of San Nicolás to the refinery of San Luis Potosí and the alloy plant in Ramos Arizpe.",
     "Concentrado de zinc de San Nicolás hacia la refinería de San Luis Potosí y la planta de aleaciones de Ramos Arizpe.",
     [("san-nicolas", E), ("slp-zinc-refinery", P), ("aleazin", M)]),
    ("molango-marietta", "Molango manganese – Tamós – Marietta", "Manganeso de Molango – Tamós – Marietta",
     "Manganese nodules of Molango to the ferroalloy plants of Tamós and Marietta.",
     "Nódulos de manganeso de Molango hacia las plantas de ferroaleaciones de Tamós y Marietta.",
     [("molango", E), ("tamos", P), ("marietta-manganese", P)]),
    ("sonora-tungsten", "Sonora tungsten – Fallon", "Tungsteno de Sonora – Fallon",
     "Tungsten of El Jaralito and of the Washington breccia to the plants of Fallon and Towanda.",
     "Tungsteno de El Jaralito y de la brecha Washington hacia las plantas de Fallon y Towanda.",
     [("el-jaralito", E), ("washington-sonora", E), ("fallon-tungsten", P), ("towanda-tungsten", M)]),
    ("mountain-pass-magnets", "Mountain Pass – Fort Worth magnets", "Mountain Pass – imanes en Fort Worth",
     "Rare earths of Mountain Pass for the magnet plant in Fort Worth.",
     "Tierras raras de Mountain Pass para la planta de imanes de Fort Worth.",
     [("mountain-pass", E), ("mp-fort-worth", M)]),
    ("antimony-madero", "Idaho antimony – Madero smelter", "Antimonio de Idaho – fundición Madero",
     "Antimony of Yellow Pine to the Madero smelter in Coahuila and the antimony plant in La Porte.",
     "Antimonio de Yellow Pine hacia la fundición Madero en Coahuila y la planta de antimonio de La Porte.",
     [("yellow-pine", E), ("madero-smelter", P), ("la-porte-antimony", M)]),
]


def main():
    out = [{"key": key, "illustrative": True, "name": en, "name_es": es, "summary_en": summary_en + NOTE_EN, "summary_es": summary_es + NOTE_ES,
            "members": [{"site": site, "role": role, "order": i} for i, (site, role) in enumerate(members, 1)]}
           for key, en, es, summary_en, summary_es, members in PROJECTS]
    with open(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "projects.json"), "w", encoding="utf-8") as f:
        json.dump(out, f, ensure_ascii=False, indent=1)
        f.write("\n")


main()
