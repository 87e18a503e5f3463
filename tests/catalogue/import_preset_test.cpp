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
    void realFiles_data();
    void realFiles();
    void inventoryJoinsTheSites();
    void porphyryFigures();
    void spanishTable();
    void positionsAsPeopleWriteThem_data();
    void positionsAsPeopleWriteThem();
    void unknownSystemsDoNotHideTheKnown();
    void columnsTakenForEachOther();
    void longitudesWithoutSign();
    void numbersByColumn();
    void listsOfCommodities_data();
    void listsOfCommodities();
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
    row("usgs_lithium_us_2019_csv.zip", "usgs-lithium-2019", 21, 127, 0);
    row("usmin_klamath_points_shp.zip", "usmin", 4404, 0, 0);
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

void ImportPresetTest::listsOfCommodities_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QStringList>("keys");
    const QStringList both{QStringLiteral("copper"), QStringLiteral("zinc")};
    for (const char* said : {"Cu; Zn", "Cu, Zn", "Cu/Zn", "Cu-Zn", "Cu Zn", "cobre y zinc",
                             "Copper and Zinc", "Cu|Zn", "CU, ZN"})
        QTest::newRow(said) << QString::fromLatin1(said) << both;
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
    QVERIFY(outcome.issues.empty());
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
