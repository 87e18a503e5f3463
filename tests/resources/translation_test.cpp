// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/language.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>
#include <map>
#include <set>
#include <vector>

// Everything a person can read is there in Spanish, and is Spanish.
class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySentenceHasItsSpanish();
    void nothingIsLeftOver();
    void equalsEnglishOnlyWhereListed();
    void placeholdersAreKept();
    void punctuationIsKept();
    void theProgramSpeaksIt();
    void vocabulariesHaveBothLanguages_data();
    void vocabulariesHaveBothLanguages();
    void sampleHasBothLanguages_data();
    void sampleHasBothLanguages();

private:
    struct Message
    {
        QString source;
        QStringList translations; // several for plural forms
        bool finished = true;
        bool plural = false;
    };
    using Messages = std::map<std::pair<QString, QString>, Message>; // by context and source
    static Messages read(const QString& path);
    static std::set<QString> exempt();

    Messages m_ours;
};

namespace {

QString fileIn(const char* folder, const QString& name)
{
    return QDir(QStringLiteral(VETA_SOURCE_DIR "/") + QString::fromLatin1(folder)).filePath(name);
}

std::multiset<QString> placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(L?\\d|n)"));
    std::multiset<QString> found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

// Every pair of an English and a Spanish text in a JSON value, by the names they go by.
void collect(const QJsonValue& value, const QString& path,
             std::vector<std::tuple<QString, QString, QString>>& pairs)
{
    if (value.isArray()) {
        int index = 0;
        for (const QJsonValue& each : value.toArray())
            collect(each, QStringLiteral("%1[%2]").arg(path).arg(index++), pairs);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString& name = field.key();
        const QString where = path + QLatin1Char('.') + name;
        if (name == QLatin1String("en") || name.endsWith(QLatin1String("_en"))) {
            const QString twin = name.chopped(2) + QStringLiteral("es");
            pairs.emplace_back(where, field->toString(), object[twin].toString());
        } else if (name == QLatin1String("es") || name.endsWith(QLatin1String("_es"))) {
            // "name" alone is English where "name_es" stands beside it.
            if (!object.contains(name.chopped(2) + QStringLiteral("en")))
                pairs.emplace_back(where, object[name.chopped(3)].toString(), field->toString());
        }
        collect(field.value(), where, pairs);
    }
}

QJsonDocument jsonOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QJsonDocument::fromJson(file.readAll());
}

} // namespace

TranslationTest::Messages TranslationTest::read(const QString& path)
{
    Messages messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    QXmlStreamReader xml(&file);
    QString context;
    Message message;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const auto name = xml.name();
        if (token == QXmlStreamReader::StartElement) {
            if (name == QLatin1String("name"))
                context = xml.readElementText();
            else if (name == QLatin1String("message")) {
                message = {};
                message.plural =
                    xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
            } else if (name == QLatin1String("source"))
                message.source = xml.readElementText();
            else if (name == QLatin1String("numerusform"))
                message.translations << xml.readElementText();
            else if (name == QLatin1String("translation")) {
                message.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
                if (!message.plural)
                    message.translations << xml.readElementText();
            }
        } else if (token == QXmlStreamReader::EndElement && name == QLatin1String("message")) {
            messages[{context, message.source}] = message;
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
    return messages;
}

// Names, symbols and words that are the same in both languages: one a line, # begins a comment.
std::set<QString> TranslationTest::exempt()
{
    std::set<QString> texts;
    QFile file(fileIn("tests/resources", QStringLiteral("same_in_spanish.txt")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("same_in_spanish.txt is missing");
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
        if (!line.isEmpty() && !line.startsWith(u'#'))
            texts.insert(line);
    return texts;
}

void TranslationTest::initTestCase()
{
    m_ours = read(fileIn("resources/translations", QStringLiteral("veta_es.ts")));
    QVERIFY(m_ours.size() > 400);
}

void TranslationTest::everySentenceHasItsSpanish()
{
    QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh_es.ts"));
    QStringList arguments{QStringLiteral("-locations"), QStringLiteral("none"),
                          QStringLiteral("-no-ui-lines"), QStringLiteral("-silent")};
    for (const char* room : {"base", "geo", "catalogue", "shortlist", "report", "widgets", "app"})
        arguments << fileIn(room, QString());
    arguments << QStringLiteral("-I") << QStringLiteral(VETA_SOURCE_DIR) << QStringLiteral("-ts")
              << fresh;
    QProcess lupdate;
    lupdate.start(QStringLiteral(VETA_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(120000));
    QCOMPARE(lupdate.exitCode(), 0);
    const Messages wanted = read(fresh);
    QVERIFY(wanted.size() > 400);
    QStringList missing;
    for (const auto& [key, message] : wanted) {
        const auto found = m_ours.find(key);
        if (found == m_ours.end() || !found->second.finished ||
            found->second.translations.isEmpty() || found->second.translations.contains(QString()))
            missing << key.first + QStringLiteral(": ") + key.second;
    }
    for (const QString& each : missing)
        qWarning("no Spanish: %s", qPrintable(each));
    QVERIFY2(missing.isEmpty(), "build the target update_translations, then translate");
}

void TranslationTest::nothingIsLeftOver()
{
    for (const auto& [key, message] : m_ours)
        QVERIFY2(message.finished, qPrintable(key.first + QStringLiteral(": ") + key.second));
}

void TranslationTest::equalsEnglishOnlyWhereListed()
{
    const std::set<QString> same = exempt();
    QStringList english;
    for (const auto& [key, message] : m_ours)
        if (message.translations.contains(message.source) && same.count(message.source) == 0)
            english << key.first + QStringLiteral(": ") + key.second;
    QVERIFY2(english.isEmpty(), qPrintable(english.join(QStringLiteral("\n  "))));
}

void TranslationTest::placeholdersAreKept()
{
    QStringList wrong;
    for (const auto& [key, message] : m_ours)
        for (const QString& translation : message.translations) {
            auto wanted = placeholdersOf(message.source);
            auto found = placeholdersOf(translation);
            if (message.plural) { // "one site" needs no number
                wanted.erase(QStringLiteral("%n"));
                found.erase(QStringLiteral("%n"));
            }
            if (found != wanted)
                wrong << key.second + QStringLiteral(" -> ") + translation;
        }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("\n  "))));
}

// A menu's key, an ellipsis and a full stop mean the same in both.
void TranslationTest::punctuationIsKept()
{
    QStringList wrong;
    static const QRegularExpression mnemonic(QStringLiteral("&[^ &]"));
    for (const auto& [key, message] : m_ours)
        for (const QString& translation : message.translations) {
            bool good = message.source.contains(mnemonic) == translation.contains(mnemonic);
            for (const QChar end : {u'…', u'.', u':', u'?'})
                good = good && message.source.endsWith(end) == translation.endsWith(end);
            if (!good)
                wrong << key.second + QStringLiteral(" -> ") + translation;
        }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("\n  "))));
}

// What was compiled into the programs is this file.
void TranslationTest::theProgramSpeaksIt()
{
    const base::Translation spanish(base::Language::Spanish);
    const base::Translation english(base::Language::English);
    int checked = 0;
    for (const auto& [key, message] : m_ours) {
        if (message.plural)
            continue;
        const QByteArray context = key.first.toUtf8();
        const QByteArray source = key.second.toUtf8();
        QCOMPARE(spanish.text(context.constData(), source.constData()),
                 message.translations.front());
        QCOMPARE(english.text(context.constData(), source.constData()), message.source);
        ++checked;
    }
    QVERIFY(checked > 400);
}

void TranslationTest::vocabulariesHaveBothLanguages_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(fileIn("resources/vocabularies", QString()));
    const QStringList files = folder.entryList({QStringLiteral("*.json")});
    QVERIFY(files.size() > 10);
    for (const QString& file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TranslationTest::vocabulariesHaveBothLanguages()
{
    QFETCH(QString, path);
    const bool properNames = path.endsWith(QLatin1String("countries.json"));
    const std::set<QString> same = exempt();
    std::vector<std::tuple<QString, QString, QString>> pairs;
    collect(jsonOf(path).object(), {}, pairs);
    QVERIFY(!pairs.empty());
    for (const auto& [where, english, spanish] : pairs) {
        QVERIFY2(!english.isEmpty() && !spanish.isEmpty(), qPrintable(where));
        QVERIFY2(properNames || english != spanish || same.count(english) == 1,
                 qPrintable(where + QStringLiteral(" ") + english));
    }
}

void TranslationTest::sampleHasBothLanguages_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"projects.json", "round.json", "provinces.geojson"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TranslationTest::sampleHasBothLanguages()
{
    QFETCH(QString, name);
    const QJsonDocument document = jsonOf(fileIn("resources/sample", name));
    std::vector<std::tuple<QString, QString, QString>> pairs;
    collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {},
            pairs);
    QVERIFY(!pairs.empty());
    for (const auto& [where, english, spanish] : pairs)
        QVERIFY2(english.isEmpty() == spanish.isEmpty(), qPrintable(where));
}

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
