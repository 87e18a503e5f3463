// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs_hints.h"

#include <QRegularExpression>
#include <array>
#include <utility>

namespace geo {

namespace {

QRegularExpression pattern(const char* text)
{
    return QRegularExpression(QString::fromLatin1(text), QRegularExpression::CaseInsensitiveOption);
}

// The first of the words that fits, or one without a match.
QRegularExpressionMatch find(const QStringList& words, const QRegularExpression& wanted)
{
    for (const QString& word : words)
        if (auto match = wanted.match(word); match.hasMatch())
            return match;
    return {};
}

void findCode(const QStringList& words, CrsHints& hints)
{
    static const QRegularExpression named =
        pattern(R"((?<![a-z])(epsg|esri)[ _:.-]*(\d{4,6})(?!\d))");
    static const QRegularExpression bare =
        pattern(R"((?<!\d)((?:326|327|269|267)\d\d|6372|6362|4326|4269|4267)(?!\d))");
    if (const auto match = find(words, named); match.hasMatch()) {
        hints.code = match.captured(1).toUpper() + u':' + match.captured(2);
        hints.codeWord = match.captured();
    } else if (const auto number = find(words, bare); number.hasMatch()) {
        hints.code = QStringLiteral("EPSG:") + number.captured();
        hints.codeWord = number.captured();
    }
}

void findZone(const QStringList& words, CrsHints& hints)
{
    static const QRegularExpression utm =
        pattern(R"(utm[ _-]*(?:zone|zona|z)?[ _-]*(\d{1,2})[ _-]?([ns](?![a-z]))?(?!\d))");
    static const QRegularExpression zone =
        pattern(R"((?<![a-z])(?:zone|zona|z)[ _-]?(\d{1,2})[ _-]?([ns](?![a-z]))?(?!\d))");
    static const QRegularExpression lettered = pattern(R"((?<![a-z0-9])(\d{2})([ns])(?![a-z0-9]))");
    for (const QRegularExpression& each : {utm, zone, lettered}) {
        const auto match = find(words, each);
        const int number = match.hasMatch() ? match.captured(1).toInt() : 0;
        if (number < 1 || number > 60)
            continue;
        hints.zone = number;
        hints.south = match.captured(2).toLower() == QLatin1String("s");
        hints.zoneWord = match.captured();
        return;
    }
}

// The International Map of the World numbers bands of 4 degrees from the equator by letters, and
// columns of 6 degrees as UTM numbers its zones.
void findSheet(const QStringList& words, CrsHints& hints)
{
    static const QRegularExpression sheet(QStringLiteral(
        R"((?<![A-Za-z0-9])N?([D-N])[ _-]?(\d{2})(?:[ _-]\d{1,2}|[A-D]\d{2})?[a-f]?(?![A-Za-z0-9]))"));
    const auto match = find(words, sheet);
    const int zone = match.hasMatch() ? match.captured(2).toInt() : 0;
    if (zone < 1 || zone > 60)
        return;
    const double south = 4.0 * (match.captured(1).at(0).unicode() - u'A');
    const double west = 6.0 * zone - 186;
    hints.sheet = Extent{west, south, west + 6, south + 4};
    hints.sheetWord = match.captured();
    if (!hints.zone) {
        hints.zone = zone;
        hints.zoneWord = hints.sheetWord;
    }
}

} // namespace

QString plainWords(const QString& text)
{
    QString plain(u' ');
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (letter.isMark())
            continue;
        if (letter.isLetterOrNumber())
            plain += letter.toLower();
        else if (!plain.endsWith(u' '))
            plain += u' ';
    }
    return plain.endsWith(u' ') ? plain : plain + u' ';
}

CrsHints hintsIn(const QStringList& words)
{
    static const std::array<std::pair<QRegularExpression, Datum>, 5> datums{{
        {pattern(R"(nad[ _-]?(?:19)?27)"), Datum::Nad27},
        {pattern(R"(nad[ _-]?(?:19)?83)"), Datum::Nad83},
        {pattern(R"(itrf[ _-]?(?:19)?92)"), Datum::Itrf92},
        {pattern(R"(itrf(?:[ _-]?(?:20)?08)?)"), Datum::Itrf2008},
        {pattern(R"(wgs[ _-]?(?:19)?84)"), Datum::Wgs84},
    }};
    static const std::array<std::pair<QRegularExpression, Projection>, 5> projections{{
        {pattern(R"((?<![a-z])(?:lcc|ccl|lambert)(?![a-z]))"), Projection::Lambert},
        {pattern(R"((?<![a-z])(?:albers|aea|conus)(?![a-z]))"), Projection::Albers},
        {pattern(R"((?:web|pseudo)[ _-]?merc(?:ator)?|(?<!\d)(?:3857|900913)(?!\d))"),
         Projection::WebMercator},
        {pattern(R"(state[ _-]?plane|(?<![a-z])spcs|(?<![a-z])sp(?:83|27)(?!\d))"),
         Projection::StatePlane},
        {pattern(R"((?<![a-z])utm)"), Projection::Utm},
    }};
    static const QRegularExpression feet =
        pattern(R"((?<![a-z])(?:us[ _-]?)?(?:ft|feet|foot|pies)(?:[ _-]?us)?(?![a-z]))");
    CrsHints hints;
    findCode(words, hints);
    findZone(words, hints);
    findSheet(words, hints);
    for (const auto& [wanted, datum] : datums)
        if (const auto match = find(words, wanted); match.hasMatch() && !hints.datum) {
            hints.datum = datum;
            hints.datumWord = match.captured();
        }
    for (const auto& [wanted, projection] : projections)
        if (const auto match = find(words, wanted); match.hasMatch() && !hints.projection) {
            hints.projection = projection;
            hints.projectionWord = match.captured();
        }
    if (const auto match = find(words, feet); match.hasMatch()) {
        hints.feet = true;
        hints.feetWord = match.captured();
    }
    hints.plain = plainWords(words.join(u' '));
    return hints;
}

} // namespace geo
