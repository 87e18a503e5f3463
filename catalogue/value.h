// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <string>
#include <variant>

struct sqlite3_value;

namespace catalogue {

// A cell of a table as SQLite holds it: NULL, integer, real, text (UTF-8) or blob.
using Value = std::variant<std::monostate, qint64, double, std::string, QByteArray>;

// As text for a person; nullopt for NULL, a blob as "0x…".
std::optional<QString> toText(const Value& value);

// The canonical bytes of a value: a tag and its content, the same for 5 and 5.0 (SQLite keeps a
// whole number in a REAL column as either). Empty for NULL.
//   'I' + 8 bytes big-endian   an integer, or a real that is one and is at most 2^53 in size
//   'R' + 8 bytes big-endian   any other real, IEEE 754; every NaN is 7FF8000000000000
//   'T' + UTF-8                'B' + bytes
void appendCanonical(QByteArray& out, const Value& value);
void appendCanonical(QByteArray& out, sqlite3_value* value);
// The value of such bytes; NULL for none. A real that was whole comes back as an integer.
Value fromCanonical(const QByteArray& bytes);
bool sameValue(const Value& a, const Value& b);

} // namespace catalogue
