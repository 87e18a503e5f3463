// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs.h"
#include "geo/crs_list.h"
#include <QtTest>

class CrsListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_entries = geo::listCrs(); }
    void findsByWhatAPersonTypes_data();
    void findsByWhatAPersonTypes();
    void everyEntryFoundCanBeRead();
    void nothingIsNothing();

private:
    std::vector<geo::CrsEntry> m_entries;
};

void CrsListTest::findsByWhatAPersonTypes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("code") << "EPSG:6372"
                          << "EPSG:6372";
    QTest::newRow("number") << "4326"
                            << "EPSG:4326";
    QTest::newRow("words in any order") << "lcc mexico itrf2008"
                                        << "EPSG:6372";
    QTest::newRow("a zone") << "nad27 utm 12n"
                            << "EPSG:26712";
    QTest::newRow("by area") << "nad83 arizona central"
                             << "EPSG:26949";
    QTest::newRow("with accents") << "méxico itrf2008 lcc"
                                  << "EPSG:6372";
    QTest::newRow("ESRI's names") << "north america albers equal area conic"
                                  << "ESRI:102008";
}

void CrsListTest::findsByWhatAPersonTypes()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const std::vector<geo::CrsEntry> found = geo::searchCrs(m_entries, text, 20);
    QStringList codes;
    for (const geo::CrsEntry& entry : found)
        codes << entry.code;
    QVERIFY2(codes.contains(code), qPrintable(codes.join(QLatin1Char(' '))));
    QVERIFY(found.size() <= 20);
    if (text.contains(QLatin1String("4326")) || text.startsWith(QLatin1String("EPSG")))
        QCOMPARE(codes.first(), code);
}

void CrsListTest::everyEntryFoundCanBeRead()
{
    const std::vector<geo::CrsEntry> found =
        geo::searchCrs(m_entries, QStringLiteral("mexico"), 200);
    QVERIFY(found.size() > 20);
    for (const geo::CrsEntry& entry : found) {
        const geo::Crs crs = geo::Crs::fromText(entry.code);
        QCOMPARE(crs.name(), entry.name);
        QCOMPARE(crs.isGeographic(), entry.isGeographic);
    }
}

void CrsListTest::nothingIsNothing()
{
    QVERIFY(geo::searchCrs(m_entries, QStringLiteral(" - "), 20).empty());
    QVERIFY(geo::searchCrs(m_entries, QStringLiteral("no such system"), 20).empty());
}

QTEST_APPLESS_MAIN(CrsListTest)
#include "crs_list_test.moc"
