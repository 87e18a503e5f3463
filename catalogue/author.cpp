// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/author.h"

#include "base/error.h"
#include "catalogue/text.h"

namespace catalogue {

Author parseAuthor(const QString& text)
{
    const qsizetype colon = text.indexOf(u':');
    Author author{text.left(colon).trimmed().toUpper(), text.mid(colon + 1).trimmed()};
    if (colon < 0 || author.delegation.isEmpty() || author.name.isEmpty())
        throw base::Error(Text::tr("\"%1\" does not say who acts. Write a "
                                   "delegation and a name, as in MX:Ana.")
                              .arg(text));
    return author;
}

QString toText(const Author& author)
{
    return author.delegation + u':' + author.name;
}

} // namespace catalogue
