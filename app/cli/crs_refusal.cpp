// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/crs_refusal.h"

#include "base/error.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

void refuseForCrs(Context& context, const QString& text, const geo::CrsProposal& proposal)
{
    constexpr qsizetype Most = 5;
    QString lines = text + QLatin1Char('\n') + proposal.finding;
    QJsonArray values;
    for (const geo::CrsCandidate& each : proposal.candidates) {
        if (values.size() == Most)
            break;
        lines +=
            QStringLiteral("\n  %1 (%2): %3").arg(each.crs.toText(), each.crs.name(), each.reason);
        QJsonObject value{{QStringLiteral("crs"), each.crs.toText()},
                          {QStringLiteral("name"), each.crs.name()},
                          {QStringLiteral("reason"), each.reason}};
        if (each.degrees)
            value.insert(QStringLiteral("extent"),
                         QJsonArray{each.degrees->west, each.degrees->south, each.degrees->east,
                                    each.degrees->north});
        values.append(value);
    }
    context.value(QJsonObject{{QStringLiteral("finding"), proposal.finding},
                              {QStringLiteral("candidates"), values}});
    throw base::Error(lines);
}

} // namespace cli
