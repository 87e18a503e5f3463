// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/sublayer_choice.h"

#include "base/error.h"
#include "geo/text.h"

namespace geo {

void refuseSublayer(const QString& fileName, const QStringList& names, const QString& wanted)
{
    constexpr qsizetype MostNames = 40;
    QStringList shown = names;
    if (shown.size() > MostNames)
        shown = shown.first(MostNames) << QStringLiteral("…");
    const QString list = shown.join(QStringLiteral(", "));
    if (wanted.isEmpty())
        throw base::Error(
            Text::tr("“%1” holds several layers. Say which one: %2.").arg(fileName, list));
    throw base::Error(
        Text::tr("“%1” holds no layer “%2”. Choose one of these: %3.").arg(fileName, wanted, list));
}

} // namespace geo
