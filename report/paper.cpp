// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper.h"

#include <QRegularExpression>
#include <cmath>

namespace report {

namespace {

constexpr double MillimetresPerInch = 25.4;

QSizeF inches(double width, double height)
{
    return QSizeF(width, height) * MillimetresPerInch;
}

QString plain(const QString& text)
{
    return QString(text).remove(u' ').toLower();
}

} // namespace

const std::vector<Paper>& papers()
{
    static const std::vector<Paper> all{
        {QStringLiteral("A4"), {210, 297}},         {QStringLiteral("A3"), {297, 420}},
        {QStringLiteral("A2"), {420, 594}},         {QStringLiteral("A1"), {594, 841}},
        {QStringLiteral("A0"), {841, 1189}},        {QStringLiteral("Letter"), inches(8.5, 11)},
        {QStringLiteral("Legal"), inches(8.5, 14)}, {QStringLiteral("Tabloid"), inches(11, 17)},
        {QStringLiteral("ANSI C"), inches(17, 22)}, {QStringLiteral("ANSI D"), inches(22, 34)},
        {QStringLiteral("ANSI E"), inches(34, 44)},
    };
    return all;
}

std::optional<QSizeF> parsePaper(const QString& text)
{
    for (const Paper& paper : papers())
        if (plain(paper.key) == plain(text))
            return paper.millimetres;
    static const QRegularExpression size(
        QStringLiteral("^([0-9]+(?:\\.[0-9]+)?)[x×]([0-9]+(?:\\.[0-9]+)?)(mm|in|)$"));
    const auto match = size.match(plain(text));
    if (!match.hasMatch())
        return std::nullopt;
    const double unit = match.captured(3) == QLatin1String("in") ? MillimetresPerInch : 1;
    const QSizeF millimetres =
        QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble()) * unit;
    for (const double side : {millimetres.width(), millimetres.height()})
        if (!(side >= LeastPaperMillimetres && side <= MostPaperMillimetres))
            return std::nullopt;
    return millimetres;
}

QString paperName(const QSizeF& millimetres)
{
    constexpr double Near = 0.6; // a printer says its sizes in whole points
    for (const Paper& paper : papers())
        for (const QSizeF& size : {paper.millimetres, paper.millimetres.transposed()})
            if (std::abs(size.width() - millimetres.width()) < Near &&
                std::abs(size.height() - millimetres.height()) < Near)
                return paper.key;
    return {};
}

} // namespace report
