// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs.h"

#include "base/error.h"
#include "geo/operation.h"
#include <QtTest>
#include <array>
#include <cmath>

namespace {

geo::Crs crsOf(const QString& text)
{
    return geo::Crs::fromText(text);
}

// A mine's own system, which no authority names.
const QString Mine = QStringLiteral(
    "+proj=tmerc +lat_0=31 +lon_0=-110.3 +k=0.99995 +x_0=10000 +y_0=20000 +ellps=GRS80 +units=m");

// As ArcGIS writes a .prj: other names, no codes.
const QString EsriUtm = QStringLiteral(
    "PROJCS[\"NAD_1983_UTM_Zone_12N\",GEOGCS[\"GCS_North_American_1983\","
    "DATUM[\"D_North_American_1983\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
    "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
    "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
    "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",-111.0],"
    "PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],"
    "UNIT[\"Meter\",1.0]]");

} // namespace

class CrsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCalledByItsPartsWithoutName();
    void knowsRegisteredSystems_data();
    void knowsRegisteredSystems();
    void textComesBack_data();
    void textComesBack();
    void recognisesWhatCarriesNoCode();
    void aCodeThatLiesIsNotBelieved();
    void takesWholeNamesAndNumbers();
    void refusesWhatIsNoCrs_data();
    void refusesWhatIsNoCrs();
    void namesNoFileOfThisComputer_data();
    void namesNoFileOfThisComputer();
    void takesTheHorizontalPart_data();
    void takesTheHorizontalPart();
    void longitudeComesFirst_data();
    void longitudeComesFirst();
    void equalsWhateverItsName();
    void areaOfUseIsStatedOrMissing();
    void unitsAreMeasured();
};

void CrsTest::knowsRegisteredSystems_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("geographic");
    // Names of the EPSG Dataset and of ESRI's.
    QTest::newRow("wgs84") << "EPSG:4326"
                           << "WGS 84" << true;
    QTest::newRow("nad27") << "EPSG:4267"
                           << "NAD27" << true;
    QTest::newRow("mexico") << "EPSG:6372"
                            << "Mexico ITRF2008 / LCC" << false;
    QTest::newRow("utm") << "EPSG:26912"
                         << "NAD83 / UTM zone 12N" << false;
    QTest::newRow("feet") << "EPSG:2223"
                          << "NAD83 / Arizona Central (ft)" << false;
    QTest::newRow("web") << "EPSG:3857"
                         << "WGS 84 / Pseudo-Mercator" << false;
    QTest::newRow("esri") << "ESRI:102008"
                          << "North_America_Albers_Equal_Area_Conic" << false;
}

void CrsTest::knowsRegisteredSystems()
{
    QFETCH(QString, code);
    QFETCH(QString, name);
    QFETCH(bool, geographic);
    const geo::Crs crs = crsOf(code);
    QCOMPARE(crs.code(), code);
    QCOMPARE(crs.toText(), code);
    QCOMPARE(crs.name(), name);
    QCOMPARE(crs.isGeographic(), geographic);
    QCOMPARE(crsOf(QStringLiteral("  ") + code.toLower() + QStringLiteral("\n")).code(), code);
}

void CrsTest::textComesBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char* code : {"EPSG:4326", "EPSG:4267", "EPSG:6372", "EPSG:32612", "EPSG:2223",
                             "EPSG:3857", "EPSG:4807", "ESRI:102008", "OGC:CRS84"})
        QTest::newRow(code) << QString::fromLatin1(code);
    QTest::newRow("proj string") << Mine;
    QTest::newRow("esri wkt") << EsriUtm;
    QTest::newRow("shifted by a proj string")
        << QStringLiteral("+proj=longlat +ellps=clrk66 +towgs84=-12,130,190 +no_defs");
    QTest::newRow("name") << QStringLiteral("NAD83 / UTM zone 12N");
}

void CrsTest::textComesBack()
{
    QFETCH(QString, text);
    const geo::Crs crs = crsOf(text);
    QVERIFY(!crs.toText().contains(u'\n') && !crs.wkt().contains(u'\n'));
    for (const QString& kept : {crs.toText(), crs.wkt()}) {
        const geo::Crs again = crsOf(kept);
        QVERIFY2(again == crs, qPrintable(kept));
        QCOMPARE(again.code(), crs.code());
        QCOMPARE(geo::Crs::fromText(again.toText()).toText(), again.toText());
        QCOMPARE(again.name(), crs.name());
        QCOMPARE(again.isGeographic(), crs.isGeographic());
        QCOMPARE(again.metresPerUnit(), crs.metresPerUnit());
    }
}

void CrsTest::recognisesWhatCarriesNoCode()
{
    QCOMPARE(crsOf(EsriUtm).code(), QStringLiteral("EPSG:26912"));
    QCOMPARE(crsOf(EsriUtm).name(), QStringLiteral("NAD83 / UTM zone 12N"));
    const geo::Crs mine = crsOf(Mine);
    QCOMPARE(mine.code(), QString());
    QCOMPARE(mine.toText(), mine.wkt());
    QVERIFY(mine.toText().startsWith(QStringLiteral("PROJCRS[")));
}

void CrsTest::aCodeThatLiesIsNotBelieved()
{
    // The definition of zone 12 under the number of zone 13.
    QString lying = crsOf(QStringLiteral("EPSG:26912")).wkt();
    QVERIFY(lying.contains(QStringLiteral("ID[\"EPSG\",26912]")));
    lying.replace(QStringLiteral("ID[\"EPSG\",26912]"), QStringLiteral("ID[\"EPSG\",26913]"));
    const geo::Crs crs = crsOf(lying);
    QVERIFY(crs == crsOf(QStringLiteral("EPSG:26912")));
    QVERIFY(crs != crsOf(QStringLiteral("EPSG:26913")));
    QVERIFY(crs.code() != QStringLiteral("EPSG:26913"));
}

void CrsTest::takesWholeNamesAndNumbers()
{
    QCOMPARE(crsOf(QStringLiteral("32612")).code(), QStringLiteral("EPSG:32612"));
    QCOMPARE(crsOf(QStringLiteral("wgs84 / utm zone 12n")).code(), QStringLiteral("EPSG:32612"));
    QCOMPARE(crsOf(QStringLiteral("NAD_1927_UTM_Zone_12N")).code(), QStringLiteral("EPSG:26712"));
    QCOMPARE(crsOf(QStringLiteral("EPSG:26712")).geographic().code(), QStringLiteral("EPSG:4267"));
    QCOMPARE(crsOf(QStringLiteral("EPSG:4267")).geographic().code(), QStringLiteral("EPSG:4267"));
}

void CrsTest::refusesWhatIsNoCrs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << QStringLiteral("  \n ");
    QTest::newRow("unknown code") << QStringLiteral("EPSG:999999");
    QTest::newRow("unknown authority") << QStringLiteral("MOON:4326");
    QTest::newRow("words") << QStringLiteral("the grid of the mine");
    QTest::newRow("part of a name") << QStringLiteral("foo");
    QTest::newRow("the country of one") << QStringLiteral("Mexico");
    QTest::newRow("torn wkt") << EsriUtm.left(200);
    QTest::newRow("no crs") << QStringLiteral("EPSG:7030"); // an ellipsoid
    QTest::newRow("an operation") << QStringLiteral("+proj=pipeline +step +proj=noop");
    QTest::newRow("heights alone") << QStringLiteral("EPSG:5703");
    QTest::newRow("geocentric") << QStringLiteral("EPSG:4978");
    QTest::newRow("a drawing's axes") << QStringLiteral("LOCAL_CS[\"drawing\",UNIT[\"metre\",1]]");
    QTest::newRow("unknown projection") << QStringLiteral("+proj=nonsense +datum=WGS84");
    QTest::newRow("too long") << QStringLiteral("EPSG:4326") + QString(200'000, u' ') +
                                     QStringLiteral("x");
}

void CrsTest::refusesWhatIsNoCrs()
{
    QFETCH(QString, text);
    try {
        crsOf(text);
        QFAIL("was taken for a CRS");
    } catch (const base::Error& error) {
        // Says which, shortened, and what would do.
        const QString start = text.simplified().left(20);
        QVERIFY2(error.message().contains(start), qPrintable(error.message()));
        QVERIFY(error.message().contains(QStringLiteral("EPSG:6372")));
        QVERIFY(error.message().size() < 300);
    }
}

void CrsTest::namesNoFileOfThisComputer_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nadgrids") << "+proj=longlat +ellps=clrk66 +nadgrids=/tmp/grid.gsb +type=crs";
    QTest::newRow("optional") << "+proj=longlat +ellps=clrk66 +nadgrids=@../grid.gsb";
    QTest::newRow("windows") << "+proj=longlat +ellps=clrk66 +nadgrids=C:\\grid.gsb";
    QTest::newRow("geoid") << "+proj=longlat +datum=WGS84 +geoidgrids=/tmp/geoid.gtx";
    QTest::newRow("init") << "+init=/etc/epsg:4326";
}

void CrsTest::namesNoFileOfThisComputer()
{
    QFETCH(QString, text);
    QVERIFY_THROWS_EXCEPTION(base::Error, crsOf(text));
}

void CrsTest::takesTheHorizontalPart_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("part");
    QTest::newRow("compound") << "EPSG:5498"
                              << "EPSG:4269"; // NAD83 + NAVD88 height
    QTest::newRow("projected compound") << "EPSG:26912+5703"
                                        << "EPSG:26912";
    QTest::newRow("three dimensions") << "EPSG:4979"
                                      << "EPSG:4326";
}

void CrsTest::takesTheHorizontalPart()
{
    QFETCH(QString, whole);
    QFETCH(QString, part);
    QVERIFY(crsOf(whole) == crsOf(part));
    QCOMPARE(crsOf(whole).code(), part);
}

void CrsTest::longitudeComesFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QPointF>("place");
    // EPSG states latitude or northing first for all but CRS84.
    const QPointF mexico(-99.1332, 19.4326);
    QTest::newRow("EPSG:4326") << "EPSG:4326" << mexico;
    QTest::newRow("EPSG:6365") << "EPSG:6365" << mexico;
    QTest::newRow("OGC:CRS84") << "OGC:CRS84" << mexico;
    QTest::newRow("latitude first") << "+proj=longlat +datum=WGS84 +axis=neu" << mexico;
    // By cs2cs: ETRS89-extended / LAEA Europe (northing first), Mexico ITRF2008 / LCC.
    QTest::newRow("EPSG:3035") << "EPSG:3035" << QPointF(-3447316.5379, 7109723.3473);
    QTest::newRow("EPSG:6372") << "EPSG:6372" << QPointF(2800163.3258, 829057.5194);
}

void CrsTest::longitudeComesFirst()
{
    QFETCH(QString, text);
    QFETCH(QPointF, place);
    std::array<QPointF, 1> point{QPointF(-99.1332, 19.4326)};
    const auto way = geo::Operation::between(geo::Crs::wgs84(), crsOf(text));
    QCOMPARE(way.forward(point), std::size_t(0));
    QVERIFY2(
        std::hypot(point[0].x() - place.x(), point[0].y() - place.y()) < 0.001,
        qPrintable(
            QStringLiteral("%1 %2").arg(point[0].x(), 0, 'f', 4).arg(point[0].y(), 0, 'f', 4)));
}

void CrsTest::equalsWhateverItsName()
{
    QVERIFY(geo::Crs::wgs84() == crsOf(QStringLiteral("OGC:CRS84")));
    QVERIFY(geo::Crs::wgs84() == crsOf(QStringLiteral("+proj=longlat +datum=WGS84")));
    QVERIFY(crsOf(EsriUtm) == crsOf(QStringLiteral("EPSG:26912")));
    QVERIFY(crsOf(EsriUtm) != crsOf(QStringLiteral("EPSG:26712"))); // NAD27
    QVERIFY(geo::Crs::wgs84() != crsOf(QStringLiteral("EPSG:4267")));
    QVERIFY(geo::Crs::wgs84() != crsOf(QStringLiteral("EPSG:3857")));
    const geo::Crs copy = crsOf(Mine);
    QVERIFY(copy == crsOf(Mine));
}

void CrsTest::areaOfUseIsStatedOrMissing()
{
    // EPSG Dataset: Mexico, onshore and offshore.
    const auto mexico = crsOf(QStringLiteral("EPSG:6372")).areaOfUse();
    QVERIFY(mexico.has_value());
    QCOMPARE(mexico->west, -122.19);
    QCOMPARE(mexico->south, 12.1);
    QCOMPARE(mexico->east, -84.64);
    QCOMPARE(mexico->north, 32.72);
    // Across 180 degrees the west is greater than the east.
    const auto pacific = crsOf(QStringLiteral("EPSG:3832")).areaOfUse();
    QVERIFY(pacific.has_value() && pacific->west > pacific->east);
    const auto world = geo::Crs::wgs84().areaOfUse();
    QCOMPARE(*world, (geo::Extent{-180, -90, 180, 90}));
    QVERIFY(!crsOf(Mine).areaOfUse().has_value());
    // Known by its definition, though the text names no area.
    QVERIFY(crsOf(EsriUtm).areaOfUse().has_value());
}

void CrsTest::unitsAreMeasured()
{
    QCOMPARE(crsOf(QStringLiteral("EPSG:6372")).metresPerUnit(), 1.0);
    QCOMPARE(crsOf(QStringLiteral("EPSG:6372")).turn(), 0.0);
    // International foot, US survey foot.
    QCOMPARE(crsOf(QStringLiteral("EPSG:2223")).metresPerUnit(), 0.3048);
    QVERIFY(std::fabs(crsOf(QStringLiteral("EPSG:2277")).metresPerUnit() - 1200.0 / 3937) < 1e-12);
    // A degree of the equator: 111,319.49 m on WGS 84.
    QVERIFY(std::fabs(geo::Crs::wgs84().metresPerUnit() - 111319.4907932) < 1e-6);
    QCOMPARE(geo::Crs::wgs84().turn(), 360.0);
    // Paris counts in grads, 400 to the circle: 54.27 of them are 48.843 degrees north.
    const geo::Crs paris = crsOf(QStringLiteral("EPSG:4807"));
    QVERIFY(paris.isGeographic());
    QCOMPARE(paris.turn(), 400.0);
    QVERIFY(std::fabs(paris.metresPerUnit() * 400 - 2 * M_PI * 6378249.2) < 1e-3);
    std::array<QPointF, 1> point{QPointF(0, 54.27)};
    geo::Operation::between(paris, geo::Crs::wgs84()).forward(point);
    QVERIFY(std::hypot(point[0].x() - 2.336506, point[0].y() - 48.842931) < 1e-6);
}

void CrsTest::isCalledByItsPartsWithoutName()
{
    // As GDAL reads it from a MapInfo table.
    const QString degrees = QStringLiteral(
        "GEOGCS[\"unnamed\",DATUM[\"North_American_Datum_1927\",SPHEROID[\"Clarke 1866\",6378206.4,"
        "294.9786982]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
    const QString name = geo::Crs::fromText(degrees).name();
    QVERIFY2(name.contains(QStringLiteral("1927")), qPrintable(name));
    const QString metres =
        QStringLiteral("PROJCS[\"unnamed\",%1,PROJECTION[\"Transverse_Mercator\"],"
                       "PARAMETER[\"latitude_of_origin\",0],"
                       "PARAMETER[\"central_meridian\",-111],"
                       "PARAMETER[\"scale_factor\",0.9996],"
                       "PARAMETER[\"false_easting\",500000],"
                       "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]")
            .arg(degrees);
    QVERIFY2(geo::Crs::fromText(metres).name().endsWith(QStringLiteral(" / Transverse Mercator")),
             qPrintable(geo::Crs::fromText(metres).name()));
}

QTEST_GUILESS_MAIN(CrsTest)
#include "crs_test.moc"
