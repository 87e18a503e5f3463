// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/place_entry.h"

#include "geo/crs.h"
#include "geo/operation.h"
#include "geo/place_text.h"
#include <QRegularExpression>
#include <QStringList>
#include <span>

namespace geo {

namespace {

// What a web address or a geo: URI says, else the text itself.
QString coordinatesIn(const QString& text)
{
    static const QRegularExpression Link(
        QStringLiteral(
            R"((?:^geo:|@|[?&](?:q|ll|query|mlat)=)(-?\d+\.\d+)(?:,|%2C|&mlon=)(-?\d+\.\d+))"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = Link.match(text.trimmed());
    return match.hasMatch() ? match.captured(1) + QStringLiteral(", ") + match.captured(2)
                            : text.trimmed();
}

std::optional<QPointF> ofPair(const QString& first, const QString& second)
{
    const auto pair = [](const QString& latitude,
                         const QString& longitude) -> std::optional<QPointF> {
        const auto y = parseAngle(latitude, Axis::Latitude);
        const auto x = parseAngle(longitude, Axis::Longitude);
        if (!x || !y)
            return std::nullopt;
        return QPointF(*x, *y);
    };
    if (const auto place = pair(first, second))
        return place;
    return pair(second, first);
}

std::optional<QPointF> ofUtm(const QString& text)
{
    // Two long numbers, and around them what says the zone.
    static const QRegularExpression Metres(QStringLiteral(
        R"((?<![\d.,])(\d{5,8}(?:[.,]\d+)?)\s*(?:m\b)?\s*([EeNn]\b)?[\s,;]+(\d{5,8}(?:[.,]\d+)?)\s*(?:m\b)?\s*([EeNn]\b)?)"));
    const QRegularExpressionMatch match = Metres.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString rest = text;
    rest.remove(match.capturedStart(), match.capturedLength());
    rest.remove(QRegularExpression(QStringLiteral("^[\\s,;:]+|[\\s,;:]+$")));
    static const QRegularExpression Datum(
        QStringLiteral(
            R"(\b((?:wgs|nad)\s*-?\s*(?:19)?\d\d|(?:mexico\s+)?itrf\s*-?\s*(?:20|19)?\d\d)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch stated = Datum.match(rest);
    const QString datum = stated.hasMatch() ? stated.captured(1) : QStringLiteral("WGS 84");
    if (stated.hasMatch())
        rest.remove(stated.capturedStart(), stated.capturedLength());
    static const QRegularExpression Filler(QStringLiteral(R"(\butm\b|[,;/()])"),
                                           QRegularExpression::CaseInsensitiveOption);
    rest = rest.remove(Filler).simplified();
    const auto zone = parseUtmZone(rest);
    if (!zone)
        return std::nullopt;
    const auto code = utmCrs(*zone, datum);
    if (!code)
        return std::nullopt;
    const auto number = [&](int group) {
        return match.captured(group).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    };
    const bool northFirst = match.captured(2).compare(QLatin1String("n"), Qt::CaseInsensitive) == 0;
    QPointF place(number(northFirst ? 3 : 1), number(northFirst ? 1 : 3));
    const Operation way = Operation::between(Crs::fromText(*code), Crs::wgs84());
    if (way.forward(std::span(&place, 1)) != 0)
        return std::nullopt;
    return place;
}

} // namespace

std::optional<QPointF> parsePlace(const QString& entered)
{
    const QString text = coordinatesIn(entered);
    if (text.isEmpty() || text.size() > 200)
        return std::nullopt;
    if (const auto place = ofUtm(text))
        return place;
    // Wherever it can be parted into two angles: at a sign that parts most surely first.
    static const QRegularExpression Parts[] = {
        QRegularExpression(QStringLiteral(R"(\s*[;|\t\n/]\s*)")),
        QRegularExpression(QStringLiteral(R"(,\s+|\s+,)")),
        QRegularExpression(QStringLiteral(",")),
    };
    for (const QRegularExpression& part : Parts) {
        const QStringList halves = text.split(part, Qt::SkipEmptyParts);
        if (halves.size() == 2)
            if (const auto place = ofPair(halves[0], halves[1]))
                return place;
    }
    static const QRegularExpression Space(QStringLiteral("\\s+"));
    const QStringList words = text.split(Space, Qt::SkipEmptyParts);
    const auto joined = [&](qsizetype from, qsizetype to) {
        return words.mid(from, to - from).join(QLatin1Char(' '));
    };
    // In the middle first: "27 20 15 112 16 08" is parted nowhere else.
    const qsizetype middle = words.size() / 2;
    for (qsizetype step = 0; step < words.size(); ++step) {
        const qsizetype at = middle + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
        if (at > 0 && at < words.size())
            if (const auto place = ofPair(joined(0, at), joined(at, words.size())))
                return place;
    }
    return std::nullopt;
}

} // namespace geo
