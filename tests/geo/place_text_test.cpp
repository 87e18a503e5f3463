// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/place_text.h"

#include "geo/crs.h"
#include <QtTest>
#include <cmath>
#include <limits>

using geo::Axis;
using geo::Packing;

class PlaceTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void angles_data();
    void angles();
    void noAngles_data();
    void noAngles();
    void theAxisCounts();
    void packedOnlyWhenTold();
    void anglesOfColumns();
    void noAnglesOfColumns();
    void zones_data();
    void zones();
    void noZones_data();
    void noZones();
    void zonesOnDatums_data();
    void zonesOnDatums();
    void datums_data();
    void datums();
    void noDatums_data();
    void noDatums();
};

namespace {

double dms(double degrees, double minutes, double seconds)
{
    return degrees + minutes / 60 + seconds / 3600;
}

bool isNear(double a, double b)
{
    return std::fabs(a - b) < 1e-11;
}

} // namespace

void PlaceTextTest::angles_data()
{
    QTest::addColumn<double>("degrees");
    const auto add = [](const char* text, double degrees) { QTest::newRow(text) << degrees; };
    add("27.5", 27.5);
    add("-112.25", -112.25);
    add("+27.5", 27.5);
    add(" 27.5 ", 27.5);
    add("27", 27);
    add("27.", 27);
    add(".5", .5);
    add("-.5", -.5);
    add("27,34", 27.34);
    add("-112,2667", -112.2667);
    add("0", 0);
    add("180", 180);
    add("-180.0", -180);
    add("1.5e-05", 1.5e-5);
    add("-2e-06", -2e-6);
    add("−112.25", -112.25);
    add("–112.25", -112.25);
    // a letter
    add("27.5N", 27.5);
    add("27.5 S", -27.5);
    add("27s", -27);
    add("112.25W", -112.25);
    add("112.25 O", -112.25);
    add("112.25 E", 112.25);
    add("N27.5", 27.5);
    add("W 112.25", -112.25);
    add("-112.25 W", -112.25);
    add("112.25°W", -112.25);
    add("w112.25", -112.25);
    // degrees, minutes, seconds
    add("27°20'15.3\"N", dms(27, 20, 15.3));
    add("27° 20' 15.3\" N", dms(27, 20, 15.3));
    add("27°20′15.3″N", dms(27, 20, 15.3));
    add("27°20’15.3”N", dms(27, 20, 15.3));
    add("27º 20´ 15´´ O", -dms(27, 20, 15));
    add("112º16'08''O", -dms(112, 16, 8));
    add("27˚20'15,3\"", dms(27, 20, 15.3));
    add("27 20 15 N", dms(27, 20, 15));
    add("27 20 15", dms(27, 20, 15));
    add("-27 20 15", -dms(27, 20, 15));
    add("27  20  15.25", dms(27, 20, 15.25));
    add("112-16-08W", -dms(112, 16, 8));
    add("112-16-08", dms(112, 16, 8));
    add("-112-16-08", -dms(112, 16, 8));
    add("112- 16- 08 W", -dms(112, 16, 8));
    add("27:20:15", dms(27, 20, 15));
    add("-27:20:15.5", -dms(27, 20, 15.5));
    add("N27 20.5", dms(27, 20.5, 0));
    add("27°20.5'", dms(27, 20.5, 0));
    add("27° 20'", dms(27, 20, 0));
    add("27°", 27);
    add("27-20.5N", dms(27, 20.5, 0));
    add("-0 30 0", -.5);
    add("-0°30'", -.5);
    add("27.0 20.0 15.0", dms(27, 20, 15));
    add("027°20'15\"", dms(27, 20, 15));
    // in letters and words
    add("27d20m15s", dms(27, 20, 15));
    add("27d20m15sN", dms(27, 20, 15));
    add("27d20m15s S", -dms(27, 20, 15));
    add("27d 20m 15S", -dms(27, 20, 15));
    add("27D20M15S", dms(27, 20, 15));
    add("27d20'15\"S", -dms(27, 20, 15));
    add("27°20'15S", -dms(27, 20, 15));
    add("27d20mN", dms(27, 20, 0));
    add("27dN", 27);
    add("27 deg 20 min 15 sec S", -dms(27, 20, 15));
    add("27 degrees 20 minutes 15 seconds North", dms(27, 20, 15));
    add("112 grados 16 minutos 8 segundos Oeste", -dms(112, 16, 8));
    add("112° 16' 8\" oeste", -dms(112, 16, 8));
    add("112 16 8 Este", dms(112, 16, 8));
    add("27 20 15 norte", dms(27, 20, 15));
    add("27 20 15 Sur", -dms(27, 20, 15));
    add("Lat. 27° 20' N", dms(27, 20, 0));
    add("Long: 112° 16' W", -dms(112, 16, 0));
    add("27° 20' latitud norte", dms(27, 20, 0));
    add("112° 16' LW", -dms(112, 16, 0));
    add("27°20' LN", dms(27, 20, 0));
    add("27°20'15\" N.", dms(27, 20, 15));
}

void PlaceTextTest::angles()
{
    QFETCH(double, degrees);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    const auto read = geo::parseAngle(text, Axis::Unknown);
    QVERIFY2(read, "not understood");
    QVERIFY2(isNear(*read, degrees), qPrintable(QString::number(*read, 'g', 17)));
}

void PlaceTextTest::noAngles_data()
{
    QTest::addColumn<int>("none");
    for (const char* text : {"",
                             " ",
                             "-",
                             "N",
                             "°",
                             "abc",
                             "unk",
                             "27 60 0",
                             "27 20 60",
                             "27°75'",
                             "27 -20 15",
                             "27 20 -15",
                             "27.5 20",
                             "27 20.5 15",
                             "27.5 112.3",
                             "27.5, -112",
                             "27, 20",
                             "27,20,15",
                             "27.20.15",
                             "1,121,608",
                             "27 20 15 3",
                             "27'",
                             "27\"",
                             "27°20\"",
                             "27'20'",
                             "27°20°",
                             "27 20 15 X",
                             "N 27 S",
                             "-27 N",
                             "-112 E",
                             "--27",
                             "27-",
                             "27--20",
                             "27:",
                             ":27",
                             "181",
                             "-180.0001",
                             "91N",
                             "90.1 S",
                             "181W",
                             "nan",
                             "inf",
                             "1e400",
                             "1E5",
                             "27 N 20",
                             "272015",
                             "27 20 15 s m",
                             "27m20d",
                             "Lat 112 W",
                             "Lon 27 N",
                             "12R 500000",
                             "27 km",
                             "27°20'15\"\"",
                             "٢٧",
                             "27.5.",
                             "0x1b",
                             "27 N 112 W",
                             "27/20/15"})
        QTest::newRow(text) << 0;
    QTest::newRow("long") << 0;
}

void PlaceTextTest::noAngles()
{
    QString text = QString::fromUtf8(QTest::currentDataTag());
    if (text == QLatin1String("long"))
        text = QString(100'000, u'1');
    const auto read = geo::parseAngle(text, Axis::Unknown);
    QVERIFY2(!read, qPrintable(QString::number(read.value_or(0), 'g', 17)));
}

void PlaceTextTest::theAxisCounts()
{
    QVERIFY(!geo::parseAngle(u"112 W", Axis::Latitude));
    QVERIFY(!geo::parseAngle(u"27 N", Axis::Longitude));
    QVERIFY(!geo::parseAngle(u"90.5", Axis::Latitude));
    QVERIFY(!geo::parseAngle(u"-112.25", Axis::Latitude));
    QVERIFY(!geo::parseAngle(u"Long 27", Axis::Latitude));
    QCOMPARE(geo::parseAngle(u"90", Axis::Latitude), std::optional(90.0));
    QCOMPARE(geo::parseAngle(u"90.5", Axis::Longitude), std::optional(90.5));
    QCOMPARE(geo::parseAngle(u"112 O", Axis::Longitude), std::optional(-112.0));
    QCOMPARE(geo::parseAngle(u"27 S", Axis::Latitude), std::optional(-27.0));
}

void PlaceTextTest::packedOnlyWhenTold()
{
    const auto packed = [](QStringView text, Axis axis = Axis::Unknown) {
        return geo::parseAngle(text, axis, Packing::DegreesMinutesSeconds).value_or(NAN);
    };
    QVERIFY(isNear(packed(u"272015"), dms(27, 20, 15)));
    QVERIFY(isNear(packed(u"1121608"), dms(112, 16, 8)));
    QVERIFY(isNear(packed(u"-1121608"), -dms(112, 16, 8)));
    QVERIFY(isNear(packed(u"1121608W", Axis::Longitude), -dms(112, 16, 8)));
    QVERIFY(isNear(packed(u"N272015", Axis::Latitude), dms(27, 20, 15)));
    QVERIFY(isNear(packed(u"1121608.25"), dms(112, 16, 8.25)));
    QVERIFY(isNear(packed(u"0272015"), dms(27, 20, 15)));
    QVERIFY(isNear(packed(u"72015"), dms(7, 20, 15)));
    QVERIFY(isNear(packed(u"27 20 15"), dms(27, 20, 15)));
    for (const QStringView text : {u"276015", u"272060", u"27.5", u"2720", u"12345678", u"1921608"})
        QVERIFY2(std::isnan(packed(text)), qPrintable(text.toString()));
    QVERIFY(!geo::parseAngle(u"272015", Axis::Latitude));
}

void PlaceTextTest::anglesOfColumns()
{
    const auto of = [](std::optional<double> degrees, std::optional<double> minutes,
                       std::optional<double> seconds, QStringView hemisphere = {},
                       Axis axis = Axis::Unknown) {
        return geo::angleOf(degrees, minutes, seconds, hemisphere, axis).value_or(NAN);
    };
    QVERIFY(isNear(of(27, 20, 15), dms(27, 20, 15)));
    // As in USGS Open-File Report 2008-1155: each part carries the sign, or the first that is not
    // 0.
    QVERIFY(isNear(of(-112, -16, -8), -dms(112, 16, 8)));
    QVERIFY(isNear(of(-112, 16, 8), -dms(112, 16, 8)));
    QVERIFY(isNear(of(0, -16, 0), -dms(0, 16, 0)));
    QVERIFY(isNear(of(0, 0, -8), -dms(0, 0, 8)));
    QVERIFY(isNear(of(-0.0, 16, 0), -dms(0, 16, 0)));
    QVERIFY(isNear(of(112, 16, 8, u"W"), -dms(112, 16, 8)));
    QVERIFY(isNear(of(-112, 16, 8, u"W"), -dms(112, 16, 8)));
    QVERIFY(isNear(of(112, 16, 8, u" oeste "), -dms(112, 16, 8)));
    QVERIFY(isNear(of(27, 20, 15, u"N.", Axis::Latitude), dms(27, 20, 15)));
    QVERIFY(isNear(of(27, 20.5, std::nullopt), dms(27, 20.5, 0)));
    QVERIFY(isNear(of(27.5, std::nullopt, std::nullopt, u"S"), -27.5));
    QVERIFY(isNear(of(27.5, 0, 0), 27.5));
}

void PlaceTextTest::noAnglesOfColumns()
{
    using Value = std::optional<double>;
    const auto none = [](Value degrees, Value minutes, Value seconds, QStringView hemisphere = {},
                         Axis axis = Axis::Unknown) {
        return !geo::angleOf(degrees, minutes, seconds, hemisphere, axis);
    };
    QVERIFY(none(std::nullopt, 20, 15));
    QVERIFY(none(27, std::nullopt, 15));
    QVERIFY(none(27, 60, 0));
    QVERIFY(none(27, -75, 0));
    QVERIFY(none(27, 20, 60));
    QVERIFY(none(27.5, 20, 0));
    QVERIFY(none(27, 20.5, 15));
    QVERIFY(none(-27, 20, 15, u"N"));
    QVERIFY(none(27, 20, 15, u"X"));
    QVERIFY(none(27, 20, 15, u"N", Axis::Longitude));
    QVERIFY(none(90, 0, 1, u"N"));
    QVERIFY(none(112, 16, 8, {}, Axis::Latitude));
    QVERIFY(none(181, 0, 0));
    QVERIFY(none(std::nan(""), 0, 0));
    QVERIFY(none(27, std::nan(""), 0));
    QVERIFY(none(std::numeric_limits<double>::infinity(), 0, 0));
}

void PlaceTextTest::zones_data()
{
    QTest::addColumn<int>("zone");
    QTest::addColumn<QString>("hemisphere");
    const auto add = [](const char* text, int zone, const char* hemisphere) {
        QTest::newRow(text) << zone << QString::fromLatin1(hemisphere);
    };
    add("12", 12, "");
    add("12.0", 12, "");
    add("7", 7, "");
    add("07", 7, "");
    add("60", 60, "");
    add("12N", 12, "north");
    add("12 N", 12, "north");
    add("12n", 12, "north");
    add("12 R", 12, "north");
    add("13Q", 13, "north");
    add("11T", 11, "north");
    add("12S", 12, ""); // Arizona's band as well
    add("19 K", 19, "south");
    add("19 sur", 19, "south");
    add("19 South", 19, "south");
    add("14 norte", 14, "north");
    add("UTM 12 N", 12, "north");
    add("UTM 12", 12, "");
    add("UTM12N", 12, "north");
    add("UTM Zone 12N", 12, "north");
    add("Zona 13", 13, "");
    add("zona UTM 13", 13, "");
    add("Zona: 13 N", 13, "north");
    add("Z14", 14, "");
    add("Z-14", 14, "");
    add("Huso 14", 14, "");
    add("13-Q", 13, "north");
    add(" 13 Q ", 13, "north");
}

void PlaceTextTest::zones()
{
    QFETCH(int, zone);
    QFETCH(QString, hemisphere);
    const auto read = geo::parseUtmZone(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(read);
    QCOMPARE(read->zone, zone);
    QCOMPARE(read->north, hemisphere.isEmpty()
                              ? std::nullopt
                              : std::optional(hemisphere == QLatin1String("north")));
}

void PlaceTextTest::noZones_data()
{
    QTest::addColumn<int>("none");
    for (const char* text : {"", "N", "0", "61", "99N", "120", "12 I", "12O", "12A", "12Z", "12.5",
                             "-12", "12 N 13", "zona", "UTM", "12 este", "NAD27 12", "1e1"})
        QTest::newRow(text) << 0;
}

void PlaceTextTest::noZones()
{
    QVERIFY(!geo::parseUtmZone(QString::fromUtf8(QTest::currentDataTag())));
}

void PlaceTextTest::zonesOnDatums_data()
{
    QTest::addColumn<int>("zone");
    QTest::addColumn<int>("hemisphere"); // -1: not said
    QTest::addColumn<QString>("datum");
    QTest::addColumn<QString>("crs");
    const auto add = [](int zone, int hemisphere, const char* datum, const char* crs) {
        QTest::addRow("%d %d %s", zone, hemisphere, datum)
            << zone << hemisphere << QString::fromLatin1(datum) << QString::fromLatin1(crs);
    };
    add(12, 1, "NAD27", "EPSG:26712");
    add(12, -1, "NAD27", "EPSG:26712");
    add(13, 1, "NAD 1927", "EPSG:26713");
    add(12, 1, "NAD83", "EPSG:26912");
    add(12, -1, "WGS84", "EPSG:32612");
    add(1, 1, "WGS 84", "EPSG:32601");
    add(60, 0, "WGS 84", "EPSG:32760");
    add(59, 1, "NAD27", "EPSG:3370");
    add(11, 1, "ITRF92", "EPSG:4484");
    add(16, 1, "ITRF92", "EPSG:4489");
    add(13, 1, "ITRF2008", "EPSG:6368");
    add(12, 1, "NAD83(2011)", "EPSG:6341");
    add(12, 1, "EPSG:4267", "EPSG:26712");
    // Of a projected one, its datum.
    add(12, 1, "EPSG:26712", "EPSG:26712");
    add(13, 1, "32612", "EPSG:32613");
    add(13, 1, "EPSG:6367", "EPSG:6368");
    // There is none.
    add(12, 0, "NAD27", "");
    add(30, 1, "NAD27", "");
    add(17, 1, "ITRF92", "");
    add(12, 1, "GRS80", "");
    add(12, 1, "nothing", "");
    add(12, 1, "", "");
    add(0, 1, "WGS84", "");
    add(61, 1, "WGS84", "");
}

void PlaceTextTest::zonesOnDatums()
{
    QFETCH(int, zone);
    QFETCH(int, hemisphere);
    QFETCH(QString, datum);
    QFETCH(QString, crs);
    const geo::UtmZone utm{zone, hemisphere < 0 ? std::nullopt : std::optional(hemisphere == 1)};
    // The second answer comes from memory.
    for (int i = 0; i < 2; ++i)
        QCOMPARE(geo::utmCrs(utm, datum).value_or(QString()), crs);
}

void PlaceTextTest::datums_data()
{
    QTest::addColumn<QString>("crs");
    const auto add = [](const char* said, const char* crs) {
        QTest::newRow(said) << QString::fromLatin1(crs);
    };
    for (const char* said :
         {"NAD27", "nad27", "NAD 27", "NAD-27", "N.A.D. 27", "NAD 1927", "NAD_1927",
          "North American Datum 1927", "North American Datum of 1927", "GCS_North_American_1927",
          "D_North_American_1927", "Datum NAD27", "4267", "EPSG:4267", "epsg:4267", "EPSG 4267",
          "EPSG::4267", "urn:ogc:def:crs:EPSG::4267", "NAD27 CONUS"})
        add(said, "EPSG:4267");
    for (const char* said :
         {"WGS84", "wgs 84", "WGS_84", "WGS-84", "WGS 1984", "GCS_WGS_1984", "D_WGS_1984",
          "World Geodetic System 1984", "4326", "4326.0", "EPSG:4326", "CRS84", "OGC:CRS84"})
        add(said, "EPSG:4326");
    add("NAD83", "EPSG:4269");
    add("NAD83(HARN)", "EPSG:4152");
    add("NAD83 (2011)", "EPSG:6318");
    add("WGS72", "EPSG:4322");
    add("ITRF92", "EPSG:4483");
    add("ITRF 1992", "EPSG:4483");
    add("ITRF2008", "EPSG:6365");
    add("ITRF2008 época 2010.0", "EPSG:6365");
    add("Mexico ITRF2008", "EPSG:6365");
    add("GRS80", "EPSG:4019");
    add("GRS 1980", "EPSG:4019");
    add("Clarke 1866", "EPSG:4008");
    add("EPSG:26912", "EPSG:26912");
    add("26912", "EPSG:26912");
    add("EPSG:2008", "EPSG:2008");
    add("ESRI:102008", "ESRI:102008");
    add("NAD83 / UTM zone 12N", "EPSG:26912");
    add("nad27 / utm zone 12n", "EPSG:26712");
    add("NAD27 / UTM zone 12", "EPSG:26712");
    add("UTM WGS84 zona 13", "EPSG:32613");
    add("UTM NAD27 12N", "EPSG:26712");
    add("NAD 83 UTM Zone 11", "EPSG:26911");
    add("UTM (ITRF92) Zona 14 Norte", "EPSG:4487");
    add("Mexico ITRF2008 / LCC", "EPSG:6372");
}

void PlaceTextTest::datums()
{
    QFETCH(QString, crs);
    const QString said = QString::fromUtf8(QTest::currentDataTag());
    for (int i = 0; i < 2; ++i)
        QCOMPARE(geo::crsText(said).value_or(QString()), crs);
    QCOMPARE(geo::Crs::fromText(crs).toText(), crs);
}

void PlaceTextTest::noDatums_data()
{
    QTest::addColumn<int>("none");
    for (const char* text : {"",
                             " ",
                             "NAD",
                             "WGS",
                             "UTM",
                             "UTM 12N",
                             "unknown",
                             "desconocido",
                             "1927",
                             "1984",
                             "2008",
                             "83",
                             "27",
                             "12",
                             "99999",
                             "EPSG:99999",
                             "EPSG:",
                             "geographic",
                             "lat/lon",
                             "decimal",
                             "NAD28",
                             "UTM NAD27 zone 30",
                             "https://example.org/crs",
                             "EPSG:5703",
                             "map",
                             "foo",
                             "Mexico",
                             "zone 12",
                             "GPS",
                             "/etc/passwd",
                             "@file",

                             "UTM zone"})
        QTest::newRow(text) << 0;
}

void PlaceTextTest::noDatums()
{
    const auto read = geo::crsText(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(!read, qPrintable(read.value_or(QString())));
}

QTEST_GUILESS_MAIN(PlaceTextTest)
#include "place_text_test.moc"
