// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/sample_files.h"

#include <QMap>
#include <QSet>
#include <QtTest>

class SampleRoundTest : public QObject
{
    Q_OBJECT
    std::vector<QJsonObject> m_projects =
        sample::objects(sample::read(QStringLiteral("projects.json")).array());
    QJsonObject m_round = sample::read(QStringLiteral("round.json")).object();

    std::vector<QJsonObject> listed(const char* name) const
    {
        return sample::objects(m_round[QLatin1String(name)].toArray());
    }

private Q_SLOTS:
    void projectsAreChainsOfSitesSomeAcrossTheBorder()
    {
        QMap<QString, QString> countries;
        for (const QJsonObject& site :
             sample::objects(sample::read(QStringLiteral("sites.json")).array()))
            countries.insert(site[QLatin1String("key")].toString(),
                             site[QLatin1String("country")].toString());
        QVERIFY(m_projects.size() >= 15);
        int across = 0;
        for (const QJsonObject& project : m_projects) {
            const QString key = project[QLatin1String("key")].toString();
            QSet<QString> taking;
            int order = 0;
            for (const QJsonObject& member :
                 sample::objects(project[QLatin1String("members")].toArray())) {
                const QString site = member[QLatin1String("site")].toString();
                QVERIFY2(countries.contains(site),
                         qPrintable(key + QStringLiteral(" names ") + site));
                QCOMPARE(member[QLatin1String("order")].toInt(), ++order);
                QVERIFY2(QStringList({QStringLiteral("extraction"), QStringLiteral("processing"),
                                      QStringLiteral("manufacturing")})
                             .contains(member[QLatin1String("role")].toString()),
                         qPrintable(key));
                taking.insert(countries.value(site));
            }
            QVERIFY2(order >= 1, qPrintable(key));
            across +=
                taking.contains(QStringLiteral("US")) && taking.contains(QStringLiteral("MX"));
        }
        QVERIFY(across >= 4);
    }

    void projectsSayInBothLanguagesThatTheyAreIllustrative()
    {
        for (const QJsonObject& project : m_projects) {
            QVERIFY(project[QLatin1String("illustrative")].toBool());
            QVERIFY(project[QLatin1String("summary_en")].toString().contains(
                QLatin1String("not an agreed project")));
            QVERIFY(project[QLatin1String("summary_es")].toString().contains(
                QStringLiteral("no es un proyecto acordado")));
            QVERIFY(!project[QLatin1String("name")].toString().isEmpty());
            QVERIFY(!project[QLatin1String("name_es")].toString().isEmpty());
        }
    }

    void gatesAndCriteriaAreNamedInBothLanguages()
    {
        QVERIFY(listed("gates").size() >= 4);
        QVERIFY(listed("criteria").size() >= 6);
        for (const char* list : {"delegations", "gates", "criteria"})
            for (const QJsonObject& item : listed(list)) {
                const QString key = item[QLatin1String("key")].toString();
                const QString english = item[QLatin1String("name_en")].toString();
                const QString spanish = item[QLatin1String("name_es")].toString();
                QVERIFY2(!english.isEmpty() && !spanish.isEmpty() && english != spanish,
                         qPrintable(key));
            }
        QSet<QString> kinds;
        for (const QJsonObject& criterion : listed("criteria"))
            kinds.insert(
                criterion[QLatin1String("measure")].toObject()[QLatin1String("kind")].toString());
        QVERIFY2(kinds.contains(QStringLiteral("tonnes")) &&
                     kinds.contains(QStringLiteral("stage")) &&
                     kinds.contains(QStringLiteral("commodities_on_list")) &&
                     kinds.contains(QStringLiteral("distance_km")) &&
                     kinds.contains(QStringLiteral("unit_attribute")),
                 "criteria come from the catalogue and from the map");
    }

    void valueFunctionsGoTheWayTheirDirectionSays()
    {
        for (const QJsonObject& criterion : listed("criteria")) {
            const QString key = criterion[QLatin1String("key")].toString();
            const QJsonArray points = criterion[QLatin1String("value_function")]
                                          .toObject()[QLatin1String("points")]
                                          .toArray();
            QVERIFY2(points.size() >= 2, qPrintable(key));
            const bool rising = criterion[QLatin1String("direction")] == QLatin1String("maximise");
            for (qsizetype i = 0; i < points.size(); ++i) {
                const double value = points[i].toArray()[1].toDouble(-1);
                QVERIFY2(value >= 0 && value <= 1, qPrintable(key));
                if (i == 0)
                    continue;
                const double before = points[i - 1].toArray()[1].toDouble();
                QVERIFY2(points[i].toArray()[0].toDouble() > points[i - 1].toArray()[0].toDouble(),
                         qPrintable(key));
                QVERIFY2(rising ? value >= before : value <= before, qPrintable(key));
            }
        }
    }

    void eachDelegationWeighsEachCriterionAndTheyDiffer()
    {
        QSet<QString> criteria;
        for (const QJsonObject& criterion : listed("criteria"))
            criteria.insert(criterion[QLatin1String("key")].toString());
        const QJsonObject weights = m_round[QLatin1String("weights")].toObject();
        for (const QJsonObject& delegation : listed("delegations")) {
            const QJsonObject own = weights[delegation[QLatin1String("key")].toString()].toObject();
            const QStringList weighed = own.keys();
            QCOMPARE(QSet<QString>(weighed.begin(), weighed.end()), criteria);
            double sum = 0;
            for (const QJsonValue& weight : own)
                sum += weight.toDouble();
            QCOMPARE(sum, 100.0);
        }
        double apart = 0;
        for (const QString& key : criteria)
            apart += std::abs(weights[QLatin1String("US")].toObject()[key].toDouble() -
                              weights[QLatin1String("MX")].toObject()[key].toDouble());
        QVERIFY2(apart >= 50, "half of the weight or more lies elsewhere: a real disagreement");
    }

    void decisionsAreMarkedAsExamples()
    {
        QSet<QString> projects;
        for (const QJsonObject& project : m_projects)
            projects.insert(project[QLatin1String("key")].toString());
        QVERIFY(listed("decisions").size() >= 3);
        for (const QJsonObject& decision : listed("decisions")) {
            QVERIFY(projects.contains(decision[QLatin1String("project")].toString()));
            QVERIFY(decision[QLatin1String("example")].toBool());
            QVERIFY(QStringList({QStringLiteral("shortlisted"), QStringLiteral("reserve"),
                                 QStringLiteral("deferred"), QStringLiteral("declined")})
                        .contains(decision[QLatin1String("decision")].toString()));
            QVERIFY(decision[QLatin1String("reason_en")].toString().startsWith(
                QLatin1String("Example:")));
            QVERIFY(decision[QLatin1String("reason_es")].toString().startsWith(
                QLatin1String("Ejemplo:")));
        }
    }
};

QTEST_GUILESS_MAIN(SampleRoundTest)
#include "round_test.moc"
