// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/place_entry.h"
#include <QtTest>
#include <cmath>

class PlaceEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        const auto is = [](const char* text, double longitude, double latitude) {
            QTest::newRow(text) << longitude << latitude;
        };
        is("27.34, -112.27", -112.27, 27.34);
        is("27.34 -112.27", -112.27, 27.34);
        is("27.34,-112.27", -112.27, 27.34);
        is("-112.27, 27.34", -112.27, 27.34); // no latitude is that small
        is("27,34; -112,27", -112.27, 27.34);
        is("27,34 -112,27", -112.27, 27.34);
        is("27.34N 112.27W", -112.27, 27.34);
        is("112.27 W, 27.34 N", -112.27, 27.34);
        is("112.27° O; 27.34° N", -112.27, 27.34);
        is("27°20'15\" N 112°16'08\" W", -(112 + 16 / 60.0 + 8 / 3600.0),
           27 + 20 / 60.0 + 15 / 3600.0);
        is("27 20 15 N 112 16 08 W", -(112 + 16 / 60.0 + 8 / 3600.0), 27 + 20 / 60.0 + 15 / 3600.0);
        is("27 20 15 -112 16 08", -(112 + 16 / 60.0 + 8 / 3600.0), 27 + 20 / 60.0 + 15 / 3600.0);
        is("N 27 20.25 W 112 16.1", -(112 + 16.1 / 60), 27 + 20.25 / 60);
        is("geo:27.34,-112.27", -112.27, 27.34);
        is("https://www.google.com/maps/@27.34,-112.27,12z", -112.27, 27.34);
        is("10.5 20.25", 20.25, 10.5);
        // The false origin of zone 12 is 111 W, its scale there 0.9996; by gdaltransform.
        is("12N 500000 3000000", -111, 27.12246964);
        is("500000 3000000 12R", -111, 27.12246964);
        is("500000 E 3000000 N zona 12", -111, 27.12246964);
        is("3000000 N 500000 E zone 12", -111, 27.12246964);
        is("UTM 12 N 500000, 3000000", -111, 27.12246964);
        is("UTM WGS84 12N 500000 3000000", -111, 27.12246964);
        is("NAD83 / UTM zone 12N 500000 3000000", -111, 27.12246964);
    }
    void understood()
    {
        QFETCH(double, longitude);
        QFETCH(double, latitude);
        const auto place = geo::parsePlace(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(place);
        QVERIFY2(
            std::abs(place->x() - longitude) < 1e-6 && std::abs(place->y() - latitude) < 1e-6,
            qPrintable(
                QStringLiteral("%1 %2").arg(place->x(), 0, 'f', 7).arg(place->y(), 0, 'f', 7)));
    }

    // Old maps of both countries are on NAD27, a quarter of a kilometre off.
    void onTheDatumThatIsStated()
    {
        const auto nad27 = geo::parsePlace(QStringLiteral("12N 500000 3000000 NAD27"));
        const auto other = geo::parsePlace(QStringLiteral("UTM (NAD 1927) zona 12 500000 3000000"));
        const auto wgs84 = geo::parsePlace(QStringLiteral("12N 500000 3000000"));
        QVERIFY(nad27 && other && wgs84);
        QCOMPARE(*nad27, *other);
        const double north = (nad27->y() - wgs84->y()) * 111000;
        QVERIFY2(north > 150 && north < 260, qPrintable(QString::number(north)));
        QVERIFY(!geo::parsePlace(QStringLiteral("12N 500000 3000000 NAD99")));
    }

    void notGuessed_data()
    {
        QTest::addColumn<int>("none");
        for (const char* text : {"", "27.34", "Cananea", "27.34, 200", "95, 95", "500000 3000000",
                                 "27.34, -112.27, 5", "12N", "N N", "27 W, 112 N"})
            QTest::newRow(text) << 0;
    }
    void notGuessed() { QVERIFY(!geo::parsePlace(QString::fromUtf8(QTest::currentDataTag()))); }
};

QTEST_GUILESS_MAIN(PlaceEntryTest)
#include "place_entry_test.moc"
