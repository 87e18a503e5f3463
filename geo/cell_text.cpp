// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/workbook.h"

#include <QDate>
#include <QRegularExpression>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace geo {

namespace {

bool isError(const QString& text)
{
    // ISO/IEC 29500-1, 18.17.3, and what came later.
    static const char* const errors[] = {
        "#N/A",          "#DIV/0!", "#REF!",   "#VALUE!", "#NAME?",    "#NUM!",     "#NULL!",
        "#GETTING_DATA", "#SPILL!", "#CALC!",  "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!",
        "#UNKNOWN!",     "Err:502", "Err:504", "Err:508", "Err:522",   "#EXTERNAL!"};
    return (text.startsWith(u'#') || text.startsWith(QLatin1String("Err:"))) &&
           std::any_of(std::begin(errors), std::end(errors),
                       [&](const char* error) { return text == QLatin1String(error); });
}

// "a_x000D_b" is "a\rb" (ISO/IEC 29500-1, 22.9.2.19).
QString unescaped(QString text)
{
    static const QRegularExpression code(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    qsizetype from = 0;
    for (auto match = code.match(text); match.hasMatch(); match = code.match(text, from)) {
        const QChar character(match.captured(1).toUShort(nullptr, 16));
        text.replace(match.capturedStart(), match.capturedLength(), character);
        from = match.capturedStart() + 1;
    }
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
}

// A number as programs write it who write every double the long way: "2015.0", "1.0E7",
// "0.30000000000000004". Anything that may be a code stays.
std::optional<QString> tidyNumber(const QString& text)
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 0 || text.size() > 40)
        return std::nullopt;
    static const QRegularExpression number(
        QStringLiteral("^-?(?:0|[1-9]\\d*)\\.(\\d+)([eE][+-]?\\d+)?$"));
    const auto match = number.match(text);
    constexpr qsizetype Long = 15;
    if (!match.hasMatch() || (match.captured(1) != QLatin1String("0") &&
                              match.capturedLength(2) == 0 && text.size() <= Long))
        return std::nullopt;
    if (match.captured(1) == QLatin1String("0") && match.capturedLength(2) == 0)
        return text.left(point);
    const double value = text.toDouble();
    return std::isfinite(value) ? std::optional(shortestText(value)) : std::nullopt;
}

// GDAL writes "2020/01/31", "2020/01/31 12:00:00" for cells that are dates.
std::optional<QString> isoDate(const QString& text, int shift)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{4})/(\\d{2})/(\\d{2})(?: (\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d+))?)?$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date =
        QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt())
            .addDays(shift);
    if (!date.isValid())
        return std::nullopt;
    QString iso = date.toString(Qt::ISODate);
    if (match.capturedLength(4) > 0)
        iso += QLatin1Char('T') + match.captured(4);
    if (match.capturedLength(5) > 0)
        iso += QLatin1Char('.') + match.captured(5);
    return iso;
}

// OpenDocument's "PT12H30M00S" for a time of day.
std::optional<QString> isoTime(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^PT(\\d{2})H(\\d{2})M(\\d{2})(?:[.,]0*)?S$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch() || match.captured(1).toInt() > 23)
        return std::nullopt;
    return QStringLiteral("%1:%2:%3").arg(match.captured(1), match.captured(2), match.captured(3));
}

} // namespace

QString shortestText(double number)
{
    constexpr double Whole = 1e15;
    if (std::fabs(number) < Whole && number == std::trunc(number))
        return QString::number(qint64(number));
    char text[32];
    const auto end = std::to_chars(std::begin(text), std::end(text), number).ptr;
    return QString::fromLatin1(text, end - text);
}

std::optional<QString> cellText(const QString& given, int dateShift)
{
    // The day before the first: what GDAL makes of an error or a 0 in a cell that is a date.
    if (given.isEmpty() || isError(given) || given.startsWith(QLatin1String("of:=")) ||
        given.startsWith(QLatin1String("1899/12/30")))
        return std::nullopt;
    if (given.size() >= 10 && given[4] == u'/')
        if (auto date = isoDate(given, dateShift))
            return date;
    if (given.startsWith(QLatin1String("PT")))
        if (auto time = isoTime(given))
            return time;
    if (given[0] == u'-' || given[0].isDigit())
        if (auto number = tidyNumber(given))
            return number;
    return given.contains(QLatin1String("_x")) ? unescaped(given) : given;
}

} // namespace geo
