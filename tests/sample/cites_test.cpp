// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/sample_files.h"
#include "tests/support/real_data.h"

#include <QHash>
#include <QRegularExpression>
#include <QtTest>
#include <cmath>
#include <map>
#include <optional>

namespace {

using Row = QHash<QString, QString>;

// The wanted columns of a CSV file, by the value of `key` or of several joined by a blank.
QHash<QString, Row> table(const QString& file, const QStringList& key, const QStringList& columns)
{
    GDALAllRegister();
    QHash<QString, Row> rows;
    const GDALDatasetUniquePtr data(
        GDALDataset::Open(file.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR));
    if (!data)
        qFatal("cannot read %s", qPrintable(file));
    for (const auto& feature : *data->GetLayer(0)) {
        const auto text = [&](const QString& column) {
            const int index = feature->GetFieldIndex(column.toUtf8().constData());
            if (index < 0)
                qFatal("no column %s", qPrintable(column));
            return QString::fromUtf8(feature->GetFieldAsString(index));
        };
        QStringList name;
        for (const QString& part : key)
            name << text(part);
        Row row;
        for (const QString& column : columns)
            row.insert(column, text(column));
        rows.insert(name.join(u' '), row);
    }
    return rows;
}

// A sheet of the workbook by the number of its row there, which holds its names in row 1.
std::map<int, Row> sheet(const QString& file, const char* name)
{
    GDALAllRegister();
    const char* const options[] = {"HEADERS=DISABLE", "FIELD_TYPES=STRING", nullptr};
    const GDALDatasetUniquePtr data(
        GDALDataset::Open(file.toUtf8().constData(), GDAL_OF_VECTOR, nullptr, options));
    OGRLayer* layer = data ? data->GetLayerByName(name) : nullptr;
    if (!layer)
        qFatal("no sheet %s", name);
    std::map<int, Row> rows;
    QStringList head;
    int number = 0;
    for (const auto& feature : *layer) {
        ++number;
        Row row;
        for (int i = 0; i < feature->GetFieldCount(); ++i) {
            const QString text = QString::fromUtf8(feature->GetFieldAsString(i));
            if (number == 1)
                head << text;
            else
                row.insert(head[i], text);
        }
        if (number > 1)
            rows.emplace(number, std::move(row));
    }
    return rows;
}

} // namespace

// The cites of the sample against the data sets they name: the record exists, and a position or
// tonnage that the sample took from it is still the record's.
class SampleCitesTest : public QObject
{
    Q_OBJECT
    std::vector<QJsonObject> m_sites =
        sample::objects(sample::read(QStringLiteral("sites.json")).array());

    // The record ids cited from a source, as what `pattern` captures in the cite.
    QStringList cited(const QString& source, const QString& pattern) const
    {
        QStringList ids;
        const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
        for (const QJsonObject& site : m_sites) {
            std::vector<QJsonObject> cites;
            sample::collectCites(site, cites);
            for (const QJsonObject& cite : cites)
                if (cite[QLatin1String("source")].toString() == source) {
                    const auto match = expression.match(cite[QLatin1String("ref")].toString());
                    if (!match.hasMatch())
                        qFatal("odd cite %s", qPrintable(cite[QLatin1String("ref")].toString()));
                    ids << match.captured(1);
                }
        }
        return ids;
    }

    // How far a site's position is from where its record puts it, in degrees.
    static double apart(const QJsonObject& site, double lon, double lat)
    {
        return std::hypot(site[QLatin1String("lon")].toDouble() - lon,
                          site[QLatin1String("lat")].toDouble() - lat);
    }

private Q_SLOTS:
    void plantsOf2003AreWhereTheSurveyPutsThem()
    {
        VETA_NEEDS_REAL_DATA(file, "sites/usgs_mineplant_us_2003.csv");
        const auto rows = table(file, {QStringLiteral("id")},
                                {QStringLiteral("LONGITUDE"), QStringLiteral("LATITUDE"),
                                 QStringLiteral("COMPANY_NA"), QStringLiteral("STATE_LOCA")});
        const QStringList ids =
            cited(QStringLiteral("usgs-mineplant-2003"), QStringLiteral("id (\\d+)(?:\\D.*)?"));
        QVERIFY(ids.size() > 40);
        for (const QString& id : ids)
            QVERIFY2(rows.contains(id), qPrintable(id));
        int placed = 0;
        for (const QJsonObject& site : m_sites) {
            const QJsonObject cite = site[QLatin1String("position_cite")].toObject();
            if (cite[QLatin1String("source")] != QLatin1String("usgs-mineplant-2003"))
                continue;
            const Row row = rows[cite[QLatin1String("ref")].toString().mid(3)];
            QVERIFY(apart(site, row[QStringLiteral("LONGITUDE")].toDouble(),
                          row[QStringLiteral("LATITUDE")].toDouble()) < 1e-5);
            QCOMPARE(row[QStringLiteral("STATE_LOCA")], site[QLatin1String("admin1")].toString());
            QCOMPARE(row[QStringLiteral("COMPANY_NA")], site[QLatin1String("owners")]
                                                            .toArray()[0]
                                                            .toObject()[QLatin1String("name")]
                                                            .toString());
            ++placed;
        }
        QVERIFY(placed >= 15);
    }

    void porphyryTonnagesAreTheDataSets()
    {
        VETA_NEEDS_REAL_DATA(file, "sites/usgs_ofr2008_1155_porcu.csv");
        const QStringList grades{QStringLiteral("Copper grade"), QStringLiteral("Molybdenum grade"),
                                 QStringLiteral("Gold grade"), QStringLiteral("Silver grade")};
        const auto rows = table(file, {QStringLiteral("DepositID")},
                                grades + QStringList{QStringLiteral("Tonnage")});
        const QHash<QString, QString> columns{{QStringLiteral("copper"), grades[0]},
                                              {QStringLiteral("molybdenum"), grades[1]},
                                              {QStringLiteral("gold"), grades[2]},
                                              {QStringLiteral("silver"), grades[3]}};
        int compared = 0;
        for (const QJsonObject& site : m_sites)
            for (const QJsonObject& estimate :
                 sample::objects(site[QLatin1String("estimates")].toArray())) {
                const QJsonObject cite = estimate[QLatin1String("cite")].toObject();
                if (cite[QLatin1String("source")] != QLatin1String("usgs-porcu-2008"))
                    continue;
                const QString id = cite[QLatin1String("ref")].toString().section(u' ', 1);
                QVERIFY2(rows.contains(id), qPrintable(id));
                const double tonnes = rows[id][QStringLiteral("Tonnage")].toDouble() * 1e6;
                QVERIFY(std::abs(estimate[QLatin1String("tonnes")].toDouble() - tonnes) <
                        1e-6 * tonnes);
                const QString column =
                    columns.value(estimate[QLatin1String("commodity")].toString());
                QCOMPARE(estimate[QLatin1String("grade")].toDouble(), rows[id][column].toDouble());
                ++compared;
            }
        QVERIFY(compared >= 20);
    }

    void reservesAndPlacesOfTheWorkbookAreItsOwn()
    {
        VETA_NEEDS_REAL_DATA(file, "sites/fineprint_detailed_data_mining.xlsx");
        const auto general = sheet(file, "general");
        const auto parts = sheet(file, "sub_sites");
        const auto reserves = sheet(file, "capacity_reserves");
        const QRegularExpression place(QStringLiteral("^(general|sub_sites) row (\\d+): "));
        const QRegularExpression figure(QStringLiteral("^capacity_reserves row (\\d+);"));
        int placed = 0;
        int compared = 0;
        for (const QJsonObject& site : m_sites) {
            const QString key = site[QLatin1String("key")].toString();
            const auto at = place.match(
                site[QLatin1String("position_cite")].toObject()[QLatin1String("ref")].toString());
            if (at.hasMatch()) {
                const Row& row = (at.captured(1) == QLatin1String("general") ? general : parts)
                                     .at(at.captured(2).toInt());
                QVERIFY2(apart(site, row[QStringLiteral("longitude")].toDouble(),
                               row[QStringLiteral("latitude")].toDouble()) < 1e-5,
                         qPrintable(key));
                ++placed;
            }
            for (const QJsonObject& estimate :
                 sample::objects(site[QLatin1String("estimates")].toArray())) {
                const auto match = figure.match(
                    estimate[QLatin1String("cite")].toObject()[QLatin1String("ref")].toString());
                if (!match.hasMatch())
                    continue;
                const Row& row = reserves.at(match.captured(1).toInt());
                const QString unit = row[QStringLiteral("reserves_mineral_unit")].toLower();
                const double factor =
                    unit.startsWith(QLatin1String("mil")) || unit.trimmed() == QLatin1String("mt")
                        ? 1e6
                    : unit.trimmed() == QLatin1String("kt") ? 1e3
                                                            : 1;
                const double tonnes =
                    row[QStringLiteral("reserves_mineral_value")].toDouble() * factor;
                QVERIFY2(std::abs(estimate[QLatin1String("tonnes")].toDouble() - tonnes) <
                             1e-6 * tonnes,
                         qPrintable(key));
                QVERIFY2(std::abs(estimate[QLatin1String("grade")].toDouble() -
                                  row[QStringLiteral("grade")].toDouble()) <= 1e-6,
                         qPrintable(key));
                ++compared;
            }
        }
        QVERIFY2(placed >= 30, qPrintable(QString::number(placed)));
        QVERIFY2(compared >= 60, qPrintable(QString::number(compared)));
    }

    void minmodRecordsExistAndArePlacedAsTheySay()
    {
        VETA_NEEDS_REAL_DATA(file, "sites/minmod_sites.csv.zip");
        const auto rows = table(QStringLiteral("/vsizip/") + file,
                                {QStringLiteral("dataset"), QStringLiteral("record_id")},
                                {QStringLiteral("location_wkt"), QStringLiteral("crs")});
        const QRegularExpression reference(
            QStringLiteral("^((?:mrdata|earth|mudd|jowitt|world|doi|mining)\\S*) (\\S+)$"));
        int cites = 0;
        for (const QJsonObject& site : m_sites) {
            std::vector<QJsonObject> all;
            sample::collectCites(site, all);
            for (const QJsonObject& cite : all) {
                const QString ref = cite[QLatin1String("ref")].toString();
                if (!reference.match(ref).hasMatch())
                    continue;
                QVERIFY2(rows.contains(ref), qPrintable(ref));
                ++cites;
            }
            const QString ref =
                site[QLatin1String("position_cite")].toObject()[QLatin1String("ref")].toString();
            if (!reference.match(ref).hasMatch())
                continue;
            OGRGeometry* point = nullptr;
            OGRGeometryFactory::createFromWkt(
                rows[ref][QStringLiteral("location_wkt")].toUtf8().constData(), nullptr, &point);
            const sample::Geometry owned(point);
            QVERIFY2(owned, qPrintable(ref));
            OGREnvelope envelope;
            owned->getEnvelope(&envelope);
            QVERIFY2(apart(site, envelope.MinX, envelope.MinY) < 1e-5, qPrintable(ref));
            QCOMPARE(rows[ref][QStringLiteral("crs")], QStringLiteral("EPSG:4326"));
        }
        QVERIFY2(cites > 100, qPrintable(QString::number(cites)));
    }
};

QTEST_GUILESS_MAIN(SampleCitesTest)
#include "cites_test.moc"
