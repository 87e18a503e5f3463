// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/place_text.h"

#include "base/error.h"
#include "geo/crs.h"
#include <QHash>
#include <QMutex>
#include <QRegularExpression>

namespace geo {

namespace {

constexpr qsizetype LongestText = 2000;
constexpr qsizetype MostRemembered = 500;

struct Datum
{
    const char* names; // as keyOf() makes them, between spaces
    const char* code;
};

// EPSG's code of the geographic CRS.
constexpr Datum Datums[] = {
    {"nad27 nad1927 northamerican1927 northamericandatum1927 northamericandatumof1927 nad27conus "
     "nad27mexico",
     "EPSG:4267"},
    {"nad83 nad1983 northamerican1983 northamericandatum1983 northamericandatumof1983",
     "EPSG:4269"},
    {"nad83harn nad1983harn", "EPSG:4152"},
    {"nad832011 nad19832011", "EPSG:6318"},
    {"nad83nsrs2007 nad1983nsrs2007", "EPSG:4759"},
    {"nad83csrs nad1983csrs", "EPSG:4617"},
    {"wgs84 wgs1984 worldgeodeticsystem1984 worldgeodeticsystem84 crs84 ogccrs84", "EPSG:4326"},
    {"wgs72 wgs1972", "EPSG:4322"},
    {"itrf92 itrf1992 mexicoitrf92 mexicoitrf1992 mexicandatumof1993", "EPSG:4483"},
    {"itrf2008 itrf08 mexicoitrf2008 itrf2008epoca2010 itrf2008epoch2010 itrf2008epoca20100 "
     "itrf2008epoch20100",
     "EPSG:6365"},
    {"itrf2000 itrf00", "EPSG:8997"},
    {"itrf2014 itrf14", "EPSG:9000"},
    {"grs80 grs1980", "EPSG:4019"},
    {"clarke1866", "EPSG:4008"},
    {"psad56 provisionalsouthamericandatum1956", "EPSG:4248"},
    {"sad69 southamericandatum1969", "EPSG:4618"},
    {"sirgas2000", "EPSG:4674"},
    {"etrs89", "EPSG:4258"},
    {"ed50", "EPSG:4230"},
    {"gda94", "EPSG:4283"},
    {"gda2020", "EPSG:7844"},
    {"agd66", "EPSG:4202"},
    {"agd84", "EPSG:4203"},
    {"arc1960", "EPSG:4210"},
    {"tokyo", "EPSG:4301"},
    {"puertorico", "EPSG:4139"},
    {"oldhawaiian", "EPSG:4135"},
};

// Letters and digits alone, in lower case and without accents.
QString keyOf(const QString& said)
{
    QString key;
    for (const QChar c : said.normalized(QString::NormalizationForm_KD))
        if (c.isLetterOrNumber())
            key += c.toLower();
    for (const char* prefix : {"datum", "gcs"})
        if (key.startsWith(QLatin1String(prefix)) && key.size() > 6)
            key.remove(0, qsizetype(qstrlen(prefix)));
    // ESRI's "D_North_American_1927".
    if (said.startsWith(QLatin1String("D_"), Qt::CaseInsensitive))
        key.remove(0, 1);
    return key;
}

std::optional<QString> datumCode(const QString& said)
{
    const QString key = keyOf(said);
    if (key.isEmpty())
        return std::nullopt;
    for (const Datum& datum : Datums)
        if (QString::fromLatin1(datum.names).split(u' ').contains(key))
            return QString::fromLatin1(datum.code);
    return std::nullopt;
}

std::optional<QString> known(const QString& text)
{
    try {
        return Crs::fromText(text).toText();
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

std::optional<QString> named(const QString& name)
{
    try {
        const Crs crs = Crs::fromText(name);
        return crs.code().isEmpty() ? std::nullopt : std::optional(crs.code());
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

// "4326", "EPSG:4326", "EPSG 4326", "epsg::4326"
std::optional<QString> numbered(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(epsg)?[\\s:]*(\\d{4,5})(?:\\.0+)?$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int number = match.captured(2).toInt();
    constexpr int FirstYear = 1800;
    constexpr int LastYear = 2100;
    if (match.capturedLength(1) == 0 && number >= FirstYear && number <= LastYear)
        return std::nullopt; // a year as likely
    return known(QStringLiteral("EPSG:%1").arg(number));
}

// "UTM WGS84 zona 13", "NAD27 UTM 12N", "WGS 84 / UTM zone 12N"
std::optional<QString> zoned(const QString& text)
{
    static const QRegularExpression datum(
        QStringLiteral("\\b(?:datum[\\s:]*)?((?:nad|wgs|itrf)[\\s_-]*\\d{2,4})\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = datum.match(text);
    if (!match.hasMatch() || !text.contains(QLatin1String("utm"), Qt::CaseInsensitive))
        return std::nullopt;
    QString rest = text;
    rest.remove(match.capturedStart(), match.capturedLength());
    static const QRegularExpression marks(QStringLiteral("[/,;()_]"));
    const auto zone = parseUtmZone(rest.replace(marks, QStringLiteral(" ")).simplified());
    return zone ? utmCrs(*zone, match.captured(1)) : std::nullopt;
}

// Without `searchesNames` only what says by its form that it is a CRS is looked up.
std::optional<QString> understood(const QString& text, bool searchesNames)
{
    if (auto code = datumCode(text))
        return code;
    if (auto code = numbered(text))
        return code;
    static const QRegularExpression form(
        QStringLiteral("^\\w+:\\w+$|^urn:ogc:|^\\w+\\s*\\[|\\+proj="),
        QRegularExpression::CaseInsensitiveOption);
    const bool looksLikeOne = searchesNames ? text.contains(u':') || text.contains(u'[') ||
                                                  text.contains(QLatin1String("+proj="))
                                            : form.match(text).hasMatch();
    if (looksLikeOne)
        if (auto crs = known(text))
            return crs;
    if (auto code = zoned(text))
        return code;
    if (!searchesNames)
        return std::nullopt;
    static const QRegularExpression letters(QStringLiteral("\\p{L}{3}"));
    return letters.match(text).hasMatch() ? named(text) : std::nullopt;
}

// The same few texts come in every row, on one thread after another.
template <class Find>
std::optional<QString> remembered(const QString& key, Find find)
{
    static QMutex mutex;
    static QHash<QString, std::optional<QString>> answers;
    {
        const QMutexLocker lock(&mutex);
        if (const auto known = answers.constFind(key); known != answers.constEnd())
            return *known;
    }
    const std::optional<QString> answer = find(); // which may come here again
    const QMutexLocker lock(&mutex);
    if (answers.size() > MostRemembered)
        answers.clear();
    answers.insert(key, answer);
    return answer;
}

} // namespace

std::optional<QString> crsText(const QString& said, bool searchesNames)
{
    const QString text = said.trimmed();
    if (text.isEmpty() || text.size() > LongestText)
        return std::nullopt;
    return remembered((searchesNames ? QLatin1String("+") : QLatin1String("-")) + text,
                      [&] { return understood(text, searchesNames); });
}

std::optional<QString> utmCrs(const UtmZone& zone, const QString& datum)
{
    const QString name = QStringLiteral(" / UTM zone %1%2")
                             .arg(zone.zone)
                             .arg(zone.north.value_or(true) ? QLatin1Char('N') : QLatin1Char('S'));
    return remembered(datum + name, [&]() -> std::optional<QString> {
        const std::optional<QString> known = crsText(datum);
        return known ? named(Crs::fromText(*known).geographic().name() + name) : std::nullopt;
    });
}

} // namespace geo
