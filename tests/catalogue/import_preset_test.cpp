// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/import_preset.h"
#include "catalogue/site_import.h"
#include "catalogue/site_list.h"
#include "catalogue/vocabulary.h"
#include "tests/support/real_data.h"
#include "tests/support/scratch_project.h"

#include <QtTest>

using namespace catalogue;
using support::Ana;

// What published tables are taken for, and what comes of them.
class ImportPresetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsAreWhole();
    void aPresetTravelsAsAFile();
    void anOwnPresetBringsItsSourceAndTables();
    void aSavedMappingKeepsItsPreset();
    void mendedRowsAreReadByTheSignsOfTheirTable();
    void realFiles_data();
    void realFiles();
    void inventoryJoinsTheSites();
    void porphyryFigures();
    void spanishTable();
    void positionsAsPeopleWriteThem_data();
    void positionsAsPeopleWriteThem();
    void unknownSystemsDoNotHideTheKnown();
    void columnsTakenForEachOther();
    void swappedByTheirCountry();
    void farFromTheirCountry();
    void zonesOfBothHemispheres_data();
    void zonesOfBothHemispheres();
    void impossiblePlacesInAZone();
    void theDatumOfAProjectedSystemCounts_data();
    void theDatumOfAProjectedSystemCounts();
    void longitudesWithoutSign();
    void numbersByColumn();
    void decimalCommaOfTheWholeTable();
    void aCountryColumnGoesBeforeThePresets();
    void usualHeadersOfPositions_data();
    void usualHeadersOfPositions();
    void unitsInHeaders();
    void whatIsNotReadIsSaid();
    void listsOfCommodities_data();
    void listsOfCommodities();
    void combinedCategories_data();
    void combinedCategories();
    void tablesLeftAreSaid();
    void relatedTablesSayStagesAndTypes();
    void inegiHeaders();
    void wordsCanBeMended();
    void unitsAreNeverGuessed();
    void knownRecordsAreCounted();

private:
    using Table = std::shared_ptr<const ImportTable>;

    QString write(const QByteArray& content)
    {
        QFile file(m_folder.filePath(QStringLiteral("t%1.csv").arg(++m_made)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }
    static Table open(const QString& path, const QString& name = {})
    {
        base::Progress progress;
        QString chosen = name;
        const QStringList tables = ImportTable::listTables(path);
        if (chosen.isEmpty() && tables.size() > 1)
            chosen = tables[ImportTable::likelyTable(tables)];
        return std::make_shared<const ImportTable>(ImportTable::open(path, {chosen, {}}, progress));
    }
    std::unique_ptr<ProjectFile> project()
    {
        return ProjectFile::create(m_folder.filePath(QStringLiteral("p%1.veta.gpkg").arg(++m_made)),
                                   QStringLiteral("Test"), Ana);
    }
    static ImportOutcome import(ProjectFile& file, const QString& path, ImportMapping mapping)
    {
        base::Progress progress;
        const Table table = open(path);
        return importSites(file, Ana, importSteps(path, table, mapping, progress), progress);
    }
    static ImportOutcome import(ProjectFile& file, const QString& path)
    {
        return import(file, path, proposeImport(*open(path)).front().mapping);
    }
    static SiteRecord record(const ProjectFile& file, const QString& name)
    {
        SiteRecord found;
        file.read([&](const ReadAccess& access) {
            found = *readSiteRecord(access, findSite(access, name));
        });
        return found;
    }
    // The one site of a table of one row.
    SiteRecord only(const QByteArray& csv, const QString& crs = QStringLiteral("EPSG:4326"))
    {
        const auto file = project();
        const QString path = write(csv);
        ImportMapping mapping = proposeImport(*open(path)).front().mapping;
        if (mapping.crs.isEmpty())
            mapping.crs = crs;
        const ImportOutcome outcome = import(*file, path, mapping);
        for (const SetAside& row : outcome.setAside)
            qInfo("%s: %s", qPrintable(row.reason), qPrintable(row.value));
        SiteRecord found;
        base::Progress progress;
        file->read([&](const ReadAccess& access) {
            const auto list = SiteList::load(access, progress);
            if (!list->sites().empty())
                found = *readSiteRecord(access, list->sites().front().id);
        });
        return found;
    }

    QTemporaryDir m_folder;
    int m_made = 0;
};

void ImportPresetTest::presetsAreWhole()
{
    QStringList names;
    for (const ImportPreset& preset : importPresets()) {
        names << preset.name;
        QVERIFY(!preset.title.en.isEmpty() && !preset.title.es.isEmpty());
        // Every word of a preset means a word of our vocabularies, or nothing.
        for (const auto& [field, words] : preset.mapping.words)
            for (const auto& [word, key] : words) {
                const Vocabulary& vocabulary = field == import_field::Kind    ? siteKinds()
                                               : field == import_field::Stage ? stages()
                                                                              : commodities();
                QVERIFY2(key.isEmpty() || vocabulary.find(key) != nullptr,
                         qPrintable(preset.name + QLatin1String(": ") + word));
            }
    }
    for (const char* name :
         {"mrds", "usmin", "usgs-mineplant", "usgs-porcu", "usgs-nmra", "usgs-lithium-2019",
          "minmod-sites", "minmod-inventory", "minmod-json", "fineprint", "spanish", "plain"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void ImportPresetTest::aPresetTravelsAsAFile()
{
    const QByteArray json = R"({"name": "ours", "title": {"en": "Ours", "es": "La nuestra"},
        "recognise": {"headers": ["Mina"]}, "mapping": {"crs": "EPSG:4267",
        "fields": {"name": "Mina", "country": {"always": "MX"}},
        "words": {"stage": {"Parada": "care_and_maintenance"}}, "units": {"ton": "tonne"}}})";
    const ImportPreset preset = importPresetFromJson(json);
    QCOMPARE(preset.name, QStringLiteral("ours"));
    QCOMPARE(preset.title.es, QStringLiteral("La nuestra"));
    // The same file is a mapping, and that comes back from its own JSON.
    const ImportMapping mapping = importMappingFromJson(json);
    QCOMPARE(mapping, preset.mapping);
    QCOMPARE(importMappingFromJson(toJson(mapping)), mapping);
    QVERIFY_THROWS_EXCEPTION(base::Error, importPresetFromJson("{}"));
    QVERIFY_THROWS_EXCEPTION(base::Error, importPresetFromJson("not JSON"));
}

void ImportPresetTest::anOwnPresetBringsItsSourceAndTables()
{
    const QString path = m_folder.filePath(QStringLiteral("survey.topojson"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"type": "Topology", "arcs": [], "objects": {
        "Minas": {"type": "GeometryCollection", "geometries": [
            {"type": "Point", "coordinates": [-110, 30],
             "properties": {"Clave": "S-1", "Mina": "La Perla"}},
            {"type": "Point", "coordinates": [-111, 30],
             "properties": {"Clave": "S-2", "Mina": "La Otra"}}]},
        "Reservas": {"type": "GeometryCollection", "geometries": [
            {"type": "Point", "coordinates": [-110, 30],
             "properties": {"Mina_clave": "S-1", "Mineral_t": 5000}}]}}})");
    file.close();
    const auto own = std::make_shared<const ImportPreset>(importPresetFromJson(R"({"name": "ours",
        "recognise": {"headers": ["Clave", "Mina"]},
        "source": {"title": "Our survey", "publisher": "Servicio", "published": "2024",
                   "licence": "CC0", "url": "https://example.org"},
        "mapping": {"fields": {"key": "Clave", "name": "Mina"}, "crs": "EPSG:4326"},
        "related": [{"table": "Reservas", "mapping": {"fields": {"key": "Mina_clave",
            "tonnes": "Mineral_t"}}}]})"));
    const Table table = open(path, QStringLiteral("Minas"));
    const ImportMapping mapping = presetMapping(*own, *table);
    base::Progress progress;
    QCOMPARE(importSteps(path, table, mapping, progress).size(), size_t(1));
    const std::vector<ImportStep> steps = importSteps(path, table, mapping, progress, own);
    QCOMPARE(steps.size(), size_t(2));
    const auto project = this->project();
    const ImportOutcome outcome = importSites(*project, Ana, steps, progress);
    QCOMPARE(outcome.imported, 2);
    QCOMPARE(outcome.attached, 1);
    QCOMPARE(support::value(*project, "SELECT tonnes FROM estimates"), QStringLiteral("5000.0"));
    QCOMPARE(support::value(*project, "SELECT COUNT(*) FROM sources WHERE title LIKE 'Our "
                                      "survey: %' AND publisher = 'Servicio' AND published = "
                                      "'2024' AND licence = 'CC0' AND preset = 'ours'"),
             QStringLiteral("2"));
    // What is made from it says the same of the source.
    const ImportPreset next = presetOf(QStringLiteral("next"), mapping, own.get());
    QCOMPARE(next.publisher, QStringLiteral("Servicio"));
    QCOMPARE(next.related.size(), size_t(1));
    QCOMPARE(importPresetFromJson(toJson(next)).related.size(), size_t(1));
}

void ImportPresetTest::aSavedMappingKeepsItsPreset()
{
    const ImportPreset& plain = importPresets().front();
    ImportMapping mapping = plain.mapping;
    mapping.name = plain.name;
    const ImportMapping saved =
        importMappingFromJson(toJson(savedAs(QStringLiteral("Mine"), mapping)));
    QCOMPARE(saved.name, QStringLiteral("Mine"));
    QCOMPARE(presetBehind(saved), &plain);
    // Saved once more by another name, too.
    QCOMPARE(presetBehind(savedAs(QStringLiteral("Other"), saved)), &plain);
    QCOMPARE(presetBehind(savedAs(QStringLiteral("Other"), ImportMapping())), nullptr);
    QVERIFY(presetOf(QStringLiteral("File"), saved).mapping.preset.isEmpty());
}

void ImportPresetTest::mendedRowsAreReadByTheSignsOfTheirTable()
{
    // 1.234 is a thousand and more in a table of decimal commas; alone it looks otherwise.
    const QByteArray csv = "id;name;tonnes\n1;A;12,5\n2;B;7,25\n3;C;1.234\n4;D;0,5\n";
    const QString path = write(csv);
    const auto file = project();
    import(*file, path);
    std::vector<Source> sources;
    file->read([&](const ReadAccess& access) { sources = readSources(access); });
    QCOMPARE(sources.size(), size_t(1));
    const std::map<QString, char> signs = mendSigns(sources.front());
    QCOMPARE(signs, (std::map<QString, char>{{QStringLiteral("tonnes"), ','}}));
    const QString mended = write("id,name,tonnes\n3,C,1.234\n");
    base::Progress progress;
    QCOMPARE(ImportTable::open(mended, {}, progress).decimalSign(2), '.');
    QCOMPARE(ImportTable::open(mended, {{}, {}, signs}, progress).decimalSign(2), ',');
    // What a person said stands in the mapping itself.
    ImportMapping said = proposeImport(*open(path)).front().mapping;
    said.decimal = QStringLiteral(".");
    const auto other = project();
    import(*other, path, said);
    other->read([&](const ReadAccess& access) { sources = readSources(access); });
    QVERIFY(mendSigns(sources.front()).empty());
    QCOMPARE(mendMapping(sources.front()).decimal, QStringLiteral("."));
}

void ImportPresetTest::realFiles_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<qint64>("imported");
    QTest::addColumn<qint64>("attached");
    QTest::addColumn<qint64>("aside");
    const auto row = [](const char* file, const char* preset, qint64 imported, qint64 attached,
                        qint64 aside) {
        QTest::newRow(file) << QString::fromLatin1(preset) << imported << attached << aside;
    };
    row("usgs_mineplant_us_2003.csv", "usgs-mineplant", 6785, 0, 0);
    row("usgs_ofr2008_1155_porcu.csv", "usgs-porcu", 689, 0, 1);
    row("usgs_significant_deposits_nmra.tab", "usgs-nmra", 1117, 0, 9);
    row("usgs_lithium_us_2019_csv.zip", "usgs-lithium-2019", 21, 197, 0);
    row("usmin_klamath_points_shp.zip", "usmin", 4404, 0, 0);
    row("mx_hidalgo_comarca_minera_minas_shp.zip", "spanish", 19, 0, 0);
    row("minmod_raw_json_usgs_mrds_california.zip", "minmod-json", 42744, 0, 0);
}

void ImportPresetTest::realFiles()
{
    VETA_NEEDS_REAL_DATA(folder, "sites");
    const QString path = folder + QLatin1Char('/') + QString::fromLatin1(QTest::currentDataTag());
    QFETCH(QString, preset);
    const std::vector<ImportProposal> proposals = proposeImport(*open(path));
    QCOMPARE(proposals.front().preset, preset);
    QVERIFY(!proposals.front().reason.isEmpty());
    const auto file = project();
    const ImportOutcome outcome = import(*file, path, proposals.front().mapping);
    QTEST(outcome.imported, "imported");
    QTEST(outcome.attached, "attached");
    QTEST(qint64(outcome.setAside.size()), "aside");
    QCOMPARE(outcome.rows, outcome.imported + outcome.attached + outcome.alreadyThere +
                               qint64(outcome.setAside.size()));
    base::Progress progress;
    QVERIFY(file->verify(progress).empty());
}

void ImportPresetTest::inventoryJoinsTheSites()
{
    VETA_NEEDS_REAL_DATA(sites, "sites/minmod_sites.csv.zip");
    VETA_NEEDS_REAL_DATA(inventory, "sites/minmod_inventory.csv.zip");
    const auto file = project();
    import(*file, sites);
    const Table table = open(inventory);
    const ImportProposal proposal = proposeImport(*table).front();
    QCOMPARE(proposal.preset, QStringLiteral("minmod-inventory"));
    const ImportOutcome outcome = import(*file, inventory, proposal.mapping);
    QCOMPARE(outcome.rows, 62882);
    QCOMPARE(outcome.imported, 0);
    std::map<QString, qint64> reasons;
    for (const SetAside& row : outcome.setAside)
        ++reasons[row.reason];
    for (const auto& [reason, count] : reasons)
        qInfo("%lld %s", static_cast<long long>(count), qPrintable(reason));
    QCOMPARE(outcome.attached + qint64(outcome.setAside.size()), 62882);
    QVERIFY(outcome.attached > 20000);
    QVERIFY(reasons["no_unit"] > 5000); // units that are missing are never made up
    QVERIFY(reasons["unknown_unit"] > 100);
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM estimates WHERE grade_unit = 'percent' "
                                   "AND grade > 100"),
             QStringLiteral("0"));
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM estimates WHERE source_id IS NULL"),
             QStringLiteral("0"));
    // Alone, it knows no site.
    const auto alone = project();
    QCOMPARE(import(*alone, inventory, proposal.mapping).attached, 0);
}

void ImportPresetTest::porphyryFigures()
{
    VETA_NEEDS_REAL_DATA(path, "sites/usgs_ofr2008_1155_porcu.csv");
    const auto file = project();
    import(*file, path);
    const SiteRecord deposit = record(*file, QStringLiteral("La Caridad"));
    QVERIFY(!deposit.estimates.empty());
    // 1,800 Mt at 0.452 % Cu, as the report has it; a grade of 0 says that it is not known.
    for (const Estimate& estimate : deposit.estimates) {
        QCOMPARE(estimate.tonnes, std::optional(1800e6));
        QVERIFY(!estimate.grade || *estimate.grade > 0);
    }
    const auto copper =
        std::find_if(deposit.estimates.begin(), deposit.estimates.end(), [](const Estimate& each) {
            return each.commodity == QLatin1String("copper");
        });
    QVERIFY(copper != deposit.estimates.end());
    QCOMPARE(copper->grade, std::optional(0.452));
    QCOMPARE(copper->gradeUnit, QStringLiteral("percent"));
}

void ImportPresetTest::spanishTable()
{
    const QByteArray csv = "Clave;Nombre;Municipio;Estado;Sustancia;Situaci\xF3n;Longitud;Latitud\n"
                           "SON-1;La Pinta;Nacozari;Sonora;Oro, Plata y Cobre;En explotaci\xF3n;"
                           "-109,68;30,37\n";
    const Table table = open(write(csv));
    QCOMPARE(table->encoding(), QStringLiteral("windows-1252"));
    QCOMPARE(table->separator(), QChar(u';'));
    QCOMPARE(proposeImport(*table).front().preset, QStringLiteral("spanish"));
    const SiteRecord site = only(csv);
    QCOMPARE(site.site.name, QStringLiteral("La Pinta"));
    QCOMPARE(site.site.country, QStringLiteral("MX"));
    QCOMPARE(site.site.admin1, QStringLiteral("Sonora"));
    QCOMPARE(site.site.stage, QStringLiteral("production"));
    QCOMPARE(site.site.lonLat, std::optional(QPointF(-109.68, 30.37)));
    QStringList commodities;
    for (const SiteCommodity& each : site.commodities)
        commodities << each.commodity;
    QCOMPARE(commodities, (QStringList{"gold", "silver", "copper"}));
}

void ImportPresetTest::positionsAsPeopleWriteThem_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QPointF>("place");
    const QPointF place(-112.27, 27.34);
    QTest::newRow("one field each") << QByteArray("id,name,longitude,latitude\n1,A,\"112\xC2\xB0"
                                                  "16'12\"\" W\",27 20 24 N\n")
                                    << place;
    QTest::newRow("three fields, negative parts")
        << QByteArray("id,name,longitude,longitude minutes,longitude seconds,latitude,latitude "
                      "minutes,latitude seconds\n1,A,-112,-16,-12,27,20,24\n")
        << place;
    QTest::newRow("hemispheres beside")
        << QByteArray("id,name,longitude,long hem,latitude,lat hem\n1,A,112.27,O,27.34,N\n")
        << place;
    QTest::newRow("0 to 360") << QByteArray("id,name,longitude,latitude\n1,A,247.73,27.34\n")
                              << place;
    // cs2cs: 27.34 N 112.27 W in zone 12 of WGS 84
    QTest::newRow("UTM with a zone")
        << QByteArray("id,name,easting,northing,zone,datum\n1,A,374369.30,3024787.06,12R,WGS84\n")
        << place;
}

void ImportPresetTest::positionsAsPeopleWriteThem()
{
    QFETCH(QByteArray, csv);
    QFETCH(QPointF, place);
    const SiteRecord site = only(csv);
    QVERIFY(site.site.lonLat.has_value());
    const QPointF apart = *site.site.lonLat - place;
    QVERIFY2(
        std::abs(apart.x()) < 1e-3 && std::abs(apart.y()) < 1e-3,
        qPrintable(QStringLiteral("%1 %2").arg(site.site.lonLat->x()).arg(site.site.lonLat->y())));
}

// Names are no longer searched after a few that nobody knows; codes and datums still are.
void ImportPresetTest::unknownSystemsDoNotHideTheKnown()
{
    QByteArray csv = "id,name,longitude,latitude,crs\n";
    for (int i = 0; i < 12; ++i)
        csv +=
            QByteArray::number(i) + ",A,-110,30,Datum of the year " + QByteArray::number(i) + "\n";
    const QString path = write(csv + "20,B,-110,30,NAD27\n21,C,-110,30,4326\n"
                                     "22,D,500000,3320000,EPSG:26912\n"
                                     "23,E,500000,3320000,UTM WGS84 zona 12\n");
    const auto file = project();
    const ImportOutcome outcome = import(*file, path);
    QCOMPARE(outcome.imported, 4);
    QCOMPARE(outcome.setAside.size(), size_t(12));
    for (const SetAside& row : outcome.setAside)
        QCOMPARE(row.reason, QStringLiteral("unknown_crs"));
}

void ImportPresetTest::columnsTakenForEachOther()
{
    const QByteArray csv = "id,name,latitude,longitude\n1,A,-110.3,30.9\n2,B,-112.2,27.3\n";
    const ImportProposal proposal = proposeImport(*open(write(csv))).front();
    QVERIFY(proposal.mapping.swapped);
    QVERIFY(proposal.reason.contains(QLatin1String("90")));
    QCOMPARE(only(csv).site.lonLat, std::optional(QPointF(-110.3, 30.9)));
}

// East of 90 degrees west either order is possible, but not in the country.
void ImportPresetTest::swappedByTheirCountry()
{
    const QByteArray csv = "name,state,country,commodity,latitude,longitude\n"
                           "A,Georgia,United States,Kaolin,-83.2,32.9\n"
                           "B,Tennessee,United States,Zinc,-83.6,36.1\n";
    QVERIFY(proposeImport(*open(write(csv))).front().mapping.swapped);
    QCOMPARE(only(csv).site.lonLat, std::optional(QPointF(-83.2, 32.9)));
    QCOMPARE(only("nombre,estado,sustancia,latitud,longitud\nA,Quintana Roo,Yeso,-87.1,20.5\n")
                 .site.lonLat,
             std::optional(QPointF(-87.1, 20.5)));
    // One among many is set aside.
    QByteArray many = "name,country,latitude,longitude\n";
    for (int i = 0; i < 20; ++i)
        many += "M" + QByteArray::number(i) + ",USA,33.1,-83.2\n";
    const QString path = write(many + "X,USA,-83.2,32.9\n");
    ImportMapping mapping = proposeImport(*open(path)).front().mapping;
    mapping.crs = QStringLiteral("EPSG:4326");
    const auto file = project();
    const ImportOutcome outcome = import(*file, path, mapping);
    QCOMPARE(outcome.setAside.size(), size_t(1));
    QCOMPARE(outcome.setAside.front().reason, QStringLiteral("position_swapped"));
}

void ImportPresetTest::farFromTheirCountry()
{
    const QString path = write("name,country,commodity,latitude,longitude\n"
                               "A,United States,Cu,33.5,-71.0\nB,Mexico,Cu,-30.9,-110.3\n"
                               "C,Mexico,Cu,50.9,-110.3\nD,Mexico,Cu,28.9,-118.3\n"
                               "E,United States,Cu,52.9,173.1\nF,South Africa,Cu,50,50\n");
    ImportMapping mapping = proposeImport(*open(path)).front().mapping;
    mapping.crs = QStringLiteral("EPSG:4326");
    const auto file = project();
    const ImportOutcome outcome = import(*file, path, mapping);
    QCOMPARE(outcome.imported, 6);
    QStringList said;
    for (const base::Issue& issue : outcome.issues)
        said << QStringLiteral("%1 %2").arg(issue.where.line).arg(issue.text);
    QCOMPARE(said.size(), 2);
    QVERIFY(said[0].startsWith(QLatin1String("3 ")) && said[0].contains(QLatin1String("2).")));
    QVERIFY(said[1].startsWith(QLatin1String("2 ")) && said[1].contains(QLatin1String("1).")));
}

void ImportPresetTest::zonesOfBothHemispheres_data()
{
    QTest::addColumn<QByteArray>("row"); // country, northing, zone
    QTest::addColumn<double>("lat");
    QTest::newRow("S is the band") << QByteArray(",3900000,12 S") << 35.24;
    QTest::newRow("S cannot be the band") << QByteArray(",8425000,18S") << -14.24;
    QTest::newRow("S in Mexico") << QByteArray("Mexico,3425000,12 S") << 30.96;
    QTest::newRow("S in Argentina") << QByteArray("Argentina,3900000,19S") << -55.0;
    QTest::newRow("no letter in Peru") << QByteArray("Peru,8425000,18") << -14.24;
    QTest::newRow("no letter") << QByteArray(",3425000,12") << 30.96;
}

void ImportPresetTest::zonesOfBothHemispheres()
{
    QFETCH(QByteArray, row);
    QFETCH(double, lat);
    const QList<QByteArray> fields = row.split(',');
    const SiteRecord site = only("name,country,easting,northing,zone,datum\nA," + fields[0] +
                                 ",566000," + fields[1] + "," + fields[2] + ",WGS84\n");
    QVERIFY(site.site.lonLat.has_value());
    QVERIFY2(std::abs(site.site.lonLat->y() - lat) < 0.05,
             qPrintable(QString::number(site.site.lonLat->y())));
}

void ImportPresetTest::impossiblePlacesInAZone()
{
    const QString path = write("name,easting,northing,zone,datum\nA,566000,3425000,12 R,WGS84\n"
                               "B,566,3425,12,WGS84\nC,-110.3,30.9,12,WGS84\n"
                               "D,3425000,566000,12,WGS84\nE,566000,3425000,H12,WGS84\n");
    const auto file = project();
    const ImportOutcome outcome = import(*file, path);
    QCOMPARE(outcome.imported, 1);
    QStringList reasons;
    for (const SetAside& row : outcome.setAside)
        reasons << row.reason;
    QCOMPARE(reasons, (QStringList{"position_out_of_range", "position_out_of_range",
                                   "position_swapped", "unknown_crs"}));
}

void ImportPresetTest::theDatumOfAProjectedSystemCounts_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<QString>("taken");
    QTest::newRow("WGS 84") << "EPSG:32612"
                            << "EPSG:32613";
    QTest::newRow("NAD27") << "26712"
                           << "EPSG:26713";
    QTest::newRow("NAD83") << "EPSG:26912"
                           << "EPSG:26913";
    QTest::newRow("ITRF2008") << "EPSG:6367"
                              << "EPSG:6368";
}

void ImportPresetTest::theDatumOfAProjectedSystemCounts()
{
    QFETCH(QString, crs);
    QFETCH(QString, taken);
    const QString path = write("name,easting,northing,zone\nA,433000,2980000,13\n");
    ImportMapping mapping = proposeImport(*open(path)).front().mapping;
    mapping.crs = crs;
    const auto file = project();
    const ImportOutcome outcome = import(*file, path, mapping);
    QCOMPARE(outcome.imported, 1);
    QCOMPARE(outcome.systems.size(), size_t(1));
    QCOMPARE(outcome.systems.front().crs, taken);
}

void ImportPresetTest::longitudesWithoutSign()
{
    const QByteArray csv =
        "id,name,country,longitude,latitude\n1,A,Mexico,110.3,30.9\n2,B,MX,112.2,27.3\n";
    const ImportProposal proposal = proposeImport(*open(write(csv))).front();
    QVERIFY(proposal.mapping.westward);
    QCOMPARE(only(csv).site.lonLat, std::optional(QPointF(-110.3, 30.9)));
    // One among many is set aside, not turned round.
    const auto file = project();
    QByteArray many = "id,name,country,longitude,latitude\n";
    for (int i = 0; i < 20; ++i)
        many += QByteArray::number(i) + ",A,MX,-110.3,30.9\n";
    const QString path = write(many + "99,B,MX,110.3,30.9\n");
    ImportMapping mapping = proposeImport(*open(path)).front().mapping;
    QVERIFY(!mapping.westward);
    mapping.crs = QStringLiteral("EPSG:4326");
    const ImportOutcome outcome = import(*file, path, mapping);
    QCOMPARE(outcome.setAside.size(), size_t(1));
    QCOMPARE(outcome.setAside.front().reason, QStringLiteral("longitude_without_sign"));
}

void ImportPresetTest::numbersByColumn()
{
    // 1,234 alone could be either; the column's other values decide.
    const auto tonnes = [&](const QByteArray& first, const QByteArray& second) {
        const auto file = project();
        const QString path = write("id;name;tonnes\n1;A;" + first + "\n2;B;" + second + "\n");
        import(*file, path);
        return support::value(*file, "SELECT tonnes FROM estimates ORDER BY tonnes LIMIT 1")
            .toDouble();
    };
    QCOMPARE(tonnes("1,234", "12,5"), 1.234);
    QCOMPARE(tonnes("1,234", "1,234,567"), 1234.0);
    QCOMPARE(tonnes("1.234", "99,5"), 99.5);
}

// A column that could be read either way goes by the others, then by the separator.
void ImportPresetTest::decimalCommaOfTheWholeTable()
{
    const auto figures = [&](const QByteArray& csv) {
        const auto file = project();
        const QString path = write(csv);
        ImportMapping mapping = proposeImport(*open(path)).front().mapping;
        mapping.crs = QStringLiteral("EPSG:4326");
        import(*file, path, mapping);
        return support::value(*file, "SELECT group_concat(tonnes || ' ' || grade, '; ') FROM "
                                     "(SELECT * FROM estimates ORDER BY tonnes DESC)");
    };
    const QByteArray spanish =
        "nombre;latitud;longitud;sustancia;tonelaje;unidad de tonelaje;ley;unidad de ley\n";
    QCOMPARE(figures(spanish + "A;30,5;-110,2;Oro;1,250;Mt;1,250;g/t\n"
                               "B;30,6;-110,3;Oro;0,500;Mt;0,850;g/t\n"),
             QStringLiteral("1250000.0 1.25; 500000.0 0.85"));
    QCOMPARE(figures(spanish + "A;30,5;-110,2;Oro;1,250;Mt;1,250;g/t\n"),
             QStringLiteral("1250000.0 1.25"));
    const QByteArray bySeparator = spanish + "A;30,512;-110,215;Oro;12.500;t;1,250;g/t\n";
    QCOMPARE(figures(bySeparator), QStringLiteral("12500.0 1.25"));
    QCOMPARE(only(bySeparator, QStringLiteral("EPSG:4326")).site.lonLat,
             std::optional(QPointF(-110.215, 30.512)));
    const QByteArray english = "name,latitude,longitude,commodity,tonnage,tonnage unit,grade,"
                               "grade unit\n";
    QCOMPARE(figures(english + "A,30.5,-110.2,Au,\"1,250\",t,0.450,%\n"),
             QStringLiteral("1250.0 0.45"));
    // Where nothing decides, the figure is left out and said to be.
    const auto file = project();
    const ImportOutcome outcome =
        import(*file, write("name,commodity,tonnage\nA,Au,\"1,250\"\nB,Au,\"2,500\"\n"));
    QCOMPARE(outcome.imported, 2);
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM estimates"), QStringLiteral("0"));
    QVERIFY(std::any_of(outcome.issues.begin(), outcome.issues.end(), [](const auto& issue) {
        return issue.where.value == QLatin1String("1,250") &&
               issue.text.contains(setAsideText(QStringLiteral("ambiguous_number")));
    }));
}

void ImportPresetTest::aCountryColumnGoesBeforeThePresets()
{
    const QByteArray header = "nombre,país,estado,sustancia,latitud,longitud\n";
    const QString path = write(header + "El Teniente,Chile,OHiggins,Cobre,-34.09,-70.35\n");
    const ImportProposal proposal = proposeImport(*open(path)).front();
    QCOMPARE(proposal.preset, QStringLiteral("spanish"));
    QCOMPARE(only(header + "El Teniente,Chile,OHiggins,Cobre,-34.09,-70.35\n").site.country,
             QStringLiteral("CL"));
    QCOMPARE(only(header + "Bagdad,Estados Unidos,Arizona,Cobre,34.58,-113.2\n").site.country,
             QStringLiteral("US"));
    QCOMPARE(only("nombre,estado,sustancia,latitud,longitud\nA,Sonora,Oro,30,-110\n").site.country,
             QStringLiteral("MX"));
}

void ImportPresetTest::usualHeadersOfPositions_data()
{
    QTest::addColumn<QByteArray>("csv");
    const auto row = [](const char* headers, const char* values) {
        QTest::newRow(headers) << QByteArray("Name,Commodity,") + headers + "\nA,Cu," + values +
                                      "\n";
    };
    row("LATITUD_N,LONGITUD_W", "30.95,-110.3");
    row("LATITUD_N,LONGITUD_W ", "30.95,110.3");
    row("Latitud (°),Longitud (°)", "30.95,-110.3");
    row("Latitude (deg),Longitude (deg)", "30.95,-110.3");
    row("POINT_X,POINT_Y", "-110.3,30.95");
    row("X_COORD,Y_COORD", "-110.3,30.95");
    row("Lat,Lng", "30.95,-110.3");
    row("Lat_WGS84,Long_WGS84", "30.95,-110.3");
    row("DDLAT,DDLON", "30.95,-110.3");
    row("Decimal Latitude,Decimal Longitude", "30.95,-110.3");
    row("N,W", "30.95,-110.3");
    row("Latitud grados,Latitud minutos,Latitud segundos,Longitud grados,Longitud minutos,"
        "Longitud segundos",
        "30,57,0,-110,-18,0");
    row("LAT_G,LAT_M,LAT_S,LONG_G,LONG_M,LONG_S", "30,57,0,-110,18,0");
    row("lat_deg,lat_min,lat_sec,lon_deg,lon_min,lon_sec", "30,57,0,-110,18,0");
    row("X (m),Y (m),Zona UTM", "566877.57,3424258.15,12");
}

void ImportPresetTest::usualHeadersOfPositions()
{
    QFETCH(QByteArray, csv);
    const SiteRecord site = only(csv);
    QVERIFY(site.site.lonLat.has_value());
    const QPointF apart = *site.site.lonLat - QPointF(-110.3, 30.95);
    QVERIFY2(
        std::abs(apart.x()) < 1e-3 && std::abs(apart.y()) < 1e-3,
        qPrintable(QStringLiteral("%1 %2").arg(site.site.lonLat->x()).arg(site.site.lonLat->y())));
}

void ImportPresetTest::unitsInHeaders()
{
    const auto file = project();
    import(*file, write("Site name,Commodity,Tonnage (Mt),Grade Cu (%),Ley Au (g/t)\n"
                        "A,Cu/Au,\"1,250.5\",0.45,0.3\n"));
    QCOMPARE(support::value(*file, "SELECT group_concat(commodity || ' ' || tonnes || ' ' || grade "
                                   "|| ' ' || grade_unit, '; ') FROM (SELECT * FROM estimates "
                                   "ORDER BY commodity)"),
             QStringLiteral("copper 1250500000.0 0.45 percent; gold 1250500000.0 0.3 g/t"));
    const auto spanish = project();
    import(*spanish, write("Nombre,Estado,Sustancia,Tonelaje (Mt),Ley Au (g/t)\n"
                           "A,Sonora,Oro,\"1,5\",\"0,8\"\n"));
    QCOMPARE(support::value(*spanish, "SELECT commodity || ' ' || tonnes || ' ' || grade FROM "
                                      "estimates"),
             QStringLiteral("gold 1500000.0 0.8"));
    // A datum in the headers of the coordinates is theirs.
    const Table dated = open(write("Name,Commodity,LAT NAD27,LON NAD27\nA,Cu,30.9,-110.3\n"));
    QCOMPARE(proposeImport(*dated).front().mapping.crs, QStringLiteral("EPSG:4267"));
}

void ImportPresetTest::whatIsNotReadIsSaid()
{
    const auto file = project();
    const ImportOutcome outcome =
        import(*file, write("name,commodity,lat,wells,depth\nA,Cu,30,4,200\n"));
    QCOMPARE(outcome.imported, 1);
    QStringList said;
    for (const base::Issue& issue : outcome.issues)
        said << issue.text;
    QCOMPARE(said.size(), 2);
    QVERIFY(said[0].contains(QStringLiteral("“longitude” and “latitude”")));
    QVERIFY(said[1].contains(QLatin1String("lat, wells, depth")));
}

void ImportPresetTest::listsOfCommodities_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QStringList>("keys");
    const QStringList both{QStringLiteral("copper"), QStringLiteral("zinc")};
    for (const char* said : {"Cu; Zn", "Cu, Zn", "Cu/Zn", "Cu-Zn", "Cu Zn", "cobre y zinc",
                             "Copper and Zinc", "Cu|Zn", "CU, ZN"})
        QTest::newRow(said) << QString::fromLatin1(said) << both;
    const QStringList copperMoly{QStringLiteral("copper"), QStringLiteral("molybdenum")};
    for (const char* said : {"Cobre (Molibdeno)", "Cu (Mo)", "Cu-(Mo)", "Cu - Mo pórfido",
                             "Cobre (Molibdeno, con trazas)"})
        QTest::newRow(said) << QString::fromUtf8(said) << copperMoly;
    for (const char* said : {"Litio (LCE)", "Lithium (brine)", "Litio en arcillas"})
        QTest::newRow(said) << QString::fromUtf8(said) << QStringList{QStringLiteral("lithium")};
    for (const char* said : {"Tierras Raras (REE)", "Rare earth elements (REE)"})
        QTest::newRow(said) << QString::fromUtf8(said)
                            << QStringList{QStringLiteral("rare_earths")};
    for (const char* said : {"EGP", "platinoides"})
        QTest::newRow(said) << QString::fromUtf8(said)
                            << QStringList{QStringLiteral("platinum_group")};
    QTest::newRow("Cu (Mo, Au)") << QStringLiteral("Cu (Mo, Au)")
                                 << QStringList{"copper", "molybdenum", "gold"};
    QTest::newRow("unknown outside") << QStringLiteral("Xyz (Cu)") << QStringList{};
    QTest::newRow("a comma within a name")
        << QStringLiteral("Copper, Sand and Gravel, Construction, Zinc")
        << QStringList{QStringLiteral("copper"),
                       commodities().keyFor(QStringLiteral("Sand and Gravel, Construction")),
                       QStringLiteral("zinc")};
}

void ImportPresetTest::listsOfCommodities()
{
    QFETCH(QString, said);
    QFETCH(QStringList, keys);
    keys.removeAll(QString());
    const SiteRecord site = only("id,name,commodities\n1,A,\"" + said.toUtf8() + "\"\n");
    QStringList found;
    for (const SiteCommodity& each : site.commodities)
        found << each.commodity;
    for (const QString& key : keys)
        QVERIFY2(found.contains(key), qPrintable(found.join(u' ')));
    QCOMPARE(found.size(), keys.size());
}

void ImportPresetTest::combinedCategories_data()
{
    QTest::addColumn<QString>("key");
    const auto rows = [](const char* key, const std::vector<const char*>& said) {
        for (const char* each : said)
            QTest::newRow(each) << QString::fromLatin1(key);
    };
    rows("measured_indicated_inferred",
         {"Inferred+Indicated+Measured", "Measured, Indicated and Inferred",
          "Medidos + Indicados + Inferidos", "measured/indicated/inferred"});
    rows("measured_indicated",
         {"Indicated + Measured", "Measured & Indicated", "Indicados y medidos"});
    rows("indicated_inferred", {"Indicated plus Inferred", "Inferidos e indicados"});
    rows("measured_inferred", {"Inferred/Measured"});
    rows("proved_probable", {"Proven plus Probable", "Probable + Proven", "Probables y probadas"});
    rows("", {"Inferred + Probable", "Measured + something"});
}

void ImportPresetTest::combinedCategories()
{
    QFETCH(QString, key);
    const SiteRecord site = only("name,commodity,tonnes,category\nA,Cu,5000,\"" +
                                 QByteArray(QTest::currentDataTag()) + "\"\n");
    QCOMPARE(site.estimates.front().category, key);
}

void ImportPresetTest::tablesLeftAreSaid()
{
    VETA_NEEDS_REAL_DATA(path, "sites/usgs_lithium_us_2019_csv.zip");
    const auto file = project();
    const ImportOutcome outcome = import(*file, path);
    QVERIFY(std::any_of(outcome.issues.begin(), outcome.issues.end(), [](const auto& issue) {
        return issue.text.contains(QLatin1String("Loc_Poly_Sw")) &&
               !issue.text.contains(QLatin1String("Resources"));
    }));
}

// What a related table says of a stage or a type of deposit stands beside the site, with its
// source.
void ImportPresetTest::relatedTablesSayStagesAndTypes()
{
    VETA_NEEDS_REAL_DATA(path, "sites/usgs_lithium_us_2019_csv.zip");
    const auto file = project();
    import(*file, path);
    const auto value = [&](const char* sql) { return support::value(*file, sql); };
    QCOMPARE(value("SELECT COUNT(*) FROM site_stages"), QStringLiteral("70"));
    QCOMPARE(value("SELECT t.date || ' ' || t.reference FROM site_stages t JOIN sites s ON s.id = "
                   "t.site_id WHERE s.name = 'Smackover-Lanxess' AND t.stage = "
                   "'advanced_exploration'"),
             QStringLiteral("2018 AR00002"));
    QCOMPARE(value("SELECT COUNT(*) FROM claims WHERE field = 'deposit_type' AND value = "
                   "'lithium-enriched oilfield brine'"),
             QStringLiteral("5"));
}

void ImportPresetTest::inegiHeaders()
{
    const QByteArray csv = "CVE_ENT,NOM_ENT,CVE_MUN,NOM_MUN,NOM_LOC,TIPO,LATITUD,LONGITUD\n"
                           "26,Sonora,019,Cananea,Mina Buenavista,Mina,30.95,-110.3\n";
    QCOMPARE(proposeImport(*open(write(csv))).front().preset, QStringLiteral("spanish"));
    const SiteRecord site = only(csv);
    QCOMPARE(site.site.name, QStringLiteral("Mina Buenavista"));
    QCOMPARE(site.site.admin1, QStringLiteral("Sonora"));
    QCOMPARE(site.site.country, QStringLiteral("MX"));
    QCOMPARE(site.site.kind, QStringLiteral("mine"));
    QCOMPARE(site.site.note, QStringLiteral("Cananea"));
}

void ImportPresetTest::wordsCanBeMended()
{
    const QByteArray csv = "id,name,status\n1,A,Dormant\n2,B,Dormant\n3,C,Producer\n";
    const QString path = write(csv);
    ImportMapping mapping = proposeImport(*open(path)).front().mapping;
    base::Progress progress;
    const std::vector<ImportStep> steps = importSteps(path, open(path), mapping, progress);
    const ImportOutcome plan = planImport(steps, {}, progress);
    const auto word =
        std::find_if(plan.words.begin(), plan.words.end(),
                     [](const ImportWord& each) { return each.word == QLatin1String("Dormant"); });
    QVERIFY(word != plan.words.end());
    QVERIFY(!word->isKnown);
    QCOMPARE(word->count, 2);
    mapping.words[import_field::Stage][folded(word->word)] = QStringLiteral("care_and_maintenance");
    const auto file = project();
    const ImportOutcome outcome = import(*file, path, mapping);
    for (const base::Issue& issue : outcome.issues)
        QVERIFY2(issue.where.value.isEmpty(), qPrintable(issue.text));
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM sites WHERE stage = "
                                   "'care_and_maintenance'"),
             QStringLiteral("2"));
}

void ImportPresetTest::unitsAreNeverGuessed()
{
    const QByteArray csv = "id,name,tonnes,tonnes unit,grade,grade unit\n"
                           "1,A,5,Mt,2,% Cu\n2,B,5,tons,2,%\n3,C,5,bushels,2,%\n";
    const QString path = write(csv);
    const auto file = project();
    ImportMapping mapping = proposeImport(*open(path)).front().mapping;
    const ImportOutcome outcome = import(*file, path, mapping);
    QCOMPARE(outcome.imported, 3);
    QCOMPARE(support::value(*file, "SELECT group_concat(tonnes) FROM estimates"),
             QStringLiteral("5000000.0"));
    QStringList said;
    for (const base::Issue& issue : outcome.issues)
        said << issue.where.value;
    QVERIFY(said.contains(QLatin1String("tons")) && said.contains(QLatin1String("bushels")));
    // Once somebody says what a ton is here, it is read.
    const auto told = project();
    mapping.units[QStringLiteral("ton")] = QStringLiteral("short_ton");
    import(*told, path, mapping);
    QCOMPARE(support::value(*told, "SELECT COUNT(*) FROM estimates"), QStringLiteral("2"));
}

void ImportPresetTest::knownRecordsAreCounted()
{
    const QByteArray csv = "id,name\n1,A\n2,B\n";
    const QString path = write(csv);
    const auto file = project();
    const ImportMapping mapping = proposeImport(*open(path)).front().mapping;
    import(*file, path, mapping);
    base::Progress progress;
    const std::vector<ImportStep> steps = importSteps(path, open(path), mapping, progress);
    KnownRecords known;
    file->read([&](const ReadAccess& access) { known = readKnownRecords(access, steps); });
    const ImportOutcome plan = planImport(steps, known, progress);
    QCOMPARE(plan.imported, 0);
    QCOMPARE(plan.alreadyThere, 2);
}

QTEST_GUILESS_MAIN(ImportPresetTest)
#include "import_preset_test.moc"
