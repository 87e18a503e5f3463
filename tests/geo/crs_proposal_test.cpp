// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs_proposal.h"

#include "geo/crs_hints.h"
#include "geo/operation.h"
#include "geo/raster_source.h"
#include "geo/vector_source.h"
#include "tests/support/layers.h"
#include "tests/support/real_data.h"

#include <QTemporaryDir>
#include <QtTest>

using base::Language;

// Which CRS is proposed for numbers that come without one, and with which words.
class CrsProposalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsHints_data();
    void readsHints();
    void aSheetLiesWhereItIs();
    void topoJsonIsDegrees();
    void aGridOfDegreesIsDegrees();
    void gmtTextIsDegrees();
    void soundingsRunFromZeroTo360();
    void soundingsAcross180StayTogether();
    void hidalgoWithoutPrj_data();
    void hidalgoWithoutPrj();
    void theSheetDecidesTheZone();
    void lambertOfMexico();
    void webMercator();
    void feetAreTriedWhereHinted();
    void southWhereNothingElseFits();
    void aCodeInTheNameComesFirst();
    void metresUnderDegreesContradict();
    void degreesUnderMetresContradict();
    void farFromItsAreaContradicts();
    void aFewStrayPointsDoNotContradict();
    void spellsPlacesInSpanish();
    void judgesWhatAPersonChose();
    void nothingToJudgeBy();
    void isClearWhereNothingElseIsLikely();

private:
    geo::CrsProposal propose(const geo::CrsEvidence& evidence,
                             Language language = Language::English) const
    {
        return geo::proposeCrs(evidence, m_region, language);
    }
    geo::CrsRegion m_region;
};

namespace {

QStringList codes(const geo::CrsProposal& proposal)
{
    QStringList found;
    for (const geo::CrsCandidate& candidate : proposal.candidates)
        found << candidate.crs.code();
    return found;
}

const geo::CrsCandidate& candidate(const geo::CrsProposal& proposal, const QString& code)
{
    for (const geo::CrsCandidate& each : proposal.candidates)
        if (each.crs.code() == code)
            return each;
    qFatal("%s is not among %s", qPrintable(code), qPrintable(codes(proposal).join(u' ')));
}

// A net of degrees, moved into a CRS.
geo::CrsEvidence inCrs(const QString& code, const geo::Extent& degrees, const QStringList& words)
{
    geo::CrsEvidence evidence;
    for (int i = 0; i < 8; ++i)
        for (int k = 0; k < 8; ++k)
            evidence.points.emplace_back(degrees.west + degrees.width() * i / 7,
                                         degrees.south + degrees.height() * k / 7);
    const geo::Operation operation =
        geo::Operation::between(geo::Crs::fromText(code), geo::Crs::wgs84());
    operation.inverse(evidence.points);
    for (const QPointF& point : evidence.points)
        evidence.extent.add(point);
    evidence.words = words;
    return evidence;
}

geo::CrsEvidence box(const geo::Extent& extent, const QStringList& words = {})
{
    geo::CrsEvidence evidence;
    evidence.extent = extent;
    evidence.words = words;
    return evidence;
}

} // namespace

void CrsProposalTest::initTestCase()
{
    m_region.states = support::layerAt(
        QStringLiteral(VETA_SOURCE_DIR "/resources/sample/boundaries/boundaries.gpkg"),
        QStringLiteral("states"));
}

void CrsProposalTest::readsHints_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("zone");  // 0: none
    QTest::addColumn<int>("datum"); // -1: none
    QTest::addColumn<QString>("code");
    const int none = -1;
    const auto add = [](const char* word, int zone, int datum, const char* code) {
        QTest::newRow(word) << QString::fromUtf8(word) << zone << datum << QString::fromUtf8(code);
    };
    add("geologia_UTM12.shp", 12, none, "");
    add("utm_zone_13n_nad27", 13, int(geo::Datum::Nad27), "");
    add("z13", 13, none, "");
    add("Zona 14 WGS84", 14, int(geo::Datum::Wgs84), "");
    add("pozos_13N.csv", 13, none, "");
    add("itrf2008_minas", 0, int(geo::Datum::Itrf2008), "");
    add("itrf92", 0, int(geo::Datum::Itrf92), "");
    add("faults-NAD1983", 0, int(geo::Datum::Nad83), "");
    add("G13_5", 13, none, "");
    add("F14D81.shp", 14, none, "");
    add("NI12-8", 12, none, "");
    add("blocks_epsg26912", 0, none, "EPSG:26912");
    add("ESRI-102008", 0, none, "ESRI:102008");
    add("units_32614.shp", 0, none, "EPSG:32614");
    add("size13", 0, none, "");
    add("utm99", 0, none, "");
    add("wells_2013.csv", 0, none, "");
    add("A1", 0, none, "");
}

void CrsProposalTest::readsHints()
{
    QFETCH(const QString, word);
    const geo::CrsHints hints = geo::hintsIn({QStringLiteral("name"), word});
    QTEST(hints.zone.value_or(0), "zone");
    QTEST(hints.datum ? int(*hints.datum) : -1, "datum");
    QTEST(hints.code, "code");
}

void CrsProposalTest::aSheetLiesWhereItIs()
{
    // Ciudad Camargo's sheet of 1:250,000: 26 to 28 north, 105 west.
    const geo::CrsHints hints = geo::hintsIn({QStringLiteral("G13_5")});
    QVERIFY(hints.sheet);
    QCOMPARE(*hints.sheet, (geo::Extent{-108, 24, -102, 28}));
    QCOMPARE(hints.sheetWord, QStringLiteral("G13_5"));
}

void CrsProposalTest::topoJsonIsDegrees()
{
    VETA_NEEDS_REAL_DATA(path, "context/mexico_states_municipalities_inegi.topojson");
    const geo::VectorSource source = geo::VectorSource::open(path, QStringLiteral("states"));
    QVERIFY(!source.crs());
    const geo::CrsEvidence evidence = geo::evidenceOf(source, path);
    QVERIFY(evidence.points.size() > 100);
    const geo::CrsProposal proposal = propose(evidence);
    QVERIFY2(proposal.finding.contains(QStringLiteral("does not state")),
             qPrintable(proposal.finding));
    QCOMPARE(codes(proposal).mid(0, 2), QStringList({"EPSG:4326", "EPSG:4269"}));
    QVERIFY(codes(proposal).contains(QStringLiteral("EPSG:6365")));
    QVERIFY(codes(proposal).contains(QStringLiteral("EPSG:4267")));
    const geo::CrsCandidate& first = proposal.candidates.front();
    QVERIFY2(first.reason.startsWith(QStringLiteral("The numbers are degrees: 118")) &&
                 first.reason.contains(QStringLiteral("more.")),
             qPrintable(first.reason));
    QVERIFY(first.degrees && first.degrees->west < -110 && first.degrees->east > -90);
    QCOMPARE(first.lonLats.size(), evidence.points.size());
}

void CrsProposalTest::aGridOfDegreesIsDegrees()
{
    // gtopo30_colorado_newmexico_30s.nc
    const geo::CrsProposal proposal = propose(box({-108, 35, -103, 40}));
    QCOMPARE(proposal.candidates.front().crs, geo::Crs::wgs84());
    QVERIFY2(proposal.candidates.front().reason.contains(
                 QStringLiteral("108.0° W to 103.0° W, 35.0° N to 40.0° N")) &&
                 proposal.candidates.front().reason.contains(QStringLiteral("Colorado")),
             qPrintable(proposal.candidates.front().reason));
    QVERIFY(!codes(proposal).contains(QStringLiteral("EPSG:6365")));
}

void CrsProposalTest::gmtTextIsDegrees()
{
    VETA_NEEDS_REAL_DATA(path, "geology/gmt_california_faults.txt");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    geo::CrsEvidence evidence;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QList<QByteArray> numbers = line.simplified().split(' ');
        if (line.startsWith('>') || numbers.size() != 2)
            continue;
        evidence.points.emplace_back(numbers[0].toDouble(), numbers[1].toDouble());
        evidence.extent.add(evidence.points.back());
    }
    const geo::CrsProposal proposal = propose(evidence);
    QCOMPARE(proposal.candidates.front().crs, geo::Crs::wgs84());
    QVERIFY2(proposal.candidates.front().reason.contains(QStringLiteral("California")),
             qPrintable(proposal.candidates.front().reason));
}

void CrsProposalTest::soundingsRunFromZeroTo360()
{
    // baja_bathymetry_ship_xyz.zip, its first points
    geo::CrsEvidence evidence;
    evidence.points = {{245.00891, 27.49555}, {245.01201, 27.49286}, {254.2, 20.4}};
    for (const QPointF& point : evidence.points)
        evidence.extent.add(point);
    const geo::CrsProposal proposal = propose(evidence);
    const geo::CrsCandidate& first = proposal.candidates.front();
    QCOMPARE(first.crs, geo::Crs::wgs84());
    QVERIFY(first.degrees);
    QVERIFY(std::abs(first.degrees->west - -114.99109) < 1e-9);
    QVERIFY2(first.reason.contains(QStringLiteral("from 0 to 360")) &&
                 first.reason.contains(QStringLiteral("115.0° W to 105.8° W")),
             qPrintable(first.reason));
}

void CrsProposalTest::soundingsAcross180StayTogether()
{
    const geo::CrsProposal proposal = propose(box({170, 50, 190, 55}));
    QVERIFY(!proposal.candidates.empty());
    QVERIFY(proposal.candidates.front().degrees);
    QCOMPARE(*proposal.candidates.front().degrees, (geo::Extent{170, 50, -170, 55}));
}

void CrsProposalTest::hidalgoWithoutPrj_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing said") << QStringList() << QString() << QStringLiteral("Hidalgo");
    QTest::newRow("the state") << QStringList("mx_hidalgo_geologia.shp") << "EPSG:32614"
                               << QStringLiteral("“Hidalgo” in the name");
    QTest::newRow("the zone") << QStringList("geologia_utm14.shp") << "EPSG:32614"
                              << QStringLiteral("“utm14” in the name");
    QTest::newRow("zone and datum") << QStringList({"geologia.shp", "Z14", "NAD27"}) << "EPSG:26714"
                                    << QStringLiteral("older maps");
    QTest::newRow("ITRF") << QStringList("hidalgo_itrf2008.shp") << "EPSG:6369"
                          << QStringLiteral("official datum");
}

void CrsProposalTest::hidalgoWithoutPrj()
{
    VETA_NEEDS_REAL_DATA(path, "geology/mx_hidalgo_comarca_minera_geologia_shp.zip");
    QFETCH(const QStringList, words);
    QFETCH(const QString, first);
    QFETCH(const QString, says);
    geo::CrsEvidence evidence = geo::evidenceOf(geo::VectorSource::open(path), path);
    QVERIFY(evidence.stated);
    evidence.stated.reset();
    evidence.words = words;
    const geo::CrsProposal proposal = propose(evidence);
    QVERIFY2(proposal.finding.contains(QStringLiteral("metres or feet")),
             qPrintable(proposal.finding));
    QVERIFY(!codes(proposal).contains(QStringLiteral("EPSG:4326")));
    const QString code = first.isEmpty() ? QStringLiteral("EPSG:32614") : first;
    const geo::CrsCandidate& right = candidate(proposal, code);
    QVERIFY2(right.reason.contains(says), qPrintable(right.reason));
    QVERIFY2(right.reason.contains(QStringLiteral("As UTM zone 14 north this lies in Hidalgo")),
             qPrintable(right.reason));
    QVERIFY(right.degrees && std::abs(right.degrees->centre().x() - -98.7) < 0.5);
    if (!first.isEmpty())
        QCOMPARE(proposal.candidates.front().crs.code(), first);
    // The neighbours are there to compare with, and say where they would put it.
    const geo::CrsCandidate& neighbour =
        candidate(proposal, words.contains(QStringLiteral("NAD27")) ? QStringLiteral("EPSG:26713")
                            : words.join(u' ').contains(QStringLiteral("itrf"))
                                ? QStringLiteral("EPSG:6368")
                                : QStringLiteral("EPSG:32613"));
    QVERIFY2(neighbour.reason.contains(QStringLiteral("zone 13 north this lies in Jalisco")),
             qPrintable(neighbour.reason));
    if (!first.isEmpty()) { // and the zone's other datums
        QVERIFY(codes(proposal).contains(QStringLiteral("EPSG:26714")));
        QVERIFY(codes(proposal).contains(QStringLiteral("EPSG:32614")));
    }
}

void CrsProposalTest::theSheetDecidesTheZone()
{
    const geo::CrsEvidence evidence =
        inCrs(QStringLiteral("EPSG:32613"), {-106, 26, -104, 27.5}, {QStringLiteral("G13_5")});
    const geo::CrsProposal proposal = propose(evidence);
    QCOMPARE(proposal.candidates.front().crs.code(), QStringLiteral("EPSG:32613"));
    QVERIFY2(proposal.candidates.front().reason.contains(QStringLiteral("map sheet “G13_5”")) &&
                 proposal.candidates.front().reason.contains(QStringLiteral("Chihuahua")),
             qPrintable(proposal.candidates.front().reason));
    // The same name over numbers far from that sheet speaks for nothing.
    const geo::CrsEvidence elsewhere =
        inCrs(QStringLiteral("EPSG:32612"), {-112, 33, -110, 34}, {QStringLiteral("G13_5")});
    for (const geo::CrsCandidate& each : propose(elsewhere).candidates)
        QVERIFY2(!each.reason.contains(QStringLiteral("map sheet")), qPrintable(each.reason));
}

void CrsProposalTest::lambertOfMexico()
{
    const geo::CrsProposal proposal =
        propose(inCrs(QStringLiteral("EPSG:6372"), {-110, 24, -100, 29}, {}));
    QCOMPARE(proposal.candidates.front().crs.code(), QStringLiteral("EPSG:6372"));
    QVERIFY2(proposal.candidates.front().reason.startsWith(
                 QStringLiteral("As Mexico ITRF2008 / LCC this lies in ")),
             qPrintable(proposal.candidates.front().reason));
    QVERIFY(codes(proposal).contains(QStringLiteral("EPSG:6362")));
}

void CrsProposalTest::webMercator()
{
    VETA_NEEDS_REAL_DATA(path, "rasters/macrostrat_geology_north_america_z1_3857.tif");
    geo::CrsEvidence evidence = geo::evidenceOf(geo::RasterSource::open(path), path);
    QVERIFY(evidence.stated && !geo::contradicts(*evidence.stated, evidence));
    evidence.stated.reset();
    QCOMPARE(propose(evidence).candidates.front().crs.code(), QStringLiteral("EPSG:3857"));
}

void CrsProposalTest::feetAreTriedWhereHinted()
{
    const geo::Extent phoenix{-112.3, 33.2, -111.7, 33.8};
    const geo::CrsProposal proposal = propose(
        inCrs(QStringLiteral("EPSG:2223"), phoenix, {QStringLiteral("parcels_arizona_ft.shp")}));
    QCOMPARE(proposal.candidates.front().crs.code(), QStringLiteral("EPSG:2223"));
    QVERIFY2(proposal.candidates.front().reason.contains(QStringLiteral("“ft” in the name")) &&
                 proposal.candidates.front().reason.contains(QStringLiteral("lies in Arizona")),
             qPrintable(proposal.candidates.front().reason));
    // Unhinted, they come where no projection in metres reaches land.
    const geo::Extent sacramento{-121.8, 38.2, -121.2, 38.8};
    const geo::CrsProposal unhinted =
        propose(inCrs(QStringLiteral("EPSG:2226"), sacramento, {QStringLiteral("wells.shp")}));
    QVERIFY2(codes(unhinted).contains(QStringLiteral("EPSG:2226")),
             qPrintable(codes(unhinted).join(u' ')));
}

void CrsProposalTest::southWhereNothingElseFits()
{
    // Antofagasta: as northern UTM it would lie in the sea off Canada, or with a hint in Chile.
    const geo::CrsProposal proposal =
        propose(inCrs(QStringLiteral("EPSG:32719"), {-70, -24, -69, -23}, {"minas_utm19s.shp"}));
    QCOMPARE(proposal.candidates.front().crs.code(), QStringLiteral("EPSG:32719"));
    QVERIFY2(proposal.candidates.front().reason.contains(QStringLiteral("zone 19 south")) &&
                 proposal.candidates.front().reason.contains(QStringLiteral("Antofagasta")),
             qPrintable(proposal.candidates.front().reason));
}

void CrsProposalTest::aCodeInTheNameComesFirst()
{
    const geo::CrsProposal proposal =
        propose(inCrs(QStringLiteral("EPSG:3310"), {-121, 36, -118, 38}, {"faults_epsg3310.csv"}));
    QCOMPARE(proposal.candidates.front().crs.code(), QStringLiteral("EPSG:3310"));
    QVERIFY2(proposal.candidates.front().reason.contains(QStringLiteral("“epsg3310”")),
             qPrintable(proposal.candidates.front().reason));
    // One that puts the numbers nowhere is not believed.
    const geo::CrsProposal wrong = propose(box({-112, 27, -111, 28}, {"x_epsg3310.csv"}));
    QCOMPARE(wrong.candidates.front().crs, geo::Crs::wgs84());
}

void CrsProposalTest::metresUnderDegreesContradict()
{
    geo::CrsEvidence evidence = inCrs(QStringLiteral("EPSG:32612"), {-111, 27, -110, 28}, {});
    evidence.stated = geo::Crs::wgs84();
    QVERIFY(geo::contradicts(*evidence.stated, evidence));
    const geo::CrsProposal proposal = propose(evidence);
    QVERIFY2(proposal.finding.startsWith(
                 QStringLiteral("The file states WGS 84, which is in degrees, but its numbers")),
             qPrintable(proposal.finding));
    const geo::CrsCandidate& right = candidate(proposal, QStringLiteral("EPSG:32612"));
    QVERIFY2(right.reason.contains(QStringLiteral("Sonora")), qPrintable(right.reason));
    // What the file states is offered too, last.
    const geo::CrsCandidate& stated = proposal.candidates.back();
    QCOMPARE(stated.crs, geo::Crs::wgs84());
    QVERIFY2(stated.reason.contains(QStringLiteral("outside the globe")),
             qPrintable(stated.reason));
    QVERIFY(!stated.degrees);
}

void CrsProposalTest::degreesUnderMetresContradict()
{
    geo::CrsEvidence evidence = box({-115, 25, -105, 32});
    evidence.stated = geo::Crs::fromText(QStringLiteral("EPSG:32612"));
    QVERIFY(geo::contradicts(*evidence.stated, evidence));
    const geo::CrsProposal proposal = propose(evidence);
    QCOMPARE(proposal.candidates.front().crs, geo::Crs::wgs84());
    QVERIFY(proposal.finding.contains(QStringLiteral("look like degrees")));
    // Degrees are no contradiction where they are degrees.
    for (const char* code : {"EPSG:4326", "EPSG:4267", "EPSG:6365"})
        QVERIFY(!geo::contradicts(geo::Crs::fromText(QString::fromLatin1(code)), evidence));
}

void CrsProposalTest::farFromItsAreaContradicts()
{
    const geo::CrsEvidence evidence = inCrs(QStringLiteral("EPSG:6372"), {-103, 19, -98, 23}, {});
    QVERIFY(!geo::contradicts(geo::Crs::fromText(QStringLiteral("EPSG:6372")), evidence));
    // Arc 1960 / UTM zone 36S: Tanzania
    QVERIFY(geo::contradicts(geo::Crs::fromText(QStringLiteral("EPSG:21036")), evidence));
    // A map one zone beyond its own is nothing unusual.
    const geo::CrsEvidence wide = inCrs(QStringLiteral("EPSG:32612"), {-118, 25, -104, 32}, {});
    QVERIFY(!geo::contradicts(geo::Crs::fromText(QStringLiteral("EPSG:32612")), wide));
}

void CrsProposalTest::aFewStrayPointsDoNotContradict()
{
    VETA_NEEDS_REAL_DATA(path, "sites/minmod_lithium_points.geojson");
    const geo::CrsEvidence evidence = geo::evidenceOf(geo::VectorSource::open(path), path);
    QVERIFY(evidence.extent.east > 400'000);
    QVERIFY(evidence.stated && !geo::contradicts(*evidence.stated, evidence));
    const geo::CrsCandidate chosen =
        geo::candidateFor(*evidence.stated, evidence, m_region, Language::English);
    QVERIFY2(chosen.reason.contains(QStringLiteral("have no place in it")),
             qPrintable(chosen.reason));
}

void CrsProposalTest::spellsPlacesInSpanish()
{
    const geo::CrsProposal proposal = propose(box({-102.6, 19, -101, 19.6}, {}), Language::Spanish);
    QVERIFY2(proposal.candidates.front().reason.contains(QStringLiteral("Michoacán")),
             qPrintable(proposal.candidates.front().reason));
}

void CrsProposalTest::judgesWhatAPersonChose()
{
    const geo::CrsEvidence evidence = inCrs(QStringLiteral("EPSG:32612"), {-111, 27, -110, 28}, {});
    const geo::CrsCandidate chosen = geo::candidateFor(
        geo::Crs::fromText(QStringLiteral("EPSG:32611")), evidence, m_region, Language::English);
    QVERIFY(chosen.degrees && chosen.degrees->west < -116);
    QCOMPARE(chosen.lonLats.size(), evidence.points.size());
    const geo::CrsCandidate nowhere =
        geo::candidateFor(geo::Crs::wgs84(), evidence, m_region, Language::English);
    QVERIFY(!nowhere.degrees);
    QVERIFY(nowhere.lonLats.empty());
}

void CrsProposalTest::nothingToJudgeBy()
{
    const geo::CrsProposal proposal = propose(geo::CrsEvidence());
    QVERIFY(proposal.candidates.empty());
    QVERIFY(proposal.finding.contains(QStringLiteral("no coordinates")));
    QVERIFY(!geo::contradicts(geo::Crs::wgs84(), geo::CrsEvidence()));
}

void CrsProposalTest::isClearWhereNothingElseIsLikely()
{
    // Degrees: the datums put them in the same place.
    QVERIFY(propose(box({-108, 35, -103, 40})).isClear());
    // Metres may be of several zones, unless something says which.
    const geo::Extent camargo{-105.4, 27.5, -104.8, 28.1};
    const QString zone13 = QStringLiteral("EPSG:32613");
    QVERIFY(!propose(inCrs(zone13, camargo, {QStringLiteral("minas.csv")})).isClear());
    QVERIFY(propose(inCrs(zone13, camargo, {QStringLiteral("minas_utm13.csv")})).isClear());
    geo::CrsEvidence named = inCrs(zone13, camargo, {QStringLiteral("minas.csv")});
    named.places = QStringList{QStringLiteral("Chihuahua")};
    const geo::CrsProposal proposal = propose(named);
    QVERIFY(proposal.isClear());
    QCOMPARE(proposal.candidates.front().crs.code(), zone13);
    QVERIFY2(proposal.candidates.front().reason.contains(QStringLiteral("rows name “Chihuahua”")),
             qPrintable(proposal.candidates.front().reason));
    // A country that the rows name speaks against those that lie in others.
    geo::CrsEvidence border = inCrs(QStringLiteral("EPSG:26912"), {-111, 31.6, -110.2, 32.2}, {});
    border.countries = QStringList{QStringLiteral("US")};
    QVERIFY(
        propose(border).candidates.front().reason.contains(QStringLiteral("country of its rows")));
    // Nowhere near where data is expected, or nothing at all.
    QVERIFY(!propose(box({103, 35, 108, 40})).isClear());
    QVERIFY(!propose({}).isClear());
}

QTEST_GUILESS_MAIN(CrsProposalTest)
#include "crs_proposal_test.moc"
