// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace catalogue {

// Who sits at the keyboard: a delegation's code and a name, "MX:Ana" on the command line.
struct Author
{
    QString delegation;
    QString name;
};

// "MX:Ana" -> {MX, Ana}. Throws base::Error where either part is missing.
Author parseAuthor(const QString& text);
QString toText(const Author& author);

} // namespace catalogue
