// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/vocabulary.h"

#include "catalogue/csv.h"
#include "catalogue/text_encoding.h"
#include "tests/support/real_data.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <map>

using namespace catalogue;

class VocabularyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSpellingMeansOneTerm_data();
    void aSpellingMeansOneTerm();
    void wordsOfTheFiles_data();
    void wordsOfTheFiles();
    void wordsThatSayNothing_data();
    void wordsThatSayNothing();
    void mrdsCodesMeanTheirNames();
};

namespace {

const Vocabulary& named(const QString& name)
{
    const Vocabulary* words = vocabularyNamed(name);
    if (words == nullptr)
        qFatal("no vocabulary %s", qPrintable(name));
    return *words;
}

} // namespace

void VocabularyTest::aSpellingMeansOneTerm_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"commodities", "stages", "site_kinds", "estimate_categories",
                             "grade_units", "countries", "units"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// No two terms claim the same folded spelling, and each spelling is found.
void VocabularyTest::aSpellingMeansOneTerm()
{
    QFETCH(QString, name);
    QFile file(QStringLiteral(":/vocabularies/%1.json").arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray terms = QJsonDocument::fromJson(file.readAll())["terms"].toArray();
    QVERIFY(!terms.isEmpty());
    std::map<QString, QString> claims;
    for (const QJsonValue& term : terms) {
        const QString key = term["key"].toString();
        QStringList words{key, term["en"].toString(), term["es"].toString()};
        for (const QJsonValue& also : term["also"].toArray())
            words << also.toString();
        for (const QString& word : words) {
            const auto [claim, isNew] = claims.emplace(folded(word), key);
            QVERIFY2(claim->second == key,
                     qPrintable(QStringLiteral("“%1” is %2 and %3").arg(word, claim->second, key)));
            QCOMPARE(named(name).keyFor(word), key);
        }
    }
}

void VocabularyTest::wordsOfTheFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("key");
    const auto rows = [](const char* name, const char* key, const QStringList& words) {
        for (const QString& word : words)
            QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name), word)))
                << QString::fromLatin1(name) << word << QString::fromLatin1(key);
    };
    // MRDS codes and groups, MinMod and MAS names, mineplant, fineprint, SGM
    rows("commodities", "copper",
         {"CU", "CU_S", "Copper Sulfide", "Cobre", "COBRES", "Copper > Oxide"});
    rows("commodities", "gold", {"AU", "Gold", "Oro", "AU_R"});
    rows("commodities", "aluminum", {"AL", "Aluminium", "Bauxita", "Alumina"});
    rows("commodities", "barite", {"BA", "Barium-Barite", "Baritina"});
    rows("commodities", "boron", {"Boron-Borates", "B"});
    rows("commodities", "fluorspar", {"F", "Fluorine-Fluorite", "Fluorita"});
    rows("commodities", "iron", {"FE", "Iron ore", "Fierro", "Magnetita", "Hematita"});
    rows("commodities", "graphite", {"GRF", "Grafito"});
    rows("commodities", "gypsum", {"GYP", "Gypsum-Anhydrite", "Yeso"});
    rows("commodities", "limestone", {"LST", "Limestone, General", "Caliza", "CALIZAS"});
    rows("commodities", "manganese", {"MN", "Manganeso"});
    rows("commodities", "niobium", {"NB", "Niobium (Columbium)", "Columbium"});
    rows("commodities", "phosphate", {"P", "Phosphorus-Phosphates", "Fosforita"});
    rows("commodities", "platinum", {"PGE_PT", "Platino"});
    rows("commodities", "platinum_group", {"PGE", "Platinum-Group Elements", "PGM"});
    rows("commodities", "potash", {"K", "Potassium", "Potasio"});
    rows("commodities", "rare_earths",
         {"REE", "TREO", "Rare Earth Elements", "Tierras raras", "Elementos de tierras raras"});
    rows("commodities", "sand_gravel", {"SDG", "Sand and Gravel", "Sand and Gravel, Construction"});
    rows("commodities", "silver", {"AG", "Silver", "Plata"});
    rows("commodities", "stone", {"STN", "Crushed Stone", "Dimension Stone", "Mármol", "Granito"});
    rows("commodities", "sulfur", {"S", "Sulphur", "Sulfur-Pyrite", "Azufre"});
    rows("commodities", "talc", {"TLC", "Talc-Soapstone"});
    rows("commodities", "titanium", {"TI", "Titanium-Ilmenite", "TI_R", "Titanium Minerals"});
    rows("commodities", "tungsten", {"W", "WO3", "Wolframita"});
    rows("commodities", "uranium", {"U", "U3O8", "Uranio"});
    rows("commodities", "zeolites", {"ZEO", "Zeolitas"});
    rows("commodities", "zinc", {"ZN", "Zinc, Refiner", "Cinc"});
    // MRDS dev_stat, the USGS lithium tables, fineprint, SGM
    rows("stages", "production",
         {"Producer", "Active", "En producción", "EN PRODUCCION", "Activa", "En operación",
          "Mina en explotación", "Operando"});
    rows("stages", "closed", {"Past Producer", "Abandonada", "Cerrada", "ABANDONADO", "Agotada"});
    rows("stages", "care_and_maintenance",
         {"care and maintenance", "Suspendida", "Inactiva", "inactive", "Cuidado y mantenimiento"});
    rows("stages", "construction", {"Under construction", "in development", "En construcción"});
    rows("stages", "exploration", {"Exploration", "Exploración", "En exploración", "Occurrence"});
    rows("stages", "advanced_exploration", {"Advanced exploration", "Evaluation"});
    // USMIN, MinMod, fineprint, SGM
    rows("site_kinds", "mine",
         {"Adit",
          "Mine Shaft",
          "Gravel Pit",
          "Open Pit Mine",
          "Open Pit Mine or Quarry",
          "Quarry",
          "Borrow Pit",
          "Gravel/Borrow Pit - Undifferentiated",
          "Quarry - Pumice",
          "Strip Mine",
          "Glory Hole",
          "Coal Mine",
          "Cinder Pit",
          "Hydraulic Mine",
          "Placer Mine",
          "Diggings",
          "Brine Mine",
          "Mina",
          "Minas",
          "Tajo abierto",
          "Mina subterránea",
          "Banco de material"});
    rows("site_kinds", "prospect",
         {"Prospect Pit", "Prospect", "Occurrence", "Prospecto", "Manifestación mineral",
          "Ocurrencia mineral", "Occurence"});
    rows("site_kinds", "waste_tailings",
         {"Tailings - Pond", "Tailings - Dredge", "Tailings - Undifferentiated", "Mine Dump",
          "Jales", "Presa de jales", "Terreros"});
    rows("site_kinds", "processing_plant",
         {"Mill Site", "Concentrator", "Planta de beneficio", "Planta de flotación"});
    rows("site_kinds", "smelter_refinery",
         {"Smelter", "Refinery", "Smelter, Refinery", "Refinery, Smelter", "Fundición", "Refinería",
          "Fundidora"});
    rows("site_kinds", "deposit", {"Deposit", "Yacimiento", "Yacimiento mineral"});
    rows("estimate_categories", "proved",
         {"proven", "Probadas", "Reservas probadas", "Proven reserves"});
    rows("estimate_categories", "probable", {"Probable", "Probables", "Reservas probables"});
    rows("countries", "US", {"U.S.A.", "EUA"});
    rows("countries", "MM", {"Myanmar", "Birmania"});
    rows("countries", "CD", {"Congo-DRC", "Democratic Republic of Congo", "RDC"});
    rows("countries", "BA", {"Bosnia and Herzegovina"});
    rows("countries", "CI", {"Ivory Coast", "Costa de Marfil"});
    rows("countries", "MK", {"Macedonia"});
    rows("stages", "exploration", {"exploration stage", "Exploración temprana", "Greenfield"});
    rows("stages", "permitting", {"En permisos"});
    rows("stages", "construction", {"Under development"});
    rows("stages", "care_and_maintenance",
         {"Explotación suspendida", "On hold", "Idle", "Sin operar"});
    rows("estimate_categories", "measured_indicated_inferred", {"Measured+Indicated+Inferred"});
    rows("estimate_categories", "measured", {"Measured", "Medidos", "Recursos medidos", "meas"});
    rows("estimate_categories", "indicated", {"Indicated", "Indicados", "Ind."});
    rows("estimate_categories", "inferred", {"inferred", "Inferidos", "Recursos inferidos", "inf"});
    rows("estimate_categories", "proved_probable",
         {"Proven+Probable", "proven + probable", "Proved & Probable", "Probadas y probables"});
    rows("estimate_categories", "measured_indicated",
         {"Measured+Indicated", "M+I", "Medidos e indicados", "Measured & Indicated"});
}

void VocabularyTest::wordsOfTheFiles()
{
    QFETCH(QString, name);
    QFETCH(QString, word);
    QFETCH(QString, key);
    QString found = named(name).keyFor(word);
    if (found.isEmpty() && word.endsWith(u's', Qt::CaseInsensitive)) // as the importer reads them
        found = named(name).keyFor(word.chopped(1));
    if (found.isEmpty())
        found = named(name).keyFor(word.section(u'>', 0, 0).trimmed());
    QCOMPARE(found, key);
}

// What no term of ours means is left out, so that the file's word is shown as not understood.
void VocabularyTest::wordsThatSayNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    const auto rows = [](const char* name, const QStringList& words) {
        for (const QString& word : words)
            QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name), word)))
                << QString::fromLatin1(name) << word;
    };
    rows("stages", {"Unknown", "Plant", "Released", "Discovery", "NotSpecified"});
    rows("site_kinds", {"Unknown", "Well", "Mining District", "Region", "Company",
                        "Disturbed Surface - Pit", "Abandoned"});
    rows("commodities", {"Nonmetal", "Metal", "Water", "Steel", "Anode carbon", "H", "N"});
    // Together with something else it must not become one of its parts.
    rows("estimate_categories", {"Measured+Probable", "inferred+something", "total resources"});
}

void VocabularyTest::wordsThatSayNothing()
{
    QFETCH(QString, name);
    QFETCH(QString, word);
    QCOMPARE(named(name).keyFor(word), QString());
}

// Each code of MRDS that is known means what its name means; those without a term of ours are not
// taken for another.
void VocabularyTest::mrdsCodesMeanTheirNames()
{
    VETA_NEEDS_REAL_DATA(path, "sites/minmod_lookup_commodity.csv");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = toUtf8(file.readAll()).utf8;
    CsvReader reader(text, ',');
    CsvReader::Record record;
    QVERIFY(reader.next(record));
    QVERIFY(record.fields[1] == QByteArrayView("name"));
    QVERIFY(record.fields[7] == QByteArrayView("mrds_code"));
    int known = 0;
    QStringList unknown;
    while (reader.next(record)) {
        const QString name = QString::fromUtf8(record.fields[1]);
        const QString code = QString::fromUtf8(record.fields[7]);
        const QString byCode = commodities().keyFor(code);
        QString byName = commodities().keyFor(name);
        if (byName.isEmpty())
            byName = commodities().keyFor(name.section(u'>', 0, 0).trimmed());
        if (byCode.isEmpty()) {
            if (!code.isEmpty())
                unknown << code;
            continue;
        }
        ++known;
        QVERIFY2(byCode == byName, qPrintable(code + QLatin1Char(' ') + byCode + " " + byName));
    }
    QVERIFY2(known > 130, qPrintable(QString::number(known)));
    for (const char* code : {"_N", "_M", "H2O", "OIL", "GAS", "N", "H", "CO2", "ASH"})
        QVERIFY2(unknown.contains(QLatin1String(code)), code);
}

QTEST_GUILESS_MAIN(VocabularyTest)
#include "vocabulary_test.moc"
