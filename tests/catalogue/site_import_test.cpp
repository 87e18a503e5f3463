// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_row.h"
#include "catalogue/site_import.h"
#include "catalogue/site_list.h"
#include "tests/support/real_data.h"
#include "tests/support/scratch_project.h"

#include <QProcess>
#include <QtTest>

using namespace catalogue;
using support::Ana;
using support::Bob;

class SiteImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void points_data();
    void points();
    void proposesFromHeaders_data();
    void proposesFromHeaders();
    void mappingsTravelAsJson();
    void savesMappings();
    void takesEveryColumn();
    void missingStaysMissing();
    void setsAsideWithReason_data();
    void setsAsideWithReason();
    void aRowWithoutPositionIsASite();
    void movesEachRowFromItsOwnSystem();
    void pointsOfOneSystemStayTogether();
    void planSaysWhatImportDoes();
    void isOneEntryAndUndoes();
    void cancelledMeansUnchanged();
    void failedMeansUnchanged();
    void twiceIsOnce();
    void keepsRowsAsTheyCame();
    void rejectsCanBeMendedAndImported();
    void twoCopiesThatImportTheSameFileMerge();
    void readsArchives();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void asksForTheCrs();
    void ownListComesBack();
    void borderRegion();
    void minmodSites();

private:
    QString write(const QByteArray& content, const QString& name = QStringLiteral("sites.csv"))
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }
    std::unique_ptr<ProjectFile> project()
    {
        return ProjectFile::create(m_folder.filePath(QStringLiteral("p%1.veta.gpkg").arg(++m_made)),
                                   QStringLiteral("Test"), Ana);
    }
    using Table = std::shared_ptr<const ImportTable>;
    static Table table(const QString& path, const QString& name = {})
    {
        base::Progress progress;
        return std::make_shared<const ImportTable>(ImportTable::open(path, {name, {}}, progress));
    }
    static ImportOutcome import(ProjectFile& file, const Table& table, const ImportMapping& mapping,
                                const Author& author = Ana)
    {
        base::Progress progress;
        return importSites(file, author, {{table, mapping}}, progress);
    }
    static ImportOutcome plan(const Table& table, const ImportMapping& mapping)
    {
        base::Progress progress;
        return planImport({{table, mapping}}, {}, progress);
    }
    static ImportMapping plain(const Table& table)
    {
        return presetMapping(QStringLiteral("plain"), *table);
    }
    static ImportMapping proposed(const Table& table)
    {
        return proposeImport(*table).front().mapping;
    }
    ImportOutcome importPlain(ProjectFile& file, const QByteArray& content,
                              const QString& name = QStringLiteral("sites.csv"))
    {
        const Table read = table(write(content, name));
        return import(file, read, plain(read));
    }
    static std::vector<SiteRecord> records(const ProjectFile& file)
    {
        std::vector<SiteRecord> all;
        base::Progress progress;
        file.read([&](const ReadAccess& access) {
            const std::shared_ptr<const SiteList> list = SiteList::load(access, progress);
            for (const SiteSummary& site : list->sites())
                all.push_back(*readSiteRecord(access, site.id));
        });
        return all;
    }

    QTemporaryDir m_folder;
    int m_made = 0;
};

void SiteImportTest::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << "1234.5" << 1234.5;
    QTest::newRow("thousands") << "88,500,000" << 88500000.0;
    QTest::newRow("thousands and point") << "1,234.5" << 1234.5;
    QTest::newRow("decimal comma") << "12,5" << 12.5;
    QTest::newRow("points and comma") << "1.234.567,8" << 1234567.8;
    QTest::newRow("blanks") << " 1 234 " << 1234.0;
    QTest::newRow("negative") << "-110.25" << -110.25;
    QTest::newRow("exponent") << "1e3" << 1000.0;
    QTest::newRow("word") << "unk" << qQNaN();
    QTest::newRow("two commas that are no thousands") << "1,2,3" << qQNaN();
    QTest::newRow("infinite") << "inf" << qQNaN();
    QTest::newRow("empty") << "" << qQNaN();
}

void SiteImportTest::numbers()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    const std::optional<double> number = parseNumber(text.toUtf8());
    QCOMPARE(number.has_value(), !qIsNaN(value));
    if (number)
        QCOMPARE(*number, value);
}

void SiteImportTest::points_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QPointF>("point");
    const QPointF place(-110.5, 31.25);
    QTest::newRow("blank") << "POINT (-110.5 31.25)" << true << place;
    QTest::newRow("no blank") << "POINT(-110.5 31.25)" << true << place;
    QTest::newRow("multipoint") << "MULTIPOINT(-110.5 31.25)" << true << place;
    QTest::newRow("multipoint, its own brackets") << "MULTIPOINT ((-110.5 31.25))" << true << place;
    QTest::newRow("height") << "POINT Z (-110.5 31.25 900)" << true << place;
    QTest::newRow("srid") << "SRID=4326;POINT(-110.5 31.25)" << true << place;
    QTest::newRow("misspelt") << "MULIPOINT(-110.5 31.25)" << false << QPointF();
    QTest::newRow("not a number") << "POINT (-68.6 NaN)" << false << QPointF();
    QTest::newRow("two points") << "MULTIPOINT(1 2, 3 4)" << false << QPointF();
    QTest::newRow("line") << "LINESTRING(1 2, 3 4)" << false << QPointF();
}

void SiteImportTest::points()
{
    QFETCH(QString, text);
    const std::optional<QPointF> point = parseWktPoint(text.toUtf8());
    QTEST(point.has_value(), "good");
    QTEST(point.value_or(QPointF()), "point");
}

void SiteImportTest::proposesFromHeaders_data()
{
    QTest::addColumn<QStringList>("headers");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("columns");
    const QStringList english{"Source", "Record_ID", "Deposit Name", "LATITUDE", "Long", "Status"};
    QTest::newRow("name") << english << "name" << QStringList{"Deposit Name"};
    QTest::newRow("key within its source")
        << english << "key" << QStringList{"Source", "Record_ID"};
    QTest::newRow("y") << english << "y" << QStringList{"LATITUDE"};
    QTest::newRow("x") << english << "x" << QStringList{"Long"};
    QTest::newRow("stage") << english << "stage" << QStringList{"Status"};
    const QStringList spanish{"Clave", "Nombre", "Entidad federativa", "Longitud", "Sustancias"};
    QTest::newRow("nombre") << spanish << "name" << QStringList{"Nombre"};
    QTest::newRow("entidad") << spanish << "admin1" << QStringList{"Entidad federativa"};
    QTest::newRow("sustancias") << spanish << "commodity" << QStringList{"Sustancias"};
    QTest::newRow("nothing for it") << spanish << "y" << QStringList{};
    QTest::newRow("own columns are not offered")
        << QStringList{"name", "veta_source"} << "key" << QStringList{};
}

void SiteImportTest::proposesFromHeaders()
{
    QFETCH(QStringList, headers);
    QFETCH(QString, field);
    const ImportMapping mapping = mappingByHeaders({headers.begin(), headers.end()});
    QTEST(mapping.columnsOf(field), "columns");
    QVERIFY2(mapping.crs.isEmpty(), "a coordinate system is never guessed");
}

void SiteImportTest::mappingsTravelAsJson()
{
    ImportMapping mapping;
    mapping.name = QStringLiteral("SGM");
    mapping.crs = QStringLiteral("EPSG:4267");
    mapping.listSeparator = QStringLiteral("/");
    mapping.parts = {{import_field::Country, {}, QStringLiteral("MX")},
                     {import_field::Key, QStringLiteral("hoja"), {}},
                     {import_field::Key, QStringLiteral("clave"), {}},
                     {import_field::Name, QStringLiteral("Nombre"), {}}};
    QCOMPARE(importMappingFromJson(toJson(mapping)), mapping);
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             importMappingFromJson("{\"fields\": {\"colour\": \"x\"}}"));
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             importMappingFromJson("{\"fields\": {\"name\": [\"a\", \"b\"]}}"));
    QVERIFY_THROWS_EXCEPTION(base::Error, importMappingFromJson("{\"fields\": {\"name\": 5}}"));
    QVERIFY_THROWS_EXCEPTION(base::Error, importMappingFromJson("[]"));
}

void SiteImportTest::savesMappings()
{
    const auto file = project();
    ImportMapping mapping = mappingByHeaders({QStringLiteral("name"), QStringLiteral("lat")});
    mapping.name = QStringLiteral("ours");
    const auto save = [&] {
        file->edit(Ana, EntryKind::Edit, {QStringLiteral("test"), {}},
                   [&](Edit& edit) { saveImportMapping(edit, mapping); });
    };
    save();
    mapping.crs = QStringLiteral("EPSG:4326");
    save(); // replaces it
    std::vector<SavedMapping> saved;
    file->read([&](const ReadAccess& access) { saved = readImportMappings(access); });
    QCOMPARE(saved.size(), size_t(1));
    QCOMPARE(saved.front().mapping, mapping);
    file->edit(Ana, EntryKind::Edit, {QStringLiteral("test"), {}},
               [&](Edit& edit) { removeImportMapping(edit, saved.front().id); });
    file->read([&](const ReadAccess& access) { saved = readImportMappings(access); });
    QVERIFY(saved.empty());
}

void SiteImportTest::takesEveryColumn()
{
    const auto file = project();
    const ImportOutcome outcome = importPlain(
        *file, "id,name,aliases,type,status,status_date,country,state,deposit type,lon,lat,"
               "commodities,by-products,tonnes,grade,grade unit,grade commodity,contained tonnes,"
               "category,effective date,code,owner,note\n"
               "B1,El Boleo,Boleo; Lucifer,Mine,Producer,2015,México,Baja California Sur,"
               "Sediment-hosted copper,-112.27,27.34,Cu;Co,Zn,\"277,000,000\",1.34,%,copper,,"
               "Measured and indicated,2010-03,NI 43-101,Minera Boleo,by the sea\n");
    QCOMPARE(outcome.imported, 1);
    QVERIFY(outcome.setAside.empty());
    QVERIFY(outcome.issues.empty());
    const SiteRecord record = records(*file).front();
    const Site& site = record.site;
    QCOMPARE(site.name, QStringLiteral("El Boleo"));
    QCOMPARE(site.kind, QStringLiteral("mine"));
    QCOMPARE(site.stage, QStringLiteral("production"));
    QCOMPARE(site.stageDate, QStringLiteral("2015"));
    QCOMPARE(site.country, QStringLiteral("MX"));
    QCOMPARE(site.admin1, QStringLiteral("Baja California Sur"));
    QCOMPARE(site.depositType, QStringLiteral("Sediment-hosted copper"));
    QCOMPARE(site.lonLat, std::optional(QPointF(-112.27, 27.34)));
    QCOMPARE(site.note, QStringLiteral("by the sea"));
    QCOMPARE(site.cite.reference, QStringLiteral("B1"));
    QCOMPARE(record.names.size(), size_t(2));
    QCOMPARE(record.commodities.size(), size_t(3));
    QCOMPARE(record.commodities[0].commodity, QStringLiteral("copper"));
    QCOMPARE(record.commodities[0].role, QStringLiteral("main"));
    QCOMPARE(record.commodities[2].commodity, QStringLiteral("zinc"));
    QCOMPARE(record.commodities[2].role, QStringLiteral("by_product"));
    const Estimate& estimate = record.estimates.front();
    QCOMPARE(estimate.tonnes, std::optional(277e6));
    QCOMPARE(estimate.grade, std::optional(1.34));
    QCOMPARE(estimate.gradeUnit, QStringLiteral("percent"));
    QCOMPARE(estimate.commodity, QStringLiteral("copper"));
    QCOMPARE(estimate.category, QStringLiteral("measured_indicated"));
    QCOMPARE(estimate.effectiveDate, QStringLiteral("2010-03"));
    QCOMPARE(estimate.code, QStringLiteral("NI 43-101"));
    QCOMPARE(estimate.cite.source, site.cite.source);
    QCOMPARE(record.owners.front().name, QStringLiteral("Minera Boleo"));
    const Source* source = record.source(site.cite);
    QVERIFY(source != nullptr);
    QCOMPARE(source->fileName, QStringLiteral("sites.csv"));
    QCOMPARE(source->digest.size(), 64);
    QCOMPARE(source->preset, QStringLiteral("plain"));
    QCOMPARE(source->crs, QStringLiteral("EPSG:4326"));
    QCOMPARE(record.records.front().fields.at(1).second, std::optional(QStringLiteral("El Boleo")));
}

void SiteImportTest::missingStaysMissing()
{
    const auto file = project();
    const ImportOutcome outcome =
        importPlain(*file, "name,kind,country,lon,lat,commodities,tonnes,grade,grade unit\n"
                           "A,,,-110,30,,,,\nB,unknown,<Null>,-110,30,n/a,unk,0.5,bushels\n");
    QCOMPARE(outcome.imported, 2);
    for (const SiteRecord& record : records(*file)) {
        QVERIFY(record.site.kind.isEmpty());
        QVERIFY(record.site.country.isEmpty());
        QVERIFY(record.commodities.empty());
        QVERIFY2(record.estimates.empty(), "no figure is there whose unit is not known");
    }
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM sites WHERE kind IS NULL AND country IS "
                                   "NULL AND stage IS NULL"),
             QStringLiteral("2"));
    // What was left out is said, with the line where it first stood.
    QVERIFY(std::any_of(outcome.issues.begin(), outcome.issues.end(), [](const base::Issue& issue) {
        return issue.where.line == 3 && issue.where.value == QLatin1String("bushels");
    }));
}

void SiteImportTest::setsAsideWithReason_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("column");
    QTest::newRow("few") << QByteArray("9,Z") << "too_few_fields"
                         << "";
    QTest::newRow("many") << QByteArray("9,Z,1,2,EPSG:4326,x") << "too_many_fields"
                          << "";
    QTest::newRow("empty ones too many") << QByteArray("9,Z,1,2,EPSG:4326,,") << ""
                                         << "";
    QTest::newRow("word for a number") << QByteArray("9,Z,west,2,EPSG:4326") << "not_a_number"
                                       << "lon";
    QTest::newRow("half") << QByteArray("9,Z,-110,,EPSG:4326") << "half_a_position"
                          << "lon";
    QTest::newRow("metres as degrees")
        << QByteArray("9,Z,455076,3210000,EPSG:4326") << "position_out_of_range"
        << "lon";
    QTest::newRow("degrees as metres")
        << QByteArray("9,Z,-110,31,EPSG:26912") << "position_out_of_range"
        << "lon";
    QTest::newRow("swapped") << QByteArray("9,Z,31,-110,EPSG:4326") << "position_swapped"
                             << "lon";
    QTest::newRow("unknown system") << QByteArray("9,Z,-110,31,EPSG:1") << "unknown_crs"
                                    << "crs";
    QTest::newRow("no system") << QByteArray("9,Z,-110,31,") << "no_crs"
                               << "crs";
    QTest::newRow("again") << QByteArray("1,Other,-110,31,EPSG:4326") << "repeated_key"
                           << "id";
    QTest::newRow("nothing") << QByteArray(",,,,EPSG:4326") << "no_name_no_key"
                             << "";
    QTest::newRow("open quote") << QByteArray("9,\"Z,-110,31,EPSG:4326") << "bad_quote"
                                << "";
}

void SiteImportTest::setsAsideWithReason()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, reason);
    const Table read = table(write("id,name,lon,lat,crs\n1,First,-110,31,EPSG:4326\n" + row +
                                   "\n2,Last,-111,31,EPSG:4326\n"));
    const auto file = project();
    const ImportOutcome outcome = import(*file, read, proposed(read));
    QCOMPARE(outcome.rows, 3);
    QCOMPARE(outcome.imported + qint64(outcome.setAside.size()), 3);
    if (reason.isEmpty()) {
        QVERIFY(outcome.setAside.empty());
        return;
    }
    QCOMPARE(outcome.setAside.size(), size_t(1));
    const SetAside& aside = outcome.setAside.front();
    QCOMPARE(aside.reason, reason);
    QCOMPARE(aside.line, 3);
    QTEST(aside.column, "column");
    QVERIFY(!setAsideText(reason).contains(reason)); // it has a sentence of its own
    std::vector<SetAside> kept;
    file->read([&](const ReadAccess& access) { kept = readSetAside(access, outcome.source); });
    QCOMPARE(kept.size(), size_t(1));
    QCOMPARE(kept.front().fields, aside.fields);
    QCOMPARE(kept.front().id, aside.id);
}

void SiteImportTest::aRowWithoutPositionIsASite()
{
    const auto file = project();
    const ImportOutcome outcome =
        importPlain(*file, "id,name,lon,lat\n1,Nowhere,,\n2,Origin,0,0\n3,Here,-110,31\n");
    QCOMPARE(outcome.imported, 3);
    QCOMPARE(outcome.withoutPosition, 2);
    QVERIFY(outcome.setAside.empty());
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM sites WHERE geom IS NULL"),
             QStringLiteral("2"));
    QCOMPARE(outcome.issues.size(), size_t(1)); // 0, 0 is said
}

void SiteImportTest::movesEachRowFromItsOwnSystem()
{
    // One place near Nogales, Arizona, in three systems; UTM and NAD27 values from cs2cs 9.1.
    const Table read =
        table(write("id,name,x,y,crs\nW,a,-110.94,31.34,EPSG:4326\n"
                    "U,b,505707.540,3467285.023,EPSG:26912\nN,c,-110.94,31.34,EPSG:4267\n"));
    const auto file = project();
    const ImportOutcome outcome = import(*file, read, proposed(read));
    QCOMPARE(outcome.imported, 3);
    QCOMPARE(outcome.systems.size(), size_t(3));
    std::map<QString, Site> sites;
    for (const SiteRecord& record : records(*file))
        sites[record.site.name] = record.site;
    QCOMPARE(*sites["a"].lonLat, QPointF(-110.94, 31.34));
    QVERIFY(!sites["a"].positionAccuracyMetres);
    QVERIFY(std::abs(sites["b"].lonLat->x() + 110.94) < 2e-5);
    QVERIFY(std::abs(sites["b"].lonLat->y() - 31.34) < 2e-5);
    // NAD27 lies some tens of metres off here, and says how well that is known.
    const double shift = std::abs(sites["c"].lonLat->x() + 110.94);
    QVERIFY(shift > 4e-4 && shift < 1e-3);
    QVERIFY(sites["c"].positionAccuracyMetres.value_or(0) > 1);
    for (const ImportOutcome::System& system : outcome.systems)
        QCOMPARE(system.rows, 1);
}

void SiteImportTest::pointsOfOneSystemStayTogether()
{
    // PROJ's own choice changes at 24.41 N and 32.72 N along 108.6 W; a pinned one does not.
    QByteArray csv = "id,name,x,y,crs\n";
    int id = 0;
    for (const double lat : {24.41, 25.83, 32.72})
        for (const double offset : {-0.00001, 0.00001})
            csv += QByteArray::number(++id) + ",p,-108.6," +
                   QByteArray::number(lat + offset, 'f', 6) + ",EPSG:4267\n";
    const Table read = table(write(csv));
    const auto file = project();
    const ImportOutcome outcome = import(*file, read, proposed(read));
    QCOMPARE(outcome.systems.size(), size_t(1));
    std::map<QString, QPointF> places;
    for (const SiteRecord& record : records(*file))
        places[record.site.cite.reference] = *record.site.lonLat;
    for (int pair = 1; pair < 6; pair += 2) {
        const QPointF apart = places[QString::number(pair + 1)] - places[QString::number(pair)];
        QVERIFY(std::abs(apart.x()) < 1e-7);
        QVERIFY(std::abs(apart.y() - 2e-5) < 1e-7);
    }
}

void SiteImportTest::planSaysWhatImportDoes()
{
    const Table read = table(
        write("id,name,lon,lat\n1,A,-110,31\n2,B,,\n3,C,x,31\n1,D,-110,31\n,,,\n5,E,-110,99\n"));
    const ImportMapping mapping = plain(read);
    const ImportOutcome plan = this->plan(read, mapping);
    const auto file = project();
    const ImportOutcome done = import(*file, read, mapping);
    QCOMPARE(plan.rows, done.rows);
    QCOMPARE(plan.imported, done.imported);
    QCOMPARE(plan.withoutPosition, done.withoutPosition);
    QCOMPARE(plan.source, done.source);
    QCOMPARE(plan.preview.size(), size_t(done.rows)); // those set aside with their reason
    QCOMPARE(plan.setAside.size(), done.setAside.size());
    for (size_t i = 0; i < plan.setAside.size(); ++i) {
        QCOMPARE(plan.setAside[i].id, done.setAside[i].id);
        QCOMPARE(plan.setAside[i].reason, done.setAside[i].reason);
        QCOMPARE(plan.setAside[i].line, done.setAside[i].line);
    }
}

void SiteImportTest::isOneEntryAndUndoes()
{
    const auto file = project();
    const QString before = support::digest(*file);
    QByteArray csv = "id,name,lon,lat\n";
    for (int i = 0; i < 5000; ++i) // more than one piece
        csv += QByteArray::number(i) + ",Site " + QByteArray::number(i) + ",-110,31\n";
    QCOMPARE(importPlain(*file, csv).imported, 5000);
    QCOMPARE(file->history().size(), size_t(2));
    QCOMPARE(file->history().back().kind, EntryKind::Import);
    base::Progress progress;
    QVERIFY(file->verify(progress).empty());
    const QString after = support::digest(*file);
    file->undo(Ana, progress);
    QCOMPARE(support::digest(*file), before);
    file->redo(Ana, progress);
    QCOMPARE(support::digest(*file), after);
}

void SiteImportTest::cancelledMeansUnchanged()
{
    const auto file = project();
    const QString before = support::digest(*file);
    QByteArray csv = "id,name,lon,lat\n";
    for (int i = 0; i < 20000; ++i)
        csv += QByteArray::number(i) + ",Site,-110,31\n";
    const Table read = table(write(csv));
    const ImportMapping mapping = plain(read);
    // Cancelled from another thread while rows are being written.
    base::Progress* running = nullptr;
    base::Progress progress([&](const base::Progress::State& state) {
        if (state.text.startsWith(QLatin1String("Writing")))
            running->cancel();
    });
    running = &progress;
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, importSites(*file, Ana, {{read, mapping}}, progress));
    QCOMPARE(support::digest(*file), before);
    QCOMPARE(file->history().size(), size_t(1));
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM sites"), QStringLiteral("0"));
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM veta_entry_piece WHERE number > 1"),
             QStringLiteral("0"));
}

void SiteImportTest::failedMeansUnchanged()
{
    const auto file = project();
    const QString before = support::digest(*file);
    const Table read = table(write("id,name,lon,lat\n1,A,-110,31\n"));
    ImportMapping mapping = plain(read);
    mapping.setColumn(import_field::Kind, QStringLiteral("nothing of that name"));
    QVERIFY_THROWS_EXCEPTION(base::Error, import(*file, read, mapping));
    QCOMPARE(support::digest(*file), before);
}

void SiteImportTest::twiceIsOnce()
{
    const auto file = project();
    const QByteArray csv = "id,name,lon,lat\n1,A,-110,31\n2,B,west,31\n,C,-110,30\n";
    importPlain(*file, csv);
    const QString once = support::digest(*file);
    const ImportOutcome again = importPlain(*file, csv);
    QCOMPARE(again.imported, 0);
    QCOMPARE(again.alreadyThere, 2);
    QCOMPARE(again.setAside.size(), size_t(1));
    QCOMPARE(support::digest(*file), once);
    QCOMPARE(file->history().size(), size_t(2)); // nothing changed, no entry
}

void SiteImportTest::keepsRowsAsTheyCame()
{
    const auto file = project();
    importPlain(*file, "id,name,lon,lat,extra\n1,  A \"x\" ,-110,31,\n");
    QCOMPARE(support::value(*file, "SELECT content FROM records"),
             QStringLiteral("[\"1\",\"  A \\\"x\\\" \",\"-110\",\"31\",null]"));
    QCOMPARE(support::value(*file, "SELECT columns FROM sources"),
             QStringLiteral("[\"id\",\"name\",\"lon\",\"lat\",\"extra\"]"));
}

void SiteImportTest::rejectsCanBeMendedAndImported()
{
    const auto file = project();
    const QByteArray good = "id,name,lon,lat\n1,A,-110,31\n2,\"=B, \"\"x\"\"\",-111,31\n";
    const ImportOutcome first =
        importPlain(*file, QByteArray(good).replace("-111", "-1111"), QStringLiteral("odd.csv"));
    QCOMPARE(first.setAside.size(), size_t(1));
    const Table odd = table(m_folder.filePath(QStringLiteral("odd.csv")));
    QByteArray rejects = setAsideCsv(odd->columns(), first.setAside);
    QVERIFY(rejects.contains("\"'=B, \"\"x\"\"\""));
    rejects.replace("2,\"'=B, \"\"x\"\"\",-1111", "2,\"'=B, \"\"x\"\"\",-111");
    const Table mended = table(write(rejects, QStringLiteral("mended.csv")));
    const ImportOutcome second = import(*file, mended, plain(mended));
    QCOMPARE(second.imported, 1);
    QCOMPARE(second.mended, 1);
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM set_aside"), QStringLiteral("0"));
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM sites"), QStringLiteral("2"));
    // It has the id that it would have had.
    QCOMPARE(
        support::value(*file, "SELECT id FROM sites WHERE name = '=B, \"x\"'"),
        QString::number(base::hashedId({"sites", base::idBytes(first.source), QByteArray("2")})));
}

void SiteImportTest::twoCopiesThatImportTheSameFileMerge()
{
    const auto here = project();
    const auto there = support::copyOf(*here, m_folder.filePath(QStringLiteral("there.veta.gpkg")));
    const Table read = table(write("id,name,lon,lat\n1,A,-110,31\n2,B,west,31\n,C,-110,30\n"));
    const ImportMapping mapping = plain(read);
    import(*here, read, mapping, Ana);
    import(*there, read, mapping, Bob);
    QCOMPARE(support::digest(*here), support::digest(*there));
    base::Progress progress;
    QVERIFY(here->mergeFrom(there->path(), progress).openConflicts.empty());
    QVERIFY(there->mergeFrom(here->path(), progress).openConflicts.empty());
    QCOMPARE(support::digest(*here), support::digest(*there));
    QCOMPARE(support::value(*here, "SELECT COUNT(*) FROM sites"), QStringLiteral("2"));
}

void SiteImportTest::readsArchives()
{
    const QByteArray csv = "id,name,lon,lat\n1,A,-110,31\n";
    const QString one = write(csv, QStringLiteral("one.csv"));
    const QString two = write(csv, QStringLiteral("two.csv"));
    const QString zip = m_folder.filePath(QStringLiteral("tables.zip"));
    QCOMPARE(QProcess::execute(QStringLiteral("zip"), {"-q", "-j", zip, one, two}), 0);
    QCOMPARE(ImportTable::listTables(zip).size(), 2);
    QVERIFY_THROWS_EXCEPTION(base::Error, table(zip)); // which one?
    const Table read = table(zip, QStringLiteral("two"));
    QCOMPARE(read->table(), QStringLiteral("two.csv"));
    QCOMPARE(read->columns().size(), size_t(4));
    // A damaged one is no table, and says so.
    QFile damaged(zip);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    damaged.resize(damaged.size() / 2);
    damaged.close();
    QVERIFY_THROWS_EXCEPTION(base::Error, table(zip, QStringLiteral("two")));
}

void SiteImportTest::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no bytes") << QByteArray();
    QTest::newRow("blank") << QByteArray("\r\n \n");
    QTest::newRow("no header") << QByteArray("1,Cananea,-110.3,30.9\n2,Boleo,-112.2,27.3\n");
    QTest::newRow("no header, WKT") << QByteArray("Cananea,POINT (-110.3 30.9)\n");
    QTest::newRow("nameless header") << QByteArray(",,,\n1,2,3,4\n");
    QTest::newRow("no text") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("open quote in the header") << QByteArray("a,\"b\n1,2\n");
}

void SiteImportTest::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, content);
    const QString path = write(content, QStringLiteral("handed over.csv"));
    try {
        table(path);
        QFAIL("it was read");
    } catch (const base::Error& error) {
        QVERIFY(error.message().contains(QLatin1String("handed over.csv")));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void SiteImportTest::asksForTheCrs()
{
    const Table read = table(write("id,name,lon,lat\n1,A,-110,31\n"));
    const ImportMapping mapping = proposed(read);
    QVERIFY_THROWS_EXCEPTION(base::Error, plan(read, mapping));
}

// What `veta-cli sites --format csv` writes, the preset plain reads.
void SiteImportTest::ownListComesBack()
{
    const auto file = project();
    const ImportOutcome outcome = importPlain(
        *file,
        "id,name,kind,stage,country,admin1,lon,lat,commodities,tonnes,grade,grade_unit,source\r\n"
        "7,'-1 level,mine,production,MX,Sonora,-110.3,30.95,copper; zinc,1000,0.5,percent,x\r\n");
    QCOMPARE(outcome.imported, 1);
    const SiteRecord record = records(*file).front();
    QCOMPARE(record.site.name, QStringLiteral("-1 level"));
    QCOMPARE(record.commodities.size(), size_t(2));
    QCOMPARE(record.estimates.front().grade, std::optional(0.5));
}

void SiteImportTest::borderRegion()
{
    VETA_NEEDS_REAL_DATA(path, "sites/border_region_sites_wgs84.csv");
    const Table read = table(path);
    ImportMapping mapping = proposed(read);
    QCOMPARE(mapping.columnsOf(import_field::Key), (QStringList{"source", "source_record_id"}));
    QCOMPARE(mapping.columnsOf(import_field::X), QStringList{"lon"});
    mapping.crs = QStringLiteral("EPSG:4326");
    const auto file = project();
    const ImportOutcome outcome = import(*file, read, mapping);
    QCOMPARE(outcome.rows, 6154);
    QCOMPARE(outcome.imported + qint64(outcome.setAside.size()), 6154);
    for (const SetAside& row : outcome.setAside)
        QVERIFY2(row.reason.startsWith(QLatin1String("repeated")), qPrintable(row.reason));
    QVERIFY(outcome.setAside.size() < 20);
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM sites WHERE country = 'MX'").toInt(), 198);
}

void SiteImportTest::minmodSites()
{
    VETA_NEEDS_REAL_DATA(path, "sites/minmod_sites.csv.zip");
    const Table read = table(path);
    const ImportMapping mapping = proposed(read);
    QCOMPARE(mapping.name, QStringLiteral("minmod-sites"));
    const auto file = project();
    const ImportOutcome outcome = import(*file, read, mapping);
    QCOMPARE(outcome.rows, 124656);
    QCOMPARE(outcome.imported + qint64(outcome.setAside.size()), 124656);
    std::map<QString, int> reasons;
    for (const SetAside& row : outcome.setAside)
        ++reasons[row.reason];
    for (const auto& [reason, count] : reasons)
        qInfo("%d %s", count, qPrintable(reason));
    QCOMPARE(reasons["repeated_key"], 10); // of 12, two of which name no system either
    QVERIFY(outcome.setAside.size() < 1000);
    // Three coordinate systems by row; WGS84 and EPSG:4326 are one.
    QCOMPARE(outcome.systems.size(), size_t(3));
    std::map<QString, qint64> rows;
    for (const ImportOutcome::System& system : outcome.systems)
        rows[system.crs] = system.rows;
    QVERIFY(rows["EPSG:26912"] > 7700 && rows["EPSG:4267"] > 7600);
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM sites").toLongLong(), outcome.imported);
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM sites WHERE geom IS NULL").toLongLong(),
             outcome.withoutPosition);
    QCOMPARE(support::value(*file, "SELECT COUNT(*) FROM records").toLongLong(), outcome.imported);
    QVERIFY(support::value(*file, "SELECT COUNT(*) FROM sites WHERE country = 'MX'").toInt() >=
            480);
    QCOMPARE(file->history().size(), size_t(2));
}

QTEST_GUILESS_MAIN(SiteImportTest)
#include "site_import_test.moc"
