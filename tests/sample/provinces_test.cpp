// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/sample_files.h"

#include <QColor>
#include <QMap>
#include <QSet>
#include <QtTest>
#include <map>
#include <set>

namespace {

using Vertex = std::pair<double, double>;
using Edge = std::pair<Vertex, Vertex>;

struct Province
{
    QString unit;
    QJsonObject properties;
    sample::Geometry shape;
};

std::vector<Province> provinces(const QJsonObject& collection)
{
    std::vector<Province> result;
    for (const QJsonObject& feature :
         sample::objects(collection[QLatin1String("features")].toArray())) {
        const QJsonObject properties = feature[QLatin1String("properties")].toObject();
        result.push_back({properties[QLatin1String("unit")].toString(), properties,
                          sample::geometryOf(feature[QLatin1String("geometry")].toObject())});
    }
    return result;
}

// The rings of a polygon or multipolygon, outer ones anticlockwise, holes clockwise.
std::vector<std::vector<Vertex>> rings(const OGRGeometry& shape)
{
    std::vector<std::vector<Vertex>> result;
    const auto addRing = [&](const OGRLinearRing& ring, bool hole) {
        std::vector<Vertex> vertices;
        for (int i = 0; i + 1 < ring.getNumPoints(); ++i)
            vertices.emplace_back(ring.getX(i), ring.getY(i));
        if (bool(ring.isClockwise()) != hole)
            std::reverse(vertices.begin(), vertices.end());
        result.push_back(std::move(vertices));
    };
    const auto addPolygon = [&](const OGRPolygon& polygon) {
        addRing(*polygon.getExteriorRing(), false);
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
            addRing(*polygon.getInteriorRing(i), true);
    };
    if (wkbFlatten(shape.getGeometryType()) == wkbPolygon)
        addPolygon(*shape.toPolygon());
    else
        for (const OGRPolygon* part : *shape.toMultiPolygon())
            addPolygon(*part);
    return result;
}

double areaOf(const OGRGeometry& shape)
{
    switch (wkbFlatten(shape.getGeometryType())) {
    case wkbPolygon:
        return shape.toPolygon()->get_Area();
    case wkbMultiPolygon:
        return shape.toMultiPolygon()->get_Area();
    case wkbGeometryCollection:
        return shape.toGeometryCollection()->get_Area();
    default:
        return 0; // neighbours meet in lines and points
    }
}

} // namespace

class SampleProvincesTest : public QObject
{
    Q_OBJECT
    QJsonObject m_collection = sample::read(QStringLiteral("provinces.geojson")).object();
    std::vector<Province> m_provinces = provinces(m_collection);

private Q_SLOTS:
    void thereAreEnoughAndEachHasItsLegendInBothLanguages()
    {
        QVERIFY(m_provinces.size() >= 25);
        QSet<QString> sources;
        for (const QJsonObject& source :
             sample::objects(sample::read(QStringLiteral("sources.json")).array()))
            sources.insert(source[QLatin1String("key")].toString());
        QSet<QString> units;
        QSet<QString> colours;
        for (const Province& province : m_provinces) {
            for (const char* field : {"name_en", "name_es", "age_en", "age_es", "lithology_en",
                                      "lithology_es", "outline_follows"})
                QVERIFY2(!province.properties[QLatin1String(field)].toString().isEmpty(),
                         qPrintable(province.unit));
            QVERIFY2(sources.contains(province.properties[QLatin1String("cite")].toString()),
                     qPrintable(province.unit));
            const QString colour = province.properties[QLatin1String("color")].toString();
            QVERIFY(QColor::isValidColor(colour));
            units.insert(province.unit);
            colours.insert(colour.toUpper());
        }
        QCOMPARE(size_t(units.size()), m_provinces.size());
        QCOMPARE(size_t(colours.size()), m_provinces.size());
    }

    void theLayerAndEachProvinceSayThatTheyAreSchematic()
    {
        QVERIFY(m_collection[QLatin1String("title_en")].toString().contains(
            QLatin1String("schematic"), Qt::CaseInsensitive));
        QVERIFY(m_collection[QLatin1String("title_es")].toString().contains(
            QStringLiteral("esquemático"), Qt::CaseInsensitive));
        for (const Province& province : m_provinces)
            QCOMPARE(province.properties[QLatin1String("schematic")].toInt(), 1);
    }

    void theyHaveEnoughVertices()
    {
        std::set<Vertex> distinct;
        for (const Province& province : m_provinces)
            for (const auto& ring : rings(*province.shape))
                distinct.insert(ring.begin(), ring.end());
        QVERIFY2(distinct.size() >= 1500, qPrintable(QString::number(distinct.size())));
    }

    // Every edge belongs to one province on its left, and to one on its right or to the outline;
    // what is left over of the edges is one closed line: a coverage, to the last bit.
    void neighboursShareEveryEdge()
    {
        std::map<Edge, QString> left;
        for (const Province& province : m_provinces)
            for (const auto& ring : rings(*province.shape))
                for (size_t i = 0; i < ring.size(); ++i) {
                    const Edge edge{ring[i], ring[(i + 1) % ring.size()]};
                    QVERIFY2(left.emplace(edge, province.unit).second,
                             qPrintable(province.unit + u' ' + left[edge]));
                }
        std::map<Vertex, Vertex> outline;
        for (const auto& [edge, unit] : left)
            if (!left.contains({edge.second, edge.first}))
                QVERIFY2(outline.emplace(edge.first, edge.second).second, qPrintable(unit));
        size_t steps = 0;
        Vertex at = outline.begin()->first;
        do {
            const auto next = outline.find(at);
            QVERIFY2(next != outline.end(),
                     "an edge of one province is nobody's on its other side");
            at = next->second;
            ++steps;
        } while (at != outline.begin()->first && steps <= outline.size());
        QCOMPARE(steps, outline.size());
    }

    void geosFindsNoOverlapNoGapAndNothingInvalid()
    {
        double total = 0;
        OGRMultiPolygon all;
        for (const Province& province : m_provinces) {
            QVERIFY2(province.shape->IsValid(), qPrintable(province.unit));
            total += areaOf(*province.shape);
            for (const Province& other : m_provinces) {
                if (other.unit <= province.unit || !province.shape->Intersects(other.shape.get()))
                    continue;
                const sample::Geometry common(province.shape->Intersection(other.shape.get()));
                QVERIFY2(areaOf(*common) == 0, qPrintable(province.unit + u' ' + other.unit));
            }
            if (wkbFlatten(province.shape->getGeometryType()) == wkbPolygon)
                all.addGeometry(province.shape.get());
            else
                for (const OGRPolygon* part : *province.shape->toMultiPolygon())
                    all.addGeometry(part);
        }
        const sample::Geometry whole(all.UnionCascaded());
        QCOMPARE(wkbFlatten(whole->getGeometryType()), wkbPolygon);
        QCOMPARE(whole->toPolygon()->getNumInteriorRings(), 0);
        QVERIFY(std::abs(areaOf(*whole) - total) < 1e-9 * total);
        // The outline it was drawn in: crossings with the coast are rounded to 10 m.
        const sample::Geometry outline =
            sample::geometryOf(m_collection[QLatin1String("outline")].toObject());
        const sample::Geometry rest(outline->SymDifference(whole.get()));
        QVERIFY2(areaOf(*rest) < 1e-5 * total, qPrintable(QString::number(areaOf(*rest))));
    }

    void enoughOfThemCrossTheBorder()
    {
        const auto countries = sample::shapes("countries", {{QStringLiteral("iso_a2")}});
        QStringList crossing;
        for (const Province& province : m_provinces) {
            bool both = true;
            for (const char* code : {"US", "MX"})
                for (const sample::NamedShape& country : countries)
                    if (country.names.contains(QLatin1String(code))) {
                        const sample::Geometry part(
                            province.shape->Intersection(country.geometry.get()));
                        both &= areaOf(*part) > 0.05; // square degrees, some 500 km2
                    }
            if (both)
                crossing << province.unit;
        }
        QVERIFY2(crossing.size() >= 8, qPrintable(crossing.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(SampleProvincesTest)
#include "provinces_test.moc"
