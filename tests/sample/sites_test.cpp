// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/sample_files.h"

#include <QSet>
#include <QtTest>
#include <cmath>
#include <numbers>

namespace {

constexpr double ToleranceKm = 5;

// Kilometres from a point to a polygon, 0 inside: the polygon is stretched to the point's latitude,
// where a degree is 111.2 km both ways. Good to a hundredth for the few kilometres that matter.
double distanceKm(const OGRGeometry& shape, double lon, double lat)
{
    class Stretch : public OGRDefaultGeometryVisitor
    {
    public:
        explicit Stretch(double factor)
            : m_factor(factor)
        {
        }
        using OGRDefaultGeometryVisitor::visit;
        void visit(OGRPoint* point) override { point->setX(point->getX() * m_factor); }
        void visit(OGRLineString* line) override { stretch(line); }
        void visit(OGRLinearRing* ring) override { stretch(ring); }

    private:
        void stretch(OGRSimpleCurve* curve) const
        {
            for (int i = 0; i < curve->getNumPoints(); ++i)
                curve->setPoint(i, curve->getX(i) * m_factor, curve->getY(i));
        }
        double m_factor;
    };
    const double factor = std::cos(lat * std::numbers::pi / 180);
    const sample::Geometry copy(shape.clone());
    Stretch stretch(factor);
    copy->accept(&stretch);
    const OGRPoint point(lon * factor, lat);
    return copy->Distance(&point) * 111.2;
}

const OGRGeometry* shapeNamed(const std::vector<sample::NamedShape>& shapes, const QString& name)
{
    for (const sample::NamedShape& shape : shapes)
        if (shape.names.contains(name))
            return shape.geometry.get();
    return nullptr;
}

QSet<QString> keys(const std::vector<QJsonObject>& objects)
{
    QSet<QString> result;
    for (const QJsonObject& object : objects)
        result.insert(object[QLatin1String("key")].toString());
    return result;
}

bool isOneOf(const QJsonValue& value, const QString& words)
{
    return words.split(u' ').contains(value.toString());
}

} // namespace

class SampleSitesTest : public QObject
{
    Q_OBJECT
    std::vector<QJsonObject> m_sources =
        sample::objects(sample::read(QStringLiteral("sources.json")).array());
    std::vector<QJsonObject> m_sites =
        sample::objects(sample::read(QStringLiteral("sites.json")).array());

private Q_SLOTS:
    void distanceIsKnownForASquare()
    {
        OGRGeometry* square = nullptr;
        OGRGeometryFactory::createFromWkt("POLYGON ((-110 30,-109 30,-109 31,-110 31,-110 30))",
                                          nullptr, &square);
        const sample::Geometry owned(square);
        QCOMPARE(distanceKm(*owned, -109.5, 30.5), 0.0);
        QVERIFY(std::abs(distanceKm(*owned, -109.5, 29.9) - 11.12) < 0.01);
        QVERIFY(std::abs(distanceKm(*owned, -108.9, 30.5) - 9.58) < 0.01);
    }

    void thereAreEnoughOfEachKindAndCountry()
    {
        QMap<QString, int> countries;
        QMap<QString, int> kinds;
        for (const QJsonObject& site : m_sites) {
            ++countries[site[QLatin1String("country")].toString()];
            ++kinds[site[QLatin1String("kind")].toString()];
        }
        QVERIFY(m_sites.size() >= 120);
        QVERIFY(countries.value(QStringLiteral("US")) >= 50);
        QVERIFY(countries.value(QStringLiteral("MX")) >= 50);
        QVERIFY2(countries.size() >= 4, "US, MX and two third countries");
        for (const char* kind :
             {"mine", "deposit", "processing_plant", "smelter_refinery", "manufacturing_plant"})
            QVERIFY2(kinds.value(QLatin1String(kind)) >= 7, kind);
        QCOMPARE(size_t(keys(m_sites).size()), m_sites.size());
    }

    void theListsOfBothCountriesHaveSites()
    {
        QSet<QString> found;
        for (const QJsonObject& site : m_sites)
            for (const QJsonObject& commodity :
                 sample::objects(site[QLatin1String("commodities")].toArray()))
                found.insert(commodity[QLatin1String("commodity")].toString());
        QMap<QString, QStringList> without;
        QMap<QString, int> listed;
        for (const QJsonObject& term :
             sample::objects(sample::read(QStringLiteral("../vocabularies/commodities.json"))
                                 .object()[QLatin1String("terms")]
                                 .toArray()))
            for (const QJsonValue& list : term[QLatin1String("lists")].toArray()) {
                ++listed[list.toString()];
                const QString key = term[QLatin1String("key")].toString();
                if (!found.contains(key))
                    without[list.toString()] << key;
            }
        QVERIFY(listed.value(QStringLiteral("mx_produced_2026")) >= 9);
        QCOMPARE(without.value(QStringLiteral("mx_produced_2026")), QStringList());
        // No record that was read names iridium alone.
        QCOMPARE(without.value(QStringLiteral("mx_scarce_2026")),
                 QStringList(QStringLiteral("iridium")));
        QVERIFY(listed.value(QStringLiteral("us_2025")) -
                    without.value(QStringLiteral("us_2025")).size() >=
                37);
    }

    void aSourceSaysWhatItIsAndAPageWhenItWasRead()
    {
        QCOMPARE(size_t(keys(m_sources).size()), m_sources.size());
        for (const QJsonObject& source : m_sources) {
            const QString key = source[QLatin1String("key")].toString();
            for (const char* field : {"key", "title", "publisher", "licence", "url"})
                QVERIFY2(!source[QLatin1String(field)].toString().isEmpty(),
                         qPrintable(key + QLatin1Char(' ') + QLatin1String(field)));
            QVERIFY2(isOneOf(source[QLatin1String("kind")], QStringLiteral("dataset page")),
                     qPrintable(key));
            if (source[QLatin1String("kind")] == QLatin1String("page")) {
                QVERIFY2(QDate::fromString(source[QLatin1String("read_on")].toString(), Qt::ISODate)
                             .isValid(),
                         qPrintable(key));
                QVERIFY2(source[QLatin1String("url")].toString().startsWith(QLatin1String("http")),
                         qPrintable(key));
            }
        }
    }

    void everyFactIsCitedAndEveryCiteIsKnown()
    {
        const QSet<QString> known = keys(m_sources);
        for (const QJsonObject& site : m_sites) {
            const QString key = site[QLatin1String("key")].toString();
            std::vector<QJsonObject> cites;
            sample::collectCites(site, cites);
            for (const QJsonObject& cite : cites) {
                const QString source = cite[QLatin1String("source")].toString();
                QVERIFY2(known.contains(source),
                         qPrintable(key + QStringLiteral(" cites unknown ") + source));
                QVERIFY2(!cite[QLatin1String("ref")].toString().trimmed().isEmpty(),
                         qPrintable(key));
            }
            QVERIFY2(site[QLatin1String("kind_cite")].isObject(), qPrintable(key));
            QCOMPARE(site.contains(QLatin1String("stage")),
                     site[QLatin1String("stage_cite")].isObject());
            QCOMPARE(site[QLatin1String("lon")].isDouble(),
                     site[QLatin1String("position_cite")].isObject());
            for (const char* list :
                 {"aliases", "commodities", "estimates", "processes", "owners", "status_history"})
                for (const QJsonObject& fact : sample::objects(site[QLatin1String(list)].toArray()))
                    QVERIFY2(fact[QLatin1String("cite")].isObject(),
                             qPrintable(key + QLatin1Char(' ') + QLatin1String(list)));
        }
    }

    void keysAndFiguresAreOfTheVocabulary()
    {
        for (const QJsonObject& site : m_sites) {
            const QString key = site[QLatin1String("key")].toString();
            const QString stages = QStringLiteral(
                "exploration advanced_exploration pre_feasibility feasibility permitting "
                "construction production care_and_maintenance closed");
            QVERIFY2(isOneOf(site[QLatin1String("kind")],
                             QStringLiteral("mine deposit prospect processing_plant "
                                            "smelter_refinery manufacturing_plant "
                                            "waste_tailings")),
                     qPrintable(key));
            if (site.contains(QLatin1String("stage"))) {
                QVERIFY2(isOneOf(site[QLatin1String("stage")], stages), qPrintable(key));
                const QJsonObject last =
                    site[QLatin1String("status_history")].toArray().last().toObject();
                QCOMPARE(last[QLatin1String("stage")], site[QLatin1String("stage")]);
            }
            for (const QJsonObject& past :
                 sample::objects(site[QLatin1String("status_history")].toArray()))
                QVERIFY2(isOneOf(past[QLatin1String("stage")], stages), qPrintable(key));
            for (const QJsonObject& commodity :
                 sample::objects(site[QLatin1String("commodities")].toArray()))
                QVERIFY2(isOneOf(commodity[QLatin1String("role")],
                                 QStringLiteral("main by_product trace input product")),
                         qPrintable(key));
            for (const QJsonObject& estimate :
                 sample::objects(site[QLatin1String("estimates")].toArray())) {
                QVERIFY2(isOneOf(estimate[QLatin1String("category")],
                                 QStringLiteral("exploration_target inferred indicated measured "
                                                "measured_indicated probable proved "
                                                "proved_probable unclassified")),
                         qPrintable(key));
                for (const char* figure : {"tonnes", "grade", "contained_tonnes"})
                    QVERIFY2(!estimate.contains(QLatin1String(figure)) ||
                                 estimate[QLatin1String(figure)].toDouble() > 0,
                             qPrintable(
                                 key + QStringLiteral(" has a zero where it should have nothing")));
                QCOMPARE(estimate.contains(QLatin1String("grade")),
                         isOneOf(estimate[QLatin1String("grade_unit")],
                                 QStringLiteral("percent g/t ppm mg/L kg/t")));
                const double whole =
                    estimate[QLatin1String("grade_unit")] == QLatin1String("percent") ? 100 : 1e6;
                QVERIFY2(estimate[QLatin1String("grade")].toDouble() <= whole, qPrintable(key));
            }
            double held = 0;
            for (const QJsonObject& owner :
                 sample::objects(site[QLatin1String("owners")].toArray()))
                held += owner[QLatin1String("share_percent")].toDouble();
            QVERIFY2(held <= 100, qPrintable(key));
        }
    }

    void eachPointLiesInTheCountryAndStateItNames()
    {
        const auto countries = sample::shapes("countries", {{QStringLiteral("iso_a2")}});
        const auto states =
            sample::shapes("states", {{QStringLiteral("country"), QStringLiteral("name")},
                                      {QStringLiteral("country"), QStringLiteral("name_es")}});
        int placed = 0;
        for (const QJsonObject& site : m_sites) {
            if (!site[QLatin1String("lon")].isDouble())
                continue;
            const QString country = site[QLatin1String("country")].toString();
            const QString state = country + u' ' + site[QLatin1String("admin1")].toString();
            for (const OGRGeometry* shape :
                 {shapeNamed(countries, country), shapeNamed(states, state)}) {
                const QString where =
                    site[QLatin1String("key")].toString() + QStringLiteral(" in ") + state;
                QVERIFY2(shape != nullptr, qPrintable(where));
                const double away = distanceKm(*shape, site[QLatin1String("lon")].toDouble(),
                                               site[QLatin1String("lat")].toDouble());
                QVERIFY2(away <= ToleranceKm, qPrintable(where + QStringLiteral(": km outside ") +
                                                         QString::number(away)));
            }
            ++placed;
        }
        QVERIFY(placed >= 110);
    }

    void crossingsAndPortsAreCited()
    {
        const QSet<QString> known = keys(m_sources);
        for (const auto& [name, least] : {std::pair{QStringLiteral("border_crossings"), 20},
                                          std::pair{QStringLiteral("ports"), 15}}) {
            const QJsonArray features = sample::read(QStringLiteral("places/%1.geojson").arg(name))
                                            .object()[QLatin1String("features")]
                                            .toArray();
            QVERIFY2(features.size() >= least, qPrintable(name));
            QSet<QString> codes;
            for (const QJsonObject& feature : sample::objects(features)) {
                const QJsonObject properties = feature[QLatin1String("properties")].toObject();
                codes.insert(properties[QLatin1String("code")].toString());
                QVERIFY(known.contains(properties[QLatin1String("source")].toString()));
                for (const char* field : {"name_en", "name_es", "country", "ref"})
                    QVERIFY2(!properties[QLatin1String(field)].toString().isEmpty(), field);
            }
            QCOMPARE(codes.size(), features.size());
        }
    }

    void boundariesStayBelowThreeMegabytes()
    {
        const qint64 bytes =
            QFileInfo(sample::path(QStringLiteral("boundaries/boundaries.gpkg"))).size();
        QVERIFY(bytes > 100000 && bytes < 3000000);
        int mexican = 0;
        int american = 0;
        for (const auto& state : sample::shapes("states", {{QStringLiteral("country")}})) {
            QVERIFY(state.geometry->IsValid());
            mexican += state.names.contains(QStringLiteral("MX"));
            american += state.names.contains(QStringLiteral("US"));
        }
        QCOMPARE(mexican, 32);
        QCOMPARE(american, 51);
    }
};

QTEST_GUILESS_MAIN(SampleSitesTest)
#include "sites_test.moc"
